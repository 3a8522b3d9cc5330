/** Paces writes of one scope only while the service refuses too many of them: waiting from the start wastes minutes. */
import type { Clock } from '../ports/clock.ts';

/**
 * A scope that Azure throttles as one (an identity, a subscription). `perSecond` is the published rate of writes
 * (Microsoft Entra, managed identity limits: 0.25 a second for an identity, 2 for a subscription).
 */
export class Pace {
  private readonly clock: Clock;
  private readonly interval: number;
  private readonly outcomes: boolean[] = [];
  private next = 0;
  private blockedUntil = 0;

  constructor(clock: Clock, perSecond: number) {
    this.clock = clock;
    this.interval = 1000 / perSecond;
  }

  /** Resolves when the next request of this scope may start. */
  async turn(signal: AbortSignal): Promise<void> {
    for (;;) {
      const now = this.clock.monotonic();
      const start = Math.max(this.blockedUntil, this.refusesTooMuch() ? this.next : 0);
      if (start <= now || signal.aborted) {
        this.next = Math.max(now, this.next) + this.interval;
        return;
      }
      await this.clock.sleep(start - now, signal);
    }
  }

  /** Remembers how the last request went; `retryAfter` in milliseconds holds the whole scope back. */
  record(refused: boolean, retryAfter = 0): void {
    this.outcomes.push(refused);
    if (this.outcomes.length > 20) this.outcomes.shift();
    if (refused) this.blockedUntil = Math.max(this.blockedUntil, this.clock.monotonic() + retryAfter);
  }

  private refusesTooMuch(): boolean {
    return this.outcomes.filter(Boolean).length > this.outcomes.length / 10;
  }
}
