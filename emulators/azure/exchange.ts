/** Defines one request and its answer, and finds the route that serves it. */

import type { IncomingHttpHeaders } from 'node:http';
import type { JournalEntry } from './journal.ts';

/** A request as the services see it. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly entry: JournalEntry;
  /** Names the operation in the journal. Throws when a fault of the scenario ends the request here. */
  begin(operation: string): void;
  /** Runs when the answer is about to leave, or when the client went away. */
  onFinish(action: () => void): void;
}

/** An answer; `body` is sent as JSON, and nothing is sent when it is absent. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Closes the connection after this share of the body. */
  readonly breakOffAt?: number;
}

/** A refusal that a service expresses in its own error shape. */
export class Refused extends Error {
  readonly reply: Reply;

  constructor(reply: Reply) {
    super(`refused with ${reply.status}`);
    this.reply = reply;
  }
}

/** One operation: a method, a path template such as `/subscriptions/{subscription}`, and what serves it. */
export interface Route<Handler> {
  readonly operation: string;
  readonly method: string;
  readonly pattern: RegExp;
  readonly handler: Handler;
}

/**
 * Compiles a template. `{name}` stands for one segment, `{+name}` for any number; paths match without case, as
 * ARM and Graph match them.
 */
export function route<Handler>(operation: string, method: string, template: string, handler: Handler): Route<Handler> {
  const source = template
    .replaceAll(/[.()$]/g, String.raw`\$&`)
    .replaceAll(/\{\+(\w+)\}/g, '(?<$1>.*)')
    .replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+?)');
  return { operation, method, pattern: new RegExp(`^${source}/?$`, 'i'), handler };
}

export interface Match<Handler> {
  readonly route: Route<Handler>;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * The first route that serves the request, or whether only another method is served there. Quotes and brackets of
 * OData keys may come percent-encoded.
 */
export function findRoute<Handler>(
  routes: readonly Route<Handler>[],
  exchange: Exchange,
): Match<Handler> | 'no-such-method' | 'no-such-path' {
  let pathExists = false;
  const path = exchange.url.pathname.replaceAll(/%2[789]/g, decodeURIComponent);
  for (const candidate of routes) {
    const found = candidate.pattern.exec(path);
    if (!found) continue;
    pathExists = true;
    if (candidate.method !== exchange.method) continue;
    return { route: candidate, params: decodeParams(found.groups ?? {}) };
  }
  return pathExists ? 'no-such-method' : 'no-such-path';
}

function decodeParams(groups: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]));
}

/** A query parameter by its name without case: nextLink of ARM writes `$skipToken` for `$skiptoken`. */
export function queryParameter(url: URL, name: string): string | null {
  for (const [key, value] of url.searchParams) if (key.toLowerCase() === name.toLowerCase()) return value;
  return null;
}

/** One page of items in a stable order, and the position after it, if any; the position is opaque to clients. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
}

/**
 * Cuts a page out of sorted items. The position is the sort key of the last item, so that items removed between
 * two pages do not make others skip.
 * @throws RangeError when `position` was not given out by this function.
 */
export function page<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  position: string | null,
  size: number,
): Page<Item> {
  const sorted = items.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const after = position === null ? null : decodePosition(position);
  const rest = after === null ? sorted : sorted.filter((item) => keyOf(item) > after);
  const cut = rest.slice(0, size);
  const last = cut.at(-1);
  return { items: cut, next: rest.length > size && last ? encodePosition(keyOf(last)) : null };
}

function encodePosition(key: string): string {
  return `X'${Buffer.from(key).toString('hex')}'`;
}

function decodePosition(position: string): string {
  const hex = /^X'((?:[0-9a-f]{2})+)'$/.exec(position)?.[1];
  if (hex === undefined) throw new RangeError(`"${position}" is not a position of a list`);
  return Buffer.from(hex, 'hex').toString();
}
