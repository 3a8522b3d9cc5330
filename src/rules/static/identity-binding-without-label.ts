/** Rule: pods ask for an identity binding without the label that makes the webhook look at them. */
import { hasPlaceholder } from '../../manifests/placeholders.ts';
import { entryOf, identityKeys } from '../../model/kubernetes.ts';
import { isLabelled, nameOf } from '../../model/world.ts';
import { exampleAccount, examplePods } from '../example-manifests.ts';
import { bindingAnnotation } from '../identity-bindings.ts';
import { cause, defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'identity-binding-without-label',
  title: 'An identity binding without the workload identity label',
  group: 'Workload identity',
  why: 'The annotation of the pods chooses the identity binding, but the webhook only looks at pods with the label `azure.workload.identity/use: "true"`. Without it the pods get neither token nor variables.',
  remedy: 'Add `azure.workload.identity/use: "true"` to the labels of the pod template.',
  severity: 'error',
  absence: true,
  sources: ['azure-aks-docs identity-bindings', 'Azure/azure-workload-identity pkg/webhook (objectSelector)'],
  yieldsTo: ['pod-label-misplaced', 'pod-label-not-true', 'metadata-value-not-string'],
  *check(world) {
    for (const workload of world.workloads) {
      for (const template of workload.templates) {
        const binding = bindingAnnotation(template);
        const label = entryOf(template.metadata.labels, identityKeys.use)?.text ?? '';
        if (!binding || !template.complete || isLabelled(template)) continue;
        if (label.toLowerCase() === 'false' || hasPlaceholder(label)) continue;
        yield {
          at: template.anchor.keyPlace,
          message: `Pods of the ${workload.kind} ${nameOf(workload)} have ${identityKeys.useBinding}, but not the label ${identityKeys.use} that makes the webhook look at it.`,
          related: [{ at: binding.keyPlace, note: 'the annotation that asks for the binding' }],
          severity: 'error',
          about: cause('pod label', workload),
          ...(template.metadata.labelsField && {
            fix: {
              safety: 'safe',
              repairs: [
                { kind: 'add-entry', into: template.metadata.labelsField, key: identityKeys.use, text: 'true' },
              ],
            },
          }),
        };
      }
    }
  },
});

const role = `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: orders-identity}
rules:
  - {apiGroups: [cid.wi.aks.azure.com], resources: ["*"], verbs: [use-managed-identity]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: orders-identity}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: orders-identity}
subjects:
  - {kind: ServiceAccount, name: orders, namespace: shop}
`;
const pods = (labels: readonly string[], binding = '"true"', mark = '') => ({
  'all.yaml':
    exampleAccount() +
    role +
    examplePods({ labels, annotations: [`azure.workload.identity/use-identity-binding: ${binding}`] }).replace(
      '      labels:\n',
      `      labels:${mark}\n`,
    ),
});

export const examples = defineExamples({
  bad: [
    { title: 'No label', files: pods([], '"true"', ' #~ identity-binding-without-label') },
    { title: 'No label, the annotation in capitals', files: pods([], '"TRUE"', ' #~ identity-binding-without-label') },
  ],
  good: [
    { title: 'Both', files: pods(['azure.workload.identity/use: "true"']) },
    { title: 'Off on purpose', files: pods(['azure.workload.identity/use: "False"']) },
    { title: 'The label is filled in later', files: pods(['azure.workload.identity/use: "$' + '{USE_IDENTITY}"']) },
    {
      title: 'Part of an object',
      files: {
        'all.yaml': pods([])['all.yaml'].replace('          image: registry.example/orders:1\n', ''),
      },
    },
    {
      title: 'The annotation is off, and the token projected by hand',
      files: {
        'all.yaml':
          exampleAccount() +
          examplePods({
            labels: [],
            annotations: ['azure.workload.identity/use-identity-binding: "false"'],
            spec: [
              'serviceAccountName: orders',
              'volumes: [{name: token, projected: {sources: [{serviceAccountToken: {audience: "api://AzureADTokenExchange", path: token}}]}}]',
            ],
          }),
      },
    },
  ],
});
