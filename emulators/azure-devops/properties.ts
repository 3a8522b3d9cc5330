/** Property collections: written in three forms, always read back wrapped. */

import { JsonObject } from '../github/loopback/exchange.ts';
import { badArgument } from './refusals.ts';

/** A value with its .NET type. */
export interface WrappedProperty {
  readonly $type: string;
  readonly $value: string | number | boolean;
}

export type Properties = Readonly<Record<string, WrappedProperty>>;

/** Reads plain values, `{type, value}` and `{$type, $value}`; other objects are refused. */
export function readProperties(body: JsonObject): Properties {
  const entries = Object.entries(body.fields).map(([name, given]) => [name, wrap(name, given)] as const);
  return Object.fromEntries(entries);
}

function wrap(name: string, given: unknown): WrappedProperty {
  if (typeof given === 'string') return { $type: 'System.String', $value: given };
  if (typeof given === 'boolean') return { $type: 'System.Boolean', $value: given };
  if (typeof given === 'number') {
    return { $type: Number.isInteger(given) ? 'System.Int32' : 'System.Double', $value: given };
  }
  const wrapped = new JsonObject(given).fields;
  const inner = wrapped.$value ?? wrapped.value;
  if (typeof inner === 'object' || inner === undefined) {
    throw badArgument(`The type of property ${name} is not supported.`, name, 'PropertyTypeNotSupportedException');
  }
  return wrap(name, inner);
}
