// src/manifests/interests.ts
var keyPieces = ["azure\\.wo", "rkload\\.i", "dentity/", "client-id"];
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
  "pod-identity",
  "WithWorkloadIdentity",
  "AzureADTokenExchange",
  "serviceAccountToken",
  // Calls in pipelines, and templates of Azure, that make credentials or accounts.
  "federated-credential",
  "federatedIdentityCredentials",
  "\\bazwi ",
  "create (?:sa|serviceaccount) ",
  "pod-security\\.kubernetes\\.io",
  "kubernetes\\.azure\\.com/tls",
  "idwire"
];
var kinds = [
  "SecretProviderClass",
  "\\w*NetworkPolicy",
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
  "Application(?:Set)?",
  "ManagedCluster",
  "K8sPSPCapabilities",
  "ApplicationIdentity",
  "WorkloadIdentity"
];
var kindPattern = `kind["']?[ \\t]*:[ \\t]*["']?(?:${kinds.join("|")})\\b`;
var deployers = ["kustomize\\.toolkit\\.fluxcd"];
var interesting = new RegExp([...keyPieces, ...words, ...deployers, kindPattern].join("|"));
var findInteresting = new RegExp(interesting, "g");
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

export {
  findInteresting,
  isInteresting,
  holdsIdentityText,
  holdsIdentityWord,
  accountsUsed,
  accountsDeclared
};
