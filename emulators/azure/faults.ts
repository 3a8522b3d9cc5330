/** Makes chosen requests fail: the n-th of a kind, a number of them, or a percentage. */

import type { JournalEntry, Plane } from './journal.ts';
import type { Random } from './seeded-random.ts';

/** What happens to a request that a fault hits. */
export type FaultEffect =
  | {
      /** HTTP status of the answer. */
      status: number;
      /** Error code in the body; a usual one for the status when absent. */
      code?: string;
      message?: string;
      /** Seconds in the `Retry-After` header; no header when absent. */
      retryAfter?: number;
    }
  /** Closes the connection without an answer. */
  | 'drop';

/** A rule for which requests fail and how. */
export interface Fault {
  plane?: Plane;
  /** Operation, such as `credential.put`, `credential.list`, `identity.get`, `token`; any when absent. */
  operation?: string | RegExp;
  /** Must match path and query. */
  path?: RegExp;
  /** First matching request that is hit, counted from 1; default 1. */
  from?: number;
  /** Number of requests that are hit; default 1, or unlimited when `probability` is given. */
  times?: number;
  /** Share of the remaining matching requests that are hit, 0 to 1; default 1. */
  probability?: number;
  /** `after` carries the request out first, so that the caller cannot know that it succeeded; default `before`. */
  when?: 'before' | 'after';
  effect: FaultEffect;
}

interface ArmedFault {
  fault: Fault;
  seen: number;
  left: number;
}

/** The faults of a scenario; the first that hits a request decides. */
export class Faults {
  #armed: ArmedFault[] = [];
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  add(fault: Fault): void {
    const unlimited = fault.probability !== undefined;
    this.#armed.push({ fault, seen: 0, left: fault.times ?? (unlimited ? Number.POSITIVE_INFINITY : 1) });
  }

  clear(): void {
    this.#armed = [];
  }

  /** The fault that hits this request, if any; counts the request. */
  next(entry: JournalEntry): Fault | null {
    for (const armed of this.#armed) {
      if (!matches(armed.fault, entry)) continue;
      armed.seen += 1;
      if (armed.left <= 0 || armed.seen < (armed.fault.from ?? 1)) continue;
      if (this.#random() >= (armed.fault.probability ?? 1)) continue;
      armed.left -= 1;
      return armed.fault;
    }
    return null;
  }
}

function matches(fault: Fault, entry: JournalEntry): boolean {
  if (fault.plane !== undefined && fault.plane !== entry.plane) return false;
  if (typeof fault.operation === 'string' && fault.operation !== entry.operation) return false;
  if (fault.operation instanceof RegExp && !fault.operation.test(entry.operation)) return false;
  return !fault.path || fault.path.test(entry.path);
}
