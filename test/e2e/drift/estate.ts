/** An estate of emulators in which repository, cluster and Azure agree, for scenarios to disturb. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type AzureEmulator, startAzureEmulator } from '../../../emulators/azure/azure-emulator.ts';
import type { Application, ManagedCluster, ManagedIdentity } from '../../../emulators/azure/resources.ts';
import type { AccessRule } from '../../../emulators/kubernetes/authorization.ts';
import { type KubernetesEmulator, startKubernetesEmulator } from '../../../emulators/kubernetes/kubernetes-emulator.ts';
import { createLoopbackTls, type LoopbackTls } from '../../../emulators/tls/loopback-tls.ts';
import { credentialName } from '../../../src/federation/names.ts';
import { clusterReads, discoveryPath } from '../../../src/model/cluster-access.ts';

export const owner = 'contoso/shop';
export const subject = 'system:serviceaccount:shop:orders';
export const audience = 'api://AzureADTokenExchange';

/** What a scenario may change before the run. */
export interface Estate {
  readonly azure: AzureEmulator;
  readonly kubernetes: KubernetesEmulator;
  readonly identity: ManagedIdentity;
  readonly cluster: ManagedCluster;
  readonly caller: Application;
  /** The repository; files by path. */
  readonly files: Map<string, string>;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** The arguments that name the kubeconfig of a user who may do exactly what the role in the docs permits. */
  readonly access: string[];
  write(): void;
  stop(): Promise<void>;
}

/** The rules of the role that the docs print, as the emulator takes them. */
export const roleRules: readonly AccessRule[] = [
  ...Object.values(clusterReads).map(({ group, resource }) => ({
    verbs: ['list'],
    apiGroups: [group],
    resources: [resource],
  })),
  { verbs: ['get'], nonResourceURLs: [discoveryPath] },
];
export const tokenRules: readonly AccessRule[] = [
  { verbs: ['create'], apiGroups: [''], resources: ['serviceaccounts/token'] },
];

/** Without a rule for one resource: what a role that somebody forgot to extend looks like. */
export function rulesWithout(resource: string): readonly AccessRule[] {
  return roleRules.filter(({ resources }) => !resources?.includes(resource));
}

export const deployment = (name = 'orders') => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: 'shop' },
  spec: {
    replicas: 1,
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name, 'azure.workload.identity/use': 'true' } },
      spec: { serviceAccountName: name, containers: [{ name, image: 'registry.example/orders:1' }] },
    },
  },
});

export const account = (clientId: string, name = 'orders', extra: Record<string, string> = {}) => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name, namespace: 'shop', annotations: { 'azure.workload.identity/client-id': clientId, ...extra } },
});

export const healthyProperties = {
  kubernetesVersion: '1.33.5',
  currentKubernetesVersion: '1.33.5',
  disableLocalAccounts: true,
  enableRBAC: true,
  securityProfile: {
    workloadIdentity: { enabled: true },
    defender: { securityMonitoring: { enabled: true } },
  },
  aadProfile: { managed: true, enableAzureRBAC: true },
  autoUpgradeProfile: { upgradeChannel: 'stable', nodeOSUpgradeChannel: 'NodeImage' },
  networkProfile: { networkPlugin: 'azure', networkPolicy: 'cilium' },
  addonProfiles: { azureKeyvaultSecretsProvider: { enabled: true } },
};

export interface EstateOptions {
  /** Rules of the user of the kubeconfig; those of the docs by default. */
  readonly rules?: readonly AccessRule[];
  /** Put the webhook into the cluster before the pods start; true by default. */
  readonly webhook?: boolean;
  readonly tls?: LoopbackTls;
}

export async function startEstate(options: EstateOptions = {}): Promise<Estate> {
  const tls = options.tls ?? (await createLoopbackTls());
  const azure = await startAzureEmulator({ tls });
  const { state } = azure;
  const caller = state.addApplication({
    withSecret: true,
    roles: [{ role: 'Reader' }],
    graph: ['Application.Read.All'],
  });
  state.kubernetesVersions = ['1.32', '1.33', '1.34'].map((version) => ({ version }));
  const kubernetes = await startKubernetesEmulator({
    tls,
    tenantId: state.tenantId,
    users: [{ name: 'reader', rules: options.rules ?? roleRules }],
    runWorkloads: true,
    webhook: { installed: options.webhook ?? true },
  });
  const identity = state.addIdentity({ name: 'id-orders' });
  state.addCredential(identity, {
    name: credentialName(owner, { issuer: kubernetes.issuer, subject }),
    issuer: kubernetes.issuer,
    subject,
  });
  state.assignRole(
    identity.principalId,
    'Key Vault Secrets User',
    `${groupOf(identity)}/providers/Microsoft.KeyVault/vaults/shop`,
  );
  const cluster = state.addCluster({
    name: 'aks-prod',
    issuer: kubernetes.issuer,
    properties: structuredClone(healthyProperties),
  });
  azure.trustIssuer(kubernetes.issuer, { keys: () => kubernetes.jwks() });
  kubernetes.apply(
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
    account(identity.clientId),
    deployment(),
  );
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'idwire-estate-'));
  const files = new Map([
    ['idwire.yaml', configuration(azure, cluster, identity)],
    ['k8s/account.yaml', accountText(identity.clientId)],
    ['k8s/orders.yaml', deploymentText()],
  ]);
  const kubeconfig = path.join(folder, 'kubeconfig');
  return {
    azure,
    kubernetes,
    identity,
    cluster,
    caller,
    files,
    folder,
    environment: {
      ...azure.environment,
      AZURE_CLIENT_ID: caller.clientId,
      AZURE_TENANT_ID: state.tenantId,
      AZURE_CLIENT_SECRET: caller.secret ?? '',
    },
    access: ['--kubeconfig', kubeconfig],
    write() {
      fs.writeFileSync(kubeconfig, kubernetes.kubeconfig('reader'));
      for (const [file, text] of files) {
        fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
        fs.writeFileSync(path.join(folder, file), text);
      }
    },
    async stop() {
      fs.rmSync(folder, { recursive: true, force: true });
      await Promise.all([azure.stop(), kubernetes.stop()]);
      if (!options.tls) await tls.remove();
    },
  };
}

export function groupOf({ id }: { readonly id: string }): string {
  return id.slice(0, id.indexOf('/providers/'));
}

/** Lines: 1 version, 5 authority … 9 cluster's name, 10 its resource, 14 the identity's resource. */
function configuration({ urls, state }: AzureEmulator, cluster: ManagedCluster, identity: ManagedIdentity): string {
  return `version: 1
owner: ${owner}
subscriptions: [${state.subscriptionId}]
cloud:
  authority: ${urls.authority}
  resource-manager: ${urls.resourceManager}
  graph: ${urls.graph}
clusters:
  - name: prod
    resource: ${cluster.id}
    sources: [k8s]
identities:
  - name: orders
    resource: ${identity.id}
    allow: {clusters: [prod], namespaces: [shop]}
`;
}

/** The client id is on line 7. */
export function accountText(clientId: string, name = 'orders'): string {
  return `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
  namespace: shop
  annotations:
    azure.workload.identity/client-id: ${clientId}
`;
}

/** The name is on line 4. */
export function deploymentText(name = 'orders'): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: shop
spec:
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
        azure.workload.identity/use: "true"
    spec:
      serviceAccountName: ${name}
      containers:
        - name: ${name}
          image: registry.example/orders:1
`;
}
