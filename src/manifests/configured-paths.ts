/** The paths that `idwire.yaml` names for its clusters, and which of them lead nowhere. */
import type { ConfiguredChart, ConfiguredCluster } from '../model/configuration.ts';
import type { Files } from '../ports/files.ts';
import { resolvePath } from './kustomizations.ts';

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
export function valuesFile({ chart }: ConfiguredChart, value: string, files: Pick<Files, 'stat'>): string {
  const inChart = resolvePath(resolvePath('', chart.value), value);
  return files.stat(inChart)?.kind === 'file' ? inChart : resolvePath('', value);
}
