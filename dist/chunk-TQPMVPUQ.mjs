import {
  kustomizationPaths
} from "./chunk-IDGW3QIE.mjs";
import {
  chunk_D4KSMDYY_mjs_locate as locate
} from "./check-CA0AB372.mjs";

// src/manifests/render/kustomize-tree.ts
var deepest = 50;
function kustomizeTree(folder, files) {
  if (!files.kustomization(folder)) return void 0;
  const layers = /* @__PURE__ */ new Map();
  const paths = /* @__PURE__ */ new Set();
  const visit = (at, depth) => {
    const kustomization = layers.has(at) || depth > deepest ? void 0 : files.kustomization(at);
    if (!kustomization) return;
    layers.set(at, kustomization);
    paths.add(kustomization.manifest.source.path);
    for (const path of [...kustomization.patches, ...kustomization.inputs]) paths.add(path);
    for (const path of kustomization.resources) {
      if (files.kind(path) === "directory") visit(path, depth + 1);
      else paths.add(path);
    }
  };
  visit(folder, 0);
  return { folder, layers: [...layers.values()], files: [...paths] };
}
function buildRefusal({ layers, files: paths }, files, allowRemote) {
  const leaving = [...layers.flatMap(({ folder, resources }) => [folder, ...resources]), ...paths].flatMap((path) => [path, ...files.kind(path) === "directory" ? kustomizationPaths(path) : []]).find((path) => !files.isInside(path));
  if (leaving !== void 0) {
    return {
      why: `${leaving || "."} is a link that leads out of the repository, and nothing outside is read`,
      remedy: "Keep what is built inside the repository."
    };
  }
  const plugin = layers.map((layer) => layer.plugins).find((field) => field !== void 0);
  if (plugin) {
    const { file: file2, line: line2 } = locate(plugin.keyPlace);
    return {
      why: `${plugin.key} (${file2}:${line2}) needs a plugin that runs Helm from kustomize, and plugins are never run`,
      remedy: "Keep the rendered chart in the repository, or name the chart under helm in idwire.yaml."
    };
  }
  const absent = layers.flatMap((layer) => layer.taken).find(({ path }) => files.kind(path) === void 0);
  if (absent) {
    const { file: file2, line: line2 } = locate(absent.field.place);
    return {
      why: `${file2}:${line2} takes in ${absent.path}, which does not exist`,
      remedy: "Mend the path, or run the check after whatever makes the file."
    };
  }
  const remote = allowRemote ? void 0 : layers.flatMap((layer) => layer.remote)[0];
  if (!remote) return void 0;
  const { file, line } = locate(remote.place);
  return {
    why: `it takes in ${remote.text} (${file}:${line}), and nothing is fetched over the network`,
    remedy: "Keep a copy in the repository, or allow fetching with allow-remote on branches that you trust."
  };
}
function kustomizeRoots(kustomizations) {
  const taken = new Set(kustomizations.flatMap((kustomization) => kustomization.resources));
  return kustomizations.filter(({ component, folder, manifest }) => {
    if (component || taken.has(folder) || taken.has(manifest.source.path)) return false;
    return manifest.apiVersion === "" || manifest.apiVersion.startsWith("kustomize.config.k8s.io/");
  }).map((kustomization) => kustomization.folder);
}
function plainFiles(folder, manifests, kustomized) {
  const prefix = folder === "" ? "" : `${folder}/`;
  return manifests.filter((path) => {
    if (!path.startsWith(prefix) || !/\.(?:ya?ml|json)$/.test(path)) return false;
    const steps = path.slice(prefix.length).split("/").slice(0, -1);
    return !steps.some((_, index) => kustomized.has(prefix + steps.slice(0, index + 1).join("/")));
  });
}

export {
  kustomizeTree,
  buildRefusal,
  kustomizeRoots,
  plainFiles
};
