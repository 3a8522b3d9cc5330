import {
  locationOf
} from "./chunk-PBLQ5GEM.mjs";

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

export {
  spotOf,
  locate
};
