/** A text that was read, and how an offset in it becomes the line and column a person sees. */

/**
 * One text: a file, standard input, or a renderer's output.
 * `path` is relative to the working directory with `/`; standard input is `-`.
 */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** A stretch of a source by offsets, end exclusive: the place of anything that is not part of a manifest. */
export interface Spot {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** A stretch of a file; lines and columns are 1-based, the end column is the one after the last character. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

const lineTables = new WeakMap<Source, readonly number[]>();

/** Offsets at which lines start. Built on first use: only sources with findings ever need it. */
function lineStarts(source: Source): readonly number[] {
  const known = lineTables.get(source);
  if (known) return known;
  const starts = [0];
  for (let at = source.text.indexOf('\n'); at !== -1; at = source.text.indexOf('\n', at + 1)) starts.push(at + 1);
  lineTables.set(source, starts);
  return starts;
}

/** The 1-based line that holds the offset. */
export function lineAt(source: Source, offset: number): number {
  const starts = lineStarts(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** The location of `[start, end)`; offsets outside the text are brought to its nearest edge. */
export function locationOf(source: Source, start: number, end: number): Location {
  const starts = lineStarts(source);
  const from = Math.max(0, Math.min(start, source.text.length));
  const to = Math.max(from, Math.min(end, source.text.length));
  const line = lineAt(source, from);
  const endLine = lineAt(source, to);
  return {
    file: source.path,
    line,
    column: from - (starts[line - 1] as number) + 1,
    endLine,
    endColumn: to - (starts[endLine - 1] as number) + 1,
  };
}

/** Offset of a 1-based line and column; past the end of the line it is the end of the line. */
export function offsetOf(source: Source, line: number, column: number): number {
  const starts = lineStarts(source);
  const start = starts[Math.max(0, Math.min(line, starts.length) - 1)] as number;
  const next = starts[Math.min(line, starts.length)];
  return Math.min(start + column - 1, next === undefined ? source.text.length : next - 1);
}

/** The text of a 1-based line without its line end; the empty string when there is no such line. */
export function lineText(source: Source, line: number): string {
  const starts = lineStarts(source);
  const start = starts[line - 1];
  if (start === undefined) return '';
  const next = starts[line];
  return source.text.slice(start, next === undefined ? source.text.length : next - 1).replace(/\r$/, '');
}
