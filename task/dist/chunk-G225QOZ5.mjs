import {
  isKind,
  namesOf,
  textsOf
} from "./chunk-W5P3XVMY.mjs";
import {
  substitute,
  substitutedText
} from "./chunk-S7NQJSJL.mjs";
import {
  readPlaceholders
} from "./chunk-AWIFEEWH.mjs";
import {
  literalOf
} from "./chunk-YXW6GTPK.mjs";
import {
  parseDocument
} from "./chunk-CJGED6K7.mjs";
import {
  fieldsOf,
  resolvePath
} from "./chunk-TIVORLBP.mjs";

// src/manifests/gitops/flux-kustomization.ts
var fluxGroup = "kustomize.toolkit.fluxcd.io";
function isFluxKustomization(manifest) {
  return isKind(manifest, fluxGroup, "Kustomization");
}
function readFluxKustomization(manifest, outer, patches = []) {
  const spec = fieldsOf(manifest).get("spec");
  const read = (text) => outer && !isExempt(manifest) ? substitutedText(text, outer) : text;
  const known = (field) => {
    const text = field?.text;
    const filled = text && outer && !isExempt(manifest) ? substitute(text, outer) : readPlaceholders(text ?? "");
    return literalOf(filled) || void 0;
  };
  const path = spec?.get("path");
  const folder = path ? known(path) : "";
  const { name, namespace } = namesOf(manifest);
  const builds = [spec?.get("postBuild"), ...patches.map(({ postBuild }) => postBuild)];
  return {
    manifest,
    name: read(name),
    namespace,
    folder: folder === void 0 ? void 0 : fromRoot(folder),
    components: (spec?.get("components")?.items() ?? []).flatMap((item) => known(item) ?? []),
    targetNamespace: known(spec?.get("targetNamespace")),
    namePrefix: known(spec?.get("namePrefix")),
    nameSuffix: known(spec?.get("nameSuffix")),
    substitute: new Map(builds.flatMap((build) => substitutes(build, read))),
    substituteFrom: builds.flatMap((build) => references(build, read)),
    remoteCluster: spec?.get("kubeConfig", "secretRef", "name")?.text,
    innerPatches: (spec?.get("patches")?.items() ?? []).flatMap(readInnerPatch)
  };
}
function fromRoot(path) {
  return resolvePath("", path.replace(/^\/+/, ""));
}
function isExempt(manifest) {
  const metadata = fieldsOf(manifest).get("metadata");
  const key = `${fluxGroup}/substitute`;
  return [metadata?.get("labels", key), metadata?.get("annotations", key)].some((field) => field?.text === "disabled");
}
function substitutes(postBuild, read) {
  return [...textsOf(postBuild?.get("substitute"))].map(([name, field]) => [
    name,
    read(field.text).replaceAll("\n", "")
  ]);
}
function references(postBuild, read) {
  return (postBuild?.get("substituteFrom")?.items() ?? []).flatMap((item) => {
    const [kind, name] = [item.get("kind")?.text, item.get("name")];
    if (!kind || !name?.text) return [];
    return [{ kind, name: read(name.text), optional: item.get("optional")?.value === true, at: name }];
  });
}
function readInnerPatch(patch) {
  const text = patch.get("patch")?.text;
  const target = patch.get("target");
  const root = text === void 0 ? void 0 : patchRoot(patch, text);
  const kind = target?.get("kind")?.text ?? root?.get("kind")?.text;
  if (kind !== "Kustomization") return [];
  const selective = target?.get("labelSelector") ?? target?.get("annotationSelector");
  const postBuild = selective ? void 0 : root?.get("spec", "postBuild");
  return [{ name: target ? target.get("name")?.text : root?.get("metadata", "name")?.text, postBuild }];
}
function patchRoot(patch, text) {
  const source = { path: patch.manifest.source.path, text };
  const { root } = parseDocument(source, 0, text.length);
  if (root?.type !== "map") return void 0;
  return fieldsOf({ source, root, apiVersion: "", kind: "", start: 0, end: text.length });
}

export {
  isFluxKustomization,
  readFluxKustomization,
  fromRoot,
  isExempt,
  readInnerPatch
};
