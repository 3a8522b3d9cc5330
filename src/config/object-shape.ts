/** Shapes of maps with fixed keys, and of maps that come in several kinds. */
import type { MapNode } from '../model/manifest.ts';
import type { Spot } from '../model/source.ts';
import { type CamelCase, camelCase } from './inputs.ts';
import { type JsonSchema, mapAt, type Reader, type Shape, shown, unknownKey } from './shape.ts';

/** One key of an object: what it holds, whether it may be absent, and a sentence for editors and pages. */
interface Key<Value, Presence extends 'always' | 'perhaps'> {
  readonly shape: Shape<Value>;
  readonly description: string;
  readonly required: boolean;
  /** Whether the value that was read has the key. */
  readonly presence: Presence;
  readonly fallback?: Value;
}

type Keys = Readonly<Record<string, Key<unknown, 'always' | 'perhaps'>>>;
type ValueAt<K> = K extends Key<infer Value, 'always' | 'perhaps'> ? Value : never;
type Names<K extends Keys, Presence> = {
  [Name in keyof K]: K[Name]['presence'] extends Presence ? Name : never;
}[keyof K] &
  string;

/** The keys in camelCase, and where the object stands. */
export type ObjectOf<K extends Keys> = {
  readonly [Name in Names<K, 'always'> as CamelCase<Name>]: ValueAt<K[Name]>;
} & {
  readonly [Name in Names<K, 'perhaps'> as CamelCase<Name>]?: ValueAt<K[Name]>;
} & { readonly at: Spot };

export function required<Value>(shape: Shape<Value>, description: string): Key<Value, 'always'> {
  return { shape, description, required: true, presence: 'always' };
}

export function optional<Value>(shape: Shape<Value>, description: string): Key<Value, 'perhaps'> {
  return { shape, description, required: false, presence: 'perhaps' };
}

export function defaulted<Value>(shape: Shape<Value>, fallback: Value, description: string): Key<Value, 'always'> {
  return { shape, description, required: false, presence: 'always', fallback };
}

/** A map with these keys and no others. It is read to the end, whatever is wrong in it. */
export function object<const K extends Keys>(keys: K): Shape<ObjectOf<K>> {
  const entries = Object.entries(keys);
  return {
    schema: objectSchema(entries),
    read(node, path, reader) {
      const map = mapAt(node, path, reader);
      if (!map) return undefined;
      const value: Record<string, unknown> = { at: reader.spot(map) };
      for (const { key } of map.entries) if (!(key.text in keys)) unknownKey(key, path, Object.keys(keys), reader);
      const faults = entries.filter(([name, key]) => !readKey(name, key, { map, path, reader, value }));
      return faults.length > 0 ? undefined : (value as ObjectOf<K>);
    },
  };
}

function objectSchema(entries: readonly (readonly [string, Key<unknown, 'always' | 'perhaps'>])[]): JsonSchema {
  const names = entries.filter(([, key]) => key.required).map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(
      entries.map(([name, { shape, description }]) => [name, { description, ...shape.schema }]),
    ),
    ...(names.length > 0 && { required: names }),
    additionalProperties: false,
  };
}

/** Puts the value of one key, when there is one; false after a mistake. */
function readKey(
  name: string,
  key: Key<unknown, 'always' | 'perhaps'>,
  { map, path, reader, value }: { map: MapNode; path: string; reader: Reader; value: Record<string, unknown> },
): boolean {
  const entry = map.entries.find((candidate) => candidate.key.text === name);
  if (!entry) {
    if (key.fallback !== undefined) value[camelCase(name)] = key.fallback;
    if (key.required) reader.fault(map, `${path || 'The configuration'} needs the key ${name}.`);
    return !key.required;
  }
  // A value that is not there has no place of its own.
  const node = entry.value.start === entry.value.end ? { ...entry.value, start: entry.key.start } : entry.value;
  const read = key.shape.read(node, path ? `${path}.${name}` : name, reader);
  if (read !== undefined) value[camelCase(name)] = read;
  return read !== undefined;
}

type Kinds = Readonly<Record<string, Shape<object>>>;
type OneOf<K extends Kinds> = {
  [Kind in keyof K & string]: { readonly kind: Kind } & (K[Kind] extends Shape<infer Value> ? Value : never);
}[keyof K & string];

/** A map whose kind is told by which one of some keys it has. */
export function kindByKey<const K extends Kinds>(kinds: K): Shape<OneOf<K>> {
  const names = Object.keys(kinds);
  return oneOf(kinds, (map, path, reader) => {
    const found = map.entries.filter(({ key }) => names.includes(key.text));
    const [first, second] = found;
    if (first && !second) return first.key.text;
    const problem = second ? `has ${found.map(({ key }) => key.text).join(' and ')}` : 'has none of them';
    reader.fault(second?.key ?? map, `${path} needs exactly one of ${names.join(', ')}; it ${problem}.`);
    return undefined;
  });
}

/** A map whose kind is the word under one key. */
export function kindByWord<const K extends Kinds>(name: string, kinds: K): Shape<OneOf<K>> {
  const words = Object.keys(kinds);
  return oneOf(kinds, (map, path, reader) => {
    const entry = map.entries.find(({ key }) => key.text === name);
    const word = entry?.value.type === 'scalar' ? entry.value.text : undefined;
    if (word !== undefined && words.includes(word)) return word;
    const problem = entry ? `is ${shown(entry.value)}` : 'is missing';
    reader.fault(entry?.value ?? map, `${path}.${name} ${problem}; allowed: ${words.join(', ')}.`);
    return undefined;
  });
}

function oneOf<K extends Kinds>(
  kinds: K,
  kindOf: (map: MapNode, path: string, reader: Reader) => string | undefined,
): Shape<OneOf<K>> {
  return {
    schema: { oneOf: Object.values(kinds).map(({ schema }) => schema) },
    read(node, path, reader) {
      const map = mapAt(node, path, reader);
      const kind = map && kindOf(map, path, reader);
      const value = kind === undefined ? undefined : kinds[kind]?.read(node, path, reader);
      return value && ({ kind, ...value } as OneOf<K>);
    },
  };
}
