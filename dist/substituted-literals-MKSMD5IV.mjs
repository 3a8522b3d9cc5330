import {
  commandsAt,
  shellReading
} from "./chunk-37WHE2VR.mjs";
import {
  chunk_AWIFEEWH_mjs_readPlaceholders as readPlaceholders
} from "./check-CA0AB372.mjs";
import {
  chunk_YXW6GTPK_mjs_writtenText as writtenText
} from "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/manifests/declared/substituted-literals.ts
var mayReplace = /\bsed\b|\bperl\b|-replace\b|\.Replace\(/i;
function substitutesOf(source) {
  if (!mayReplace.test(source.text)) return [];
  const reading = shellReading(source, readPlaceholders);
  const found = /* @__PURE__ */ new Set();
  for (const { words } of commandsAt(/\b(?:sed|perl)[ \t]+(?=-|['"]?s\W)/g, reading)) {
    for (const word of words.slice(1)) {
      for (const literal of literalsOf(writtenText(word.text))) found.add(literal);
    }
  }
  const replacements = /(?:-c?i?replace\s+|\.Replace\(\s*)(["'])((?:(?!\1)[^\n])+)\1\s*,/gi;
  for (const match of source.text.matchAll(replacements)) {
    const literal = literalPattern(match[2]);
    if (literal !== void 0) found.add(literal);
  }
  return [...found];
}
function literalsOf(script) {
  const commands = script.matchAll(
    /(?:^|[;{\s])(?:\d+|\/[^/\n]{0,200}\/)?\s?s([^\w\s\\])((?:\\.|(?!\1)[^\\\n]){1,300})\1(?:\\.|(?!\1)[^\\\n]){0,500}\1/g
  );
  return [...commands].flatMap((match) => literalPattern(match[2]) ?? []);
}
function literalPattern(pattern) {
  const plain = pattern.replace(/\\([^\w\s])/g, "$1");
  const operators = pattern.replace(/\\[^\w\s]/g, "").replace(/[$][{(]\w+[)}]|\{\{[^}]*\}\}/g, "");
  return /[*+?[\]^|\\]|\.[*+]|\$$/.test(operators) || plain.length < 3 ? void 0 : plain;
}
export {
  substitutesOf
};
