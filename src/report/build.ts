/** Makes the report of a run: sorted, counted and concluded. */
import type { AppliedChange, Plan } from '../model/change.ts';
import type { Explanation } from '../model/errors.ts';
import { compareFindings, compareSeverity, compareText, type Finding, type Severity } from '../model/finding.ts';
import {
  type Command,
  type Conclusion,
  countFindings,
  type Gap,
  type ProofRow,
  type Report,
  type Stats,
} from '../model/report.ts';

/** The mildest severity that fails a run; `never` leaves the verdict to the reader. */
export type FailOn = Severity | 'never';

export interface ReportParts {
  readonly command: Command;
  readonly findings: readonly Finding[];
  readonly gaps: readonly Gap[];
  readonly stats: Stats;
  readonly failOn: FailOn;
  readonly plan?: Plan;
  readonly applied?: readonly AppliedChange[];
  readonly proofs?: readonly ProofRow[];
  /** What went wrong with the job itself, such as a rule that threw; the rest of the report stays. */
  readonly failures?: readonly Explanation[];
}

/** The same parts make the same report, whatever order they came in. */
export function buildReport(parts: ReportParts): Report {
  const failures = (parts.failures ?? []).map(gapOf);
  return {
    version: 1,
    command: parts.command,
    conclusion: concludedFrom(parts),
    findings: parts.findings.toSorted(compareFindings),
    ...(parts.plan && { plan: parts.plan }),
    ...(parts.applied && { applied: parts.applied }),
    ...(parts.proofs && { proofs: parts.proofs }),
    gaps: [...failures.sort(compareGaps), ...parts.gaps.toSorted(compareGaps)],
    counts: countFindings(parts.findings),
    stats: parts.stats,
  };
}

/** Failures of the job outweigh everything; then findings at or above `fail-on`, blocked changes and writes that were not made. */
function concludedFrom(parts: ReportParts): Conclusion {
  if (parts.failures?.length) return 'error';
  const { failOn } = parts;
  const fails = (finding: Finding) =>
    failOn !== 'never' && !finding.suppressed && compareSeverity(finding.severity, failOn) <= 0;
  const blocked = parts.plan?.changes.some((change) => change.blocked !== null) ?? false;
  const failed = parts.applied?.some((change) => change.outcome !== 'done') ?? false;
  return blocked || failed || parts.findings.some(fails) ? 'failure' : 'success';
}

function gapOf(failure: Explanation): Gap {
  return { what: failure.problem, why: failure.evidence, remedy: failure.remedy };
}

function compareGaps(a: Gap, b: Gap): number {
  return compareText(a.what, b.what) || compareText(a.why, b.why) || compareText(a.remedy, b.remedy);
}
