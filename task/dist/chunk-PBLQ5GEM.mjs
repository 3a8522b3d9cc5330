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

export {
  lineAt,
  locationOf,
  offsetOf,
  lineText
};
