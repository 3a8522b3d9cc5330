/** A finding: what is wrong, how sure we are, where a person would mend it, and how. */

export type Severity = 'error' | 'warning' | 'note';
export type Confidence = 'high' | 'medium' | 'low';

/** How a rule is to be taken in a repository. */
export type RuleLevel = 'off' | Severity;

/** Another spot that belongs to the finding; `line` is 1-based. */
export interface RelatedLocation {
  readonly file: string;
  readonly line: number;
  readonly note: string;
}

/** A replacement of the text between two positions of a file; an insertion has equal ends. 1-based, end exclusive. */
export interface TextEdit {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}

/** `safe`: keeps meaning apart from mending the fault. `unsafe`: right in the usual case, to be read by a person. */
export interface Fix {
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly TextEdit[];
  /** Why the text as it stands cannot be edited safely; then there are no edits. */
  readonly refused?: string;
}

/** Why a finding does not count. */
export interface Suppression {
  readonly by: 'comment' | 'annotation' | 'baseline' | 'unchanged';
  readonly reason: string;
}

/** Exactly one element of `findings` in the JSON report; lines and columns are 1-based, paths relative with `/`. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  readonly remedy: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The rule's page, relative to the root of Idwire. */
  readonly docs: string;
  readonly related: readonly RelatedLocation[];
  /** Stable over line moves: made of rule, file, object and spot, never of line numbers. */
  readonly fingerprint: string;
  readonly rendered?: { readonly by: string; readonly root: string };
  readonly fix?: Fix;
  readonly suppressed: Suppression | null;
}

const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Negative when `a` is worse than `b`. */
export function compareSeverity(a: Severity, b: Severity): number {
  return order[a] - order[b];
}

/** Only high confidence may be an error: the house rule that keeps an error believable. */
export function cappedSeverity(severity: Severity, confidence: Confidence): Severity {
  return severity === 'error' && confidence !== 'high' ? 'warning' : severity;
}

/** Code-unit order, the same on every machine whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The order of findings in every report: file, line, column, rule, then fingerprint. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}
