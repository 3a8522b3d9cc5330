// src/model/cluster-access.ts
var clusterReads = {
  accounts: { group: "", version: "v1", resource: "serviceaccounts" },
  pods: { group: "", version: "v1", resource: "pods", labelSelector: "azure.workload.identity/use=true" },
  namespaces: { group: "", version: "v1", resource: "namespaces" },
  webhooks: { group: "admissionregistration.k8s.io", version: "v1", resource: "mutatingwebhookconfigurations" },
  secretClasses: {
    group: "secrets-store.csi.x-k8s.io",
    version: "v1",
    resource: "secretproviderclasses",
    custom: true
  },
  identities: { group: "aadpodidentity.k8s.io", version: "v1", resource: "azureidentities", custom: true },
  bindings: { group: "aadpodidentity.k8s.io", version: "v1", resource: "azureidentitybindings", custom: true }
};
var discoveryPath = "/.well-known/openid-configuration";
function ruleFor({ group, resource }) {
  return `{apiGroups: ["${group}"], resources: [${resource}], verbs: [list]}`;
}
var discoveryRule = `{nonResourceURLs: [${discoveryPath}], verbs: [get]}`;
var tokenRule = '{apiGroups: [""], resources: [serviceaccounts/token], verbs: [create]}';
function clusterRole(options) {
  const rules = [...Object.values(clusterReads).map(ruleFor), discoveryRule, ...options.prove ? [tokenRule] : []];
  return `${[
    "apiVersion: rbac.authorization.k8s.io/v1",
    "kind: ClusterRole",
    "metadata:",
    `  name: idwire-${options.prove ? "prove" : "read"}`,
    "rules:",
    ...rules.map((rule) => `  - ${folded(rule)}`)
  ].join("\n")}
`;
}
function folded(rule) {
  return rule.length <= 90 ? rule : rule.replace(", resources", ",\n     resources");
}

export {
  clusterReads,
  discoveryPath,
  ruleFor,
  discoveryRule,
  tokenRule,
  clusterRole
};
