/** The few pieces of Markdown that generated pages are made of. */

/** A table; cells are Markdown, in which only the bar is escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text as code; empty text as a dash, so that a cell never looks forgotten. */
export function code(text: string): string {
  return text === '' ? '–' : `\`${text}\``;
}

/** A fenced block; the fence is longer than any run of backticks in the text. */
export function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n*$/, '')}\n${fence}`;
}

/**
 * The page with the text between `<!-- name:start -->` and `<!-- name:end -->` replaced, for each name. Throws when the
 * page has no such block, or the block stands twice.
 */
export function fillBlocks(page: string, blocks: Readonly<Record<string, string>>): string {
  let filled = page;
  for (const [name, text] of Object.entries(blocks)) {
    const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
    const parts = filled.split(start);
    const rest = parts[1]?.split(end);
    if (parts.length !== 2 || rest?.length !== 2) throw new Error(`The page needs one block ${start} … ${end}.`);
    filled = `${parts[0]}${start}\n\n${text}\n\n${end}${rest[1]}`;
  }
  return filled;
}
