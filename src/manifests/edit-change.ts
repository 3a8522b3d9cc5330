/** What an edit is while it is made: a change of one text by offsets, or the reason why there is none. */
import type { Field } from '../model/field.ts';
import type { MapEntry, MapNode } from '../model/manifest.ts';

/** A replacement of `[start, end)`; `comment` is what stood behind a removed entry, with the blanks before it. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly comment?: string;
}

/** Why a repair cannot be made safely in the text as it stands, as a sentence. */
export interface Refusal {
  readonly refused: string;
}

/** A map with the entries that are written in it: those of merge keys stand elsewhere. Undefined for anything else. */
export function mapOf(
  field: Field | undefined,
): { readonly node: MapNode; readonly own: readonly MapEntry[] } | undefined {
  const node = field?.node;
  if (node?.type !== 'map') return undefined;
  const own = node.entries.filter(
    ({ key, value }) => key.start >= node.start && key.end <= value.start && value.end <= node.end,
  );
  return { node, own };
}

/** The blanks before an offset when nothing else stands before it on its line. */
export function indentAt(text: string, offset: number): string | undefined {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^ *$/.test(before) ? before : undefined;
}

/** The rest of the line from an offset on, without its line end. */
export function restOfLine(text: string, offset: number): string {
  const newline = text.indexOf('\n', offset);
  return text.slice(offset, newline === -1 ? text.length : newline).replace(/\r$/, '');
}

/** What may stand behind a value on its line when nothing but the value is on it. */
export const onlyComment = /^(?:[ \t]+#.*|[ \t]*)$/;

/** How the line of an offset ends; the last one as the one before it. */
export function lineEndAt(text: string, offset: number): string {
  const next = text.indexOf('\n', offset);
  const newline = next === -1 ? text.lastIndexOf('\n') : next;
  return text[newline - 1] === '\r' ? '\r\n' : '\n';
}
