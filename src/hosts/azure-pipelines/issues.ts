/** Findings as issues of a pipeline run, within what the agent keeps. */
import type { Finding } from '../../model/finding.ts';
import { adviceOf } from '../../report/annotation.ts';
import { escapeLine } from '../../report/escape.ts';
import { restLine, withinBudget } from '../budget.ts';
import type { TaskLibrary } from './task-lib.ts';

/**
 * Logs the worst errors and warnings; there are no issues for notes, which the log and the summary have. Returns how
 * many of each were logged, since further ones would not be kept.
 */
export function logIssues(
  tasks: Pick<TaskLibrary, 'logIssue' | 'IssueType'>,
  findings: readonly Finding[],
  changedFiles?: ReadonlySet<string>,
): { readonly errors: number; readonly warnings: number; readonly rest: string | undefined } {
  const { shown, rest } = withinBudget(findings, changedFiles, { note: 0 });
  for (const finding of shown) {
    const type = finding.severity === 'error' ? tasks.IssueType.Error : tasks.IssueType.Warning;
    const { file, line, column, rule } = finding;
    tasks.logIssue(type, adviceOf(finding), escapeLine(file), line, column, escapeLine(rule));
  }
  const unmarked = rest.filter((finding) => finding.severity !== 'note');
  return {
    errors: shown.filter((finding) => finding.severity === 'error').length,
    warnings: shown.filter((finding) => finding.severity === 'warning').length,
    rest: unmarked.length > 0 ? restLine(unmarked) : undefined,
  };
}
