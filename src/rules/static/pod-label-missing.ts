/** Rule: pods run as an account with a client id, and nothing gives them its token. */
import { entryOf, identityKeys, isClusterNamespace, type ServiceAccount } from '../../model/kubernetes.ts';
import { literalOf } from '../../model/partial-text.ts';
import { accountsFor, nameOf, templatesOf, type WorkloadTemplate, type World } from '../../model/world.ts';
import { borrowerOf } from '../account-borrowers.ts';
import { misspeltKey } from '../near-miss.ts';
import { cause, defineExamples, defineRule, type Observation } from '../rule.ts';
import { hasOtherTokenSource, injectedUses } from '../token-sources.ts';

export const rule = defineRule({
  id: 'pod-label-missing',
  title: 'Pods of an identity account do not ask for their token',
  group: 'Workload identity',
  why: 'The account names a managed identity, but the webhook only injects the token and the AZURE_* variables into pods with the label `azure.workload.identity/use: "true"`. Without it the application reports that no credential is available.',
  remedy:
    'Add `azure.workload.identity/use: "true"` to the labels of the pod template, or write `"false"` there when the pods are not meant to use the identity.',
  severity: 'warning',
  sources: ['Azure/azure-workload-identity pkg/webhook (objectSelector)', 'azure-aks-docs workload-identity-overview'],
  yieldsTo: [
    'pod-label-misplaced',
    'pod-label-not-true',
    'metadata-value-not-string',
    'identity-binding-without-label',
  ],
  *check(world) {
    for (const account of world.serviceAccounts) {
      if (!account.clientId?.text || isClusterNamespace(literalOf(account.namespace))) continue;
      // The identity is there for a controller that borrows the account; the pods may run as it for other reasons.
      if (borrowerOf(world, account)) continue;
      yield* checkAccount(world, account);
    }
  },
});

function* checkAccount(world: World, account: ServiceAccount): Iterable<Observation> {
  const pods = templatesOf(world, account).filter(({ template }) => template.complete);
  // One labelled workload shows that the account is wired; others may share it for its Kubernetes rights alone.
  if (pods.some(({ template }) => entryOf(template.metadata.labels, identityKeys.use))) return;
  for (const pod of pods) {
    const certain = accountsFor(world, pod.workload, pod.template).some(
      (match) => match.account === account && match.certain,
    );
    if (certain && !hasOtherTokenSource(world, pod.workload, pod.template)) yield observe(account, pod);
  }
}

function observe(account: ServiceAccount, { workload, template }: WorkloadTemplate): Observation {
  const misspelt = template.metadata.labels.find((label) => misspeltKey(label.key) === identityKeys.use);
  const [reads] = injectedUses(template);
  const runs = `Pods of the ${workload.kind} ${nameOf(workload)} run as ${nameOf(account)}, which has a client id`;
  const related = [{ at: account.metadata.nameField ?? account.root, note: 'the account with the client id' }];
  const about = cause('pod label', workload);
  if (misspelt) {
    return {
      at: misspelt.keyPlace,
      message: `${runs}, but the label is spelt ${misspelt.key}, which the webhook does not know.`,
      remedy: `Write ${identityKeys.use}.`,
      severity: 'error',
      related,
      about,
      fix: { safety: 'safe', repairs: [{ kind: 'rename-key', at: misspelt, key: identityKeys.use }] },
    };
  }
  return {
    at: template.anchor.keyPlace,
    message: reads
      ? `${runs}, and a container uses ${reads.variable}, which only the webhook sets; without the label ${identityKeys.use} nothing sets it.`
      : `${runs}, but no workload of that account has the label ${identityKeys.use}.`,
    severity: reads ? 'error' : 'warning',
    related: reads ? [...related, { at: reads.field.place, note: `${reads.variable} is used here` }] : related,
    about,
    ...(template.metadata.labelsField && {
      fix: {
        safety: 'unsafe',
        repairs: [{ kind: 'add-entry', into: template.metadata.labelsField, key: identityKeys.use, text: 'true' }],
      },
    }),
  };
}

const account = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`;

export const examples = defineExamples({
  bad: [
    {
      title: 'An annotated account, pods without the label',
      files: {
        'account.yaml': account,
        'deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: {name: orders, namespace: shop}
spec:
  selector: {matchLabels: {app: orders}}
  template:
    metadata:
      labels: #~ pod-label-missing
        app: orders
    spec:
      serviceAccountName: orders
      containers:
        - {name: orders, image: "registry.example/orders:1"}
`,
      },
    },
    {
      title: 'A container counts on the variable that only the webhook sets',
      files: {
        'account.yaml': account,
        'job.yaml': `apiVersion: batch/v1
kind: Job
metadata: {name: import, namespace: shop}
spec:
  template:
    metadata: #~ pod-label-missing
      annotations: {team: orders}
    spec:
      serviceAccount: orders
      restartPolicy: Never
      containers:
        - name: import
          image: registry.example/import:1
          args: ["--client-id", "$(AZURE_CLIENT_ID)"]
`,
      },
    },
    {
      title: 'A misspelt label',
      files: {
        'account.yaml': account,
        'stateful.yaml': `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: orders, namespace: shop}
spec:
  template:
    metadata:
      labels:
        azure.workload-identity/use: "true" #~ pod-label-missing
    spec:
      serviceAccountName: orders
      containers:
        - {name: orders, image: "registry.example/orders:1"}
`,
      },
    },
  ],
  good: [
    {
      title: 'Off on purpose',
      files: {
        'all.yaml': `${account}---
apiVersion: apps/v1
kind: Deployment
metadata: {name: orders, namespace: shop}
spec:
  template:
    metadata:
      labels: {azure.workload.identity/use: "false"}
    spec:
      serviceAccountName: orders
      containers:
        - {name: orders, image: "registry.example/orders:1"}
`,
      },
    },
    {
      title: 'The token is projected by hand',
      files: {
        'all.yaml': `${account}---
apiVersion: v1
kind: Pod
metadata: {name: orders, namespace: shop}
spec:
  serviceAccountName: orders
  containers:
    - {name: orders, image: "registry.example/orders:1"}
  volumes:
    - name: token
      projected:
        sources:
          - serviceAccountToken: {audience: "api://AzureADTokenExchange", path: token}
`,
      },
    },
    {
      title: 'The volume driver asks for the token itself',
      files: {
        'all.yaml': `${account}---
apiVersion: v1
kind: Pod
metadata: {name: orders, namespace: shop}
spec:
  serviceAccountName: orders
  containers:
    - {name: orders, image: "registry.example/orders:1"}
  volumes:
    - name: secrets
      csi: {driver: secrets-store.csi.k8s.io, readOnly: true, volumeAttributes: {secretProviderClass: orders}}
`,
      },
    },
    {
      title: 'An account without pods: a controller borrows it',
      files: { 'account.yaml': account },
    },
  ],
});
