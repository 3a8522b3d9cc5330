/** Reads kustomization files: which files they take in as resources, which as patches, and what they change in them. */
import { type Field, fieldsOf } from '../model/field.ts';
import type { Manifest } from '../model/manifest.ts';

/** A kustomization, paths resolved against its folder; a path that is a URL is in `remote`. */
export interface Kustomization {
  readonly manifest: Manifest;
  /** Its folder, relative to the working directory; empty for the working directory itself. */
  readonly folder: string;
  /** Files and folders under `resources`, `bases` and `components`. */
  readonly resources: readonly string[];
  /** Files that are patches: parts of objects, or lists of operations. */
  readonly patches: readonly string[];
  readonly remote: readonly Field[];
  /** The namespace given to all objects, when there is one. */
  readonly namespace: string | undefined;
}

/** Stands for the namespace of an object that names none, and that a kustomization takes in. */
export const kustomizedNamespace = 'namespace of its kustomization';

export function isKustomizationPath(path: string): boolean {
  return /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path);
}

/** Reads a kustomization from the only document of its file. */
export function readKustomization(manifest: Manifest): Kustomization {
  const root = fieldsOf(manifest);
  const path = manifest.source.path;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const texts = (field: Field | undefined) => (field?.items() ?? []).filter((item) => item.text !== undefined);
  const taken = [...texts(root.get('resources')), ...texts(root.get('bases')), ...texts(root.get('components'))];
  const patched = [
    ...texts(root.get('patchesStrategicMerge')),
    ...[...(root.get('patches')?.items() ?? []), ...(root.get('patchesJson6902')?.items() ?? [])].flatMap(
      (patch) => patch.get('path') ?? [],
    ),
    ...texts(root.get('transformers')),
  ];
  const isRemote = (field: Field) => isRemotePath(field.text as string);
  return {
    manifest,
    folder,
    resources: taken.filter((field) => !isRemote(field)).map((field) => resolvePath(folder, field.text as string)),
    patches: patched.flatMap((field) =>
      field.text && !field.text.includes('\n') ? [resolvePath(folder, field.text)] : [],
    ),
    remote: taken.filter(isRemote),
    namespace: root.get('namespace')?.text,
  };
}

/** URLs and the short forms that kustomize hands to git. */
export function isRemotePath(path: string): boolean {
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
