/** Defines what an operation of ARM declares about itself and what it gets to work with. */

import type { AzureContext } from '../context.ts';
import type { Caller } from '../entra/access-tokens.ts';
import { type Exchange, page, queryParameter, type Reply } from '../exchange.ts';
import type { RateClass } from '../throttle.ts';
import type { Provider } from './api-versions.ts';
import { refusal } from './cloud-error.ts';

/** One operation. ARM checks token, version, rate and permission before it serves. */
export interface ArmOperation {
  readonly provider: Provider;
  /** Resource type for messages. */
  readonly type: string;
  /** Action that a role must grant on the path; null when a valid token is enough. */
  readonly action: string | null;
  readonly rate: RateClass;
  serve(request: ArmRequest): Reply | Promise<Reply>;
}

/** An admitted request. */
export interface ArmRequest {
  readonly context: AzureContext;
  readonly exchange: Exchange;
  readonly params: Readonly<Record<string, string>>;
  readonly caller: Caller;
  readonly version: string;
}

/**
 * One page of a list, with an opaque `nextLink` that repeats the query. It writes `$skipToken` although the
 * parameter is called `$skiptoken`, as the examples of Azure/azure-rest-api-specs do.
 * @throws Refused with 400 when the position is not one that was given out.
 */
export function listReply<Item>(
  { context, exchange }: ArmRequest,
  items: readonly Item[],
  keyOf: (item: Item) => string,
  size: number,
  show: (item: Item) => unknown,
): Reply {
  const { url } = exchange;
  try {
    const cut = page(items, keyOf, queryParameter(url, '$skiptoken'), size);
    const value = cut.items.map(show);
    if (cut.next === null) return { status: 200, body: { value } };
    const kept = [...url.searchParams].filter(([name]) => name.toLowerCase() !== '$skiptoken');
    const query = kept.map(([name, text]) => `${name}=${encodeURIComponent(text)}`).join('&');
    const nextLink = `${context.urls.resourceManager}${url.pathname}?${query}&$skipToken=${cut.next}`;
    return { status: 200, body: { value, nextLink } };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw refusal(400, 'InvalidQueryParameterValue', 'The $skiptoken query parameter is not valid.');
  }
}

/**
 * The JSON object in the body of a write.
 * @throws Refused with 415 for another media type and 400 for anything but an object.
 */
export function readBody({ exchange }: ArmRequest): Record<string, unknown> {
  const type = exchange.headers['content-type'] ?? '';
  if (!type.startsWith('application/json')) {
    throw refusal(
      415,
      'UnsupportedMediaType',
      `The content media type '${type}' is not supported. Only 'application/json' is supported.`,
    );
  }
  const body = parse(exchange.body);
  if (!isRecord(body))
    throw refusal(400, 'InvalidRequestContent', 'The request content was invalid and could not be deserialized.');
  return body;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
