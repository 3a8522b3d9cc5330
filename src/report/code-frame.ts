/** The lines of a file at a finding, with carets under the range, safe for any text and any width. */
import { eastAsianWidth } from 'get-east-asian-width';
import type { Finding } from '../model/finding.ts';
import { commandBreaks, spelledOut, visible } from './escape.ts';

/** A stretch of the source as it is shown: `at` is its offset in the line, `width` in terminal columns. */
interface Cell {
  readonly at: number;
  readonly text: string;
  readonly width: number;
}

export interface FrameLine {
  /** 1-based number of the line, or null for a row that stands under the line before it. */
  readonly number: number | null;
  readonly text: string;
}

type Range = Pick<Finding, 'line' | 'column' | 'endLine' | 'endColumn'>;

const mostLines = 3;
const tabStop = 4;

/**
 * Rows of the frame: each source line followed by its carets. Empty when the text of the first line is not known.
 * Lines wider than `width` terminal columns are clipped around the start of the range.
 */
export function codeFrame(
  range: Range,
  lineText: (line: number) => string | undefined,
  width: number,
): readonly FrameLine[] {
  const rows: FrameLine[] = [];
  const last = range.endColumn === 1 && range.endLine > range.line ? range.endLine - 1 : range.endLine;
  for (let line = range.line; line <= Math.min(last, range.line + mostLines - 1); line++) {
    const text = lineText(line);
    if (text === undefined) break;
    const start = line === range.line ? range.column - 1 : text.search(/\S|$/);
    const end = line === range.endLine ? range.endColumn - 1 : text.length;
    rows.push(...rowsOf(line, text, start, end, width));
  }
  if (rows.length > 0 && last >= range.line + mostLines) rows.push({ number: null, text: '…' });
  return rows;
}

/** The source row and its caret row; `start` and `end` are offsets in the text. */
function rowsOf(number: number, text: string, start: number, end: number, width: number): readonly FrameLine[] {
  const from = Math.max(0, start - width * 4);
  const cells = cellsOf(text.slice(from, start + width * 4));
  const { first, past } = windowOf(cells, start - from, width);
  const within = cells.slice(first, past);
  const before = widthSum(within.filter((cell) => cell.at < start - from)) + (first > 0 ? 1 : 0);
  const under = widthSum(within.filter((cell) => cell.at >= start - from && cell.at < end - from));
  const shownText = within.map((cell) => cell.text).join('');
  return [
    { number, text: `${first > 0 ? '…' : ''}${shownText}${past < cells.length ? '…' : ''}`.trimEnd() },
    { number: null, text: ' '.repeat(before) + '^'.repeat(Math.max(1, under)) },
  ];
}

/** Splits a line into what is shown for each character: tabs as blanks, hidden characters and runner commands spelled out. */
function cellsOf(line: string): readonly Cell[] {
  const breaks = new Set(commandBreaks(line));
  const cells: Cell[] = [];
  let at = 0;
  let column = 0;
  for (const character of line) {
    const text = shown(character, breaks.has(at), column);
    const width = text === character ? widthOf(character) : text.length;
    cells.push({ at, text, width });
    at += character.length;
    column += width;
  }
  return cells;
}

function shown(character: string, breaksCommand: boolean, column: number): string {
  if (character === '\t') return ' '.repeat(tabStop - (column % tabStop));
  return breaksCommand ? spelledOut(character) : visible(character);
}

/** Terminal columns of one character: none for combining marks, two for wide ones (Unicode UAX 11). */
function widthOf(character: string): number {
  if (character <= '~') return 1;
  return /\p{M}/u.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) as number);
}

/** Which cells fit, `past` exclusive: all, or a third of the width before the start of the range and the rest after it. */
function windowOf(cells: readonly Cell[], start: number, width: number): { first: number; past: number } {
  if (widthSum(cells) <= width) return { first: 0, past: cells.length };
  const found = cells.findIndex((cell) => cell.at >= start);
  const startIndex = found === -1 ? cells.length : found;
  const room = width - 2;
  const after = Math.min(widthSum(cells.slice(startIndex)), room - Math.floor(room / 3));
  let first = startIndex;
  for (let left = room - after; first > 0 && left >= (cells[first - 1] as Cell).width; ) {
    first--;
    left -= (cells[first] as Cell).width;
  }
  let past = first;
  for (let left = room; past < cells.length && left >= (cells[past] as Cell).width; past++)
    left -= (cells[past] as Cell).width;
  return { first, past };
}

function widthSum(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}
