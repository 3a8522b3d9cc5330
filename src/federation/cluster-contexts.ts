/** Finds out which configured cluster each context of a kubeconfig leads to, and reads it. */
import type { ClusterContents } from '../model/cluster-contents.ts';
import type { ConfiguredCluster } from '../model/configuration.ts';
import type { Gap } from '../model/report.ts';
import type { Cluster, Clusters } from '../ports/cluster.ts';
import { inParallel } from './observe.ts';
import { observeCluster, type ReadDepth } from './observe-cluster.ts';

/** A cluster that was read, with the way to it. */
export interface ReachedCluster {
  readonly name: string;
  readonly cluster: Cluster;
  readonly contents: ClusterContents;
}

export interface ReachedClusters {
  readonly reached: readonly ReachedCluster[];
  readonly gaps: readonly Gap[];
}

export interface ReachOptions {
  readonly issuers: ReadonlyMap<string, string | undefined>;
  readonly depth: ReadDepth;
}

/**
 * `issuers` are those that Resource Manager or the configuration gives, by cluster. A chosen context, or a kubeconfig
 * whose contexts have other names, is told apart by the issuer that its API server states; with one cluster it is that one.
 */
export async function reachClusters(
  clusters: Clusters,
  configured: readonly ConfiguredCluster[],
  { issuers, depth }: ReachOptions,
): Promise<ReachedClusters> {
  const named = clusters.chosen ? [] : configured.flatMap((cluster) => namedContext(clusters, cluster));
  if (named.length === 0) return reachOne(clusters, configured, { issuers, depth });
  const read = await inParallel(named, async ({ name, context }) => ({
    name,
    ...(await openAndRead(clusters, context, { name, depth })),
  }));
  const missing = configured.filter(({ name }) => !named.some((one) => one.name === name.value));
  return {
    reached: read.map(({ name, cluster, contents }) => ({ name, cluster, contents })),
    gaps: [...read.flatMap(({ gaps }) => gaps), ...missing.map(({ name }) => noContext(name.value))],
  };
}

async function reachOne(
  clusters: Clusters,
  configured: readonly ConfiguredCluster[],
  { issuers, depth }: ReachOptions,
): Promise<ReachedClusters> {
  const [only] = configured.length === 1 ? configured : [];
  const context = clusters.current;
  const { cluster, contents, gaps } = await openAndRead(clusters, context, {
    name: only?.name.value ?? context,
    depth,
  });
  const match = only ?? configured.find(({ name }) => contents.issuer && issuers.get(name.value) === contents.issuer);
  if (!match) return { reached: [], gaps: [...gaps, unknownCluster(context, contents.issuer)] };
  const others = clusters.chosen ? [] : configured.filter((one) => one !== match);
  return {
    reached: [{ name: match.name.value, cluster, contents }],
    gaps: [...gaps, ...others.map(({ name }) => noContext(name.value))],
  };
}

async function openAndRead(
  clusters: Clusters,
  context: string,
  { name, depth }: { readonly name: string; readonly depth: ReadDepth },
) {
  const cluster = await clusters.open(context);
  return { cluster, ...(await observeCluster(cluster, name, depth)) };
}

/** By the name in the configuration, or as `az aks get-credentials` names it. */
function namedContext({ contexts }: Clusters, { name, resource }: ConfiguredCluster) {
  const own = resource?.value.split('/').at(-1);
  const names = [name.value, ...(own ? [own, `${own}-admin`] : [])];
  const context = names.find((one) => contexts.includes(one));
  return context === undefined ? [] : [{ name: name.value, context }];
}

function noContext(name: string): Gap {
  return {
    what: `the contents of cluster ${name}`,
    why: 'the kubeconfig has no context of this name, nor of the name of its resource',
    remedy: `Add it with \`az aks get-credentials --context ${name}\`.`,
  };
}

function unknownCluster(context: string, issuer: string | undefined): Gap {
  return {
    what: `the cluster behind the context ${context}`,
    why: issuer
      ? `its issuer ${issuer} is that of no cluster in idwire.yaml`
      : 'its issuer could not be read, so it cannot be told which cluster it is',
    remedy: 'Name the cluster with the input cluster, or give the context of another.',
  };
}
