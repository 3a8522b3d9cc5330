/** Reads what a person asked to be silenced: comments in a file, and annotations on an object. */
import { lineAt, type Source, type Spot } from '../model/source.ts';

/** Annotation on an object whose value is `rule-id: reason`, several on lines or after `;`. */
export const ignoreAnnotation = 'idwire.dev/ignore';

/** A wish to silence one rule; `lines` are the 1-based lines it covers, the comment's own included. */
export interface SuppressionComment {
  readonly rule: string;
  readonly reason: string;
  readonly spot: Spot;
  readonly from: number;
  readonly to: number;
}

const comment = /(?:^|[ \t])#[ \t]*idwire-ignore:[ \t]*([^\r\n]*)/gm;

/**
 * The suppression comments of a source. A comment at the end of a line covers that line; one on a line of its own
 * covers the next line that is not a comment.
 */
export function readSuppressionComments(source: Source): readonly SuppressionComment[] {
  if (!source.text.includes('idwire-ignore')) return [];
  const lines = source.text.split('\n');
  return [...source.text.matchAll(comment)].map((match) => {
    const start = match.index + match[0].indexOf('#');
    const line = lineAt(source, start);
    const [, rule = '', reason = ''] = /^(\S*)[ \t]*(.*)$/.exec((match[1] ?? '').trim()) ?? [];
    let to = line;
    if (/^\s*#/.test(lines[line - 1] ?? '')) {
      do to += 1;
      while (to < lines.length && /^\s*#/.test(lines[to - 1] ?? ''));
    }
    return {
      rule: rule.replace(/:$/, ''),
      reason,
      spot: { source, start, end: match.index + match[0].length },
      from: line,
      to,
    };
  });
}

/** The wishes in the value of an ignore annotation. */
export function readSuppressionAnnotation(value: string): readonly { rule: string; reason: string }[] {
  return value
    .split(/[\n;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [, rule = '', reason = ''] = /^([^\s:]*)[\s:]*(.*)$/.exec(part) ?? [];
      return { rule, reason: reason.trim() };
    });
}
