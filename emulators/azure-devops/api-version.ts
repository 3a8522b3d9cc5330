/** Checks the api-version of a request, from the query or the Accept header. */

import type { Exchange } from '../github/loopback/exchange.ts';
import { versionIsPreview, versionNotSpecified, versionOutOfRange } from './refusals.ts';

/** The newest released version and the newest one at all. */
const latestReleased = 7.1;
const latest = 7.2;

/**
 * Refuses a missing, unknown or wrongly unreleased version. The service lets some reads pass without one and then
 * picks the version itself; this emulator does not, so that no client depends on the choice.
 */
export function requireApiVersion(exchange: Exchange, released: boolean): void {
  const given = exchange.query.get('api-version') ?? acceptParameter(exchange, 'api-version');
  if (given === undefined || given === '') throw versionNotSpecified(exchange.method);
  const parsed = /^(\d+\.\d+)(-preview(?:\.\d+)?)?$/.exec(given);
  const version = Number(parsed?.[1] ?? Number.NaN);
  if (Number.isNaN(version) || version > latest) throw versionOutOfRange(given, String(latest));
  const isPreview = parsed?.[2] !== undefined;
  if (!isPreview && (!released || version > latestReleased)) throw versionIsPreview(given);
}

/** A parameter of the Accept header, e.g. `application/json;api-version=7.1;enumsAsNumbers=true`. */
export function acceptParameter(exchange: Exchange, name: string): string | undefined {
  const pattern = new RegExp(`;\\s*${name}\\s*=\\s*([^;,\\s]+)`, 'i');
  return pattern.exec(exchange.headers.accept ?? '')?.[1];
}
