/** Identity bindings of AKS: pods that exchange their token through the cluster instead of a credential of their own. */
import type { Field } from '../model/field.ts';
import { entryOf, identityKeys, type PodTemplate } from '../model/kubernetes.ts';

/** The annotation that asks for the binding; `true` in any letter case (azure-aks-docs identity-bindings). */
export function bindingAnnotation(template: PodTemplate): Field | undefined {
  const annotation = entryOf(template.metadata.annotations, identityKeys.useBinding);
  return annotation?.text?.toLowerCase() === 'true' ? annotation : undefined;
}
