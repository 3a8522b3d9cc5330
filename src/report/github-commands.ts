/** The report as GitHub workflow commands, for the command line tool inside somebody's own workflow step. */
import type { Outcome } from '../model/report.ts';
import { type Annotation, annotationOf } from './annotation.ts';
import { escapeLine, escapeWorkflowData, escapeWorkflowProperty } from './escape.ts';
import { fixSentences } from './fixes.ts';
import { headline } from './headline.ts';
import { worstFirst } from './order.ts';

/**
 * One command for each finding, worst first, since the runner keeps ten of each level; then what was not checked, then
 * the sum. Form: actions/toolkit packages/core/src/command.ts.
 */
export function renderGithubCommands({ report }: Outcome, options: { readonly docsUrl?: string } = {}): string {
  const lines = worstFirst(report.findings).map((finding) => commandOf(annotationOf(finding, options.docsUrl)));
  for (const gap of report.gaps) lines.push(command('notice', { title: 'Idwire: not checked' }, gapText(gap)));
  if (report.fixes) lines.push(...fixSentences(report.fixes).map(escapeLine));
  lines.push(escapeLine(headline(report)));
  return `${lines.join('\n')}\n`;
}

function gapText(gap: { readonly what: string; readonly why: string; readonly remedy: string }): string {
  return `${gap.what}: ${gap.why}\nRemedy: ${gap.remedy}`;
}

function commandOf({ level, file, startLine, endLine, startColumn, endColumn, title, message }: Annotation): string {
  return command(level, { file, line: startLine, endLine, col: startColumn, endColumn, title }, message);
}

function command(name: string, properties: Readonly<Record<string, string | number | undefined>>, data: string) {
  const given = Object.entries(properties).filter((entry) => entry[1] !== undefined);
  const list = given.map(([key, value]) => `${key}=${escapeWorkflowProperty(String(value))}`).join(',');
  return `::${name} ${list}::${escapeWorkflowData(data)}`;
}
