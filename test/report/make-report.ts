/** Findings and outcomes for tests: complete, and changed only in what a test is about. */
import type { Finding } from '../../src/model/finding.ts';
import type { Outcome, Report, Stats } from '../../src/model/report.ts';
import { buildReport, type ReportParts } from '../../src/report/build.ts';

export const finding: Finding = {
  rule: 'pod-label-misplaced',
  severity: 'error',
  confidence: 'high',
  message: 'The label azure.workload.identity/use is on the Deployment, not on its pods.',
  remedy: 'Move the label to spec.template.metadata.labels.',
  file: 'k8s/orders.yaml',
  line: 3,
  column: 5,
  endLine: 3,
  endColumn: 41,
  docs: 'docs/rules/pod-label-misplaced.md',
  related: [],
  fingerprint: 'a1',
  suppressed: null,
};

export const stats: Stats = { files: 4, documents: 9, parsed: 3, rendered: 0, durationMs: 12 };

export function makeFinding(changes: Partial<Finding> = {}): Finding {
  return { ...finding, ...changes };
}

export function makeReport(parts: Partial<ReportParts> = {}): Report {
  return buildReport({ command: 'check', findings: [finding], gaps: [], stats, failOn: 'error', ...parts });
}

/** An outcome whose files have the given lines; files that are not listed were not read. */
export function makeOutcome(parts: Partial<ReportParts> = {}, files: Record<string, readonly string[]> = {}): Outcome {
  return { report: makeReport(parts), sourceLine: (file, line) => files[file]?.[line - 1] };
}
