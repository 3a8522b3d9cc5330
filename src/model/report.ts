/** The report: everything a run has to say, in the shape of the JSON contract. */
import type { AppliedChange, Plan } from './change.ts';
import type { Finding, Severity } from './finding.ts';
import type { Wire } from './wire.ts';

export const commands = [
  'auto',
  'check',
  'plan',
  'apply',
  'drift',
  'prove',
  'migrate',
  'fix',
  'explain',
  'init',
  'demo',
] as const;
export type Command = (typeof commands)[number];

/** `error` means that the job could not be done, `failure` that something at or above `fail-on` was found. */
export type Conclusion = 'success' | 'failure' | 'error';

/** Something that could not be looked at. A gap never is a finding; it makes a plan incomplete. */
export interface Gap {
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
}

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

/** `files` seen, `documents` in them, `parsed` of those, `rendered` roots; duration in milliseconds. */
export interface Stats {
  readonly files: number;
  readonly documents: number;
  readonly parsed: number;
  readonly rendered: number;
  readonly durationMs: number;
}

/** A finding that `fix` mended; the line is that of the text in which it was found. */
export interface MendedFinding {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
}

/** A finding whose safe fix could not be made, and why. */
export interface LeftFinding {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly why: string;
}

/** What `fix` did, or would do when nothing is `written`. */
export interface Fixes {
  readonly written: boolean;
  readonly mended: readonly MendedFinding[];
  readonly left: readonly LeftFinding[];
  /** A unified diff for each changed file. */
  readonly files: readonly { readonly file: string; readonly diff: string }[];
}

export interface Report {
  readonly version: 1;
  readonly command: Command;
  readonly conclusion: Conclusion;
  readonly findings: readonly Finding[];
  readonly plan?: Plan;
  readonly applied?: readonly AppliedChange[];
  readonly fixes?: Fixes;
  /** What came of offering real tokens to Entra; absent when none was. */
  readonly proofs?: readonly ProofRow[];
  readonly gaps: readonly Gap[];
  readonly counts: Counts;
  readonly stats: Stats;
}

/** What a use case hands to its host: the report, and a way to show the line of a finding. */
export interface Outcome {
  readonly report: Report;
  /** Text of a 1-based line of a file that was read in this run; undefined when it was not. */
  readonly sourceLine: (file: string, line: number) => string | undefined;
  /** The wires that findings are about, worked out when a picture of them is wanted. */
  readonly wires?: () => readonly Wire[];
}

/** One token that was offered. `error` is Entra's own text, null when it accepted. */
export interface ProofRow {
  readonly identity: string;
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
  readonly outcome: 'accepted' | 'refused';
  readonly error: string | null;
}

/** How many findings of each severity count; suppressed ones never do. */
export function countFindings(findings: readonly Finding[]): Counts {
  const of = (severity: Severity) =>
    findings.filter((finding) => !finding.suppressed && finding.severity === severity).length;
  return { errors: of('error'), warnings: of('warning'), notes: of('note') };
}
