/** Rule: pods name an account that exists, but only in another namespace. */
import type { Severity } from '../../model/finding.ts';
import { isClusterNamespace, type ServiceAccount, type Workload } from '../../model/kubernetes.ts';
import { literalOf, writtenText } from '../../model/partial-text.ts';
import {
  accountsFor,
  isLabelled,
  nameOf,
  templatesOf,
  twinsElsewhere,
  type WorkloadTemplate,
} from '../../model/world.ts';
import { mayMakeAccounts } from '../account-makers.ts';
import { exampleAccount, examplePods } from '../example-manifests.ts';
import { cause, defineExamples, defineRule, type Observation } from '../rule.ts';

export const rule = defineRule({
  id: 'service-account-wrong-namespace',
  title: 'The ServiceAccount is in another namespace',
  group: 'Workload identity',
  why: 'Pods can only run as an account of their own namespace. With the account elsewhere, the pods are refused ("serviceaccount not found"), or run as a bare account of the same name whose subject no federated credential trusts (AADSTS700213).',
  remedy:
    'Put the ServiceAccount and the pods into one namespace, and let the federated credential name that namespace.',
  severity: 'error',
  absence: true,
  sources: ['Azure/azure-workload-identity issues 449, 837 and 903'],
  *check(world, repository) {
    for (const workload of world.workloads) {
      if (isClusterNamespace(literalOf(workload.namespace))) continue;
      for (const template of workload.templates) {
        if (!isLabelled(template) || !template.accountField) continue;
        if (literalOf(template.account) === 'default' || accountsFor(world, workload, template).length > 0) continue;
        const twins = twinsElsewhere(world, workload, template);
        const [twin] = twins;
        if (!twin) continue;
        // Only of accounts with an identity are all pods read, so that only they are known to be used by nobody.
        const unused = twins.every(
          (candidate) => candidate.clientId && templatesOf(world, candidate).length === 0 && isLiteral(candidate),
        );
        const certain =
          unused && isLiteral(workload) && world.complete && !mayMakeAccounts(world, repository, workload);
        yield observe({ workload, template }, twin, certain ? 'error' : 'warning');
      }
    }
  },
});

function isLiteral(object: Workload | ServiceAccount): boolean {
  return literalOf(object.namespace) !== undefined;
}

function observe({ workload, template }: WorkloadTemplate, twin: ServiceAccount, severity: Severity): Observation {
  const name = writtenText(template.account);
  return {
    at: template.accountField ?? template.anchor,
    message: `Pods of the ${workload.kind} ${nameOf(workload)} run as "${name}", but the only ServiceAccount of that name is in namespace "${writtenText(twin.namespace)}".`,
    severity,
    related: [{ at: twin.metadata.namespaceField ?? twin.root, note: 'the account of that name' }],
    about: cause('account', workload),
  };
}

const mark = ' #~ service-account-wrong-namespace';
const files = (podNamespace: string, mark: string, more = '') => ({
  'account.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: identity
  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
`,
  'deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: ${podNamespace}
spec:
  template:
    metadata:
      labels: {azure.workload.identity/use: "true"}
    spec:
      serviceAccountName: orders${mark}
      containers:
        - {name: orders, image: "registry.example/orders:1"}
${more}`,
});

export const examples = defineExamples({
  bad: [
    { title: 'Account in one namespace, pods in another', severity: 'error', files: files('shop', mark) },
    {
      title: 'Pods of its own namespace use the account',
      severity: 'warning',
      files: files('shop', mark, examplePods({ namespace: 'identity' })),
    },
    {
      title: 'Two accounts of that name, one of them in use',
      severity: 'warning',
      files: files('shop', mark, exampleAccount({ namespace: 'other' }) + examplePods({ namespace: 'other' })),
    },
    {
      title: 'An account without identity, whose pods are not all known',
      severity: 'warning',
      files: {
        'all.yaml': `apiVersion: v1
kind: ServiceAccount
metadata: {name: orders, namespace: identity}
${examplePods({ spec: [`serviceAccountName: orders${mark}`] })}`,
      },
    },
    {
      title: 'A chart may make the account',
      severity: 'warning',
      files: files(
        'shop',
        mark,
        `---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: orders, namespace: shop}
spec: {interval: 5m}
`,
      ),
    },
  ],
  good: [
    { title: 'A namespace that the cluster owns', files: files('kube-system', '') },
    {
      title: 'Pods that the webhook leaves alone',
      files: {
        'all.yaml':
          exampleAccount({ namespace: 'identity' }) + examplePods({ labels: ['azure.workload.identity/use: "false"'] }),
      },
    },
    { title: 'Same namespace', files: files('identity', '') },
    { title: 'The namespace is filled in later', files: files('"$' + '{NAMESPACE}"', '') },
    {
      title: 'An account of that name in both',
      files: files(
        'shop',
        '',
        `---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
`,
      ),
    },
    {
      title: 'Environments never meet',
      files: {
        'dev/account.yaml':
          'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: orders\n  namespace: shop-dev\n  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}\n',
      },
    },
  ],
});
