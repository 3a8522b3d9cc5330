/** Pacing of one scope: only while it is throttled, and then at the published rate. */
import { expect, it } from 'vitest';
import { Pace } from '../../src/federation/pace.ts';

/** A clock that jumps to the end of each sleep. */
function jumpingClock() {
  let now = 0;
  return {
    monotonic: () => now,
    sleep: async (milliseconds: number) => {
      now += milliseconds;
    },
  };
}
const running = new AbortController().signal;

async function timeOf(clock: ReturnType<typeof jumpingClock>, pace: Pace, turns: number): Promise<number> {
  const start = clock.monotonic();
  for (let turn = 0; turn < turns; turn += 1) await pace.turn(running);
  return clock.monotonic() - start;
}

it('does not slow a scope of which a few writes are refused', async () => {
  const clock = jumpingClock();
  const pace = new Pace(clock, 2);
  for (let write = 0; write < 200; write += 1) pace.record(write % 3 === 0);
  expect(await timeOf(clock, pace, 50)).toBe(0);
});

it('keeps the published rate once half is refused, and speeds up as long as nothing more is', async () => {
  const clock = jumpingClock();
  const pace = new Pace(clock, 2);
  const accept = (writes: number) => {
    for (let write = 0; write < writes; write += 1) pace.record(false);
  };
  for (let write = 0; write < 6; write += 1) pace.record(true);
  expect(await timeOf(clock, pace, 10)).toBe(5000);
  accept(20);
  await pace.turn(running);
  expect(await timeOf(clock, pace, 10)).toBe(2500);
  pace.record(true);
  await pace.turn(running);
  expect(await timeOf(clock, pace, 10)).toBe(5000);
  accept(6 * 20 + 20);
  expect(await timeOf(clock, pace, 10)).toBe(0);
});

it('holds back as long as the service asks, and not at all for a run that was stopped', async () => {
  const clock = jumpingClock();
  const pace = new Pace(clock, 2);
  pace.hold(4000);
  const stopped = new AbortController();
  stopped.abort();
  await pace.turn(stopped.signal);
  expect(clock.monotonic()).toBe(0);
  expect(await timeOf(clock, pace, 3)).toBe(4000);
});
