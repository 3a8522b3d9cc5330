/** Enumerations that travel as names or as numbers. */

import type { Exchange, JsonObject } from '../github/loopback/exchange.ts';
import { acceptParameter } from './api-version.ts';
import { badArgument } from './refusals.ts';

/** Names by their number. */
export type Enumeration<Name extends string> = Readonly<Record<Name, number>>;

export const threadStatus = {
  unknown: 0,
  active: 1,
  fixed: 2,
  wontFix: 3,
  closed: 4,
  byDesign: 5,
  pending: 6,
} as const;
export type ThreadStatus = keyof typeof threadStatus;

export const commentType = { unknown: 0, text: 1, codeChange: 2, system: 3 } as const;
export type CommentType = keyof typeof commentType;

export const statusState = {
  notSet: 0,
  pending: 1,
  succeeded: 2,
  failed: 3,
  error: 4,
  notApplicable: 5,
  partiallySucceeded: 6,
} as const;
export type StatusState = keyof typeof statusState;

/** Reads a field that may be a name (of any case) or a number; undefined when it is absent. */
export function readEnumeration<Name extends string>(
  body: JsonObject,
  field: string,
  names: Enumeration<Name>,
): Name | undefined {
  if (!body.has(field)) return undefined;
  const given = body.text(field)?.toLowerCase() ?? body.integer(field);
  const found = (Object.keys(names) as Name[]).find((name) => name.toLowerCase() === given || names[name] === given);
  if (found === undefined) throw badArgument(`The value is not one of ${Object.keys(names).join(', ')}.`, field);
  return found;
}

/** As the reply shows it: a name, or the number when the Accept header says `enumsAsNumbers=true`. */
export function showEnumeration<Name extends string>(
  exchange: Exchange,
  names: Enumeration<Name>,
  value: Name,
): string | number {
  return acceptParameter(exchange, 'enumsAsNumbers') === 'true' ? names[value] : value;
}
