/** Defines what an operation of Microsoft Graph declares about itself and what it gets to work with. */

import type { AzureContext } from '../context.ts';
import type { Caller } from '../entra/access-tokens.ts';
import { type Exchange, page, queryParameter, type Reply } from '../exchange.ts';
import type { Application } from '../resources.ts';
import { graphRefusal, notFound } from './graph-error.ts';

/** One operation. Graph checks the token and the permission before it serves. */
export interface GraphOperation {
  readonly access: 'read' | 'write';
  serve(request: GraphRequest): Reply;
}

/** An admitted request. */
export interface GraphRequest {
  readonly context: AzureContext;
  readonly exchange: Exchange;
  readonly params: Readonly<Record<string, string>>;
  readonly caller: Caller;
  readonly version: 'v1.0' | 'beta';
}

/**
 * The application that a path names by `appId` or by object `id`.
 * @throws Refused with 404 when the caller's tenant has none.
 */
export function findApplication({
  context,
  params,
  caller,
}: Pick<GraphRequest, 'context' | 'params' | 'caller'>): Application {
  const { appId, id = '' } = params;
  const found =
    appId === undefined
      ? [...context.state.applications.values()].find(({ objectId }) => objectId === id.toLowerCase())
      : context.state.applications.get(appId.toLowerCase());
  if (found?.tenantId === caller.tenantId) return found;
  throw notFound(appId ?? id);
}

/** One page of a collection, with an opaque `@odata.nextLink`. */
export function collection<Item>(
  { context, exchange, version }: GraphRequest,
  items: readonly Item[],
  keyOf: (item: Item) => string,
  show: (item: Item) => unknown,
): Reply {
  const { url } = exchange;
  const top = Number(queryParameter(url, '$top') ?? context.settings.pageSize);
  if (!Number.isInteger(top) || top < 1) throw graphRefusal(400, 'BadRequest', 'Invalid value for $top.');
  try {
    const cut = page(items, keyOf, queryParameter(url, '$skiptoken'), top);
    const value = cut.items.map(show);
    const odataContext = `${context.urls.graph}/${version}/$metadata#${url.pathname.split('/').slice(2).join('/')}`;
    if (cut.next === null) return { status: 200, body: { '@odata.context': odataContext, value } };
    const kept = [...url.searchParams].filter(([name]) => name.toLowerCase() !== '$skiptoken');
    const query = [...kept, ['$skiptoken', cut.next]]
      .map(([name, text = '']) => `${name}=${encodeURIComponent(text)}`)
      .join('&');
    const next = `${context.urls.graph}${url.pathname}?${query}`;
    return { status: 200, body: { '@odata.context': odataContext, '@odata.nextLink': next, value } };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw graphRefusal(400, 'BadRequest', 'The $skiptoken is not valid.');
  }
}

/**
 * Reads `$filter` as comparisons `field eq 'text'` joined by `and`.
 * @throws Refused with 400 for other filters and other fields.
 */
export function equalityFilter(
  exchange: Exchange,
  fields: readonly string[],
): (item: Record<string, unknown>) => boolean {
  const filter = queryParameter(exchange.url, '$filter');
  if (filter === null) return () => true;
  const wanted = filter.split(/ and /i).map((part) => {
    const [, field = '', text = ''] = /^\s*(\w+) eq '(.*)'\s*$/.exec(part) ?? [];
    if (!fields.includes(field)) throw graphRefusal(400, 'Request_UnsupportedQuery', `Unsupported filter '${part}'.`);
    return { field, text: text.replaceAll("''", "'") };
  });
  return (item) => wanted.every(({ field, text }) => item[field] === text);
}
