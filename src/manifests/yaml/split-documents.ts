/** A stream cut into its documents by a search for marker lines, without parsing anything. */
import { defaultLimits } from './limits.ts';
import { byteOrderMark, isBlank, skipBlank } from './skip-blank.ts';

/** One document by offsets: after its `---`, or from its `%` directives on when it has any; before the next marker. */
export interface DocumentSpan {
  readonly start: number;
  readonly end: number;
}

export interface DocumentSpans {
  readonly spans: readonly DocumentSpan[];
  /** True when the stream holds more documents than `limit`; the rest is not in `spans`. */
  readonly truncated: boolean;
}

/**
 * Cuts at `---` and `...` where a line starts with them and white space or the end follows. YAML reserves such lines:
 * no scalar of any style can hold one (YAML 1.2 section 9.1.2), so nothing else need be understood. Text before the
 * first `---`, or between `...` and the next `---`, counts only when it says something; after `---` an empty document
 * counts as well. A text without markers is one document.
 */
export function splitDocuments(text: string, limit: number = defaultLimits.documents): DocumentSpans {
  const spans: DocumentSpan[] = [];
  let start = 0;
  let opened = false;
  // Each marker is searched for on its own, so that a text without `...`, nearly every one, is searched for it once.
  let opening = findMarker(text, '---', 0);
  let closing = findMarker(text, '...', 0);
  while (opening !== text.length || closing !== text.length) {
    const at = Math.min(opening, closing);
    const end = text.charCodeAt(at - 1) === byteOrderMark ? at - 1 : at;
    const content = opened ? start : skipBlank(text, start, end);
    const directives = !opened && content < end && at === opening && text[content] === '%';
    if (!directives) {
      if (content < end || opened) spans.push({ start, end });
      start = at + 3;
    }
    opened = at === opening;
    if (spans.length > limit) break;
    if (opened) opening = findMarker(text, '---', at + 3);
    else closing = findMarker(text, '...', at + 3);
  }
  if (opened || spans.length === 0 || skipBlank(text, start, text.length) < text.length) {
    spans.push({ start, end: text.length });
  }
  return { spans: spans.slice(0, limit), truncated: spans.length > limit };
}

/** Offset of the next line that starts with the marker; the length of the text when there is none. */
function findMarker(text: string, marker: '---' | '...', from: number): number {
  let at = text.indexOf(marker, from);
  // No line starts inside the match, so the search goes on behind it: a line of dashes costs no more than any other.
  while (at !== -1 && !(isLineStart(text, at) && isSpaceOrEnd(text, at + 3))) at = text.indexOf(marker, at + 3);
  return at === -1 ? text.length : at;
}

function isLineStart(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (before === byteOrderMark) return isLineStart(text, at - 1);
  return at === 0 || before === 0x0a || before === 0x0d;
}

function isSpaceOrEnd(text: string, at: number): boolean {
  return at === text.length || isBlank(text.charCodeAt(at));
}
