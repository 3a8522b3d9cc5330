/** Paces writes of one scope only while the service refuses too many of them: waiting from the start wastes minutes. */
import type { Clock } from '../ports/clock.ts';

/** Of so many last writes, half being refused, and so many at least, begins the pacing: chance refusals never reach it. */
const remembered = 20;
const tooMany = 6;
/** Writes without a refusal after which a paced scope may go twice as fast, and how often until it goes free. */
const clean = 20;
const doublings = 5;

/**
 * A scope that Azure throttles as one (an identity, a subscription). `perSecond` is the published rate of writes
 * (Microsoft Entra, managed identity limits: 0.25 a second for an identity, 2 for a subscription).
 */
export class Pace {
  private readonly clock: Clock;
  private readonly interval: number;
  private outcomes: readonly boolean[] = [];
  /** Times the published rate at which a paced scope goes; undefined while it goes free. */
  private speed: number | undefined;
  private next = 0;
  private blockedUntil = 0;

  constructor(clock: Clock, perSecond: number) {
    this.clock = clock;
    this.interval = 1000 / perSecond;
  }

  /**
   * Resolves when the next request of this scope may start, or at once when the run is stopped. First come, first served:
   * else one identity would be asked again before the next one had its turn.
   */
  async turn(signal: AbortSignal): Promise<void> {
    const now = this.clock.monotonic();
    let start = Math.max(now, this.blockedUntil);
    if (this.speed !== undefined) {
      start = Math.max(start, this.next);
      this.next = start + this.interval / this.speed;
    }
    if (start > now && !signal.aborted) await this.clock.sleep(start - now, signal);
  }

  /** Remembers how the last request went. A refusal slows a paced scope down again, to the published rate at least. */
  record(refused: boolean): void {
    this.outcomes = [...this.outcomes, refused].slice(-remembered);
    if (this.speed === undefined) {
      const refusals = this.outcomes.filter(Boolean).length;
      if (refusals >= tooMany && refusals >= this.outcomes.length / 2) this.goAt(1);
    } else if (refused) {
      this.goAt(Math.max(1, this.speed / 2));
    } else if (this.outcomes.length >= clean && !this.outcomes.includes(true)) {
      this.goAt(this.speed < 2 ** doublings ? this.speed * 2 : undefined);
    }
  }

  /** Holds the whole scope back for so many milliseconds. */
  hold(milliseconds: number): void {
    this.blockedUntil = Math.max(this.blockedUntil, this.clock.monotonic() + milliseconds);
  }

  private goAt(speed: number | undefined): void {
    if (this.speed === undefined) this.next = this.clock.monotonic() + this.interval;
    this.speed = speed;
    this.outcomes = [];
  }
}
