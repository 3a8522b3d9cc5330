/** Records every request with its time span, so that a test can prove what was sent, and what was never sent at once. */

/** Which of the three services a request reached. */
export type Plane = 'entra' | 'arm' | 'graph';

/** One request, from its arrival until its answer leaves. */
export interface JournalEntry {
  readonly plane: Plane;
  readonly method: string;
  /** Path and query as sent. */
  readonly path: string;
  /** Name of the operation, such as `credential.put`; `unknown` when nothing is served there. */
  operation: string;
  /** Milliseconds on one monotonic clock. */
  readonly startedAt: number;
  /** Null while the request is under way. */
  endedAt: number | null;
  /** HTTP status; 0 when the connection was dropped. */
  status: number;
  /** Object id of the caller; null for requests without a valid token. */
  principal: string | null;
  /** Key of the identity or application whose credentials a write concerns; null for everything else. */
  writes: string | null;
}

/** A request under way or done is one entry, in order of arrival. */
export class Journal {
  readonly entries: JournalEntry[] = [];

  begin(plane: Plane, method: string, path: string): JournalEntry {
    const entry: JournalEntry = {
      plane,
      method,
      path,
      operation: 'unknown',
      startedAt: performance.now(),
      endedAt: null,
      status: 0,
      principal: null,
      writes: null,
    };
    this.entries.push(entry);
    return entry;
  }

  /** Forgets everything, for the next act of a scenario. */
  clear(): void {
    this.entries.length = 0;
  }

  /** Requests of one operation, such as `credential.list` or `token`. */
  of(operation: string): JournalEntry[] {
    return this.entries.filter((entry) => entry.operation === operation);
  }

  /** Requests that would change a credential, refused ones included. */
  writes(): JournalEntry[] {
    return this.entries.filter((entry) => entry.writes !== null);
  }

  /** Pairs of writes that were under way at the same time on one identity; empty when writes were serial. */
  overlappingWrites(): [JournalEntry, JournalEntry][] {
    const pairs: [JournalEntry, JournalEntry][] = [];
    const latest = new Map<string, JournalEntry>();
    for (const write of this.writes()) {
      const key = write.writes ?? '';
      const before = latest.get(key);
      if (before && endOf(before) > write.startedAt) pairs.push([before, write]);
      if (!before || endOf(write) > endOf(before)) latest.set(key, write);
    }
    return pairs;
  }

  /** Greatest number of requests that were under way at the same time. */
  peak(entries: readonly JournalEntry[] = this.entries): number {
    const edges = entries.flatMap((entry): [number, number][] => [
      [entry.startedAt, 1],
      [endOf(entry), -1],
    ]);
    edges.sort(([a, up], [b, down]) => a - b || up - down);
    let now = 0;
    let peak = 0;
    for (const [, step] of edges) {
      now += step;
      peak = Math.max(peak, now);
    }
    return peak;
  }
}

function endOf(entry: JournalEntry): number {
  return entry.endedAt ?? Number.POSITIVE_INFINITY;
}
