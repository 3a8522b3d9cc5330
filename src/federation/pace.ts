/** Paces writes of one scope only while the service refuses too many of them: waiting from the start wastes minutes. */
import type { Clock } from '../ports/clock.ts';

/** Outcomes that are remembered, and how many refusals among them begin and end the pacing. */
const remembered = 20;
const tooMany = 7;
const few = 2;

/**
 * A scope that Azure throttles as one (an identity, a subscription). `perSecond` is the published rate of writes
 * (Microsoft Entra, managed identity limits: 0.25 a second for an identity, 2 for a subscription). Pacing begins when a
 * third of the last writes were refused, which chance refusals never reach, and ends at a tenth.
 */
export class Pace {
  private readonly clock: Clock;
  private readonly interval: number;
  private outcomes: readonly boolean[] = [];
  private pacing = false;
  private next = 0;
  private blockedUntil = 0;

  constructor(clock: Clock, perSecond: number) {
    this.clock = clock;
    this.interval = 1000 / perSecond;
  }

  /** Resolves when the next request of this scope may start, or at once when the run is stopped. */
  async turn(signal: AbortSignal): Promise<void> {
    for (;;) {
      const now = this.clock.monotonic();
      const start = Math.max(this.blockedUntil, this.pacing ? this.next : 0);
      if (start <= now || signal.aborted) {
        if (this.pacing) this.next = now + this.interval;
        return;
      }
      await this.clock.sleep(start - now, signal);
    }
  }

  /** Remembers how the last request went. */
  record(refused: boolean): void {
    this.outcomes = [...this.outcomes, refused].slice(-remembered);
    const refusals = this.outcomes.filter(Boolean).length;
    if (refusals >= tooMany && !this.pacing) {
      this.pacing = true;
      this.next = this.clock.monotonic() + this.interval;
    }
    if (refusals <= few) this.pacing = false;
  }

  /** Holds the whole scope back for so many milliseconds. */
  hold(milliseconds: number): void {
    this.blockedUntil = Math.max(this.blockedUntil, this.clock.monotonic() + milliseconds);
  }
}
