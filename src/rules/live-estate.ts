/** What Azure and the clusters of an example hold: a healthy estate, and how an example departs from it. */
import type { ClusterContents, ObservedPod } from '../model/cluster-contents.ts';
import type { FederatedCredential } from '../model/identity.ts';
import type { KnownObject, LiveConnection, LiveIdentity } from '../model/live.ts';
import { exampleAccount, exampleClientId, examplePods, exampleTenantId } from './example-manifests.ts';

export interface EstateCluster {
  readonly name: string;
  /** Absent while the OIDC issuer is off. */
  readonly issuer?: string;
  /** `properties` of the managed cluster; absent for one that is not Azure's. */
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly supportedVersions?: readonly string[];
  /** What its API server told; absent when it was not asked. */
  readonly contents?: ClusterContents;
}

export interface EstateIdentity {
  /** The last part of its resource id in `rg-shop`. */
  readonly name: string;
  readonly clientId: string;
  readonly principalId: string;
  readonly tenantId: string;
  readonly credentials: readonly FederatedCredential[];
  readonly roles?: LiveIdentity['roles'];
}

/** A proof of the wire with this subject: accepted when `evidence` is empty. */
export interface EstateProof {
  readonly subject: string;
  readonly token: { readonly issuer: string; readonly subject: string; readonly audience: string };
  readonly evidence: string;
}

export interface LiveEstate {
  readonly clusters: readonly EstateCluster[];
  readonly identities: readonly EstateIdentity[];
  /** Client ids that were looked for and belong to nobody. */
  readonly nobody?: readonly string[];
  readonly objects?: readonly KnownObject[];
  /** The connection's wish is that of the first pipeline in `idwire.yaml` of this name. */
  readonly connections?: readonly Pick<LiveConnection, 'name' | 'recorded'>[];
  readonly proofs?: readonly EstateProof[];
  /** `path:line` of lines that are new in the change under review. */
  readonly newLines?: readonly string[];
}

export const exampleSubscription = '0f9d3a4e-5c41-4f0b-8a57-6a7e6f0c1d22';
export const examplePrincipalId = '5d8f0c77-3b7e-4b35-9a0e-2f8b7a1c9e44';
export const exampleIssuer = `https://westeurope.oic.prod-aks.azure.com/${exampleTenantId}/3e0b7d1c-9f52-4a86-8c1d-7b5a2e9f4d60/`;
export const exampleAudience = 'api://AzureADTokenExchange';
export const exampleSubject = 'system:serviceaccount:shop:orders';
const group = `/subscriptions/${exampleSubscription}/resourceGroups/rg-shop/providers`;
export const exampleIdentityId = (name: string) => `${group}/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`;
export const exampleClusterId = `${group}/Microsoft.ContainerService/managedClusters/aks-prod`;

export interface EstateMarks {
  /** Added to the line of the cluster's name, of its issuer, and of the identity's resource. */
  readonly cluster?: string;
  readonly issuer?: string;
  readonly identity?: string;
  /** Further lines at the end. */
  readonly more?: string;
}

/** The configuration of the examples; the marks are ends of lines. */
export function exampleConfiguration({ cluster = '', issuer, identity = '', more = '' }: EstateMarks = {}): string {
  return `version: 1
owner: contoso/shop
clusters:
  - name: prod${cluster}
    resource: ${exampleClusterId}
${issuer === undefined ? '' : `    issuer: ${issuer}\n`}    sources: [k8s]
identities:
  - name: orders
    resource: ${exampleIdentityId('id-orders')}${identity}
    allow: {clusters: [prod], namespaces: [shop]}
${more}`;
}

/** An account and the pods that run as it, with a mark on the client id. */
export function exampleWire(mark = '', account: Parameters<typeof exampleAccount>[0] = {}): Record<string, string> {
  const clientId = account.clientId ?? exampleClientId;
  return {
    'k8s/orders.yaml': exampleAccount({ ...account, clientId: clientId + mark }) + examplePods(),
  };
}

export const fittingCredential: FederatedCredential = {
  name: 'shop-orders-prod',
  issuer: exampleIssuer,
  subject: exampleSubject,
  audiences: [exampleAudience],
};

export const injectedPod: ObservedPod = {
  namespace: 'shop',
  name: 'orders-6c5d7f8b9d-x2x4p',
  account: 'orders',
  phase: 'Running',
  owner: 'orders',
  binding: false,
  containers: [
    {
      name: 'orders',
      skipped: false,
      environment: {
        AZURE_CLIENT_ID: exampleClientId,
        AZURE_FEDERATED_TOKEN_FILE: '/var/run/secrets/azure/wi/token/azure-identity-token',
      },
    },
  ],
};

export const healthyProperties = {
  currentKubernetesVersion: '1.35.2',
  disableLocalAccounts: true,
  enableRBAC: true,
  oidcIssuerProfile: { enabled: true, issuerURL: exampleIssuer },
  securityProfile: {
    workloadIdentity: { enabled: true },
    defender: { securityMonitoring: { enabled: true } },
  },
  aadProfile: { managed: true, enableAzureRBAC: true },
  autoUpgradeProfile: { upgradeChannel: 'stable', nodeOSUpgradeChannel: 'NodeImage' },
  networkProfile: { networkPlugin: 'azure', networkPluginMode: 'overlay', networkPolicy: 'cilium' },
  addonProfiles: { azureKeyvaultSecretsProvider: { enabled: true } },
};

export const healthyContents: ClusterContents = {
  issuer: exampleIssuer,
  accounts: [{ namespace: 'shop', name: 'orders', clientId: exampleClientId, tenantId: undefined }],
  pods: [injectedPod],
  webhooks: [
    {
      configuration: 'azure-wi-webhook-mutating-webhook-configuration',
      name: 'mutation.azure-workload-identity.io',
      objectSelector: { matchLabels: { 'azure.workload.identity/use': 'true' } },
      namespaceSelector: {},
      seesNewPods: true,
    },
  ],
  namespaces: [{ name: 'shop', labels: { 'kubernetes.io/metadata.name': 'shop' } }],
  secretClasses: [],
  podIdentities: [],
};

export const healthyCluster = {
  name: 'prod',
  issuer: exampleIssuer,
  properties: healthyProperties,
  supportedVersions: ['1.34', '1.35', '1.36'],
  contents: healthyContents,
} as const satisfies EstateCluster;

export const healthyIdentity: EstateIdentity = {
  name: 'id-orders',
  clientId: exampleClientId,
  principalId: examplePrincipalId,
  tenantId: exampleTenantId,
  credentials: [fittingCredential],
  roles: { count: 1, far: [] },
};

/** An estate in which everything fits, apart from what is given. */
export function estate(
  changes: {
    readonly cluster?: Partial<EstateCluster>;
    readonly contents?: Partial<ClusterContents>;
    readonly identity?: Partial<EstateIdentity>;
  } & Partial<LiveEstate> = {},
): LiveEstate {
  const { cluster, contents, identity, ...rest } = changes;
  return {
    clusters: [{ ...healthyCluster, contents: { ...healthyContents, ...contents }, ...cluster }],
    identities: [{ ...healthyIdentity, ...identity }],
    ...rest,
  };
}

/** A good example for every live rule: nothing of it may say a word. */
export const healthyExample = {
  title: 'Repository, cluster and Azure agree',
  files: { 'idwire.yaml': exampleConfiguration(), ...exampleWire() },
  live: estate(),
};
