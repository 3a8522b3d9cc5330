/** Finds the chart values that an object of Flux or Argo CD carries inline. */
import type { Field } from '../model/field.ts';
import type { KubernetesObject } from '../model/kubernetes.ts';

/**
 * The values of the releases that an object asks for: `HelmRelease.spec.values` of Flux, and the `valuesObject` of an
 * Argo CD Application's sources. Values that are text in text are not read.
 */
export function chartValues(object: KubernetesObject): readonly Field[] {
  const spec = object.root.get('spec');
  if (!spec) return [];
  if (object.kind === 'HelmRelease') return spec.get('values') ? [spec.get('values') as Field] : [];
  if (object.kind !== 'Application') return [];
  return argoSources(spec).flatMap((source) => source.get('helm', 'valuesObject') ?? []);
}

/** The names of the charts that an object asks for, as written. */
export function chartNames(object: KubernetesObject): readonly string[] {
  const spec = object.root.get('spec');
  if (!spec) return [];
  if (object.kind === 'HelmRelease') return spec.get('chart', 'spec', 'chart')?.text?.split('/').slice(-1) ?? [];
  return object.kind === 'Application' ? argoSources(spec).flatMap((source) => source.get('chart')?.text ?? []) : [];
}

function argoSources(spec: Field): readonly Field[] {
  const single = spec.get('source');
  return [...(single ? [single] : []), ...(spec.get('sources')?.items() ?? [])];
}

/** How deep values are searched; umbrella charts nest a handful of levels. */
const searchDepth = 12;

/** The entries with exactly this key anywhere in some values. */
export function entriesNamed(values: Field, key: string, depth = 0): readonly Field[] {
  if (depth > searchDepth) return [];
  return [...values.entries(), ...values.items()].flatMap((child) => [
    ...(child.keyNode && child.key === key ? [child] : []),
    ...entriesNamed(child, key, depth + 1),
  ]);
}
