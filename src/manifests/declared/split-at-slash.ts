/** Splits the name of a child resource, `identity/credential`, at its first slash. */
import type { PartialText } from '../../model/partial-text.ts';
import { textValue } from './evaluate.ts';
import type { Value } from './expression.ts';

/** The two parts of the name; undefined when no literal slash is in it. */
export function splitAtSlash(value: Value | undefined): { readonly before: Value; readonly after: Value } | undefined {
  if (value?.kind !== 'text') return undefined;
  const text = splitText(value.text);
  const loose = splitText(value.loose);
  if (!text) return undefined;
  const [before, after] = text.map((part) => textValue(part, value.at));
  if (value.loose === value.text || !loose) return { before: before as Value, after: after as Value };
  return {
    before: { kind: 'text', text: text[0], loose: loose[0], at: value.at },
    after: { kind: 'text', text: text[1], loose: loose[1], at: value.at },
  };
}

function splitText({ pieces, symbols }: PartialText): readonly [PartialText, PartialText] | undefined {
  const index = pieces.findIndex((piece) => piece.includes('/'));
  const piece = pieces[index];
  if (piece === undefined) return undefined;
  const slash = piece.indexOf('/');
  return [
    { pieces: [...pieces.slice(0, index), piece.slice(0, slash)], symbols: symbols.slice(0, index) },
    { pieces: [piece.slice(slash + 1), ...pieces.slice(index + 1)], symbols: symbols.slice(index) },
  ];
}
