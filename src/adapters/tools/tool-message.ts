/** What a tool says about its failure, short enough for a report and without paths of this machine. */

const longest = 600;

/** Lines that advise on running the tool by hand, or warn about something else. */
const beside = /^(?:Use --debug|helm\.go:|level=|WARNING:|# Warning:|walk\.go:|coalesce\.go:)/;

/** The message, with each folder's path made relative. */
export function trimMessage(message: string, folders: readonly string[]): string {
  let text = message
    .split('\n')
    .map((line) => line.replace(/^\s*[Ee]rror: /, '').trimEnd())
    .filter((line) => line.trim() !== '' && !beside.test(line.trim()))
    .join('\n');
  for (const folder of folders) {
    text = text.replaceAll(`${folder}/`, '').replaceAll(folder, '.');
  }
  text = text.replaceAll(/(?:\.\.\/)+(?=[\w.-]+\/)/g, '');
  if (text === '') return 'it ended without a message';
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
