import {
  chunk_PBLQ5GEM_mjs_offsetOf as offsetOf
} from "./check-CA0AB372.mjs";

// src/manifests/apply-edits.ts
function offsetEdits(source, edits) {
  return edits.map(({ line, column, endLine, endColumn, text }) => ({
    start: offsetOf(source, line, column),
    end: offsetOf(source, endLine, endColumn),
    text
  })).sort((a, b) => a.start - b.start || a.end - b.end);
}
function applyEdits(text, edits) {
  let result = "";
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
function offsetMover(edits) {
  const shifts = [0];
  for (const { start, end, text } of edits) shifts.push(shifts.at(-1) + text.length - (end - start));
  return (offset) => {
    let low = 0;
    let high = edits.length;
    while (low < high) {
      const middle = low + high >> 1;
      if (edits[middle].end <= offset) low = middle + 1;
      else high = middle;
    }
    return offset + shifts[low];
  };
}
function writtenRanges(edits) {
  let shift = 0;
  return edits.map(({ start, end, text }) => {
    const written = { start: start + shift, end: start + shift + text.length };
    shift += text.length - (end - start);
    return written;
  });
}
function collide(a, b) {
  return a.start <= b.end && b.start <= a.end;
}

export {
  offsetEdits,
  applyEdits,
  offsetMover,
  writtenRanges,
  collide
};
