/** Starts an emulated Kubernetes cluster: an API server on the loopback address that real clients can use. */
import { randomUUID } from 'node:crypto';
import type { JWK } from 'jose';
import { ApiServer, type Fault, type RecordedRequest } from './api-server.ts';
import { Authenticator, type EmulatedUser } from './authentication.ts';
import { Authorizer } from './authorization.ts';
import { generateServerTls, type ServerTls } from './certificates.ts';
import { Cluster } from './cluster.ts';
import { provisionNamespaces, runWorkloads } from './controllers.ts';
import { type JsonRecord, type KubernetesObject, textOf } from './json.ts';
import { apiVersionOf, type Kind, kindNamed, kinds } from './kinds.ts';
import { kubeconfigText } from './kubeconfig.ts';
import { ListPages } from './list-pages.ts';
import { ServiceAccountIssuer } from './service-account-issuer.ts';
import { UserTokens } from './user-tokens.ts';
import { webhookConfiguration } from './webhook-configuration.ts';
import type { WorkloadIdentityWebhookSettings } from './workload-identity-webhook.ts';

/** A Kubernetes object as a manifest gives it. */
export type Manifest = JsonRecord & {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: JsonRecord;
};

/** How the cluster is set up; every member may be left out. */
export interface KubernetesEmulatorOptions {
  /** A free one by default. */
  readonly port?: number;
  /** `https` by default. Over `http` requests without a token may do everything (kubectl sends no token over http). */
  readonly protocol?: 'https' | 'http';
  /** A certificate for 127.0.0.1 made elsewhere, so that several servers share one authority; made at start by default. */
  readonly tls?: ServerTls;
  /** Tenant of the cluster, in the default issuer and as the webhook's default; random by default. */
  readonly tenantId?: string;
  /** `iss` of the ServiceAccount tokens; an AKS address of West Europe by default. `self` is the server's own address. */
  readonly issuer?: string;
  /** Release of Kubernetes that `/version` reports; `1.33.5` by default. */
  readonly version?: string;
  /** Users besides `cluster-admin`, who may do everything. */
  readonly users?: readonly EmulatedUser[];
  /** API groups of the custom kinds that are installed; both by default. */
  readonly customGroups?: readonly string[];
  /** The workload identity webhook; `installed` (true by default) puts its configuration into the cluster at start. */
  readonly webhook?: Partial<WorkloadIdentityWebhookSettings> & { readonly installed?: boolean };
  /** Run a pod for each workload; otherwise pods exist only where they are created. */
  readonly runWorkloads?: boolean;
  /** Objects to create at start, in order. */
  readonly objects?: readonly Manifest[];
}

/** Which token to sign; an hour unless a lifetime is given. */
export interface AccountToken {
  readonly namespace: string;
  readonly name: string;
  readonly audiences: readonly string[];
  readonly expirationSeconds?: number;
}

const administrator = 'cluster-admin';
const startNamespaces = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];

function servedKinds(customGroups: readonly string[] | undefined): Kind[] {
  return kinds.filter((kind) => !kind.custom || !customGroups || customGroups.includes(kind.group));
}

function applyManifest(cluster: Cluster, served: readonly Kind[], manifest: Manifest): KubernetesObject {
  const kind = served.find((one) => one.kind === manifest.kind && apiVersionOf(one) === manifest.apiVersion);
  if (!kind) throw new Error(`The emulated cluster serves no ${manifest.kind} of ${manifest.apiVersion}.`);
  const name = textOf(manifest.metadata.name);
  const namespace = kind.namespaced ? textOf(manifest.metadata.namespace) || 'default' : '';
  const present = cluster.store.find(kind, namespace, name);
  const written = present
    ? cluster.replace(kind, namespace, name, manifest)
    : cluster.create(kind, namespace, manifest);
  return written.object;
}

/** The parts of a running cluster. */
interface Parts {
  readonly server: ApiServer;
  readonly cluster: Cluster;
  readonly pages: ListPages;
  readonly issuer: ServiceAccountIssuer;
  readonly tokens: UserTokens;
  readonly kinds: readonly Kind[];
  readonly tls: ServerTls | undefined;
}

/** A running emulated cluster. */
export class KubernetesEmulator {
  readonly url: string;
  /** Tenant of the cluster. */
  readonly tenantId: string;
  /** `iss` of the ServiceAccount tokens, byte for byte. */
  readonly issuer: string;
  /** Where the keys are served, without authentication; the discovery document names it too. */
  readonly jwksUri: string;
  /** PEM text of the authority; absent over plain http. */
  readonly certificateAuthority: string | undefined;
  /** Every answered request, in the order of the answers. */
  readonly requests: readonly RecordedRequest[];
  readonly #parts: Parts;

  constructor(parts: Parts, tenantId: string) {
    this.#parts = parts;
    this.url = parts.server.url;
    this.tenantId = tenantId;
    this.issuer = parts.issuer.issuer;
    this.jwksUri = `${this.url}/openid/v1/jwks`;
    this.certificateAuthority = parts.tls?.ca;
    this.requests = parts.server.requests;
  }

  /** The public keys, for a token service that trusts this issuer. */
  jwks(): { keys: JWK[] } {
    return this.#parts.issuer.jwks();
  }

  /** Kubeconfig text of a registered user, with the namespace of its context. @throws Error for an unknown user. */
  kubeconfig(user = administrator, namespace = 'default'): string {
    const ca = this.certificateAuthority;
    const authority = ca ? { certificateAuthority: ca } : {};
    return kubeconfigText({ server: this.url, ...authority, user, token: this.token(user), namespace });
  }

  /** Bearer token of a registered user. @throws Error for an unknown user. */
  token(user = administrator): string {
    return this.#parts.tokens.of(user);
  }

  addUser(user: EmulatedUser): void {
    this.#parts.tokens.add(user);
  }

  /** From now on the user's token answers 401. */
  revokeUser(user: string): void {
    this.#parts.tokens.revoke(user);
  }

  /** Creates or replaces objects with every check of the server. @throws ApiError as the server would answer. */
  apply(...manifests: readonly Manifest[]): KubernetesObject[] {
    return manifests.map((manifest) =>
      structuredClone(applyManifest(this.#parts.cluster, this.#parts.kinds, manifest)),
    );
  }

  /** A stored object; the namespace of a cluster-wide kind is empty. */
  get(kind: string, namespace: string, name: string): KubernetesObject | undefined {
    return structuredClone(this.#parts.cluster.store.find(kindNamed(kind), namespace, name));
  }

  /** The stored objects of a kind, over all namespaces unless one is given. */
  list(kind: string, namespace = ''): KubernetesObject[] {
    return structuredClone(this.#parts.cluster.store.list(kindNamed(kind), namespace));
  }

  /** @throws ApiError 404. */
  remove(kind: string, namespace: string, name: string): void {
    this.#parts.cluster.remove(kindNamed(kind), namespace, name);
  }

  /** A token of a stored ServiceAccount with any lifetime; negative seconds give an expired one. @throws ApiError 404. */
  async createToken(request: AccountToken): Promise<string> {
    const { namespace, name, audiences, expirationSeconds = 3600 } = request;
    const account = this.#parts.cluster.get(kindNamed('ServiceAccount'), namespace, name);
    const uid = textOf(account.metadata.uid);
    return (await this.#parts.issuer.sign({ namespace, name, uid, audiences, expirationSeconds })).token;
  }

  /** Signs with a new key; the earlier one stays published until the next rotation. */
  rotateSigningKey(): Promise<void> {
    return this.#parts.issuer.rotate();
  }

  /** Moves the issuer's clock against this machine's: later tokens are issued, and expire, that many seconds off. */
  setTokenClockOffset(seconds: number): void {
    this.#parts.issuer.clockOffset = seconds;
  }

  /** Takes the pods of the webhook down or up; while down, labelled pods are refused. */
  setWebhookAvailable(available: boolean): void {
    this.#parts.cluster.webhook.available = available;
  }

  /** Makes every continue token handed out so far answer 410 Gone. */
  expireContinueTokens(): void {
    this.#parts.pages.expire();
  }

  /** Makes matching requests fail. */
  injectFault(fault: Fault): void {
    this.#parts.server.addFault(fault);
  }

  stop(): Promise<void> {
    return this.#parts.server.close();
  }
}

function createCluster(options: KubernetesEmulatorOptions, tenantId: string, authority: string): Cluster {
  const { installed = true, ...settings } = options.webhook ?? {};
  const cluster = new Cluster({ settings: { tenantId, ...settings }, available: true });
  provisionNamespaces(cluster, authority);
  if (options.runWorkloads) runWorkloads(cluster);
  for (const name of startNamespaces) cluster.create(kindNamed('Namespace'), '', { metadata: { name } });
  if (installed) cluster.create(kindNamed('MutatingWebhookConfiguration'), '', webhookConfiguration);
  return cluster;
}

/** Starts an emulated cluster; it runs until `stop`. */
export async function startKubernetesEmulator(options: KubernetesEmulatorOptions = {}): Promise<KubernetesEmulator> {
  const tls = options.protocol === 'http' ? undefined : (options.tls ?? (await generateServerTls()));
  const tenantId = options.tenantId ?? randomUUID();
  const aksIssuer = `https://westeurope.oic.prod-aks.azure.com/${tenantId}/${randomUUID()}/`;
  const issuer = await ServiceAccountIssuer.create(options.issuer ?? aksIssuer);
  const cluster = createCluster(options, tenantId, tls?.ca ?? '');
  const authenticator = new Authenticator(cluster, issuer);
  const tokens = new UserTokens(authenticator);
  for (const user of [{ name: administrator, groups: ['system:masters'] }, ...(options.users ?? [])]) tokens.add(user);
  const pages = new ListPages(cluster.store);
  const served = servedKinds(options.customGroups);
  for (const object of options.objects ?? []) applyManifest(cluster, served, object);
  const release = options.version ?? '1.33.5';
  const authorizer = new Authorizer(cluster);
  const server = new ApiServer({ kinds: served, cluster, pages, authorizer, issuer, authenticator, release }, tls);
  await server.listen(options.port ?? 0);
  if (options.issuer === 'self') issuer.issuer = server.url;
  return new KubernetesEmulator({ server, cluster, pages, issuer, tokens, kinds: served, tls }, tenantId);
}
