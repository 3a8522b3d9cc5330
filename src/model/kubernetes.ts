/** Kubernetes objects as the rules see them: typed slices whose every value knows its place. */
import type { Field } from './field.ts';
import type { Manifest } from './manifest.ts';
import type { PartialText } from './partial-text.ts';

/** Labels and annotations keep their entries as fields: the key's text is `field.key`. */
export interface ObjectMetadata {
  /** The `metadata` map itself, when there is one. */
  readonly field: Field | undefined;
  readonly nameField: Field | undefined;
  readonly namespaceField: Field | undefined;
  readonly labelsField: Field | undefined;
  readonly annotationsField: Field | undefined;
  readonly labels: readonly Field[];
  readonly annotations: readonly Field[];
}

export interface KubernetesObject {
  readonly manifest: Manifest;
  readonly root: Field;
  /** API group without its version; empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly metadata: ObjectMetadata;
  readonly name: PartialText;
  /** A namespace that nobody gave is a symbol that matches any. */
  readonly namespace: PartialText;
  /** Whether the object itself, or whatever rendered it, names the namespace. */
  readonly namespaceGiven: boolean;
}

export interface EnvironmentVariable {
  readonly name: string;
  readonly field: Field;
  /** The literal value as Kubernetes reads it; undefined when it comes from elsewhere. */
  readonly value: Field | undefined;
  readonly valueFrom: Field | undefined;
}

export interface Container {
  readonly field: Field;
  readonly name: string;
  readonly init: boolean;
  readonly environment: readonly EnvironmentVariable[];
}

/** A template from which pods are made, with the account they run as. */
export interface PodTemplate {
  /** Whether it has labels of its own, and where they are or would be written. */
  readonly metadata: ObjectMetadata;
  /** Where to point when something is missing here: `labels`, else `metadata`, else the template, else the name. */
  readonly anchor: Field;
  readonly spec: Field;
  /** `serviceAccountName`, or the old `serviceAccount`, when one is written. */
  readonly accountField: Field | undefined;
  /** The account's name; `default` when none is written. */
  readonly account: PartialText;
  readonly containers: readonly Container[];
  /** False when what was read cannot be a whole pod (a patch without containers): nothing can be missing from it. */
  readonly complete: boolean;
}

/** An object that makes pods; most have one template. */
export interface Workload extends KubernetesObject {
  readonly templates: readonly PodTemplate[];
}

export interface ServiceAccount extends KubernetesObject {
  /** `azure.workload.identity/client-id`, exactly so spelt, on the account itself. */
  readonly clientId: Field | undefined;
  readonly tenantId: Field | undefined;
}

/** The well-known keys of Azure Workload Identity (Azure/azure-workload-identity pkg/webhook/consts.go, v1.6.0). */
export const identityKeys = {
  prefix: 'azure.workload.identity/',
  use: 'azure.workload.identity/use',
  clientId: 'azure.workload.identity/client-id',
  tenantId: 'azure.workload.identity/tenant-id',
  tokenExpiration: 'azure.workload.identity/service-account-token-expiration',
  skipContainers: 'azure.workload.identity/skip-containers',
  injectProxy: 'azure.workload.identity/inject-proxy-sidecar',
  proxyPort: 'azure.workload.identity/proxy-sidecar-port',
  useBinding: 'azure.workload.identity/use-identity-binding',
} as const;

/** The label of retired AAD Pod Identity (Azure/aad-pod-identity). */
export const podIdentityLabel = 'aadpodidbinding';

/** The entry with exactly this key. */
export function entryOf(entries: readonly Field[], key: string): Field | undefined {
  return entries.find((entry) => entry.key === key);
}

/** Namespaces that clusters own: exempt from every rule about something missing. */
const clusterNamespaces = new Set([
  'kube-system',
  'kube-public',
  'kube-node-lease',
  'gatekeeper-system',
  'aks-istio-system',
  'app-routing-system',
  'azure-arc',
  'calico-system',
  'tigera-operator',
]);

export function isClusterNamespace(name: string | undefined): boolean {
  return name !== undefined && clusterNamespaces.has(name);
}
