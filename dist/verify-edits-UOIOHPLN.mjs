import {
  offsetMover,
  writtenRanges
} from "./chunk-LHGVKPPT.mjs";
import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  parseAllDocuments
} from "./chunk-OKQM6KJT.mjs";
import "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/manifests/verify-edits.ts
var options = {
  schema: "failsafe",
  resolveKnownTags: false,
  merge: false,
  uniqueKeys: true,
  strict: false,
  prettyErrors: false,
  logLevel: "silent"
};
function doubtAbout(before, after, edits) {
  const old = read(before);
  if (old.errors.length > 0) return "The file is not YAML for every reader, so an edit cannot be proved right.";
  if (old.shared.some((node) => edits.some((edit) => edit.start <= node.end && edit.end >= node.start))) {
    return "The text is anchored and used in other places too, which an edit would change as well.";
  }
  const edited = read(after);
  if (edited.errors.length > 0) return `The edited file would not be valid: ${edited.errors[0]}.`;
  const moved = offsetMover(edits);
  const kept = old.leaves.filter((leaf) => !edits.some((edit) => edit.start < leaf.end && edit.end > leaf.start)).map((leaf) => signature(leaf, moved));
  const written = writtenRanges(edits);
  const found = edited.leaves.filter((leaf) => !written.some((range) => leaf.start >= range.start && leaf.end <= range.end)).map((leaf) => signature(leaf, (offset) => offset));
  const same = kept.length === found.length && kept.every((leaf, index) => leaf === found[index]);
  return same ? void 0 : "The edit would change more than the spot it is meant for.";
}
function signature({ what, way, start }, moved) {
  return JSON.stringify([what, way.map((step) => typeof step === "number" ? moved(step) : step), moved(start)]);
}
function read(text) {
  const leaves = [];
  const errors = [];
  const shared = [];
  for (const [index, document] of [...parseAllDocuments(text, options)].entries()) {
    errors.push(...document.errors.map((error) => error.message));
    const anchored = /* @__PURE__ */ new Map();
    const names = /* @__PURE__ */ new Set();
    const visit = (node, way) => {
      if (!isNode(node)) return;
      if (isAlias(node)) names.add(node.source);
      else if (node.anchor) anchored.set(node.anchor, [...anchored.get(node.anchor) ?? [], node]);
      if (!isCollection(node)) leaves.push(leafOf(node, way));
      else if (!isMap(node)) for (const [at, item] of node.items.entries()) visit(item, [...way, `#${at}`]);
      else
        for (const { key, value } of node.items) {
          visit(key, [...way, "key"]);
          visit(value, [...way, startOf(key)]);
        }
    };
    visit(document.contents, [`document ${index}`]);
    for (const name of names) shared.push(...(anchored.get(name) ?? []).map(rangeOf));
  }
  return { leaves, errors, shared };
}
function isNode(node) {
  return isScalar(node) || isAlias(node) || isCollection(node);
}
function leafOf(node, way) {
  const [start, end] = node.range ?? [0, 0];
  const what = isAlias(node) ? ["*", node.source] : [node.type, node.source, node.tag, node.anchor];
  return { what: JSON.stringify(what), way, start, end };
}
function startOf(node) {
  return isNode(node) ? node.range?.[0] ?? 0 : 0;
}
function rangeOf(node) {
  const [start, , end] = node.range ?? [0, 0, 0];
  return { start, end };
}
export {
  doubtAbout
};
