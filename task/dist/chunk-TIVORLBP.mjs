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
    let { node, keyNode } = this;
    for (const step of steps) {
      const entry = node.type === "map" ? entryOf(node, String(step)) : void 0;
      const next = entry ? entry.value : itemOf(node, step);
      if (!next) return void 0;
      node = next;
      keyNode = entry?.key;
    }
    return new _Field(this.manifest, node, this.path.concat(steps), keyNode);
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
  fieldOf(entry) {
    return new _Field(this.manifest, entry.value, [...this.path, entry.key.text], entry.key);
  }
};
function entryOf({ entries }, key) {
  for (const entry of entries) if (entry.key.text === key) return entry;
  return void 0;
}
function itemOf(node, step) {
  return node.type === "sequence" && typeof step === "number" ? node.items[step] : void 0;
}
function fieldsOf(manifest) {
  return new Field(manifest, manifest.root);
}

// src/manifests/kustomizations.ts
var kustomizedNamespace = "namespace of its kustomization";
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
  const isRemote = (field) => isRemotePath(fileOf(field.text));
  const local = (fields) => fields.filter((field) => !isRemote(field)).map((field) => resolvePath(folder, fileOf(field.text)));
  return {
    manifest,
    folder,
    component: manifest.kind === "Component",
    resources: local(taken),
    patches: local(patched),
    inputs: local(read),
    taken: [...taken, ...patched, ...read].flatMap((field) => {
      const [resolved] = local([field]);
      return resolved === void 0 ? [] : [{ path: resolved, field }];
    }),
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

export {
  Field,
  fieldsOf,
  kustomizedNamespace,
  isKustomizationPath,
  readKustomization,
  resolvePath
};
