/** The roots that `idwire.yaml` names: kustomize folders among the sources of clusters, and their charts. */
import type { Configuration, ConfiguredChart, ConfiguredCluster } from '../model/configuration.ts';
import type { Files } from '../ports/files.ts';
import { resolvePath } from './kustomizations.ts';
import type { HelmRequest, KustomizeRequest, RootRequest } from './render/root.ts';

const kustomizationNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/**
 * One request for each chart, and for each source that is a folder with a kustomization straight in it. Folders that
 * hold kustomizations deeper down name no root; those roots belong to the clusters at their paths (`clustersAt`).
 */
export function rootRequestsOf(
  { clusters, substitutions }: Pick<Configuration, 'clusters' | 'substitutions'>,
  files: Pick<Files, 'stat'>,
): readonly RootRequest[] {
  const values = new Map([...substitutions].map(([name, { value }]) => [name, value]));
  return clusters.flatMap((cluster) => {
    const common = {
      cluster: cluster.name.value,
      ...(cluster.environment && { environment: cluster.environment.value }),
      ...(values.size > 0 && { substitutions: values }),
    };
    const kustomize = cluster.sources
      .map((source) => ({ folder: resolvePath('', source.value), namedBy: source.at }))
      .filter(({ folder }) => kustomizationNames.some((name) => isFile(files, resolvePath(folder, name))))
      .map(({ folder, namedBy }): KustomizeRequest => ({ kind: 'kustomize', folder, namedBy, ...common }));
    const helm = cluster.helm.map(
      (chart): HelmRequest => ({
        kind: 'helm',
        chart: resolvePath('', chart.chart.value),
        values: chart.values.map(({ value }) => valuesFile(chart, value, files)),
        ...(chart.namespace && { namespace: chart.namespace.value }),
        ...(chart.release && { release: chart.release.value }),
        namedBy: chart.at,
        ...common,
      }),
    );
    return [...kustomize, ...helm];
  });
}

/** Paths that the clusters name and at which nothing stands, with their places; a glob names no path. */
export function missingPaths(
  clusters: readonly ConfiguredCluster[],
  files: Pick<Files, 'stat'>,
): readonly ConfiguredChart['chart'][] {
  const missing = (path: string) => files.stat(path || '.') === undefined;
  return clusters.flatMap(({ sources, helm }) => [
    ...sources.filter(({ value }) => !/[*?[\]]/.test(value) && missing(resolvePath('', value))),
    ...helm.flatMap((chart) => {
      if (missing(resolvePath('', chart.chart.value))) return [chart.chart];
      return chart.values.filter(({ value }) => missing(valuesFile(chart, value, files)));
    }),
  ]);
}

/** Below the chart when it stands there, else below the working directory. */
function valuesFile({ chart }: ConfiguredChart, value: string, files: Pick<Files, 'stat'>): string {
  const inChart = resolvePath(resolvePath('', chart.value), value);
  return isFile(files, inChart) ? inChart : resolvePath('', value);
}

function isFile(files: Pick<Files, 'stat'>, path: string): boolean {
  return files.stat(path)?.kind === 'file';
}
