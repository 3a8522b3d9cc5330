/** One small expression language for Terraform, Bicep and ARM: what their readers produce before any name is known. */
import type { PartialText } from '../../model/partial-text.ts';
import type { Spot } from '../../model/source.ts';

/** Every expression knows its stretch of the source; what has no form here is `opaque` and stays a wildcard. */
export type Expression = { readonly at: Spot } & (
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'template'; readonly parts: readonly (string | Expression)[] }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'member'; readonly target: Expression; readonly name: string }
  | { readonly kind: 'index'; readonly target: Expression; readonly index: Expression }
  | { readonly kind: 'object'; readonly entries: readonly ObjectEntry[] }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[] }
  | { readonly kind: 'choice'; readonly when: Expression; readonly yes: Expression; readonly no: Expression }
  | LoopExpression
  | { readonly kind: 'opaque' }
);

export type ObjectExpression = Expression & { readonly kind: 'object' };

/** `key` is undefined for what only adds unknown entries (a spread). */
export interface ObjectEntry {
  readonly key: Expression | undefined;
  readonly value: Expression;
}

/** A comprehension: `variables` are (key or index, value), either may be absent; with `key` it builds a map. */
export interface LoopExpression {
  readonly kind: 'loop';
  readonly keyVariable: string | undefined;
  readonly valueVariable: string;
  readonly over: Expression;
  readonly key: Expression | undefined;
  readonly value: Expression;
  readonly condition: Expression | undefined;
}

/** A scalar. `loose` is the text with every default that a caller may replace left open; the same object if there is none. */
export interface TextValue {
  readonly kind: 'text';
  readonly text: PartialText;
  readonly loose: PartialText;
  readonly at: Spot;
  /** The resource that this is an unknown attribute of: its other attributes may be known. */
  readonly of?: NamespaceValue;
}

/** `open`: other items may stand beside or in place of these. */
export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly Value[];
  readonly open: boolean;
  readonly at: Spot;
}

/** Keys with their own spots, in order of appearance. */
export interface MapValue {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, { readonly key: Spot; readonly value: Value }>;
  readonly open: boolean;
  readonly at: Spot;
}

/** A root of references (`var`, `local`, a resource): members are worked out when asked for. */
export interface NamespaceValue {
  readonly kind: 'namespace';
  /** How the root is written in a symbol. */
  readonly symbol: string;
  readonly member: (name: string) => Value | undefined;
  readonly at: Spot;
}

export type Value = TextValue | ListValue | MapValue | NamespaceValue;

/** The value of a map's entry; undefined for anything that is no map or has no such key. */
export function entryOf(value: Value | undefined, key: string): Value | undefined {
  return value?.kind === 'map' ? value.entries.get(key)?.value : undefined;
}

/** The text of a literal key; empty for a computed one. */
export function keyText(key: Expression | undefined): string {
  return key?.kind === 'literal' ? key.text : '';
}

/** An attribute of an object, not yet evaluated, by the first of its names that is there. */
export function attributeOf(body: ObjectExpression, ...names: readonly string[]): Expression | undefined {
  for (const name of names) {
    const found = body.entries.find(({ key }) => keyText(key) === name);
    if (found) return found.value;
  }
  return undefined;
}
