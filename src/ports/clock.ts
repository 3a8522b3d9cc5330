/** Time, so that waiting and measuring can be told apart from the rest. */

export interface Clock {
  /** Milliseconds from an arbitrary start, never going back. */
  monotonic(): number;
  /** Resolves after the given milliseconds, or at once when the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
