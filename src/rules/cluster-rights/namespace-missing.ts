/** Rule: an object that takes part in the wiring does not say in which namespace. */

import { kustomizedNamespace } from '../../manifests/kustomizations.ts';
import type { KubernetesObject } from '../../model/kubernetes.ts';
import { writtenText } from '../../model/partial-text.ts';
import { isLabelled, nameOf, type World } from '../../model/world.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'namespace-missing',
  title: 'An object of the wiring names no namespace',
  group: 'Cluster rights and network',
  why: 'The namespace is part of the subject that a credential trusts. Without one in the file, it is the current namespace of whoever applies it, and the token may be refused (AADSTS700213).',
  remedy: 'Write metadata.namespace, or let a kustomization or the release give it.',
  severity: 'note',
  absence: true,
  sources: ['kubernetes/website docs/concepts/overview/working-with-objects/namespaces.md'],
  *check(world) {
    for (const object of identityBearing(world)) {
      if (object.namespaceGiven || object.manifest.rendered || object.metadata.namespaceField) continue;
      if (writtenText(object.namespace) === kustomizedNamespace) continue;
      yield {
        at: object.metadata.nameField ?? object.root,
        message: `The ${object.kind} ${nameOf(object)} takes part in the identity wiring and names no namespace: the one it is applied to decides the subject of its tokens.`,
      };
    }
  },
});

function identityBearing(world: World): readonly KubernetesObject[] {
  return [
    ...world.serviceAccounts.filter((account) => account.clientId?.text),
    ...world.workloads.filter((workload) => workload.templates.some(isLabelled)),
  ];
}

const account = (metadata: string) => `apiVersion: v1
kind: ServiceAccount
metadata:
${metadata}  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`;

export const examples = defineExamples({
  bad: [{ title: 'Only a name', files: { 'account.yaml': account('  name: orders #~ namespace-missing\n') } }],
  good: [
    { title: 'Its namespace', files: { 'account.yaml': account('  name: orders\n  namespace: shop\n') } },
    {
      title: 'A kustomization takes it in',
      files: {
        'account.yaml': account('  name: orders\n'),
        'kustomization.yaml': 'namespace: shop\nresources: [account.yaml]\n',
      },
    },
  ],
});
