/** The clock of the machine. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../ports/clock.ts';

/** Monotonic time of this process; a sleep keeps the process alive until it ends or is aborted. */
export const systemClock: Clock = {
  monotonic: () => performance.now(),
  async sleep(milliseconds, signal) {
    try {
      await wait(milliseconds, undefined, signal ? { signal } : {});
    } catch (thrown) {
      if (!signal?.aborted) throw thrown;
    }
  },
};
