/** Which lines of a pull request's diff a review comment may stand on. */

import type { Hunk, UnifiedPatch } from '../git/unified-patch.ts';

/** RIGHT is the new text, LEFT the old one. */
export type Side = 'LEFT' | 'RIGHT';

/** The hunk that shows a line; undefined when the line is not part of the diff. */
export function hunkShowing(patch: UnifiedPatch | undefined, side: Side, line: number): Hunk | undefined {
  return patch?.hunks.find((hunk) => {
    const start = side === 'RIGHT' ? hunk.newStart : hunk.oldStart;
    const count = side === 'RIGHT' ? hunk.newLines : hunk.oldLines;
    return line >= start && line < start + count;
  });
}

/** The hunk from its header down to the line, as a comment's `diff_hunk` quotes it. */
export function quoteHunk(hunk: Hunk, side: Side, line: number): string {
  return [hunk.header, ...hunk.lines.slice(0, rowOf(hunk, side, line) + 1)].join('\n');
}

/** Lines below the first hunk header of the file, later headers counted; what REST calls `position`. */
export function positionInDiff(patch: UnifiedPatch, side: Side, line: number): number | undefined {
  let rows = 0;
  for (const [index, hunk] of patch.hunks.entries()) {
    if (index > 0) rows += 1;
    if (hunkShowing({ ...patch, hunks: [hunk] }, side, line) !== undefined) return rows + rowOf(hunk, side, line) + 1;
    rows += hunk.lines.length;
  }
  return undefined;
}

/** Index of the row in `hunk.lines` that shows the line. */
function rowOf(hunk: Hunk, side: Side, line: number): number {
  const otherSide = side === 'RIGHT' ? '-' : '+';
  let current = side === 'RIGHT' ? hunk.newStart : hunk.oldStart;
  for (const [row, text] of hunk.lines.entries()) {
    if (text.startsWith(otherSide) || text.startsWith('\\')) continue;
    if (current === line) return row;
    current += 1;
  }
  return hunk.lines.length - 1;
}
