// src/model/partial-text.ts
function literalText(text) {
  return { pieces: [text], symbols: [] };
}
function unknownText(symbol) {
  return { pieces: ["", ""], symbols: [symbol] };
}
function literalOf(text) {
  return text.symbols.length === 0 ? text.pieces[0] : void 0;
}
function writtenText(text) {
  return text.pieces.map((piece, index) => piece + (text.symbols[index] ?? "")).join("");
}
function compareTexts(a, b) {
  const left = literalOf(a);
  const right = literalOf(b);
  if (left !== void 0 && right !== void 0) return left === right ? "same" : "different";
  if (writtenText(a) === writtenText(b)) return "same";
  if (left !== void 0) return couldBe(b, left) ? "unknown" : "different";
  if (right !== void 0) return couldBe(a, right) ? "unknown" : "different";
  return endsFit(a, b) ? "unknown" : "different";
}
function couldBe(text, literal) {
  const pieces = text.pieces;
  if (pieces.length === 1) return pieces[0] === literal;
  const first = pieces[0];
  const last = pieces.at(-1);
  if (literal.length < first.length + last.length || !literal.startsWith(first) || !literal.endsWith(last))
    return false;
  let at = first.length;
  const stop = literal.length - last.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = literal.indexOf(piece, at);
    if (found === -1 || found + piece.length > stop) return false;
    at = found + piece.length;
  }
  return true;
}
function endsFit(a, b) {
  const [headA, headB] = [a.pieces[0], b.pieces[0]];
  const [tailA, tailB] = [a.pieces.at(-1), b.pieces.at(-1)];
  return (headA.startsWith(headB) || headB.startsWith(headA)) && (tailA.endsWith(tailB) || tailB.endsWith(tailA));
}

export {
  literalText,
  unknownText,
  literalOf,
  writtenText,
  compareTexts,
  couldBe
};
