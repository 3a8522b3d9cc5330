/** The fields of pod identity's resources in their present spelling, and which entries are spelt otherwise. */
import type { Field } from '../model/field.ts';
import type { KubernetesObject } from '../model/kubernetes.ts';

/** Since 1.6.0 fields count letter by letter (aad-pod-identity changelog and config/crd/aadpodidentity.k8s.io.yaml). */
const fields: Readonly<Record<string, readonly string[]>> = {
  AzureIdentity: [
    'type',
    'resourceID',
    'clientID',
    'clientPassword',
    'tenantID',
    'auxiliaryTenantIDs',
    'adResourceID',
    'adEndpoint',
    'replicas',
  ],
  AzureIdentityBinding: ['azureIdentity', 'selector', 'weight'],
  AzurePodIdentityException: ['podLabels'],
};

/** An entry of a spec whose letters are right and whose case is not. */
export interface LegacyField {
  readonly field: Field;
  readonly wanted: string;
  /** The right spelling stands beside it, so that nothing is lost. */
  readonly repeated: boolean;
}

export function legacyFields(object: KubernetesObject): readonly LegacyField[] {
  const spec = object.root.get('spec');
  const known = fields[object.kind] ?? [];
  return (spec?.entries() ?? []).flatMap((field) => {
    const wanted = known.find((name) => name.toLowerCase() === field.key.toLowerCase());
    if (!wanted || wanted === field.key) return [];
    return [{ field, wanted, repeated: spec?.get(wanted) !== undefined }];
  });
}
