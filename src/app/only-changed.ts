/** Narrows a report to what the change under review touches: everything is judged, and the rest is counted aside. */
import type { Finding } from '../model/finding.ts';
import type { ChangedFiles, ChangeSet, Changes } from '../ports/changes.ts';
import type { Log } from '../ports/log.ts';

export type KnownChanges = Extract<ChangeSet, { known: true }>;

/** What changed; undefined, with one notice, when nobody can tell: then all findings count. */
export async function knownChanges(
  changes: Changes | undefined,
  log: Pick<Log, 'notice'>,
): Promise<KnownChanges | undefined> {
  const set = (await changes?.read()) ?? { known: false, why: 'nothing here can tell.', remedy: '' };
  if (set.known) return set;
  log.notice(`It is not known what changed, so all findings are reported: ${set.why} ${set.remedy}`.trim());
  return undefined;
}

/** Suppresses findings of which neither the lines nor the related lines are touched. */
export function suppressUnchanged(findings: readonly Finding[], { files, since }: KnownChanges): readonly Finding[] {
  const suppressed = { by: 'unchanged', reason: `not touched since ${since}` } as const;
  return findings.map((finding) =>
    finding.suppressed || isTouched(finding, files) ? finding : { ...finding, suppressed },
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
