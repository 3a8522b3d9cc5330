/** The unified diff of one changed file, in the form git prints it. */

import { structuredPatch } from 'diff';
import { type FileChange, isBinary } from './file-change.ts';

/** One hunk; `lines` carry their ` `, `+`, `-` or `\` mark. Starts are 1-based, 0 for an empty side. */
export interface Hunk {
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
  readonly lines: readonly string[];
  /** `@@ -1,3 +1,4 @@ heading` */
  readonly header: string;
}

export interface UnifiedPatch {
  /** Hunks only, without file header and without a final newline. */
  readonly text: string;
  readonly hunks: readonly Hunk[];
  readonly additions: number;
  readonly deletions: number;
}

/** Beyond this a file counts as rewritten; the search for a shorter diff would take seconds. */
const maximumEdits = 20_000;

/** The diff of a file; undefined when it is binary, too different to compute, or only renamed. */
export function unifiedPatch(change: FileChange): UnifiedPatch | undefined {
  if (isBinary(change.before) || isBinary(change.after)) return undefined;
  const before = (change.before ?? '') as string;
  const after = (change.after ?? '') as string;
  const patch = structuredPatch('a', 'b', before, after, '', '', { context: 3, maxEditLength: maximumEdits });
  if (patch === undefined || patch.hunks.length === 0) return undefined;
  const oldText = before.split('\n');
  const hunks = patch.hunks.map((hunk) => {
    const oldStart = hunk.oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart;
    const newStart = hunk.newLines === 0 ? hunk.newStart - 1 : hunk.newStart;
    const ranges = `-${range(oldStart, hunk.oldLines)} +${range(newStart, hunk.newLines)}`;
    const header = `@@ ${ranges} @@${heading(oldText, oldStart)}`;
    return { oldStart, oldLines: hunk.oldLines, newStart, newLines: hunk.newLines, lines: hunk.lines, header };
  });
  return {
    text: hunks.flatMap((hunk) => [hunk.header, ...hunk.lines]).join('\n'),
    hunks,
    additions: countMarked(hunks, '+'),
    deletions: countMarked(hunks, '-'),
  };
}

/** git leaves out a count of one. */
function range(start: number, count: number): string {
  return count === 1 ? `${start}` : `${start},${count}`;
}

/** git repeats the nearest line above the hunk that starts with a letter, `_` or `$`, cut to 80 characters. */
function heading(oldText: readonly string[], oldStart: number): string {
  for (let index = oldStart - 2; index >= 0; index -= 1) {
    const line = oldText[index] ?? '';
    if (/^[A-Za-z_$]/.test(line)) return ` ${line.slice(0, 80).trimEnd()}`;
  }
  return '';
}

function countMarked(hunks: readonly Hunk[], mark: string): number {
  return hunks.flatMap((hunk) => hunk.lines).filter((line) => line.startsWith(mark)).length;
}
