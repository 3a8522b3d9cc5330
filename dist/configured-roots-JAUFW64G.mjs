import {
  kustomizeRoots
} from "./chunk-TQPMVPUQ.mjs";
import {
  valuesFile
} from "./chunk-DCD467EL.mjs";
import {
  chunk_MC2TLTVB_mjs_clustersAt as clustersAt
} from "./check-CA0AB372.mjs";
import "./chunk-IDGW3QIE.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import {
  chunk_MMGMLXUL_mjs_resolvePath as resolvePath
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/manifests/configured-roots.ts
function rootRequestsOf(configuration, found) {
  const { clusters, substitutions } = configuration;
  const values = new Map([...substitutions].map(([name, { value }]) => [name, value]));
  const clustersOf = clustersAt(configuration);
  const roots = kustomizeRoots(found.kustomizations);
  return clusters.flatMap((cluster) => {
    const common = {
      cluster: cluster.name.value,
      ...cluster.environment && { environment: cluster.environment.value },
      ...values.size > 0 && { substitutions: values }
    };
    const sources = sourcesByFolder(cluster);
    const folders = found.kustomizations.filter(({ folder, manifest }) => {
      const inSource = clustersOf(manifest.source.path).includes(cluster);
      return sources.has(folder) || inSource && roots.includes(folder);
    }).map(({ folder }) => folder);
    const kustomize = folders.map((folder) => {
      return { kind: "kustomize", folder, namedBy: sources.get(folder) ?? cluster.at, ...common };
    });
    return [...kustomize, ...chartsOf(cluster, found).map((chart) => ({ ...chart, ...common }))];
  });
}
function sourcesByFolder({ sources }) {
  return new Map(sources.map(({ value, at }) => [resolvePath("", value), at]));
}
function chartsOf({ helm }, { files, charts }) {
  return helm.flatMap((entry) => {
    const chart = resolvePath("", entry.chart.value);
    const file = resolvePath(chart, "Chart.yaml");
    if (!charts.includes(file) && files.stat(file)) return [];
    const request = {
      kind: "helm",
      chart,
      values: entry.values.map(({ value }) => valuesFile(entry, value, files)),
      ...entry.namespace && { namespace: entry.namespace.value },
      ...entry.release && { release: entry.release.value },
      namedBy: entry.at
    };
    return [request];
  });
}
export {
  rootRequestsOf
};
