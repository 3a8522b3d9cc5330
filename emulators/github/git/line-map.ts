/** Where the lines of an older text are in a newer one. */

import { diffArrays } from 'diff';

/** The fate of one line. For a deleted line, `line` is where it would stand now. Lines are 1-based. */
export interface MappedLine {
  readonly fate: 'kept' | 'changed' | 'deleted';
  readonly line: number;
}

/** A function from old line numbers to their fate; a line past the end of the old text counts as deleted. */
export function mapLines(before: string, after: string): (line: number) => MappedLine {
  const fates: MappedLine[] = [];
  let newLine = 1;
  const chunks = diffArrays(before.split('\n'), after.split('\n'));
  chunks.forEach((chunk, index) => {
    const next = chunks[index + 1];
    if (chunk.removed) {
      const replacements = next?.added ? next.value.length : 0;
      for (let offset = 0; offset < chunk.value.length; offset += 1) {
        const changed = offset < replacements;
        fates.push({ fate: changed ? 'changed' : 'deleted', line: newLine + Math.min(offset, replacements) });
      }
    } else {
      for (const _ of chunk.value) {
        if (!chunk.added) fates.push({ fate: 'kept', line: newLine });
        newLine += 1;
      }
    }
  });
  return (line) => fates[line - 1] ?? { fate: 'deleted', line: newLine };
}
