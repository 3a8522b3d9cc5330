import {
  holdsIdentityText,
  locate,
  spotOf
} from "./chunk-C44QPVTK.mjs";
import {
  isKustomizationPath,
  readKustomization
} from "./chunk-BNB6QXFO.mjs";
import {
  decodeText,
  defaultLimits,
  parseDocument,
  splitDocuments
} from "./chunk-SH3ULMZR.mjs";

// src/manifests/render/root-files.ts
var kustomizationNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"];
var RootFiles = class {
  #files;
  #workspaces;
  #sources = /* @__PURE__ */ new Map();
  #identity = /* @__PURE__ */ new Map();
  #manifests = /* @__PURE__ */ new Map();
  #kustomizations = /* @__PURE__ */ new Map();
  #listings = /* @__PURE__ */ new Map();
  /** The workspace is the repository that holds the working directory, and those that hold the paths. */
  constructor(files, paths) {
    this.#files = files;
    this.#workspaces = [".", ...paths].filter((path) => path !== "-").map((path) => workspaceOf(files, path));
  }
  kind(path) {
    const kind = this.#files.stat(path || ".")?.kind;
    return kind === "other" ? void 0 : kind;
  }
  /** False for a path that links lead out of the workspace; one that does not exist leads nowhere. */
  isInside(path) {
    if (this.#files.stat(path || ".") === void 0) return true;
    const real = this.#files.realPath(path || ".");
    return this.#workspaces.some((workspace) => real === workspace || real.startsWith(`${workspace}/`));
  }
  /** Whether a path of a file is what a tool wrote as a path that climbs out of a folder elsewhere. */
  isAt(path, climbing) {
    return this.#files.stat(path) !== void 0 && this.#files.realPath(path).endsWith(`/${climbing.replace(/^(?:\.\.\/)+/, "")}`);
  }
  /** The text of a file; undefined when it is none, is too large or no text, or lies outside. */
  source(path) {
    if (!this.#sources.has(path)) this.#sources.set(path, this.#read(path));
    return this.#sources.get(path);
  }
  #read(path) {
    const stat = this.#files.stat(path);
    if (stat?.kind !== "file" || stat.size > defaultLimits.fileBytes || !this.isInside(path)) return void 0;
    const text = decodeText(this.#files.read(path));
    return text === void 0 ? void 0 : { path, text };
  }
  holdsIdentity(path) {
    let known = this.#identity.get(path);
    if (known === void 0) {
      known = holdsIdentityText(this.source(path)?.text ?? "");
      this.#identity.set(path, known);
    }
    return known;
  }
  /** Every document of a YAML file that is a map or list, whether or not it is a Kubernetes object. */
  documents(path) {
    let known = this.#manifests.get(path);
    if (!known) {
      const source = this.source(path);
      known = source ? documentsOf(source) : [];
      this.#manifests.set(path, known);
    }
    return known;
  }
  /** The kustomization in a folder, when there is one. */
  kustomization(folder) {
    if (!this.#kustomizations.has(folder)) {
      const path = kustomizationNames.map((name) => joined(folder, name)).find((file) => this.kind(file) === "file");
      const [document] = path === void 0 ? [] : this.documents(path);
      this.#kustomizations.set(folder, document && readKustomization(document));
    }
    return this.#kustomizations.get(folder);
  }
  /** Every file below a folder; links are listed and not followed. */
  below(folder) {
    let known = this.#listings.get(folder);
    if (!known) {
      known = this.kind(folder) === "directory" ? this.#walk(folder) : [];
      this.#listings.set(folder, known);
    }
    return known;
  }
  #walk(folder) {
    return this.#files.list(folder || ".").toSorted((a, b) => a.name < b.name ? -1 : 1).flatMap((entry) => {
      const path = joined(folder, entry.name);
      return entry.kind === "directory" ? this.#walk(path) : [path];
    });
  }
};
function joined(folder, name) {
  return folder === "" ? name : `${folder}/${name}`;
}
function documentsOf(source) {
  return splitDocuments(source.text, defaultLimits.documents).spans.flatMap(({ start, end }) => {
    const { root } = parseDocument(source, start, end);
    return root && root.type !== "scalar" ? [manifestOf(source, root, start, end)] : [];
  });
}
function manifestOf(source, root, start, end) {
  if (root.type !== "map") return { source, root: holder(root), apiVersion: "", kind: "", start, end };
  const text = (key) => {
    const value = root.entries.find((entry) => entry.key.text === key)?.value;
    return value?.type === "scalar" ? value.text : "";
  };
  return { source, root, apiVersion: text("apiVersion"), kind: text("kind"), start, end };
}
var listKey = "";
function holder(value) {
  const { start, end } = value;
  const key = { type: "scalar", value: listKey, text: listKey, style: "plain", start, end: start };
  return { type: "map", entries: [{ key, value }], flow: false, start, end };
}
function workspaceOf(files, path) {
  const real = files.realPath(path || ".");
  for (let folder = real; folder.includes("/"); folder = folder.slice(0, folder.lastIndexOf("/"))) {
    if (folder !== "" && files.stat(`${folder}/.git`)) return folder;
  }
  return files.stat(real)?.kind === "file" ? real.slice(0, real.lastIndexOf("/")) : real;
}

// src/manifests/render/kustomize-tree.ts
var deepest = 50;
function kustomizeTree(folder, files, allowRemote) {
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
  const tree = { folder, layers: [...layers.values()], files: [...paths] };
  return { ...tree, refusal: refusalOf(tree, files, allowRemote) };
}
function refusalOf({ layers, files: paths }, files, allowRemote) {
  const leaving = [...layers.map((layer) => layer.folder), ...paths].find((path) => !files.isInside(path));
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
      remedy: "Keep the rendered chart in the repository, or name the chart under helm in idwire.yaml.",
      spot: spotOf(plugin.keyPlace)
    };
  }
  const remote = allowRemote ? void 0 : layers.flatMap((layer) => layer.remote)[0];
  if (!remote) return void 0;
  const { file, line } = locate(remote.place);
  return {
    why: `it takes in ${remote.text} (${file}:${line}), and nothing is fetched over the network`,
    remedy: "Keep a copy in the repository, or allow fetching with allow-remote on branches that you trust.",
    spot: spotOf(remote.place)
  };
}
function kustomizeRoots(kustomizations) {
  const taken = new Set(kustomizations.flatMap((kustomization) => kustomization.resources));
  return kustomizations.filter(({ component, folder, manifest }) => {
    if (component || taken.has(folder) || taken.has(manifest.source.path)) return false;
    return manifest.apiVersion === "" || manifest.apiVersion.startsWith("kustomize.config.k8s.io/");
  }).map((kustomization) => kustomization.folder);
}
function plainFiles(folder, files) {
  return files.below(folder).filter((path) => /\.(?:ya?ml|json)$/.test(path) && !isKustomizationPath(path) && path !== joined(folder, ""));
}

export {
  RootFiles,
  joined,
  documentsOf,
  listKey,
  kustomizeTree,
  kustomizeRoots,
  plainFiles
};
