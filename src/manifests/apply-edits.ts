/** Makes text edits in a source, and knows where every untouched character went. */
import type { TextEdit } from '../model/finding.ts';
import { offsetOf, type Source } from '../model/source.ts';

/** One edit by offsets, end exclusive. */
export interface OffsetEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The edits of one source by offsets, in their order in the text. */
export function offsetEdits(source: Source, edits: readonly TextEdit[]): readonly OffsetEdit[] {
  return edits
    .map(({ line, column, endLine, endColumn, text }) => ({
      start: offsetOf(source, line, column),
      end: offsetOf(source, endLine, endColumn),
      text,
    }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The text with the edits made; they are sorted and do not touch each other. */
export function applyEdits(text: string, edits: readonly OffsetEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Tells where an offset outside the edits is in the edited text; the edits are sorted and do not touch each other. */
export function offsetMover(edits: readonly OffsetEdit[]): (offset: number) => number {
  const shifts = [0];
  for (const { start, end, text } of edits) shifts.push((shifts.at(-1) as number) + text.length - (end - start));
  return (offset) => {
    let low = 0;
    let high = edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((edits[middle] as OffsetEdit).end <= offset) low = middle + 1;
      else high = middle;
    }
    return offset + (shifts[low] as number);
  };
}

/** Where the new texts of the edits stand in the edited text. */
export function writtenRanges(
  edits: readonly OffsetEdit[],
): readonly { readonly start: number; readonly end: number }[] {
  let shift = 0;
  return edits.map(({ start, end, text }) => {
    const written = { start: start + shift, end: start + shift + text.length };
    shift += text.length - (end - start);
    return written;
  });
}

/** Whether two edits of one text overlap, or touch, so that their order would matter. */
export function collide(a: OffsetEdit, b: OffsetEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}
