/** Joins what was observed with what the repository asks for into the state that the live rules judge. */
import type { Configuration, ConfiguredIdentity } from '../model/configuration.ts';
import { type Identity, normalResource } from '../model/identity.ts';
import type { ServiceAccount } from '../model/kubernetes.ts';
import {
  type LiveCluster,
  type LiveIdentity,
  type LiveState,
  type LiveWire,
  type Observed,
  principalOf,
} from '../model/live.ts';
import type { Manifest, Place } from '../model/manifest.ts';
import type { Spot } from '../model/source.ts';
import type { Repository } from '../model/world.ts';
import { isOwned } from './names.ts';
import { covers } from './observe.ts';
import type { Wish } from './wish.ts';

export interface LiveRequest {
  readonly repository: Repository;
  readonly configuration: Configuration;
  readonly wishes: readonly Wish[];
  readonly observed: Observed;
  /** Whether everything that could want a credential was read. */
  readonly complete: boolean;
  /** Whether the line is new in the change under review. */
  readonly isNew: (at: Place | Spot) => boolean;
}

export function liveState(request: LiveRequest): LiveState {
  const { repository, configuration, observed } = request;
  const clusters = configuration.clusters.map((cluster) => clusterOf(request, cluster));
  const identities = new Map(
    observed.identities.map((identity) => [normalResource(identity.id), identityOf(request, identity)]),
  );
  return {
    repository,
    configuration,
    complete: request.complete,
    clusters,
    wires: wiresOf(request, clusters, [...identities.values()]),
    identities: [...identities.values()].filter(({ credentials }) => credentials !== undefined),
    objects: observed.objects,
    connections: observed.connections,
    proofs: observed.proofs,
  };
}

function clusterOf({ repository, observed }: LiveRequest, cluster: Configuration['clusters'][number]): LiveCluster {
  const name = cluster.name.value;
  const managed = observed.managed.get(name);
  const contents = observed.contents.get(name);
  return {
    name,
    at: cluster.name.at,
    worlds: repository.worlds.filter((world) => world.cluster === name),
    written: cluster.issuer && { issuer: cluster.issuer.value, at: cluster.issuer.at },
    issuer: managed ? managed.issuer : (contents?.issuer ?? cluster.issuer?.value),
    managed,
    supportedVersions: observed.supportedVersions.get(name),
    // Another API server than the cluster in Azure: nothing in it can be compared with what is wired here.
    contents:
      managed?.issuer !== undefined && contents?.issuer !== undefined && contents.issuer !== managed.issuer
        ? { issuer: contents.issuer }
        : contents,
  };
}

function identityOf({ configuration, wishes, observed }: LiveRequest, identity: Identity): LiveIdentity {
  const owner = configuration.owner?.value;
  const credentials = observed.credentials.get(normalResource(identity.id))?.map((credential) => {
    const { name, issuer, subject } = credential;
    return {
      ...credential,
      owned: owner !== undefined && subject !== undefined && isOwned(owner, name, { issuer, subject }),
    };
  });
  const principal = principalOf(identity);
  const entry = configuration.identities.find((one) => covers(one, identity));
  const wish = wishes.find((one) => isWanted(one, identity));
  return {
    identity,
    at: entry ? spotOfEntry(entry) : (wish?.origin ?? startOf(configuration)),
    credentials,
    roles: principal === undefined ? undefined : observed.roles.get(principal),
  };
}

/** The value that names the identity, rather than the whole entry. */
function spotOfEntry(entry: ConfiguredIdentity): Spot {
  if (entry.kind === 'resource') return entry.resource.at;
  return entry.kind === 'application' ? entry.application.at : entry.resourceGroup.at;
}

function startOf({ source }: Configuration): Spot {
  return { source, start: 0, end: 0 };
}

function isWanted(wish: Wish, identity: Identity): boolean {
  return wish.identity.clientId.toLowerCase() === identity.clientId.toLowerCase();
}

function wiresOf(
  { wishes, observed, isNew }: LiveRequest,
  clusters: readonly LiveCluster[],
  identities: readonly LiveIdentity[],
): readonly LiveWire[] {
  const byName = new Map(clusters.map((cluster) => [cluster.name, cluster]));
  const byClientId = new Map(identities.map((one) => [one.identity.clientId.toLowerCase(), one]));
  const accounts = new Map<Manifest, ServiceAccount>(
    clusters
      .flatMap(({ worlds }) => worlds)
      .flatMap(({ serviceAccounts }) => serviceAccounts)
      .map((account) => [account.manifest, account]),
  );
  return wishes.map((wish) => {
    const clientId = wish.identity.clientId.toLowerCase();
    return {
      clientId: wish.identity.clientId,
      issuer: wish.issuer,
      subject: wish.subject,
      audience: wish.audience,
      at: wish.origin,
      cluster: wish.cluster && byName.get(wish.cluster.name),
      account: 'manifest' in wish.origin ? accounts.get(wish.origin.manifest) : undefined,
      target: byClientId.get(clientId),
      nobody: observed.nobody.has(clientId),
      planned: isNew(wish.origin),
      proven: wish.proven,
      leftTo: wish.leftTo,
    };
  });
}
