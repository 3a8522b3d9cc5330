/** Makes foreign text inert, with one function for each medium it can reach. */

/** Characters that a person cannot see but a terminal, a parser or a comparison can: controls, bidi and zero-width marks. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const unseenButLineFeed = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const shortForms: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** The JSON-like notation of one character: `\n`, `\u202e`, `\u{e0041}`. */
export function spelledOut(character: string): string {
  const short = shortForms[character];
  if (short) return short;
  const code = character.codePointAt(0) as number;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** One line in which nothing is hidden: controls, ANSI, line breaks and bidi marks are spelled out. */
export function visible(text: string): string {
  return text.replace(unseen, spelledOut);
}

/** As `visible`, but line breaks stay (as line feeds). */
export function visibleLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unseenButLineFeed, spelledOut);
}

/**
 * What a runner takes for a command: GitHub `::` at the start of a line and `##[` anywhere (actions/runner
 * ActionCommand.cs), Azure `##vso[` anywhere, with a warning for a bare `##vso` (azure-pipelines-agent Command.cs).
 * Both search by culture, which skips ignorable characters, so those may stand between without protecting anything.
 */
const skipped = '(?:(?![\\r\\n])[\\p{DI}\\p{Cc}])*';
const commandMarks = new RegExp(`:(${skipped}):|#(${skipped})#(?=${skipped}(?:\\[|v${skipped}s${skipped}o))`, 'giu');

/** Offsets of the characters that have to be spelled out so that no runner sees a command in the text. */
export function commandBreaks(text: string): readonly number[] {
  return Array.from(text.matchAll(commandMarks), (match) => match.index + match[0].length - 1);
}

/** The same text with every would-be runner command broken by spelling out one character of its mark. */
export function breakCommands(text: string): string {
  return text.replace(commandMarks, (mark) => mark.slice(0, -1) + spelledOut(mark.slice(-1)));
}

/** For a terminal or a log: one inert line. */
export function escapeLine(text: string): string {
  return breakCommands(visible(text));
}

/** For a log or an annotation: inert, line feeds kept. */
export function escapeLines(text: string): string {
  return breakCommands(visibleLines(text));
}

/** JSON text that parses to the same value and holds nothing a runner, a terminal or a reader could trip over. */
export function escapeJson(json: string): string {
  return breakCommands(json.replace(unseenButLineFeed, codeUnits));
}

function codeUnits(character: string): string {
  return Array.from({ length: character.length }, (_, at) => spelledOut(character.charAt(at))).join('');
}

/** Data of a workflow command (actions/toolkit packages/core/src/command.ts). */
export function escapeWorkflowData(text: string): string {
  return percentEncode(escapeLines(text), '%\n', '%25');
}

/** A property value of a workflow command: `:` and `,` are encoded as well. */
export function escapeWorkflowProperty(text: string): string {
  return percentEncode(escapeLine(text), '%:,', '%25');
}

/** Data of an Azure Pipelines logging command (azure-pipelines-task-lib taskcommand). */
export function escapeLoggingData(text: string): string {
  return percentEncode(escapeLines(text), '%\n', '%AZP25');
}

/** A property value of a logging command: `]` and `;` are encoded as well. */
export function escapeLoggingProperty(text: string): string {
  return percentEncode(escapeLine(text), '%];', '%AZP25');
}

/** Percent-encodes the listed ASCII characters; each host spells the percent sign itself in its own way. */
function percentEncode(text: string, characters: string, percent: string): string {
  return text.replace(/[%\n:,\];]/g, (character) => {
    if (!characters.includes(character)) return character;
    if (character === '%') return percent;
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  });
}

/** Text of an HTML page or a quoted attribute. */
export function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, entity);
}

/** Text of a page that may also be printed to the log of a runner: would-be commands become entities too. */
export function escapePage(text: string): string {
  return visible(text).replace(/[&<>"'#:]/g, entity);
}

/** A relative path as part of a web address; nothing in it can end the path or the attribute that holds it. */
export function escapeUrlPath(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map((segment) => encodeURIComponent(segment).replace(/['()*!]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`))
    .join('/');
}

/**
 * Inline Markdown that shows exactly the text: no markup, table cell, link, mention, issue reference, emoji or formula
 * comes of it, in Markdown as well as inside HTML. Entities serve both; an empty comment parts what GitHub would still
 * link or replace after decoding them. Not for the start of a line, where a plain `-` or `1.` would make a list.
 */
export function escapeMarkdown(text: string): string {
  return visible(text).replace(markdownMarks, (mark) => {
    const shown = mark.length === 1 ? entity(mark) : mark;
    return linkMarks.test(mark) ? `${shown}<!-- -->` : shown;
  });
}

const markdownMarks = /[&<>"`*_[\]|~\\$@#]|:(?=:|\/\/|[\w+-]+:)|\bwww(?=\.)|\bGH(?=-\d)/gi;
const linkMarks = /^(?:[@#:]|www|GH)$/i;

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
