import {
  fluxSources
} from "./chunk-ZCYM3DKY.mjs";
import {
  isKind
} from "./chunk-W5P3XVMY.mjs";
import {
  decodeText,
  splitDocuments
} from "./chunk-7PS32FZK.mjs";
import {
  isWanted,
  matters,
  mayBeIn,
  ownNamespace,
  readObject,
  readServiceAccount,
  readWorkload,
  wantedBy
} from "./chunk-ANNPHLBZ.mjs";
import {
  entryOf,
  identityKeys
} from "./chunk-IEG5Q3DA.mjs";
import {
  literalOf,
  literalText,
  unknownText,
  writtenText
} from "./chunk-YXW6GTPK.mjs";
import {
  accountsDeclared,
  accountsUsed,
  findInteresting,
  holdsIdentityWord,
  isInteresting
} from "./chunk-ON3TE3NA.mjs";
import {
  defaultLimits,
  loadTolerantParser,
  parseDocument
} from "./chunk-CJGED6K7.mjs";
import {
  Field,
  fieldsOf,
  isKustomizationPath
} from "./chunk-TIVORLBP.mjs";
import {
  compareText
} from "./chunk-VVYBS3MP.mjs";

// src/manifests/gitops/known-charts.ts
var fullname = { joint: "-", ending: "" };
var knownCharts = [
  {
    chart: "external-dns",
    workload: fullname,
    podLabels: ["podLabels"],
    podAnnotations: ["podAnnotations"],
    workloadLabels: ["commonLabels"],
    accounts: [["serviceAccount"]],
    account: fullname,
    identityElsewhere: true
  },
  {
    chart: "cert-manager",
    workload: fullname,
    podLabels: ["podLabels"],
    podAnnotations: ["podAnnotations"],
    accounts: [["serviceAccount"]],
    account: fullname,
    identityElsewhere: true
  },
  {
    chart: "external-secrets",
    workload: fullname,
    podLabels: ["podLabels"],
    podAnnotations: ["podAnnotations"],
    workloadLabels: ["deploymentLabels"],
    accounts: [["serviceAccount"]],
    account: fullname,
    identityElsewhere: true
  },
  {
    chart: "velero",
    workload: fullname,
    podLabels: ["podLabels"],
    podAnnotations: ["podAnnotations"],
    workloadLabels: ["labels"],
    accounts: [["serviceAccount", "server"]],
    account: { joint: "-", ending: "-server" },
    identityElsewhere: true
  },
  {
    chart: "keda",
    workload: { fixed: "keda-operator" },
    podLabels: ["podLabels", "keda"],
    podAnnotations: ["podAnnotations", "keda"],
    accounts: [["serviceAccount", "operator"], ["serviceAccount"]],
    account: { fixed: "keda-operator" },
    identity: {
      at: ["podIdentity", "azureWorkload", "enabled"],
      on: "true",
      clientId: ["podIdentity", "azureWorkload", "clientId"],
      tenantId: ["podIdentity", "azureWorkload", "tenantId"]
    },
    identityElsewhere: true
  },
  {
    chart: "ingress-azure",
    workload: fullname,
    accounts: [],
    account: { joint: "-sa-", ending: "" },
    identity: { at: ["armAuth", "type"], on: "workloadIdentity", clientId: ["armAuth", "identityClientID"] },
    identityElsewhere: false
  },
  {
    chart: "grafana",
    workload: fullname,
    podLabels: ["podLabels"],
    podAnnotations: ["podAnnotations"],
    workloadLabels: ["extraLabels"],
    accounts: [["serviceAccount"]],
    account: fullname,
    identityElsewhere: true
  }
];

// src/manifests/gitops/known-releases.ts
function knownReleases(manifests, read, namespace) {
  const releases = manifests.filter((manifest) => isKind(manifest, "helm.toolkit.fluxcd.io", "HelmRelease"));
  if (releases.length === 0) return { workloads: [], serviceAccounts: [] };
  const sources = fluxSources(manifests);
  const found = releases.flatMap((manifest) => {
    const spec = fieldsOf(manifest).get("spec");
    const named = spec?.get("chart", "spec", "sourceRef", "kind")?.text === "HelmRepository";
    const name = named ? spec?.get("chart", "spec", "chart")?.text : sources.ociName(spec?.get("chartRef"));
    const chart = knownCharts.find((known) => known.chart === name);
    const values = spec?.get("values");
    if (!chart || !values || !speaksOfIdentity(chart, values)) return [];
    return [new Release(chart, readObject(manifest, read, namespace), values, read).objects()];
  });
  return {
    workloads: found.map(({ workload }) => workload),
    serviceAccounts: found.flatMap(({ account }) => account ?? [])
  };
}
function speaksOfIdentity({ identity }, values) {
  const { manifest, node } = values;
  if (holdsIdentityWord(manifest.source.text.slice(node.start, node.end))) return true;
  return identity !== void 0 && values.get(...identity.at)?.text === identity.on;
}
var volumeKeys = ["extraVolumes", "volumes", "extraVolumeMounts", "extraContainers"];
var Release = class {
  #chart;
  #object;
  #values;
  #read;
  #settings;
  constructor(chart, object, values, read) {
    this.#chart = chart;
    this.#object = object;
    this.#values = values;
    this.#read = read;
    this.#settings = chart.accounts.flatMap((path) => values.get(...path) ?? [])[0];
  }
  objects() {
    const created = this.#settings?.get("create")?.value !== false;
    return { workload: this.#workload(created), account: created ? this.#account() : void 0 };
  }
  #workload(created) {
    const { workload, workloadLabels } = this.#chart;
    return {
      ...this.#base("Deployment", "apps", this.#nameOf(workload)),
      metadata: this.#metadata(this.#at(workloadLabels), void 0),
      templates: [this.#template(created)]
    };
  }
  #template(created) {
    const { podLabels, podAnnotations, identity } = this.#chart;
    const metadata = this.#metadata(this.#at(podLabels), this.#at(podAnnotations));
    const on = identity && this.#values.get(...identity.at);
    const switched = on?.text === identity?.on ? this.#entry(on, identityKeys.use, "true") : [];
    const name = this.#settings?.get("name");
    const spec = this.#object.root.get("spec") ?? this.#object.root;
    return {
      metadata: { ...metadata, labels: [...switched, ...metadata.labels] },
      anchor: metadata.labelsField ?? this.#values,
      spec: this.#values,
      accountField: name?.text ? name : void 0,
      account: created ? this.#accountName() : name?.text ? this.#read(name.text) : literalText("default"),
      containers: [],
      complete: !spec.get("valuesFrom") && volumeKeys.every((key) => !this.#values.get(key))
    };
  }
  #account() {
    const { identity, identityElsewhere } = this.#chart;
    const metadata = this.#metadata(this.#settings?.get("labels"), this.#settings?.get("annotations"));
    const on = identity !== void 0 && this.#values.get(...identity.at)?.text === identity.on;
    const switched = on ? [
      ...this.#entry(this.#values.get(...identity.clientId), identityKeys.clientId),
      ...this.#entry(this.#at(identity.tenantId), identityKeys.tenantId)
    ] : [];
    const annotations = [...switched, ...metadata.annotations];
    const clientId = entryOf(annotations, identityKeys.clientId);
    const name = this.#settings?.get("name");
    const silent = clientId === void 0 && (identityElsewhere || this.#object.root.get("spec", "valuesFrom"));
    return {
      ...this.#base("ServiceAccount", "", this.#accountName()),
      metadata: { ...metadata, annotations, nameField: silent ? void 0 : name },
      clientId,
      tenantId: entryOf(annotations, identityKeys.tenantId)
    };
  }
  #base(kind, group, name) {
    const target = this.#object.root.get("spec", "targetNamespace")?.text;
    return {
      ...this.#object,
      kind,
      group,
      version: "v1",
      name,
      ...target && { namespace: this.#read(target), namespaceGiven: true }
    };
  }
  #metadata(labelsField, annotationsField) {
    return {
      field: labelsField ?? annotationsField,
      nameField: void 0,
      namespaceField: this.#object.metadata.namespaceField,
      labelsField,
      annotationsField,
      labels: labelsField?.entries() ?? [],
      annotations: annotationsField?.entries() ?? []
    };
  }
  #at(path) {
    return path && this.#values.get(...path);
  }
  /** A key that the chart writes because of a value: it reads as the key, and stands where the value does. */
  #entry(value, key, text = value?.text ?? "") {
    if (value?.node.type !== "scalar" || text === "") return [];
    return [new Field(value.manifest, { ...value.node, value: text, text }, [...value.path, key], value.keyNode)];
  }
  #accountName() {
    const name = this.#settings?.get("name")?.text;
    return name ? this.#read(name) : this.#nameOf(this.#chart.account);
  }
  /** The usual naming of charts: the release, with the name of the chart behind it unless it holds that already. */
  #nameOf(name) {
    if ("fixed" in name) return literalText(name.fixed);
    const full = this.#values.get("fullnameOverride")?.text;
    const release = this.#release();
    const own = literalOf(full ? this.#read(full) : release);
    if (own === void 0) return unknownText(`${writtenText(release)}${name.joint}${name.ending}`);
    const chart = this.#values.get("nameOverride")?.text ?? this.#chart.chart;
    return literalText((full || own.includes(chart) ? own : `${own}${name.joint}${chart}`) + name.ending);
  }
  #release() {
    const spec = this.#object.root.get("spec");
    const given = spec?.get("releaseName")?.text;
    if (given) return this.#read(given);
    const target = spec?.get("targetNamespace")?.text;
    const name = this.#object.metadata.nameField?.text ?? "";
    return this.#read(target ? `${target}-${name}` : name);
  }
};

// src/manifests/slices.ts
function readSlices(manifests, { read, adjust, namespace, ...options }) {
  const objects = manifests.map((manifest) => {
    const object = readObject(manifest, read, namespace);
    return adjust ? adjust(object) : object;
  });
  const wanted = options.wanted ?? wantedBy(manifests);
  const workloads = objects.map((object) => readWorkload(object, read)).filter((workload) => workload !== void 0).filter(
    (workload) => matters(workload.manifest) || usesWanted(workload, wanted) || wanted.namespaces.has(ownNamespace(workload.manifest))
  );
  const pods = new Set(workloads.map((workload) => workload.manifest));
  const relevant = objects.filter(
    (object) => pods.has(object.manifest) || matters(object.manifest) || object.kind === "ServiceAccount" && isWanted([writtenText(object.name)], wanted.accounts)
  );
  const known = knownReleases(manifests, read, namespace);
  return {
    objects: relevant,
    workloads: [...workloads, ...known.workloads],
    serviceAccounts: [
      ...relevant.filter((object) => object.kind === "ServiceAccount").map(readServiceAccount),
      ...known.serviceAccounts
    ]
  };
}
function usesWanted(workload, wanted) {
  return isWanted(
    workload.templates.map((template) => writtenText(template.account)),
    wanted.pods
  );
}

// src/manifests/render/substitute.ts
var shape = /^(?:\$\{\{?|\$\(|#\{|\{\{-?|<%=?|%%|@@?|\[\[|__|<|\$)\s*([A-Za-z_][\w.-]*?)\s*(?::?[-=]([^}]*))?(?:\}\}|\}#?|\)|-?\}\}|%>|%%|@@?|\]\]|__|>)?$/;
function placeholderName(symbol) {
  return shape.exec(symbol)?.[1];
}
function resolver(values) {
  return (symbol) => {
    const name = placeholderName(symbol);
    return name === void 0 ? values.get(symbol) : values.get(name);
  };
}

// src/manifests/first-pass.ts
var batchBytes = 2 * 1024 * 1024;
var FirstPass = class {
  buffer = Buffer.allocUnsafeSlow(batchBytes);
  look;
  paths = [];
  ends = [];
  used = 0;
  constructor(look) {
    this.look = look;
  }
  /** Takes a copy of the bytes, since the reader reuses its buffer. */
  add(path, bytes) {
    if (this.used + bytes.length + 1 > batchBytes) this.flush();
    if (bytes.length + 1 > batchBytes) {
      lookAt(Buffer.from(bytes), [path], [bytes.length], this.look);
      return;
    }
    this.buffer.set(bytes, this.used);
    this.used += bytes.length;
    this.paths.push(path);
    this.ends.push(this.used);
    this.buffer[this.used] = 10;
    this.used += 1;
  }
  flush() {
    const { paths, ends, used } = this;
    [this.paths, this.ends, this.used] = [[], [], 0];
    if (paths.length > 0) lookAt(this.buffer.subarray(0, used), paths, ends, this.look);
  }
};
function lookAt(buffer, paths, ends, look) {
  const view = buffer.toString("latin1");
  const interesting = filesMatching(view, ends, findInteresting);
  const wide = filesHolding(buffer, ends, 0);
  const pods = filesHolding(view, ends, "containers");
  const naming = filesHolding(view, ends, "erviceAccount");
  const documents = countDocuments(view, ends);
  let start = 0;
  for (const [index, path] of paths.entries()) {
    const from = start;
    const end = ends[index];
    const text = naming[index] ? view.slice(start, end) : "";
    look({
      path,
      bytes: () => buffer.subarray(from, end),
      interesting: interesting[index] === 1 || wide[index] === 1,
      names: text === "" ? pods[index] ? ["default"] : [] : namesIn(text),
      documents: documents[index]
    });
    start = end + 1;
  }
}
function filesMatching(view, ends, pattern) {
  const flags = new Uint8Array(ends.length);
  let file = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(view); match; match = pattern.exec(view)) {
    while (ends[file] < match.index) file += 1;
    flags[file] = 1;
    pattern.lastIndex = ends[file] + 1;
    if (pattern.lastIndex >= view.length) break;
  }
  return flags;
}
function filesHolding(view, ends, sought) {
  const flags = new Uint8Array(ends.length);
  let file = 0;
  for (let at = view.indexOf(sought, 0); at !== -1; at = view.indexOf(sought, ends[file] + 1)) {
    while (ends[file] < at) file += 1;
    flags[file] = 1;
  }
  return flags;
}
function countDocuments(view, ends) {
  const counts = new Uint32Array(ends.length).fill(1);
  let file = 0;
  for (let at = view.indexOf("\n---"); at !== -1; at = view.indexOf("\n---", at + 4)) {
    while (ends[file] < at) file += 1;
    if (at !== ends[file]) counts[file] = counts[file] + 1;
  }
  return counts;
}
function namesIn(text) {
  const used = text.includes("containers") ? [...accountsUsed(text), "default"] : [];
  return [...used, ...[...accountsDeclared(text)].map((name) => `@${name}`)];
}

// src/manifests/scan.ts
async function scan(files, discovered, options) {
  const scanner = new Scanner(files, options);
  const paths = discovered.filter((file) => file.class === "manifest" && !options.skip(file.path)).map((file) => file.path);
  const firstPass = new FirstPass((look) => scanner.readFirst(look));
  for (const [index, path] of paths.entries()) {
    const bytes = files.read(path);
    if (bytes.length > defaultLimits.fileBytes) scanner.refuse(path, bytes.length);
    else firstPass.add(path, bytes);
    if ((index & 1023) === 1023) options.onProgress?.(index + 1, paths.length);
  }
  firstPass.flush();
  await scanner.parsePending();
  if (!options.exhaustive) {
    const wanted = options.wanted(scanner.manifests, scanner.keptSources);
    for (const path of paths) scanner.readSecond(path, wanted);
    await scanner.parsePending();
  }
  return scanner.result(paths.length);
}
var Scanner = class {
  manifests = [];
  sources = /* @__PURE__ */ new Map();
  problems = [];
  names = /* @__PURE__ */ new Map();
  done = /* @__PURE__ */ new Set();
  pending = [];
  documents = 0;
  parsed = 0;
  files;
  options;
  constructor(files, options) {
    this.files = files;
    this.options = options;
  }
  get keptSources() {
    return [...this.sources.values()];
  }
  refuse(path, size) {
    this.problems.push(tooLarge(path, size));
  }
  /** First pass over a file: documents that matter by themselves are queued, of the others the names are kept. */
  readFirst({ path, bytes, interesting, names, documents }) {
    this.documents += documents;
    const always = this.options.exhaustive || isKustomizationPath(path);
    if (!always && !interesting) {
      this.remember(path, names);
      return;
    }
    const text = decodeText(bytes());
    if (text === void 0) return;
    const source = { path, text };
    const { spans, truncated } = splitDocuments(text, defaultLimits.documents);
    if (truncated) this.problems.push(tooMany(source, spans.length));
    const others = [];
    for (const span of spans) {
      const document = text.slice(span.start, span.end);
      if (always || isInteresting(document)) {
        this.pending.push({ source, ...span });
        this.done.add(keyOf(path, span.start));
      } else others.push(...namesIn(document));
    }
    this.remember(path, others);
    if (this.pending.at(-1)?.source === source) this.sources.set(path, source);
  }
  /** Keeps names that the second pass may ask for; copied, since a slice would keep the whole text alive. */
  remember(path, names) {
    if (names.length === 0) return;
    const joined = names.join("\n");
    this.names.set(path, joined === "default" ? "default" : Buffer.from(joined, "latin1").toString("latin1"));
  }
  /** Second pass: documents that an object of the first pass leads to. */
  readSecond(path, wanted) {
    const names = this.names.get(path);
    if (names === void 0 || !(namesWanted(names.split("\n"), wanted) || wanted.namespaces.size > 0)) return;
    const source = this.sources.get(path) ?? { path, text: decodeText(this.files.read(path)) ?? "" };
    for (const span of splitDocuments(source.text, defaultLimits.documents).spans) {
      if (this.done.has(keyOf(path, span.start))) continue;
      const text = source.text.slice(span.start, span.end);
      const names2 = namesIn(text);
      const inJudgedNamespace = names2.some((name) => !name.startsWith("@")) && mayBeIn(text, wanted.namespaces);
      if (!namesWanted(names2, wanted) && !inJudgedNamespace) continue;
      this.pending.push({ source, ...span });
      this.sources.set(path, source);
    }
  }
  /** Parses what is queued; the tolerant parser is only loaded when the fast one refuses a text. */
  async parsePending() {
    const queue = this.pending;
    this.pending = [];
    const refused = [];
    for (const item of queue) if (!this.parse(item, false)) refused.push(item);
    if (refused.length === 0) return;
    await loadTolerantParser();
    for (const item of refused) this.parse(item, true);
  }
  /** False when the text was refused and another parser may still read it. */
  parse({ source, start, end }, final) {
    const { root, problems } = parseDocument(source, start, end);
    const syntax = problems.some((problem) => problem.kind === "syntax");
    if (syntax && !final) return false;
    this.parsed += 1;
    const text = source.text.slice(start, end);
    if (isTemplate(text, root)) return true;
    const relevant = isInteresting(text) || isKustomizationPath(source.path);
    if (relevant) {
      for (const problem of problems) {
        const spot = { source, start: problem.start, end: problem.end };
        this.problems.push({
          kind: problem.kind,
          message: problem.message,
          spot,
          manifestLike: looksLikeManifest(text)
        });
      }
    }
    if (root) this.manifests.push(...manifestsIn(source, root, start, end));
    return true;
  }
  result(files) {
    return {
      // In the order of the files whatever the pass, since what is judged must not depend on when it was read.
      manifests: this.manifests.toSorted((a, b) => compareText(a.source.path, b.source.path) || a.start - b.start),
      sources: this.keptSources,
      problems: this.problems,
      files,
      documents: this.documents,
      parsed: this.parsed
    };
  }
};
function manifestsIn(source, root, start, end) {
  if (root.type !== "map") return [];
  const apiVersion = textAt(root, "apiVersion");
  const kind = textAt(root, "kind");
  const items = root.entries.find((entry) => entry.key.text === "items")?.value;
  if (kind.endsWith("List") && items?.type === "sequence")
    return items.items.flatMap((item) => manifestsIn(source, item, item.start, item.end));
  if ((kind === "" || apiVersion === "") && !isKustomizationPath(source.path)) return [];
  return [{ source, root, apiVersion, kind, start, end }];
}
function keyOf(path, start) {
  return `${path}
${start}`;
}
function namesWanted(names, wanted) {
  const declared = names.filter((name) => name.startsWith("@")).map((name) => name.slice(1));
  const used = names.filter((name) => !name.startsWith("@"));
  return isWanted(used, wanted.pods) || isWanted(declared, wanted.accounts);
}
function textAt(root, key) {
  if (root.type !== "map") return "";
  const value = root.entries.find((entry) => entry.key.text === key)?.value;
  return value?.type === "scalar" && typeof value.value === "string" ? value.value : "";
}
var directive = /^[ \t]*(?:-[ \t]+)?(?:\{\{|\{%|<%|%\{)|:[ \t]+(?:\{\{|\{%)/m;
function isTemplate(text, root) {
  if (!text.includes("{{") && !text.includes("{%") && !text.includes("<%") && !text.includes("%{")) return false;
  return root === void 0 ? directive.test(text) : holdsExpressionMap(root);
}
function holdsExpressionMap(node) {
  if (node.type === "scalar") return false;
  if (node.type === "sequence") return node.items.some(holdsExpressionMap);
  if (node.flow && node.entries.some((entry) => entry.key.text === "" || entry.key.text.startsWith("{"))) return true;
  return node.entries.some((entry) => holdsExpressionMap(entry.value));
}
function looksLikeManifest(text) {
  return /^(?:apiVersion|["']apiVersion["'])[ \t]*:/m.test(text) && /^(?:kind|["']kind["'])[ \t]*:/m.test(text);
}
function tooLarge(path, size) {
  const source = { path, text: "" };
  const limit = Math.round(defaultLimits.fileBytes / 1024 / 1024);
  return {
    kind: "limit",
    message: `The file has ${Math.round(size / 1024 / 1024)} MiB, more than the ${limit} MiB that are read; nothing in it was checked.`,
    spot: { source, start: 0, end: 0 },
    manifestLike: true
  };
}
function tooMany(source, count) {
  return {
    kind: "limit",
    message: `The file holds more than ${count} documents; the rest was not checked.`,
    spot: { source, start: 0, end: 0 },
    manifestLike: true
  };
}

export {
  readSlices,
  resolver,
  namesIn,
  scan,
  manifestsIn
};
