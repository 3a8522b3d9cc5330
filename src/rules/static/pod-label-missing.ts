/** Rule: pods run as an account with a client id, and nothing gives them its token. */
import { entryOf, identityKeys, isClusterNamespace, type ServiceAccount } from '../../model/kubernetes.ts';
import { literalOf } from '../../model/partial-text.ts';
import { accountsFor, nameOf, templatesOf, type WorkloadTemplate, type World } from '../../model/world.ts';
import { borrowerOf } from '../account-borrowers.ts';
import { type ExamplePods, exampleAccount, examplePods } from '../example-manifests.ts';
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
  absence: true,
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

const unlabelled = (pods: ExamplePods = {}) =>
  examplePods({ labels: [], ...pods }).replace('      labels:\n', '      labels: #~ pod-label-missing\n');
const silent = (spec: readonly string[] = []) =>
  examplePods({ labels: [], spec: ['serviceAccountName: orders', ...spec] });
const claim = 'volumes: [{name: data, persistentVolumeClaim: {claimName: orders}}]';
const store = (namespace: string) => `---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: {name: orders, namespace: ${namespace}}
spec:
  provider:
    azurekv:
      authType: WorkloadIdentity
      vaultUrl: https://orders.vault.azure.net
      serviceAccountRef: {name: orders}
`;
export const examples = defineExamples({
  bad: [
    {
      title: 'A script that sets the variable itself',
      severity: 'warning',
      files: {
        'all.yaml':
          exampleAccount() + unlabelled({ container: ['args: ["export AZURE_CLIENT_ID=x; echo $AZURE_CLIENT_ID"]'] }),
      },
    },
    {
      title: 'A volume whose driver needs no token',
      severity: 'warning',
      files: { 'all.yaml': exampleAccount() + unlabelled({ spec: ['serviceAccountName: orders', claim] }) },
    },
    {
      title: 'A store of another namespace borrows an account of the same name',
      severity: 'warning',
      files: { 'all.yaml': exampleAccount() + unlabelled() + store('other') },
    },
    {
      title: 'An annotated account, pods without the label',
      severity: 'warning',
      files: { 'account.yaml': exampleAccount(), 'deployment.yaml': unlabelled() },
    },
    {
      title: 'A container counts on the variable that only the webhook sets',
      severity: 'error',
      files: {
        'all.yaml': exampleAccount() + unlabelled({ container: ['args: ["--client-id", "$(AZURE_CLIENT_ID)"]'] }),
      },
    },
    {
      title: 'A template without labels, the account by its old name',
      severity: 'warning',
      files: {
        'all.yaml':
          exampleAccount() +
          examplePods({ labels: [], annotations: ['team: orders'], spec: ['serviceAccount: orders'] }).replace(
            '    metadata:\n      labels:\n        app: orders\n',
            '    metadata: #~ pod-label-missing\n',
          ),
      },
    },
    {
      title: 'A misspelt label',
      severity: 'error',
      files: {
        'all.yaml':
          exampleAccount() + examplePods({ labels: ['azure.workload-identity/use: "true" #~ pod-label-missing'] }),
      },
    },
  ],
  good: [
    {
      title: 'Another workload of the account has the label',
      files: { 'all.yaml': exampleAccount() + examplePods({ labels: [], name: 'migration' }) + examplePods() },
    },
    {
      title: 'An account without a client id',
      files: {
        'all.yaml':
          exampleAccount().replace(/ {2}annotations:[\s\S]*/, '') +
          examplePods({ labels: [], container: ['args: ["--identity=$(AZURE_CLIENT_ID)"]'] }),
      },
    },
    {
      title: 'A namespace that the cluster owns',
      files: { 'all.yaml': (exampleAccount() + silent()).replaceAll('namespace: shop', 'namespace: kube-system') },
    },
    {
      title: 'Part of an object',
      files: { 'all.yaml': exampleAccount() + silent().replace('          image: registry.example/orders:1\n', '') },
    },
    {
      title: 'Which account it is is only known later',
      files: { 'all.yaml': exampleAccount({ namespace: '$' + '{NAMESPACE}' }) + silent() },
    },
    {
      title: 'A SecretStore borrows the account',
      files: { 'all.yaml': exampleAccount() + silent() + store('shop') },
    },
    {
      title: 'A store for all namespaces borrows the account',
      files: {
        'all.yaml':
          exampleAccount() +
          silent() +
          store('shop')
            .replace('kind: SecretStore', 'kind: ClusterSecretStore')
            .replace('serviceAccountRef: {name: orders}', 'serviceAccountRef: {name: orders, namespace: shop}'),
      },
    },
    {
      title: 'A Flux source borrows the account',
      files: {
        'all.yaml': `${exampleAccount() + silent()}---
apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata: {name: orders, namespace: shop}
spec: {interval: 5m, url: "oci://registry.example/orders", provider: azure, serviceAccountName: orders}
`,
      },
    },
    {
      title: 'The volume driver asks for the token itself, by a storage class',
      files: {
        'all.yaml': `${exampleAccount() + silent([claim])}---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: orders}
provisioner: file.csi.azure.com
parameters: {mountWithWorkloadIdentityToken: "true", clientID: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
`,
      },
    },
    {
      title: 'Off on purpose',
      files: { 'all.yaml': exampleAccount() + examplePods({ labels: ['azure.workload.identity/use: "false"'] }) },
    },
    {
      title: 'The token is projected by hand',
      files: {
        'all.yaml':
          exampleAccount() +
          silent([
            'volumes:',
            '  - {name: t, projected: {sources: [{serviceAccountToken: {audience: "api://AzureADTokenExchange", path: t}}]}}',
          ]),
      },
    },
    {
      title: 'The volume driver asks for the token itself',
      files: {
        'all.yaml':
          exampleAccount() +
          silent([
            'volumes:',
            '  - name: secrets',
            '    csi: {driver: secrets-store.csi.k8s.io, readOnly: true, volumeAttributes: {secretProviderClass: orders}}',
          ]),
      },
    },
    {
      title: 'An account without pods: a controller borrows it',
      files: { 'account.yaml': exampleAccount() },
    },
  ],
});
