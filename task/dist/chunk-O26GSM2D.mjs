import {
  writtenText
} from "./chunk-YXW6GTPK.mjs";

// src/manifests/raw-world.ts
var environments = Object.fromEntries(
  [
    ["development", "dev devel develop development"],
    ["test", "test tst testing"],
    ["integration", "int integration"],
    ["acceptance", "qa uat acc acceptance"],
    ["staging", "stg stage staging preprod pre-prod preproduction"],
    ["sandbox", "sbx sandbox playground"],
    ["production", "prd prod production live"]
  ].flatMap(([name, words]) => words.split(" ").map((word) => [word, name]))
);
function environmentOfFolder(name) {
  const folder = name.toLowerCase();
  const plain = environments[folder] ?? environments[folder.replace(/\d+$/, "")];
  if (plain) return plain;
  const [, first = "", second = ""] = /^([a-z]+\d*)[-_.]([a-z]+\d*)$/.exec(folder) ?? [];
  if (environments[first] && /^(?:\d+|[a-z]{2,3}\d?|blue|green|west\w*|east\w*|north\w*|south\w*)$/.test(second)) {
    return environments[first];
  }
  return environments[second] && /^(?:aks|k8s|cluster|env|[a-z]{2,3}\d?)$/.test(first) ? environments[second] : void 0;
}
function environmentOfPath(path) {
  const folders = path.split("/").slice(0, -1);
  for (const folder of folders.reverse()) {
    const environment = environmentOfFolder(folder);
    if (environment) return environment;
  }
  return void 0;
}
function rawWorld(raw, complete, cluster) {
  const splits = duplicateSplits([...raw.workloads, ...raw.serviceAccounts]);
  const environment = cluster ? () => cluster.environment : memoise(environmentOfPath);
  return {
    name: cluster?.name ?? ".",
    ...cluster && { cluster: cluster.name },
    complete,
    guessed: false,
    ...raw,
    sees: (a, b) => canMeet(a, b, environment, splits),
    environmentOf: (manifest) => environment(manifest.source.path),
    neverFilled: () => []
  };
}
function canMeet(a, b, environment, splits) {
  const [pathA, pathB] = [a.source.path, b.source.path];
  if (pathA === pathB) return true;
  const [environmentA, environmentB] = [environment(pathA), environment(pathB)];
  if (environmentA && environmentB && environmentA !== environmentB) return false;
  if (splits.size === 0) return true;
  const { folder, childA, childB } = branch(pathA, pathB);
  const children = splits.get(folder);
  return !(children?.has(childA) && children.has(childB));
}
function branch(a, b) {
  const [partsA, partsB] = [a.split("/"), b.split("/")];
  let depth = 0;
  while (depth < partsA.length - 1 && depth < partsB.length - 1 && partsA[depth] === partsB[depth]) depth += 1;
  return { folder: partsA.slice(0, depth).join("/"), childA: partsA[depth] ?? "", childB: partsB[depth] ?? "" };
}
function duplicateSplits(objects) {
  const firstPaths = /* @__PURE__ */ new Map();
  const splits = /* @__PURE__ */ new Map();
  for (const object of objects) {
    const path = object.manifest.source.path;
    const namespace = object.namespaceGiven ? writtenText(object.namespace) : "";
    const key = `${object.kind}
${namespace}
${writtenText(object.name)}`;
    const known = firstPaths.get(key) ?? [];
    if (known.includes(path)) continue;
    for (const other of known) {
      const { folder, childA, childB } = branch(path, other);
      const children = splits.get(folder) ?? /* @__PURE__ */ new Set();
      splits.set(folder, children.add(childA).add(childB));
    }
    if (known.length < 50) firstPaths.set(key, [...known, path]);
  }
  return splits;
}
function memoise(compute) {
  const known = /* @__PURE__ */ new Map();
  return (text) => {
    if (!known.has(text)) known.set(text, compute(text));
    return known.get(text);
  };
}

export {
  environmentOfFolder,
  environmentOfPath,
  rawWorld
};
