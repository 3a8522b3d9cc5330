/** The difference between two texts of a file as a unified diff, as `git apply` and `patch` read it. */
import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';

/** Hunks with three lines of context below the names `a/<file>` and `b/<file>`; empty for equal texts. */
export function unifiedDiff(file: string, before: string, after: string): string {
  const patch = structuredPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, { context: 3 });
  return patch.hunks.length === 0 ? '' : formatPatch(patch, FILE_HEADERS_ONLY);
}
