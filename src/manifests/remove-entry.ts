/** Takes an entry out of its map, with its line, and with the map when nothing else is in it. */
import { type Field, fieldsOf } from '../model/field.ts';
import type { MapEntry } from '../model/manifest.ts';
import { type Change, indentAt, mapOf, onlyComment, type Refusal, restOfLine } from './edit-change.ts';

/** The comment behind the entry is handed back, so that it can move along. */
export function removeEntry(field: Field): Change | Refusal {
  if (field.node.type !== 'scalar') return { refused: 'More than one line would be removed.' };
  if (field.node.style === 'literal' || field.node.style === 'folded')
    return { refused: 'The text is a block of lines.' };
  return removeFrom(field, field.node.end);
}

/** `end` is where the innermost value ends: of a map that is removed with its last entry, that of the entry. */
function removeFrom(field: Field, end: number): Change | Refusal {
  const parentField = fieldsOf(field.manifest).get(...field.path.slice(0, -1));
  const parent = mapOf(parentField);
  const entry = parent?.own.find((candidate) => candidate.key === field.keyNode);
  if (!parent || !parentField || !entry) {
    return { refused: 'The entry comes from an anchor, which other places use too.' };
  }
  const source = field.manifest.source.text;
  if (parent.node.flow) return fromFlow(source, parent.own, entry);
  if (parent.node.entries.length === 1) {
    const between = parentField.keyNode ? source.slice(parentField.keyNode.end, entry.key.start) : '#';
    if (/[#&!]/.test(between))
      return { refused: 'The map would be empty, and it bears a comment, an anchor or a tag.' };
    return removeFrom(parentField, end);
  }
  const indent = indentAt(source, entry.key.start);
  const rest = restOfLine(source, end);
  if (indent === undefined || !onlyComment.test(rest)) return { refused: 'Other things stand on the same line.' };
  const newline = source.indexOf('\n', end);
  return {
    start: entry.key.start - indent.length,
    end: newline === -1 ? source.length : newline + 1,
    text: '',
    comment: rest.trimEnd(),
  };
}

/** With the comma that parts it from the entry before, else from the one behind. */
function fromFlow(source: string, own: readonly MapEntry[], entry: MapEntry): Change | Refusal {
  const index = own.indexOf(entry);
  const previous = own[index - 1];
  const next = own[index + 1];
  const start = previous ? previous.value.end : entry.key.start;
  const end = previous || !next ? entry.value.end : next.key.start;
  if (source.slice(start, end).includes('#')) return { refused: 'A comment stands between the entries.' };
  return { start, end, text: '' };
}
