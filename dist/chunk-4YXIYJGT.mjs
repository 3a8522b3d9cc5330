import {
  accountsDeclared,
  accountsUsed,
  declaresAccounts,
  findInteresting,
  holdsIdentityWord,
  holdsPods,
  isInteresting,
  usesAccounts
} from "./chunk-C44QPVTK.mjs";
import {
  fieldsOf,
  isKustomizationPath
} from "./chunk-BNB6QXFO.mjs";
import {
  readPlaceholders
} from "./chunk-PZKTV7OQ.mjs";
import {
  decodeText,
  defaultLimits,
  literalText,
  loadTolerantParser,
  parseDocument,
  splitDocuments,
  unknownText,
  writtenText
} from "./chunk-SH3ULMZR.mjs";
import {
  compareText
} from "./chunk-VVYBS3MP.mjs";
import {
  entryOf,
  identityKeys
} from "./chunk-IEG5Q3DA.mjs";

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
var variable = /(\$?)\$\{([A-Za-z_]\w*)(?::?[-=]([^{}$]*))?\}/g;
function substitute(text, values) {
  if (!text.includes("${")) return text;
  return text.replaceAll(
    variable,
    (written, doubled, name, fallback) => doubled ? written : values.get(name) ?? fallback ?? written
  );
}

// src/manifests/kubernetes.ts
function readMetadata(owner) {
  const field = owner?.get("metadata");
  const labelsField = field?.get("labels");
  const annotationsField = field?.get("annotations");
  return {
    field,
    nameField: field?.get("name"),
    namespaceField: field?.get("namespace"),
    labelsField,
    annotationsField,
    labels: labelsField?.entries() ?? [],
    annotations: annotationsField?.entries() ?? []
  };
}
var clusterScoped = /* @__PURE__ */ new Set([
  "Namespace",
  "ClusterRole",
  "ClusterRoleBinding",
  "StorageClass",
  "PersistentVolume",
  "CustomResourceDefinition",
  "MutatingWebhookConfiguration",
  "ValidatingWebhookConfiguration"
]);
function readObject(manifest, read = readPlaceholders, namespace) {
  const root = fieldsOf(manifest);
  const metadata = readMetadata(root);
  const slash = manifest.apiVersion.indexOf("/");
  const written = metadata.namespaceField?.text || namespace;
  return {
    manifest,
    root,
    group: slash === -1 ? "" : manifest.apiVersion.slice(0, slash),
    version: manifest.apiVersion.slice(slash + 1),
    kind: manifest.kind,
    metadata,
    name: nameText(metadata, read),
    namespace: written ? read(written) : unknownText("namespace"),
    namespaceGiven: Boolean(written) || clusterScoped.has(manifest.kind)
  };
}
function nameText(metadata, read) {
  const name = metadata.nameField?.text;
  if (name) return read(name);
  const prefix = metadata.field?.get("generateName")?.text;
  return prefix ? { pieces: [prefix, ""], symbols: ["generateName"] } : unknownText("name");
}
function readServiceAccount(object) {
  return {
    ...object,
    clientId: entryOf(object.metadata.annotations, identityKeys.clientId),
    tenantId: entryOf(object.metadata.annotations, identityKeys.tenantId)
  };
}

// src/manifests/workloads.ts
var template = (...path) => ({ spec: [...path, "spec"], owner: path });
var shapes = {
  "/Pod": [{ spec: ["spec"], owner: [] }],
  "/PodTemplate": [template("template")],
  "/ReplicationController": [template("spec", "template")],
  "apps/Deployment": [template("spec", "template")],
  "apps/StatefulSet": [template("spec", "template")],
  "apps/DaemonSet": [template("spec", "template")],
  "apps/ReplicaSet": [template("spec", "template")],
  "extensions/Deployment": [template("spec", "template")],
  "extensions/DaemonSet": [template("spec", "template")],
  "batch/Job": [template("spec", "template")],
  "batch/CronJob": [template("spec", "jobTemplate", "spec", "template")],
  "argoproj.io/Rollout": [template("spec", "template")],
  "argoproj.io/Workflow": [argo("spec")],
  "argoproj.io/WorkflowTemplate": [argo("spec")],
  "argoproj.io/ClusterWorkflowTemplate": [argo("spec")],
  "argoproj.io/CronWorkflow": [argo("spec", "workflowSpec")],
  "keda.sh/ScaledJob": [template("spec", "jobTargetRef", "template")],
  "serving.knative.dev/Service": [template("spec", "template")],
  "serving.knative.dev/Configuration": [template("spec", "template")],
  "tekton.dev/TaskRun": [{ spec: ["spec"], owner: [], containersElsewhere: true }],
  "tekton.dev/PipelineRun": [
    { spec: ["spec"], owner: [], account: ["spec", "taskRunTemplate"], containersElsewhere: true }
  ],
  "sparkoperator.k8s.io/SparkApplication": [spark("driver"), spark("executor")],
  "sparkoperator.k8s.io/ScheduledSparkApplication": [spark("template", "driver"), spark("template", "executor")],
  "postgresql.cnpg.io/Cluster": [
    {
      spec: ["spec"],
      owner: ["spec"],
      metadataKey: "inheritedMetadata",
      containersElsewhere: true,
      accountIsName: true
    }
  ]
};
function argo(...path) {
  return { spec: path, owner: path, metadataKey: "podMetadata", containersElsewhere: true };
}
function spark(...path) {
  const role = ["spec", ...path];
  return {
    spec: role,
    owner: ["spec", ...path.slice(0, -1)],
    metadataKey: path.at(-1),
    containersElsewhere: true
  };
}
var neverWorkloads = /* @__PURE__ */ new Set([
  "CustomResourceDefinition",
  "List",
  "ConfigMap",
  "Secret",
  "Kustomization",
  "Composition"
]);
function readWorkload(object, read) {
  if (neverWorkloads.has(object.kind)) return void 0;
  const known = shapes[`${object.group}/${object.kind}`];
  const templates = known ? known.flatMap((shape2) => readShape(object, shape2, read) ?? []) : templatesByShape(object.root.get("spec"), read);
  return templates.length > 0 ? { ...object, templates } : void 0;
}
function readShape(object, shape2, read) {
  const spec = object.root.get(...shape2.spec);
  if (!spec) return void 0;
  const owner = object.root.get(...shape2.owner) ?? object.root;
  const metadata = shape2.metadataKey ? metadataAt(owner.get(shape2.metadataKey)) : readMetadata(owner);
  const accountOwner = (shape2.account && object.root.get(...shape2.account)) ?? spec;
  const pod = readTemplate({ owner, metadata, spec, accountOwner }, read);
  return {
    ...pod,
    account: pod.accountField || !shape2.accountIsName ? pod.account : object.name,
    complete: pod.complete || shape2.containersElsewhere === true
  };
}
function metadataAt(field) {
  const labelsField = field?.get("labels");
  const annotationsField = field?.get("annotations");
  return {
    field,
    nameField: void 0,
    namespaceField: void 0,
    labelsField,
    annotationsField,
    labels: labelsField?.entries() ?? [],
    annotations: annotationsField?.entries() ?? []
  };
}
function readTemplate({ owner, metadata, spec, accountOwner }, read) {
  const accountField = nonEmpty(accountOwner.get("serviceAccountName")) ?? nonEmpty(accountOwner.get("serviceAccount"));
  const containers = [
    ...(spec.get("initContainers")?.items() ?? []).map((field) => readContainer(field, true)),
    ...(spec.get("containers")?.items() ?? []).map((field) => readContainer(field, false))
  ];
  return {
    metadata,
    anchor: metadata.labelsField ?? metadata.field ?? owner,
    spec,
    accountField,
    account: accountField?.text ? read(accountField.text) : literalText("default"),
    containers,
    complete: (spec.get("containers")?.items() ?? []).some((field) => field.get("image") !== void 0)
  };
}
function nonEmpty(field) {
  return field?.text ? field : void 0;
}
function readContainer(field, init) {
  return {
    field,
    name: field.get("name")?.text ?? "",
    init,
    environment: (field.get("env")?.items() ?? []).map((entry) => ({
      name: entry.get("name")?.text ?? "",
      field: entry,
      value: entry.get("value"),
      valueFrom: entry.get("valueFrom")
    }))
  };
}
var searchDepth = 6;
function templatesByShape(field, read, depth = 0) {
  if (!field || depth > searchDepth) return [];
  const spec = field.get("spec");
  if (spec?.get("containers")?.items().length) {
    return [readTemplate({ owner: field, metadata: readMetadata(field), spec, accountOwner: spec }, read)];
  }
  return field.entries().flatMap((entry) => templatesByShape(entry, read, depth + 1));
}

// src/manifests/relevance.ts
function textOf({ source, start, end }) {
  return source.text.slice(start, end);
}
function wantedBy(manifests) {
  const pods = /* @__PURE__ */ new Set();
  const accounts = /* @__PURE__ */ new Set();
  for (const manifest of manifests) {
    if (!isInteresting(textOf(manifest))) continue;
    const object = readObject(manifest);
    if (manifest.kind === "ServiceAccount") {
      if (holdsIdentityWord(textOf(manifest))) pods.add(writtenText(object.name));
    } else {
      for (const template2 of readWorkload(object, readPlaceholders)?.templates ?? [])
        accounts.add(writtenText(template2.account));
    }
  }
  for (const name of pods) accounts.add(name);
  return { pods, accounts };
}
function isWanted(names, wanted) {
  if (wanted.has("*")) return true;
  for (const name of names) if (name === "*" || wanted.has(name)) return true;
  return false;
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
  const wide = filesMatching(view, ends, /\0/g);
  const pods = filesMatching(view, ends, holdsPods);
  const using = filesMatching(view, ends, usesAccounts);
  const declaring = filesMatching(view, ends, declaresAccounts);
  const documents = countDocuments(view, ends);
  let start = 0;
  for (const [index, path] of paths.entries()) {
    const end = ends[index];
    const named = pods[index] && using[index];
    const text = named || declaring[index] ? view.slice(start, end) : "";
    look({
      path,
      bytes: buffer.subarray(start, end),
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
    const wanted = options.wanted(scanner.manifests);
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
    const text = decodeText(bytes);
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
    if (names === void 0 || !namesWanted(names.split("\n"), wanted)) return;
    const source = this.sources.get(path) ?? { path, text: decodeText(this.files.read(path)) ?? "" };
    for (const span of splitDocuments(source.text, defaultLimits.documents).spans) {
      if (this.done.has(keyOf(path, span.start))) continue;
      if (!namesWanted(namesIn(source.text.slice(span.start, span.end)), wanted)) continue;
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
      sources: [...this.sources.values()],
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

// src/manifests/slices.ts
function readSlices(manifests, { read, adjust, namespace }) {
  const objects = manifests.map((manifest) => {
    const object = readObject(manifest, read, namespace);
    return adjust ? adjust(object) : object;
  });
  const wanted = wantedBy(manifests);
  const workloads = objects.map((object) => readWorkload(object, read)).filter((workload) => workload !== void 0).filter((workload) => isInteresting(textOf(workload.manifest)) || usesWanted(workload, wanted));
  const pods = new Set(workloads.map((workload) => workload.manifest));
  const relevant = objects.filter(
    (object) => pods.has(object.manifest) || isInteresting(textOf(object.manifest)) || object.kind === "ServiceAccount" && isWanted([writtenText(object.name)], wanted.accounts)
  );
  return {
    objects: relevant,
    workloads,
    serviceAccounts: relevant.filter((object) => object.kind === "ServiceAccount").map(readServiceAccount)
  };
}
function usesWanted(workload, wanted) {
  return isWanted(
    workload.templates.map((template2) => writtenText(template2.account)),
    wanted.pods
  );
}

export {
  wantedBy,
  isWanted,
  resolver,
  substitute,
  namesIn,
  scan,
  manifestsIn,
  readSlices
};
