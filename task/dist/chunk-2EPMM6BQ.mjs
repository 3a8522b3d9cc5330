// src/model/identity.ts
var bindingCredentialName = "aks-identity-binding";
function sameResource(a, b) {
  return normalResource(a) === normalResource(b);
}
function normalResource(id) {
  return id.toLowerCase().replace(/\/+$/, "");
}
function resourceParts(id) {
  const match = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/[^/]+\/[^/]+\/([^/]+)\/?$/i.exec(id);
  if (!match) return void 0;
  const [, subscription = "", group = "", name = ""] = match;
  return { subscription, group, name };
}

export {
  bindingCredentialName,
  sameResource,
  normalResource,
  resourceParts
};
