/** The machine's clock goes forward, and a sleep ends early when it is aborted. */
import { expect, it } from 'vitest';
import { systemClock } from '../../src/adapters/clock.ts';

it('sleeps at least as long as asked', async () => {
  const before = systemClock.monotonic();
  await systemClock.sleep(30);
  expect(systemClock.monotonic() - before).toBeGreaterThanOrEqual(29);
});

it('wakes at once when the signal aborts, before or during the sleep', async () => {
  const before = systemClock.monotonic();
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 10);
  await systemClock.sleep(60_000, controller.signal);
  await systemClock.sleep(60_000, controller.signal);
  expect(systemClock.monotonic() - before).toBeLessThan(5000);
});
