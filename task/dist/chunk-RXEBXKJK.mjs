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

export {
  Field,
  fieldsOf
};
