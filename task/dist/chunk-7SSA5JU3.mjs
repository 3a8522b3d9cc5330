import {
  locationOf,
  writtenText
} from "./chunk-B3S343S7.mjs";

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
  ].flatMap(([name, words2]) => words2.split(" ").map((word) => [word, name]))
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
    environmentOf: (manifest) => environment(manifest.source.path)
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

// src/manifests/interests.ts
var keyPieces = ["azure\\.wo", "rkload\\.i", "dentity/", "/client", "client-id"];
var words = [
  "aadpodid",
  "aadPodId",
  "(?:AZURE|ARM|AAD)_CLIENT",
  "client[-_]?[sS]ecret",
  "aadClientSecret",
  "AZURE_(?:TENANT|FEDERATED|AUTHORITY)",
  "azure-identity-token",
  "secrets/azure/",
  "secrets-store",
  "usePodIdentity",
  "azure-workload",
  "azure-pod-identity",
  "WithWorkloadIdentity",
  "AzureADTokenExchange",
  "pod-security\\.kubernetes\\.io",
  "kubernetes\\.azure\\.com/tls",
  "idwire"
];
var kinds = [
  "SecretProviderClass",
  "NetworkPolicy",
  "(?:Cluster)?Role(?:Binding)?",
  "Azure[A-Za-z]+",
  "FederatedIdentityCredential",
  "UserAssignedIdentity",
  "TriggerAuthentication",
  "ClusterTriggerAuthentication",
  "(?:Cluster)?SecretStore",
  "(?:Cluster)?Issuer",
  "ACRAccessToken",
  "(?:Git|OCI|Image)Repository",
  "HelmRelease",
  "K8sPSPCapabilities",
  "ApplicationIdentity",
  "WorkloadIdentity"
];
var kindPattern = `kind["']?[ \\t]*:[ \\t]*["']?(?:${kinds.join("|")})\\b`;
var interesting = new RegExp([...keyPieces, ...words, kindPattern].join("|"));
var findInteresting = new RegExp(interesting, "g");
var holdsPods = /containers/g;
var usesAccounts = /serviceAccount/g;
var declaresAccounts = /kind["']?[ \t]*:[ \t]*["']?ServiceAccount\b/g;
function isInteresting(text) {
  return interesting.test(text);
}
var identityText = new RegExp([...keyPieces, ...words].join("|"));
function holdsIdentityText(text) {
  return identityText.test(text);
}
var identityWord = new RegExp(keyPieces.join("|"));
function holdsIdentityWord(text) {
  return identityWord.test(text);
}
var accountUse = /serviceAccount(?:Name)?["']?[ \t]*:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s,}#]+))?/g;
function accountsUsed(text) {
  const names = /* @__PURE__ */ new Set();
  for (const match of text.matchAll(accountUse)) names.add(readable(match[1] ?? match[2] ?? match[3]));
  return names;
}
var accountKind = /kind["']?[ \t]*:[ \t]*["']?ServiceAccount["']?[ \t]*(?:[#,}\r\n]|$)/;
var accountName = /\bname["']?[ \t]*:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s,}#]+))?/g;
function accountsDeclared(text) {
  const names = /* @__PURE__ */ new Set();
  if (!accountKind.test(text)) return names;
  for (const match of text.matchAll(accountName)) names.add(readable(match[1] ?? match[2] ?? match[3]));
  return names;
}
function readable(name) {
  return name === void 0 || /^[*&!|>{[]/.test(name) || name.includes("\\") ? "*" : name;
}

// src/manifests/locate.ts
function spotOf(place) {
  const { node, key } = walk(place.manifest.root, place.path);
  const source = place.manifest.source;
  if (place.part === "key" && key) return { source, start: key.start, end: key.end };
  if (node.type === "scalar" && node.start < node.end)
    return { source, ...firstLine(source.text, node.start, node.end) };
  const shown = key ?? node;
  return { source, ...firstLine(source.text, shown.start, shown.end) };
}
function walk(root, path) {
  let node = root;
  let key;
  for (const step of path) {
    if (node.type === "map") {
      const entry = node.entries.find((candidate) => candidate.key.text === String(step));
      if (!entry) break;
      node = entry.value;
      key = entry.key;
    } else if (node.type === "sequence") {
      const item = node.items[Number(step)];
      if (!item) break;
      node = item;
      key = void 0;
    } else break;
  }
  return { node, key };
}
function firstLine(text, start, end) {
  const newline = text.indexOf("\n", start);
  if (newline === -1 || newline >= end) return { start, end };
  return { start, end: Math.max(start, text[newline - 1] === "\r" ? newline - 1 : newline) };
}
function locate(at) {
  const spot = "manifest" in at ? at.manifest.rendered?.trace(at).spot ?? spotOf(at) : at;
  return locationOf(spot.source, spot.start, spot.end);
}

export {
  environmentOfFolder,
  environmentOfPath,
  rawWorld,
  findInteresting,
  holdsPods,
  usesAccounts,
  declaresAccounts,
  isInteresting,
  holdsIdentityText,
  holdsIdentityWord,
  accountsUsed,
  accountsDeclared,
  spotOf,
  locate
};
