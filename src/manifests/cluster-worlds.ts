/** Makes worlds of configured clusters: what the sources of a cluster hold is one world, the rest is guessed as ever. */
import ignore from 'ignore';
import type { Configuration, ConfiguredCluster } from '../model/configuration.ts';
import type { KubernetesObject } from '../model/kubernetes.ts';
import type { World } from '../model/world.ts';
import { resolvePath } from './kustomizations.ts';
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

/** What decides about the worlds of a repository beside its objects. */
export interface WorldsRequest extends Clusters {
  /** Whether everything could be read and rendered. */
  readonly complete: boolean;
  /** Kustomizations and charts that nothing was rendered from. */
  readonly unrendered: readonly string[];
}

/**
 * One world for each cluster, of the raw files in its sources and of what its roots were rendered into; one of all raw
 * files that are in no source; and the rendered roots that no cluster takes in. A cluster of which something was not
 * rendered may hold more than is seen, and so may the files outside all sources, from which clusters may take.
 */
export function worldsOf(raw: Slices, rendered: readonly World[], request: WorldsRequest): readonly World[] {
  const { clusters, complete, unrendered } = request;
  if (clusters.length === 0) return [rawWorld(raw, complete), ...rendered];
  const clustersOf = clustersAt({ clusters });
  const worlds = clusters.flatMap((cluster) => {
    const belongs = (path: string) => clustersOf(path).includes(cluster);
    const charts = cluster.helm.map(({ chart }) => resolvePath('', `${chart.value}/Chart.yaml`));
    const partly = unrendered.some((path) => belongs(path) || charts.includes(path));
    const own = objectsWhere(raw, belongs);
    const named = { name: cluster.name.value, environment: cluster.environment?.value };
    const world = rawWorld(own, complete && !partly, named);
    const made = rendered.find((other) => other.cluster === named.name);
    if (made) return [joined(world, made)];
    return own.objects.length > 0 ? [world] : [];
  });
  const rest = objectsWhere(raw, (path) => clustersOf(path).length === 0);
  return [rawWorld(rest, false), ...worlds, ...rendered.filter(({ cluster }) => cluster === undefined)];
}

/** Raw files and rendered objects of one cluster; only raw files can be alternatives of each other. */
function joined(raw: World, made: World): World {
  const inRender = new Set(made.objects.map(({ manifest }) => manifest));
  return {
    ...raw,
    objects: [...raw.objects, ...made.objects],
    workloads: [...raw.workloads, ...made.workloads],
    serviceAccounts: [...raw.serviceAccounts, ...made.serviceAccounts],
    sees: (a, b) => inRender.has(a) || inRender.has(b) || raw.sees(a, b),
    environmentOf: (manifest) => (inRender.has(manifest) ? made : raw).environmentOf(manifest),
    neverFilled: made.neverFilled,
  };
}

function objectsWhere(raw: Slices, belongs: (path: string) => boolean): Slices {
  const of = <Item extends KubernetesObject>(items: readonly Item[]) =>
    items.filter((item) => belongs(item.manifest.source.path));
  return { objects: of(raw.objects), workloads: of(raw.workloads), serviceAccounts: of(raw.serviceAccounts) };
}
