import {
  chunk_7PS32FZK_mjs_decodeText as decodeText,
  chunk_7PS32FZK_mjs_splitDocuments as splitDocuments
} from "./check-CA0AB372.mjs";
import {
  chunk_ON3TE3NA_mjs_holdsIdentityText as holdsIdentityText
} from "./check-CA0AB372.mjs";
import {
  chunk_CJGED6K7_mjs_defaultLimits as defaultLimits,
  chunk_CJGED6K7_mjs_parseDocument as parseDocument
} from "./check-CA0AB372.mjs";
import {
  chunk_MMGMLXUL_mjs_readKustomization as readKustomization
} from "./check-CA0AB372.mjs";

// src/manifests/render/root-files.ts
function kustomizationPaths(folder) {
  return ["kustomization.yaml", "kustomization.yml", "Kustomization"].map((name) => joined(folder, name));
}
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
      const path = kustomizationPaths(folder).find((file) => this.kind(file) === "file");
      const [document] = path === void 0 ? [] : this.documents(path);
      this.#kustomizations.set(folder, document && readKustomization(document));
    }
    return this.#kustomizations.get(folder);
  }
  /** Files that lie in a folder itself. */
  filesIn(folder) {
    return this.#files.list(folder || ".").filter(({ kind }) => kind !== "directory").map(({ name }) => joined(folder, name)).sort();
  }
  /** The first link below a folder that leads out of the workspace. */
  leavingLink(folder) {
    for (const entry of this.#files.list(folder || ".")) {
      const path = joined(folder, entry.name);
      if (entry.kind === "link" && !this.isInside(path)) return path;
      const below = entry.kind === "directory" && entry.name !== ".git" ? this.leavingLink(path) : void 0;
      if (below !== void 0) return below;
    }
    return void 0;
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

export {
  kustomizationPaths,
  RootFiles,
  joined,
  documentsOf,
  listKey
};
