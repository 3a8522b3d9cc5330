/** Applies text edits to files held in memory. */
import type { TextEdit } from '../../src/model/finding.ts';
import { offsetOf } from '../../src/model/source.ts';

/** The files after the edits, whose positions are all those of the files before. */
export function applyEdits(
  files: Readonly<Record<string, string>>,
  edits: readonly TextEdit[],
): Readonly<Record<string, string>> {
  const result = { ...files };
  for (const path of Object.keys(files)) {
    const source = { path, text: files[path] as string };
    const changes = edits
      .filter((edit) => edit.file === path)
      .map((edit) => ({
        start: offsetOf(source, edit.line, edit.column),
        end: offsetOf(source, edit.endLine, edit.endColumn),
        text: edit.text,
      }))
      .sort((a, b) => b.start - a.start);
    for (const { start, end, text } of changes) {
      result[path] = (result[path] as string).slice(0, start) + text + (result[path] as string).slice(end);
    }
  }
  return result;
}
