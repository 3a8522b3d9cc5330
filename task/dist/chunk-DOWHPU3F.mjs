// src/model/finding.ts
var order = { error: 0, warning: 1, note: 2 };
function compareSeverity(a, b) {
  return order[a] - order[b];
}
function cappedSeverity(severity, confidence) {
  return severity === "error" && confidence !== "high" ? "warning" : severity;
}
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function compareFindings(a, b) {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule) || compareText(a.fingerprint, b.fingerprint);
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

export {
  identityKeys,
  podIdentityLabel,
  entryOf,
  isClusterNamespace,
  compareSeverity,
  cappedSeverity,
  compareText,
  compareFindings
};
