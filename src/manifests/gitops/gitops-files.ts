/** What reading GitOps objects needs of the files around them, and the files that a path of theirs takes in. */
import { type Field, fieldsOf } from '../../model/field.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Source } from '../../model/source.ts';
import { isKustomizationPath, readKustomization } from '../kustomizations.ts';

/** Files of the repository; paths are relative to the working directory, which is the empty text. */
export interface GitopsFiles {
  kind(path: string): 'file' | 'directory' | undefined;
  /** Undefined for what is no readable text inside the workspace. */
  source(path: string): Source | undefined;
  /** Every document of a file that is a map, as a manifest. */
  documents(path: string): readonly Manifest[];
  /** All files below a folder. */
  below(folder: string): readonly string[];
}

/** A file that is applied, and the namespace that kustomizations on the way put its objects into. */
export interface ReachedFile {
  readonly path: string;
  readonly namespace: string | undefined;
}

/** What is applied when a folder is. */
export interface Reach {
  readonly files: readonly ReachedFile[];
  /** The kustomization files on the way. */
  readonly kustomizations: readonly Manifest[];
}

const kustomizationNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/**
 * The files that applying a folder applies: what its kustomization takes in, or, without one, every YAML file below it,
 * as the generated kustomization of Flux does (fluxcd/pkg kustomize, Generator).
 */
export function reachOf(folder: string, files: GitopsFiles, components: readonly string[] = []): Reach {
  const found = new Map<string, ReachedFile>();
  const kustomizations = new Map<string, Manifest>();
  const visit = (path: string, namespace: string | undefined): void => {
    const kustomization = kustomizationIn(path, files);
    if (kustomization) {
      const own = kustomization.manifest.source.path;
      if (kustomizations.has(own)) return;
      kustomizations.set(own, kustomization.manifest);
      // The outermost kustomization has the last word about the namespace.
      for (const resource of kustomization.resources) visit(resource, namespace ?? kustomization.namespace);
    } else if (files.kind(path) === 'file') {
      if (!found.has(path)) found.set(path, { path, namespace });
    } else visitPlain(path, namespace);
  };
  const visitPlain = (path: string, namespace: string | undefined): void => {
    const below = files.below(path);
    const nested = below.filter((file) => isKustomizationPath(file)).map(folderOf);
    for (const inner of nested.filter((one) => !nested.some((other) => one.startsWith(`${other}/`))))
      visit(inner, namespace);
    for (const file of below)
      if (/\.ya?ml$/.test(file) && !nested.some((inner) => file.startsWith(`${inner}/`))) visit(file, namespace);
  };
  for (const path of [folder, ...components]) if (files.kind(path)) visit(path, undefined);
  return { files: [...found.values()], kustomizations: [...kustomizations.values()] };
}

function kustomizationIn(folder: string, files: GitopsFiles): ReturnType<typeof readKustomization> | undefined {
  const path = kustomizationNames.map((name) => joinPath(folder, name)).find((file) => files.kind(file) === 'file');
  const [document] = path === undefined ? [] : files.documents(path);
  return document && readKustomization(document);
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

export function joinPath(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** API group and kind, whatever the version. */
export function isKind(manifest: Manifest, group: string, ...kinds: readonly string[]): boolean {
  return manifest.apiVersion.startsWith(`${group}/`) && kinds.includes(manifest.kind);
}

/** The entries of a map that are text, by key. */
export function textsOf(field: Field | undefined): ReadonlyMap<string, Field> {
  return new Map((field?.entries() ?? []).flatMap((entry) => (entry.text === undefined ? [] : [[entry.key, entry]])));
}

/** Name and namespace as written. */
export function namesOf(manifest: Manifest): { readonly name: string; readonly namespace: string | undefined } {
  const metadata = fieldsOf(manifest).get('metadata');
  return { name: metadata?.get('name')?.text ?? '', namespace: metadata?.get('namespace')?.text };
}
