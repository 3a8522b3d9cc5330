/** The roots that `idwire.yaml` names: kustomizations among the sources of clusters, and their charts. */
import type { Configuration, ConfiguredCluster } from '../model/configuration.ts';
import type { Files } from '../ports/files.ts';
import { clustersAt } from './cluster-worlds.ts';
import { valuesFile } from './configured-paths.ts';
import { type Kustomization, resolvePath } from './kustomizations.ts';
import { kustomizeRoots } from './render/kustomize-tree.ts';
import type { HelmRequest, KustomizeRequest, RootRequest } from './render/root.ts';

/** What was found below the paths of a run: nothing else is rendered. */
export interface FoundRoots {
  readonly files: Pick<Files, 'stat'>;
  /** Paths of all `Chart.yaml`. */
  readonly charts: readonly string[];
  readonly kustomizations: readonly Kustomization[];
}

/**
 * One request for each chart of a cluster, and for each kustomization that is a source of it, or that lies in a source
 * and is part of no other. A root of two clusters is rendered for both.
 */
export function rootRequestsOf(
  configuration: Pick<Configuration, 'clusters' | 'substitutions'>,
  found: FoundRoots,
): readonly RootRequest[] {
  const { clusters, substitutions } = configuration;
  const values = new Map([...substitutions].map(([name, { value }]) => [name, value]));
  const clustersOf = clustersAt(configuration);
  const roots = kustomizeRoots(found.kustomizations);
  return clusters.flatMap((cluster) => {
    const common = {
      cluster: cluster.name.value,
      ...(cluster.environment && { environment: cluster.environment.value }),
      ...(values.size > 0 && { substitutions: values }),
    };
    const sources = sourcesByFolder(cluster);
    const folders = found.kustomizations
      .filter(({ folder, manifest }) => {
        const inSource = clustersOf(manifest.source.path).includes(cluster);
        return sources.has(folder) || (inSource && roots.includes(folder));
      })
      .map(({ folder }) => folder);
    const kustomize = folders.map((folder): KustomizeRequest => {
      return { kind: 'kustomize', folder, namedBy: sources.get(folder) ?? cluster.at, ...common };
    });
    return [...kustomize, ...chartsOf(cluster, found).map((chart) => ({ ...chart, ...common }))];
  });
}

function sourcesByFolder({ sources }: ConfiguredCluster) {
  return new Map(sources.map(({ value, at }) => [resolvePath('', value), at]));
}

/** A chart that stands outside the paths of the run is left out; one that is no chart at all is for the renderer to tell. */
function chartsOf({ helm }: ConfiguredCluster, { files, charts }: FoundRoots): readonly HelmRequest[] {
  return helm.flatMap((entry) => {
    const chart = resolvePath('', entry.chart.value);
    const file = resolvePath(chart, 'Chart.yaml');
    if (!charts.includes(file) && files.stat(file)) return [];
    const request: HelmRequest = {
      kind: 'helm',
      chart,
      values: entry.values.map(({ value }) => valuesFile(entry, value, files)),
      ...(entry.namespace && { namespace: entry.namespace.value }),
      ...(entry.release && { release: entry.release.value }),
      namedBy: entry.at,
    };
    return [request];
  });
}
