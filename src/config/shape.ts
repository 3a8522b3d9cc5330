/** Shapes that a configuration must have: each reads a node, tells every mistake with its place, and knows its JSON Schema. */
import type { Configured } from '../model/configuration.ts';
import type { MapNode, ScalarNode, YamlNode } from '../model/manifest.ts';
import type { Spot } from '../model/source.ts';
import { nearest } from './nearest.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Takes the mistakes of one file, in any order. */
export interface Reader {
  spot(node: YamlNode): Spot;
  /** `message` is a whole sentence. */
  fault(node: YamlNode, message: string): void;
}

export interface Shape<Value> {
  readonly schema: JsonSchema;
  /** The value, or undefined after its mistakes were told. `path` is how a person would call the spot. */
  readonly read: (node: YamlNode, path: string, reader: Reader) => Value | undefined;
}

/** A form of text: a pattern that JavaScript and JSON Schema read alike, and words that complete "must be …". */
export interface Form {
  readonly pattern: string;
  readonly words: string;
}

/** Text, quoted or not; what YAML reads as a number or a truth value must be quoted. */
export function text(form?: Form): Shape<Configured<string>> {
  const { pattern, words } = form ?? { pattern: '\\S', words: 'text' };
  const expression = new RegExp(pattern, 'u');
  return {
    schema: { type: 'string', pattern },
    read(node, path, reader) {
      if (node.type === 'scalar' && typeof node.value === 'string' && expression.test(node.value))
        return { value: node.value, at: reader.spot(node) };
      const quotes = node.type === 'scalar' && typeof node.value !== 'string' && expression.test(node.text);
      reader.fault(node, `${path} must be ${words}; it is ${shown(node)}${quotes ? ', so put it in quotes' : ''}.`);
      return undefined;
    },
  };
}

/** Any single value, as it was written. */
export const writtenValue: Shape<Configured<string>> = {
  schema: { type: ['string', 'number', 'boolean'] },
  read(node, path, reader) {
    if (node.type === 'scalar' && node.value !== null) return { value: node.text, at: reader.spot(node) };
    reader.fault(node, `${path} must be a single value; it is ${shown(node)}.`);
    return undefined;
  },
};

/** One of some words; whether YAML reads the word as text does not matter (`off`). */
export function choice<const Word extends string>(words: readonly Word[]): Shape<Configured<Word>> {
  return {
    schema: { type: 'string', enum: words },
    read(node, path, reader) {
      const word = node.type === 'scalar' ? words.find((candidate) => candidate === node.text) : undefined;
      if (word !== undefined) return { value: word, at: reader.spot(node) };
      const meant = node.type === 'scalar' ? didYouMean(node.text, words) : '';
      reader.fault(node, `${path} is ${shown(node)}${meant}; allowed: ${words.join(', ')}.`);
      return undefined;
    },
  };
}

export const flag: Shape<boolean> = {
  schema: { type: 'boolean' },
  read(node, path, reader) {
    if (node.type === 'scalar' && node.style === 'plain' && /^(?:true|false)$/.test(node.text))
      return node.text === 'true';
    reader.fault(node, `${path} is ${shown(node)}; allowed: true, false.`);
    return undefined;
  },
};

/** Exactly this number. */
export function exactly(number: number, otherwise: string): Shape<number> {
  return {
    schema: { const: number },
    read(node, path, reader) {
      if (node.type === 'scalar' && node.value === number) return number;
      reader.fault(node, `${path} is ${shown(node)}; allowed: ${number}. ${otherwise}`);
      return undefined;
    },
  };
}

/** A list; with `least` it may not be shorter. */
export function list<Value>(item: Shape<Value>, least = 0): Shape<readonly Value[]> {
  return {
    schema: { type: 'array', items: item.schema, ...(least > 0 && { minItems: least }) },
    read(node, path, reader) {
      if (node.type !== 'sequence') {
        reader.fault(node, `${path} must be a list; it is ${shown(node)}.`);
        return undefined;
      }
      if (node.items.length < least) reader.fault(node, `${path} must have an entry.`);
      return node.items.flatMap((entry, index) => item.read(entry, `${path}[${index}]`, reader) ?? []);
    },
  };
}

/** A map whose keys a person chooses, or chooses among `known`. */
export function record<Value>(value: Shape<Value>, known?: readonly string[]): Shape<ReadonlyMap<string, Value>> {
  const schema = known
    ? { properties: Object.fromEntries(known.map((key) => [key, value.schema])), additionalProperties: false }
    : { additionalProperties: value.schema };
  return {
    schema: { type: 'object', ...schema },
    read(node, path, reader) {
      const map = mapAt(node, path, reader);
      if (!map) return undefined;
      const values = new Map<string, Value>();
      for (const { key, value: entry } of map.entries) {
        const read = value.read(entry, `${path}.${key.text}`, reader);
        if (known && !known.includes(key.text)) unknownKey(key, path, known, reader);
        else if (read !== undefined) values.set(key.text, read);
      }
      return values;
    },
  };
}

/** A value that is made of another one, which it accepts unchanged. */
export function mapped<From, To>(shape: Shape<From>, convert: (value: From) => To): Shape<To> {
  return {
    schema: shape.schema,
    read(node, path, reader) {
      const value = shape.read(node, path, reader);
      return value === undefined ? undefined : convert(value);
    },
  };
}

/** A map has one shape, everything else another. */
export function mapOr<A, B>(map: Shape<A>, other: Shape<B>): Shape<A | B> {
  return {
    schema: { anyOf: [other.schema, map.schema] },
    read: (node, path, reader) => (node.type === 'map' ? map : other).read(node, path, reader),
  };
}

/** The node as a map; tells when it is none. */
export function mapAt(node: YamlNode, path: string, reader: Reader): MapNode | undefined {
  if (node.type === 'map') return node;
  reader.fault(node, `${path || 'The configuration'} must be a map of keys; it is ${shown(node)}.`);
  return undefined;
}

/** Tells about a key that is none of the known ones. */
export function unknownKey(key: ScalarNode, path: string, known: readonly string[], reader: Reader): void {
  const place = path ? `${path} has` : 'There is';
  const few = known.length <= 20 ? `; allowed: ${known.join(', ')}` : '';
  reader.fault(key, `${place} no key ${JSON.stringify(key.text)}${didYouMean(key.text, known)}${few}.`);
}

/** `, did you mean x?` as a clause, empty when nothing is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const meant = nearest(word, known);
  return meant === undefined ? '' : ` (did you mean ${meant}?)`;
}

/** A node in the words of a message. */
export function shown(node: YamlNode): string {
  if (node.type === 'map') return 'a map';
  if (node.type === 'sequence') return 'a list';
  if (node.value === null) return 'empty';
  if (typeof node.value === 'number') return `the number ${node.text}`;
  if (typeof node.value === 'boolean') return `the truth value ${node.text}`;
  return node.text.length > 80 ? `${JSON.stringify(node.text.slice(0, 80))}…` : JSON.stringify(node.text);
}
