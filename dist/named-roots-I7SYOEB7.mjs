import {
  isExempt,
  patchesOf
} from "./chunk-T6U4NPOS.mjs";
import {
  chunk_DZJO2OL2_mjs_fluxSources as fluxSources
} from "./check-CA0AB372.mjs";
import {
  chunk_7Y72GOEW_mjs_folderOf as folderOf,
  chunk_7Y72GOEW_mjs_isKind as isKind,
  chunk_7Y72GOEW_mjs_joinPath as joinPath,
  chunk_7Y72GOEW_mjs_namesOf as namesOf,
  chunk_7Y72GOEW_mjs_reachOf as reachOf,
  chunk_7Y72GOEW_mjs_textsOf as textsOf
} from "./check-CA0AB372.mjs";
import {
  distinctRoots
} from "./chunk-TJMF427H.mjs";
import "./chunk-IDGW3QIE.mjs";
import "./check-CA0AB372.mjs";
import {
  chunk_S7NQJSJL_mjs_substitute as substitute,
  chunk_S7NQJSJL_mjs_substitutedText as substitutedText
} from "./check-CA0AB372.mjs";
import {
  chunk_O26GSM2D_mjs_environmentOfFolder as environmentOfFolder,
  chunk_O26GSM2D_mjs_environmentOfPath as environmentOfPath
} from "./check-CA0AB372.mjs";
import {
  chunk_AWIFEEWH_mjs_readPlaceholders as readPlaceholders
} from "./check-CA0AB372.mjs";
import {
  chunk_YXW6GTPK_mjs_literalOf as literalOf
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import {
  chunk_CJGED6K7_mjs_parseDocument as parseDocument
} from "./check-CA0AB372.mjs";
import {
  chunk_MMGMLXUL_mjs_fieldsOf as fieldsOf,
  chunk_MMGMLXUL_mjs_resolvePath as resolvePath
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/manifests/gitops/argo-parameters.ts
var unknown = /* @__PURE__ */ new Map();
var mostApplications = 500;
function parametersOf(generators, files) {
  const all = (generators?.items() ?? []).flatMap((generator) => generated(generator, unknown, files));
  return all.slice(0, mostApplications);
}
function generated(generator, outer, files) {
  const [kind] = generator.entries().filter(({ key }) => key !== "selector");
  if (!kind || generator.get("selector")) return [unknown];
  if (kind.key === "list")
    return (kind.get("elements")?.items() ?? []).slice(0, mostApplications).map((item) => flattened(item, outer));
  if (kind.key === "git" && kind.get("directories")) return directories(kind, outer, files);
  if (kind.key === "matrix") return matrix(kind.get("generators")?.items() ?? [], files);
  return [unknown];
}
function matrix(generators, files) {
  let sets = [/* @__PURE__ */ new Map()];
  for (const generator of generators) {
    const next = [];
    for (const outer of sets) {
      if (next.length >= mostApplications) break;
      const inner = generated(generator, outer, files).slice(0, mostApplications - next.length);
      next.push(...inner.map((parameters) => new Map([...outer, ...parameters])));
    }
    sets = next;
  }
  return sets;
}
function flattened(item, outer) {
  const values = /* @__PURE__ */ new Map();
  const visit = (field, name) => {
    if (field.text !== void 0) values.set(name, fill(field.text, outer));
    for (const entry of field.entries()) visit(entry, name === "" ? entry.key : `${name}.${entry.key}`);
  };
  visit(item, "");
  return values;
}
function directories(git, outer, files) {
  const patterns = (git.get("directories")?.items() ?? []).map((item) => ({
    pattern: fill(item.get("path")?.text ?? "", outer).replace(/^\.?\/|\/$/g, ""),
    exclude: item.get("exclude")?.value === true
  }));
  const included = patterns.filter(({ exclude }) => !exclude).map(({ pattern }) => pattern);
  if (included.some((pattern) => pattern.includes("{{"))) return [unknown];
  const excluded = patterns.filter(({ exclude }) => exclude).map(({ pattern }) => matcher(pattern));
  const found = new Set(included.flatMap((pattern) => foldersMatching(pattern, files)));
  return [...found].filter((path) => !excluded.some((match) => match.test(path))).map(pathParameters);
}
function foldersMatching(pattern, files) {
  const fixed = pattern.replace(/[*?[{].*$/s, "");
  const base = fixed === pattern ? pattern : fixed.replace(/\/?[^/]*$/, "");
  const match = matcher(pattern);
  const folders = files.below(base).flatMap((file) => {
    const parts = file.split("/").slice(0, -1);
    return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
  });
  return [...new Set(folders)].filter((folder) => match.test(folder));
}
function matcher(pattern) {
  const source = pattern.replace(/\*\*|[^\w]/g, (sign) => {
    if (sign === "**") return ".*";
    if (sign === "*") return "[^/]*";
    return sign === "?" ? "[^/]" : `\\${sign}`;
  });
  return new RegExp(`^${source}$`);
}
function pathParameters(path) {
  const segments = path.split("/");
  const basename = segments.at(-1);
  const normalised = basename.toLowerCase().replace(/[^a-z0-9-]/g, "-");
  return new Map([
    ["path", path],
    ["path.path", path],
    ["path.basename", basename],
    ["path.basenameNormalized", normalised],
    ...segments.flatMap((segment, index) => [
      [`path[${index}]`, segment],
      [`index .path.segments ${index}`, segment]
    ])
  ]);
}
function fill(text, parameters) {
  if (!text.includes("{{")) return text;
  return text.replace(/\{\{-?\s*(.*?)\s*-?\}\}/g, (written, expression) => {
    return parameters.get(expression.replace(/^\./, "")) ?? written;
  });
}

// src/manifests/gitops/embedded-values.ts
function embeddedMap(field) {
  const { node, manifest } = field;
  if (node.type !== "scalar") return node.type === "map" ? field : void 0;
  const { source } = manifest;
  if (node.style === "literal") {
    const start = source.text.indexOf("\n", node.start) + 1;
    return start > 0 && start < node.end ? mapIn(source, start, node.end) : void 0;
  }
  return mapIn({ path: source.path, text: node.text }, 0, node.text.length);
}
function mapIn(source, start = 0, end = source.text.length) {
  const { root } = parseDocument(source, start, end);
  return root && isMap(root) ? fieldsOf({ source, root, apiVersion: "", kind: "", start, end }) : void 0;
}
function isMap(node) {
  return node.type === "map";
}

// src/manifests/gitops/argo-applications.ts
var group = "argoproj.io";
function argoRoots(manifests, files) {
  return manifests.flatMap((manifest) => {
    const root = fieldsOf(manifest);
    if (isKind(manifest, group, "Application")) return applicationRoots(root, /* @__PURE__ */ new Map(), files);
    const template = isKind(manifest, group, "ApplicationSet") ? root.get("spec", "template") : void 0;
    if (!template) return [];
    return distinctRoots(
      parametersOf(root.get("spec", "generators"), files).flatMap(
        (parameters) => applicationRoots(template, parameters, files)
      )
    );
  });
}
function applicationRoots(root, parameters, files) {
  const spec = root.get("spec");
  if (!spec) return [];
  const read = (field) => literalOf(readPlaceholders(fill(field?.text ?? "", parameters))) || void 0;
  const several = spec.get("sources")?.items() ?? [];
  const [single] = [spec.get("source")].filter((source) => source !== void 0);
  const sources = several.length > 0 || !single ? several : [single];
  const references2 = new Set(sources.flatMap((source) => source.get("ref")?.text ?? []));
  const application = { spec, read, parameters, name: read(root.get("metadata", "name")), references: references2 };
  return sources.flatMap((source) => sourceRoot(source, application, files) ?? []);
}
function sourceRoot(source, application, files) {
  const { read, spec } = application;
  const pathField = source.get("path");
  const folder = resolvePath("", (read(pathField) ?? "").replace(/^\/+/, ""));
  if (!pathField || folder === "" || source.get("chart") || files.kind(folder) !== "directory") return void 0;
  const destination = clusterOf(spec, read);
  const environment = environmentOfPath(`${folder}/file`) ?? (destination && environmentOfFolder(destination)) ?? environmentOfPath(spec.manifest.source.path);
  const common = {
    namedBy: pathField.place,
    ...destination && { cluster: destination },
    ...environment && { environment }
  };
  const chart = ["Chart.yaml", "Chart.yml"].some((name) => files.kind(joinPath(folder, name)) === "file");
  return chart ? helmRoot(source, folder, application, files, common) : kustomizeRoot(source.get("kustomize"), folder, read, common);
}
function clusterOf(spec, read) {
  const destination = spec.get("destination");
  const given = read(destination?.get("name")) ?? read(destination?.get("server"));
  return given === "in-cluster" || given?.startsWith("https://kubernetes.default.svc") ? void 0 : given;
}
function kustomizeRoot(options, folder, read, common) {
  const [namespace, namePrefix, nameSuffix] = ["namespace", "namePrefix", "nameSuffix"].map(
    (key) => read(options?.get(key))
  );
  return {
    kind: "kustomize",
    folder,
    ...common,
    ...namespace && { namespace },
    ...namePrefix && { namePrefix },
    ...nameSuffix && { nameSuffix }
  };
}
function helmRoot(source, chart, application, files, common) {
  const { read, spec, name } = application;
  const helm = source.get("helm");
  const values = (helm?.get("valueFiles")?.items() ?? []).flatMap((item) => valuesPath(item, chart, application));
  const lenient = helm?.get("ignoreMissingValueFiles")?.value === true;
  const namespace = read(helm?.get("namespace")) ?? read(spec.get("destination", "namespace"));
  const release = read(helm?.get("releaseName")) ?? name;
  const given = helm?.get("valuesObject") ?? helm?.get("values");
  const inline = given && embeddedMap(given);
  const sets = (helm?.get("parameters")?.items() ?? []).flatMap((item) => setValue(item, read));
  return {
    kind: "helm",
    chart,
    values: lenient ? values.filter((path) => files.kind(path) === "file") : values,
    ...common,
    ...inline && { inline: [inline] },
    ...sets.length > 0 && { sets },
    ...namespace && { namespace },
    ...release && { release }
  };
}
function valuesPath(item, chart, { parameters, references: references2 }) {
  const written = fill(item.text ?? "", parameters);
  const [, reference, rest] = /^\$([\w-]+)\/(.+)$/.exec(written) ?? [];
  if (reference !== void 0 && !references2.has(reference)) return [];
  const path = literalOf(readPlaceholders(rest ?? written));
  if (!path || /^[a-z]+:\/\//.test(path) || /[*?[]/.test(path)) return [];
  if (rest !== void 0) return [resolvePath("", path)];
  return [path.startsWith("/") ? resolvePath("", path.slice(1)) : resolvePath(chart, path)];
}
function setValue(item, read) {
  const [path, value] = [item.get("name")?.text, item.get("value")];
  const text = read(value);
  const at = (value ?? item).place;
  return path && text !== void 0 ? [{ path, text, at }] : [];
}

// src/manifests/gitops/config-values.ts
function configData(kind, name, reaches, files) {
  for (const reach of reaches) {
    for (const { path } of reach.files) {
      const text = files.source(path)?.text;
      if (!text?.includes(kind) || !text.includes(name)) continue;
      const manifest = files.documents(path).find((found) => found.kind === kind && namesOf(found).name === name);
      if (manifest) return dataOf(manifest);
    }
    for (const kustomization of reach.kustomizations) {
      const generated2 = generatedData(kind, name, kustomization, files);
      if (generated2) return generated2;
    }
  }
  return void 0;
}
function dataOf(manifest) {
  const root = fieldsOf(manifest);
  const secret = manifest.kind === "Secret";
  if (root.get("sops")) return { values: /* @__PURE__ */ new Map(), open: true };
  const values = /* @__PURE__ */ new Map();
  for (const [key, field] of textsOf(root.get("data"))) {
    const text = field.text;
    values.set(key, { text: secret ? Buffer.from(text, "base64").toString() : text, field });
  }
  for (const [key, field] of textsOf(root.get("stringData"))) values.set(key, { text: field.text, field });
  return { values, open: false };
}
function generatedData(kind, name, kustomization, files) {
  const field = kind === "Secret" ? "secretGenerator" : "configMapGenerator";
  const generators = fieldsOf(kustomization).get(field)?.items() ?? [];
  const generator = generators.find((item) => item.get("name")?.text === name);
  if (!generator) return void 0;
  const folder = folderOf(kustomization.source.path);
  const values = /* @__PURE__ */ new Map();
  const textsIn = (key) => (generator.get(key)?.items() ?? []).flatMap((item) => item.text ?? []);
  for (const env of [...textsIn("envs"), generator.get("env")?.text ?? []].flat()) {
    for (const line of files.source(resolvePath(folder, env))?.text.split(/\r?\n/) ?? []) setPair(values, line);
  }
  for (const literal of textsIn("literals")) setPair(values, literal.replace(/=(["'])(.*)\1$/s, "=$2"));
  for (const written of textsIn("files")) {
    const [key = "", path = key] = written.split("=");
    const file = resolvePath(folder, path);
    const text = files.source(file)?.text;
    const name2 = written.includes("=") ? key : file.slice(file.lastIndexOf("/") + 1);
    if (text !== void 0) values.set(name2, { text, file });
  }
  return { values, open: [...values.values()].some(({ text }) => text.includes("ENC[")) };
}
function setPair(values, line) {
  const [, key, text] = /^([\w.-]+)=(.*)$/s.exec(line) ?? [];
  if (key !== void 0) values.set(key, { text });
}

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

// src/manifests/gitops/flux-roots.ts
function fluxRoots(manifests, files) {
  const tree = new FluxTree(manifests, files);
  return tree.tops().flatMap((top) => {
    const cluster = clusterOf2(top, files);
    const reaches = tree.walk(top, cluster, []).map(({ reach }) => reach);
    return tree.walk(top, cluster, reaches);
  });
}
function clusterOf2(top, files) {
  const { folder } = readFluxKustomization(top, void 0);
  const path = top.source.path;
  const holdsItself = folder !== void 0 && reachOf(folder, files).files.some((file) => file.path === path);
  return holdsItself ? folder || "." : folderOf(path).replace(/(?:^|\/)flux-system$/, "") || ".";
}
var FluxTree = class {
  #files;
  #sources;
  #kustomizations;
  #reaches = /* @__PURE__ */ new Map();
  constructor(manifests, files) {
    this.#files = files;
    this.#sources = fluxSources(manifests);
    this.#kustomizations = manifests.filter(isFluxKustomization);
  }
  /** Kustomizations that no other one applies; of those that apply each other, the first. */
  tops() {
    const inner = new Map(this.#kustomizations.map((manifest) => [manifest, this.#innerOf(manifest)]));
    const applied = new Set([...inner.values()].flat());
    const tops = this.#kustomizations.filter((manifest) => !applied.has(manifest));
    const seen = /* @__PURE__ */ new Set();
    const mark = (manifest) => {
      if (seen.has(manifest)) return;
      seen.add(manifest);
      inner.get(manifest)?.forEach(mark);
    };
    tops.forEach(mark);
    for (const manifest of this.#kustomizations) {
      if (seen.has(manifest)) continue;
      tops.push(manifest);
      mark(manifest);
    }
    return tops;
  }
  #innerOf(manifest) {
    const kustomization = readFluxKustomization(manifest, void 0);
    if (!this.#isHere(kustomization)) return [];
    return this.#within(this.#reach(kustomization)).filter((found) => found !== manifest);
  }
  /** The Kustomization and all below it. `known`: what the cluster applies, where values can come from. */
  walk(top, cluster, known) {
    const roots = [];
    const visit = (manifest, level) => {
      const fitting = level.patches.filter(({ name }) => name === void 0 || name === nameIn(manifest));
      const kustomization = readFluxKustomization(manifest, level.outer, fitting);
      const { remoteCluster } = kustomization;
      const place = remoteCluster === void 0 ? level.cluster : `${level.cluster} (${remoteCluster})`;
      if (level.chain.some((above) => above.manifest === manifest) || !this.#isHere(kustomization)) return;
      const chain = [...level.chain, kustomization];
      const reach = this.#reach(kustomization);
      const hidden = fitting.some(({ postBuild }) => postBuild === void 0);
      const { substitution, missing } = this.#substitutionOf(kustomization, [reach, ...known], hidden);
      roots.push({
        request: requestOf(kustomization, place, substitution),
        kustomization,
        chain: chain.map(({ name }) => name),
        substitution,
        missing,
        reach
      });
      const patches = [...kustomization.innerPatches, ...this.#patchesIn(reach)];
      for (const inner of this.#within(reach)) visit(inner, { cluster: place, chain, outer: substitution, patches });
    };
    visit(top, { cluster, chain: [], outer: void 0, patches: [] });
    return roots;
  }
  /** A path that is there is taken for one of this repository, unless its source is certainly another one. */
  #isHere({ manifest, folder }) {
    const origin = this.#sources.originOf(fieldsOf(manifest).get("spec", "sourceRef"));
    if (folder === void 0 || origin === "other" || folder === "" && origin !== "own") return false;
    return this.#files.kind(folder) === "directory";
  }
  #reach({ folder = "", components }) {
    const paths = components.map((component) => resolvePath(folder, component));
    const key = [folder, ...paths].join("\n");
    const reach = this.#reaches.get(key) ?? reachOf(folder, this.#files, paths);
    this.#reaches.set(key, reach);
    return reach;
  }
  #within(reach) {
    const paths = new Set(reach.files.map(({ path }) => path));
    return this.#kustomizations.filter((manifest) => paths.has(manifest.source.path));
  }
  /** Patches of plain kustomizations that concern Flux Kustomizations. */
  #patchesIn(reach) {
    return reach.kustomizations.flatMap(
      (manifest) => (fieldsOf(manifest).get("patches")?.items() ?? []).flatMap((patch) => {
        const path = patch.get("path")?.text;
        if (path === void 0) return readInnerPatch(patch);
        const file = resolvePath(folderOf(manifest.source.path), path);
        const target = patch.get("target", "kind")?.text;
        return this.#files.documents(file).filter((document) => (target ?? document.kind) === "Kustomization").map((document) => ({
          name: target === void 0 ? nameIn(document) : patch.get("target", "name")?.text,
          postBuild: fieldsOf(document).get("spec", "postBuild")
        }));
      })
    );
  }
  /** Values of the references in order, then those that stand in the Kustomization itself. */
  #substitutionOf(kustomization, reaches, hidden) {
    const values = /* @__PURE__ */ new Map();
    const missing = [];
    let open = hidden;
    for (const reference of kustomization.substituteFrom) {
      const data = configData(reference.kind, reference.name, reaches, this.#files);
      if (!data) missing.push(reference);
      open ||= !data || data.open;
      for (const [name, value] of data?.values ?? []) values.set(name, value.text.replaceAll("\n", ""));
    }
    for (const [name, value] of kustomization.substitute) values.set(name, value);
    return { substitution: values.size > 0 || open ? { values, open } : void 0, missing };
  }
};
function nameIn(manifest) {
  return fieldsOf(manifest).get("metadata", "name")?.text;
}
function requestOf(kustomization, cluster, substitution) {
  const { manifest, folder = "", targetNamespace, namePrefix, nameSuffix } = kustomization;
  const environment = environmentOfPath(`${folder}/kustomization.yaml`) ?? environmentOfPath(`${cluster}/file`);
  const path = fieldsOf(manifest).get("spec", "path") ? ["spec", "path"] : ["metadata", "name"];
  return {
    kind: "kustomize",
    folder,
    cluster,
    namedBy: { manifest, path, part: "value" },
    ...targetNamespace && { namespace: targetNamespace },
    ...namePrefix && { namePrefix },
    ...nameSuffix && { nameSuffix },
    ...environment && { environment },
    ...substitution && { flux: substitution }
  };
}

// src/manifests/gitops/release-patches.ts
function patchedValues(release, { reach, kustomization }, files) {
  const owners = [...reach.kustomizations.toReversed(), specOf(kustomization.manifest)];
  const patches = owners.flatMap((manifest) => manifest ? patchesOf({ manifest, folder: folderOf(manifest.source.path) }, files) : []).filter((patch) => concerns(patch, release));
  const changing = patches.some(
    ({ operations }) => operations.some(({ steps }) => steps[0] === "spec" && (steps.length === 1 || steps[1] === "values"))
  );
  return changing ? void 0 : patches.flatMap(({ part }) => (part && fieldsOf(part).get("spec", "values")) ?? []);
}
function concerns({ applies, isNamed }, release) {
  const { name, namespace } = namesOf(release);
  return applies(release.kind, name, namespace) && isNamed(name);
}
function specOf(kustomization) {
  const spec = fieldsOf(kustomization).get("spec")?.node;
  return spec?.type === "map" ? { ...kustomization, root: spec } : void 0;
}

// src/manifests/gitops/helm-releases.ts
function isHelmRelease(manifest) {
  return isKind(manifest, "helm.toolkit.fluxcd.io", "HelmRelease");
}
function helmReleaseRoots(manifests, roots, files) {
  const sources = fluxSources(manifests);
  return manifests.filter(isHelmRelease).flatMap((manifest) => {
    const spec = fieldsOf(manifest).get("spec", "chart", "spec");
    const kind = spec?.get("sourceRef", "kind")?.text;
    if (!spec || kind === "HelmRepository" || sources.originOf(spec.get("sourceRef")) === "other") return [];
    return placesOf(manifest, roots).flatMap((place) => requestOf2(manifest, spec, place, roots, files) ?? []);
  });
}
function placesOf({ source }, roots) {
  const places = roots.flatMap((root) => {
    const file = root.reach.files.find(({ path }) => path === source.path);
    return file ? [{ root, namespace: root.request.namespace ?? file.namespace }] : [];
  });
  return places.length > 0 ? places : [{ root: void 0, namespace: void 0 }];
}
function requestOf2(manifest, chartSpec, { root, namespace }, roots, files) {
  const substitution = isExempt(manifest) ? void 0 : root?.substitution;
  const read = (field) => {
    const text = field?.text ?? "";
    return literalOf(substitution ? substitute(text, substitution) : readPlaceholders(text)) || void 0;
  };
  const chart = fromRoot(read(chartSpec.get("chart")) ?? "");
  if (!["Chart.yaml", "Chart.yml"].some((name2) => files.kind(joinPath(chart, name2)) === "file")) return void 0;
  const fields = fieldsOf(manifest);
  const spec = fields.get("spec");
  const own = namespace ?? read(fields.get("metadata", "namespace"));
  const target = read(spec?.get("targetNamespace"));
  const name = read(fields.get("metadata", "name"));
  const release = read(spec?.get("releaseName")) ?? (target && name ? `${target}-${name}` : name);
  const from = valuesFrom(
    spec,
    roots.filter((other) => other.request.cluster === root?.request.cluster),
    files
  );
  const given = spec?.get("values");
  const patched = root ? patchedValues(manifest, root, files) : [];
  if (!patched) return void 0;
  const inline = [...from.inline, ...given ? [given] : [], ...patched];
  const { request } = root ?? {};
  const ownFiles = (chartSpec.get("valuesFiles")?.items() ?? []).flatMap((item) => read(item) ?? []);
  return {
    kind: "helm",
    chart,
    values: [...ownFiles.map((path) => valuesPath2(path, chart, files)), ...from.files],
    namedBy: chartSpec.get("chart").place,
    ...inline.length > 0 && { inline },
    ...(target ?? own) && { namespace: target ?? own },
    ...release && { release },
    ...request?.cluster && { cluster: request.cluster },
    ...request?.environment && { environment: request.environment },
    ...substitution && { flux: substitution }
  };
}
function valuesPath2(path, chart, files) {
  const rooted = fromRoot(path);
  return files.kind(rooted) === "file" ? rooted : resolvePath(chart, path);
}
function valuesFrom(spec, roots, files) {
  const inline = [];
  const paths = [];
  for (const item of spec?.get("valuesFrom")?.items() ?? []) {
    const [kind, name] = [item.get("kind")?.text, item.get("name")?.text];
    if (!kind || !name || item.get("targetPath")) continue;
    const data = configData(
      kind,
      name,
      roots.map(({ reach }) => reach),
      files
    );
    const value = data?.values.get(item.get("valuesKey")?.text ?? "values.yaml");
    if (value?.file !== void 0) paths.push(value.file);
    const map = value?.field && mapOf(value.field, value.text);
    if (map) inline.push(map);
  }
  return { inline, files: paths };
}
function mapOf(field, text) {
  return field.text === text ? embeddedMap(field) : mapIn({ path: field.manifest.source.path, text });
}

// src/manifests/gitops/named-roots.ts
function namedRoots(manifests, files) {
  const flux = fluxRoots(manifests, files);
  return {
    flux,
    requests: [
      ...flux.map(({ request }) => request),
      ...helmReleaseRoots(manifests, flux, files),
      ...argoRoots(manifests, files)
    ]
  };
}
export {
  namedRoots
};
