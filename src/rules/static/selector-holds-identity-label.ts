/** Rule: the label is part of a selector that cannot be changed. */
import type { Field } from '../../model/field.ts';
import { entryOf, identityKeys, type Workload } from '../../model/kubernetes.ts';
import { nameOf } from '../../model/world.ts';
import { exampleAccount, examplePods } from '../example-manifests.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'selector-holds-identity-label',
  title: 'The workload identity label is in a selector',
  group: 'Workload identity',
  why: 'The selector of a Deployment, StatefulSet, DaemonSet or ReplicaSet cannot be changed. With the label in it, workload identity can never be switched off, or on by another value, without deleting and making the object anew.',
  remedy: 'Leave the label to the pod template, and select by labels that only name the application.',
  severity: 'note',
  sources: ['Kubernetes documentation, Deployments, label selector updates'],
  *check(world) {
    for (const workload of world.workloads) {
      const key = immutable.has(workload.kind) ? selectedBy(workload) : undefined;
      if (!key) continue;
      yield {
        at: key,
        message: `The selector of the ${workload.kind} ${nameOf(workload)} holds ${identityKeys.use}, which can then never change in its pods.`,
      };
    }
  },
});

const immutable: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job']);

function selectedBy(workload: Workload) {
  const selector = workload.root.get('spec', 'selector');
  const label = entryOf(selector?.get('matchLabels')?.entries() ?? [], identityKeys.use);
  return label?.keyPlace ?? expressionOf(selector);
}

function expressionOf(selector: Field | undefined): Field | undefined {
  const expressions = selector?.get('matchExpressions')?.items() ?? [];
  return expressions.flatMap((item) => item.get('key') ?? []).find((key) => key.text === identityKeys.use);
}

const mark = ' #~ selector-holds-identity-label';
const pods = (selector: string) =>
  exampleAccount() + examplePods().replace('    matchLabels:\n      app: orders\n', selector);

export const examples = defineExamples({
  bad: [
    {
      title: 'Among its labels',
      files: {
        'all.yaml': pods(`    matchLabels:\n      app: orders\n      azure.workload.identity/use: "true"${mark}\n`),
      },
    },
    {
      title: 'In an expression',
      files: {
        'all.yaml': pods(
          `    matchExpressions:\n      - {key: app, operator: Exists}\n      - key: azure.workload.identity/use${mark}\n        operator: Exists\n`,
        ),
      },
    },
  ],
  good: [
    { title: 'In the template alone', files: { 'all.yaml': exampleAccount() + examplePods() } },
    {
      title: 'In the selector of a webhook',
      files: {
        'webhook.yaml': `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: webhook}
webhooks:
  - name: mutation.example.com
    objectSelector: {matchLabels: {azure.workload.identity/use: "true"}}
`,
      },
    },
    {
      title: 'In a selector that can be changed',
      files: {
        'all.yaml': `${exampleAccount()}---
apiVersion: v1
kind: ReplicationController
metadata: {name: orders, namespace: shop}
spec:
  selector: {matchLabels: {azure.workload.identity/use: "true"}}
  template:
    metadata:
      labels: {azure.workload.identity/use: "true"}
    spec:
      serviceAccountName: orders
      containers:
        - {name: orders, image: "registry.example/orders:1"}
`,
      },
    },
  ],
});
