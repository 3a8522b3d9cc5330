/** Accounts that objects of controllers name, to act as them without any pod of theirs. */

import { readPlaceholders } from '../manifests/placeholders.ts';
import type { Field } from '../model/field.ts';
import type { KubernetesObject } from '../model/kubernetes.ts';
import { type PartialText, unknownText } from '../model/partial-text.ts';

const keys = new Set(['serviceAccountRef', 'serviceAccountName', 'serviceAccount']);

/** Custom resources nest these references a few levels deep. */
const deepest = 12;

/**
 * The accounts that an object names anywhere below its spec: `serviceAccountRef` of External Secrets and cert-manager,
 * `serviceAccountName` of Flux, Argo and Crossplane, a Helm value.
 */
export function accountBorrowed(
  object: KubernetesObject,
): readonly { readonly namespace: PartialText; readonly name: PartialText }[] {
  const spec = object.root.get('spec');
  if (!spec) return [];
  const own = object.namespaceGiven ? object.namespace : unknownText('namespace');
  return referencesIn(spec, 0).map((field) => ({
    name: readPlaceholders(field.text ?? field.get('name')?.text ?? ''),
    namespace: field.get('namespace')?.text ? readPlaceholders(field.get('namespace')?.text as string) : own,
  }));
}

function referencesIn(field: Field, depth: number): readonly Field[] {
  if (depth > deepest) return [];
  return [...field.entries(), ...field.items()].flatMap((child) => [
    ...(keys.has(child.key) && (child.text ?? child.get('name')?.text) ? [child] : []),
    ...referencesIn(child, depth + 1),
  ]);
}
