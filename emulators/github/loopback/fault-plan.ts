/** Faults that a scenario schedules: error replies, delays and cut connections for chosen requests. */

import type { Exchange, Reply } from './exchange.ts';

/** When to misbehave and how. Faults are tried in the order they were scheduled; the first that matches acts. */
export interface ScriptedFault {
  /** Any method when absent. */
  readonly method?: string;
  /** Tested on the path without the query; any path when absent. */
  readonly path?: RegExp;
  /** How many matching requests are let through first; 0 when absent. */
  readonly after?: number;
  /** How many requests are hit; 1 when absent, `Infinity` for all. */
  readonly times?: number;
  /** Milliseconds to wait before anything else happens. */
  readonly delayMs?: number;
  /** Cut the connection without an answer. */
  readonly cut?: boolean;
  /** Answer with this. Without it (and without `cut`) the real handler answers. */
  readonly reply?: Reply;
  /** Headers added to the answer of the real handler. */
  readonly headers?: Readonly<Record<string, string>>;
}

interface Scheduled {
  readonly fault: ScriptedFault;
  letThrough: number;
  left: number;
}

/** The faults still to come. */
export class FaultPlan {
  readonly #scheduled: Scheduled[] = [];

  schedule(fault: ScriptedFault): void {
    this.#scheduled.push({ fault, letThrough: fault.after ?? 0, left: fault.times ?? 1 });
  }

  /** The fault that hits this request, if any; it is used up by asking. */
  next(request: Pick<Exchange, 'method' | 'path'>): ScriptedFault | undefined {
    for (const scheduled of this.#scheduled) {
      const { fault } = scheduled;
      if (scheduled.left <= 0 || (fault.method !== undefined && fault.method !== request.method)) continue;
      if (fault.path !== undefined && !fault.path.test(request.path)) continue;
      if (scheduled.letThrough > 0) {
        scheduled.letThrough -= 1;
        continue;
      }
      scheduled.left -= 1;
      return fault;
    }
    return undefined;
  }

  clear(): void {
    this.#scheduled.length = 0;
  }
}
