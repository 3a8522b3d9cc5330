/** A kustomize root with everything that it takes in: which kustomizations, which files, and what forbids to build it. */
import type { Spot } from '../../model/source.ts';
import { isKustomizationPath, type Kustomization } from '../kustomizations.ts';
import { locate, spotOf } from '../locate.ts';
import { joined, type RootFiles } from './root-files.ts';

/** `layers` has the root's own kustomization first: what it says is applied last. */
export interface KustomizeTree {
  readonly folder: string;
  readonly layers: readonly Kustomization[];
  /** Files that are read, kustomizations included, in the order in which they are met. */
  readonly files: readonly string[];
  /** Why it must not be built, in words, with the line. */
  readonly refusal: { readonly why: string; readonly remedy: string; readonly spot?: Spot } | undefined;
}

/** Real trees are a handful of levels deep. */
const deepest = 50;

/** Follows a root through its bases and components; undefined when the folder holds no kustomization. */
export function kustomizeTree(folder: string, files: RootFiles, allowRemote: boolean): KustomizeTree | undefined {
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
  const tree = { folder, layers: [...layers.values()], files: [...paths] };
  return { ...tree, refusal: refusalOf(tree, files, allowRemote) };
}

function refusalOf(
  { layers, files: paths }: Pick<KustomizeTree, 'layers' | 'files'>,
  files: RootFiles,
  allowRemote: boolean,
): KustomizeTree['refusal'] {
  const leaving = [...layers.map((layer) => layer.folder), ...paths].find((path) => !files.isInside(path));
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
      spot: spotOf(plugin.keyPlace),
    };
  }
  const remote = allowRemote ? undefined : layers.flatMap((layer) => layer.remote)[0];
  if (!remote) return undefined;
  const { file, line } = locate(remote.place);
  return {
    why: `it takes in ${remote.text} (${file}:${line}), and nothing is fetched over the network`,
    remedy: 'Keep a copy in the repository, or allow fetching with allow-remote on branches that you trust.',
    spot: spotOf(remote.place),
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

/** A folder as kustomize would take it in by its manifests when it holds no kustomization: all files in it. */
export function plainFiles(folder: string, files: RootFiles): readonly string[] {
  return files
    .below(folder)
    .filter((path) => /\.(?:ya?ml|json)$/.test(path) && !isKustomizationPath(path) && path !== joined(folder, ''));
}
