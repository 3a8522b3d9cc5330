/** The report as one HTML page that needs nothing else: no scripts, no network, nothing that repository text can start. */
import { createHash } from 'node:crypto';
import { version } from '../config/version.ts';
import type { Finding } from '../model/finding.ts';
import type { Fixes, Gap, Outcome, Report } from '../model/report.ts';
import { docsLink } from './annotation.ts';
import { codeFrame } from './code-frame.ts';
import { escapePage } from './escape.ts';
import { fixSentences } from './fixes.ts';
import { headline } from './headline.ts';
import { style } from './html-style.ts';
import type { FileUrl } from './markdown.ts';
import { worstFirst } from './order.ts';
import { originText, planRows } from './plan-rows.ts';

export interface HtmlOptions {
  readonly fileUrl?: FileUrl;
  readonly docsUrl?: string;
}

const frameColumns = 120;

/** Worst first, each finding with its lines; then what was mended, not checked and suppressed. */
export function renderHtml({ report, sourceLine }: Outcome, options: HtmlOptions = {}): string {
  const title = `Idwire ${report.command}`;
  const findings = worstFirst(report.findings);
  const parts = [
    `<h1>${escapePage(title)}</h1>`,
    `<p class="sum ${report.conclusion}">${escapePage(headline(report))}</p>`,
    report.fixes ? fixSection(report.fixes) : '',
    findings.length > 0 ? findingTable(findings, sourceLine, options) : '',
    report.plan ? planSection(report) : '',
    gapSection(report.gaps),
    suppressedSection(report.findings),
    `<footer>Idwire ${escapePage(version)}</footer>`,
  ];
  return `${head(title)}\n<body>\n<main>\n${parts.filter((part) => part !== '').join('\n')}\n</main>\n</body>\n</html>\n`;
}

/** The policy allows the one style sheet by its hash, and nothing else at all. */
function head(title: string): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapePage(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
  ].join('\n');
}

function findingTable(findings: readonly Finding[], sourceLine: Outcome['sourceLine'], options: HtmlOptions): string {
  const rows = findings.map(
    (finding) =>
      `<tr><td class="${finding.severity}">${finding.severity}</td><td>${place(finding, options)}</td><td>${detail(finding, sourceLine, options)}</td></tr>`,
  );
  return table('Findings', ['Severity', 'Where', 'What'], rows);
}

function place(finding: Finding, { fileUrl }: HtmlOptions): string {
  const label = code(`${finding.file}:${finding.line}:${finding.column}`);
  const url = fileUrl?.(finding.file, finding.line, finding.endLine);
  return url ? link(label, url) : label;
}

function detail(finding: Finding, sourceLine: Outcome['sourceLine'], { docsUrl }: HtmlOptions): string {
  const rule = code(finding.rule);
  const lines = [`<p>${escapePage(finding.message)}</p>`, frame(finding, sourceLine)];
  lines.push(`<p><b>Remedy</b> ${lineByLine(finding.remedy)}</p>`);
  for (const { file, line, note } of finding.related) {
    lines.push(`<p>See ${code(`${file}:${line}`)} ${escapePage(note)}</p>`);
  }
  if (finding.rendered) {
    lines.push(`<p>Rendered by ${escapePage(finding.rendered.by)} from ${code(finding.rendered.root)}</p>`);
  }
  lines.push(`<p>Rule ${docsUrl ? link(rule, docsLink(finding, docsUrl)) : rule}</p>`);
  return lines.join('');
}

function frame(finding: Finding, sourceLine: Outcome['sourceLine']): string {
  const rows = codeFrame(finding, (line) => sourceLine(finding.file, line), frameColumns);
  if (rows.length === 0) return '';
  const width = String(finding.endLine).length;
  const lines = rows.map(({ number, text }) => {
    const gutter = `<i>${String(number ?? '').padStart(width)}</i> `;
    return gutter + (number === null ? `<b class="${finding.severity}">${escapePage(text)}</b>` : escapePage(text));
  });
  return `<pre>${lines.join('\n')}</pre>`;
}

function fixSection(fixes: Fixes): string {
  const sentences = fixSentences(fixes).map((sentence) => `<li>${escapePage(sentence)}</li>`);
  const diffs = fixes.files.map(({ diff }) => `<pre>${lineByLine(diff.replaceAll('\r\n', '\n'), '\n')}</pre>`);
  if (sentences.length === 0) return '';
  return `<h2>Fixes</h2>\n<ul>${sentences.join('')}</ul>${diffs.join('')}`;
}

/** What would be, or was, written to Azure, and what other code of the repository makes. */
function planSection({ plan, applied }: Pick<Report, 'plan' | 'applied'>): string {
  if (!plan) return '';
  const rows = planRows(plan, applied).map(({ change, state, reason }) => {
    const fields = change.fields.map(({ field, from, to }) => `${field}: ${from} to ${to}`);
    const trust = [change.subject, change.issuer, change.audience, ...fields].map(code).join('<br>');
    const cells = [
      change.action,
      state,
      code(change.identity),
      code(change.name),
      trust,
      code(originText(change) ?? ''),
    ];
    return `<tr>${[...cells, escapePage(reason)].map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  const left = (plan.left ?? []).map(
    ({ identity, subject, to }) =>
      `<tr><td>none</td><td>left</td><td>${code(identity)}</td><td></td><td>${code(subject)}</td><td></td><td>left to ${code(to)}</td></tr>`,
  );
  return table(
    'Federated credentials',
    ['Action', 'State', 'Identity', 'Name', 'Trusts', 'Asked for at', 'Reason'],
    [...rows, ...left],
  );
}

function gapSection(gaps: readonly Gap[]): string {
  const rows = gaps.map(
    ({ what, why, remedy }) =>
      `<tr><td>${escapePage(what)}</td><td>${lineByLine(why)}</td><td>${lineByLine(remedy)}</td></tr>`,
  );
  return rows.length > 0 ? table('Not checked', ['What', 'Why', 'Remedy'], rows) : '';
}

/** Folded away, since these do not count. */
function suppressedSection(findings: readonly Finding[]): string {
  const rows = findings.flatMap(({ suppressed, file, line, rule, message }) =>
    suppressed
      ? `<tr><td>${code(`${file}:${line}`)}</td><td>${code(rule)} ${escapePage(message)}</td><td>${escapePage(suppressed.by)} ${escapePage(suppressed.reason)}</td></tr>`
      : [],
  );
  if (rows.length === 0) return '';
  return `<details><summary>${rows.length} suppressed</summary>${table('Suppressed', ['Where', 'What', 'Why'], rows)}</details>`;
}

function table(heading: string, columns: readonly string[], rows: readonly string[]): string {
  const cells = columns.map((column) => `<th scope="col">${column}</th>`).join('');
  return `<h2>${heading}</h2>\n<table><thead><tr>${cells}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

function lineByLine(text: string, separator = '<br>'): string {
  return text
    .split(/\r\n?|\n/)
    .map(escapePage)
    .join(separator);
}

function code(text: string): string {
  return `<code>${escapePage(text)}</code>`;
}

function link(label: string, url: string): string {
  return `<a href="${escapePage(url)}">${label}</a>`;
}
