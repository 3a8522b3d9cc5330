/** A fix as whole lines of one file, the form in which a reviewer can be offered it. */
import type { Finding, TextEdit } from '../model/finding.ts';
import type { Outcome } from '../model/report.ts';
import { visible } from './escape.ts';

/** Lines `from` to `to` (1-based, inclusive) are to become `lines`. `before` is what stands there now. */
export interface Suggestion {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly before: readonly string[];
  readonly lines: readonly string[];
}

/**
 * The shortest run of whole lines that the safe fix of a finding replaces. Undefined when there is no safe fix, when it
 * touches several files or lines that were not read, or when a line holds what a reader would not see.
 */
export function suggestionOf({ fix }: Finding, sourceLine: Outcome['sourceLine']): Suggestion | undefined {
  const [first] = fix?.edits ?? [];
  if (!first || fix?.safety !== 'safe' || fix.edits.some(({ file }) => file !== first.file)) return undefined;
  // The line above gives pure insertions something to stand on.
  const from = Math.max(1, Math.min(...fix.edits.map(({ line }) => line)) - 1);
  const to = Math.max(...fix.edits.map(({ endLine }) => endLine));
  const before: string[] = [];
  for (let line = from; line <= to; line++) {
    const text = sourceLine(first.file, line);
    if (text === undefined) return undefined;
    before.push(text);
  }
  const trimmed = withoutCommonLines(before, edited(before, from, fix.edits));
  if (!trimmed || [...trimmed.before, ...trimmed.after].some(hidesSomething)) return undefined;
  const start = from + trimmed.skipped;
  const { before: replaced, after: lines } = trimmed;
  return { file: first.file, from: start, to: start + replaced.length - 1, before: replaced, lines };
}

/** Applies from the last edit to the first, so that earlier offsets stay true. */
function edited(lines: readonly string[], from: number, edits: readonly TextEdit[]): readonly string[] {
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) as number) + line.length + 1);
  const offset = (line: number, column: number) => (starts[line - from] as number) + column - 1;
  let text = lines.join('\n');
  for (const edit of edits.toSorted((a, b) => b.line - a.line || b.column - a.column)) {
    const { line, column, endLine, endColumn } = edit;
    text =
      text.slice(0, offset(line, column)) + edit.text.replaceAll('\r', '') + text.slice(offset(endLine, endColumn));
  }
  return text.split('\n');
}

/** Lines that stay at both ends are left out, but for one when nothing but an insertion would be left. */
function withoutCommonLines(before: readonly string[], after: readonly string[]) {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  if (head === shorter && before.length === after.length) return undefined;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  if (head + tail === before.length) {
    if (head > 0) head--;
    else tail--;
  }
  const middle = (lines: readonly string[]) => lines.slice(head, lines.length - tail);
  return { skipped: head, before: middle(before), after: middle(after) };
}

function hidesSomething(line: string): boolean {
  return visible(line.replaceAll('\t', '')) !== line.replaceAll('\t', '');
}
