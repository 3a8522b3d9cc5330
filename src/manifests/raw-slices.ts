/** Reads the slices of raw files, with what the kustomizations around them leave open about their objects. */
import type { KubernetesObject } from '../model/kubernetes.ts';
import type { Manifest } from '../model/manifest.ts';
import { unknownText } from '../model/partial-text.ts';
import type { TextReader } from './kubernetes.ts';
import { isKustomizationPath, type Kustomization, kustomizedNamespace } from './kustomizations.ts';
import type { Wanted } from './relevance.ts';
import { readSlices, type Slices } from './slices.ts';

/** The slices of manifests that nothing renders: patches and kustomizations are none of them. */
export function readRaw(
  manifests: readonly Manifest[],
  kustomizations: readonly Kustomization[],
  read: TextReader,
  wanted: Wanted,
): Slices {
  const patches = new Set(kustomizations.flatMap((kustomization) => kustomization.patches));
  const moved = filesInOtherNamespaces(kustomizations);
  const taken = new Set(kustomizations.flatMap((kustomization) => kustomization.resources));
  const judged = manifests.filter(({ source }) => !isKustomizationPath(source.path) && !patches.has(source.path));
  return readSlices(judged, {
    read,
    wanted,
    adjust: (object) =>
      inKustomization(object, moved(object.manifest.source.path), taken.has(object.manifest.source.path)),
  });
}

/** An object as a kustomization leaves it: in a namespace that its own file does not tell. */
function inKustomization(object: KubernetesObject, moved: boolean, taken: boolean): KubernetesObject {
  if (!moved && (!taken || object.namespaceGiven)) return object;
  return { ...object, namespaceGiven: false, namespace: unknownText(kustomizedNamespace) };
}

/** Files that a kustomization with a namespace takes in: the namespace they name is not the one they get. */
function filesInOtherNamespaces(kustomizations: readonly Kustomization[]): (path: string) => boolean {
  const byFolder = new Map(kustomizations.map((kustomization) => [kustomization.folder, kustomization]));
  const moved = new Set<string>();
  const visit = (kustomization: Kustomization, seen: Set<Kustomization>): void => {
    if (seen.has(kustomization)) return;
    seen.add(kustomization);
    for (const resource of kustomization.resources) {
      moved.add(resource);
      const nested = byFolder.get(resource);
      if (nested) visit(nested, seen);
    }
  };
  for (const kustomization of kustomizations) if (kustomization.namespace) visit(kustomization, new Set());
  return (path) => moved.has(path);
}
