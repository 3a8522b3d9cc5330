/** Reads the patches of a kustomization, from files and from its own text, with the objects that they change. */
import { type Field, fieldsOf } from '../../model/field.ts';
import type { Manifest } from '../../model/manifest.ts';
import { type Kustomization, resolvePath } from '../kustomizations.ts';
import { parseDocument } from '../yaml/parse-document.ts';
import { documentsOf, listKey, type RootFiles } from './root-files.ts';

/** One operation of a JSON patch. */
export interface PatchOperation {
  /** The pointer as steps of a path; `-` and indexes as they are written. */
  readonly steps: readonly string[];
  readonly pathField: Field;
  readonly value: Field | undefined;
}

/** One patch: a part of an object, or operations. */
export interface Patch {
  readonly part: Manifest | undefined;
  readonly operations: readonly PatchOperation[];
  /** Whether it can be meant for an object of this kind, rendered name, and namespace in its own file. */
  readonly applies: (kind: string, name: string, namespace?: string) => boolean;
  /** Whether its name, or the pattern of its target, is exactly this one; without any it is. */
  readonly isNamed: (name: string) => boolean;
}

/** Where patches that stand in files are read from. */
type PatchFiles = Pick<RootFiles, 'documents'>;

/** The patches of one kustomization in the order in which they are applied. */
export function patchesOf(
  { manifest, folder }: Pick<Kustomization, 'manifest' | 'folder'>,
  files: PatchFiles,
): readonly Patch[] {
  const root = fieldsOf(manifest);
  const strategic = (root.get('patchesStrategicMerge')?.items() ?? []).flatMap((item) =>
    documentsIn(item, folder, files).map((document) => readPatch(document, undefined)),
  );
  const targeted = ['patches', 'patchesJson6902'].flatMap((key) =>
    (root.get(key)?.items() ?? []).flatMap((entry) => {
      const text = entry.get('patch') ?? entry.get('path');
      return text ? documentsIn(text, folder, files).map((document) => readPatch(document, entry.get('target'))) : [];
    }),
  );
  return [...strategic, ...targeted];
}

/** The documents of a file that a field names, or of the text that it holds. */
function documentsIn(field: Field, folder: string, files: PatchFiles): readonly Manifest[] {
  if (field.node.type !== 'scalar') return [];
  if (!field.node.text.includes('\n')) return files.documents(resolvePath(folder, field.node.text));
  return inlineDocuments(field);
}

/** The text of a block scalar as documents whose places are those of the file that holds it. */
function inlineDocuments(field: Field): readonly Manifest[] {
  const { node, manifest } = field;
  if (node.type !== 'scalar' || (node.style !== 'literal' && node.style !== 'folded')) return [];
  const { source } = manifest;
  const start = source.text.indexOf('\n', node.start) + 1;
  const text = source.text.slice(start, node.end);
  // Several documents would need their separators at the start of lines, where a block has its indentation.
  if (/^[ ]*---/m.test(text)) return documentsOf({ path: source.path, text: `${' '.repeat(start)}${text}` });
  const { root } = parseDocument(source, start, node.end);
  if (!root || root.type === 'scalar') return [];
  if (root.type === 'map') return [{ source, root, apiVersion: '', kind: textAt(root, 'kind'), start, end: node.end }];
  const key = { type: 'scalar', value: listKey, text: listKey, style: 'plain', start, end: start } as const;
  const held = { type: 'map', entries: [{ key, value: root }], flow: false, start, end: node.end } as const;
  return [{ source, root: held, apiVersion: '', kind: '', start, end: node.end }];
}

function textAt(root: Manifest['root'], key: string): string {
  const value = root.entries.find((entry) => entry.key.text === key)?.value;
  return value?.type === 'scalar' ? value.text : '';
}

function readPatch(document: Manifest, target: Field | undefined): Patch {
  const root = fieldsOf(document);
  const list = root.get(listKey);
  const name = target ? target.get('name')?.text : root.get('metadata', 'name')?.text;
  const namespace = target ? target.get('namespace')?.text : root.get('metadata', 'namespace')?.text;
  const kind = target ? target.get('kind')?.text : document.kind;
  return {
    part: list ? undefined : document,
    operations: (list?.items() ?? []).flatMap(readOperation),
    applies: (ofKind, rendered, own) =>
      (!kind || fits(kind, ofKind)) &&
      (!name || nameFits(name, rendered)) &&
      (!namespace || own === undefined || fits(namespace, own)),
    isNamed: (wanted) => !name || fits(name, wanted),
  };
}

function readOperation(item: Field): readonly PatchOperation[] {
  const pathField = item.get('path');
  if (!pathField?.text) return [];
  const steps = pathField.text
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return [{ steps, pathField, value: item.get('value') }];
}

/** Targets are regular expressions over whole texts. */
function fits(pattern: string, text: string): boolean {
  return pattern === text || wholeMatch(pattern, text);
}

/** Rendering may have put a prefix or suffix around the name that the patch knows. */
export function nameFits(pattern: string, rendered: string): boolean {
  return rendered.includes(pattern) || wholeMatch(pattern, rendered) || wholeMatch(`.*${pattern}.*`, rendered);
}

function wholeMatch(pattern: string, text: string): boolean {
  // Only what people write in targets; a pattern of a hostile repository must not be able to hang the run.
  if (pattern.length > 200 || !/^[\w.*|()$^-]*$/.test(pattern) || /[*)]\)*[*]/.test(pattern)) return false;
  try {
    return new RegExp(`^(?:${pattern})$`).test(text);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return false;
    throw thrown;
  }
}
