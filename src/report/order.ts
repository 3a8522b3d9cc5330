/** The orders in which findings are shown where room is short. */
import { compareFindings, compareSeverity, type Finding } from '../model/finding.ts';

/** Findings that count, worst first; among equals those of changed files first, then the usual order. */
export function worstFirst(findings: readonly Finding[], changedFiles?: ReadonlySet<string>): readonly Finding[] {
  const unchanged = (finding: Finding) => (changedFiles && !changedFiles.has(finding.file) ? 1 : 0);
  return findings
    .filter((finding) => !finding.suppressed)
    .sort((a, b) => compareSeverity(a.severity, b.severity) || unchanged(a) - unchanged(b) || compareFindings(a, b));
}
