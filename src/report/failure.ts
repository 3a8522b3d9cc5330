/** A failure as a person reads it: one line that says what and how to mend it, and for a bug the text to report. */
import { Bug, type Explanation, type IdwireError } from '../model/errors.ts';
import { breakCommands, escapeLines, visible } from './escape.ts';

/** `<problem> <evidence> <remedy>` in one inert line, without a prefix or a line end. */
export function failureLine({ problem, evidence, remedy }: Explanation): string {
  const parts = [problem, ...evidence.split(/\r\n?|\n/), remedy]
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return breakCommands(parts.map((part) => sentence(visible(part))).join(' '));
}

/** A failure of any kind in one line; the stack of a bug is left to `failureLines`. */
export function briefFailure(error: IdwireError): string {
  return failureLine(error instanceof Bug ? withoutEvidence(error) : error);
}

/** The lines for standard error or a build log. The evidence of a bug is its stack, which keeps its lines. */
export function failureLines(error: IdwireError): string {
  const line = `idwire: ${briefFailure(error)}\n`;
  if (!(error instanceof Bug)) return line;
  const stack = escapeLines(error.evidence).split('\n');
  return line + stack.map((row) => `  ${row}\n`).join('');
}

function withoutEvidence({ problem, remedy }: Explanation): Explanation {
  return { problem, evidence: '', remedy };
}

function sentence(text: string): string {
  return /[.!?:;,]$/.test(text) ? text : `${text}.`;
}
