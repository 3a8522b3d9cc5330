import {
  buildRefusal,
  kustomizeRoots,
  kustomizeTree,
  plainFiles
} from "./chunk-TQPMVPUQ.mjs";
import {
  isExempt,
  nameFits,
  patchesOf,
  saysExempt
} from "./chunk-T6U4NPOS.mjs";
import {
  chunk_QCKGU4ZK_mjs_manifestsIn as manifestsIn,
  chunk_QCKGU4ZK_mjs_namesIn as namesIn,
  chunk_QCKGU4ZK_mjs_readSlices as readSlices,
  chunk_QCKGU4ZK_mjs_resolver as resolver
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import {
  RootFiles,
  joined
} from "./chunk-IDGW3QIE.mjs";
import {
  chunk_7PS32FZK_mjs_splitDocuments as splitDocuments
} from "./check-CA0AB372.mjs";
import {
  chunk_CZ2BQG4R_mjs_isWanted as isWanted,
  chunk_CZ2BQG4R_mjs_wantedBy as wantedBy
} from "./check-CA0AB372.mjs";
import {
  chunk_D4KSMDYY_mjs_locate as locate,
  chunk_D4KSMDYY_mjs_spotOf as spotOf
} from "./check-CA0AB372.mjs";
import {
  chunk_S7NQJSJL_mjs_substituteIn as substituteIn,
  chunk_S7NQJSJL_mjs_substitutedText as substitutedText,
  chunk_S7NQJSJL_mjs_unfilledVariables as unfilledVariables
} from "./check-CA0AB372.mjs";
import {
  chunk_O26GSM2D_mjs_environmentOfFolder as environmentOfFolder,
  chunk_O26GSM2D_mjs_environmentOfPath as environmentOfPath
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import {
  chunk_AWIFEEWH_mjs_readPlaceholders as readPlaceholders
} from "./check-CA0AB372.mjs";
import {
  chunk_YXW6GTPK_mjs_couldBe as couldBe
} from "./check-CA0AB372.mjs";
import {
  chunk_ON3TE3NA_mjs_accountsDeclared as accountsDeclared,
  chunk_ON3TE3NA_mjs_isInteresting as isInteresting
} from "./check-CA0AB372.mjs";
import {
  chunk_CJGED6K7_mjs_defaultLimits as defaultLimits,
  chunk_CJGED6K7_mjs_loadTolerantParser as loadTolerantParser,
  chunk_CJGED6K7_mjs_parseDocument as parseDocument
} from "./check-CA0AB372.mjs";
import {
  chunk_MMGMLXUL_mjs_fieldsOf as fieldsOf,
  chunk_MMGMLXUL_mjs_resolvePath as resolvePath
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/manifests/render/charts.ts
var mostGuesses = 40;
function readChart(folder, files) {
  const path = ["Chart.yaml", "Chart.yml"].map((name2) => joined(folder, name2)).find((file) => files.kind(file));
  const manifest = path === void 0 ? void 0 : files.documents(path)[0];
  if (!manifest) return void 0;
  const root = fieldsOf(manifest);
  const name = root.get("name")?.text;
  if (name === void 0 || root.get("type")?.text === "library") return void 0;
  const below2 = chartFiles(folder, files);
  const defaults = ["values.yaml", "values.yml"].map((file) => joined(folder, file)).find((file) => below2.includes(file));
  const environmentValues = below2.filter(
    (file) => isEnvironmentValues(file.slice(folder === "" ? 0 : folder.length + 1))
  );
  return {
    folder,
    name,
    manifest,
    files: below2.filter((file) => !environmentValues.includes(file)),
    defaults,
    environmentValues: environmentValues.slice(0, mostGuesses),
    dependencies: readDependencies(folder, files, below2)
  };
}
var parts = ["templates", "charts", "crds", "values", "environments", "envs", "env"];
function chartFiles(folder, files) {
  const own = files.filesIn(folder).filter((path) => /(?:^|\/)(?:Chart|requirements|[^/]*values[^/]*)\.ya?ml$/.test(path));
  return [...own, ...parts.flatMap((part) => files.below(joined(folder, part)))];
}
function isEnvironmentValues(path) {
  return /^(?:values[-_.][^/]+|[^/]+[-_.]values|(?:values|environments|envs?)\/(?:[^/]+\/)?[^/]+)\.ya?ml$/.test(path);
}
function readDependencies(folder, files, below2) {
  const documents = ["Chart.yaml", "Chart.yml", "requirements.yaml"].flatMap(
    (name) => files.documents(joined(folder, name))
  );
  return documents.flatMap((document) => fieldsOf(document).get("dependencies")?.items() ?? []).flatMap((field) => {
    const name = field.get("name")?.text;
    return name === void 0 ? [] : [readDependency(name, field, folder, files, below2)];
  });
}
function readDependency(name, field, folder, files, below2) {
  const alias = field.get("alias")?.text ?? name;
  const repository = field.get("repository")?.text ?? "";
  const inside = joined(folder, `charts/${name}`);
  const held = below2.some(
    (path) => path.startsWith(`${inside}/`) || path.startsWith(`${inside}-`) && path.endsWith(".tgz")
  );
  const neighbour = repository.startsWith("file://") ? resolvePath(folder, repository.slice("file://".length)) : void 0;
  if (held) return { name, alias, field, found: "held", folder: inside };
  if (neighbour !== void 0 && files.kind(neighbour) === "directory")
    return { name, alias, field, found: "folder", folder: neighbour };
  return { name, alias, field, found: "remote", folder: void 0 };
}
function chartFolders(paths) {
  const folders = paths.flatMap((path) => {
    const match = /^(?:(.*)\/)?Chart\.ya?ml$/.exec(path);
    return match ? [match[1] ?? ""] : [];
  });
  const all = new Set(folders);
  return folders.filter((folder) => !ancestorsOf(folder).some((above) => all.has(above)));
}
function ancestorsOf(folder) {
  return [...`/${folder}`.matchAll(/\/charts\//g)].map((match) => `/${folder}`.slice(1, Math.max(1, match.index)));
}

// src/manifests/render/render-roots.ts
const { createHash } = process.getBuiltinModule("node:crypto");

// src/manifests/render/flux-variables.ts
function filledIn(text, request) {
  if (request?.flux) return filledByFlux(text, request.flux);
  return request?.substitutions ? substitutedText(text, { values: request.substitutions, open: false }) : text;
}
function filledByFlux(text, substitution) {
  if (!saysExempt(text)) return substitutedText(text, substitution);
  return text.split(/^(?=---[ \t]*$)/m).map((document) => saysExempt(document) ? document : substitutedText(document, substitution)).join("");
}
var none = { values: /* @__PURE__ */ new Map(), open: false };
function neverFilledByFlux(manifest, text, substitution) {
  if (isExempt(manifest)) return [...unfilledVariables(text, none)];
  if (substitution.open) return [];
  const outer = [...substitution.values.values()].join("\n");
  return [...unfilledVariables(text, substitution)].filter((name) => !outer.includes(`\${${name}`));
}

// src/manifests/render/follow.ts
function follow(below2, { manifest, path }) {
  let rendered = fieldsOf(manifest);
  let field = below2;
  for (const step of path) {
    rendered = rendered?.get(step);
    const next = typeof step === "number" ? alikeItem(field, rendered?.node, step) : field.get(step);
    if (!next) return { field, whole: false };
    field = next;
  }
  return { field, whole: true };
}
function alikeItem(list, wanted, index) {
  const items = list.items();
  const name = nameOf(wanted);
  if (name !== void 0) return items.find((item) => nameOf(item.node) === name);
  if (wanted?.type === "scalar") return items.find((item) => item.text === wanted.text);
  return items[index];
}
function nameOf(node) {
  if (node?.type !== "map") return void 0;
  const value = node.entries.find((entry) => entry.key.text === "name")?.value;
  return value?.type === "scalar" ? value.text : void 0;
}
function likeness(source, rendered) {
  if (rendered === void 0) return "other";
  if (rendered.node.type !== "scalar" || source.node.type !== "scalar")
    return source.node.type === rendered.node.type ? "same" : "other";
  if (source.node.text === rendered.node.text) return "same";
  const text = readPlaceholders(source.node.text);
  return text.symbols.length > 0 && couldBe(text, rendered.node.text) ? "filled" : "other";
}
function fieldAt({ manifest, path }) {
  return fieldsOf(manifest).get(...path);
}

// src/manifests/render/helm-values.ts
function lookup(layers, path) {
  for (const { root, prefix } of layers) {
    const field = root.get(...prefix, ...path) ?? (path[0] === "global" ? root.get(...path) : void 0);
    if (field) return field;
  }
  return void 0;
}
function entriesNamed(layers, key) {
  return layers.flatMap(({ root, prefix }) => {
    const start = root.get(...prefix);
    return start ? walk(start, []).filter(({ field }) => field.key === key && field.keyNode) : [];
  });
}
function scalarsOf(layers, text) {
  return layers.flatMap(({ root, prefix }) => {
    const start = root.get(...prefix);
    return start ? walk(start, []).map(({ field }) => field).filter((field) => field.text === text) : [];
  });
}
function walk(field, owner) {
  const children = field.node.type === "map" ? field.entries() : field.items();
  return children.flatMap((child) => [{ field: child, owner: owner.join(".") }, ...walk(child, [...owner, child.key])]);
}
var reference = /\.Values\.([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)/g;
var indexed = /index\s+\$?\.Values((?:\s+"[^"]+")+)/g;
var inclusion = /(?:include|template)\s+"([^"]+)"/g;
var deepestInclusion = 4;
function namedTemplates(sources) {
  const named = /* @__PURE__ */ new Map();
  for (const { text } of sources) {
    const parts2 = text.split(/\{\{-?\s*define\s+"([^"]+)"\s*-?\}\}/);
    for (let index = 1; index < parts2.length; index += 2) named.set(parts2[index], parts2[index + 1]);
  }
  return named;
}
function referencesIn(text, named, depth = 0) {
  const paths = /* @__PURE__ */ new Set();
  for (const match of text.matchAll(reference)) paths.add(match[1]);
  for (const match of text.matchAll(indexed))
    paths.add([...match[1].matchAll(/"([^"]+)"/g)].map((part) => part[1]).join("."));
  if (depth < deepestInclusion) {
    for (const match of text.matchAll(inclusion))
      for (const path of referencesIn(named.get(match[1]) ?? "", named, depth + 1)) paths.add(path);
  }
  return paths;
}

// src/manifests/render/template-outline.ts
var keyLine = /^([ ]*)((?:-[ ]+)*)(?:"([^"\n]+)"|'([^'\n]+)'|([A-Za-z_/][^\s:"'{}]*))[ ]*:(?:[ ]+(.*?))?[ \t\r]*$/;
function readOutline(source) {
  const texts = source.text.split("\n");
  const lines = [];
  let stack = [];
  let offset = 0;
  let document = 0;
  const kinds = kindsOf(texts);
  for (const [index, text] of texts.entries()) {
    if (text.startsWith("---")) {
      stack = [];
      document += 1;
    }
    const match = keyLine.exec(text);
    if (match) {
      const [, space = "", dashes = "", double, single, plain2, value = ""] = match;
      const key = double ?? single ?? plain2 ?? "";
      stack = below(stack, space.length);
      for (const dash of dashes.matchAll(/-/g)) stack.push({ indent: space.length + dash.index, step: "-" });
      const indent = space.length + dashes.length;
      stack = [...stack, { indent, step: key }];
      const keyStart = offset + indent;
      const keyLength = plain2 === void 0 ? key.length + 2 : key.length;
      const written = value.replace(/[ \t]+#.*$/, "");
      const valueStart = written === "" ? keyStart + keyLength + 1 : offset + text.indexOf(value, indent + keyLength + 1);
      lines.push({
        path: stack.map(({ step }) => step),
        key: scalar(key, keyStart, keyStart + keyLength),
        value: scalar(unquoted(written), valueStart, valueStart + written.length),
        indent,
        index,
        kind: kinds[document] ?? ""
      });
    }
    offset += text.length + 1;
  }
  return { source, lines, texts };
}
function below(stack, indent) {
  const kept = stack.filter((entry) => entry.indent < indent);
  const last = stack[kept.length];
  return last && last.indent === indent && last.step !== "-" && stack.length === kept.length ? [...kept, last] : kept;
}
function kindsOf(texts) {
  const kinds = [""];
  for (const text of texts) {
    if (text.startsWith("---")) kinds.push("");
    const kind = /^kind:[ ]*["']?(\w+)/.exec(text)?.[1];
    if (kind && kinds.at(-1) === "") kinds[kinds.length - 1] = kind;
  }
  return kinds;
}
function scalar(text, start, end) {
  return { type: "scalar", value: text, text, style: "plain", start, end };
}
function unquoted(text) {
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}
function findLine({ lines }, path, kind, rendered) {
  const ofKind = lines.filter((line) => line.kind === kind);
  const steps = path.map((step) => typeof step === "number" ? "-" : step);
  for (let length = steps.length; length > 0; length -= 1) {
    const wanted = steps.slice(0, length);
    const found = (ofKind.length > 0 ? ofKind : lines).filter((line2) => isPath(line2.path, wanted));
    const line = found.find((candidate) => candidate.value.text === rendered) ?? found.find((candidate) => candidate.value.text.includes("{{")) ?? found[0];
    if (line) return { line, whole: length === steps.length };
  }
  return void 0;
}
function isPath(path, wanted) {
  return path.length === wanted.length && path.every((step, index) => step === wanted[index]);
}
function blockBelow({ texts }, { index, indent }) {
  const block = [];
  for (const text of texts.slice(index + 1)) {
    const directive = /^\s*(?:\{\{.*\}\})?\s*$/.test(text);
    if (!directive && text.search(/\S/) <= indent) break;
    block.push(text);
  }
  return block.join("\n");
}
function lineManifest({ source }, { key, value }) {
  const { start } = key;
  const { end } = value;
  return {
    source,
    root: { type: "map", entries: [{ key, value }], flow: false, start, end },
    apiVersion: "",
    kind: "",
    start,
    end
  };
}

// src/manifests/render/helm-trace.ts
var tellingLength = 8;
var HelmTrace = class {
  #chart;
  #files;
  /** Values beside the chart's own, in order of precedence. */
  #given;
  #named;
  #outlines = /* @__PURE__ */ new Map();
  constructor(chart, given, files) {
    this.#chart = chart;
    this.#given = given;
    this.#files = files;
  }
  /** The trace of an object of one kind that a template made, named as Helm names it. */
  of(kind, template) {
    const { path, layers } = this.#origin(template);
    const source = path === void 0 ? void 0 : this.#files.source(path);
    if (!source) {
      const { manifest } = this.#chart;
      return () => ({ spot: { source: manifest.source, start: manifest.start, end: manifest.start } });
    }
    return (place) => this.#trace(place, kind, this.#outline(source), layers);
  }
  /** The file of a template, and the values as its chart sees them. */
  #origin(template) {
    const own = (folder2) => [`${folder2}/values.yaml`, `${folder2}/values.yml`].flatMap((path) => this.#files.documents(path).map(fieldsOf));
    let folder = this.#chart.folder;
    const steps = (template ?? "").split("/").slice(1);
    const defaults = this.#chart.defaults;
    const top = [...this.#given, ...defaults ? this.#files.documents(defaults).map(fieldsOf) : []];
    let layers = top.map((root) => ({ root, prefix: [] }));
    while (steps[0] === "charts" && steps[1] !== void 0) {
      const [name] = steps.splice(0, 2).slice(1);
      const dependency = this.#chart.dependencies.find((one) => one.name === name || one.alias === name);
      folder = dependency?.folder ?? `${folder}/charts/${name}`;
      const key = dependency?.alias ?? name;
      layers = [
        ...layers.map(({ root, prefix }) => ({ root, prefix: [...prefix, key] })),
        ...own(folder).map((root) => ({ root, prefix: [] }))
      ];
    }
    return { path: template ? `${folder === "" ? "" : `${folder}/`}${steps.join("/")}` : void 0, layers };
  }
  #outline(source) {
    let outline = this.#outlines.get(source.path);
    if (!outline) {
      outline = readOutline(source);
      this.#outlines.set(source.path, outline);
    }
    return outline;
  }
  #references(text) {
    this.#named ??= namedTemplates(
      [
        ...this.#chart.files,
        ...this.#chart.dependencies.flatMap(({ folder }) => folder ? chartFiles(folder, this.#files) : [])
      ].filter((path) => /\/templates\//.test(`/${path}`)).flatMap((path) => this.#files.source(path) ?? [])
    );
    return referencesIn(text, this.#named);
  }
  #trace(place, kind, outline, layers) {
    const rendered = fieldAt(place);
    const text = rendered?.text;
    const found = findLine(outline, place.path, kind, text);
    if (found?.whole) return this.#written(place, found.line, outline, layers);
    const fed = rendered && this.#entry(place, rendered, outline, layers);
    if (fed) return fed;
    const named = rendered?.keyNode && this.#inNamedTemplate(rendered.key);
    if (named) return { spot: named };
    if (!found) return { spot: { source: outline.source, start: 0, end: outline.texts[0]?.length ?? 0 } };
    return { spot: spotOf({ manifest: lineManifest(outline, found.line), path: [found.line.key.text], part: "key" }) };
  }
  /** The one spot of the chart's helpers that writes a key, when no template of an object does. */
  #inNamedTemplate(key) {
    if (key.length < tellingLength) return void 0;
    const spots = this.#chart.files.filter((path) => path.endsWith(".tpl")).flatMap((path) => {
      const source = this.#files.source(path);
      const start = source?.text.indexOf(key) ?? -1;
      if (!source || start === -1) return [];
      const again = source.text.includes(key, start + key.length);
      return again ? [void 0, void 0] : [{ source, start, end: start + key.length }];
    });
    return spots.length === 1 ? spots[0] : void 0;
  }
  /** The template itself writes the key: its value is literal, or one of the values it refers to. */
  #written(place, line, outline, layers) {
    const rendered = fieldAt(place);
    const manifest = lineManifest(outline, line);
    const here = { manifest, path: [line.key.text], part: place.part };
    if (rendered?.node.type !== "scalar") {
      const map = this.#mapBelow(line, outline, layers);
      return { spot: spotOf(map?.keyPlace ?? { ...here, part: "key" }) };
    }
    if (place.part === "key") return { spot: spotOf(here), exact: here };
    if (!line.value.text.includes("{{")) {
      return line.value.text === rendered.text ? { spot: spotOf(here), exact: here } : { spot: spotOf(here) };
    }
    const references = this.#references(line.value.text);
    const feeding = [...references].flatMap((path) => lookup(layers, path.split(".")) ?? []);
    return scalarFeeding(rendered, feeding) ?? this.#byText(rendered, layers) ?? { spot: spotOf(here) };
  }
  /** The values that are laid into a map of the template: where a person adds what is missing there. */
  #mapBelow(line, outline, layers) {
    const block = `${line.value.text}
${blockBelow(outline, line)}`;
    const maps = [...this.#references(block)].flatMap((path) => lookup(layers, path.split(".")) ?? []).filter((field) => field.keyNode && (field.node.type === "map" || field.value === null)).filter((field) => /labels|annotations/i.test(field.key) === /labels|annotations/i.test(line.key.text));
    return maps.length === 1 ? maps[0] : void 0;
  }
  /** A key that the template does not write: it was laid in from a map of values. */
  #entry(place, rendered, outline, layers) {
    const references = this.#references(outline.source.text);
    const named = entriesNamed(layers, rendered.key).filter(({ field }) => likeness(field, rendered) !== "other");
    const fed = named.filter(({ owner }) => isReferred(owner, references));
    const candidates = (fed.length > 0 ? fed : named).map(({ field }) => field);
    const [first] = candidates;
    if (!first)
      return place.part === "value" && rendered.node.type === "scalar" ? this.#byText(rendered, layers) : void 0;
    const at = place.part === "key" ? first.keyPlace : first.place;
    const only = new Set(candidates.map((field) => field.path.join("."))).size === 1;
    return only && likeness(first, rendered) === "same" ? { spot: spotOf(at), exact: at } : { spot: spotOf(at) };
  }
  #byText(rendered, layers) {
    if ((rendered.text?.length ?? 0) < tellingLength) return void 0;
    const found = scalarsOf(layers, rendered.text);
    const only = new Set(found.map((field) => `${field.manifest.source.path} ${field.path.join(".")}`)).size === 1;
    return only && found[0] ? { spot: spotOf(found[0].place), exact: found[0].place } : void 0;
  }
};
function scalarFeeding(rendered, feeding) {
  const same = feeding.filter((field) => likeness(field, rendered) === "same");
  if (same.length === 1 && same[0]) return { spot: spotOf(same[0].place), exact: same[0].place };
  const possible = same[0] ?? feeding.find((field) => likeness(field, rendered) === "filled");
  return possible && { spot: spotOf(possible.place) };
}
function isReferred(owner, references) {
  return [...references].some((path) => owner === path || owner.startsWith(`${path}.`));
}

// src/manifests/render/kustomize-trace.ts
var KustomizeTrace = class {
  #tree;
  #files;
  #patches;
  constructor(tree, files) {
    this.#tree = tree;
    this.#files = files;
  }
  /** The trace of one object; `origin` is the file that kustomize names, relative to a folder of its own. */
  of(manifest, origin) {
    let sources;
    return (place) => {
      const { kind } = manifest;
      const name = writtenName(manifest);
      if (!sources) {
        const resource = this.#resourceOf(manifest, origin);
        const namespace = resource && writtenNamespace(resource);
        sources = {
          resource,
          patches: this.#appliedLast().filter((patch) => patch.applies(kind, name, namespace))
        };
      }
      return this.#trace(place, sources.resource, sources.patches);
    };
  }
  /** What is applied last comes first: it decides what a spot holds. */
  #appliedLast() {
    this.#patches ??= this.#tree.layers.flatMap((layer) => patchesOf(layer, this.#files).toReversed());
    return this.#patches;
  }
  /** The document that became the object: of its kind, of the name that is most of the rendered one, of its namespace. */
  #resourceOf(manifest, origin) {
    const { kind } = manifest;
    const name = writtenName(manifest);
    const patches = new Set(this.#tree.layers.flatMap((layer) => layer.patches));
    const taken = this.#tree.files.filter((path) => !patches.has(path));
    const named = taken.filter((path) => origin !== void 0 && this.#files.isAt(path, origin));
    const documents = (paths) => paths.flatMap((path) => this.#files.documents(path)).flatMap((document) => [document, ...itemsOf(document)]).filter((document) => document.kind === kind);
    const fitting = documents(named.length > 0 ? named : taken).filter((one) => nameFits(writtenName(one), name));
    const inPlace = (one) => Number(writtenNamespace(one) === writtenNamespace(manifest));
    const nearest2 = fitting.toSorted(
      (a, b) => writtenName(b).length - writtenName(a).length || inPlace(b) - inPlace(a)
    );
    if (nearest2.length > 0) return nearest2[0];
    const alone = documents(named);
    return alone.length === 1 ? alone[0] : void 0;
  }
  #trace(place, resource, patches) {
    const resourceRoot = resource && fieldsOf(resource);
    const rendered = fieldAt(place);
    const found = patchSpot(place, patches) ?? (resourceRoot && resourceSpot(place, resourceRoot));
    if (found && rendered?.node.type === "scalar") return found;
    const map = (resourceRoot && resourceSpot(place, resourceRoot)) ?? found;
    if (map) return map;
    const added = this.#transformerSpot(place);
    if (added) return { spot: added };
    if (resourceRoot) return { spot: nearest(follow(resourceRoot, place).field, place) };
    const part = patches.find((patch) => patch.part)?.part;
    return { spot: part ? nearest(follow(fieldsOf(part), place).field, place) : this.#rootSpot() };
  }
  /** The key of a kustomization that gave the value: labels, annotations, namespace, prefix. */
  #transformerSpot(place) {
    const rendered = fieldAt(place);
    const key = String(place.path.at(-1) ?? "");
    for (const layer of this.#tree.layers) {
      const entry = [...pairsOf(layer), ...generatedPairs(layer)].find(
        (candidate) => candidate.key === key && (rendered === void 0 || candidate.text === rendered.text)
      );
      if (entry) return spotOf(place.part === "key" ? entry.keyPlace : entry.place);
      const given = fieldsOf(layer.manifest).get("namespace");
      if (key === "namespace" && given?.text !== void 0 && given.text === rendered?.text) return spotOf(given.place);
    }
    return void 0;
  }
  #rootSpot() {
    const source = this.#tree.layers[0]?.manifest.source ?? { path: this.#tree.folder, text: "" };
    return { source, start: 0, end: source.text.search(/\r?\n|$/) };
  }
};
function writtenName(document) {
  return fieldsOf(document).get("metadata", "name")?.text ?? "";
}
function writtenNamespace(document) {
  return fieldsOf(document).get("metadata", "namespace")?.text;
}
function itemsOf(document) {
  if (!document.kind.endsWith("List")) return [];
  return (fieldsOf(document).get("items")?.items() ?? []).flatMap(
    ({ node }) => node.type === "map" ? [{ ...document, root: node, kind: fieldsOf({ ...document, root: node }).get("kind")?.text ?? "" }] : []
  );
}
function patchSpot(place, patches) {
  for (const { part, operations } of patches) {
    const { field, whole } = part ? follow(fieldsOf(part), place) : { field: void 0, whole: false };
    if (field && whole && sets(field, place)) return tracedAt(field, place);
    for (const operation of operations.toReversed()) {
      const traced = operationSpot(place, operation);
      if (traced) return traced;
    }
  }
  return void 0;
}
function operationSpot(place, { steps, value, pathField }) {
  if (!value || steps.length > place.path.length) return void 0;
  if (!steps.every((step, index) => step === String(place.path[index]) || step === "-")) return void 0;
  if (steps.length === place.path.length) {
    if (likeness(value, fieldAt(place)) === "other") return void 0;
    return place.part === "key" ? { spot: spotOf(pathField.place) } : tracedAt(value, place);
  }
  let field = value;
  for (const step of place.path.slice(steps.length)) field = field?.get(step);
  return field && sets(field, place) ? tracedAt(field, place) : void 0;
}
function resourceSpot(place, root) {
  const { field, whole } = follow(root, place);
  return whole && sets(field, place) ? tracedAt(field, place) : void 0;
}
function sets(field, place) {
  return place.part === "key" || likeness(field, fieldAt(place)) !== "other";
}
function tracedAt(field, place) {
  const at = place.part === "key" ? field.keyPlace : field.place;
  return likeness(field, fieldAt(place)) === "same" ? { spot: spotOf(at), exact: at } : { spot: spotOf(at) };
}
function nearest(field, place) {
  return spotOf(field.node.type === "scalar" && place.part === "value" ? field.place : field.keyPlace);
}
function pairsOf({ manifest }) {
  const root = fieldsOf(manifest);
  return [
    ...(root.get("labels")?.items() ?? []).flatMap((item) => item.get("pairs")?.entries() ?? []),
    ...root.get("commonLabels")?.entries() ?? [],
    ...root.get("commonAnnotations")?.entries() ?? []
  ];
}
function generatedPairs({ manifest }) {
  const options = fieldsOf(manifest).get("generatorOptions");
  return [...options?.get("labels")?.entries() ?? [], ...options?.get("annotations")?.entries() ?? []];
}

// src/manifests/render/plain-manifests.ts
function plainManifests(root, files) {
  return root.files.flatMap((path) => files.documents(path)).filter(({ kind, apiVersion }) => kind && apiVersion).map((manifest) => filledManifest(manifest, root));
}
function filledManifest(manifest, root) {
  const { source, start, end } = manifest;
  const written = source.text.slice(start, end);
  const text = filledIn(written, root.request);
  if (text === written) return manifest;
  const { root: tree } = parseDocument({ path: source.path, text }, 0, text.length);
  if (tree?.type !== "map") return manifest;
  const filled = { ...manifest, source: { path: source.path, text }, root: tree, start: 0, end: text.length };
  const trace = (place) => {
    const at = { ...place, manifest };
    const same = fieldsOf(manifest).get(...place.path)?.text === fieldsOf(filled).get(...place.path)?.text;
    return { spot: spotOf(at), ...same && { exact: at } };
  };
  return { ...filled, rendered: { by: "kustomize", root: root.name, variant: root.variant, file: source.path, trace } };
}

// src/manifests/render/plan-roots.ts
function planRoots(context) {
  const requests = context.requests;
  const named = new Set(requests.flatMap((request) => request.kind === "kustomize" ? [request.folder] : []));
  const folders = kustomizeRoots(context.kustomizations).filter((folder) => !named.has(folder));
  const gaps = [];
  const roots = [
    ...folders.flatMap((folder) => kustomizeRoot(folder, void 0, context, gaps)),
    ...requests.flatMap(
      (request) => request.kind === "kustomize" ? kustomizeRoot(request.folder, request, context, gaps) : []
    ),
    ...context.chartFolders.flatMap((folder) => chartRoots(folder, context)),
    ...requests.flatMap((request) => request.kind === "helm" ? namedChart(request, context, gaps) : [])
  ];
  return { roots: mattering(roots, context.files), gaps };
}
function kustomizeRoot(folder, request, { files, manifests, kustomizations }, gaps) {
  const common = {
    name: folder || ".",
    variant: request ? variantOf(request) : "",
    environment: request?.environment ?? environmentOfPath(`${folder}/kustomization.yaml`),
    guessed: false
  };
  const tree = kustomizeTree(folder, files);
  if (tree) return [{ ...common, kind: "kustomize", tree, files: tree.files, request }];
  if (!request) return [];
  const plain2 = plainFiles(folder, manifests, new Set(kustomizations.map((one) => one.folder)));
  if (plain2.length > 0) return [{ ...common, kind: "plain", files: plain2, request }];
  gaps.push(missing(folder, request));
  return [];
}
function variantOf({ namespace, namePrefix, nameSuffix, cluster }) {
  return [cluster, namespace, namePrefix, nameSuffix].filter(Boolean).join(", ");
}
function missing(folder, { namedBy }) {
  const { file, line } = locate(namedBy);
  return {
    what: folder,
    why: `${file}:${line} names it, and there is nothing to apply in it`,
    remedy: "Mend the path, or ignore this when it belongs to another repository."
  };
}
function chartRoots(folder, context) {
  const { files, requests } = context;
  const chart = readChart(folder, files);
  if (!chart) return [];
  if (requests.some((request) => request.kind === "helm" && request.chart === folder)) return [];
  return [[], ...chart.environmentValues.map((file) => [file])].map((values) => ({
    kind: "helm",
    name: folder || ".",
    variant: values.join(", "),
    environment: environmentOfValues(values) ?? environmentOfPath(`${folder}/Chart.yaml`),
    guessed: true,
    files: [...chart.files, ...values],
    chart,
    values,
    request: void 0
  }));
}
function namedChart(request, context, gaps) {
  const chart = readChart(request.chart, context.files);
  if (!chart) {
    gaps.push(missing(request.chart, request));
    return [];
  }
  const { values } = request;
  const variant = [request.cluster, request.namespace, request.release, ...values].filter(Boolean).join(", ");
  return [
    {
      kind: "helm",
      name: request.chart || ".",
      variant: variant || "values given inline",
      environment: request.environment ?? environmentOfValues(values) ?? environmentOfPath(`${request.chart}/Chart.yaml`),
      guessed: false,
      files: [...chart.files, ...values],
      chart,
      values,
      request
    }
  ];
}
function environmentOfValues(values) {
  for (const path of values.toReversed()) {
    const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.ya?ml$/, "");
    const environment = environmentOfFolder(name.replace(/^values[-_.]|[-_.]values$/g, "")) ?? environmentOfPath(path);
    if (environment) return environment;
  }
  return void 0;
}
function mattering(roots, files) {
  const touching = new Set(roots.filter((root) => touchesIdentity(root, files)));
  const accounts = /* @__PURE__ */ new Map();
  for (const root of touching) {
    const cluster = root.request?.cluster;
    if (cluster === void 0) continue;
    const names = accounts.get(cluster) ?? /* @__PURE__ */ new Set();
    accounts.set(cluster, names);
    for (const path of root.files.filter((file) => files.holdsIdentity(file)))
      for (const name of accountsDeclared(files.source(path)?.text ?? "")) names.add(name);
  }
  return roots.filter((root) => {
    if (touching.has(root)) return true;
    const names = accounts.get(root.request?.cluster ?? "");
    return names !== void 0 && root.files.some((file) => namesIn(files.source(file)?.text ?? "").some((name) => names.has(name)));
  });
}
function touchesIdentity(root, files) {
  if (root.files.some((file) => files.holdsIdentity(file))) return true;
  if (root.kind !== "helm") return false;
  return root.chart.dependencies.some(
    ({ folder }) => folder !== void 0 && chartFiles(folder, files).some((file) => files.holdsIdentity(file))
  ) || inlineSources(root.request).some(({ text }) => /azure\.workload|azure\.wo/.test(text));
}
function inlineSources(request) {
  return [
    ...(request?.inline ?? []).map((field) => ({ text: textOfField(field) })),
    ...(request?.sets ?? []).map((set) => ({ text: set.path }))
  ];
}
function textOfField({ manifest, node }) {
  return manifest.source.text.slice(node.start, node.end);
}
function givenValues({ values, request }, files) {
  return [
    ...(request?.inline ?? []).toReversed(),
    ...values.toReversed().flatMap((path) => files.documents(path).map(fieldsOf))
  ];
}
function sourcesOf(root, files) {
  const neighbours = root.kind === "helm" ? root.chart.dependencies.flatMap(({ folder }) => folder ? chartFiles(folder, files) : []) : [];
  return [...root.files, ...neighbours].flatMap((path) => files.source(path) ?? []);
}

// src/manifests/render/refusal.ts
function refusalOf(root, { files, allowRemote }) {
  if (root.kind === "plain") return void 0;
  return root.kind === "kustomize" ? buildRefusal(root.tree, files, allowRemote) : chartRefusal(root, files, allowRemote);
}
function chartRefusal({ chart, values }, files, allowRemote) {
  const leaving = [chart.folder, ...values].find((path) => !files.isInside(path)) ?? [chart.folder, ...chart.dependencies.flatMap(({ folder }) => folder ?? [])].map((folder) => files.leavingLink(folder)).find((path) => path !== void 0);
  if (leaving !== void 0) {
    return {
      why: `${leaving || "."} is a link that leads out of the repository, and nothing outside is read`,
      remedy: "Keep what is rendered inside the repository."
    };
  }
  const lost = values.find((path) => files.kind(path) !== "file");
  if (lost !== void 0) return { why: `its values file ${lost} does not exist`, remedy: "Mend the path." };
  const remote = allowRemote ? [] : chart.dependencies.filter((dependency) => dependency.found === "remote");
  const [first] = remote;
  if (!first) return void 0;
  const { file, line } = locate(first.field.get("name")?.place ?? first.field.place);
  return {
    why: `it depends on ${remote.map(({ name }) => name).join(", ")} (${file}:${line}), which charts/ does not hold, and nothing is fetched over the network`,
    remedy: "Run helm dependency build before the check, or allow fetching with allow-remote on branches that you trust."
  };
}

// src/manifests/render/render-chart.ts
var releaseToken = "release-name";
var namespaceToken = "release-namespace";
function renderChart(root, renderer, allowRemote) {
  const { chart, values, request } = root;
  const remote = chart.dependencies.some(({ found }) => found === "remote");
  return renderer.helm({
    chart: chart.folder || ".",
    release: request?.release ?? releaseToken,
    namespace: request?.namespace ?? namespaceToken,
    values: [...values, ...(request?.inline ?? []).map((field) => ({ text: JSON.stringify(plain(field.node)) }))],
    sets: (request?.sets ?? []).map(({ path, text }) => `${path}=${text}`),
    vendored: new Map(
      chart.dependencies.flatMap(({ name, found, folder }) => found === "folder" && folder ? [[name, folder]] : [])
    ),
    fetchDependencies: allowRemote && remote
  });
}
function plain(node) {
  if (node.type === "scalar") return node.value;
  if (node.type === "sequence") return node.items.map(plain);
  return Object.fromEntries(node.entries.map((entry) => [entry.key.text, plain(entry.value)]));
}
function variantText(root) {
  return root.variant === "" ? "" : ` (${root.variant})`;
}

// src/manifests/render/rendered-text.ts
function readBuild(path, text, all) {
  const origins = [];
  const cleaned = text.split(/^---[ ]*\n/m).map((document) => {
    const { rest, origin } = withoutOrigin(document);
    origins.push(origin);
    return rest;
  }).join("---\n");
  return readPieces({ path, text: cleaned }, (_, index) => origins[index], all);
}
var originAnnotation = /^ {4}config\.kubernetes\.io\/origin: \|\n((?: {6}.*\n)+)/m;
var emptyAnnotations = /^ {2}annotations:\n(?! {4})/m;
function withoutOrigin(document) {
  const match = originAnnotation.exec(document);
  if (!match) return { rest: document, origin: void 0 };
  const rest = document.slice(0, match.index) + document.slice(match.index + match[0].length);
  return { rest: rest.replace(emptyAnnotations, ""), origin: /^ {6}path: (.+)$/m.exec(match[1] ?? "")?.[1] };
}
function readTemplates(path, text, all) {
  return readPieces({ path, text }, (document) => /^# Source: (.+)$/m.exec(document)?.[1]?.trim(), all);
}
async function readPieces(source, originOf, all) {
  const { spans } = splitDocuments(source.text, defaultLimits.documents);
  const pieces = spans.map((span, index) => {
    const document = source.text.slice(span.start, span.end);
    return { ...span, document, origin: originOf(document, index) };
  });
  const first = [];
  const others = [];
  for (const piece of pieces) {
    if (all || isInteresting(piece.document)) first.push(...await objectsIn(source, piece));
    else others.push(piece);
  }
  const wanted = wantedBy(first.map(({ manifest }) => manifest));
  const more = [];
  for (const piece of others) {
    const names = namesIn(piece.document);
    const pods = names.filter((name) => !name.startsWith("@"));
    const accounts = names.filter((name) => name.startsWith("@")).map((name) => name.slice(1));
    if (isWanted(pods, wanted.pods) || isWanted(accounts, wanted.accounts))
      more.push(...await objectsIn(source, piece));
  }
  return { objects: [...first, ...more], documents: pieces.length };
}
async function objectsIn(source, { start, end, origin }) {
  let parsed = parseDocument(source, start, end);
  if (parsed.problems.some((problem) => problem.kind === "syntax")) {
    await loadTolerantParser();
    parsed = parseDocument(source, start, end);
  }
  if (!parsed.root) return [];
  return manifestsIn(source, parsed.root, start, end).map((manifest) => ({ manifest, origin }));
}

// src/manifests/render/rendered-world.ts
function worldsOf(rendered, read = readPlaceholders) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of rendered) {
    const cluster = item.root.request?.cluster;
    const key = cluster === void 0 ? `${item.root.name}${variantText(item.root)}` : `cluster ${cluster}`;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].map(([key, group]) => {
    const cluster = group[0]?.root.request?.cluster;
    return { ...worldOf(cluster ?? key, group, read), ...cluster !== void 0 && { cluster } };
  });
}
function worldOf(name, group, read) {
  const roots = new Map(group.flatMap(({ root, manifests }) => manifests.map((manifest) => [manifest, root])));
  const wanted = wantedBy(group.flatMap(({ manifests }) => manifests));
  const slices = group.map(({ root, manifests }) => readSlices(manifests, { ...readingOf(root, read), wanted }));
  const merged = {
    objects: slices.flatMap(({ objects }) => objects),
    workloads: slices.flatMap(({ workloads }) => workloads),
    serviceAccounts: slices.flatMap(({ serviceAccounts }) => serviceAccounts)
  };
  const cluster = group[0]?.root.request?.cluster;
  return {
    name,
    ...cluster !== void 0 && { cluster },
    complete: true,
    guessed: group.every(({ root }) => root.guessed),
    ...merged,
    sees: () => true,
    environmentOf: (manifest) => roots.get(manifest)?.environment,
    neverFilled: (manifest, text) => {
      const flux = roots.get(manifest)?.request?.flux;
      return flux ? neverFilledByFlux(manifest, text, flux) : [];
    }
  };
}
function readingOf(root, base) {
  const { substitutions, flux, namespace } = root.request ?? {};
  const known = substitutions && resolver(substitutions);
  const filled = known ? (text) => readPlaceholders(text, known) : base;
  const read = flux ? (text) => substituteIn(filled(text), flux) : filled;
  if (root.kind !== "helm") return { read, namespace };
  const tokens = (text) => read(text.replaceAll(releaseToken, "{{ .Release.Name }}").replaceAll(namespaceToken, "{{ .Release.Namespace }}"));
  return { read: tokens, namespace, adjust: withoutToken };
}
function withoutToken(object) {
  return object.metadata.namespaceField?.text === namespaceToken ? { ...object, namespaceGiven: false } : object;
}

// src/manifests/render/render-roots.ts
var mostRoots = 2e3;
var mostBytes = 256 * 1024 * 1024;
async function renderRoots(request) {
  const { files, changed } = request;
  const { roots, gaps } = planRoots(request);
  const found = [...gaps];
  const chosen = changed ? roots.filter((root) => root.files.some((file) => changed.has(file))) : roots;
  if (chosen.length > mostRoots) found.push(tooMany(chosen.length));
  const possible = await withTools(chosen.slice(0, mostRoots), request, found);
  let done = 0;
  let bytes = 0;
  const results = await Promise.all(
    possible.map(async ({ root, refusal, renderer }) => {
      const outcome = refusal ? { rendered: false, why: refusal.why } : await outcomeOf(root, renderer, request.allowRemote);
      done += 1;
      request.onProgress?.(done, possible.length);
      if (!outcome.rendered) return { root, refusal, why: outcome.why };
      bytes += outcome.text.length;
      if (bytes > mostBytes) return { root, refusal, why: tooMuch };
      return { root, refusal, text: digest(outcome.text), rendered: await readRoot(root, outcome.text, files) };
    })
  );
  const rendered = distinct(results).flatMap((result) => result.rendered ?? []);
  const skipped = changed ? roots.filter((root) => !chosen.includes(root)) : [];
  const claiming = [...possible.map(({ root }) => root), ...skipped];
  return {
    worlds: worldsOf(rendered, request.read),
    gaps: [...found, ...failuresIn(results)],
    claimed: new Set(claiming.flatMap((root) => root.files)),
    sources: claiming.flatMap((root) => sourcesOf(root, files)),
    rendered: rendered.filter(({ root }) => root.kind !== "plain").length
  };
}
var tooMuch = `what was rendered in this run is larger than ${mostBytes / 1024 / 1024} MiB together`;
function digest(text) {
  return createHash("sha256").update(text).digest("hex");
}
function tooMany(count) {
  return {
    what: `${count - mostRoots} of ${count} roots`,
    why: `at most ${mostRoots} roots are rendered in one run`,
    remedy: "Check parts of the repository in runs of their own."
  };
}
var toolNames = {
  kustomize: "neither kustomize nor kubectl was found on PATH",
  helm: "helm was not found on PATH"
};
async function withTools(roots, request, gaps) {
  const planned = roots.map((root) => ({ root, refusal: refusalOf(root, request) }));
  const needing = planned.filter(({ root, refusal }) => root.kind !== "plain" && !refusal);
  const renderer = needing.length > 0 ? await request.renderer() : void 0;
  const absent = ["kustomize", "helm"].filter(
    (tool) => needing.some(({ root }) => root.kind === tool) && !renderer?.has(tool)
  );
  for (const tool of absent) gaps.push(toolAbsent(tool, roots));
  return planned.filter(({ root }) => !absent.some((tool) => tool === root.kind)).map((item) => ({ ...item, renderer }));
}
function toolAbsent(tool, roots) {
  const names = [...new Set(roots.filter((root) => root.kind === tool).map((root) => root.name))];
  const plural = names.length === 1 ? "" : "s";
  const kind = tool === "helm" ? "Helm chart" : "Kustomize root";
  return {
    what: `${names.length} ${kind}${plural} (${names.slice(0, 3).join(", ")}${names.length > 3 ? ", …" : ""})`,
    why: `${toolNames[tool]}, so ${plural ? "they were" : "it was"} not rendered`,
    remedy: `Install it, or name it with the input ${tool}; set render to never to leave rendering out.`
  };
}
async function outcomeOf(root, renderer, allowRemote) {
  if (root.kind === "plain" || !renderer) return { rendered: true, text: "" };
  if (root.kind === "helm") return renderChart(root, renderer, allowRemote);
  const { namespace, namePrefix, nameSuffix } = root.request ?? {};
  return renderer.kustomize({
    folder: root.name,
    ...namespace === void 0 ? {} : { namespace },
    ...namePrefix === void 0 ? {} : { namePrefix },
    ...nameSuffix === void 0 ? {} : { nameSuffix }
  });
}
function distinct(results) {
  const seen = /* @__PURE__ */ new Set();
  return results.filter(({ root, text }) => {
    if (root.kind !== "helm" || !root.guessed || text === void 0) return true;
    const key = `${root.name}
${text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
function failuresIn(results) {
  const worked = new Set(results.filter(({ rendered }) => rendered).map(({ root }) => root.name));
  const told = /* @__PURE__ */ new Set();
  return results.flatMap((result) => {
    const { root } = result;
    if (result.rendered || root.guessed && (worked.has(root.name) || told.has(root.name))) return [];
    told.add(root.name);
    return [failure(result)];
  });
}
function failure({ root, refusal, why = "" }) {
  const what = `${root.kind === "helm" ? "Helm chart" : "Kustomize root"} ${root.name}${variantText(root)}`;
  if (refusal) return { what, why: `it was not rendered: ${why}`, remedy: refusal.remedy };
  return {
    what,
    why: `it could not be rendered, and its files were not judged: ${why}`,
    remedy: `Mend what ${root.kind} reports, or leave the folder out with an ignore pattern.`
  };
}
async function readRoot(root, text, files) {
  const filled = filledIn(text, root.request);
  const path = `${root.name}${variantText(root)} (rendered)`;
  if (root.kind === "plain") return { root, manifests: plainManifests(root, files) };
  if (root.kind === "kustomize") {
    const trace = new KustomizeTrace(root.tree, files);
    const { objects } = await readBuild(path, filled, root.request?.cluster !== void 0);
    return {
      root,
      manifests: objects.map(({ manifest, origin }) => ({
        ...manifest,
        rendered: {
          by: "kustomize",
          root: root.name,
          variant: root.variant,
          file: root.tree.files[0] ?? root.name,
          trace: trace.of(manifest, origin)
        }
      }))
    };
  }
  return { root, manifests: await readHelm(root, path, filled, files) };
}
async function readHelm(root, path, text, files) {
  const trace = new HelmTrace(root.chart, givenValues(root, files), files);
  const { objects } = await readTemplates(path, text, root.request?.cluster !== void 0);
  return objects.map(({ manifest, origin }) => ({
    ...manifest,
    rendered: {
      by: "helm",
      root: root.name,
      variant: root.variant,
      file: root.values.at(-1) ?? root.chart.manifest.source.path,
      ...origin === void 0 ? {} : { origin },
      trace: trace.of(manifest.kind, origin)
    }
  }));
}

// src/manifests/render/render-repository.ts
async function renderRepository(files, repository) {
  let started;
  try {
    return await renderRoots({
      files: new RootFiles(files, repository.paths),
      kustomizations: repository.kustomizations,
      manifests: repository.manifests,
      chartFolders: chartFolders(repository.charts),
      requests: repository.requests,
      allowRemote: repository.allowRemote,
      changed: repository.changed,
      read: repository.read,
      onProgress: repository.onProgress,
      renderer: async () => {
        started ??= await repository.renderer();
        return started;
      }
    });
  } finally {
    started?.close();
  }
}
export {
  renderRepository
};
