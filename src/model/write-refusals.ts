/** Refusals after which a write is tried again: the service was busy with the identity, or wants less at once. */
import { type Explanation, RemoteError } from './errors.ts';

/** Another write to the same identity is in flight (HTTP 409): list again and decide again. */
export class WriteConflict extends RemoteError {}

/** How long to wait, and whether the service asked for fewer requests (429, 503) rather than failed by itself. */
export interface Refusal {
  /** In milliseconds. */
  readonly retryAfter: number;
  readonly paced: boolean;
}

/** Too many requests, or the service failed and may not fail again (no answer, HTTP 408, 429 and 5xx). */
export class Throttled extends RemoteError {
  readonly refusal: Refusal;

  constructor(explanation: Explanation, refusal: Refusal, options?: ErrorOptions) {
    super(explanation, options);
    this.refusal = refusal;
  }
}
