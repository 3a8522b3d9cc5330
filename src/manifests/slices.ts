/** Reads the slices that rules see from manifests: objects that matter, their pods and their accounts. */
import type { KubernetesObject, ServiceAccount, Workload } from '../model/kubernetes.ts';
import type { Manifest } from '../model/manifest.ts';
import { writtenText } from '../model/partial-text.ts';
import { knownReleases } from './gitops/known-releases.ts';
import { readObject, readServiceAccount, type TextReader } from './kubernetes.ts';
import { isWanted, matters, ownNamespace, type Wanted, wantedBy } from './relevance.ts';
import { readWorkload } from './workloads.ts';

/** The objects of one world. */
export interface Slices {
  readonly objects: readonly KubernetesObject[];
  readonly workloads: readonly Workload[];
  readonly serviceAccounts: readonly ServiceAccount[];
}

export interface SliceOptions {
  readonly read: TextReader;
  /** What is known about an object beside its text: the namespace that it is put into. */
  readonly adjust?: (object: KubernetesObject) => KubernetesObject;
  /** The namespace of objects that name none. */
  readonly namespace?: string | undefined;
  /** What objects of other files lead to, where the world is more than these. */
  readonly wanted?: Wanted;
}

/** The same test whatever was parsed, so that parsing more never judges more. */
export function readSlices(
  manifests: readonly Manifest[],
  { read, adjust, namespace, ...options }: SliceOptions,
): Slices {
  const objects = manifests.map((manifest) => {
    const object = readObject(manifest, read, namespace);
    return adjust ? adjust(object) : object;
  });
  const wanted = options.wanted ?? wantedBy(manifests);
  const workloads = objects
    .map((object) => readWorkload(object, read))
    .filter((workload) => workload !== undefined)
    .filter(
      (workload) =>
        matters(workload.manifest) ||
        usesWanted(workload, wanted) ||
        wanted.namespaces.has(ownNamespace(workload.manifest)),
    );
  const pods = new Set(workloads.map((workload) => workload.manifest));
  const relevant = objects.filter(
    (object) =>
      pods.has(object.manifest) ||
      matters(object.manifest) ||
      (object.kind === 'ServiceAccount' && isWanted([writtenText(object.name)], wanted.accounts)),
  );
  const known = knownReleases(manifests, read, namespace);
  return {
    objects: relevant,
    workloads: [...workloads, ...known.workloads],
    serviceAccounts: [
      ...relevant.filter((object) => object.kind === 'ServiceAccount').map(readServiceAccount),
      ...known.serviceAccounts,
    ],
  };
}

function usesWanted(workload: Workload, wanted: Wanted): boolean {
  return isWanted(
    workload.templates.map((template) => writtenText(template.account)),
    wanted.pods,
  );
}
