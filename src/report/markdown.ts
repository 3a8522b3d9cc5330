/** The report as Markdown: the job summary of both hosts, never longer than they accept. */
import type { Finding } from '../model/finding.ts';
import type { Gap, Outcome, Report } from '../model/report.ts';
import { cut, docsLink } from './annotation.ts';
import { escapeHtml, escapeMarkdown } from './escape.ts';
import { countsLine, headline, quantity } from './headline.ts';
import { renderWires } from './mermaid.ts';
import { worstFirst } from './order.ts';

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

/** All findings that count, worst first, in one table; when room runs out its tail is dropped and counted. */
export function renderMarkdown({ report, wires }: Outcome, options: MarkdownOptions = {}): string {
  const picture = wires ? renderWires(wires()) : '';
  const head = `## Idwire ${report.command}: ${titleOf(report)}\n\n${headline(report)}\n${picture}`;
  const foot = gapSection(report.gaps, (options.maxBytes ?? summaryLimit) / 4);
  const room = (options.maxBytes ?? summaryLimit) - byteLength(head) - byteLength(foot);
  const findings = worstFirst(report.findings, options.changedFiles);
  return `${head}${findings.length > 0 ? findingTable(findings, room, options) : ''}${foot}`;
}

function titleOf(report: Report): string {
  if (report.conclusion === 'error') return 'could not do its job';
  return report.conclusion === 'failure' ? `failed with ${countsLine(report)}` : 'passed';
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
