/** Rule: the label of pod identity stands on the workload, where nothing reads it. */
import { podIdentityLabelIn } from '../../manifests/pod-identity.ts';
import { entryOf, podIdentityLabel } from '../../model/kubernetes.ts';
import { isLabelled, nameOf } from '../../model/world.ts';
import { binding, identity, kept } from '../pod-identity-manifests.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'pod-identity-label-misplaced',
  title: 'The pod identity label is not on the pods',
  group: 'Pod identity and migration',
  why: 'MIC and NMI look at the labels of pods. A label on the Deployment alone reaches no pod: no identity is assigned, and the application gets no token.',
  remedy: 'Move the pods to workload identity; until then put the label on the pod template.',
  severity: 'error',
  absence: true,
  sources: ['Azure/aad-pod-identity pkg/mic/mic.go (createDesiredAssignedIdentityList)'],
  *check(world) {
    for (const workload of world.workloads) {
      const label = podIdentityLabelIn(workload.metadata.labels);
      const [template] = workload.templates;
      if (!label || !template || template.metadata.field === workload.metadata.field || !template.complete) continue;
      if (workload.templates.some(({ metadata }) => entryOf(metadata.labels, podIdentityLabel))) continue;
      const moved = workload.templates.some(isLabelled);
      yield {
        at: label.keyPlace,
        message: moved
          ? `The ${workload.kind} ${nameOf(workload)} still carries ${podIdentityLabel}, where it never did anything; its pods use workload identity.`
          : `${podIdentityLabel} is on the ${workload.kind} ${nameOf(workload)} and not on its pods, so that pod identity never sees it.`,
        severity: moved ? 'note' : 'error',
        ...(moved && { remedy: 'Delete the line.' }),
        related: [{ at: template.anchor.keyPlace, note: 'the labels of the pods' }],
        fix: { safety: 'safe', repairs: [{ kind: 'remove-entry', at: label }] },
      };
    }
  },
});

const deployment = (own: string, template: string, account = '') => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: shop
  labels:
    app: orders
${own}spec:
  selector: {matchLabels: {app: orders}}
  template:
    metadata:
      labels:
        app: orders
${template}    spec:
${account}      containers:
        - name: orders
          image: "registry.example/orders:1"
          securityContext: {capabilities: {drop: [ALL]}}
---
`;
const account = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
`;
const label = '    aadpodidbinding: orders';

export const examples = defineExamples({
  bad: [
    {
      title: 'On the Deployment only',
      files: {
        'orders.yaml': `${deployment(`${label} #~ pod-identity-label-misplaced\n`, '')}${identity()}---\n${binding()}`,
      },
    },
    {
      title: 'Left behind on a Deployment that has moved: a note',
      files: {
        'orders.yaml': `${deployment(
          `${label} #~ pod-identity-label-misplaced\n`,
          '        azure.workload.identity/use: "true"\n',
          '      serviceAccountName: orders\n',
        )}${account}`,
      },
    },
  ],
  good: [
    {
      title: 'On both',
      files: {
        'orders.yaml': `${deployment(`${label}\n`, `    ${label}${kept('pod-identity-label')}\n`)}${identity()}---\n${binding()}`,
      },
    },
  ],
});
