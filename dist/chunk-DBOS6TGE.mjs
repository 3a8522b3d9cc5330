// src/model/report.ts
var commands = [
  "auto",
  "check",
  "plan",
  "apply",
  "drift",
  "prove",
  "migrate",
  "fix",
  "explain",
  "init",
  "demo"
];
function countFindings(findings) {
  const of = (severity) => findings.filter((finding) => !finding.suppressed && finding.severity === severity).length;
  return { errors: of("error"), warnings: of("warning"), notes: of("note") };
}

// src/model/kubernetes.ts
var identityKeys = {
  prefix: "azure.workload.identity/",
  use: "azure.workload.identity/use",
  clientId: "azure.workload.identity/client-id",
  tenantId: "azure.workload.identity/tenant-id",
  tokenExpiration: "azure.workload.identity/service-account-token-expiration",
  skipContainers: "azure.workload.identity/skip-containers",
  injectProxy: "azure.workload.identity/inject-proxy-sidecar",
  proxyPort: "azure.workload.identity/proxy-sidecar-port",
  useBinding: "azure.workload.identity/use-identity-binding"
};
var podIdentityLabel = "aadpodidbinding";
function entryOf(entries, key) {
  return entries.find((entry) => entry.key === key);
}
var clusterNamespaces = /* @__PURE__ */ new Set([
  "kube-system",
  "kube-public",
  "kube-node-lease",
  "gatekeeper-system",
  "aks-istio-system",
  "app-routing-system",
  "azure-arc",
  "calico-system",
  "tigera-operator"
]);
function isClusterNamespace(name) {
  return name !== void 0 && clusterNamespaces.has(name);
}

// src/rules/near-miss.ts
var known = Object.values(identityKeys).filter((key) => key !== identityKeys.prefix);
function editDistance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const substitution = previous[column - 1] + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, previous[column] + 1, current[column - 1] + 1));
    }
    previous = current;
  }
  return Math.min(previous[b.length], most + 1);
}
function misspeltKey(key) {
  if (known.includes(key)) return void 0;
  const plain = key.toLowerCase().replaceAll("_", "-");
  if (!plain.includes("identit") && !plain.includes("workload") && !plain.includes("azure")) return void 0;
  let best;
  let bestDistance = 3;
  for (const candidate of known) {
    const distance = editDistance(plain, candidate, 2);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

export {
  commands,
  countFindings,
  identityKeys,
  podIdentityLabel,
  entryOf,
  isClusterNamespace,
  editDistance,
  misspeltKey
};
