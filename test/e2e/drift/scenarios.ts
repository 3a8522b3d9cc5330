/** The drifts, one a row: what is done to a healthy estate, and what has to be said about it. */
import { credentialName } from '../../../src/federation/names.ts';
import {
  account,
  accountText,
  audience,
  type Estate,
  type EstateOptions,
  groupOf,
  healthyProperties,
  owner,
  rulesWithout,
  subject,
} from './estate.ts';

export interface Scenario {
  readonly title: string;
  readonly options?: EstateOptions;
  readonly inject: (estate: Estate) => void | Promise<void>;
  /** `file:line rule`. */
  readonly expected: readonly string[];
  /** What the messages and remedies have to say. */
  readonly says?: readonly RegExp[];
  readonly silentAbout?: readonly RegExp[];
  readonly gaps?: number;
}

const wire = 'k8s/account.yaml:7';
const clusterLine = 'idwire.yaml:9';
const identityLine = 'idwire.yaml:14';
const foreign = 'c40f2a2e-7a54-4b4b-8e58-1f1a4d3d0b77';

function replaceCredential(
  { azure, kubernetes, identity }: Estate,
  change: { issuer?: string; subject?: string; audience?: string; name?: string },
): void {
  identity.credentials.clear();
  azure.state.addCredential(identity, { name: 'by-hand', issuer: kubernetes.issuer, subject, audience, ...change });
}

function setCluster({ cluster }: Estate, change: Record<string, unknown>): void {
  Object.assign(cluster.properties, change);
}

const { securityProfile } = healthyProperties;

export const scenarios: readonly Scenario[] = [
  {
    title: 'the credential was deleted',
    inject: ({ identity }) => identity.credentials.clear(),
    expected: [`${wire} drift-credential-missing`],
    says: [/no federated credential for the issuer/, /idwire apply/],
  },
  {
    title: 'its audience was changed',
    inject: (estate) => replaceCredential(estate, { audience: 'api://AKSIdentityBinding' }),
    expected: [`${wire} drift-credential-changed`],
    says: [/has the audience api:\/\/AKSIdentityBinding/],
  },
  {
    title: 'its issuer lost the slash',
    inject: (estate) => replaceCredential(estate, { issuer: estate.kubernetes.issuer.slice(0, -1) }),
    expected: [`${wire} drift-credential-changed`],
    says: [/lacks the slash/],
  },
  {
    title: 'its subject got a capital letter',
    inject: (estate) => replaceCredential(estate, { subject: 'system:serviceaccount:shop:Orders' }),
    expected: [`${wire} drift-credential-changed`],
    says: [/letter case/],
  },
  {
    title: 'a stray credential of ours comes with its removal command',
    inject: ({ azure, kubernetes, identity }) => {
      const trust = { issuer: kubernetes.issuer, subject: 'system:serviceaccount:shop:invoices' };
      azure.state.addCredential(identity, { name: credentialName(owner, trust), ...trust });
    },
    expected: [`${identityLine} drift-credential-stray`],
    says: [/Idwire wrote it/, /az identity federated-credential delete/],
  },
  {
    title: 'a stray credential of somebody else comes without one',
    inject: ({ azure, kubernetes, identity }) => {
      const trust = { issuer: kubernetes.issuer, subject: 'system:serviceaccount:shop:invoices' };
      azure.state.addCredential(identity, { name: 'by-hand', ...trust });
    },
    expected: [`${identityLine} drift-credential-stray`],
    says: [/not one of ours/],
    silentAbout: [/az identity/, /--prune/],
  },
  {
    title: 'foreign issuers and identity bindings are left alone',
    inject: ({ azure, kubernetes, identity }) => {
      azure.state.addCredential(identity, { name: 'other', issuer: 'https://issuer.example.com', subject: 'anything' });
      azure.state.addCredential(identity, {
        name: 'aks-identity-binding',
        issuer: kubernetes.issuer,
        subject: 'system:serviceaccount:other:other',
      });
    },
    expected: [],
  },
  {
    title: 'the identity was deleted',
    inject: ({ azure, identity }) => void azure.state.removeIdentity(identity.id),
    expected: [`${wire} drift-identity-not-found`],
  },
  {
    title: 'the client id is an object id',
    inject: ({ identity, files, kubernetes }) => {
      files.set('k8s/account.yaml', accountText(identity.principalId));
      kubernetes.apply(account(identity.principalId));
    },
    // What was deployed before still runs with the right id, and its credential is wanted by nobody now.
    expected: [
      `${wire} drift-client-id-is-object-id`,
      `k8s/orders.yaml:4 drift-pod-not-injected`,
      `${identityLine} drift-credential-stray`,
    ],
    says: [/is the object id of identity id-orders/],
  },
  {
    title: 'the tenant is another one',
    inject: ({ identity, files, kubernetes }) => {
      const text = accountText(identity.clientId);
      files.set('k8s/account.yaml', `${text}    azure.workload.identity/tenant-id: ${foreign}\n`);
      kubernetes.apply(account(identity.clientId, 'orders', { 'azure.workload.identity/tenant-id': foreign }));
    },
    expected: ['k8s/account.yaml:8 drift-tenant-mismatch'],
  },
  {
    title: 'the cluster was rebuilt: every credential of it is reported',
    inject: (estate) => {
      const before = 'https://westeurope.oic.prod-aks.azure.com/before/the-rebuild/';
      replaceCredential(estate, { issuer: before, name: credentialName(owner, { issuer: before, subject }) });
    },
    expected: [`${wire} drift-cluster-issuer-changed`],
    says: [/trusts the issuer https:\/\/westeurope.oic.prod-aks.azure.com\/before/],
  },
  {
    title: 'the kubeconfig leads to another cluster',
    inject: (estate) => {
      const issuer = 'https://westeurope.oic.prod-aks.azure.com/now/rebuilt/';
      setCluster(estate, { oidcIssuerProfile: { enabled: true, issuerURL: issuer } });
      replaceCredential(estate, { issuer });
    },
    expected: [`${clusterLine} drift-cluster-issuer-changed`],
  },
  {
    title: 'the account was never deployed',
    inject: ({ kubernetes }) => {
      kubernetes.remove('Deployment', 'shop', 'orders');
      kubernetes.remove('ServiceAccount', 'shop', 'orders');
    },
    expected: [`${wire} drift-service-account`],
    says: [/is not in cluster prod/],
  },
  {
    title: 'the account was edited by hand',
    inject: ({ kubernetes }) => {
      kubernetes.remove('Deployment', 'shop', 'orders');
      kubernetes.apply(account(foreign));
    },
    expected: [`${wire} drift-service-account`],
    says: [/its client id is c40f2a2e/],
  },
  {
    title: 'an account of our identity is only in the cluster',
    inject: ({ kubernetes, identity }) => void kubernetes.apply(account(identity.clientId, 'invoices')),
    expected: [`${clusterLine} drift-service-account`],
  },
  {
    title: 'a pod is older than its label',
    inject: ({ kubernetes }) => {
      const pod = {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'mail', namespace: 'shop' },
        spec: { serviceAccountName: 'orders', containers: [{ name: 'mail', image: 'registry.example/mail:1' }] },
      };
      kubernetes.apply(pod);
      const created = kubernetes.get('Pod', 'shop', 'mail');
      const labels = { 'azure.workload.identity/use': 'true' };
      kubernetes.apply({ ...pod, ...created, metadata: { ...created?.metadata, labels } });
    },
    expected: [`${clusterLine} drift-pod-not-injected`],
    says: [/older than the webhook or the label/, /Restart it/],
  },
  {
    title: 'the pods are older than the webhook, which is there by now',
    options: { webhook: false },
    inject: async ({ kubernetes }) => {
      const { webhookConfiguration } = await import('../../../emulators/kubernetes/webhook-configuration.ts');
      kubernetes.apply({
        apiVersion: 'admissionregistration.k8s.io/v1',
        kind: 'MutatingWebhookConfiguration',
        ...webhookConfiguration,
      } as never);
    },
    expected: ['k8s/orders.yaml:4 drift-pod-not-injected'],
    says: [/rollout restart/],
  },
  {
    title: 'the webhook is gone',
    inject: ({ kubernetes }) =>
      kubernetes.remove('MutatingWebhookConfiguration', '', 'azure-wi-webhook-mutating-webhook-configuration'),
    expected: [`${clusterLine} drift-webhook`],
    says: [/has no webhook mutation.azure-workload-identity.io/, /az aks update --enable-workload-identity/],
  },
  {
    title: 'a pipeline has no credential',
    inject: ({ files }) => {
      const text = files.get('idwire.yaml') ?? '';
      files.set(
        'idwire.yaml',
        `${text}pipelines:\n  - host: azure-pipelines\n    identity: orders\n    organization: contoso\n    project: shop\n    service-connection: prod\n    issuer: https://vstoken.dev.azure.com/9b1f8a63-4d07-4d0e-8c55-3c2a7e6f5b14\n    subject: sc://contoso/shop/prod\n`,
      );
    },
    expected: ['idwire.yaml:23 drift-pipeline-credential'],
  },
  {
    title: 'the OIDC issuer is off',
    inject: (estate) => setCluster(estate, { oidcIssuerProfile: { enabled: false } }),
    expected: [`${clusterLine} cluster-oidc-issuer-off`],
    // What the wires need cannot be known.
    gaps: 1,
  },
  {
    title: 'workload identity is off, and nothing was installed instead',
    inject: (estate) => {
      estate.kubernetes.remove('MutatingWebhookConfiguration', '', 'azure-wi-webhook-mutating-webhook-configuration');
      setCluster(estate, { securityProfile: { ...securityProfile, workloadIdentity: { enabled: false } } });
    },
    expected: [`${clusterLine} cluster-workload-identity-off`],
  },
  {
    title: 'every setting of the cluster that should be otherwise, each told once',
    inject: (estate) =>
      setCluster(estate, {
        podIdentityProfile: { enabled: true },
        disableLocalAccounts: false,
        aadProfile: { managed: true },
        securityProfile: { ...securityProfile, defender: {} },
        autoUpgradeProfile: { upgradeChannel: 'none', nodeOSUpgradeChannel: 'None' },
        currentKubernetesVersion: '1.27.9',
        networkProfile: { networkPlugin: 'kubenet', networkPolicy: 'none' },
      }),
    expected: [
      'cluster-azure-rbac-off',
      'cluster-defender-off',
      'cluster-kubenet',
      'cluster-local-accounts',
      'cluster-network-policy-none',
      'cluster-node-os-channel',
      'cluster-pod-identity-on',
      'cluster-upgrade-channel',
      'cluster-version-unsupported',
    ].map((rule) => `${clusterLine} ${rule}`),
  },
  {
    title: 'the Key Vault add-on is off',
    inject: (estate) => {
      setCluster(estate, { addonProfiles: {} });
      estate.files.set('k8s/class.yaml', secretClass(estate.identity.clientId));
    },
    expected: [`${clusterLine} cluster-key-vault-addon-off`],
  },
  {
    title: 'a role that reaches too far',
    inject: ({ azure, identity }) =>
      void azure.state.assignRole(identity.principalId, 'Contributor', groupOf(identity)),
    expected: [`${identityLine} role-too-broad`],
    says: [/Contributor on the resource group rg-loopback/],
  },
  {
    title: 'no role at all',
    inject: ({ azure, identity }) => {
      azure.state.roleAssignments = azure.state.roleAssignments.filter(
        ({ principalId }) => principalId !== identity.principalId,
      );
    },
    expected: [`${identityLine} role-missing`],
  },
  {
    title: 'one refused list is one gap, and all else is compared',
    options: { rules: rulesWithout('pods') },
    inject: ({ kubernetes }) =>
      kubernetes.remove('MutatingWebhookConfiguration', '', 'azure-wi-webhook-mutating-webhook-configuration'),
    expected: [`${clusterLine} drift-webhook`],
    gaps: 1,
  },
];

function secretClass(clientId: string): string {
  return `apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
metadata:
  name: orders
  namespace: shop
spec:
  provider: azure
  parameters:
    keyvaultName: shop
    clientID: ${clientId}
    tenantId: 7c1f3f0e-2b64-4e0e-8f4c-4b8f9f6f2a90
    objects: |
      array:
        - |
          objectName: password
          objectType: secret
`;
}
