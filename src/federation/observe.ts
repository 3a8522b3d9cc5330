/** Looks at Azure: the issuers of the clusters, the identities that are wired, and the credentials on them. */
import type { Configuration, ConfiguredCluster } from '../model/configuration.ts';
import { AccessError, InputError, SignInError } from '../model/errors.ts';
import { type Identity, type ManagedIdentity, normalResource, sameResource } from '../model/identity.ts';
import type { Gap } from '../model/report.ts';
import type { Azure } from '../ports/azure.ts';
import type { TrustedCluster } from './desired.ts';
import { describeWish } from './desired.ts';
import type { ObservedIdentity, ResolvedWish } from './plan.ts';
import type { Wish } from './wish.ts';

/** How many requests are under way at once while reading. */
const readsAtOnce = 32;

/** Runs the work for each item, a bounded number at once; results keep the order of the items. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = [...items.entries()];
  const worker = async () => {
    for (let entry = queue.shift(); entry; entry = queue.shift()) results[entry[0]] = await work(entry[1]);
  };
  await Promise.all(Array.from({ length: Math.min(readsAtOnce, items.length) }, worker));
  return results;
}

export interface ObservedClusters {
  readonly clusters: readonly TrustedCluster[];
  readonly gaps: readonly Gap[];
}

/** The issuer that Resource Manager reports decides; another one needs the word of the configuration. */
export async function observeClusters(azure: Azure, clusters: readonly ConfiguredCluster[]): Promise<ObservedClusters> {
  const gaps: Gap[] = [];
  const trusted = await inParallel(clusters, async (cluster): Promise<TrustedCluster> => {
    const common = { name: cluster.name.value, environment: cluster.environment?.value };
    const written = cluster.issuer?.value;
    const unknown = { ...common, issuer: undefined, blocked: null };
    if (!isManagedCluster(cluster)) {
      const blocked = cluster.trustExternalIssuer
        ? null
        : 'Azure does not vouch for the issuer; say trust-external-issuer: true if it is yours';
      if (written === undefined) gaps.push(withoutIssuer(common.name));
      return { ...common, issuer: written, blocked };
    }
    const resource = cluster.resource.value;
    const found = await readable(() => azure.cluster(resource), `the cluster ${common.name}`, gaps);
    if (found === undefined) return unknown;
    if (!found) throw missingCluster(cluster);
    if (found.issuer === undefined) {
      gaps.push({
        what: `the cluster ${common.name}`,
        why: 'its OIDC issuer is switched off',
        remedy: `Run \`az aks update --enable-oidc-issuer --name ${found.name}\`.`,
      });
      return unknown;
    }
    const disagree = written !== undefined && written !== found.issuer;
    return {
      ...common,
      issuer: found.issuer,
      blocked: disagree ? `idwire.yaml gives the issuer ${written}, Azure gives ${found.issuer}` : null,
    };
  });
  return { clusters: trusted, gaps };
}

/** Clusters that Azure Arc connects are not asked: what their API reports of an issuer is not settled yet. */
function isManagedCluster(
  cluster: ConfiguredCluster,
): cluster is ConfiguredCluster & { readonly resource: NonNullable<ConfiguredCluster['resource']> } {
  return cluster.resource !== undefined && /\/managedClusters\//i.test(cluster.resource.value);
}

function withoutIssuer(name: string): Gap {
  return {
    what: `the cluster ${name}`,
    why: 'its issuer is not given, and Azure Arc is not asked for it',
    remedy: 'Write its issuer, and trust-external-issuer: true, into idwire.yaml.',
  };
}

function missingCluster(cluster: ConfiguredCluster): InputError {
  return new InputError({
    problem: `The cluster ${cluster.name.value} does not exist.`,
    evidence: cluster.resource?.value ?? '',
    remedy: 'Correct its resource in idwire.yaml.',
  });
}

/** What a missing permission hides is a gap; every other failure ends the run. Null stands for "there is none". */
async function readable<Result>(
  read: () => Promise<Result | undefined>,
  what: string,
  gaps: Gap[],
): Promise<Result | null | undefined> {
  try {
    return (await read()) ?? null;
  } catch (thrown) {
    if (!(thrown instanceof AccessError) || thrown instanceof SignInError) throw thrown;
    gaps.push({ what, why: thrown.problem, remedy: thrown.remedy });
    return undefined;
  }
}

export interface ObservedIdentities {
  readonly identities: readonly ManagedIdentity[];
  /** Whether every subscription could be read: only then is an identity that is not here not there. */
  readonly complete: boolean;
  readonly gaps: readonly Gap[];
}

/** All identities of the subscriptions. A subscription that may not be read is a gap. */
export async function observeIdentities(azure: Azure, subscriptions: readonly string[]): Promise<ObservedIdentities> {
  const gaps: Gap[] = [];
  const pages = await inParallel(subscriptions, (subscription) =>
    readable(() => azure.identities(subscription), `the identities of subscription ${subscription}`, gaps),
  );
  return { identities: pages.flatMap((page) => page ?? []), complete: gaps.length === 0, gaps };
}

/** Subscriptions that the run needs: those given, and those of the resources that the configuration names. */
export function subscriptionsOf(configuration: Configuration, given: string | undefined): readonly string[] {
  const ids = configuration.identities.flatMap((identity) =>
    identity.kind === 'resource'
      ? [identity.resource.value]
      : identity.kind === 'resource-group'
        ? [identity.resourceGroup.value]
        : [],
  );
  const named = ids.flatMap((id) => /^\/subscriptions\/([^/]+)/i.exec(id)?.[1] ?? []);
  const all = [...configuration.subscriptions.map(({ value }) => value), ...(given ? [given] : []), ...named];
  return [...new Set(all.map((id) => id.toLowerCase()))];
}

export interface ResolvedWishes {
  readonly wishes: readonly ResolvedWish[];
  /** Wishes whose identity was not found although every subscription could be read: nothing can make them true. */
  readonly lost: readonly Wish[];
  readonly gaps: readonly Gap[];
}

/** Finds the identity of each wish. One that is not found makes the plan incomplete. */
export function resolveWishes(
  wishes: readonly Wish[],
  { identities, complete }: Pick<ObservedIdentities, 'identities' | 'complete'>,
): ResolvedWishes {
  const byClientId = new Map<string, Identity>();
  for (const identity of identities) byClientId.set(identity.clientId.toLowerCase(), identity);
  const resolved: ResolvedWish[] = [];
  const lost: Wish[] = [];
  for (const wish of wishes) {
    const target = byClientId.get(wish.identity.clientId.toLowerCase());
    if (target) resolved.push({ ...wish, target });
    else lost.push(wish);
  }
  const gaps = lost.map((wish) => ({
    what: describeWish(wish),
    why: `no identity with the client id ${wish.identity.clientId} was found in the subscriptions that ${complete ? 'are looked at' : 'could be read'}`,
    remedy: 'Correct the client id, or name the subscription of the identity under subscriptions in idwire.yaml.',
  }));
  return { wishes: resolved, lost: complete ? lost : [], gaps };
}

/** The credentials of every identity that is wanted or configured, so that strays are seen as well. */
export async function observeCredentials(
  azure: Azure,
  identities: readonly Identity[],
): Promise<{ readonly observed: readonly ObservedIdentity[]; readonly gaps: readonly Gap[] }> {
  const gaps: Gap[] = [];
  const distinct = [...new Map(identities.map((identity) => [normalResource(identity.id), identity])).values()];
  const observed = await inParallel(distinct, async (identity) => {
    const credentials = await readable(
      () => azure.credentials(identity),
      `the federated credentials of ${identity.id}`,
      gaps,
    );
    return credentials ? [{ identity, credentials }] : [];
  });
  return { observed: observed.flat(), gaps };
}

/** Whether a configured entry covers an identity; a client id beside the resource must agree, or it is another one by now. */
export function covers(entry: Configuration['identities'][number], identity: Identity): boolean {
  if (entry.kind === 'application')
    return identity.kind === 'application' && identity.clientId.toLowerCase() === entry.application.value.toLowerCase();
  if (identity.kind === 'application') return false;
  if (entry.kind === 'resource') {
    const named = entry.clientId?.value.toLowerCase() ?? identity.clientId.toLowerCase();
    return sameResource(entry.resource.value, identity.id) && named === identity.clientId.toLowerCase();
  }
  return normalResource(identity.id).startsWith(`${normalResource(entry.resourceGroup.value)}/`);
}
