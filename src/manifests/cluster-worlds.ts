/** Makes worlds of configured clusters: what the sources of a cluster hold is one world, the rest is guessed as ever. */
import ignore from 'ignore';
import type { Configuration, ConfiguredCluster } from '../model/configuration.ts';
import type { KubernetesObject } from '../model/kubernetes.ts';
import type { World } from '../model/world.ts';
import { rawWorld } from './raw-world.ts';
import type { Slices } from './slices.ts';

/** What decides about worlds; of a whole configuration only its clusters. */
type Clusters = Pick<Configuration, 'clusters'>;

/**
 * The clusters to which a path belongs: a source names the path itself, a folder above it, or a glob that takes in
 * either (in git's syntax, from the working directory). Several clusters may share a source.
 */
export function clustersAt({ clusters }: Clusters): (path: string) => readonly ConfiguredCluster[] {
  const matchers = clusters.map(({ sources }) => {
    const patterns = sources.map(({ value }) => anchored(value));
    return patterns.includes('/') ? () => true : matcherOf(patterns);
  });
  return (path) => clusters.filter((_, index) => matchers[index]?.(path));
}

/** A source is a path from the working directory, never a name to be found anywhere. */
function anchored(source: string): string {
  return `/${source.replace(/^(?:\.\/)+|^\.$/g, '').replace(/\/+$/, '')}`;
}

function matcherOf(patterns: readonly string[]): (path: string) => boolean {
  const matcher = ignore({ ignorecase: false }).add([...patterns]);
  return (path) => ignore.isPathValid(path) && matcher.ignores(path);
}

/**
 * One world for each cluster whose sources hold objects, named like the cluster, and one of all that is in no source.
 * Where a cluster takes in a kustomization or a chart, the files alone do not tell what is missing; nor do they outside
 * the sources, from which a cluster may take in more than they say.
 */
export function worldsOf(
  raw: Slices,
  complete: boolean,
  { clusters, kustomizations }: Clusters & { readonly kustomizations: readonly string[] },
): readonly World[] {
  if (clusters.length === 0) return [rawWorld(raw, complete)];
  const clustersOf = clustersAt({ clusters });
  const worlds = clusters.flatMap((cluster) => {
    const own = objectsWhere(raw, (path) => clustersOf(path).includes(cluster));
    const rendered = cluster.helm.length > 0 || kustomizations.some((path) => clustersOf(path).includes(cluster));
    const named = { name: cluster.name.value, environment: cluster.environment?.value };
    return own.objects.length > 0 ? [rawWorld(own, complete && !rendered, named)] : [];
  });
  const rest = objectsWhere(raw, (path) => clustersOf(path).length === 0);
  return rest.objects.length > 0 || worlds.length === 0 ? [...worlds, rawWorld(rest, false)] : worlds;
}

function objectsWhere(raw: Slices, belongs: (path: string) => boolean): Slices {
  const of = <Item extends KubernetesObject>(items: readonly Item[]) =>
    items.filter((item) => belongs(item.manifest.source.path));
  return { objects: of(raw.objects), workloads: of(raw.workloads), serviceAccounts: of(raw.serviceAccounts) };
}

/** Rendered worlds join the worlds of the clusters whose sources their roots are in; the others stay as they are. */
export function joinClusters(
  raw: readonly World[],
  rendered: readonly World[],
  { clusters }: Clusters,
): readonly World[] {
  if (clusters.length === 0) return [...raw, ...rendered];
  const clustersOf = clustersAt({ clusters });
  const ofCluster = new Map<string, World[]>();
  for (const world of raw) if (world.cluster !== undefined) ofCluster.set(world.cluster, [world]);
  const rest = raw.filter((world) => world.cluster === undefined);
  for (const world of rendered) {
    const root = world.objects[0]?.manifest.rendered?.root ?? '';
    const names = world.cluster === undefined ? clustersOf(`${root}/.`).map(({ name }) => name.value) : [world.cluster];
    for (const name of names) ofCluster.set(name, [...(ofCluster.get(name) ?? []), world]);
    if (names.length === 0) rest.push(world);
  }
  const joined = [...ofCluster].map(([name, worlds]) =>
    joinWorlds(name, clusters.find((cluster) => cluster.name.value === name)?.environment?.value, worlds),
  );
  return [...joined, ...rest];
}

/** One world of several: objects see each other as before within their own, and everything of the others. */
function joinWorlds(cluster: string, environment: string | undefined, worlds: readonly World[]): World {
  const homes = new Map(worlds.flatMap((world) => world.objects.map(({ manifest }) => [manifest, world] as const)));
  return {
    name: cluster,
    cluster,
    complete: worlds.every(({ complete }) => complete),
    guessed: worlds.every(({ guessed }) => guessed),
    objects: worlds.flatMap(({ objects }) => objects),
    workloads: worlds.flatMap(({ workloads }) => workloads),
    serviceAccounts: worlds.flatMap(({ serviceAccounts }) => serviceAccounts),
    sees: (a, b) => homes.get(a) !== homes.get(b) || homes.get(a)?.sees(a, b) !== false,
    environmentOf: (manifest) => environment ?? homes.get(manifest)?.environmentOf(manifest),
  };
}
