/** Which findings fit into the ten marks of each level that both runners keep. */
import type { Finding, Severity } from '../model/finding.ts';
import { quantity } from '../report/headline.ts';
import { worstFirst } from '../report/order.ts';

/** actions/runner ExecutionContext.cs and azure-pipelines-agent ExecutionContext.cs both keep ten of a type and step. */
export const marksPerLevel = 10;

export interface Budgeted {
  /** Worst first, those of changed files before others. */
  readonly shown: readonly Finding[];
  readonly rest: readonly Finding[];
}

/** The findings that are marked, and the rest. `most` says how many marks a level has, where that is not ten. */
export function withinBudget(
  findings: readonly Finding[],
  changedFiles?: ReadonlySet<string>,
  most: Partial<Readonly<Record<Severity, number>>> = {},
): Budgeted {
  const left = { error: marksPerLevel, warning: marksPerLevel, note: marksPerLevel, ...most };
  const shown: Finding[] = [];
  const rest: Finding[] = [];
  for (const finding of worstFirst(findings, changedFiles)) {
    (left[finding.severity]-- > 0 ? shown : rest).push(finding);
  }
  return { shown, rest };
}

/** Whether some findings get no mark, so that it matters which come first. */
export function isCrowded(findings: readonly Finding[]): boolean {
  return withinBudget(findings).rest.length > 0;
}

/** What stands for the findings that have no mark of their own. */
export function restLine(rest: readonly Finding[]): string {
  const of = (severity: Severity) => rest.filter((finding) => finding.severity === severity).length;
  const parts = (['error', 'warning', 'note'] as const).flatMap((severity) =>
    of(severity) > 0 ? quantity(of(severity), severity) : [],
  );
  return `${parts.join(', ')} more, beyond the ${marksPerLevel} of each level that are marked; the summary of this job lists all findings.`;
}
