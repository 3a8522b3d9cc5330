/** Rule: a secret store borrows an account that names no identity. */
import { readPlaceholders } from '../../manifests/placeholders.ts';
import type { Field } from '../../model/field.ts';
import type { KubernetesObject, ServiceAccount } from '../../model/kubernetes.ts';
import { compareTexts } from '../../model/partial-text.ts';
import { compareNamespaces, nameOf, type World } from '../../model/world.ts';
import { cause, defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'secret-store-account',
  title: 'A secret store uses an account without a client id',
  group: 'Key Vault and other controllers',
  why: 'External Secrets reads the client id from the annotation of the account that the store names, unless authSecretRef brings it. Without either the store is not ready ("missing clientID"), and nothing is fetched.',
  remedy: 'Add the annotation azure.workload.identity/client-id to the ServiceAccount.',
  severity: 'error',
  absence: true,
  sources: ['external-secrets/external-secrets documentation, Azure Key Vault: workload identity'],
  yieldsTo: ['client-id-missing', 'client-id-misspelt', 'client-id-misplaced'],
  *check(world, repository) {
    for (const store of world.objects) {
      const vault = vaultOf(store);
      const reference = vault?.get('serviceAccountRef');
      const name = reference?.get('name');
      if (!reference || !name?.text || vault?.get('authSecretRef')) continue;
      const account = accountOf(world, store, name, reference.get('namespace'));
      if (!account || account.clientId) continue;
      yield {
        at: account.metadata.nameField ?? account.root,
        message: `The ServiceAccount ${nameOf(account)} has no client id, and the ${store.kind} ${nameOf(store)} signs in to its vault as it.`,
        severity: repository.scripts.annotatesAccounts ? 'note' : 'error',
        related: [{ at: name, note: 'where the store names it' }],
        about: cause('client id', account),
      };
    }
  },
});

function vaultOf(store: KubernetesObject): Field | undefined {
  if (store.kind !== 'SecretStore' && store.kind !== 'ClusterSecretStore') return undefined;
  const vault = store.root.get('spec', 'provider', 'azurekv');
  return vault?.get('authType')?.text === 'WorkloadIdentity' ? vault : undefined;
}

/** The account that is certainly meant: a store's own namespace, or the one that a cluster-wide store gives. */
function accountOf(
  world: World,
  store: KubernetesObject,
  name: Field,
  namespace: Field | undefined,
): ServiceAccount | undefined {
  const wanted = readPlaceholders(name.text ?? '');
  const matches = world.serviceAccounts.filter((account) => {
    if (!world.sees(store.manifest, account.manifest) || compareTexts(wanted, account.name) !== 'same') return false;
    if (store.kind === 'SecretStore') return compareNamespaces(store, account) === 'same';
    return (
      account.namespaceGiven &&
      namespace?.text !== undefined &&
      compareTexts(readPlaceholders(namespace.text), account.namespace) === 'same'
    );
  });
  return matches.find((account) => account.clientId) ?? matches[0];
}

const account = (annotations = '', name = 'vault-reader') => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
  namespace: shop
${annotations}`;
const annotated = '  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}\n';
const store = (more = '', kind = 'SecretStore') => `apiVersion: external-secrets.io/v1
kind: ${kind}
metadata: {name: vault${kind === 'SecretStore' ? ', namespace: shop' : ''}}
spec:
  provider:
    azurekv:
      authType: WorkloadIdentity
      vaultUrl: https://shop-vault.vault.azure.net
      serviceAccountRef: {name: vault-reader${kind === 'SecretStore' ? '' : ', namespace: shop'}}
${more}`;
const marked = account('', 'vault-reader #~ secret-store-account');

export const examples = defineExamples({
  bad: [
    { title: 'A store', files: { 'account.yaml': marked, 'store.yaml': store() } },
    {
      title: 'A store of the whole cluster',
      files: { 'account.yaml': marked, 'store.yaml': store('', 'ClusterSecretStore') },
    },
  ],
  good: [
    { title: 'With a client id', files: { 'account.yaml': account(annotated), 'store.yaml': store() } },
    {
      title: 'The client id is in a Secret',
      files: {
        'account.yaml': account(),
        'store.yaml': store('      authSecretRef:\n        clientId: {name: vault-login, key: client-id}\n'),
      },
    },
    { title: 'The account is made elsewhere', files: { 'store.yaml': store() } },
    {
      title: 'Filled in later',
      files: {
        'account.yaml': account('  annotations:\n    azure.workload.identity/client-id: "$' + '{CLIENT_ID}"\n'),
        'store.yaml': store(),
      },
    },
    {
      title: 'Another way to sign in',
      files: { 'account.yaml': account(), 'store.yaml': store().replace('WorkloadIdentity', 'ManagedIdentity') },
    },
  ],
});
