/** Turns a symbolic repair into text edits that keep the style, the comments and the line ends of the file. */
import { type Field, fieldsOf } from '../model/field.ts';
import type { TextEdit } from '../model/finding.ts';
import type { ScalarNode } from '../model/manifest.ts';
import { locationOf } from '../model/source.ts';

/** A change of one spot, as a rule proposes it: what to do, not which characters. */
export type SymbolicRepair =
  | { readonly kind: 'rename-key'; readonly at: Field; readonly key: string }
  | { readonly kind: 'set-text'; readonly at: Field; readonly text: string }
  | { readonly kind: 'add-entry'; readonly into: Field; readonly key: string; readonly text: string }
  | { readonly kind: 'remove-entry'; readonly at: Field };

/** The edits, or undefined when one of the repairs cannot be made safely in the text as it stands. */
export function editsOf(repairs: readonly SymbolicRepair[]): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const repair of repairs) {
    const edit = editOf(repair);
    if (!edit) return undefined;
    edits.push(edit);
  }
  return edits;
}

function editOf(given: SymbolicRepair): TextEdit | undefined {
  const repair = inSource(given);
  if (!repair) return undefined;
  const field = repair.kind === 'add-entry' ? repair.into : repair.at;
  if (repair.kind === 'rename-key') return field.keyNode && replaceScalar(field, field.keyNode, repair.key);
  if (repair.kind === 'set-text') {
    return field.node.type === 'scalar' ? replaceScalar(field, field.node, repair.text) : undefined;
  }
  return repair.kind === 'add-entry' ? addEntry(field, repair.key, repair.text) : removeEntry(field);
}

/** A rendered object has no text of its own to edit: the repair goes to what feeds the spot exactly, or nowhere. */
function inSource(repair: SymbolicRepair): SymbolicRepair | undefined {
  const field = repair.kind === 'add-entry' ? repair.into : repair.at;
  const { rendered } = field.manifest;
  if (!rendered) return repair;
  const part = repair.kind === 'rename-key' || repair.kind === 'remove-entry' ? 'key' : 'value';
  const { exact } = rendered.trace({ manifest: field.manifest, path: field.path, part });
  const source = exact && fieldsOf(exact.manifest).get(...exact.path);
  if (!source) return undefined;
  return repair.kind === 'add-entry' ? { ...repair, into: source } : { ...repair, at: source };
}

function edit(field: Field, start: number, end: number, text: string): TextEdit {
  return { ...locationOf(field.manifest.source, start, end), text };
}

/** Keeps the quotes a person chose; text that would read as something else is quoted. */
function replaceScalar(field: Field, node: ScalarNode, text: string): TextEdit | undefined {
  if (node.style === 'literal' || node.style === 'folded') return undefined;
  if (node.start === node.end) return edit(field, node.start, node.end, ` ${quoted(text)}`);
  const written = field.manifest.source.text.slice(node.start, node.end);
  const quote = written.startsWith("'") ? "'" : written.startsWith('"') ? '"' : '';
  return edit(field, node.start, node.end, quote ? `${quote}${text}${quote}` : plainOrQuoted(text));
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

function plainOrQuoted(text: string): string {
  return /^[A-Za-z][\w./-]*$/.test(text) && !/^(?:true|false|yes|no|on|off|y|n|null)$/i.test(text)
    ? text
    : quoted(text);
}

/** A new last entry of a block map, indented like the others, or a first one in a flow map. */
function addEntry(into: Field, key: string, text: string): TextEdit | undefined {
  const source = into.manifest.source.text;
  if (into.node.type !== 'map') return undefined;
  const last = into.node.entries.at(-1);
  if (into.node.flow) {
    const at = into.node.start + 1;
    return edit(into, at, at, `${quoted(key)}: ${quoted(text)}${last ? ', ' : ''}`);
  }
  const first = into.node.entries[0];
  if (!first) return undefined;
  const lineStart = source.lastIndexOf('\n', first.key.start - 1) + 1;
  const indent = source.slice(lineStart, first.key.start);
  if (!/^[ ]*$/.test(indent)) return undefined;
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  return edit(into, first.key.start, first.key.start, `${key}: ${quoted(text)}${lineEnd}${indent}`);
}

/** Removes a whole line of a block map; anything else is left to a person. */
function removeEntry(field: Field): TextEdit | undefined {
  const { keyNode, node } = field;
  const source = field.manifest.source.text;
  if (!keyNode || node.type !== 'scalar') return undefined;
  const parent = fieldsOf(field.manifest).get(...field.path.slice(0, -1));
  if (parent?.node.type !== 'map' || parent.node.flow || parent.node.entries.length < 2) return undefined;
  const lineStart = source.lastIndexOf('\n', keyNode.start - 1) + 1;
  const newline = source.indexOf('\n', node.end);
  const lineStop = newline === -1 ? source.length : newline + 1;
  const before = source.slice(lineStart, keyNode.start);
  const after = source.slice(node.end, lineStop);
  if (!/^[ ]*$/.test(before) || !/^[ \t]*(?:#.*)?\r?\n?$/.test(after)) return undefined;
  return edit(field, lineStart, lineStop, '');
}
