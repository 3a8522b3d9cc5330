/** The one comment on a pull request: the result as it is now, or that all is clear again. */
import type { Outcome, Report } from '../model/report.ts';
import { headline } from './headline.ts';
import { type MarkdownOptions, renderMarkdown } from './markdown.ts';

/** GitHub takes 65,536 characters and Azure Repos 150,000; the mark and the service's own additions need some room. */
export const commentLimit = 60_000;

/** Whether there is anything to say: a change without faults gets no comment. */
export function hasNews({ conclusion, counts, gaps, plan }: Report): boolean {
  const found = counts.errors + counts.warnings + counts.notes + gaps.length + (plan?.changes.length ?? 0);
  return found > 0 || conclusion !== 'success';
}

/** The summary in the size of a comment. */
export function renderComment(outcome: Outcome, options: MarkdownOptions = {}): string {
  return renderMarkdown(outcome, { ...options, maxBytes: commentLimit });
}

/** What the comment becomes when there is nothing left to say. */
export function renderAllClear({ report }: Outcome): string {
  return `## Idwire ${report.command}: all clear\n\nWhat was reported here is mended. ${headline(report)}\n`;
}
