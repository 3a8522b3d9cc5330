/** Writes one more entry into a map, in the style of those that are there. */
import type { Field } from '../model/field.ts';
import type { MapEntry } from '../model/manifest.ts';
import { type Change, indentAt, lineEndAt, mapOf, onlyComment, type Refusal, restOfLine } from './edit-change.ts';
import { quoted, withStyleOf } from './scalar-text.ts';

/** `comment` is written behind the entry where it has a line of its own. The value is always quoted. */
export function addEntry(into: Field, key: string, text: string, comment: string): Change | Refusal {
  const map = mapOf(into);
  if (!map) return { refused: 'There is no map to write the entry into.' };
  const source = into.manifest.source.text;
  const first = map.own[0];
  const entry = `${withStyleOf(first ? source.slice(first.key.start, first.key.end) : '', key)}: ${quoted(text)}`;
  if (map.node.flow) {
    if (comment) return { refused: 'The comment behind the line has no place in the one-line map it would move to.' };
    return intoFlow(source, map.node.start, map.own, entry);
  }
  const last = map.own.at(-1);
  const indent = first && indentAt(source, first.key.start);
  if (!first || !last || indent === undefined) {
    return { refused: 'The map does not start on a line of its own, so the entry has no sure place.' };
  }
  const lineEnd = lineEndAt(source, first.key.start);
  if (endsOnItsLine(source, last)) {
    const at = last.value.end + restOfLine(source, last.value.end).length;
    return { start: at, end: at, text: `${lineEnd}${indent}${entry}${comment}` };
  }
  const at = aboveComments(source, first.key.start - indent.length);
  return { start: at, end: at, text: `${indent}${entry}${comment}${lineEnd}` };
}

/** Behind the last entry; on a line of its own where the others have theirs. */
function intoFlow(source: string, start: number, own: readonly MapEntry[], entry: string): Change {
  const last = own.at(-1);
  if (!last) return { start: start + 1, end: start + 1, text: entry };
  const indent = indentAt(source, last.key.start);
  const at = last.value.end;
  const gap = indent === undefined ? ' ' : lineEndAt(source, at) + indent;
  return { start: at, end: at, text: `,${gap}${entry}` };
}

/** Whether an entry is one line with at most a comment behind it. */
function endsOnItsLine(source: string, { key, value }: MapEntry): boolean {
  if (value.type !== 'scalar' || value.style === 'literal' || value.style === 'folded') return false;
  return !source.slice(key.start, value.end).includes('\n') && onlyComment.test(restOfLine(source, value.end));
}

/** The start of the comment lines straight above a line: they speak of the entry below them. */
function aboveComments(source: string, lineStart: number): number {
  let at = lineStart;
  while (at > 0) {
    const previous = source.lastIndexOf('\n', at - 2) + 1;
    if (!/^[ \t]*#/.test(source.slice(previous, at))) break;
    at = previous;
  }
  return at;
}
