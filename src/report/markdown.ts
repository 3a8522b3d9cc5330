/** The report as Markdown: the job summary of both hosts, never longer than they accept. */
import type { Origin, Plan } from '../model/change.ts';
import type { Finding } from '../model/finding.ts';
import type { Gap, Outcome, Report } from '../model/report.ts';
import { cut, docsLink } from './annotation.ts';
import { escapeHtml, escapeMarkdown } from './escape.ts';
import { countsLine, headline, quantity } from './headline.ts';
import { worstFirst } from './order.ts';
import { type PlanRow, planRows, shortIdentity } from './plan-rows.ts';

/** The web address of a stretch of lines of a file; undefined when it has none. */
export type FileUrl = (file: string, line: number, endLine: number) => string | undefined;

export interface MarkdownOptions {
  /** Web address of a line of a file, when the host knows repository and commit. */
  readonly fileUrl?: FileUrl;
  /** Web address of the root of Idwire, for links to the pages of rules. */
  readonly docsUrl?: string;
  /** Most bytes of UTF-8 that may come out. */
  readonly maxBytes?: number;
  readonly changedFiles?: ReadonlySet<string>;
}

/** A job summary over 1 MiB is thrown away whole (github/docs workflow-commands.md, "Step isolation and limits"). */
export const summaryLimit = 1024 * 1024 - 1024;

/** Longest text of one cell, so that no single finding can use up the page. */
const longestCell = 4000;
const mostGaps = 100;

/** The plan, then all findings that count, worst first, in one table; when room runs out its tail is dropped and counted. */
export function renderMarkdown({ report }: Outcome, options: MarkdownOptions = {}): string {
  const head = `## Idwire ${report.command}: ${titleOf(report)}\n\n${headline(report)}\n`;
  const foot = gapSection(report.gaps, (options.maxBytes ?? summaryLimit) / 4);
  const room = (options.maxBytes ?? summaryLimit) - byteLength(head) - byteLength(foot);
  const plan = report.plan ? planSection(report.plan, report.applied, room / 2, options) : '';
  const findings = worstFirst(report.findings, options.changedFiles);
  const table = findings.length > 0 ? findingTable(findings, room - byteLength(plan), options) : '';
  return `${head}${plan}${table}${foot}`;
}

function titleOf(report: Report): string {
  if (report.conclusion === 'error') return 'could not do its job';
  if (report.conclusion === 'success') return 'passed';
  const { errors, warnings, notes } = report.counts;
  return errors + warnings + notes > 0 ? `failed with ${countsLine(report)}` : 'failed';
}

/** The changes in one table, then what is made elsewhere; what does not fit is counted. */
function planSection(plan: Plan, applied: Report['applied'], room: number, options: MarkdownOptions): string {
  const rows = [
    ...planRows(plan, applied).map((row) => planTableRow(row, options)),
    ...(plan.left ?? []).map(({ subject, identity, to, origin }) =>
      cells(`left to ${code(to)}`, code(shortIdentity(identity)), code(subject), linkedOrigin(origin, options)),
    ),
  ];
  if (rows.length === 0) return '';
  const head = '\n### Federated credentials\n\n| | Identity | Subject | Asked for by |\n| --- | --- | --- | --- |\n';
  const foot = `\nDigest of this plan: ${code(plan.digest)}\n`;
  let left = room - byteLength(head) - byteLength(foot) - 100;
  const fitting = rows.filter((row) => {
    left -= byteLength(row);
    return left >= 0;
  });
  const rest = rows.length - fitting.length;
  const more =
    rest > 0 ? `\n${quantity(rest, 'more change')} did not fit here; the report file has all of them.\n` : '';
  return `${head}${fitting.join('')}${more}${foot}`;
}

function planTableRow({ change, state, reason }: PlanRow, options: MarkdownOptions): string {
  const fields = change.fields.map(({ field, from, to }) => `${cell(field)}: ${code(from)} to ${code(to)}`);
  const lines = [`Issuer: ${code(change.issuer)}`, `Name: ${code(change.name)}`, ...fields];
  const details = `<details><summary>Details</summary>${lines.join('<br>')}</details>`;
  return cells(
    `${change.action}: ${state}${reason === '' ? '' : `<br>${cell(reason)}`}`,
    code(shortIdentity(change.identity)),
    `${code(change.subject)}${details}`,
    change.origin ? linkedOrigin(change.origin, options) : '',
  );
}

function cells(...texts: readonly string[]): string {
  return `| ${texts.join(' | ')} |\n`;
}

function linkedOrigin({ file, line }: Origin, { fileUrl }: MarkdownOptions): string {
  const place = code(`${file}:${line}`);
  const url = fileUrl?.(file, line, line);
  return url ? link(place, url) : place;
}

function findingTable(findings: readonly Finding[], room: number, options: MarkdownOptions): string {
  const tableHead = '\n| | Where | What |\n| --- | --- | --- |\n';
  const longestRest = byteLength(restLine(findings.length));
  let left = room - byteLength(tableHead) - longestRest;
  const rows: string[] = [];
  for (const finding of findings) {
    const row = tableRow(finding, options);
    left -= byteLength(row);
    if (left < 0) break;
    rows.push(row);
  }
  const rest = findings.length - rows.length;
  return `${rows.length > 0 ? tableHead + rows.join('') : ''}${rest > 0 ? restLine(rest) : ''}`;
}

function restLine(count: number): string {
  return `\n${quantity(count, 'more finding')} did not fit here; the log and the report file have all of them.\n`;
}

function tableRow(finding: Finding, { fileUrl, docsUrl }: MarkdownOptions): string {
  const place = code(`${finding.file}:${finding.line}`);
  const url = fileUrl?.(finding.file, finding.line, finding.endLine);
  const where = url ? link(place, url) : place;
  return `| ${finding.severity} | ${where} | ${cell(finding.message)}${details(finding, docsUrl)} |\n`;
}

/** Table cells hold one line, so the details are HTML throughout. */
function details(finding: Finding, docsUrl: string | undefined): string {
  const rule = code(finding.rule);
  const lines = [
    finding.remedy
      .split(/\r\n?|\n/)
      .map(cell)
      .join('<br>'),
  ];
  for (const { file, line, note } of finding.related) lines.push(`See ${code(`${file}:${line}`)}: ${cell(note)}`);
  if (finding.rendered) lines.push(`Rendered by ${cell(finding.rendered.by)} from ${code(finding.rendered.root)}`);
  lines.push(`Rule: ${docsUrl ? link(rule, docsLink(finding, docsUrl)) : rule}`);
  return `<details><summary>Remedy</summary>${lines.join('<br>')}</details>`;
}

function gapSection(gaps: readonly Gap[], maxBytes: number): string {
  if (gaps.length === 0) return '';
  const items: string[] = [];
  let left = maxBytes;
  for (const gap of gaps.slice(0, mostGaps)) {
    const item = `- ${cell(`${gap.what}: ${gap.why}`)} ${cell(gap.remedy)}\n`;
    left -= byteLength(item);
    if (left < 0) break;
    items.push(item);
  }
  const rest = gaps.length - items.length;
  const more =
    rest > 0 ? `\n${quantity(rest, 'more gap')} did not fit here; the log and the report file have all of them.\n` : '';
  return `\n### Not checked\n\n${items.join('')}${more}`;
}

function cell(text: string): string {
  return escapeMarkdown(cut(text, longestCell));
}

function code(text: string): string {
  return `<code>${cell(text)}</code>`;
}

function link(label: string, url: string): string {
  return `<a href="${escapeHtml(url)}">${label}</a>`;
}

function byteLength(text: string): number {
  return Buffer.byteLength(text);
}
