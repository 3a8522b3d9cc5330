/** What a remark on the lines of a change says. */
import type { Finding } from '../model/finding.ts';
import { cut, docsLink } from './annotation.ts';
import { escapeHtml, escapeMarkdown } from './escape.ts';
import type { Suggestion } from './suggestion.ts';

export interface RemarkOptions {
  /** Web address of the root of Idwire, for the link to the rule's page. */
  readonly docsUrl?: string | undefined;
  /** Offered as a change that the reader can take over with one click. */
  readonly suggestion?: Suggestion;
}

/** Hosts take 65,536 characters; an escaped character has eight at most. */
const longestText = 4000;

/** Markdown that names severity, fault, remedy and rule; it holds no line numbers and no commit, so that it stays as it is. */
export function renderRemark(finding: Finding, { docsUrl, suggestion }: RemarkOptions = {}): string {
  const rule = `<code>${escapeMarkdown(finding.rule)}</code>`;
  const parts = [
    `**${finding.severity}**: ${text(finding.message)}`,
    finding.remedy
      .split(/\r\n?|\n/)
      .map(text)
      .join('<br>'),
  ];
  if (suggestion) parts.push(fenced('suggestion', suggestion.lines));
  parts.push(`Rule: ${docsUrl ? `<a href="${escapeHtml(docsLink(finding, docsUrl))}">${rule}</a>` : rule}`);
  return `${parts.join('\n\n')}\n`;
}

/** What stands in a remark whose fault is gone. */
export const settledRemark = '**Fixed.** Idwire no longer reports what it said here.\n';

function text(line: string): string {
  return escapeMarkdown(cut(line, longestText));
}

/** The fence is longer than any run of backticks in it, so that nothing can end it early. */
function fenced(language: string, lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...lines, fence].join('\n');
}
