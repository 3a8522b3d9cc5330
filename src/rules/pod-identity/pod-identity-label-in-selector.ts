/** Rule: the label of pod identity is part of a selector that cannot be changed. */
import { podIdentityLabel } from '../../model/kubernetes.ts';
import { nameOf } from '../../model/world.ts';
import { kept } from '../pod-identity-manifests.ts';
import { defineExamples, defineRule } from '../rule.ts';

/** Kinds of apps/v1 whose selector the API server refuses to change. */
const immutable = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']);

export const rule = defineRule({
  id: 'pod-identity-label-in-selector',
  title: 'The pod identity label is in an immutable selector',
  group: 'Pod identity and migration',
  why: 'The selector of a workload never changes once it is created. Dropping the label from the pods and from the selector makes the API server refuse the update ("field is immutable"); dropping it from the pods alone leaves a selector that does not match.',
  remedy:
    'Plan to replace the workload: create it under a new name, or delete it and create it again, without the label in selector and template.',
  severity: 'warning',
  sources: ['Kubernetes documentation, Deployment: label selector updates'],
  *check(world) {
    for (const workload of world.workloads) {
      if (workload.group !== 'apps' || !immutable.has(workload.kind)) continue;
      const label = workload.root.get('spec', 'selector', 'matchLabels', podIdentityLabel);
      if (!label) continue;
      yield {
        at: label.keyPlace,
        message: `The selector of the ${workload.kind} ${nameOf(workload)} holds ${podIdentityLabel}: to drop the label, the object has to be replaced.`,
      };
    }
  },
});

const deployment = (selector: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: orders, namespace: shop}
spec:
  selector:
    matchLabels:
      app: orders
${selector}  template:
    metadata:
      labels:
        app: orders
        aadpodidbinding: orders${kept('pod-identity-label')}
    spec:
      containers:
        - name: orders
          image: "registry.example/orders:1"
          securityContext: {capabilities: {drop: [ALL]}}
`;

export const examples = defineExamples({
  bad: [
    {
      title: 'In matchLabels',
      files: {
        'orders.yaml': deployment('      aadpodidbinding: orders #~ pod-identity-label-in-selector\n'),
      },
    },
  ],
  good: [
    { title: 'On the pods alone', files: { 'orders.yaml': deployment('') } },
    {
      title: 'In the selector of a Service, which can change',
      files: {
        'service.yaml': `apiVersion: v1
kind: Service
metadata: {name: orders, namespace: shop}
spec:
  selector: {aadpodidbinding: orders}
  ports: [{port: 80}]
`,
      },
    },
  ],
});
