import {
  fieldsOf,
  isKustomizationPath,
  readKustomization
} from "./chunk-TIVORLBP.mjs";

// src/manifests/gitops/gitops-files.ts
var kustomizationNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"];
function reachOf(folder, files, components = []) {
  const found = /* @__PURE__ */ new Map();
  const kustomizations = /* @__PURE__ */ new Map();
  const visit = (path, namespace) => {
    const kustomization = kustomizationIn(path, files);
    if (kustomization) {
      const own = kustomization.manifest.source.path;
      if (kustomizations.has(own)) return;
      kustomizations.set(own, kustomization.manifest);
      for (const resource of kustomization.resources) visit(resource, namespace ?? kustomization.namespace);
    } else if (files.kind(path) === "file") {
      if (!found.has(path)) found.set(path, { path, namespace });
    } else visitPlain(path, namespace);
  };
  const visitPlain = (path, namespace) => {
    const below = files.below(path);
    const nested = below.filter((file) => isKustomizationPath(file)).map(folderOf);
    for (const inner of nested.filter((one) => !nested.some((other) => one.startsWith(`${other}/`))))
      visit(inner, namespace);
    for (const file of below)
      if (/\.ya?ml$/.test(file) && !nested.some((inner) => file.startsWith(`${inner}/`))) visit(file, namespace);
  };
  for (const path of [folder, ...components]) if (files.kind(path)) visit(path, void 0);
  return { files: [...found.values()], kustomizations: [...kustomizations.values()] };
}
function kustomizationIn(folder, files) {
  const path = kustomizationNames.map((name) => joinPath(folder, name)).find((file) => files.kind(file) === "file");
  const [document] = path === void 0 ? [] : files.documents(path);
  return document && readKustomization(document);
}
function folderOf(path) {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
function joinPath(folder, name) {
  return folder === "" ? name : `${folder}/${name}`;
}
function isKind(manifest, group, ...kinds) {
  return manifest.apiVersion.startsWith(`${group}/`) && kinds.includes(manifest.kind);
}
function textsOf(field) {
  return new Map((field?.entries() ?? []).flatMap((entry) => entry.text === void 0 ? [] : [[entry.key, entry]]));
}
function namesOf(manifest) {
  const metadata = fieldsOf(manifest).get("metadata");
  return { name: metadata?.get("name")?.text ?? "", namespace: metadata?.get("namespace")?.text };
}

export {
  reachOf,
  folderOf,
  joinPath,
  isKind,
  textsOf,
  namesOf
};
