/** Rule: pods that are wired for pod identity and for workload identity at once. */
import { podsWithLabel } from '../../manifests/pod-identity-pods.ts';
import { entryOf, identityKeys } from '../../model/kubernetes.ts';
import { accountsFor, isLabelled, nameOf } from '../../model/world.ts';
import { binding, clientId, identity, kept, pods } from '../pod-identity-manifests.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'pod-identity-mixed',
  title: 'One workload uses both identity systems',
  group: 'Pod identity and migration',
  why: 'Both at once is a step of the move, not its end: which of the two answers depends on the SDK and on what the pods ask for, and the identity stays on the nodes until pod identity is gone.',
  remedy: 'Once the pods are verified with workload identity, delete aadpodidbinding from their labels.',
  severity: 'note',
  sources: ['azure-aks-docs workload-identity-migrate-from-pod-identity.md'],
  *check(world) {
    for (const { workload, template, label } of podsWithLabel(world)) {
      const account = accountsFor(world, workload, template).find(
        (match) => match.certain && match.account.clientId?.text,
      );
      const use = isLabelled(template) ? entryOf(template.metadata.labels, identityKeys.use) : undefined;
      const other = use?.keyPlace ?? account?.account.clientId?.keyPlace;
      if (!other) continue;
      yield {
        at: label.keyPlace,
        message: `Pods of the ${workload.kind} ${nameOf(workload)} are wired for pod identity and for workload identity.`,
        related: [{ at: other, note: 'workload identity' }],
      };
    }
  },
});

const account = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations: {azure.workload.identity/client-id: ${clientId}}
`;
const rest = `---\n${account}---\n${identity()}---\n${binding()}`;
const use = 'azure.workload.identity/use: "true"\n        ';
const runsAs = '      serviceAccountName: orders\n';

export const examples = defineExamples({
  bad: [
    {
      title: 'Both labels on the pods',
      files: {
        'orders.yaml': `${pods({ label: `${use}aadpodidbinding: orders #~ pod-identity-label pod-identity-mixed`, spec: runsAs })}${rest}`,
      },
    },
  ],
  good: [
    {
      title: 'Workload identity alone, while others are still to move',
      files: {
        'orders.yaml': `${pods({ label: use.trim(), spec: runsAs })}${rest}`,
        'invoices.yaml': pods({ name: 'invoices', label: `aadpodidbinding: orders${kept('pod-identity-label')}` }),
      },
    },
  ],
});
