import {
  decodeText,
  defaultLimits,
  literalText,
  loadTolerantParser,
  locationOf,
  parseDocument,
  readPlaceholders,
  splitDocuments,
  unknownText,
  writtenText
} from "./chunk-DPTSPITN.mjs";
import {
  compareText
} from "./chunk-VVYBS3MP.mjs";
import {
  entryOf,
  identityKeys
} from "./chunk-IEG5Q3DA.mjs";

// src/model/field.ts
var Field = class _Field {
  manifest;
  node;
  path;
  /** The key's scalar when this field is a map entry. */
  keyNode;
  constructor(manifest, node, path = [], keyNode) {
    this.manifest = manifest;
    this.node = node;
    this.path = path;
    this.keyNode = keyNode;
  }
  /** The key or index under which this field stands in its parent; empty for the root. */
  get key() {
    return String(this.path.at(-1) ?? "");
  }
  get place() {
    return { manifest: this.manifest, path: this.path, part: "value" };
  }
  /** The place of the key; of the value for sequence items and the root. */
  get keyPlace() {
    return { manifest: this.manifest, path: this.path, part: this.keyNode ? "key" : "value" };
  }
  /** The scalar as Kubernetes reads it; undefined for maps and sequences. */
  get value() {
    return this.node.type === "scalar" ? this.node.value : void 0;
  }
  /** The text when Kubernetes reads a string here, else undefined. */
  get string() {
    return this.node.type === "scalar" && typeof this.node.value === "string" ? this.node.value : void 0;
  }
  /** Any scalar as it was written, numbers and booleans included; undefined for maps, sequences and null. */
  get text() {
    return this.node.type === "scalar" && this.node.value !== null ? this.node.text : void 0;
  }
  /** Steps down the given keys and indexes; undefined as soon as one is missing. */
  get(...steps) {
    let field;
    for (const step of steps) {
      field = (field ?? this).child(step);
      if (!field) return void 0;
    }
    return field ?? this;
  }
  /** The entries of a map in order; empty for anything else. */
  entries() {
    if (this.node.type !== "map") return [];
    return this.node.entries.map((entry) => this.fieldOf(entry));
  }
  /** The items of a sequence in order; empty for anything else. */
  items() {
    if (this.node.type !== "sequence") return [];
    return this.node.items.map((item, index) => new _Field(this.manifest, item, [...this.path, index]));
  }
  child(step) {
    if (this.node.type === "map") {
      const entry = this.node.entries.find((candidate) => candidate.key.text === String(step));
      return entry && this.fieldOf(entry);
    }
    if (this.node.type === "sequence" && typeof step === "number") {
      const item = this.node.items[step];
      return item && new _Field(this.manifest, item, [...this.path, step]);
    }
    return void 0;
  }
  fieldOf(entry) {
    return new _Field(this.manifest, entry.value, [...this.path, entry.key.text], entry.key);
  }
};
function fieldsOf(manifest) {
  return new Field(manifest, manifest.root);
}

// src/manifests/kustomizations.ts
function isKustomizationPath(path) {
  return /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path);
}
var takenFields = [["resources"], ["bases"], ["components"]];
var patchFields = [
  ["patchesStrategicMerge"],
  ["patches", "path"],
  ["patchesJson6902", "path"],
  ["transformers"],
  ["generators"]
];
var inputFields = [
  ["configurations"],
  ["crds"],
  ["validators"],
  ["replacements", "path"],
  ["openapi", "path"],
  ...["configMapGenerator", "secretGenerator"].flatMap((name) => [
    [name, "files"],
    [name, "envs"],
    [name, "env"]
  ])
];
var pluginFields = ["helmCharts", "helmChartInflationGenerator"];
function readKustomization(manifest) {
  const root = fieldsOf(manifest);
  const path = manifest.source.path;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  const taken = pathsAt(root, takenFields);
  const patched = pathsAt(root, patchFields);
  const read = pathsAt(root, inputFields);
  const isRemote = (field) => isRemotePath(field.text);
  const local = (fields) => fields.filter((field) => !isRemote(field)).map((field) => resolvePath(folder, fileOf(field.text)));
  return {
    manifest,
    folder,
    component: manifest.kind === "Component",
    resources: local(taken),
    patches: local(patched),
    inputs: local(read),
    remote: [...taken, ...patched, ...read].filter(isRemote),
    plugins: pluginFields.map((name) => root.get(name)).find((field) => field?.items().length),
    namespace: root.get("namespace")?.text
  };
}
function pathsAt(root, fields) {
  const below = (field, [step, ...rest]) => {
    if (!field) return [];
    if (field.node.type === "sequence")
      return field.items().flatMap((item) => below(item, step ? [step, ...rest] : []));
    return step === void 0 ? [field] : below(field.get(step), rest);
  };
  return fields.flatMap((path) => below(root, path)).filter((field) => field.text && !field.text.includes("\n"));
}
function fileOf(text) {
  return /^[\w.-]+=/.test(text) ? text.slice(text.indexOf("=") + 1) : text;
}
function isRemotePath(path) {
  return /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|(?:www\.)?(?:github|gitlab|bitbucket|dev\.azure)\.(?:com|org)[/:]|git::)|\?ref=/i.test(
    path
  );
}
function resolvePath(folder, path) {
  if (path.startsWith("/")) return path;
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}

// src/manifests/interests.ts
var keyPieces = ["azure\\.wo", "rkload\\.i", "dentity/", "/client", "client-id"];
var words = [
  "aadpodid",
  "aadPodId",
  "(?:AZURE|ARM|AAD)_CLIENT",
  "[cC]lient[-_]?[sS]ecret",
  "CLIENT_SECRET",
  "AZURE_(?:TENANT|FEDERATED|AUTHORITY)",
  "azure-identity-token",
  "secrets/azure/",
  "secrets-store",
  "usePodIdentity",
  "azure-workload",
  "azure-pod-identity",
  "WithWorkloadIdentity",
  "AzureADTokenExchange",
  "pod-security\\.kubernetes\\.io",
  "tls-cert-service-account",
  "idwire"
];
var kinds = [
  "SecretProviderClass",
  "NetworkPolicy",
  "(?:Cluster)?Role(?:Binding)?",
  "Azure[A-Za-z]+",
  "FederatedIdentityCredential",
  "UserAssignedIdentity",
  "TriggerAuthentication",
  "ClusterTriggerAuthentication",
  "(?:Cluster)?SecretStore",
  "(?:Cluster)?Issuer",
  "ACRAccessToken",
  "(?:Git|OCI|Image)Repository",
  "HelmRelease",
  "K8sPSPCapabilities",
  "ApplicationIdentity",
  "WorkloadIdentity"
];
var kindPattern = `kind["']?[ \\t]*:[ \\t]*["']?(?:${kinds.join("|")})\\b`;
var interesting = new RegExp([...keyPieces, ...words, kindPattern].join("|"));
var findInteresting = new RegExp(interesting, "g");
var holdsPods = /containers/g;
var usesAccounts = /serviceAccount/g;
var declaresAccounts = /kind["']?[ \t]*:[ \t]*["']?ServiceAccount\b/g;
function isInteresting(text) {
  return interesting.test(text);
}
var identityText = new RegExp([...keyPieces, ...words].join("|"));
function holdsIdentityText(text) {
  return identityText.test(text);
}
var identityWord = new RegExp(keyPieces.join("|"));
function holdsIdentityWord(text) {
  return identityWord.test(text);
}
var accountUse = /serviceAccount(?:Name)?["']?[ \t]*:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s,}#]+))?/g;
function accountsUsed(text) {
  const names = /* @__PURE__ */ new Set();
  for (const match of text.matchAll(accountUse)) names.add(readable(match[1] ?? match[2] ?? match[3]));
  return names;
}
var accountKind = /kind["']?[ \t]*:[ \t]*["']?ServiceAccount["']?[ \t]*(?:[#,}\r\n]|$)/;
var accountName = /\bname["']?[ \t]*:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s,}#]+))?/g;
function accountsDeclared(text) {
  const names = /* @__PURE__ */ new Set();
  if (!accountKind.test(text)) return names;
  for (const match of text.matchAll(accountName)) names.add(readable(match[1] ?? match[2] ?? match[3]));
  return names;
}
function readable(name) {
  return name === void 0 || /^[*&!|>{[]/.test(name) || name.includes("\\") ? "*" : name;
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
  const templates = known ? known.flatMap((shape) => readShape(object, shape, read) ?? []) : templatesByShape(object.root.get("spec"), read);
  return templates.length > 0 ? { ...object, templates } : void 0;
}
function readShape(object, shape, read) {
  const spec = object.root.get(...shape.spec);
  if (!spec) return void 0;
  const owner = object.root.get(...shape.owner) ?? object.root;
  const metadata = shape.metadataKey ? metadataAt(owner.get(shape.metadataKey)) : readMetadata(owner);
  const accountOwner = (shape.account && object.root.get(...shape.account)) ?? spec;
  const pod = readTemplate({ owner, metadata, spec, accountOwner }, read);
  return {
    ...pod,
    account: pod.accountField || !shape.accountIsName ? pod.account : object.name,
    complete: pod.complete || shape.containersElsewhere === true
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
  const interesting2 = filesMatching(view, ends, findInteresting);
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
      interesting: interesting2[index] === 1 || wide[index] === 1,
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
  readFirst({ path, bytes, interesting: interesting2, names, documents }) {
    this.documents += documents;
    const always = this.options.exhaustive || isKustomizationPath(path);
    if (!always && !interesting2) {
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

// src/manifests/locate.ts
function spotOf(place) {
  const { node, key } = walk(place.manifest.root, place.path);
  const source = place.manifest.source;
  if (place.part === "key" && key) return { source, start: key.start, end: key.end };
  if (node.type === "scalar" && node.start < node.end)
    return { source, ...firstLine(source.text, node.start, node.end) };
  const shown = key ?? node;
  return { source, ...firstLine(source.text, shown.start, shown.end) };
}
function walk(root, path) {
  let node = root;
  let key;
  for (const step of path) {
    if (node.type === "map") {
      const entry = node.entries.find((candidate) => candidate.key.text === String(step));
      if (!entry) break;
      node = entry.value;
      key = entry.key;
    } else if (node.type === "sequence") {
      const item = node.items[Number(step)];
      if (!item) break;
      node = item;
      key = void 0;
    } else break;
  }
  return { node, key };
}
function firstLine(text, start, end) {
  const newline = text.indexOf("\n", start);
  if (newline === -1 || newline >= end) return { start, end };
  return { start, end: Math.max(start, text[newline - 1] === "\r" ? newline - 1 : newline) };
}
function locate(at) {
  const spot = "manifest" in at ? at.manifest.rendered?.trace(at).spot ?? spotOf(at) : at;
  return locationOf(spot.source, spot.start, spot.end);
}

// src/manifests/raw-world.ts
var environments = Object.fromEntries(
  [
    ["development", "dev devel develop development"],
    ["test", "test tst testing"],
    ["integration", "int integration"],
    ["acceptance", "qa uat acc acceptance"],
    ["staging", "stg stage staging preprod pre-prod preproduction"],
    ["sandbox", "sbx sandbox playground"],
    ["production", "prd prod production live"]
  ].flatMap(([name, words2]) => words2.split(" ").map((word) => [word, name]))
);
function environmentOfFolder(name) {
  const folder = name.toLowerCase();
  const plain = environments[folder] ?? environments[folder.replace(/\d+$/, "")];
  if (plain) return plain;
  const [, first = "", second = ""] = /^([a-z]+\d*)[-_.]([a-z]+\d*)$/.exec(folder) ?? [];
  if (environments[first] && /^(?:\d+|[a-z]{2,3}\d?|blue|green|west\w*|east\w*|north\w*|south\w*)$/.test(second)) {
    return environments[first];
  }
  return environments[second] && /^(?:aks|k8s|cluster|env|[a-z]{2,3}\d?)$/.test(first) ? environments[second] : void 0;
}
function environmentOfPath(path) {
  const folders = path.split("/").slice(0, -1);
  for (const folder of folders.reverse()) {
    const environment = environmentOfFolder(folder);
    if (environment) return environment;
  }
  return void 0;
}
function rawWorld(raw, complete, named) {
  const splits = duplicateSplits([...raw.workloads, ...raw.serviceAccounts]);
  const environment = named ? () => named.environment : memoise(environmentOfPath);
  return {
    name: named?.name ?? ".",
    ...named && { cluster: named.name },
    complete,
    guessed: false,
    ...raw,
    sees: (a, b) => canMeet(a, b, environment, splits),
    environmentOf: (manifest) => environment(manifest.source.path)
  };
}
function canMeet(a, b, environment, splits) {
  const [pathA, pathB] = [a.source.path, b.source.path];
  if (pathA === pathB) return true;
  const [environmentA, environmentB] = [environment(pathA), environment(pathB)];
  if (environmentA && environmentB && environmentA !== environmentB) return false;
  if (splits.size === 0) return true;
  const { folder, childA, childB } = branch(pathA, pathB);
  const children = splits.get(folder);
  return !(children?.has(childA) && children.has(childB));
}
function branch(a, b) {
  const [partsA, partsB] = [a.split("/"), b.split("/")];
  let depth = 0;
  while (depth < partsA.length - 1 && depth < partsB.length - 1 && partsA[depth] === partsB[depth]) depth += 1;
  return { folder: partsA.slice(0, depth).join("/"), childA: partsA[depth] ?? "", childB: partsB[depth] ?? "" };
}
function duplicateSplits(objects) {
  const firstPaths = /* @__PURE__ */ new Map();
  const splits = /* @__PURE__ */ new Map();
  for (const object of objects) {
    const path = object.manifest.source.path;
    const namespace = object.namespaceGiven ? writtenText(object.namespace) : "";
    const key = `${object.kind}
${namespace}
${writtenText(object.name)}`;
    const known = firstPaths.get(key) ?? [];
    if (known.includes(path)) continue;
    for (const other of known) {
      const { folder, childA, childB } = branch(path, other);
      const children = splits.get(folder) ?? /* @__PURE__ */ new Set();
      splits.set(folder, children.add(childA).add(childB));
    }
    if (known.length < 50) firstPaths.set(key, [...known, path]);
  }
  return splits;
}
function memoise(compute) {
  const known = /* @__PURE__ */ new Map();
  return (text) => {
    if (!known.has(text)) known.set(text, compute(text));
    return known.get(text);
  };
}

export {
  environmentOfFolder,
  environmentOfPath,
  rawWorld,
  Field,
  fieldsOf,
  isKustomizationPath,
  readKustomization,
  resolvePath,
  isInteresting,
  holdsIdentityText,
  accountsDeclared,
  wantedBy,
  isWanted,
  namesIn,
  scan,
  manifestsIn,
  readSlices,
  spotOf,
  locate
};
