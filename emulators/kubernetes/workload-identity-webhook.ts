/** The mutation that the Azure workload identity webhook makes to labelled pods (Azure/azure-workload-identity pkg/webhook, v1.6.0). */
import { createHash } from 'node:crypto';
import type { JsonRecord, KubernetesObject } from './json.ts';
import { listOf, recordOf, recordsOf, textMapOf, textOf } from './json.ts';
import { parseGoInteger, WebhookDenial } from './webhook-denial.ts';
import { injectProxy } from './workload-identity-proxy.ts';

/** How the webhook of the cluster is set up. */
export interface WorkloadIdentityWebhookSettings {
  /** `AZURE_TENANT_ID` of the webhook: the tenant of accounts without a tenant annotation. */
  readonly tenantId: string;
  /** Authority of the cloud, with a trailing slash; the public cloud's by default. */
  readonly authorityHost?: string;
  /** Audience of the projected token; `api://AzureADTokenExchange` by default. */
  readonly audience?: string;
  /**
   * Where the token is mounted: `fixed` up to v1.5.1 (`/var/run/secrets/azure/tokens`), `reserved` in v1.6.0
   * (`/var/run/secrets/azure/wi`, the default), `reserved-hashed` after v1.6.0 (one folder below it for each pod).
   */
  readonly tokenLayout?: 'fixed' | 'reserved' | 'reserved-hashed';
  /** Up to v1.5.0 the webhook injects variables without a value instead of leaving them out. */
  readonly injectEmpty?: boolean;
  /** With an identity binding: the AKS instance whose `use-identity-binding` annotation changes audience and proxy. */
  readonly identityBinding?: { readonly tokenProxy: string; readonly serverName: string; readonly caConfigMap: string };
}

/** Name of the webhook inside its MutatingWebhookConfiguration. */
export const webhookName = 'mutation.azure-workload-identity.io';

const prefix = 'azure.workload.identity/';
const annotationNames = {
  clientId: `${prefix}client-id`,
  tenantId: `${prefix}tenant-id`,
  tokenExpiration: `${prefix}service-account-token-expiration`,
  skipContainers: `${prefix}skip-containers`,
  identityBinding: `${prefix}use-identity-binding`,
};
const publicAuthority = 'https://login.microsoftonline.com/';
const exchangeAudience = 'api://AzureADTokenExchange';
const bindingAudience = 'api://AKSIdentityBinding';
const reservedVolume = 'azure-workload-identity-reserved-';
const longestVolumeName = 63;
const [shortest, longest] = [3600, 86400];

/** The pod's annotation wins; an empty one counts as absent; the account's is not read when the pod's is set. */
function tokenExpiration(pod: ReadonlyMap<string, string>, account: ReadonlyMap<string, string>): number {
  const given = pod.get(annotationNames.tokenExpiration) || account.get(annotationNames.tokenExpiration);
  const seconds = given ? parseGoInteger(given, 64) : shortest;
  if (seconds >= shortest && seconds <= longest) return seconds;
  throw new WebhookDenial(
    `token expiration ${seconds} not valid. Expected value to be between ${shortest} and ${longest}`,
  );
}

interface Mount {
  readonly volume: string;
  readonly folder: string;
  /** Path of the token below the folder. */
  readonly token: string;
}

function mountOf(layout: WorkloadIdentityWebhookSettings['tokenLayout'], pod: KubernetesObject): Mount {
  if (layout === 'fixed') {
    const name = 'azure-identity-token';
    return { volume: name, folder: '/var/run/secrets/azure/tokens', token: name };
  }
  const name = textOf(pod.metadata.name) || `${textOf(pod.metadata.generateName)} (prefix)`;
  const hash = createHash('sha256')
    .update(name)
    .digest('hex')
    .slice(0, longestVolumeName - reservedVolume.length);
  const folder = layout === 'reserved-hashed' ? `/var/run/secrets/azure/wi/${hash}` : '/var/run/secrets/azure/wi';
  return { volume: reservedVolume + hash, folder, token: 'token/azure-identity-token' };
}

function setNamed(list: JsonRecord[], item: JsonRecord): JsonRecord[] {
  const others = list.some((other) => other.name === item.name);
  return others ? list.map((other) => (other.name === item.name ? item : other)) : [...list, item];
}

/** An entry that the container already has wins, whatever its value; `envFrom` is not looked at. */
function addVariables(container: JsonRecord, variables: readonly [string, string][], injectEmpty: boolean): void {
  const present = new Set(recordsOf(container.env).map((variable) => variable.name));
  const missing = variables.filter(([name, value]) => !present.has(name) && (value !== '' || injectEmpty));
  if (missing.length === 0) return;
  container.env = [...listOf(container.env), ...missing.map(([name, value]) => (value ? { name, value } : { name }))];
}

function skippedContainers(annotation: string | undefined): Set<string> {
  return new Set(annotation ? annotation.split(';').map((name) => name.trim()) : []);
}

function projectedVolume(mount: Mount, audience: string, expirationSeconds: number, caConfigMap: string): JsonRecord {
  const sources: JsonRecord[] = [{ serviceAccountToken: { audience, expirationSeconds, path: mount.token } }];
  if (caConfigMap) {
    const items = [{ key: 'ca.crt', path: 'ca-cert/ca.crt' }];
    sources.push({ configMap: { name: caConfigMap, items, optional: false } });
  }
  return { name: mount.volume, projected: { sources, defaultMode: 420 } };
}

/**
 * Mutates a pod that the webhook configuration selected, in place.
 *
 * @param account the pod's ServiceAccount; only its annotations are read, never its labels.
 * @throws WebhookDenial for a token expiration or proxy port that is no number or out of range, and for the proxy together
 * with `hostNetwork`.
 */
export function mutatePod(
  pod: KubernetesObject,
  account: KubernetesObject,
  settings: WorkloadIdentityWebhookSettings,
): void {
  const ofPod = textMapOf(pod.metadata.annotations);
  const ofAccount = textMapOf(account.metadata.annotations);
  const spec = recordOf(pod.spec);
  injectProxy(spec, ofPod);
  const expirationSeconds = tokenExpiration(ofPod, ofAccount);
  const asked = ofPod.get(annotationNames.identityBinding)?.toLowerCase() === 'true';
  const binding = asked ? settings.identityBinding : undefined;
  const mount = mountOf(settings.tokenLayout, pod);
  const variables: [string, string][] = [
    ['AZURE_CLIENT_ID', ofAccount.get(annotationNames.clientId) ?? ''],
    // A present but empty annotation suppresses the webhook's default.
    ['AZURE_TENANT_ID', ofAccount.get(annotationNames.tenantId) ?? settings.tenantId],
    ['AZURE_FEDERATED_TOKEN_FILE', `${mount.folder}/${mount.token}`],
    ['AZURE_AUTHORITY_HOST', settings.authorityHost ?? publicAuthority],
  ];
  if (binding) {
    variables.push(['AZURE_KUBERNETES_TOKEN_PROXY', binding.tokenProxy]);
    variables.push(['AZURE_KUBERNETES_SNI_NAME', binding.serverName]);
    variables.push(['AZURE_KUBERNETES_CA_FILE', `${mount.folder}/ca-cert/ca.crt`]);
  }
  const skipped = skippedContainers(ofPod.get(annotationNames.skipContainers));
  for (const container of [...recordsOf(spec.initContainers), ...recordsOf(spec.containers)]) {
    if (skipped.has(textOf(container.name))) continue;
    addVariables(container, variables, settings.injectEmpty ?? false);
    const volumeMount = { name: mount.volume, mountPath: mount.folder, readOnly: true };
    container.volumeMounts = setNamed(recordsOf(container.volumeMounts), volumeMount);
  }
  const audience = binding ? bindingAudience : (settings.audience ?? exchangeAudience);
  const volume = projectedVolume(mount, audience, expirationSeconds, binding?.caConfigMap ?? '');
  spec.volumes = setNamed(recordsOf(spec.volumes), volume);
}
