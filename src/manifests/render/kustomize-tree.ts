/** A kustomize root with everything that it takes in: which kustomizations, which files, and what forbids to build it. */
import type { Kustomization } from '../kustomizations.ts';
import { locate } from '../locate.ts';
import { kustomizationPaths, type RootFiles } from './root-files.ts';

/** `layers` has the root's own kustomization first: what it says is applied last. */
export interface KustomizeTree {
  readonly folder: string;
  readonly layers: readonly Kustomization[];
  /** Files that are read, kustomizations included, in the order in which they are met. */
  readonly files: readonly string[];
}

/** Why a root must not be rendered, in words. */
export interface Refusal {
  readonly why: string;
  readonly remedy: string;
}

/** Real trees are a handful of levels deep. */
const deepest = 50;

/** Follows a root through its bases and components; undefined when the folder holds no kustomization. */
export function kustomizeTree(folder: string, files: RootFiles): KustomizeTree | undefined {
  if (!files.kustomization(folder)) return undefined;
  const layers = new Map<string, Kustomization>();
  const paths = new Set<string>();
  const visit = (at: string, depth: number): void => {
    const kustomization = layers.has(at) || depth > deepest ? undefined : files.kustomization(at);
    if (!kustomization) return;
    layers.set(at, kustomization);
    paths.add(kustomization.manifest.source.path);
    for (const path of [...kustomization.patches, ...kustomization.inputs]) paths.add(path);
    for (const path of kustomization.resources) {
      if (files.kind(path) === 'directory') visit(path, depth + 1);
      else paths.add(path);
    }
  };
  visit(folder, 0);
  return { folder, layers: [...layers.values()], files: [...paths] };
}

/** What forbids to build a root: it would read outside, run plugins, fetch, or fail for want of a file. */
export function buildRefusal(
  { layers, files: paths }: KustomizeTree,
  files: RootFiles,
  allowRemote: boolean,
): Refusal | undefined {
  const leaving = [...layers.flatMap(({ folder, resources }) => [folder, ...resources]), ...paths]
    .flatMap((path) => [path, ...(files.kind(path) === 'directory' ? kustomizationPaths(path) : [])])
    .find((path) => !files.isInside(path));
  if (leaving !== undefined) {
    return {
      why: `${leaving || '.'} is a link that leads out of the repository, and nothing outside is read`,
      remedy: 'Keep what is built inside the repository.',
    };
  }
  const plugin = layers.map((layer) => layer.plugins).find((field) => field !== undefined);
  if (plugin) {
    const { file, line } = locate(plugin.keyPlace);
    return {
      why: `${plugin.key} (${file}:${line}) needs a plugin that runs Helm from kustomize, and plugins are never run`,
      remedy: 'Keep the rendered chart in the repository, or name the chart under helm in idwire.yaml.',
    };
  }
  const absent = layers.flatMap((layer) => layer.taken).find(({ path }) => files.kind(path) === undefined);
  if (absent) {
    const { file, line } = locate(absent.field.place);
    return {
      why: `${file}:${line} takes in ${absent.path}, which does not exist`,
      remedy: 'Mend the path, or run the check after whatever makes the file.',
    };
  }
  const remote = allowRemote ? undefined : layers.flatMap((layer) => layer.remote)[0];
  if (!remote) return undefined;
  const { file, line } = locate(remote.place);
  return {
    why: `it takes in ${remote.text} (${file}:${line}), and nothing is fetched over the network`,
    remedy: 'Keep a copy in the repository, or allow fetching with allow-remote on branches that you trust.',
  };
}

/** Folders of kustomizations that nothing else takes in; components are never roots. */
export function kustomizeRoots(kustomizations: readonly Kustomization[]): readonly string[] {
  const taken = new Set(kustomizations.flatMap((kustomization) => kustomization.resources));
  return kustomizations
    .filter(({ component, folder, manifest }) => {
      if (component || taken.has(folder) || taken.has(manifest.source.path)) return false;
      // Flux calls its own objects Kustomization too, and some people their files as well.
      return manifest.apiVersion === '' || manifest.apiVersion.startsWith('kustomize.config.k8s.io/');
    })
    .map((kustomization) => kustomization.folder);
}

/**
 * The manifests that a deployer takes from a folder that holds no kustomization; what lies below a kustomization of its
 * own is a root by itself.
 */
export function plainFiles(
  folder: string,
  manifests: readonly string[],
  kustomized: ReadonlySet<string>,
): readonly string[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  return manifests.filter((path) => {
    if (!path.startsWith(prefix) || !/\.(?:ya?ml|json)$/.test(path)) return false;
    const steps = path.slice(prefix.length).split('/').slice(0, -1);
    return !steps.some((_, index) => kustomized.has(prefix + steps.slice(0, index + 1).join('/')));
  });
}
