/** What `fix` changed and what it left, as sentences for every format that is read by people. */
import type { Fixes } from '../model/report.ts';

/** One sentence for each finding that was mended, then for each that was left; names as written. */
export function fixSentences({ written, mended, left }: Fixes): readonly string[] {
  return [
    ...mended.map(({ rule, file, line }) => `${written ? 'Mended' : 'Would mend'} ${rule} at ${file}:${line}.`),
    ...left.map(({ rule, file, line, why }) => `Left ${rule} at ${file}:${line}: ${why}`),
  ];
}

/** What the headline adds: `2 mended`, `2 would be mended`, `1 left`. */
export function fixCounts({ written, mended, left }: Fixes): readonly string[] {
  const counts = mended.length > 0 ? [`${mended.length} ${written ? 'mended' : 'would be mended'}`] : [];
  return left.length > 0 ? [...counts, `${left.length} left`] : counts;
}
