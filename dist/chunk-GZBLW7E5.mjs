// src/model/source.ts
var lineTables = /* @__PURE__ */ new WeakMap();
function lineStarts(source) {
  const known = lineTables.get(source);
  if (known) return known;
  const starts = [0];
  for (let at = source.text.indexOf("\n"); at !== -1; at = source.text.indexOf("\n", at + 1)) starts.push(at + 1);
  lineTables.set(source, starts);
  return starts;
}
function lineAt(source, offset) {
  const starts = lineStarts(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
function locationOf(source, start, end) {
  const starts = lineStarts(source);
  const from = Math.max(0, Math.min(start, source.text.length));
  const to = Math.max(from, Math.min(end, source.text.length));
  const line = lineAt(source, from);
  const endLine = lineAt(source, to);
  return {
    file: source.path,
    line,
    column: from - starts[line - 1] + 1,
    endLine,
    endColumn: to - starts[endLine - 1] + 1
  };
}
function offsetOf(source, line, column) {
  const starts = lineStarts(source);
  const start = starts[Math.max(0, Math.min(line, starts.length) - 1)];
  const next = starts[Math.min(line, starts.length)];
  return Math.min(start + column - 1, next === void 0 ? source.text.length : next - 1);
}
function lineText(source, line) {
  const starts = lineStarts(source);
  const start = starts[line - 1];
  if (start === void 0) return "";
  const next = starts[line];
  return source.text.slice(start, next === void 0 ? source.text.length : next - 1).replace(/\r$/, "");
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

export {
  lineAt,
  locationOf,
  offsetOf,
  lineText,
  spotOf,
  locate
};
