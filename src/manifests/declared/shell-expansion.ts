/** Reads what a shell or PowerShell expands within words: variables, command substitutions, here-documents. */
import { literalText, type PartialText, unknownText } from '../../model/partial-text.ts';
import type { Source, Spot } from '../../model/source.ts';
import type { TextReader } from '../kubernetes.ts';
import type { TextValue } from './expression.ts';
import { joinTexts } from './join-texts.ts';
import { ShellScanner } from './shell-scanner.ts';

export type ShellDialect = 'posix' | 'powershell';

/** What words are read with. `variable` gives the text of one that the script sets once, to a literal. */
export interface ShellReading {
  readonly source: Source;
  readonly dialect: ShellDialect;
  readonly readText: TextReader;
  readonly variable: (name: string) => TextValue | undefined;
}

/** A stretch of a word. */
export interface WordPart {
  readonly text: PartialText;
  readonly loose: PartialText;
}

/** A stretch that stands for itself. */
export function literalPart(written: string): WordPart {
  const text = literalText(written);
  return { text, loose: text };
}

/** A stretch of which nothing is known but how it is written. */
export function symbolPart(symbol: string): WordPart {
  const text = unknownText(symbol);
  return { text, loose: text };
}

/** The stretches as one text. They are joined before placeholders are looked for: a quote may end within one. */
export function joinedParts(parts: readonly WordPart[], at: Spot, reading: ShellReading): TextValue {
  const read = (texts: readonly PartialText[]): PartialText => {
    const { pieces, symbols } = texts.length === 0 ? literalText('') : joinTexts(texts);
    return joinTexts(
      pieces.flatMap((piece, index) => {
        const text = reading.readText(piece);
        return index === 0 ? [text] : [unknownText(symbols[index - 1] as string), text];
      }),
    );
  };
  const text = read(parts.map((part) => part.text));
  const known = parts.every((part) => part.text === part.loose);
  return { kind: 'text', text, loose: known ? text : read(parts.map((part) => part.loose)), at };
}

/** `$X`, `${X}`, `${X:-default}`, `$(…)`, `${{ … }}`, and in PowerShell `$x.y` outside quotes and `$env:X`. */
export function takeVariable(scanner: ShellScanner, reading: ShellReading, quoted: boolean): WordPart {
  const workflow = scanner.take(/\$\{\{[^}]*\}\}/y);
  if (workflow) return symbolPart(workflow[0]);
  const withDefault = scanner.take(/\$\{([A-Za-z_]\w*):?[-=]([^{}$`"]*)\}/y);
  if (withDefault) return defaulted(withDefault[1] as string, withDefault[2] as string, withDefault[0], reading);
  const named =
    scanner.take(/\$\(\$([A-Za-z_]\w*)\)/y) ??
    scanner.take(/\$(?:\{(?:env:)?([A-Za-z_]\w*)\}|(?:env:|script:|global:)?([A-Za-z_]\w*))/y);
  if (named) {
    const members =
      reading.dialect === 'powershell' && !quoted ? scanner.take(/(?:\.[A-Za-z_]\w*|\[[^\]\s]*\])+/y) : null;
    const name = (named[1] ?? named[2]) as string;
    const known = members ? undefined : reading.variable(name);
    return known ?? symbolPart(`\${${name}${members?.[0] ?? ''}}`);
  }
  if (scanner.text.startsWith('$(', scanner.at)) return substitution(scanner, reading);
  const other = scanner.take(/\$\{[^}]*\}|\$[\d@#?*!$-]/y);
  return other ? symbolPart(other[0]) : literalPart(scanner.takeSigns(1));
}

function defaulted(name: string, byDefault: string, written: string, reading: ShellReading): WordPart {
  const known = reading.variable(name);
  if (known) return known;
  if (byDefault === '') return symbolPart(`\${${name}}`);
  return { text: literalText(byDefault), loose: unknownText(written) };
}

/** `$(cat <<EOF …)` is its text; any other command substitution is opaque. */
function substitution(scanner: ShellScanner, reading: ShellReading): WordPart {
  const start = scanner.at;
  const document = scanner.take(/\$\(\s*cat\s*(?=<<)/y) && takeHereDocument(scanner, reading);
  if (document) {
    scanner.at = document.at.end;
    scanner.take(/[^)]*\)?/y);
    return document;
  }
  scanner.at = start;
  return symbolPart(scanner.takeBalanced());
}

/** `<<EOF`: the lines below up to the delimiter. The scanner stays behind the word: the command goes on there. */
export function takeHereDocument(scanner: ShellScanner, reading: ShellReading): TextValue | undefined {
  const head = scanner.take(/<<-?[ \t]*(["']?)(\w+)\1/y);
  if (!head) {
    scanner.takeSigns(2);
    return undefined;
  }
  const from = scanner.text.indexOf('\n', scanner.at) + 1;
  const close = new RegExp(`^[ \\t]*${head[2]}[ \\t]*\\r?$`, 'm').exec(scanner.text.slice(from));
  return from === 0 || !close ? undefined : expandedText(from, from + close.index, head[1] !== '', reading);
}

/** A stretch of the script as text, its variables expanded unless it is literal as a whole. */
export function expandedText(from: number, until: number, literal: boolean, reading: ShellReading): TextValue {
  const scanner = new ShellScanner(reading.source.text, from, until);
  const parts: WordPart[] = [];
  if (literal) parts.push(literalPart(scanner.takeSigns(until - from)));
  while (scanner.at < scanner.end) {
    if (scanner.sign === '"') parts.push(literalPart(scanner.takeSigns(1)));
    else parts.push(takeQuoted(scanner, reading));
  }
  return joinedParts(parts, { source: reading.source, start: from, end: until }, reading);
}

/** One stretch between double quotes; moves on by at least a character. */
export function takeQuoted(scanner: ShellScanner, reading: ShellReading): WordPart {
  const powerShell = reading.dialect === 'powershell';
  const { sign } = scanner;
  if (sign === '$') return takeVariable(scanner, reading, true);
  if (sign === '`' && !powerShell) return takeBackquoted(scanner);
  if (sign === (powerShell ? '`' : '\\')) {
    const pair = scanner.takeSigns(2);
    const next = pair.slice(1);
    if (next === '\n') return literalPart('');
    return literalPart(powerShell || '"\\$`'.includes(next) ? next : pair);
  }
  return literalPart(scanner.take(/[^"$`\\]+/y)?.[0] ?? scanner.takeSigns(1));
}

/** A command substitution in backquotes. */
export function takeBackquoted(scanner: ShellScanner): WordPart {
  return symbolPart(scanner.take(/`[^`]*`?/y)?.[0] ?? scanner.takeSigns(1));
}
