/** A finding as an annotation of GitHub: the fields that a workflow command and @actions/core share. */
import type { Finding, Severity } from '../model/finding.ts';
import { breakCommands, escapeLine, escapeUrlPath, visible, visibleLines } from './escape.ts';

export type AnnotationLevel = 'error' | 'warning' | 'notice';

/** Text is inert and plain: percent-encoding is left to whatever writes the command. Lines and columns are 1-based. */
export interface Annotation {
  readonly level: AnnotationLevel;
  readonly title: string;
  readonly message: string;
  readonly file: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
}

const levels: Readonly<Record<Severity, AnnotationLevel>> = { error: 'error', warning: 'warning', note: 'notice' };

/** The runner cuts messages here (actions/runner src/Runner.Worker/ExecutionContext.cs); counted in UTF-16 units. */
const longestMessage = 4096;

/** The runner takes columns only when the range stays on one line (actions/runner ActionCommandManager.cs). */
export function annotationOf(finding: Finding, docsUrl?: string): Annotation {
  const { line, endLine, column, endColumn } = finding;
  return {
    level: levels[finding.severity],
    title: escapeLine(`Idwire: ${finding.rule}`),
    message: cut(adviceOf(finding, docsUrl), longestMessage),
    file: escapeLine(finding.file),
    startLine: line,
    endLine: Math.max(line, endLine),
    ...(endLine <= line && { startColumn: column, endColumn: Math.max(column, endColumn) }),
  };
}

/** Message, remedy, related places and the rule's page, as inert lines. */
export function adviceOf(finding: Finding, docsUrl?: string): string {
  const lines = [visible(finding.message), `Remedy: ${visibleLines(finding.remedy)}`];
  for (const { file, line, note } of finding.related) lines.push(visible(`See ${file}:${line}: ${note}`));
  if (finding.rendered) lines.push(visible(`Rendered by ${finding.rendered.by} from ${finding.rendered.root}.`));
  lines.push(visible(`Rule: ${docsLink(finding, docsUrl)}`));
  return breakCommands(lines.join('\n'));
}

/** Where the rule is explained: on the web when it is known where Idwire came from, else within Idwire. */
export function docsLink(finding: Finding, docsUrl?: string): string {
  return docsUrl ? `${docsUrl}/${escapeUrlPath(finding.docs)}` : finding.docs;
}

/** At most `length` UTF-16 units, marked as shortened, never half a character. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
