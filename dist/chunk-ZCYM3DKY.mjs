import {
  isKind,
  namesOf
} from "./chunk-W5P3XVMY.mjs";
import {
  fieldsOf
} from "./chunk-TIVORLBP.mjs";

// src/manifests/gitops/flux-sources.ts
var group = "source.toolkit.fluxcd.io";
var bootstrapName = "flux-system";
function fluxSources(manifests) {
  const sources = manifests.filter((manifest) => isKind(manifest, group, "GitRepository", "OCIRepository"));
  const own = new Set(
    sources.flatMap((manifest) => namesOf(manifest).name === bootstrapName ? addressOf(manifest) ?? [] : [])
  );
  const named = (kind, name) => sources.filter((manifest) => manifest.kind === kind && namesOf(manifest).name === name);
  return {
    originOf: (sourceRef) => {
      const name = sourceRef?.get("name")?.text;
      if (name === bootstrapName) return "own";
      const addresses = named(sourceRef?.get("kind")?.text ?? "", name).flatMap((found) => addressOf(found) ?? []);
      if (addresses.length === 0 || own.size === 0) return "unknown";
      return addresses.some((address) => own.has(address)) ? "own" : "other";
    },
    ociName: (chartRef) => {
      if (chartRef?.get("kind")?.text !== "OCIRepository") return void 0;
      const [found] = named("OCIRepository", chartRef.get("name")?.text);
      return found && addressOf(found)?.split("/").at(-1);
    }
  };
}
function addressOf(manifest) {
  const url = fieldsOf(manifest).get("spec", "url")?.text;
  const plain = url?.toLowerCase().replace(/^[a-z+]+:\/\//, "").replace(/^[^@/]*@/, "").replace(/^([^/:]+):(?!\d+\/)/, "$1/").replace(/(?:\.git)?\/?$/, "");
  return plain || void 0;
}

export {
  fluxSources
};
