/** Steps through the text of a script by patterns, under the readers of its words and expansions. */

/** No call is longer; a quote that never ends must not swallow a whole file again and again. */
const longestCommand = 20_000;

/** Reads a text from an offset on; `end` is where it must stop. */
export class ShellScanner {
  at: number;
  readonly text: string;

  constructor(text: string, start: number, end = start + longestCommand) {
    this.at = start;
    this.text = text.slice(0, end);
  }

  get end(): number {
    return this.text.length;
  }

  /** The character here; empty at the end. */
  get sign(): string {
    return this.text[this.at] ?? '';
  }

  /** Takes what a sticky pattern finds here. */
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at += match[0].length;
    return match;
  }

  /** Takes so many characters, or what is left of them. */
  takeSigns(count: number): string {
    const taken = this.text.slice(this.at, this.at + count);
    this.at += taken.length;
    return taken;
  }

  /** Takes a stretch in round brackets, the brackets included, and what comes before the first. */
  takeBalanced(): string {
    const start = this.at;
    for (let depth = 0; this.at < this.end; ) {
      const sign = this.takeSigns(1);
      if (sign === '(') depth += 1;
      else if (sign === ')') depth -= 1;
      if (depth <= 0 && (sign === '(' || sign === ')')) break;
    }
    return this.text.slice(start, this.at);
  }
}
