import {
  isAlias,
  isMap,
  isScalar,
  parseDocument
} from "./chunk-OKQM6KJT.mjs";
import {
  chunk_AQGYI52S_mjs_TreeBuilder as TreeBuilder,
  chunk_AQGYI52S_mjs_isBlank as isBlank,
  chunk_AQGYI52S_mjs_resolveScalar as resolveScalar,
  chunk_AQGYI52S_mjs_shortName as shortName,
  chunk_AQGYI52S_mjs_tagRemark as tagRemark,
  chunk_AQGYI52S_mjs_tooDeep as tooDeep
} from "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/manifests/yaml/parse-tolerantly.ts
var options = {
  schema: "failsafe",
  resolveKnownTags: false,
  merge: false,
  uniqueKeys: false,
  strict: false,
  prettyErrors: false,
  logLevel: "silent"
};
var styles = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded"
};
var writtenTag = /(?<![^\s[{,:])!\S*(?=(?:\s+&\S+)?\s*$)/;
var longestProperties = 300;
function parseTolerantly(text, offset, limits) {
  const document = parseDocument(text, options);
  if (document.errors.some((error) => error.code === "RESOURCE_EXHAUSTION")) {
    throw tooDeep(limits, offset, offset);
  }
  if (document.errors.length > 0) return void 0;
  const builder = new TreeBuilder(limits);
  if (document.contents) new NodeReader(text, offset, builder).read(document.contents);
  return builder;
}
var NodeReader = class {
  #text;
  #offset;
  #builder;
  /** End of what was read last. */
  #cursor = 0;
  constructor(text, offset, builder) {
    this.#text = text;
    this.#offset = offset;
    this.#builder = builder;
  }
  read(node) {
    if (isAlias(node)) this.#alias(node);
    else if (isScalar(node)) this.#scalar(node);
    else if (isMap(node)) this.#map(node);
    else this.#sequence(node);
  }
  #map(node) {
    this.#open("map", node);
    for (const { key, value } of node.items) {
      this.read(key);
      if (value) this.read(value);
      else this.#absent();
    }
    this.#close(node);
  }
  #sequence(node) {
    this.#open("sequence", node);
    for (const item of node.items) this.read(item);
    this.#close(node);
  }
  #open(type, { range, flow, anchor, tag }) {
    this.#remarkOnTag(tag, void 0, range[0]);
    this.#builder.open(type, this.#offset + range[0], flow === true, anchor);
  }
  /** The parser counts the blank lines and comments behind a block collection to it; we do not. */
  #close({ range, flow }) {
    if (flow) this.#cursor = range[1];
    this.#builder.close(this.#offset + this.#cursor);
  }
  #scalar({ source: text, type, range, anchor, tag: longTag }) {
    const style = styles[type ?? "PLAIN"];
    const tag = longTag === void 0 ? void 0 : shortName(longTag);
    const value = resolveScalar(text, style, tag);
    this.#remarkOnTag(longTag, value, range[0]);
    let [start, end] = range;
    while (isBlank(this.#text.charCodeAt(end - 1))) end--;
    if (range[0] === range[1]) start = end;
    this.#cursor = end;
    const isMerge = text === "<<" && (tag ? tag === "!!merge" : style === "plain");
    const place = { start: this.#offset + start, end: this.#offset + end };
    this.#builder.scalar({ type: "scalar", value, text, style, ...place }, isMerge, anchor);
  }
  #absent() {
    const at = this.#offset + this.#cursor;
    this.#builder.scalar({ type: "scalar", value: null, text: "", style: "plain", start: at, end: at }, false);
  }
  #alias({ source, range }) {
    this.#cursor = range[1];
    this.#builder.alias(source, this.#offset + range[0], this.#offset + range[1]);
  }
  #remarkOnTag(longTag, value, before) {
    const message = longTag === void 0 ? void 0 : tagRemark(shortName(longTag), value);
    if (message === void 0) return;
    const from = Math.max(before - longestProperties, 0);
    const properties = writtenTag.exec(this.#text.slice(from, before));
    const start = this.#offset + (properties ? from + properties.index : before);
    this.#builder.remark("tag", message, start, start + (properties?.[0].length ?? 0));
  }
};
export {
  parseTolerantly
};
