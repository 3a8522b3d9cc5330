/** Rule: the label of the pods holds a text that the webhook does not select. */

import { entryOf, identityKeys } from '../../model/kubernetes.ts';
import { nameOf } from '../../model/world.ts';
import { isOpen } from '../open-text.ts';
import { cause, defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'pod-label-not-true',
  title: 'The workload identity label is not exactly "true"',
  group: 'Workload identity',
  why: 'The webhook selects the label value "true" and nothing else: letter case counts, and "yes" or "1" are ignored without a word. The pods start without a token.',
  remedy: 'Write "true", in lower case and quotes; write "false" to switch it off on purpose.',
  severity: 'error',
  sources: ['Azure/azure-workload-identity deploy/azure-wi-webhook.yaml (objectSelector.matchLabels)'],
  *check(world, repository) {
    for (const workload of world.workloads) {
      for (const template of workload.templates) {
        const label = entryOf(template.metadata.labels, identityKeys.use);
        const text = label?.string;
        if (!label || text === undefined || text === '' || text === 'true') continue;
        // Another word for off is off, as it was meant.
        if (/^(?:false|no|n|off|0|disabled?)$/i.test(text.trim()) || isOpen(text, repository)) continue;
        yield {
          at: label,
          message: `The label ${identityKeys.use} of the ${workload.kind} ${nameOf(workload)} is "${text}"; the webhook selects exactly "true".`,
          about: cause('pod label', workload),
          ...(/^(?:true|yes|y|on|1|enabled?)$/i.test(text.trim()) && {
            fix: { safety: 'safe', repairs: [{ kind: 'set-text', at: label, text: 'true' }] },
          }),
        };
      }
    }
  },
});

const pod = (label: string) => `apiVersion: v1
kind: Pod
metadata:
  name: orders
  namespace: shop
  labels:
    azure.workload.identity/use: ${label}
spec:
  serviceAccountName: orders
  containers:
    - {name: orders, image: "registry.example/orders:1"}
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
`;

export const examples = defineExamples({
  bad: [
    { title: 'Capital letter', files: { 'pod.yaml': pod('"True" #~ pod-label-not-true') } },
    { title: 'Another word for it', files: { 'pod.yaml': pod('"yes" #~ pod-label-not-true') } },
    { title: 'A number in quotes', files: { 'pod.yaml': pod("'1' #~ pod-label-not-true") } },
  ],
  good: [
    { title: 'Off, by another word', files: { 'pod.yaml': pod('"no"') } },
    { title: 'Empty', files: { 'pod.yaml': pod('""') } },
    { title: 'Exactly so', files: { 'pod.yaml': pod('"true"') } },
    { title: 'Off on purpose, whatever the case', files: { 'pod.yaml': pod('"False"') } },
    { title: 'Filled in later', files: { 'pod.yaml': pod('"$' + '{USE_IDENTITY}"') } },
  ],
});
