/** Narrows a report to what the change under review touches: everything is judged, and the rest is counted aside. */
import type { Finding } from '../model/finding.ts';
import type { ChangedFiles, Changes } from '../ports/changes.ts';
import type { Log } from '../ports/log.ts';

/**
 * Suppresses findings of which neither the lines nor the related lines are touched. When nobody can tell what changed,
 * all findings count, with one notice.
 */
export async function suppressUnchanged(
  findings: readonly Finding[],
  changes: Changes | undefined,
  log: Pick<Log, 'notice'>,
): Promise<readonly Finding[]> {
  const set = (await changes?.read()) ?? { known: false, why: 'nothing here can tell.', remedy: '' };
  if (!set.known) {
    log.notice(`It is not known what changed, so all findings are reported: ${set.why} ${set.remedy}`.trim());
    return findings;
  }
  const suppressed = { by: 'unchanged', reason: `not touched since ${set.since}` } as const;
  return findings.map((finding) =>
    finding.suppressed || isTouched(finding, set.files) ? finding : { ...finding, suppressed },
  );
}

function isTouched({ file, line, endLine, related }: Finding, files: ChangedFiles): boolean {
  return (
    touches(files, file, line, endLine) || related.some((other) => touches(files, other.file, other.line, other.line))
  );
}

/** What lies outside the working directory, standard input included, is not known to be unchanged. */
function touches(files: ChangedFiles, file: string, from: number, to: number): boolean {
  if (file === '-' || file.startsWith('/') || file.startsWith('../')) return true;
  const ranges = files.get(file);
  return ranges === 'all' || (ranges?.some((range) => range.from <= to && from <= range.to) ?? false);
}
