/** Reads the `objects` parameter of a SecretProviderClass: a YAML text that lists YAML texts. */
import type { Field } from '../model/field.ts';
import type { MapNode, Place, ScalarNode, YamlNode } from '../model/manifest.ts';
import type { VaultObject, VaultObjects } from '../model/secret-class.ts';
import { lineAt, lineText, offsetOf, type Source, type Spot } from '../model/source.ts';
import { hasPlaceholder, readPlaceholders } from './placeholders.ts';
import { parseDocument } from './yaml/parse-document.ts';

/** A text inside a text: its own offsets, and where each of its lines stands in the file. */
interface Inner {
  readonly source: Source;
  readonly root: YamlNode | undefined;
  readonly problem: string | undefined;
  readonly place: (offset: number) => Place | Spot;
}

/**
 * Undefined when the parameter is no text. The provider unmarshals `array` into strings, and each string into one
 * object (Azure/secrets-store-csi-driver-provider-azure pkg/provider/types).
 */
export function readVaultObjects(field: Field | undefined): VaultObjects | undefined {
  const text = field?.string;
  if (!field || text === undefined) return undefined;
  const outer = readInner(text, lineFinder(field.manifest.source, field.node, field.place));
  const array = outer.root?.type === 'map' ? outer.root.entries.find((entry) => entry.key.text === 'array') : undefined;
  if (!array && hasPlaceholder(text)) return { items: [], faults: [], complete: false };
  if (outer.problem) return faulty(outer.place(0), `it is not YAML: ${outer.problem}`);
  if (text.trim() === '') return { items: [], faults: [], complete: true };
  if (!array) return faulty(field.place, 'it has no "array" at its top');
  if (array.value.type !== 'sequence')
    return isNull(array.value)
      ? { items: [], faults: [], complete: true }
      : faulty(outer.place(array.key.start), '"array" is not a list');
  const items: VaultObject[] = [];
  const faults: { at: Place | Spot; reason: string }[] = [];
  let unknown = 0;
  for (const item of array.value.items) {
    const read = readItem(outer, item);
    if (read === undefined) unknown += 1;
    else if ('reason' in read) faults.push(read);
    else items.push(read);
  }
  return { items, faults, complete: faults.length === 0 && unknown === 0 };
}

function faulty(at: Place | Spot, reason: string): VaultObjects {
  return { items: [], faults: [{ at, reason }], complete: false };
}

function isNull(node: YamlNode): boolean {
  return node.type === 'scalar' && node.value === null;
}

/** Undefined for an entry that something fills in later in a way that cannot be read yet. */
function readItem(outer: Inner, item: YamlNode): VaultObject | { at: Place | Spot; reason: string } | undefined {
  const at = outer.place(item.start);
  if (item.type !== 'scalar') {
    return { at, reason: 'an entry of "array" is a map, where the provider wants text: begin the entry with "- |"' };
  }
  if (typeof item.value !== 'string') return { at, reason: 'an entry of "array" is not text' };
  const inner = readInner(item.value, lineFinder(outer.source, item, undefined, outer.place));
  const whole = inner.root?.type === 'map' && inner.root.entries.every(({ value }) => value.type === 'scalar');
  if (!whole && hasPlaceholder(item.value)) return undefined;
  if (inner.problem) return { at: inner.place(0), reason: `an entry of "array" is not YAML: ${inner.problem}` };
  if (inner.root?.type !== 'map')
    return { at, reason: 'an entry of "array" is not a map of objectName, objectType and so on' };
  const root = inner.root;
  const first = inner.place(root.entries[0]?.key.start ?? 0);
  const whereOf = (key: string) => {
    const value = scalarAt(root, key);
    return value ? inner.place(value.start) : first;
  };
  const textOf = (key: string) => {
    const value = scalarAt(root, key);
    return value && value.value !== null ? readPlaceholders(value.text) : undefined;
  };
  return {
    at: first,
    name: textOf('objectName'),
    alias: scalarAt(root, 'objectAlias')?.text ? textOf('objectAlias') : undefined,
    type: textOf('objectType'),
    versionHistory: scalarAt(root, 'objectVersionHistory')?.text,
    nameAt: whereOf('objectName'),
    aliasAt: whereOf('objectAlias'),
    typeAt: whereOf('objectType'),
  };
}

function scalarAt(root: MapNode, key: string): ScalarNode | undefined {
  const value = root.entries.find((entry) => entry.key.text === key)?.value;
  return value?.type === 'scalar' ? value : undefined;
}

function readInner(text: string, place: (line: number, word: string) => Place | Spot): Inner {
  const source = { path: '', text };
  const { root, problems } = parseDocument(source, 0, text.length);
  const problem = problems.find(({ kind }) => kind !== 'duplicate-key');
  const at = (offset: number) => place(lineAt(source, offset), lineText(source, lineAt(source, offset)).trim());
  return {
    source,
    root,
    problem: problem?.message,
    place: problem ? () => at(Math.min(problem.start, text.trimEnd().length)) : at,
  };
}

/**
 * Where the lines of a block text stand: the lines after its `|`, one for one. A text in quotes has no lines of its
 * own, so that the whole of it is shown. `within` leads from the text around to the file.
 */
function lineFinder(
  source: Source,
  node: YamlNode,
  whole: Place | undefined,
  within?: (offset: number) => Place | Spot,
): (line: number, word: string) => Place | Spot {
  const block = node.type === 'scalar' && node.style === 'literal';
  const header = lineAt(source, node.start);
  return (line, word) => {
    if (!block) return whole ?? (within as (offset: number) => Place | Spot)(node.start);
    const offset = offsetOf(source, header + line, 1);
    if (within) return within(offset);
    const found = source.text.indexOf(word, offset);
    const end = source.text.indexOf('\n', offset);
    const start = found === -1 || (end !== -1 && found > end) ? offset : found;
    return { source, start, end: start + word.length };
  };
}
