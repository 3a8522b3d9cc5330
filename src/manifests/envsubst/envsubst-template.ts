/** Reads text with `${…}` expressions as Flux reads it, down to what it refuses. */

/** A stretch of text, or an expression that stands for one. */
export type TemplatePart = string | Expansion;

/** One expression: `${NAME}`, or with an operator and what it is given. Offsets are those of the whole text. */
export interface Expansion {
  readonly name: string;
  /**
   * Empty for `${NAME}`; `length` for `${#NAME}`; else the signs as written (`:-`, `/`, `^^`, `:` for a substring).
   * `refused` for what Flux refuses: it has no name, and stands for nothing that is known.
   */
  readonly operator: string;
  /** For a default all its parts; else one part for each parameter. */
  readonly parameters: readonly TemplatePart[];
  readonly start: number;
  readonly end: number;
}

/** An expression that cannot mean what was intended. */
export interface BrokenExpansion {
  readonly start: number;
  readonly end: number;
  /** `refused`: Flux stops with an error. `ignored`: it takes the text for a position in the value, and drops it. */
  readonly effect: 'refused' | 'ignored';
  readonly why: string;
}

export interface Template {
  readonly parts: readonly TemplatePart[];
  readonly broken: readonly BrokenExpansion[];
}

class Refusal extends Error {}

/**
 * Parses a text. An expression that Flux refuses is listed in `broken`, and the rest is read all the same.
 * Grammar: fluxcd/pkg envsubst/parse (a fork of drone/envsubst). `$$` is one `$` outside of expressions.
 */
export function parseTemplate(text: string): Template {
  const parts: TemplatePart[] = [];
  const broken: BrokenExpansion[] = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    if (text.startsWith('${', at)) {
      const found = expansionAt(text, at);
      const refused = 'effect' in found;
      const fault = refused ? found : misreadPosition(found);
      if (fault) broken.push(fault);
      parts.push(plain, refused ? { name: '', operator: 'refused', parameters: [], start: at, end: found.end } : found);
      plain = '';
      at = found.end;
    } else {
      plain += text[at];
      at += text.startsWith('$$', at) ? 2 : 1;
    }
  }
  parts.push(plain);
  return { parts: parts.filter((part) => part !== ''), broken };
}

function expansionAt(text: string, start: number): Expansion | BrokenExpansion {
  const scanner = new ExpansionScanner(text, start);
  try {
    return scanner.expansion();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const close = /^[^}\r\n]*\}?/.exec(text.slice(start))?.[0].length ?? 2;
    return { start, end: start + Math.max(2, close), effect: 'refused', why: error.message };
  }
}

/** A position that is no number makes Flux give the value as it is, whatever stands behind the colon. */
export function misreadPosition(expansion: Expansion): BrokenExpansion | undefined {
  const [position] = expansion.parameters;
  const { name, operator, start, end } = expansion;
  if (operator !== ':' || typeof position !== 'string' || /^[+-]?\d+$/.test(position)) return undefined;
  const why = `":${position}" is read as a position in the value of ${name} and, being no number, is ignored`;
  return { start, end, effect: 'ignored', why };
}

/** Walks through one expression. Throws `Refusal` where Flux does. */
class ExpansionScanner {
  readonly #text: string;
  #at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  expansion(): Expansion {
    const start = this.#at;
    this.#at += 2;
    if (this.#take(/#/y)) {
      const name = this.#take(/[\p{L}\p{N}_]+/uy) ?? this.#refuse('no name stands behind ${#');
      return this.#close({ name, operator: 'length', parameters: [], start });
    }
    const name = this.#take(/[\p{L}\p{N}_]+/uy) ?? this.#refuse('no name of a variable stands behind ${');
    const operator = this.#take(/:[-=?+]|=|:|[,^]{1,2}|\/[/#%]?|##?|%%?/y) ?? '';
    return this.#close({ name, operator, parameters: this.#parameters(operator), start });
  }

  #parameters(operator: string): readonly TemplatePart[] {
    if (operator === '' || /^[,^]/.test(operator)) return [];
    if (operator === ':') return this.#substring();
    if (operator.startsWith('/')) return this.#replacement();
    if (/^[#%]/.test(operator)) return [this.#parameter(/(?:(?!\$\{)[^}])+/y)];
    const parts: TemplatePart[] = [];
    while (this.#at < this.#text.length && this.#text[this.#at] !== '}')
      parts.push(this.#parameter(/(?:(?!\$\{)[^}])+/y));
    return parts;
  }

  #substring(): readonly TemplatePart[] {
    const position = this.#parameter(/(?:(?!\$\{)[^:}])+/y);
    return this.#take(/:+/y) ? [position, this.#parameter(/(?:(?!\$\{)[^}])+/y)] : [position];
  }

  #replacement(): readonly TemplatePart[] {
    const pattern = this.#text[this.#at] === '/' ? '' : this.#escaped(/(?:\\[/\\]|\$\$|(?!\$\{)[^/])+/y);
    if (!this.#take(/\/+/y)) this.#refuse('the pattern does not end in /');
    return this.#text[this.#at] === '}' ? [pattern] : [pattern, this.#escaped(/(?:\\[/\\]|\$\$|(?!\$\{)[^}])+/y)];
  }

  #escaped(stretch: RegExp): TemplatePart {
    const part = this.#parameter(stretch);
    return typeof part === 'string' ? part.replace(/\\([/\\])|\$(\$)/g, '$1$2') : part;
  }

  #parameter(stretch: RegExp): TemplatePart {
    if (this.#text.startsWith('${', this.#at)) return this.expansion();
    return this.#take(stretch) ?? this.#refuse('the operator is given nothing');
  }

  #close(expansion: Omit<Expansion, 'end'>): Expansion {
    if (!this.#take(/\}/y)) {
      const rest = this.#text.slice(this.#at, this.#at + 1);
      this.#refuse(rest === '' ? 'no } closes it' : `"${rest}" cannot stand behind ${expansion.name}`);
    }
    return { ...expansion, end: this.#at };
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  #refuse(why: string): never {
    throw new Refusal(why);
  }
}
