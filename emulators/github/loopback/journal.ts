/** Everything a loopback service was asked and what it answered, for assertions and for the demo. */

/** One answered request. Credentials are left out: of `authorization` only the scheme is kept. */
export interface JournalEntry {
  readonly sequence: number;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** 0 when the connection was cut instead of answered. */
  readonly status: number;
  readonly reply: unknown;
}

/** The record of one service, oldest entry first. */
export class Journal {
  readonly entries: JournalEntry[] = [];

  add(entry: Omit<JournalEntry, 'sequence'>): void {
    this.entries.push({ sequence: this.entries.length + 1, ...entry });
  }

  /** Entries with this method whose path matches, e.g. `of('POST', /\/reviews$/)`. */
  of(method: string, path: RegExp): JournalEntry[] {
    return this.entries.filter((entry) => entry.method === method && path.test(entry.path));
  }

  /** Requests that were meant to change something. */
  writes(): JournalEntry[] {
    return this.entries.filter((entry) => entry.method !== 'GET' && entry.method !== 'HEAD');
  }

  clear(): void {
    this.entries.length = 0;
  }
}
