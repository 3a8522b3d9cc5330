import {
  chunk_MMGMLXUL_mjs_resolvePath as resolvePath
} from "./check-CA0AB372.mjs";

// src/manifests/configured-paths.ts
function missingPaths(clusters, files) {
  const missing = (path) => files.stat(path || ".") === void 0;
  return clusters.flatMap(({ sources, helm }) => [
    ...sources.filter(({ value }) => !/[*?[\]]/.test(value) && missing(resolvePath("", value))),
    ...helm.flatMap((chart) => {
      if (missing(resolvePath("", chart.chart.value))) return [chart.chart];
      return chart.values.filter(({ value }) => missing(valuesFile(chart, value, files)));
    })
  ]);
}
function valuesFile({ chart }, value, files) {
  const inChart = resolvePath(resolvePath("", chart.value), value);
  return files.stat(inChart)?.kind === "file" ? inChart : resolvePath("", value);
}

export {
  missingPaths,
  valuesFile
};
