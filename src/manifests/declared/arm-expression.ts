/** Parses the `[…]` expressions of ARM templates. */
import type { ScalarNode } from '../../model/manifest.ts';
import type { Source, Spot } from '../../model/source.ts';
import type { Expression } from './expression.ts';

/** Real expressions nest a dozen calls; deeper ones stay wildcards. */
const deepest = 60;

/** What a string of an ARM template says: an expression when it stands in brackets, else itself. */
export function armExpression(node: ScalarNode, source: Source): Expression {
  const at = { source, start: node.start, end: node.end };
  const text = node.text;
  if (!text.startsWith('[') || !text.endsWith(']')) return { kind: 'literal', text, at };
  if (text.startsWith('[[')) return { kind: 'literal', text: text.slice(1), at };
  const exact = source.text.slice(node.start + 1, node.end - 1) === text;
  const parser = new ArmParser(text.slice(1, -1), at, exact ? node.start + 2 : undefined);
  return parser.parse() ?? { kind: 'opaque', at };
}

type Token = {
  readonly kind: 'text' | 'number' | 'word' | 'sign';
  readonly text: string;
  readonly at: number;
  readonly end: number;
};

class ArmParser {
  readonly #tokens: readonly Token[];
  readonly #whole: Spot;
  readonly #shift: number | undefined;
  #next = 0;

  /** `shift` is the offset of the text in the source, undefined where escapes move it. */
  constructor(text: string, whole: Spot, shift: number | undefined) {
    this.#tokens = tokensOf(text);
    this.#whole = whole;
    this.#shift = shift;
  }

  /** The whole text as one expression; undefined when it is none. */
  parse(): Expression | undefined {
    const expression = this.#expression(0);
    return this.#next === this.#tokens.length ? expression : undefined;
  }

  #expression(depth: number): Expression | undefined {
    if (depth > deepest) return undefined;
    const first = this.#take();
    if (!first) return undefined;
    let result = this.#primary(first, depth);
    while (result) {
      if (this.#accept('.')) {
        const name = this.#take();
        if (name?.kind !== 'word') return undefined;
        result = { kind: 'member', target: result, name: name.text, at: this.#spot(first, name) };
      } else if (this.#accept('[')) {
        const index = this.#expression(depth + 1);
        const end = this.#accept(']');
        if (!index || !end) return undefined;
        result = { kind: 'index', target: result, index, at: this.#spot(first, end) };
      } else break;
    }
    return result;
  }

  #primary(first: Token, depth: number): Expression | undefined {
    const at = this.#spot(first, first);
    if (first.kind === 'text' || first.kind === 'number') return { kind: 'literal', text: first.text, at };
    if (first.kind !== 'word') return undefined;
    if (!this.#accept('('))
      return /^(true|false|null)$/.test(first.text) ? { kind: 'literal', text: first.text, at } : undefined;
    const values: Expression[] = [];
    let end = this.#accept(')');
    while (!end) {
      const value = this.#expression(depth + 1);
      if (!value) return undefined;
      values.push(value);
      end = this.#accept(')');
      if (!end && !this.#accept(',')) return undefined;
    }
    return called(first.text, values, this.#spot(first, end));
  }

  #take(): Token | undefined {
    const token = this.#tokens[this.#next];
    this.#next += 1;
    return token;
  }

  #accept(sign: string): Token | undefined {
    const token = this.#tokens[this.#next];
    if (token?.kind !== 'sign' || token.text !== sign) return undefined;
    this.#next += 1;
    return token;
  }

  #spot(from: Token, to: Token): Spot {
    if (this.#shift === undefined) return this.#whole;
    return { source: this.#whole.source, start: this.#shift + from.at, end: this.#shift + to.end };
  }
}

/** Function names are compared without case. References to parameters and variables become members of a root. */
function called(name: string, values: readonly Expression[], at: Spot): Expression {
  const word = name.toLowerCase();
  const [first, second, third] = values;
  if ((word === 'parameters' || word === 'variables') && values.length === 1 && first?.kind === 'literal') {
    return { kind: 'member', target: { kind: 'name', name: word, at }, name: first.text, at };
  }
  if (word === 'copyindex') {
    const plain = values.every((value) => value.kind === 'literal' && !/^-?\d+$/.test(value.text));
    return plain ? { kind: 'name', name: 'copyIndex()', at } : { kind: 'opaque', at };
  }
  if (word === 'if' && first && second && third) return { kind: 'choice', when: first, yes: second, no: third, at };
  return { kind: 'call', name: word, arguments: values, at };
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/'((?:[^']|'')*)'|(-?\d+)|([A-Za-z_][\w]*)|(\s+)|([\s\S])/g)) {
    const [whole, quoted, number, word, space] = match;
    const place = { at: match.index, end: match.index + whole.length };
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replaceAll("''", "'"), ...place });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, ...place });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, ...place });
    else if (space === undefined) tokens.push({ kind: 'sign', text: whole, ...place });
  }
  return tokens;
}
