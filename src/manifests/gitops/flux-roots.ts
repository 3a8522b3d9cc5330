/** Finds what the Flux Kustomizations of a repository apply, level below level, with the values that each fills in. */
import { fieldsOf } from '../../model/field.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Substitution } from '../envsubst/envsubst.ts';
import { resolvePath } from '../kustomizations.ts';
import { environmentOfPath } from '../raw-world.ts';
import type { KustomizeRequest } from '../render/root.ts';
import { configData } from './config-values.ts';
import {
  type ConfigReference,
  type FluxKustomization,
  type InnerPatch,
  isFluxKustomization,
  readFluxKustomization,
  readInnerPatch,
} from './flux-kustomization.ts';
import { type FluxSources, fluxSources } from './flux-sources.ts';
import { folderOf, type GitopsFiles, type Reach, reachOf } from './gitops-files.ts';

/** One Kustomization as one cluster sees it: a base that three clusters take in is three roots. */
export interface FluxRoot {
  readonly request: KustomizeRequest;
  readonly kustomization: FluxKustomization;
  /** Names of the Kustomizations that lead here, outermost first, itself last. */
  readonly chain: readonly string[];
  /** Undefined when Flux substitutes nothing here, so that `${X}` stays as it is. */
  readonly substitution: Substitution | undefined;
  /** What it takes values from and the repository does not hold. */
  readonly missing: readonly ConfigReference[];
  readonly reach: Reach;
}

/** Every Kustomization of this repository whose folder is there, in the order in which Flux would come upon them. */
export function fluxRoots(manifests: readonly Manifest[], files: GitopsFiles): readonly FluxRoot[] {
  const tree = new FluxTree(manifests, files);
  return tree.tops().flatMap((top) => {
    const cluster = clusterOf(top, files);
    // Values may come from a ConfigMap that a sibling applies, so all that the cluster applies has to be known first.
    const reaches = tree.walk(top, cluster, []).map(({ reach }) => reach);
    return tree.walk(top, cluster, reaches);
  });
}

/** The folder that a cluster is synchronised with; for Kustomizations that nothing applies, the one they lie in. */
function clusterOf(top: Manifest, files: GitopsFiles): string {
  const { folder } = readFluxKustomization(top, undefined);
  const path = top.source.path;
  const holdsItself = folder !== undefined && reachOf(folder, files).files.some((file) => file.path === path);
  return holdsItself ? folder || '.' : folderOf(path).replace(/(?:^|\/)flux-system$/, '') || '.';
}

/** What a level hands down to the next. */
interface Level {
  readonly cluster: string;
  readonly chain: readonly FluxKustomization[];
  readonly outer: Substitution | undefined;
  readonly patches: readonly InnerPatch[];
}

class FluxTree {
  readonly #files: GitopsFiles;
  readonly #sources: FluxSources;
  readonly #kustomizations: readonly Manifest[];
  readonly #reaches = new Map<string, Reach>();

  constructor(manifests: readonly Manifest[], files: GitopsFiles) {
    this.#files = files;
    this.#sources = fluxSources(manifests);
    this.#kustomizations = manifests.filter(isFluxKustomization);
  }

  /** Kustomizations that no other one applies; of those that apply each other, the first. */
  tops(): readonly Manifest[] {
    const inner = new Map(this.#kustomizations.map((manifest) => [manifest, this.#innerOf(manifest)]));
    const applied = new Set([...inner.values()].flat());
    const tops = this.#kustomizations.filter((manifest) => !applied.has(manifest));
    const seen = new Set<Manifest>();
    const mark = (manifest: Manifest): void => {
      if (seen.has(manifest)) return;
      seen.add(manifest);
      inner.get(manifest)?.forEach(mark);
    };
    tops.forEach(mark);
    for (const manifest of this.#kustomizations) {
      if (seen.has(manifest)) continue;
      tops.push(manifest);
      mark(manifest);
    }
    return tops;
  }

  #innerOf(manifest: Manifest): readonly Manifest[] {
    const kustomization = readFluxKustomization(manifest, undefined);
    if (!this.#isHere(kustomization)) return [];
    return this.#within(this.#reach(kustomization)).filter((found) => found !== manifest);
  }

  /** The Kustomization and all below it. `known`: what the cluster applies, where values can come from. */
  walk(top: Manifest, cluster: string, known: readonly Reach[]): readonly FluxRoot[] {
    const roots: FluxRoot[] = [];
    const visit = (manifest: Manifest, level: Level): void => {
      const fitting = level.patches.filter(({ name }) => name === undefined || name === nameIn(manifest));
      const kustomization = readFluxKustomization(manifest, level.outer, fitting);
      const { remoteCluster } = kustomization;
      const place = remoteCluster === undefined ? level.cluster : `${level.cluster} (${remoteCluster})`;
      if (level.chain.some((above) => above.manifest === manifest) || !this.#isHere(kustomization)) return;
      const chain = [...level.chain, kustomization];
      const reach = this.#reach(kustomization);
      const hidden = fitting.some(({ postBuild }) => postBuild === undefined);
      const { substitution, missing } = this.#substitutionOf(kustomization, [reach, ...known], hidden);
      roots.push({
        request: requestOf(kustomization, place, substitution),
        kustomization,
        chain: chain.map(({ name }) => name),
        substitution,
        missing,
        reach,
      });
      const patches = [...kustomization.innerPatches, ...this.#patchesIn(reach)];
      for (const inner of this.#within(reach)) visit(inner, { cluster: place, chain, outer: substitution, patches });
    };
    visit(top, { cluster, chain: [], outer: undefined, patches: [] });
    return roots;
  }

  /** A path that is there is taken for one of this repository, unless its source is certainly another one. */
  #isHere({ manifest, folder }: FluxKustomization): boolean {
    const origin = this.#sources.originOf(fieldsOf(manifest).get('spec', 'sourceRef'));
    if (folder === undefined || origin === 'other' || (folder === '' && origin !== 'own')) return false;
    return this.#files.kind(folder) === 'directory';
  }

  #reach({ folder = '', components }: FluxKustomization): Reach {
    const paths = components.map((component) => resolvePath(folder, component));
    const key = [folder, ...paths].join('\n');
    const reach = this.#reaches.get(key) ?? reachOf(folder, this.#files, paths);
    this.#reaches.set(key, reach);
    return reach;
  }

  #within(reach: Reach): readonly Manifest[] {
    const paths = new Set(reach.files.map(({ path }) => path));
    return this.#kustomizations.filter((manifest) => paths.has(manifest.source.path));
  }

  /** Patches of plain kustomizations that concern Flux Kustomizations. */
  #patchesIn(reach: Reach): readonly InnerPatch[] {
    return reach.kustomizations.flatMap((manifest) =>
      (fieldsOf(manifest).get('patches')?.items() ?? []).flatMap((patch) => {
        const path = patch.get('path')?.text;
        if (path === undefined) return readInnerPatch(patch);
        const file = resolvePath(folderOf(manifest.source.path), path);
        const target = patch.get('target', 'kind')?.text;
        return this.#files
          .documents(file)
          .filter((document) => (target ?? document.kind) === 'Kustomization')
          .map((document) => ({
            name: target === undefined ? nameIn(document) : patch.get('target', 'name')?.text,
            postBuild: fieldsOf(document).get('spec', 'postBuild'),
          }));
      }),
    );
  }

  /** Values of the references in order, then those that stand in the Kustomization itself. */
  #substitutionOf(
    kustomization: FluxKustomization,
    reaches: readonly Reach[],
    hidden: boolean,
  ): { substitution: Substitution | undefined; missing: readonly ConfigReference[] } {
    const values = new Map<string, string>();
    const missing: ConfigReference[] = [];
    let open = hidden;
    for (const reference of kustomization.substituteFrom) {
      const data = configData(reference.kind, reference.name, reaches, this.#files);
      if (!data) missing.push(reference);
      open ||= !data || data.open;
      for (const [name, value] of data?.values ?? []) values.set(name, value.text.replaceAll('\n', ''));
    }
    for (const [name, value] of kustomization.substitute) values.set(name, value);
    // Without any value Flux substitutes nothing at all.
    return { substitution: values.size > 0 || open ? { values, open } : undefined, missing };
  }
}

function nameIn(manifest: Manifest): string | undefined {
  return fieldsOf(manifest).get('metadata', 'name')?.text;
}

function requestOf(
  kustomization: FluxKustomization,
  cluster: string,
  substitution: Substitution | undefined,
): KustomizeRequest {
  const { manifest, folder = '', targetNamespace, namePrefix, nameSuffix } = kustomization;
  const environment = environmentOfPath(`${folder}/kustomization.yaml`) ?? environmentOfPath(`${cluster}/file`);
  const path = fieldsOf(manifest).get('spec', 'path') ? ['spec', 'path'] : ['metadata', 'name'];
  return {
    kind: 'kustomize',
    folder,
    cluster,
    namedBy: { manifest, path, part: 'value' },
    ...(targetNamespace && { namespace: targetNamespace }),
    ...(namePrefix && { namePrefix }),
    ...(nameSuffix && { nameSuffix }),
    ...(environment && { environment }),
    ...(substitution && { flux: substitution }),
  };
}
