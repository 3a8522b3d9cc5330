/** The report for a person at a terminal or in a build log. */
import { styleText } from 'node:util';
import type { Plan } from '../model/change.ts';
import { compareFindings, type Finding, type Severity } from '../model/finding.ts';
import type { Gap, Outcome, Report } from '../model/report.ts';
import { docsLink } from './annotation.ts';
import { codeFrame } from './code-frame.ts';
import { breakCommands, visible, visibleLines } from './escape.ts';
import { headline } from './headline.ts';
import { originText, planRows, type RowState, shortIdentity } from './plan-rows.ts';

export interface TextOptions {
  /** Only for a terminal whose owner did not set NO_COLOR. */
  readonly color: boolean;
  /** Width of code frames in terminal columns. */
  readonly columns?: number;
  /** Web address of the root of Idwire, for links to the pages of rules. */
  readonly docsUrl?: string;
}

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

const severityStyles: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', note: 'cyan' };
const usualColumns = 120;

/** Findings that count in file order, the plan, what was not checked, and the sum in one line. Ends with a line feed. */
export function renderText({ report, sourceLine }: Outcome, options: TextOptions): string {
  const paint: Paint = options.color ? (style, text) => styleText(style, text, { validateStream: false }) : plain;
  const blocks = report.findings
    .filter((finding) => !finding.suppressed)
    .sort(compareFindings)
    .map((finding) => findingBlock(finding, sourceLine, paint, options));
  const plan = report.plan ? planBlocks(report.plan, report.applied, paint) : [];
  const gaps = report.gaps.map((gap) => gapBlock(gap, paint));
  const last = paint(report.conclusion === 'success' ? 'green' : 'red', visible(headline(report)));
  return `${breakCommands([...blocks, ...plan, ...gaps, last].join('\n\n'))}\n`;
}

function plain(_: Style, text: string): string {
  return text;
}

function findingBlock(
  finding: Finding,
  sourceLine: Outcome['sourceLine'],
  paint: Paint,
  { columns, docsUrl }: TextOptions,
): string {
  const place = paint('bold', visible(`${finding.file}:${finding.line}:${finding.column}`));
  const severity = paint(severityStyles[finding.severity], finding.severity);
  const lines = [`${place}: ${severity}: ${visible(finding.message)} [${visible(finding.rule)}]`];
  lines.push(...frameLines(finding, sourceLine, paint, columns ?? usualColumns));
  lines.push(...labelled('remedy', visibleLines(finding.remedy), paint));
  for (const { file, line, note } of finding.related)
    lines.push(...labelled('see', visible(`${file}:${line}: ${note}`), paint));
  if (finding.rendered)
    lines.push(...labelled('rendered', visible(`by ${finding.rendered.by} from ${finding.rendered.root}`), paint));
  lines.push(...labelled('rule', visible(docsLink(finding, docsUrl)), paint));
  return lines.join('\n');
}

function frameLines(finding: Finding, sourceLine: Outcome['sourceLine'], paint: Paint, columns: number): string[] {
  const digits = String(finding.endLine).length;
  const indent = 2;
  const gutterWidth = indent + digits + 3;
  const rows = codeFrame(finding, (line) => sourceLine(finding.file, line), Math.max(20, columns - gutterWidth));
  return rows.map(({ number, text }) => {
    const gutter = paint('dim', `${' '.repeat(indent)}${String(number ?? '').padStart(digits)} |`);
    return `${gutter} ${number === null ? paint(severityStyles[finding.severity], text) : text}`;
  });
}

const stateStyles: Readonly<Record<RowState, Style>> = {
  planned: 'cyan',
  blocked: 'yellow',
  done: 'green',
  failed: 'red',
  skipped: 'yellow',
};

/** One block for each change and each credential that is made elsewhere, and the digest when there is anything to make. */
function planBlocks(plan: Plan, applied: Report['applied'], paint: Paint): string[] {
  const rows = planRows(plan, applied).map(({ change, state, reason }) => {
    const origin = originText(change);
    const place = origin ? `${paint('bold', visible(origin))}: ` : '';
    const what = visible(`${change.subject} on ${shortIdentity(change.identity)}`);
    const fields = change.fields.map(({ field, from, to }) => `${field} ${from} -> ${to}`).join(', ');
    return [
      `${place}${paint(stateStyles[state], state)}: ${change.action} ${what}`,
      ...labelled('why', visibleLines(reason), paint),
      ...labelled('change', visible(fields), paint),
      ...labelled('issuer', visible(change.issuer), paint),
      ...labelled('name', visible(`${change.name}${change.owned || change.name === '' ? '' : ' (not ours)'}`), paint),
      ...labelled('identity', visible(change.identity), paint),
    ].join('\n');
  });
  const left = (plan.left ?? []).map(({ subject, identity, to, origin }) => {
    const place = paint('bold', visible(`${origin.file}:${origin.line}`));
    return `${place}: left to ${visible(`${to}: ${subject} on ${shortIdentity(identity)}`)}`;
  });
  const digest = rows.length > 0 ? [`${paint('dim', 'digest of this plan:')} ${visible(plan.digest)}`] : [];
  return [...rows, ...left, ...digest];
}

function gapBlock({ what, why, remedy }: Gap, paint: Paint): string {
  const [first = '', ...more] = visibleLines(`${what}: ${why}`).split('\n');
  const lines = [`${paint('yellow', 'not checked')}: ${first}`, ...more.map((line) => `  ${line}`)];
  return [...lines, ...labelled('remedy', visibleLines(remedy), paint)].join('\n');
}

/** `  label: first line`, further lines indented below it; nothing for empty text. */
function labelled(label: string, text: string, paint: Paint): string[] {
  if (text === '') return [];
  const [first = '', ...more] = text.split('\n');
  return [`  ${paint('dim', `${label}:`)} ${first}`, ...more.map((line) => `    ${line}`)];
}
