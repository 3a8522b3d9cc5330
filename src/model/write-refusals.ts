/** Refusals after which a write is tried again: the service was busy with the identity, or wants less at once. */
import { type Explanation, RemoteError } from './errors.ts';

/** Another write to the same identity is in flight (HTTP 409): list again and decide again. */
export class WriteConflict extends RemoteError {}

/** Too many requests, or the service is unavailable (HTTP 429, 500, 502, 503, 504). `retryAfter` in milliseconds. */
export class Throttled extends RemoteError {
  readonly retryAfter: number;

  constructor(explanation: Explanation, retryAfter: number, options?: ErrorOptions) {
    super(explanation, options);
    this.retryAfter = retryAfter;
  }
}
