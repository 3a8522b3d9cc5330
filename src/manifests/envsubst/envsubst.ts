/** Fills `${…}` expressions in with the values that Flux would use, and keeps what is not known as symbols. */
import { literalOf, type PartialText, unknownText, writtenText } from '../../model/partial-text.ts';
import type { TextReader } from '../kubernetes.ts';
import { readPlaceholders } from '../placeholders.ts';
import { applyOperator, isDefault } from './envsubst-operators.ts';
import {
  type BrokenExpansion,
  type Expansion,
  misreadPosition,
  parseTemplate,
  type TemplatePart,
} from './envsubst-template.ts';

/** What an object's variables are replaced with. */
export interface Substitution {
  /** By name; a value may itself hold placeholders of an outer level, and is then only partly known. */
  readonly values: ReadonlyMap<string, string>;
  /** Whether more values may come from outside of the repository: a default is then only a possibility. */
  readonly open: boolean;
}

/**
 * The text after substitution. A variable without a value stays a symbol: Flux would make it empty, but the value may
 * come from the cluster. Expressions that Flux refuses are symbols as well.
 */
export function substitute(text: string, substitution: Substitution): PartialText {
  if (!text.includes('$')) return literal(text);
  return concatenate(parseTemplate(text).parts.map((part) => filled(part, text, substitution)));
}

/** What `readPlaceholders` takes as `known`: the value of a `${…}` symbol, when all of it is known. */
export function fluxResolver(substitution: Substitution): (symbol: string) => string | undefined {
  return (symbol) => (symbol.startsWith('${') ? literalOf(substitute(symbol, substitution)) : undefined);
}

/** Fills the `${…}` symbols of a text that was read already; `$${X}` is the text `${X}`. */
export function substituteIn(text: PartialText, substitution: Substitution): PartialText {
  let before = text.pieces[0] as string;
  const parts: PartialText[] = [];
  for (const [index, symbol] of text.symbols.entries()) {
    const escaped = symbol.startsWith('${') && before.endsWith('$');
    parts.push(literal(escaped ? before.slice(0, -1) + symbol : before));
    if (!escaped) parts.push(symbol.startsWith('${') ? substitute(symbol, substitution) : unknownText(symbol));
    before = text.pieces[index + 1] as string;
  }
  return concatenate([...parts, literal(before)]);
}

/** Reads text as Flux leaves it: placeholders of other styles stay what they are. */
export function fluxReader(substitution: Substitution): TextReader {
  return (text) => substituteIn(readPlaceholders(text), substitution);
}

/** The first expression of a text that cannot mean what was intended, by offsets in the text. */
export function brokenSubstitution(text: string): BrokenExpansion | undefined {
  return text.includes('${') ? parseTemplate(text).broken[0] : undefined;
}

/** Names of the variables in a text for which there is neither a value nor a default. */
export function unfilledVariables(text: string, { values }: Substitution): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (part: TemplatePart): void => {
    if (typeof part === 'string') return;
    if (part.name !== '' && !values.has(part.name) && !isDefault(part.operator)) names.add(part.name);
    if (!values.get(part.name)) part.parameters.forEach(visit);
  };
  parseTemplate(text).parts.forEach(visit);
  return names;
}

function filled(part: TemplatePart, text: string, substitution: Substitution): PartialText {
  if (typeof part === 'string') return literal(part);
  const symbol = unknownText(text.slice(part.start, part.end));
  // What Flux makes of it is not what was meant; what was meant is not known.
  if (misreadPosition(part)) return symbol;
  const value = substitution.values.get(part.name);
  if (value === undefined) {
    const given = isDefault(part.operator) && !substitution.open;
    return given ? concatenate(part.parameters.map((item) => filled(item, text, substitution))) : symbol;
  }
  const read = readPlaceholders(value);
  if (read.symbols.length > 0) return part.operator === '' || isDefault(part.operator) ? read : symbol;
  const outcome = outcomeOf(part, value, text, substitution);
  return outcome === undefined ? symbol : literal(outcome);
}

function outcomeOf(part: Expansion, value: string, text: string, substitution: Substitution): string | undefined {
  if (isDefault(part.operator) && value !== '') return value;
  const parameters = part.parameters.map((item) => literalOf(filled(item, text, substitution)));
  const known = parameters.filter((parameter) => parameter !== undefined);
  return known.length === parameters.length ? applyOperator(part.operator, value, known) : undefined;
}

function literal(text: string): PartialText {
  return { pieces: [text], symbols: [] };
}

function concatenate(texts: readonly PartialText[]): PartialText {
  const pieces = [''];
  const symbols: string[] = [];
  for (const text of texts) {
    pieces.push((pieces.pop() as string) + (text.pieces[0] as string), ...text.pieces.slice(1));
    symbols.push(...text.symbols);
  }
  return { pieces, symbols };
}

/** The text after substitution as it would be written, symbols included: for texts that are parsed again. */
export function substitutedText(text: string, substitution: Substitution): string {
  return writtenText(substitute(text, substitution));
}
