/** The sentence of purpose that every source file starts with. */

/**
 * The first sentence of the comment that a file starts with, on one line; undefined when the file starts otherwise or
 * the comment does not open with a whole sentence. A sentence ends with a full stop before white space or the end.
 */
export function purposeOf(text: string): string | undefined {
  const comment = /^\/\*\*([\s\S]*?)\*\//.exec(text)?.[1];
  const words = comment
    ?.replace(/^[ \t]*\*[ \t]?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  return words && /^[A-Z`].*?\.(?= |$)/.exec(words)?.[0];
}
