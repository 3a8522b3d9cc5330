/** A page of ours in Markdown as plain text for a terminal. */
import { escapeLines } from './escape.ts';

const width = 100;

/** Headings underlined, code indented, prose wrapped and without marks. Ends with a line feed. */
export function pageText(markdown: string): string {
  const lines: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.split('\n')) {
    const mark = /^`{3,}/.exec(line)?.[0];
    if (fence === undefined && mark) fence = mark;
    else if (fence !== undefined && line === fence) fence = undefined;
    else if (fence !== undefined) lines.push(line === '' ? '' : `    ${line}`);
    else lines.push(...proseLines(line));
  }
  const text = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return `${escapeLines(text)}\n`;
}

function proseLines(line: string): readonly string[] {
  const [, level = '', title] = /^(#+) (.*)$/.exec(line) ?? [];
  const plain = (title ?? line).replaceAll('`', '').replaceAll('**', '');
  if (level.length > 2) return [`- ${plain}`];
  if (level) return [plain, (level.length === 1 ? '=' : '-').repeat(plain.length)];
  return wrapped(plain);
}

/** Continuation lines of a list item stand under its text. */
function wrapped(text: string): readonly string[] {
  const indent = text.startsWith('- ') ? '  ' : '';
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
