/** Time as a port: the only way to wait and to measure, so that a test decides how long either takes. */

export interface Clock {
  /** Milliseconds from an arbitrary start, never going back. */
  monotonic(): number;
  /** Resolves after the given milliseconds, or at once when the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
