/** Findings as annotations of a workflow run, within what the runner keeps. */
import type { Finding } from '../../model/finding.ts';
import { annotationOf } from '../../report/annotation.ts';
import { escapeLine } from '../../report/escape.ts';
import { marksPerLevel, restLine, withinBudget } from '../budget.ts';
import type * as Core from './core.ts';

export interface AnnotationOptions {
  readonly docsUrl?: string | undefined;
  readonly changedFiles?: ReadonlySet<string> | undefined;
}

/**
 * Annotates the worst findings; one notice counts the others, for which the last notice makes room. Returns how many
 * errors were annotated, since a further error would not be kept.
 */
export function annotate(
  core: Pick<typeof Core, 'error' | 'warning' | 'notice'>,
  findings: readonly Finding[],
  { docsUrl, changedFiles }: AnnotationOptions,
): number {
  let budgeted = withinBudget(findings, changedFiles);
  if (budgeted.rest.length > 0) budgeted = withinBudget(findings, changedFiles, { note: marksPerLevel - 1 });
  for (const finding of budgeted.shown) {
    const { level, message, ...properties } = annotationOf(finding, docsUrl);
    core[level](message, properties);
  }
  if (budgeted.rest.length > 0) core.notice(escapeLine(restLine(budgeted.rest)), { title: 'Idwire: more findings' });
  return budgeted.shown.filter((finding) => finding.severity === 'error').length;
}
