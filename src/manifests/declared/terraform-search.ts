/** Finds, by text search alone, the Terraform folders worth parsing and the files that Terraform fills in. */
import { posix } from 'node:path';
import type { Source, Spot } from '../../model/source.ts';

const telling =
  /federated_?identity_?credential|system:serviceaccount:|\b(?:kubernetes_(?:service_account|manifest|annotations)|kubectl_manifest|helm_release)|\bsubject"?\s*[=:]/i;

/** Whether a Terraform file can declare a credential or a ServiceAccount; the folder of one that can is read whole. */
function mayDeclareInTerraform(text: string): boolean {
  return telling.test(text);
}

/**
 * The files of every folder in which a file is telling, or which calls such a folder as a module, by folder.
 * `.tfvars` files below a module without one of their own belong to it.
 */
export function foldersOfInterest(sources: readonly Source[]): ReadonlyMap<string, readonly Source[]> {
  const folders = filesByFolder(sources);
  const interesting = new Set<string>();
  for (const [path, files] of folders) {
    if (files.some((file) => mayDeclareInTerraform(file.text))) interesting.add(path);
  }
  if (interesting.size === 0) return new Map();
  const calls = new Map([...folders].map(([path, files]) => [path, moduleSources(path, files)]));
  for (let grown = true; grown; ) {
    grown = false;
    for (const [path, called] of calls) {
      if (interesting.has(path) || ![...called].some((callee) => interesting.has(callee))) continue;
      interesting.add(path);
      grown = true;
    }
  }
  return new Map([...folders].filter(([path]) => interesting.has(path)));
}

function filesByFolder(sources: readonly Source[]): ReadonlyMap<string, readonly Source[]> {
  const folders = new Map<string, Source[]>();
  for (const source of sources) {
    if (/\.tf(\.json)?$/.test(source.path)) add(folders, folderOf(source.path), source);
  }
  for (const source of sources) {
    if (!/\.tfvars(\.json)?$/.test(source.path)) continue;
    let folder = folderOf(source.path);
    while (folder !== '' && !folders.has(folder)) folder = folderOf(folder);
    if (folders.has(folder)) add(folders, folder, source);
  }
  return folders;
}

function add(folders: Map<string, Source[]>, folder: string, source: Source): void {
  const files = folders.get(folder);
  if (files) files.push(source);
  else folders.set(folder, [source]);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The folders that the `source` attributes in a folder lead to, when they are relative. */
export function moduleSources(folder: string, files: readonly Source[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const file of files) {
    for (const match of file.text.matchAll(/\bsource"?\s*[=:]\s*"(\.{1,2}(?:\/[^"]*)?)"/g)) {
      const path = posix.join(folder, match[1] as string).replace(/\/$/, '');
      found.add(path === '.' ? '' : path);
    }
  }
  return found;
}

/** The files that calls of `templatefile` in a source name, by path. */
export function templateFilesOf(source: Source): readonly { readonly path: string; readonly at: Spot }[] {
  if (!source.text.includes('templatefile')) return [];
  const calls = source.text.matchAll(/\btemplatefile\(\s*"(?:\$\{path\.(?:module|root|cwd)\}\/)?([^"$]+)"/g);
  return [...calls].map((match) => ({
    path: posix.join(folderOf(source.path), match[1] as string),
    at: { source, start: match.index, end: match.index + match[0].length },
  }));
}
