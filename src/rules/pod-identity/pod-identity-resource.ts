/** Rule: an object of retired AAD Pod Identity. */
import { podIdentityGroup, podIdentityOf } from '../../manifests/pod-identity.ts';
import { nameOf } from '../../model/world.ts';
import { binding, exception, identity, kept } from '../pod-identity-manifests.ts';
import { cause, defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'pod-identity-resource',
  title: 'An object of retired pod identity',
  group: 'Pod identity and migration',
  why: 'AAD Pod Identity was archived in 2023, and support of the AKS add-on ended in September 2025. It gets no security fixes, and newer Azure SDKs no longer explain its failures.',
  remedy:
    'Move the pods to workload identity: annotate a ServiceAccount with the client id, create a federated credential for it, label the pods, and then delete this object.',
  severity: 'warning',
  sources: [
    'Azure/aad-pod-identity README and config/crd/aadpodidentity.k8s.io.yaml',
    'azure-aks-docs workload-identity-migrate-from-pod-identity.md',
  ],
  yieldsTo: ['pod-identity-assigned-committed'],
  *check(world) {
    const { identities, bindings, exceptions, assigned } = podIdentityOf(world);
    for (const object of [...[...identities, ...bindings, ...exceptions].map((item) => item.object), ...assigned]) {
      yield {
        at: object.root.get('kind') ?? object.root,
        message: `The ${object.kind} ${nameOf(object)} (${podIdentityGroup}) belongs to AAD Pod Identity, which is retired.`,
        about: cause('pod identity resource', object),
      };
    }
  },
});

const unsilenced = (text: string) => text.replace(kept('pod-identity-resource'), ' #~ pod-identity-resource');

export const examples = defineExamples({
  bad: [
    {
      title: 'An identity and its binding',
      files: { 'identity.yaml': `${unsilenced(identity())}---\n${unsilenced(binding())}` },
    },
    {
      title: 'An exception',
      files: { 'exception.yaml': unsilenced(exception('  podLabels: {batch-id: nightly}\n')) },
    },
  ],
  good: [
    {
      title: 'An identity of Azure Service Operator, which is another thing',
      files: {
        'identity.yaml': `apiVersion: managedidentity.azure.com/v1api20230131
kind: UserAssignedIdentity
metadata:
  name: orders
  namespace: shop
spec:
  location: westeurope
  owner: {name: shop}
`,
      },
    },
    {
      title: 'The definition of the kind',
      files: {
        'crd.yaml': `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: azureidentities.aadpodidentity.k8s.io
spec:
  group: aadpodidentity.k8s.io
  names: {kind: AzureIdentity, plural: azureidentities}
  scope: Namespaced
`,
      },
    },
    { title: 'Kept for a stated reason', files: { 'identity.yaml': identity() } },
  ],
});
