/** A second opinion on an edit: a parser that had no part in it must see the same document but for the edited spots. */
import { type Alias, isAlias, isCollection, isMap, isScalar, type Node, parseAllDocuments, type Scalar } from 'yaml';
import { type OffsetEdit, offsetMover, writtenRanges } from './apply-edits.ts';

/** Values and merges are not resolved: what is compared is what stands in the text. */
const options = {
  schema: 'failsafe',
  resolveKnownTags: false,
  merge: false,
  uniqueKeys: true,
  strict: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** A scalar or an alias: what it is, the way down to it by offsets of keys and by indexes, and where it stands. */
interface Leaf {
  readonly what: string;
  readonly way: readonly (number | string)[];
  readonly start: number;
  readonly end: number;
}

interface Stream {
  readonly leaves: readonly Leaf[];
  readonly errors: readonly string[];
  /** Stretches that other places of their document repeat. */
  readonly shared: readonly { readonly start: number; readonly end: number }[];
}

/** Why the edit is not to be trusted, as a sentence; undefined when all but the edited spots is the same. */
export function doubtAbout(before: string, after: string, edits: readonly OffsetEdit[]): string | undefined {
  const old = read(before);
  if (old.errors.length > 0) return 'The file is not YAML for every reader, so an edit cannot be proved right.';
  if (old.shared.some((node) => edits.some((edit) => edit.start <= node.end && edit.end >= node.start))) {
    return 'The text is anchored and used in other places too, which an edit would change as well.';
  }
  const edited = read(after);
  if (edited.errors.length > 0) return `The edited file would not be valid: ${edited.errors[0]}.`;
  const moved = offsetMover(edits);
  const kept = old.leaves
    .filter((leaf) => !edits.some((edit) => edit.start < leaf.end && edit.end > leaf.start))
    .map((leaf) => signature(leaf, moved));
  const written = writtenRanges(edits);
  const found = edited.leaves
    .filter((leaf) => !written.some((range) => leaf.start >= range.start && leaf.end <= range.end))
    .map((leaf) => signature(leaf, (offset) => offset));
  const same = kept.length === found.length && kept.every((leaf, index) => leaf === found[index]);
  return same ? undefined : 'The edit would change more than the spot it is meant for.';
}

function signature({ what, way, start }: Leaf, moved: (offset: number) => number): string {
  return JSON.stringify([what, way.map((step) => (typeof step === 'number' ? moved(step) : step)), moved(start)]);
}

function read(text: string): Stream {
  const leaves: Leaf[] = [];
  const errors: string[] = [];
  const shared: Stream['shared'][number][] = [];
  for (const [index, document] of [...parseAllDocuments(text, options)].entries()) {
    errors.push(...document.errors.map((error) => error.message));
    const anchored = new Map<string, Node[]>();
    const names = new Set<string>();
    const visit = (node: unknown, way: Leaf['way']): void => {
      if (!isNode(node)) return;
      if (isAlias(node)) names.add(node.source);
      else if (node.anchor) anchored.set(node.anchor, [...(anchored.get(node.anchor) ?? []), node]);
      if (!isCollection(node)) leaves.push(leafOf(node as Alias | Scalar, way));
      else if (!isMap(node)) for (const [at, item] of node.items.entries()) visit(item, [...way, `#${at}`]);
      else
        for (const { key, value } of node.items) {
          visit(key, [...way, 'key']);
          visit(value, [...way, startOf(key)]);
        }
    };
    visit(document.contents, [`document ${index}`]);
    for (const name of names) shared.push(...(anchored.get(name) ?? []).map(rangeOf));
  }
  return { leaves, errors, shared };
}

function isNode(node: unknown): node is Node {
  return isScalar(node) || isAlias(node) || isCollection(node);
}

function leafOf(node: Alias | Scalar, way: Leaf['way']): Leaf {
  const [start, end] = node.range ?? [0, 0];
  const what = isAlias(node) ? ['*', node.source] : [node.type, node.source, node.tag, node.anchor];
  return { what: JSON.stringify(what), way, start, end };
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function rangeOf(node: Node): { start: number; end: number } {
  const [start, , end] = node.range ?? [0, 0, 0];
  return { start, end };
}
