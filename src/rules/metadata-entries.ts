/** The labels and annotations of an object and of its pod templates, each once: for rules about keys that stand anywhere. */
import type { Field } from '../model/field.ts';
import type { KubernetesObject, Workload } from '../model/kubernetes.ts';

/** A Pod is its own template, so that its metadata is met twice. */
export function metadataEntries(object: KubernetesObject, workload: Workload | undefined): readonly Field[] {
  const seen = new Set<unknown>();
  return [object, ...(workload?.templates ?? [])]
    .flatMap(({ metadata }) => [...metadata.labels, ...metadata.annotations])
    .filter(({ node }) => !seen.has(node) && seen.add(node));
}
