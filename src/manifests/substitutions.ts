/** Fills placeholders of every style with values that a person gave by bare name. */
import type { PartialText } from '../model/partial-text.ts';
import { readPlaceholders } from './placeholders.ts';

/** What a substitution has to offer: its text. */
type Values = ReadonlyMap<string, { readonly value: string }>;

/**
 * A reader of texts that resolves what has a value: `${X}`, `$X`, `$(X)`, `#{X}#`, `__X__`, `<X>`, `{{ .X }}` and the
 * like by `X`, and `${{ vars.X }}` by `vars.X` or `X`. What has none stays unknown.
 */
export function substitutingReader(values: Values): (text: string) => PartialText {
  if (values.size === 0) return (text) => readPlaceholders(text);
  return (text) =>
    readPlaceholders(text, (symbol) => {
      const name = bareName(symbol);
      const value = values.get(name) ?? values.get(name.slice(name.lastIndexOf('.') + 1));
      return value?.value;
    });
}

/** The name inside a placeholder: without its marks, its default (`${X:-d}`) and its filters (`{{ x | quote }}`). */
export function bareName(symbol: string): string {
  const inner = symbol.replace(/^(?:__|[^A-Za-z0-9_])+/, '');
  const name = /^[\w.-]*/.exec(inner)?.[0] ?? '';
  return symbol.startsWith('__') || symbol.startsWith('@') || symbol.startsWith('%')
    ? name.replace(/(?:__|[@%])+$/, '')
    : name.replace(/[-.]+$/, '');
}
