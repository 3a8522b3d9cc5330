/** Turns a symbolic repair into text edits that keep the style, the comments and the line ends of the file. */
import { type Field, fieldsOf } from '../model/field.ts';
import type { TextEdit } from '../model/finding.ts';
import type { ScalarNode } from '../model/manifest.ts';
import { locationOf } from '../model/source.ts';
import { addEntry } from './add-entry.ts';
import { type Change, mapOf, type Refusal } from './edit-change.ts';
import { removeEntry } from './remove-entry.ts';
import { withStyleOf } from './scalar-text.ts';

/** A change of one spot, as a rule proposes it: what to do, not which characters. */
export type SymbolicRepair =
  | { readonly kind: 'rename-key'; readonly at: Field; readonly key: string }
  | { readonly kind: 'set-text'; readonly at: Field; readonly text: string }
  | { readonly kind: 'add-entry'; readonly into: Field; readonly key: string; readonly text: string }
  | { readonly kind: 'remove-entry'; readonly at: Field };

/** The edits of a fix, or why one of its repairs cannot be made in the text as it stands; never only some of them. */
export type Edits = { readonly edits: readonly TextEdit[] } | Refusal;

/**
 * All repairs as edits. An entry that one repair removes and another adds is a move: a comment behind it moves along.
 */
export function editsOf(repairs: readonly SymbolicRepair[]): Edits {
  const edits: TextEdit[] = [];
  let comment = '';
  // Removals first, since what they take away may have to be put elsewhere.
  for (const repair of [...repairs.filter(removes), ...repairs.filter((other) => !removes(other))]) {
    const own = inSource(repair);
    if (!own) return { refused: 'The object is rendered, and no text of the repository is exactly this spot.' };
    const field = fieldOf(own);
    const change = changeOf(own, comment);
    if ('refused' in change) return change;
    comment += change.comment ?? '';
    edits.push({ ...locationOf(field.manifest.source, change.start, change.end), text: change.text });
  }
  return { edits };
}

function fieldOf(repair: SymbolicRepair): Field {
  return repair.kind === 'add-entry' ? repair.into : repair.at;
}

/** A rendered object has no text of its own to edit: the repair goes to what feeds the spot exactly, or nowhere. */
function inSource(repair: SymbolicRepair): SymbolicRepair | undefined {
  const field = fieldOf(repair);
  const { rendered } = field.manifest;
  if (!rendered) return repair;
  const part = repair.kind === 'rename-key' || repair.kind === 'remove-entry' ? 'key' : 'value';
  const { exact } = rendered.trace({ manifest: field.manifest, path: field.path, part });
  const source = exact && fieldsOf(exact.manifest).get(...exact.path);
  if (!source) return undefined;
  return repair.kind === 'add-entry' ? { ...repair, into: source } : { ...repair, at: source };
}

function removes(repair: SymbolicRepair): boolean {
  return repair.kind === 'remove-entry';
}

function changeOf(repair: SymbolicRepair, comment: string): Change | Refusal {
  switch (repair.kind) {
    case 'rename-key':
      return repair.at.keyNode
        ? replaceScalar(repair.at, repair.at.keyNode, repair.key)
        : { refused: 'It has no key.' };
    case 'set-text':
      if (repair.at.node.type !== 'scalar') return { refused: 'A map or a list stands where the text belongs.' };
      return replaceScalar(repair.at, repair.at.node, repair.text);
    case 'add-entry':
      return addEntry(repair.into, repair.key, repair.text, comment);
    case 'remove-entry':
      return removeEntry(repair.at);
  }
}

function replaceScalar(field: Field, node: ScalarNode, text: string): Change | Refusal {
  const parent = mapOf(fieldsOf(field.manifest).get(...field.path.slice(0, -1)));
  if (field.keyNode && !parent?.own.some((entry) => entry.key === field.keyNode)) {
    return { refused: 'The entry comes from an anchor, which other places use too.' };
  }
  if (node.style === 'literal' || node.style === 'folded') return { refused: 'The text is a block of lines.' };
  const written = field.manifest.source.text.slice(node.start, node.end);
  const replacement = withStyleOf(written, text);
  return { start: node.start, end: node.end, text: written === '' ? ` ${replacement}` : replacement };
}
