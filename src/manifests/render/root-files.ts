/** Reads the files that roots are made of, each once, and tells which of them lie outside of the workspace. */
import type { Manifest } from '../../model/manifest.ts';
import type { Source } from '../../model/source.ts';
import type { Files } from '../../ports/files.ts';
import { holdsIdentityText } from '../interests.ts';
import { type Kustomization, readKustomization } from '../kustomizations.ts';
import { decodeText } from '../yaml/decode-text.ts';
import { defaultLimits } from '../yaml/limits.ts';
import { parseDocument } from '../yaml/parse-document.ts';
import { splitDocuments } from '../yaml/split-documents.ts';

const kustomizationNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** Paths are relative to the working directory, or absolute. */
export class RootFiles {
  readonly #files: Files;
  readonly #workspaces: readonly string[];
  readonly #sources = new Map<string, Source | undefined>();
  readonly #identity = new Map<string, boolean>();
  readonly #manifests = new Map<string, readonly Manifest[]>();
  readonly #kustomizations = new Map<string, Kustomization | undefined>();
  readonly #listings = new Map<string, readonly string[]>();

  /** The workspace is the repository that holds the working directory, and those that hold the paths. */
  constructor(files: Files, paths: readonly string[]) {
    this.#files = files;
    this.#workspaces = ['.', ...paths].filter((path) => path !== '-').map((path) => workspaceOf(files, path));
  }

  kind(path: string): 'file' | 'directory' | undefined {
    const kind = this.#files.stat(path || '.')?.kind;
    return kind === 'other' ? undefined : kind;
  }

  /** False for a path that links lead out of the workspace; one that does not exist leads nowhere. */
  isInside(path: string): boolean {
    if (this.#files.stat(path || '.') === undefined) return true;
    const real = this.#files.realPath(path || '.');
    return this.#workspaces.some((workspace) => real === workspace || real.startsWith(`${workspace}/`));
  }

  /** Whether a path of a file is what a tool wrote as a path that climbs out of a folder elsewhere. */
  isAt(path: string, climbing: string): boolean {
    return (
      this.#files.stat(path) !== undefined &&
      this.#files.realPath(path).endsWith(`/${climbing.replace(/^(?:\.\.\/)+/, '')}`)
    );
  }

  /** The text of a file; undefined when it is none, is too large or no text, or lies outside. */
  source(path: string): Source | undefined {
    if (!this.#sources.has(path)) this.#sources.set(path, this.#read(path));
    return this.#sources.get(path);
  }

  #read(path: string): Source | undefined {
    const stat = this.#files.stat(path);
    if (stat?.kind !== 'file' || stat.size > defaultLimits.fileBytes || !this.isInside(path)) return undefined;
    const text = decodeText(this.#files.read(path));
    return text === undefined ? undefined : { path, text };
  }

  holdsIdentity(path: string): boolean {
    let known = this.#identity.get(path);
    if (known === undefined) {
      known = holdsIdentityText(this.source(path)?.text ?? '');
      this.#identity.set(path, known);
    }
    return known;
  }

  /** Every document of a YAML file that is a map or list, whether or not it is a Kubernetes object. */
  documents(path: string): readonly Manifest[] {
    let known = this.#manifests.get(path);
    if (!known) {
      const source = this.source(path);
      known = source ? documentsOf(source) : [];
      this.#manifests.set(path, known);
    }
    return known;
  }

  /** The kustomization in a folder, when there is one. */
  kustomization(folder: string): Kustomization | undefined {
    if (!this.#kustomizations.has(folder)) {
      const path = kustomizationNames.map((name) => joined(folder, name)).find((file) => this.kind(file) === 'file');
      const [document] = path === undefined ? [] : this.documents(path);
      this.#kustomizations.set(folder, document && readKustomization(document));
    }
    return this.#kustomizations.get(folder);
  }

  /** Every file below a folder; links are listed and not followed. */
  below(folder: string): readonly string[] {
    let known = this.#listings.get(folder);
    if (!known) {
      known = this.kind(folder) === 'directory' ? this.#walk(folder) : [];
      this.#listings.set(folder, known);
    }
    return known;
  }

  #walk(folder: string): readonly string[] {
    return this.#files
      .list(folder || '.')
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const path = joined(folder, entry.name);
        return entry.kind === 'directory' ? this.#walk(path) : [path];
      });
  }
}

export function joined(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** All documents of a text, in the shape of manifests. */
export function documentsOf(source: Source): readonly Manifest[] {
  return splitDocuments(source.text, defaultLimits.documents).spans.flatMap(({ start, end }) => {
    const { root } = parseDocument(source, start, end);
    return root && root.type !== 'scalar' ? [manifestOf(source, root, start, end)] : [];
  });
}

/** A list of operations has no map at its root; it is held by one, so that every place has a manifest. */
function manifestOf(
  source: Source,
  root: NonNullable<ReturnType<typeof parseDocument>['root']>,
  start: number,
  end: number,
): Manifest {
  if (root.type !== 'map') return { source, root: holder(root), apiVersion: '', kind: '', start, end };
  const text = (key: string) => {
    const value = root.entries.find((entry) => entry.key.text === key)?.value;
    return value?.type === 'scalar' ? value.text : '';
  };
  return { source, root, apiVersion: text('apiVersion'), kind: text('kind'), start, end };
}

/** The key under which a list stands that is a document of its own. */
export const listKey = '';

function holder(value: NonNullable<ReturnType<typeof parseDocument>['root']>): Manifest['root'] {
  const { start, end } = value;
  const key = { type: 'scalar', value: listKey, text: listKey, style: 'plain', start, end: start } as const;
  return { type: 'map', entries: [{ key, value }], flow: false, start, end };
}

/** The folder above a path, or itself, that is a repository of git; else the folder of the path. */
function workspaceOf(files: Files, path: string): string {
  const real = files.realPath(path || '.');
  for (let folder = real; folder.includes('/'); folder = folder.slice(0, folder.lastIndexOf('/'))) {
    if (folder !== '' && files.stat(`${folder}/.git`)) return folder;
  }
  return files.stat(real)?.kind === 'file' ? real.slice(0, real.lastIndexOf('/')) : real;
}
