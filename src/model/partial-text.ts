/** Text that may hold unknown stretches: a placeholder equals itself and is otherwise neither right nor wrong. */

/**
 * `pieces` are the literal stretches in order; between `pieces[i]` and `pieces[i + 1]` stands `symbols[i]`, the unknown
 * stretch as it was written (`${NAMESPACE}`, `var.namespace`). So `symbols.length === pieces.length - 1`, and text
 * without symbols has one piece.
 */
export interface PartialText {
  readonly pieces: readonly string[];
  readonly symbols: readonly string[];
}

/** Whether two texts are the same, are not, or cannot be told apart. */
export type Comparison = 'same' | 'different' | 'unknown';

/** A fully known text. */
export function literalText(text: string): PartialText {
  return { pieces: [text], symbols: [] };
}

/** A text of which nothing is known but the expression that stands for it. */
export function unknownText(symbol: string): PartialText {
  return { pieces: ['', ''], symbols: [symbol] };
}

/** The text when all of it is known. */
export function literalOf(text: PartialText): string | undefined {
  return text.symbols.length === 0 ? text.pieces[0] : undefined;
}

/** The text as it was written, symbols included. */
export function writtenText(text: PartialText): string {
  return text.pieces.map((piece, index) => piece + (text.symbols[index] ?? '')).join('');
}

/** Compares byte for byte; symbols equal themselves, and may be anything else. */
export function compareTexts(a: PartialText, b: PartialText): Comparison {
  const left = literalOf(a);
  const right = literalOf(b);
  if (left !== undefined && right !== undefined) return left === right ? 'same' : 'different';
  if (writtenText(a) === writtenText(b)) return 'same';
  if (left !== undefined) return couldBe(b, left) ? 'unknown' : 'different';
  if (right !== undefined) return couldBe(a, right) ? 'unknown' : 'different';
  return endsFit(a, b) ? 'unknown' : 'different';
}

/** Whether a partial text can stand for the literal: its pieces occur in order, the outer ones at the ends. */
export function couldBe(text: PartialText, literal: string): boolean {
  const pieces = text.pieces;
  if (pieces.length === 1) return pieces[0] === literal;
  const first = pieces[0] as string;
  const last = pieces.at(-1) as string;
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

/** Two partial texts can only be equal when the shorter outer piece is the beginning (or end) of the longer one. */
function endsFit(a: PartialText, b: PartialText): boolean {
  const [headA, headB] = [a.pieces[0] as string, b.pieces[0] as string];
  const [tailA, tailB] = [a.pieces.at(-1) as string, b.pieces.at(-1) as string];
  return (headA.startsWith(headB) || headB.startsWith(headA)) && (tailA.endsWith(tailB) || tailB.endsWith(tailA));
}
