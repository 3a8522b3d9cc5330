/** Reads kustomization files: which files they take in as resources, which as patches, and what they change in them. */
import { type Field, fieldsOf } from '../model/field.ts';
import type { Manifest } from '../model/manifest.ts';

/** A kustomization, paths resolved against its folder; a path that is a URL is in `remote`. */
export interface Kustomization {
  readonly manifest: Manifest;
  /** Its folder, relative to the working directory; empty for the working directory itself. */
  readonly folder: string;
  /** Components are only ever parts of other kustomizations. */
  readonly component: boolean;
  /** Files and folders under `resources`, `bases` and `components`, in the order in which they are taken in. */
  readonly resources: readonly string[];
  /** Files that are patches: parts of objects, or lists of operations. */
  readonly patches: readonly string[];
  /** Further files that are read: of generators, transformers, configurations, replacements. */
  readonly inputs: readonly string[];
  /** Everything local that must be there, with the field that says so. */
  readonly taken: readonly { readonly path: string; readonly field: Field }[];
  readonly remote: readonly Field[];
  /** What only plugins can do (Helm charts), when there is any of it. */
  readonly plugins: Field | undefined;
  /** The namespace given to all objects, when there is one. */
  readonly namespace: string | undefined;
}

/** Stands for the namespace of an object that names none, and that a kustomization takes in. */
export const kustomizedNamespace = 'namespace of its kustomization';

export function isKustomizationPath(path: string): boolean {
  return /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path);
}

/** Fields of a kustomization that hold paths; the last step of a path may be a list of them. */
const takenFields = [['resources'], ['bases'], ['components']];
const patchFields = [
  ['patchesStrategicMerge'],
  ['patches', 'path'],
  ['patchesJson6902', 'path'],
  ['transformers'],
  ['generators'],
];
const inputFields = [
  ['configurations'],
  ['crds'],
  ['validators'],
  ['replacements', 'path'],
  ['openapi', 'path'],
  ...['configMapGenerator', 'secretGenerator'].flatMap((name) => [
    [name, 'files'],
    [name, 'envs'],
    [name, 'env'],
  ]),
];
const pluginFields = ['helmCharts', 'helmChartInflationGenerator'];

/** Reads a kustomization from the only document of its file. */
export function readKustomization(manifest: Manifest): Kustomization {
  const root = fieldsOf(manifest);
  const path = manifest.source.path;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const taken = pathsAt(root, takenFields);
  const patched = pathsAt(root, patchFields);
  const read = pathsAt(root, inputFields);
  const isRemote = (field: Field) => isRemotePath(fileOf(field.text as string));
  const local = (fields: readonly Field[]) =>
    fields.filter((field) => !isRemote(field)).map((field) => resolvePath(folder, fileOf(field.text as string)));
  return {
    manifest,
    folder,
    component: manifest.kind === 'Component',
    resources: local(taken),
    patches: local(patched),
    inputs: local(read),
    taken: [...taken, ...patched, ...read].flatMap((field) => {
      const [resolved] = local([field]);
      return resolved === undefined ? [] : [{ path: resolved, field }];
    }),
    remote: [...taken, ...patched, ...read].filter(isRemote),
    plugins: pluginFields.map((name) => root.get(name)).find((field) => field?.items().length),
    namespace: root.get('namespace')?.text,
  };
}

/** The fields that hold one path each; text of several lines is a patch that stands in the kustomization itself. */
function pathsAt(root: Field, fields: readonly (readonly string[])[]): readonly Field[] {
  const below = (field: Field | undefined, [step, ...rest]: readonly string[]): readonly Field[] => {
    if (!field) return [];
    if (field.node.type === 'sequence')
      return field.items().flatMap((item) => below(item, step ? [step, ...rest] : []));
    return step === undefined ? [field] : below(field.get(step), rest);
  };
  return fields.flatMap((path) => below(root, path)).filter((field) => field.text && !field.text.includes('\n'));
}

/** Generators write `key=file`. */
function fileOf(text: string): string {
  return /^[\w.-]+=/.test(text) ? text.slice(text.indexOf('=') + 1) : text;
}

/** URLs and the short forms that kustomize hands to git. */
function isRemotePath(path: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|(?:www\.)?(?:github|gitlab|bitbucket|dev\.azure)\.(?:com|org)[/:]|git::)|\?ref=/i.test(
    path,
  );
}

/** A path relative to a folder, both relative to the working directory. */
export function resolvePath(folder: string, path: string): string {
  if (path.startsWith('/')) return path;
  const parts: string[] = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}
