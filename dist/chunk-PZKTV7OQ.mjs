import {
  literalText,
  unknownText
} from "./chunk-SH3ULMZR.mjs";

// src/manifests/placeholders.ts
var placeholder = new RegExp(
  [
    /\$\{\{.*?\}\}/,
    // GitHub expression
    /\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/,
    // one level of nesting: ${A:-${B}}
    /\$\([^()]*\)/,
    /#\{.*?\}#?/,
    /\{\{.*?\}\}/,
    /ENC\[[^\]]*\]/,
    /<%.*?%>/,
    /<[A-Za-z_][^<>]*>/,
    /%%[A-Za-z_][\w.-]*%%/,
    /@@?[A-Z_][A-Z0-9_.-]*@@?/,
    /\[\[.*?\]\]/,
    /__[A-Za-z][\w.-]*?__/,
    /\$[A-Za-z_]\w*/,
    /(?:REPLACE|SUBSTITUTE|INSERT)[-_](?:ME|WITH|HERE|BY)\w*/
  ].map((style) => style.source).join("|"),
  "g"
);
var scriptToken = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
var leftover = /^(?:TBA|TBD|TODO|FIXME|XXX+|CHANGE[-_]?ME|PLACEHOLDER|REPLACE[-_]?ME|UNKNOWN|NONE)$/i;
function readPlaceholders(text, known) {
  if (leftover.test(text)) return literalText(text);
  if (scriptToken.test(text)) {
    const value = known?.(text);
    return value === void 0 ? unknownText(text) : literalText(value);
  }
  const pieces = [""];
  const symbols = [];
  let at = 0;
  for (const match of text.matchAll(placeholder)) {
    pieces[pieces.length - 1] += text.slice(at, match.index);
    const value = known?.(match[0]);
    if (value === void 0) {
      symbols.push(match[0]);
      pieces.push("");
    } else pieces[pieces.length - 1] += value;
    at = match.index + match[0].length;
  }
  pieces[pieces.length - 1] += text.slice(at);
  return { pieces, symbols };
}
function hasPlaceholder(text) {
  return readPlaceholders(text).symbols.length > 0;
}

export {
  readPlaceholders,
  hasPlaceholder
};
