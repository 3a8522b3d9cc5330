/** Steps over what stands between two parts of YAML text and means nothing: white space, line ends and comments. */

/**
 * Offset of the first character from `start` on that is neither blank nor in a comment; `end` when there is none before.
 * `start` must not lie inside a scalar.
 */
export function skipBlank(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 0x23) at = endOfLine(text, at, end);
    else if (isBlank(code) || code === byteOrderMark) at++;
    else return at;
  }
  return end;
}

/** Space, tab and the two line ends. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** Files that were joined keep their byte order marks in the middle. */
export const byteOrderMark = 0xfeff;

function endOfLine(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) !== 0x0a && text.charCodeAt(at) !== 0x0d) at++;
  return at;
}
