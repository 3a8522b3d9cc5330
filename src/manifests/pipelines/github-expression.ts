/** Parses the expressions of workflows so far as conditions use them. */

export type Expression =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'call'; readonly name: string; readonly parameters: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression };

interface Token {
  readonly kind: 'operator' | 'string' | 'word' | 'number';
  readonly text: string;
}

const token =
  /\s*(?:(?<operator>&&|\|\||[=!<>]=|[!<>(),])|'(?<string>(?:[^']|'')*)'|(?<word>[A-Za-z_][\w-]*(?:\.[A-Za-z_*][\w-]*)*)|(?<number>-?\d[\w.]*))\s*/y;

/** How tightly operators bind (github/docs, expressions.md). */
const strength: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
};

/** The condition of an `if`, with or without `${{ }}`; undefined for what is not understood. */
export function parseCondition(text: string): Expression | undefined {
  const wrapped = /^\s*\$\{\{(.*)\}\}\s*$/s.exec(text)?.[1] ?? text;
  if (wrapped.includes('{{')) return undefined;
  const tokens = tokensOf(wrapped);
  if (!tokens) return undefined;
  const parser = new Parser(tokens);
  const expression = parser.expression(0);
  return parser.done ? expression : undefined;
}

function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const groups = token.exec(text)?.groups;
    if (!groups) return undefined;
    const [kind, found] = Object.entries(groups).find(([, value]) => value !== undefined) as [Token['kind'], string];
    tokens.push({ kind, text: kind === 'string' ? found.replaceAll("''", "'") : found });
  }
  return tokens;
}

/** Precedence climbing; `undefined` at any depth makes the whole undefined. */
class Parser {
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  get done(): boolean {
    return this.at === this.tokens.length;
  }

  expression(least: number): Expression | undefined {
    let left = this.operand();
    for (let next = this.tokens[this.at]; left && next?.kind === 'operator'; next = this.tokens[this.at]) {
      const own = strength[next.text];
      if (own === undefined || own <= least) break;
      this.at += 1;
      const right = this.expression(own);
      left = right && { kind: 'binary', operator: next.text, left, right };
    }
    return left;
  }

  private operand(): Expression | undefined {
    const next = this.tokens[this.at];
    this.at += 1;
    if (!next) return undefined;
    if (next.kind === 'string' || next.kind === 'number') return { kind: 'literal', text: next.text };
    if (next.kind === 'word') return this.word(next.text);
    if (next.text === '!') {
      const of = this.expression(4);
      return of && { kind: 'not', of };
    }
    if (next.text !== '(') return undefined;
    const inner = this.expression(0);
    return this.takes(')') ? inner : undefined;
  }

  private word(name: string): Expression | undefined {
    if (/^(?:true|false|null)$/i.test(name)) return { kind: 'literal', text: name.toLowerCase() };
    if (!this.takes('(')) return { kind: 'path', path: name.toLowerCase() };
    const parameters: Expression[] = [];
    while (!this.takes(')')) {
      const parameter = this.expression(0);
      if (!parameter) return undefined;
      parameters.push(parameter);
      if (!this.takes(',') && this.tokens[this.at]?.text !== ')') return undefined;
    }
    return { kind: 'call', name: name.toLowerCase(), parameters };
  }

  private takes(operator: string): boolean {
    const next = this.tokens[this.at];
    if (next?.kind !== 'operator' || next.text !== operator) return false;
    this.at += 1;
    return true;
  }
}
