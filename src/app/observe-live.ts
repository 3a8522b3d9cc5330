/** Reads Azure and the clusters and joins them with the repository: the state that drift judges and prove starts from. */
import { type ReachedCluster, reachClusters } from '../federation/cluster-contexts.ts';
import { pipelineWishes } from '../federation/configured-pipelines.ts';
import { desiredCredentials } from '../federation/desired.ts';
import { liveState } from '../federation/live-state.ts';
import { lookUpIdentities } from '../federation/look-up-identities.ts';
import {
  covers,
  inParallel,
  observeClusters,
  observeCredentials,
  observeIdentities,
  subscriptionsOf,
} from '../federation/observe.ts';
import { attempt } from '../federation/observe-cluster.ts';
import { observeRoles } from '../federation/observe-roles.ts';
import type { Wish } from '../federation/wish.ts';
import { readerOf } from '../manifests/load.ts';
import type { Cloud } from '../model/cloud.ts';
import type { Configuration } from '../model/configuration.ts';
import { type Identity, type ManagedCluster, normalResource, resourceParts } from '../model/identity.ts';
import type { LiveConnection, LiveState } from '../model/live.ts';
import type { Gap } from '../model/report.ts';
import type { Audit } from '../ports/audit.ts';
import type { Azure, AzureSession } from '../ports/azure.ts';
import type { Clusters } from '../ports/cluster.ts';
import type { PlanPorts } from './azure-plan.ts';
import { type JudgedRepository, judgeRepository } from './judge-repository.ts';
import { lineTest } from './new-lines.ts';
import { checkPlannable, cloudOf, inShard, narrowing, type PlanInputs, unrenderedOver } from './planning-scope.ts';
import { trustConfiguration } from './trusted-configuration.ts';

export type LiveInputs = Omit<PlanInputs, 'adopt' | 'prune' | 'maxDeletes'>;

export interface LivePorts extends PlanPorts {
  /** The way to the clusters; undefined when no kubeconfig was named. Throws `InputError` for one that cannot be read. */
  readonly clusters: () => Promise<Clusters | undefined>;
  /** A token of the running job for an audience, where the host gives one for any audience. */
  readonly pipelineToken?: ((audience: string) => Promise<string>) | undefined;
  /** What service connections of Azure DevOps record, where the host can be asked. */
  readonly connections?: ((pipelines: Configuration['pipelines']) => Promise<readonly LiveConnection[]>) | undefined;
}

export interface ObservedLive {
  readonly judged: JudgedRepository;
  readonly state: LiveState;
  readonly cloud: Cloud;
  readonly session: AzureSession;
  readonly reached: readonly ReachedCluster[];
  readonly gaps: readonly Gap[];
}

/** How much is read: a proof needs neither roles nor versions nor the contents of clusters to be compared. */
export type Depth = 'everything' | 'wires';

/** Throws `InputError` without a usable configuration, `AccessError` when sign-in fails or may not be tried. */
export async function observeLive(inputs: LiveInputs, ports: LivePorts, depth: Depth): Promise<ObservedLive> {
  const judged = await judgeRepository(inputs, ports);
  const trusted = await trustConfiguration(checkPlannable(judged, inputs, { owner: false }), ports.place, inputs);
  const configuration = narrowed(trusted.configuration, inputs);
  const kubernetes = await ports.clusters();
  const cloud = cloudOf(configuration);
  const session = await ports.signIn(cloud, configuration.tenant?.value);
  ports.log.progress('Reading clusters and identities from Azure');
  const managed = new Map<string, ManagedCluster>();
  const azure = remembering(session.azure, managed);
  const subscriptions = subscriptionsOf(configuration, inputs.subscriptionId);
  const [clusters, identities] = await Promise.all([
    observeClusters(azure, configuration.clusters),
    observeIdentities(azure, subscriptions),
  ]);
  const desired = desiredCredentials({
    repository: judged.repository,
    clusters: clusters.clusters,
    audience: cloud.audience,
    read: readerOf(configuration.substitutions),
    findings: judged.findings,
    unrenderedOver: unrenderedOver(ports.files),
  });
  const wishes = [...desired.wishes, ...pipelineWishes(configuration, identities.identities, cloud.audience)];
  const looked = await lookUpIdentities(
    session.audit,
    wishes.map(({ identity }) => identity.clientId),
    identities,
  );
  const known = [...identities.identities, ...looked.applications];
  const mine = partOf(inputs, known);
  const targets = known.filter((identity) => isWatched(configuration, wishes, identity) && mine.identity(identity));
  ports.log.progress(`Reading the federated credentials of ${targets.length} identities`);
  const managedTargets = targets.filter(({ kind }) => kind === 'managed-identity');
  const chosen = configuration.clusters.filter(({ name }) => inShard(name.value, inputs.shard));
  const issuers = new Map(clusters.clusters.map(({ name, issuer }) => [name, issuer]));
  const byName = namedClusters(configuration, managed);
  const [credentials, roles, versions, contents, connections] = await Promise.all([
    observeCredentials(azure, managedTargets),
    depth === 'everything'
      ? observeRoles(session.audit, subscriptions, managedTargets)
      : { roles: new Map(), gaps: [] },
    depth === 'everything' ? observeVersions(session.audit, byName) : { versions: new Map(), gaps: [] },
    kubernetes
      ? reachClusters(kubernetes, chosen, { issuers, depth: depth === 'everything' ? 'everything' : 'issuer' })
      : { reached: [], gaps: [] },
    ports.connections?.(configuration.pipelines) ?? [],
  ]);
  const gaps = [
    ...judged.gaps,
    ...trusted.gaps,
    ...clusters.gaps,
    ...desired.gaps,
    ...identities.gaps,
    ...looked.gaps,
    ...credentials.gaps,
    ...roles.gaps,
    ...versions.gaps,
    ...contents.gaps,
    ...applicationGaps(targets),
  ];
  const unread = [judged.gaps, trusted.gaps, clusters.gaps, desired.gaps].some((some) => some.length > 0);
  const state = liveState({
    repository: judged.repository,
    configuration: { ...configuration, clusters: chosen },
    wishes: wishes.filter(mine.wish),
    observed: {
      managed: byName,
      contents: new Map(contents.reached.map((one) => [one.name, one.contents])),
      supportedVersions: versions.versions,
      identities: known,
      nobody: looked.nobody,
      objects: looked.objects,
      credentials: new Map(credentials.observed.map((one) => [normalResource(one.identity.id), one.credentials])),
      roles: roles.roles,
      connections,
      proofs: [],
    },
    complete: !unread && judged.repository.problems.length === 0 && isWhole(inputs),
    isNew: await lineTest(ports),
  });
  return { judged, state, cloud, session, reached: contents.reached, gaps };
}

/** A shard sees all wishes for the identities that it looks at; every other narrowing hides some. */
function isWhole(inputs: LiveInputs): boolean {
  const rest = { ...inputs, shard: undefined, adopt: false, prune: 'never', maxDeletes: 0 } as const;
  return narrowing(rest) === undefined;
}

function narrowed(configuration: Configuration, { cluster }: LiveInputs): Configuration {
  if (cluster.length === 0) return configuration;
  return { ...configuration, clusters: configuration.clusters.filter(({ name }) => cluster.includes(name.value)) };
}

/** Azure, with every cluster that it tells of kept: the settings are judged later. */
function remembering(azure: Azure, managed: Map<string, ManagedCluster>): Azure {
  return {
    ...azure,
    async cluster(resource) {
      const found = await azure.cluster(resource);
      if (found) managed.set(normalResource(resource), found);
      return found;
    },
  };
}

function namedClusters(
  { clusters }: Configuration,
  managed: ReadonlyMap<string, ManagedCluster>,
): ReadonlyMap<string, ManagedCluster> {
  return new Map(
    clusters.flatMap(({ name, resource }) => {
      const found = resource && managed.get(normalResource(resource.value));
      return found ? [[name.value, found] as const] : [];
    }),
  );
}

/** Each identity, and each wire, belongs to exactly one shard. */
function partOf({ shard }: LiveInputs, identities: readonly Identity[]) {
  const ids = new Map(identities.map(({ id, clientId }) => [clientId.toLowerCase(), normalResource(id)]));
  return {
    identity: ({ id }: Identity) => inShard(normalResource(id), shard),
    wish: ({ identity }: Wish) => {
      const clientId = identity.clientId.toLowerCase();
      return inShard(ids.get(clientId) ?? clientId, shard);
    },
  };
}

function isWatched({ identities }: Configuration, wishes: readonly Wish[], identity: Identity): boolean {
  const clientId = identity.clientId.toLowerCase();
  return (
    wishes.some((wish) => wish.identity.clientId.toLowerCase() === clientId) ||
    identities.some((entry) => covers(entry, identity))
  );
}

/** One list serves all clusters of a subscription and location. */
async function observeVersions(audit: Audit, managed: ReadonlyMap<string, ManagedCluster>) {
  const gaps: Gap[] = [];
  const places = new Map<string, { subscription: string; location: string; clusters: string[] }>();
  for (const [name, { id, location }] of managed) {
    const subscription = resourceParts(id)?.subscription ?? '';
    const key = `${subscription}/${location}`.toLowerCase();
    const place = places.get(key) ?? { subscription, location, clusters: [] };
    place.clusters.push(name);
    places.set(key, place);
  }
  const read = await inParallel([...places.values()], async ({ subscription, location, clusters }) => {
    const what = `the Kubernetes versions of ${location}`;
    const versions = await attempt(what, gaps, () => audit.supportedVersions(subscription, location));
    return versions ? clusters.map((name) => [name, versions] as const) : [];
  });
  return { versions: new Map(read.flat()), gaps };
}

function applicationGaps(targets: readonly Identity[]): readonly Gap[] {
  return targets
    .filter(({ kind }) => kind === 'application')
    .map(({ clientId }) => ({
      what: `the federated credentials of application ${clientId}`,
      why: 'credentials of app registrations are not compared yet',
      remedy: 'Run `az ad app federated-credential list` for it.',
    }));
}
