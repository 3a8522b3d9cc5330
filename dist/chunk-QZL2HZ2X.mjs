import {
  fieldsOf
} from "./chunk-TIVORLBP.mjs";

// src/manifests/envsubst/exempt.ts
var exemptKey = "kustomize.toolkit.fluxcd.io/substitute";
function isExempt(manifest) {
  const metadata = fieldsOf(manifest).get("metadata");
  const fields = [metadata?.get("labels", exemptKey), metadata?.get("annotations", exemptKey)];
  return fields.some((field) => field?.text === "disabled");
}

export {
  isExempt
};
