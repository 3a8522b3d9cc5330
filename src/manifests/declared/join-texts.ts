/** Builds partial texts out of others: how a template takes in the texts it interpolates. */
import { type PartialText, unknownText } from '../../model/partial-text.ts';

/** Past this length a text is not worth carrying: no subject, issuer or name is that long, and doubling must end. */
const longest = 10_000;

/** The parts one after another. */
export function joinTexts(parts: readonly PartialText[]): PartialText {
  const only = parts[0];
  if (only && parts.length === 1) return only;
  const pieces = [''];
  const symbols: string[] = [];
  for (const part of parts) {
    part.pieces.forEach((piece, index) => {
      if (index > 0) {
        symbols.push(part.symbols[index - 1] as string);
        pieces.push('');
      }
      pieces[pieces.length - 1] += piece;
    });
  }
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0) + symbols.length;
  return length > longest ? expressionText('…') : { pieces, symbols };
}

/** The one symbol of a text of which nothing else is known. */
function symbolOf(text: PartialText): string | undefined {
  return text.symbols.length === 1 && text.pieces.every((piece) => piece === '') ? text.symbols[0] : undefined;
}

/** An expression that could not be worked out, as the symbol it is in a text. */
export function expressionText(expression: string): PartialText {
  return unknownText(`\${${expression}}`);
}

/** The expression that such a text stands for; undefined when the text is anything else. */
export function expressionOf(text: PartialText): string | undefined {
  const symbol = symbolOf(text);
  return symbol?.startsWith('${') && symbol.endsWith('}') ? symbol.slice(2, -1) : undefined;
}
