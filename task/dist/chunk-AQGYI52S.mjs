// src/manifests/yaml/resolve-scalar.ts
const { Buffer } = process.getBuiltinModule("node:buffer");
function resolveScalar(text, style, tag) {
  switch (tag) {
    case void 0:
      return style === "plain" ? resolvePlain(text) : text;
    case "!!int":
      return resolveInteger(text) ?? text;
    case "!!float":
      return resolveNumber(text) ?? text;
    case "!!bool":
      return words.get(text) ?? text;
    case "!!null":
      return words.get(text) === null ? null : text;
    case "!!binary":
      return isBase64(text) ? Buffer.from(text, "base64").toString("utf8") : text;
    default:
      return text;
  }
}
var truths = ["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"];
var falsehoods = ["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"];
var nothings = ["", "~", "null", "Null", "NULL"];
var words = new Map([
  ...truths.map((word) => [word, true]),
  ...falsehoods.map((word) => [word, false]),
  ...nothings.map((word) => [word, null])
]);
var longestWord = 5;
function resolvePlain(text) {
  const first = text.charCodeAt(0);
  if (first >= 43 && first <= 57) return resolveNumber(text) ?? text;
  if (text.length > longestWord) return text;
  const word = words.get(text);
  return word === void 0 ? text : word;
}
var infinity = /^([-+]?)\.(?:inf|Inf|INF)$/;
var notANumber = /^\.(?:nan|NaN|NAN)$/;
function resolveNumber(text) {
  const integer = resolveInteger(text);
  if (integer !== void 0) return integer;
  const special = infinity.exec(text);
  if (special) return special[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (notANumber.test(text)) return Number.NaN;
  if (text.startsWith(".") && /(?<!\d)_|_(?!\d)/.test(text)) return void 0;
  return /^[-+.\d]/.test(text) ? decimalNumber(text.replaceAll("_", "")) : void 0;
}
function decimalNumber(text) {
  if (!/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(text)) return void 0;
  return withoutNegativeZero(Number(text));
}
var decimalInteger = /^[-+]?(?:0|[1-9]\d*)$/;
var basedInteger = /^([-+]?)0(?:[xX](?<hexadecimal>[\da-fA-F]+)|[oO]?(?<octal>[0-7]+)|[bB](?<binary>[01]+))$/;
var signInsideBinary = /^0b([-+])(?<binary>[01]+)$/;
function resolveInteger(text) {
  if (!/^[-+\d]/.test(text)) return void 0;
  const plain = text.replaceAll("_", "");
  if (decimalInteger.test(plain)) return withoutNegativeZero(Number(plain));
  const match = basedInteger.exec(plain) ?? signInsideBinary.exec(plain);
  if (!match) return void 0;
  const { hexadecimal, octal, binary } = match.groups;
  const magnitude = BigInt(hexadecimal ? `0x${hexadecimal}` : octal ? `0o${octal}` : `0b${binary}`);
  return withinRange(match[1], magnitude) ? Number(match[1] === "-" ? -magnitude : magnitude) : void 0;
}
function withinRange(sign, magnitude) {
  if (sign === "") return magnitude < 2n ** 64n;
  return sign === "-" ? magnitude <= 2n ** 63n : magnitude < 2n ** 63n;
}
function withoutNegativeZero(number) {
  if (!Number.isFinite(number)) return void 0;
  return number === 0 ? 0 : number;
}
function isBase64(text) {
  const packed = text.replace(/[\r\n]/g, "");
  return packed.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(packed);
}

// src/manifests/yaml/skip-blank.ts
function skipBlank(text, start, end) {
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 35) at = endOfLine(text, at, end);
    else if (isBlank(code) || code === byteOrderMark) at++;
    else return at;
  }
  return end;
}
function isBlank(code) {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
var byteOrderMark = 65279;
function endOfLine(text, from, end) {
  let at = from;
  while (at < end && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
  return at;
}

// src/manifests/yaml/yaml-problem.ts
var Unreadable = class extends Error {
  problem;
  constructor(kind, message, start, end) {
    super(message);
    this.problem = { kind, message, start, end };
  }
};
function tooDeep({ depth }, start, end) {
  const message = `Maps and lists nest more than ${depth} levels deep here; the document is not read.`;
  return new Unreadable("limit", message, start, end);
}
function tooManyAliases({ aliasNodes }, start, end) {
  const message = `The aliases of this document repeat more than ${aliasNodes} values; it is not read.`;
  return new Unreadable("limit", message, start, end);
}
function tooLong({ fileBytes }, start) {
  const message = `The document is longer than ${fileBytes} characters; it is not read.`;
  return new Unreadable("limit", message, start, start);
}

// src/manifests/yaml/yaml-tag.ts
var coreNamespace = "tag:yaml.org,2002:";
var coreTags = new Set(
  ["binary", "bool", "float", "int", "map", "merge", "null", "omap", "pairs", "seq", "set", "str", "timestamp"].concat("value", "yaml").map((name) => `!!${name}`).concat("!")
);
var typedTags = /* @__PURE__ */ new Set(["!!bool", "!!float", "!!int", "!!null"]);
function shortTag(written, handles) {
  return shortName(written.startsWith("!<") ? written.slice(2, -1) : writtenOut(written, handles));
}
function shortName(full) {
  return full.startsWith(coreNamespace) ? `!!${full.slice(coreNamespace.length)}` : full;
}
function writtenOut(written, handles) {
  const handle = /^![\w-]*!/.exec(written)?.[0] ?? "!";
  const prefix = handles.get(handle) ?? (handle === "!!" ? coreNamespace : handle);
  return prefix + written.slice(handle.length);
}
function tagRemark(tag, value) {
  if (typedTags.has(tag) && typeof value === "string") {
    return `The value "${value}" does not fit its tag ${tag}. kubectl refuses such a document.`;
  }
  if (coreTags.has(tag)) return void 0;
  return `The tag ${tag} means nothing to Kubernetes; kubectl ignores it and reads what follows as plain text or as a plain map or list.`;
}

// src/manifests/yaml/map-entries.ts
var indexFrom = 12;
var MapEntries = class {
  #entries = [];
  #index;
  #merged;
  #replaced = false;
  /** Adds a written entry; gives back the written entry that it replaces, which makes the key a duplicate. */
  add(entry) {
    const earlier = this.#put(entry);
    return earlier && !this.#merged?.has(earlier) ? earlier : void 0;
  }
  /** Adds the entries of a merged map. */
  merge(entries) {
    this.#merged ??= /* @__PURE__ */ new Set();
    for (const { key, value } of entries) {
      const entry = { key, value };
      this.#merged.add(entry);
      this.#put(entry);
    }
  }
  /** The entries that stand, in order of appearance, in an array no larger than they need. */
  finish() {
    if (this.#replaced) return this.#entries.filter((entry) => entry !== void 0);
    return this.#entries.slice();
  }
  #put(entry) {
    const name = keyName(entry.key);
    const at = this.#find(name);
    const earlier = at === void 0 ? void 0 : this.#entries[at];
    if (at !== void 0) {
      this.#entries[at] = void 0;
      this.#replaced = true;
    }
    this.#index?.set(name, this.#entries.length);
    this.#entries.push(entry);
    return earlier;
  }
  #find(name) {
    if (this.#index) return this.#index.get(name);
    if (this.#entries.length < indexFrom) return this.#search(name);
    this.#index = /* @__PURE__ */ new Map();
    for (const [at, entry] of this.#entries.entries()) if (entry) this.#index.set(keyName(entry.key), at);
    return this.#index.get(name);
  }
  #search(name) {
    for (let at = 0; at < this.#entries.length; at++) {
      const entry = this.#entries[at];
      if (entry && keyName(entry.key) === name) return at;
    }
    return void 0;
  }
};
function keyName(key) {
  return typeof key.value === "string" ? key.value : String(key.value);
}

// src/manifests/yaml/tree-builder.ts
var TreeBuilder = class {
  problems = [];
  root;
  #limits;
  #frames = [];
  #anchors = /* @__PURE__ */ new Map();
  #frame;
  /** Nodes so far with every alias written out, and how many of them aliases and merges have brought. */
  #nodes = 0;
  #repeated = 0;
  constructor(limits) {
    this.#limits = limits;
  }
  get role() {
    const frame = this.#frame;
    if (!frame) return "root";
    if (!frame.entries) return "item";
    return frame.key ? "value" : "key";
  }
  /** Starts a collection; its nodes follow until `close`. */
  open(type, start, flow, anchor) {
    if (this.role === "key") throw new Unreadable("syntax", unreadableKey, start, start + 1);
    if (this.#frames.length >= this.#limits.depth) throw tooDeep(this.#limits, start, start + 1);
    this.#frame = {
      start,
      flow,
      entries: type === "map" ? new MapEntries() : void 0,
      items: [],
      anchored: anchor === void 0 ? void 0 : this.#announce(anchor),
      nodesBefore: this.#nodes++,
      height: 1,
      key: void 0,
      merging: false
    };
    this.#frames.push(this.#frame);
  }
  /** Ends the collection that was opened last. */
  close(end) {
    const { start, flow, entries, items, anchored, nodesBefore, height } = this.#frames.pop();
    this.#frame = this.#frames.at(-1);
    const node = entries ? { type: "map", entries: entries.finish(), flow, start, end } : { type: "sequence", items: items.slice(), flow, start, end };
    if (anchored) Object.assign(anchored, { node, size: this.#nodes - nodesBefore, height });
    this.#place(node, height, false);
  }
  /** `isMerge`: written as the merge key `<<`, which only counts where a key stands. */
  scalar(node, isMerge, anchor) {
    this.#nodes++;
    if (anchor !== void 0) Object.assign(this.#announce(anchor), { node });
    if (this.role === "key") this.#setKey(node, isMerge);
    else this.#place(node, 0, false);
  }
  /** The node that has the name stands here again: the same node object, but for a key, which gets its own place. */
  alias(name, start, end) {
    const anchored = this.#anchors.get(name);
    if (!anchored) throw new Unreadable("syntax", unknownAnchor(name), start, end);
    const { node, size, height } = anchored;
    if (!node) throw new Unreadable("syntax", containsItself(name), start, end);
    this.#repeat(size, start, end);
    this.#nodes += size;
    if (this.role === "key") {
      if (node.type !== "scalar") throw new Unreadable("syntax", unreadableKey, start, end);
      this.#setKey({ ...node, start, end }, false);
      return;
    }
    if (this.#frames.length + height > this.#limits.depth) throw tooDeep(this.#limits, start, end);
    this.#place(node, height, true);
  }
  /** Tells about something that leaves the tree readable. */
  remark(kind, message, start, end) {
    if (this.problems.length < this.#limits.problems) this.problems.push({ kind, message, start, end });
  }
  #announce(anchor) {
    const anchored = { node: void 0, size: 1, height: 0 };
    this.#anchors.set(anchor, anchored);
    return anchored;
  }
  #setKey(key, isMerge) {
    const frame = this.#frame;
    frame.key = key;
    frame.merging = isMerge;
  }
  #place(node, height, aliased) {
    const frame = this.#frame;
    if (!frame) {
      this.root = node;
      return;
    }
    if (height >= frame.height) frame.height = height + 1;
    if (!frame.entries) {
      frame.items.push(node);
      return;
    }
    const key = frame.key;
    frame.key = void 0;
    if (frame.merging) this.#merge(frame.entries, key, node, aliased);
    else if (frame.entries.add({ key, value: node })) {
      this.remark("duplicate-key", duplicateKey(key.text), key.start, key.end);
    }
  }
  /** A map, or a list of maps written in place, of which the first one that has a key gives it. */
  #merge(entries, key, node, aliased) {
    const maps = node.type === "sequence" && !aliased ? node.items.toReversed() : [node];
    for (const map of maps) {
      if (map.type !== "map") throw new Unreadable("syntax", unreadableMerge, key.start, key.end);
      this.#repeat(map.entries.length, key.start, key.end);
      entries.merge(map.entries);
    }
  }
  /** Counts what stands for more than it costs to write: the way small texts become huge trees. */
  #repeat(nodes, start, end) {
    this.#repeated += nodes;
    if (this.#repeated > this.#limits.aliasNodes) throw tooManyAliases(this.#limits, start, end);
  }
};
var unreadableKey = "A map or a list stands where a key is expected; Kubernetes takes text as keys only.";
var unreadableMerge = "The merge key << takes a map, or a list of maps.";
function unknownAnchor(name) {
  return `The alias *${name} names no anchor: nothing before it is marked &${name}.`;
}
function containsItself(name) {
  return `The alias *${name} stands inside the very value that &${name} marks.`;
}
function duplicateKey(name) {
  return `The key "${name}" stands twice in this map; only the last one counts.`;
}

export {
  resolveScalar,
  skipBlank,
  isBlank,
  byteOrderMark,
  Unreadable,
  tooDeep,
  tooLong,
  shortTag,
  shortName,
  tagRemark,
  TreeBuilder
};
