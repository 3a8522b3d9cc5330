/** Rule: the client id stands on pods or on what makes them, where the webhook does not read it. */
import { identityKeys, type KubernetesObject } from '../../model/kubernetes.ts';
import { accountsFor, nameOf } from '../../model/world.ts';
import { metadataEntries } from '../metadata-entries.ts';
import { cause, defineExamples, defineRule } from '../rule.ts';

const accountOnly: ReadonlySet<string> = new Set([identityKeys.clientId, identityKeys.tenantId]);

export const rule = defineRule({
  id: 'client-id-misplaced',
  title: 'The client id is not on the ServiceAccount',
  group: 'Workload identity',
  why: 'The webhook reads the client id and the tenant id from the ServiceAccount only. On a pod, a pod template, a Deployment or a Service they have no effect, and a reader is misled about which identity is used.',
  remedy: 'Move the annotation to the ServiceAccount that the pods run as.',
  severity: 'warning',
  sources: ['Azure/azure-workload-identity pkg/webhook/webhook.go, issue 1357'],
  *check(world) {
    const workloads = new Map(world.workloads.map((workload) => [workload.manifest, workload]));
    for (const object of world.objects) {
      const workload = workloads.get(object.manifest);
      // CloudNativePG copies inherited annotations to the account it makes.
      if ((!workload && object.kind !== 'Service') || object.group === 'postgresql.cnpg.io') continue;
      for (const entry of metadataEntries(object, workload)) {
        if (!accountOnly.has(entry.key)) continue;
        const [template] = workload?.templates ?? [];
        const [match] = workload && template ? accountsFor(world, workload, template) : [];
        yield {
          at: entry.keyPlace,
          message: `${entry.key} on the ${object.kind} ${nameOf(object)} is not read by the webhook; only that of the ServiceAccount is.`,
          ...(match && {
            related: [{ at: accountPlace(match.account), note: 'the account the pods run as' }],
            ...(match.account.clientId || entry.key !== identityKeys.clientId
              ? {}
              : { about: cause('client id', match.account) }),
          }),
        };
      }
    }
  },
});

function accountPlace(account: KubernetesObject) {
  return account.metadata.nameField ?? account.root;
}

export const examples = defineExamples({
  bad: [
    {
      title: 'On the pod template',
      files: {
        'deployment.yaml': `apiVersion: v1
kind: ServiceAccount
metadata: {name: orders, namespace: shop}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: orders, namespace: shop}
spec:
  template:
    metadata:
      labels: {azure.workload.identity/use: "true"}
      annotations:
        team: orders
        azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11 #~ client-id-misplaced
    spec:
      serviceAccountName: orders
      containers:
        - {name: orders, image: "registry.example/orders:1"}
`,
      },
    },
    {
      title: 'The tenant, on a Pod',
      files: {
        'pod.yaml': `apiVersion: v1
kind: Pod
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/tenant-id: 7c1f3f0e-2b64-4e0e-8f4c-4b8f9f6f2a90 #~ client-id-misplaced
spec:
  containers:
    - {name: orders, image: "registry.example/orders:1"}
`,
      },
    },
    {
      title: 'On the Service',
      files: {
        'service.yaml': `apiVersion: v1
kind: Service
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11 #~ client-id-misplaced
spec:
  selector: {app: orders}
  ports: [{port: 80}]
`,
      },
    },
  ],
  good: [
    {
      title: 'On an object that has nothing to do with pods',
      files: {
        'config.yaml':
          'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: orders\n  annotations: {azure.workload.identity/client-id: shown}\n',
      },
    },
    {
      title: 'Inherited by the account that an operator makes',
      files: {
        'cluster.yaml': `apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: {name: orders, namespace: shop}
spec:
  instances: 1
  inheritedMetadata:
    labels: {azure.workload.identity/use: "true"}
    annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
`,
      },
    },
    {
      title: 'On the account',
      files: {
        'account.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
    azure.workload.identity/tenant-id: 7c1f3f0e-2b64-4e0e-8f4c-4b8f9f6f2a90
`,
      },
    },
  ],
});
