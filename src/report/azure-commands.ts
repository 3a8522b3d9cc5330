/** The report as Azure Pipelines logging commands, for the command line tool inside somebody's own script step. */
import type { Finding, Severity } from '../model/finding.ts';
import type { Outcome } from '../model/report.ts';
import { adviceOf } from './annotation.ts';
import { escapeLine, escapeLoggingData, escapeLoggingProperty } from './escape.ts';
import { fixSentences } from './fixes.ts';
import { headline } from './headline.ts';
import { worstFirst } from './order.ts';

/** Azure Pipelines knows no notes: they are plain lines of the log. */
const types: Readonly<Record<Severity, 'error' | 'warning' | null>> = {
  error: 'error',
  warning: 'warning',
  note: null,
};

/**
 * One `task.logissue` for each error and warning, worst first, since the agent keeps ten of each; then notes, what was
 * not checked, and the sum. Form: MicrosoftDocs/azure-devops-docs docs/pipelines/scripts/logging-commands.md.
 */
export function renderAzureCommands({ report }: Outcome, options: { readonly docsUrl?: string } = {}): string {
  const lines = worstFirst(report.findings).map((finding) => issueOf(finding, options.docsUrl));
  for (const gap of report.gaps) lines.push(escapeLine(`Not checked: ${gap.what}: ${gap.why} Remedy: ${gap.remedy}`));
  if (report.fixes) lines.push(...fixSentences(report.fixes).map(escapeLine));
  lines.push(escapeLine(headline(report)));
  return `${lines.join('\n')}\n`;
}

function issueOf(finding: Finding, docsUrl: string | undefined): string {
  const type = types[finding.severity];
  if (!type) return noteLine(finding);
  const properties = {
    type,
    sourcepath: finding.file,
    linenumber: finding.line,
    columnnumber: finding.column,
    code: finding.rule,
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeLoggingProperty(String(value))};`);
  return `##vso[task.logissue ${list.join('')}]${escapeLoggingData(adviceOf(finding, docsUrl))}`;
}

/** A finding as one plain line. */
function noteLine({ file, line, column, severity, rule, message, remedy }: Finding): string {
  return escapeLine(`${file}:${line}:${column}: ${severity}: ${message} Remedy: ${remedy} [${rule}]`);
}
