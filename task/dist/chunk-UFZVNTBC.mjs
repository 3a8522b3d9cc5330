// src/report/escape.ts
var unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
var unseenButLineFeed = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
var shortForms = { "\n": "\\n", "\r": "\\r", "	": "\\t" };
function spelledOut(character) {
  const short = shortForms[character];
  if (short) return short;
  const code = character.codePointAt(0);
  return code > 65535 ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
function visible(text) {
  return text.replace(unseen, spelledOut);
}
function visibleLines(text) {
  return text.replace(/\r\n?/g, "\n").replace(unseenButLineFeed, spelledOut);
}
var skipped = "(?:(?![\\r\\n])[\\p{DI}\\p{Cc}])*";
var commandMarks = new RegExp(`:(${skipped}):|#(${skipped})#(?=${skipped}(?:\\[|v${skipped}s${skipped}o))`, "giu");
function commandBreaks(text) {
  return Array.from(text.matchAll(commandMarks), (match) => match.index + match[0].length - 1);
}
function breakCommands(text) {
  return text.replace(commandMarks, (mark) => mark.slice(0, -1) + spelledOut(mark.slice(-1)));
}
function escapeLine(text) {
  return breakCommands(visible(text));
}
function escapeLines(text) {
  return breakCommands(visibleLines(text));
}
function escapeJson(json) {
  return breakCommands(json.replace(unseenButLineFeed, codeUnits));
}
function codeUnits(character) {
  return Array.from({ length: character.length }, (_, at) => spelledOut(character.charAt(at))).join("");
}
function escapeWorkflowData(text) {
  return percentEncode(escapeLines(text), "%\n", "%25");
}
function escapeWorkflowProperty(text) {
  return percentEncode(escapeLine(text), "%:,", "%25");
}
function escapeLoggingData(text) {
  return percentEncode(escapeLines(text), "%\n", "%AZP25");
}
function escapeLoggingProperty(text) {
  return percentEncode(escapeLine(text), "%];", "%AZP25");
}
function percentEncode(text, characters, percent) {
  return text.replace(/[%\n:,\];]/g, (character) => {
    if (!characters.includes(character)) return character;
    if (character === "%") return percent;
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
  });
}
function escapeHtml(text) {
  return visible(text).replace(/[&<>"']/g, entity);
}
function escapePage(text) {
  return visible(text).replace(/[&<>"'#:]/g, entity);
}
function escapeUrlPath(path) {
  return path.replace(new RegExp("\\p{Cs}", "gu"), "�").split("/").map((segment) => encodeURIComponent(segment).replace(/['()*!]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)).join("/");
}
function escapeMarkdown(text) {
  return visible(text).replace(markdownMarks, (mark) => {
    const shown = mark.length === 1 ? entity(mark) : mark;
    return linkMarks.test(mark) ? `${shown}<!-- -->` : shown;
  });
}
var markdownMarks = /[&<>"`*_[\]|~\\$@#]|:(?=:|\/\/|[\w+-]+:)|\bwww(?=\.)|\bGH(?=-\d)/gi;
var linkMarks = /^(?:[@#:]|www|GH)$/i;
function entity(character) {
  return `&#${character.charCodeAt(0)};`;
}

export {
  spelledOut,
  visible,
  visibleLines,
  commandBreaks,
  breakCommands,
  escapeLine,
  escapeLines,
  escapeJson,
  escapeWorkflowData,
  escapeWorkflowProperty,
  escapeLoggingData,
  escapeLoggingProperty,
  escapeHtml,
  escapePage,
  escapeUrlPath,
  escapeMarkdown
};
