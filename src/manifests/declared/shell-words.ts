/** Splits one command of a shell or PowerShell script into words, with what is literal in them and what is not. */
import type { TextValue } from './expression.ts';
import {
  expandedText,
  joinedParts,
  literalPart,
  type ShellReading,
  symbolPart,
  takeBackquoted,
  takeHereDocument,
  takeQuoted,
  takeVariable,
  type WordPart,
} from './shell-expansion.ts';
import { ShellScanner } from './shell-scanner.ts';

/** A command: its words with quotes undone, the text it is fed, and where it ends. */
export interface Command {
  readonly words: readonly TextValue[];
  /** The body of a here-document. */
  readonly input: TextValue | undefined;
  readonly end: number;
}

/** Reads the command that starts at an offset, up to the end of its line or an operator; continuation lines included. */
export function readCommand(start: number, reading: ShellReading): Command {
  const scanner = new ShellScanner(reading.source.text, start);
  const words: TextValue[] = [];
  let input: TextValue | undefined;
  for (;;) {
    skipBlanks(scanner, reading);
    if (reading.dialect === 'posix' && scanner.text.startsWith('<<', scanner.at)) {
      input = takeHereDocument(scanner, reading) ?? input;
    } else if (isEnd(scanner, reading)) break;
    else words.push(takeWord(scanner, reading));
  }
  return { words, input, end: scanner.at };
}

/** One word at an offset: the right side of an assignment. */
export function readWord(start: number, reading: ShellReading): { readonly value: TextValue; readonly end: number } {
  const scanner = new ShellScanner(reading.source.text, start);
  const value = isEnd(scanner, reading)
    ? joinedParts([], { source: reading.source, start, end: start }, reading)
    : takeWord(scanner, reading);
  return { value, end: scanner.at };
}

/** Skips blanks, escaped line ends, and line ends before a line that only goes on with options. */
function skipBlanks(scanner: ShellScanner, reading: ShellReading): void {
  const blanks = reading.dialect === 'powershell' ? /(?:[ \t,]|`[ \t]*\r?\n)+/y : /(?:[ \t]|\\\r?\n)+/y;
  while (scanner.take(blanks) ?? scanner.take(/\r?\n(?=[ \t]*--[a-z])/y));
}

function isEnd(scanner: ShellScanner, reading: ShellReading): boolean {
  const { sign } = scanner;
  if (sign === '' || '\r\n;|&)}<>'.includes(sign)) return true;
  return sign === '#' && (reading.dialect === 'powershell' || /\s/.test(scanner.text[scanner.at - 1] ?? ' '));
}

/** Adjacent quoted and unquoted stretches. Always moves on. */
function takeWord(scanner: ShellScanner, reading: ShellReading): TextValue {
  const start = scanner.at;
  const hereString = takeHereString(scanner, reading);
  if (hereString) return { ...hereString, at: { source: reading.source, start, end: scanner.at } };
  const parts: WordPart[] = [];
  const separators = reading.dialect === 'powershell' ? /[\s,]/ : /\s/;
  while (!isEnd(scanner, reading) && !separators.test(scanner.sign)) takeStretch(scanner, reading, parts);
  if (scanner.at === start) scanner.takeSigns(1);
  return joinedParts(parts, { source: reading.source, start, end: scanner.at }, reading);
}

/** PowerShell's `@"` … `"@`. */
function takeHereString(scanner: ShellScanner, reading: ShellReading): TextValue | undefined {
  const head = reading.dialect === 'powershell' ? scanner.take(/@(["'])\r?\n/y) : null;
  if (!head) return undefined;
  const from = scanner.at;
  const close = scanner.text.indexOf(`\n${head[1]}@`, from - 1);
  const until = close === -1 ? scanner.end : close;
  scanner.at = Math.min(scanner.end, until + 3);
  return expandedText(from, until, head[1] === "'", reading);
}

function takeStretch(scanner: ShellScanner, reading: ShellReading, parts: WordPart[]): void {
  const powerShell = reading.dialect === 'powershell';
  const { sign } = scanner;
  if (sign === "'") parts.push(literalPart(takeSingleQuoted(scanner, powerShell)));
  else if (sign === '"') takeDoubleQuoted(scanner, reading, parts);
  else if (sign === '$') parts.push(takeVariable(scanner, reading, false));
  else if (sign === '`' && !powerShell) parts.push(takeBackquoted(scanner));
  else if (sign === '(' && powerShell) parts.push(symbolPart(scanner.takeBalanced()));
  else if (sign === (powerShell ? '`' : '\\')) parts.push(literalPart(scanner.takeSigns(2).slice(1)));
  else parts.push(literalPart(scanner.take(/[^\s,'"$`\\;|&)}<>(#]+/y)?.[0] ?? scanner.takeSigns(1)));
}

function takeSingleQuoted(scanner: ShellScanner, powerShell: boolean): string {
  const text = scanner.take(powerShell ? /'((?:[^']|'')*)'?/y : /'([^']*)'?/y)?.[1] ?? '';
  return powerShell ? text.replaceAll("''", "'") : text;
}

/** Up to the closing quote; PowerShell doubles a quote that belongs to the text. */
function takeDoubleQuoted(scanner: ShellScanner, reading: ShellReading, parts: WordPart[]): void {
  scanner.takeSigns(1);
  for (;;) {
    while (scanner.at < scanner.end && scanner.sign !== '"') parts.push(takeQuoted(scanner, reading));
    scanner.takeSigns(1);
    if (reading.dialect !== 'powershell' || scanner.sign !== '"') return;
    parts.push(literalPart(scanner.takeSigns(1)));
  }
}
