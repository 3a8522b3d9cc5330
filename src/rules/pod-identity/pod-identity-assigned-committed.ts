/** Rule: an object in the repository that only the controller of pod identity may write. */
import { podIdentityOf } from '../../manifests/pod-identity.ts';
import { nameOf } from '../../model/world.ts';
import { cause, defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'pod-identity-assigned-committed',
  title: 'An AzureAssignedIdentity is in the repository',
  group: 'Pod identity and migration',
  why: 'MIC writes an AzureAssignedIdentity for each running pod and deletes it with the pod. One that is applied from a repository names a pod that is gone, and MIC and NMI take it for a real assignment.',
  remedy: 'Delete the object from the repository; nothing but MIC may write it.',
  severity: 'error',
  sources: ['Azure/aad-pod-identity website, concepts: AzureAssignedIdentity'],
  *check(world) {
    for (const object of podIdentityOf(world).assigned) {
      const pod = object.root.get('spec', 'pod')?.text;
      yield {
        at: object.root.get('kind') ?? object.root,
        message: `The AzureAssignedIdentity ${nameOf(object)} is the record of one assignment${pod ? `, of the pod "${pod}"` : ''}: MIC alone writes it.`,
        about: cause('pod identity resource', object),
      };
    }
  },
});

export const examples = defineExamples({
  bad: [
    {
      title: 'Exported from a cluster together with the rest',
      files: {
        'assigned.yaml': `apiVersion: aadpodidentity.k8s.io/v1
kind: AzureAssignedIdentity #~ pod-identity-assigned-committed
metadata:
  name: orders-6c9f7d-x2v4k-shop-orders
  namespace: shop
spec:
  azureBindingRef: {name: orders, namespace: shop}
  azureIdentityRef: {name: orders, namespace: shop}
  nodename: aks-nodepool1-0
  pod: orders-6c9f7d-x2v4k
  podNamespace: shop
`,
      },
    },
  ],
  good: [
    {
      title: 'The right to read them',
      files: {
        'role.yaml': `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: assigned-identity-reader
rules:
  - apiGroups: [aadpodidentity.k8s.io]
    resources: [azureassignedidentities]
    verbs: [get, list, watch]
`,
      },
    },
  ],
});
