/** The clock of the machine. */
import type { Clock } from '../ports/clock.ts';

/** Monotonic time of this process; a sleep keeps the process alive until it ends or is aborted. */
export const systemClock: Clock = {
  // Not `performance.now()`, which first loads everything that can be measured.
  monotonic: () => Number(process.hrtime.bigint()) / 1e6,
  async sleep(milliseconds, signal) {
    const { setTimeout: wait } = await import('node:timers/promises');
    try {
      await wait(milliseconds, undefined, signal ? { signal } : {});
    } catch (thrown) {
      if (!signal?.aborted) throw thrown;
    }
  },
};
