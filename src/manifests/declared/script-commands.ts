/** Finds the commands of a script that matter, at the places where a command can stand. */

import type { Spot } from '../../model/source.ts';
import type { TextValue } from './expression.ts';
import type { ShellReading } from './shell-expansion.ts';
import { type Command, readCommand } from './shell-words.ts';

/** A call: its words from the program's name on. */
export interface ScriptCall extends Command {
  /** From the program's name to the end of the matched words. */
  readonly at: Spot;
  /** A condition, loop or function decides whether, or how often, it is made. */
  readonly conditional: boolean;
}

/** What may stand before a command on its line: nothing, an operator, a keyword, an assignment, a key of a pipeline file. */
const beforeCommand =
  /(?:^|[;&|({!=@]|[$<]\(|\b(?:then|do|else|if|elif|while|until|sudo|time|exec|xargs|RUN)|\b(?:run|script|bash|pwsh|powershell|inlineScript|inline|command)\s*:\s*[|>]?[-+]?|-exec|(?:^|\s)-|\$)\s*(?:[A-Z_][A-Z0-9_]*=\S+\s+){0,5}(?:[^\s;&|()]*\/)?$/;

/** The calls whose beginning matches a pattern, which must be global; commented lines are skipped. */
export function callsOf(pattern: RegExp, reading: ShellReading): readonly ScriptCall[] {
  const { source } = reading;
  return commandsAt(pattern, reading).flatMap((command) => {
    const start = command.start;
    const lineStart = source.text.lastIndexOf('\n', start) + 1;
    const lead = source.text.slice(Math.max(lineStart, start - longestLead), start);
    if (/(?:^|\s)(?:#|\/\/|::|REM\b)/i.test(lead) || !beforeCommand.test(lead)) return [];
    const at = { source, start, end: start + command.matched.trimEnd().length };
    return [{ ...command, at, conditional: isNested(source.text, lineStart) }];
  });
}

/** Scripts of people have a few dozen calls, short lines and shallow blocks; what goes beyond is not followed. */
const mostCalls = 500;
const longestLead = 500;
const mostLinesUp = 400;

/** The commands that start with a match of a global pattern, wherever that stands; none within another. */
export function commandsAt(
  pattern: RegExp,
  reading: ShellReading,
): readonly (Command & { readonly start: number; readonly matched: string })[] {
  const commands: (Command & { start: number; matched: string })[] = [];
  let end = 0;
  for (const match of reading.source.text.matchAll(pattern)) {
    if (match.index < end) continue;
    if (commands.length >= mostCalls) break;
    const command = readCommand(match.index, reading);
    commands.push({ ...command, start: match.index, matched: match[0] });
    end = command.end;
  }
  return commands;
}

const opener =
  /^\s*(?:-\s+)?(?:if|elif|else|for|while|until|case|foreach|function|switch|try|catch|\}\s*else)\b|\{\s*$|\(\)\s*$/i;

/** Whether a less indented line above opens a block; scripts are indented like that nearly without exception. */
function isNested(text: string, lineStart: number): boolean {
  let indent = indentAt(text, lineStart);
  for (let at = lineStart, lines = 0; at > 0 && indent > 0 && lines < mostLinesUp; lines += 1) {
    const previous = text.lastIndexOf('\n', at - 2) + 1;
    const line = text.slice(previous, at - 1);
    const width = indentAt(text, previous);
    if (line.trim() !== '' && width < indent) {
      if (opener.test(line)) return true;
      indent = width;
    }
    at = previous;
  }
  return false;
}

function indentAt(text: string, lineStart: number): number {
  let at = lineStart;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at - lineStart;
}

/** The options of a call by name, dashes included, each with the words behind it up to the next option. */
export function optionsOf(words: readonly TextValue[]): ReadonlyMap<string, readonly TextValue[]> {
  const options = new Map<string, TextValue[]>();
  let current: TextValue[] | undefined;
  for (const word of words) {
    const start = word.text.pieces[0] as string;
    const option = /^(--?[A-Za-z][\w-]*)(=|:)?/.exec(start);
    if (!option) {
      current?.push(word);
      continue;
    }
    current = [];
    options.set((option[1] as string).toLowerCase(), current);
    if (option[2]) current.push(withoutStart(word, option[0].length));
  }
  return options;
}

function withoutStart(word: TextValue, length: number): TextValue {
  const cut = ({ pieces, symbols }: TextValue['text']) => ({
    pieces: [(pieces[0] as string).slice(length), ...pieces.slice(1)],
    symbols,
  });
  const text = cut(word.text);
  const at = { ...word.at, start: Math.min(word.at.end, word.at.start + length) };
  return { kind: 'text', text, loose: word.loose === word.text ? text : cut(word.loose), at };
}
