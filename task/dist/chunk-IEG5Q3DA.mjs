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
  isClusterNamespace
};
