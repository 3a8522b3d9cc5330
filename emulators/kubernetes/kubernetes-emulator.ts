/** Starts an emulated Kubernetes cluster: an API server on the loopback address that real clients can use. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { JWK } from 'jose';
import { ApiServer, type Fault, type RecordedRequest } from './api-server.ts';
import { Authenticator, type EmulatedUser } from './authentication.ts';
import { Authorizer } from './authorization.ts';
import { generateServerCertificate, type ServerCertificate } from './certificates.ts';
import { Cluster } from './cluster.ts';
import { provisionNamespaces, runWorkloads } from './controllers.ts';
import type { JsonRecord, KubernetesObject } from './json.ts';
import { apiVersionOf, type Kind, kindNamed, kinds } from './kinds.ts';
import { kubeconfigText } from './kubeconfig.ts';
import { ListPages } from './list-pages.ts';
import { ServiceAccountIssuer } from './service-account-issuer.ts';
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
  readonly certificate?: ServerCertificate;
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

/** A running emulated cluster. */
export interface KubernetesEmulator {
  readonly url: string;
  readonly tenantId: string;
  /** `iss` of the ServiceAccount tokens, byte for byte. */
  readonly issuer: string;
  /** Where the keys are served, without authentication; the discovery document names it too. */
  readonly jwksUri: string;
  /** PEM text of the authority; absent over plain http. */
  readonly certificateAuthority: string | undefined;
  /** Every answered request. */
  readonly requests: readonly RecordedRequest[];
  /** The public keys, for a token service that trusts this issuer. */
  jwks(): { keys: JWK[] };
  /** Kubeconfig text of a registered user; its namespace is `default` unless given. @throws Error for an unknown user. */
  kubeconfig(user?: string, namespace?: string): string;
  /** Bearer token of a registered user. @throws Error for an unknown user. */
  token(user?: string): string;
  addUser(user: EmulatedUser): void;
  /** From now on the user's token answers 401. */
  revokeUser(user: string): void;
  /** Creates or replaces objects with every check of the server. @throws ApiError as the server would answer. */
  apply(...objects: readonly Manifest[]): KubernetesObject[];
  get(kind: string, namespace: string, name: string): KubernetesObject | undefined;
  list(kind: string, namespace?: string): KubernetesObject[];
  /** @throws ApiError 404. */
  remove(kind: string, namespace: string, name: string): void;
  /** A token of a stored ServiceAccount with any lifetime; negative seconds give an expired one. @throws ApiError 404. */
  createToken(request: {
    readonly namespace: string;
    readonly name: string;
    readonly audiences: readonly string[];
    readonly expirationSeconds?: number;
  }): Promise<string>;
  /** Signs with a new key; the earlier one stays published until the next rotation. */
  rotateSigningKey(): Promise<void>;
  /** Moves the issuer's clock against this machine's: later tokens are issued, and expire, that many seconds off. */
  setTokenClockOffset(seconds: number): void;
  /** Takes the webhook's pods down or up; while down, labelled pods are refused. */
  setWebhookAvailable(available: boolean): void;
  /** Makes every continue token handed out so far answer 410 Gone. */
  expireContinueTokens(): void;
  /** Makes matching requests fail. */
  injectFault(fault: Fault): void;
  stop(): Promise<void>;
}

const administrator = 'cluster-admin';
const startNamespaces = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];

function servedKinds(customGroups: readonly string[] | undefined): Kind[] {
  return kinds.filter((kind) => !kind.custom || !customGroups || customGroups.includes(kind.group));
}

/** Tokens are random and live only in memory and in the kubeconfigs that are asked for. */
class UserTokens {
  readonly #tokens = new Map<string, string>();
  readonly #authenticator: Authenticator;

  constructor(authenticator: Authenticator) {
    this.#authenticator = authenticator;
  }

  add(user: EmulatedUser): void {
    const token = randomBytes(24).toString('hex');
    this.#tokens.set(user.name, token);
    this.#authenticator.register(token, user);
  }

  of(user: string): string {
    const token = this.#tokens.get(user);
    if (!token)
      throw new Error(`The emulated cluster has no user ${user}; it has ${[...this.#tokens.keys()].join(', ')}.`);
    return token;
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

function kindOf(served: readonly Kind[], manifest: Manifest): Kind {
  const found = served.find((kind) => kind.kind === manifest.kind && apiVersionOf(kind) === manifest.apiVersion);
  if (!found) throw new Error(`The emulated cluster serves no ${manifest.kind} of ${manifest.apiVersion}.`);
  return found;
}

function applyManifest(cluster: Cluster, served: readonly Kind[], manifest: Manifest): KubernetesObject {
  const kind = kindOf(served, manifest);
  const { name = '', namespace } = manifest.metadata as { name?: string; namespace?: string };
  const place = kind.namespaced ? (namespace ?? 'default') : '';
  const present = cluster.store.find(kind, place, name);
  return present ? cluster.replace(kind, place, name, manifest).object : cluster.create(kind, place, manifest).object;
}

/** Starts an emulated cluster; it runs until `stop`. */
export async function startKubernetesEmulator(options: KubernetesEmulatorOptions = {}): Promise<KubernetesEmulator> {
  const secure = options.protocol !== 'http';
  const certificate = secure ? (options.certificate ?? (await generateServerCertificate())) : undefined;
  const tenantId = options.tenantId ?? randomUUID();
  const issuer = await ServiceAccountIssuer.create(
    options.issuer ?? `https://westeurope.oic.prod-aks.azure.com/${tenantId}/${randomUUID()}/`,
  );
  const cluster = createCluster(options, tenantId, certificate?.authority ?? '');
  const authenticator = new Authenticator(cluster, issuer);
  const tokens = new UserTokens(authenticator);
  for (const user of [{ name: administrator, groups: ['system:masters'] }, ...(options.users ?? [])]) tokens.add(user);
  const pages = new ListPages(cluster.store);
  const served = servedKinds(options.customGroups);
  const release = options.version ?? '1.33.5';
  const services = {
    kinds: served,
    cluster,
    pages,
    authorizer: new Authorizer(cluster),
    issuer,
    authenticator,
    release,
  };
  const server = new ApiServer(services, certificate);
  await server.listen(options.port ?? 0);
  if (options.issuer === 'self') issuer.issuer = server.url;
  for (const object of options.objects ?? []) applyManifest(cluster, served, object);
  return {
    url: server.url,
    tenantId,
    issuer: issuer.issuer,
    jwksUri: `${server.url}/openid/v1/jwks`,
    certificateAuthority: certificate?.authority,
    requests: server.requests,
    jwks: () => issuer.jwks(),
    kubeconfig: (user = administrator, namespace = 'default') =>
      kubeconfigText({
        server: server.url,
        ...(certificate ? { certificateAuthority: certificate.authority } : {}),
        user,
        token: tokens.of(user),
        namespace,
      }),
    token: (user = administrator) => tokens.of(user),
    addUser: (user) => tokens.add(user),
    revokeUser: (user) => authenticator.revoke(tokens.of(user)),
    apply: (...objects) => objects.map((object) => structuredClone(applyManifest(cluster, served, object))),
    get: (kind, namespace, name) => structuredClone(cluster.store.find(kindNamed(kind), namespace, name)),
    list: (kind, namespace = '') => structuredClone(cluster.store.list(kindNamed(kind), namespace)),
    remove: (kind, namespace, name) => void cluster.remove(kindNamed(kind), namespace, name),
    createToken: async ({ namespace, name, audiences, expirationSeconds = 3600 }) => {
      const uid = cluster.get(kindNamed('ServiceAccount'), namespace, name).metadata.uid ?? '';
      return (await issuer.sign({ namespace, name, uid, audiences, expirationSeconds })).token;
    },
    rotateSigningKey: () => issuer.rotate(),
    setTokenClockOffset: (seconds) => {
      issuer.clockOffset = seconds;
    },
    setWebhookAvailable: (available) => {
      cluster.webhook.available = available;
    },
    expireContinueTokens: () => pages.expire(),
    injectFault: (fault) => server.addFault(fault),
    stop: () => server.close(),
  };
}
