/** The parser's reasons for giving up, said so that a person who edits manifests knows what to mend. */

/** By the beginning of js-yaml's reason; the first that fits counts. */
const messages: readonly (readonly [reason: string, message: string])[] = [
  ['bad indentation of a mapping entry', 'This does not line up with the keys above it; check its indentation.'],
  ['bad indentation of a sequence entry', 'This does not line up with the list items above it; check its indentation.'],
  [
    'deficient indentation',
    'A quote, bracket or brace is still open; close it before this line, or indent this line deeper.',
  ],
  ['tab characters', 'A tab stands where the indentation must be made of spaces.'],
  ["expected ':' after a mapping key", 'A key must end with a colon and a space.'],
  ['a whitespace character is expected after the key', 'A space is missing behind the colon.'],
  [
    'can not read a block mapping entry',
    'The key before this place runs over several lines; a colon seems to be missing.',
  ],
  [
    'end of the stream or a document separator',
    'The document should end here; this text belongs to nothing before it.',
  ],
  ['missed comma', 'A comma is missing between two entries inside brackets or braces.'],
  ['expected the node content, but found', 'There is nothing between two commas.'],
  ['unexpected end of the stream within a flow', 'A bracket or brace that was opened is never closed.'],
  ['unexpected end of the stream within a double', 'A double quote that was opened is never closed.'],
  ['unexpected end of the document within a double', 'A double quote that was opened is never closed.'],
  ['unexpected end of the stream within a single', 'A single quote that was opened is never closed.'],
  ['unexpected end of the document within a single', 'A single quote that was opened is never closed.'],
  [
    'unknown escape sequence',
    'The backslash starts no known escape; write \\\\ for a backslash, or use single quotes.',
  ],
  ['expected hexadecimal character', 'Hexadecimal digits are missing behind the backslash escape.'],
  ['the stream contains non-printable', 'A control character stands here; YAML does not allow it.'],
  ['null byte', 'A NUL character stands here; YAML does not allow it.'],
  ['expected valid JSON character', 'A control character stands here; YAML does not allow it.'],
  ['a line break is expected', 'Nothing but a comment may follow | or > on its line.'],
  ['bad explicit indentation width', 'The number behind | or > must be 1 to 9.'],
  ['directives end mark', 'A line --- must follow the % lines.'],
  ['undeclared tag handle', 'The tag uses a prefix that no %TAG line declares.'],
  ['alias node should not', 'An alias (*name) takes no anchor and no tag of its own.'],
];

/** One sentence for a js-yaml reason at an offset of the text. */
export function syntaxMessage(reason: string, text: string, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  if (reason.startsWith('bad indentation of a mapping') && line.trim() !== '') return strayText(text[at] === ':', line);
  const known = messages.find(([beginning]) => reason.startsWith(beginning));
  return known ? known[1] : `This is not valid YAML: ${reason}.`;
}

/** Text or a colon where a value has ended; `line` is what its line holds before it. */
function strayText(colon: boolean, line: string): string {
  if (!colon) return 'The value has already ended before this place; quote all of it if this belongs to it.';
  return /:\s/.test(line)
    ? 'A second colon stands on this line; quote the value if the colon belongs to it.'
    : 'This line is indented deeper than the key before it, which makes it a part of its value; check its indentation.';
}
