import {
  defaultLimits
} from "./chunk-CJGED6K7.mjs";
import {
  byteOrderMark,
  isBlank,
  skipBlank
} from "./chunk-AQGYI52S.mjs";

// src/manifests/yaml/decode-text.ts
const { Buffer, isAscii, isUtf8 } = process.getBuiltinModule("node:buffer");
var notText = new RegExp("[^\\P{Cc}\\t\\n\\v\\f\\r\\x85]|\\p{Surrogate}|\\p{Noncharacter_Code_Point}", "u");
function decodeText(bytes) {
  const marked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const order = utf16Order(marked);
  if (order) return decodeUtf16(marked, order);
  const buffer = startsWithUtf8Mark(marked) ? marked.subarray(3) : marked;
  if (buffer.includes(0)) return void 0;
  if (isAscii(buffer)) return buffer.toString("latin1");
  return isUtf8(buffer) ? buffer.toString("utf8") : void 0;
}
function startsWithUtf8Mark(buffer) {
  return buffer[0] === 239 && buffer[1] === 187 && buffer[2] === 191;
}
function utf16Order(buffer) {
  const [a, b, c, d] = buffer;
  if (a === 255 && b === 254) return "little";
  if (a === 254 && b === 255) return "big";
  if (a && b === 0 && c && d === 0) return "little";
  if (a === 0 && b && c === 0 && d) return "big";
  return void 0;
}
function decodeUtf16(buffer, order) {
  if (buffer.length % 2 !== 0) return void 0;
  const text = (order === "little" ? buffer : Buffer.from(buffer).swap16()).toString("utf16le");
  if (notText.test(text)) return void 0;
  return text.charCodeAt(0) === 65279 ? text.slice(1) : text;
}

// src/manifests/yaml/split-documents.ts
function splitDocuments(text, limit = defaultLimits.documents) {
  const spans = [];
  let start = 0;
  let opened = false;
  let opening = findMarker(text, "---", 0);
  let closing = findMarker(text, "...", 0);
  while (opening !== text.length || closing !== text.length) {
    const at = Math.min(opening, closing);
    const end = text.charCodeAt(at - 1) === byteOrderMark ? at - 1 : at;
    const content = opened ? start : skipBlank(text, start, end);
    const directives = !opened && content < end && at === opening && text[content] === "%";
    if (!directives) {
      if (content < end || opened) spans.push({ start, end });
      start = at + 3;
    }
    opened = at === opening;
    if (spans.length > limit) break;
    if (opened) opening = findMarker(text, "---", at + 3);
    else closing = findMarker(text, "...", at + 3);
  }
  if (opened || spans.length === 0 || skipBlank(text, start, text.length) < text.length) {
    spans.push({ start, end: text.length });
  }
  return { spans: spans.slice(0, limit), truncated: spans.length > limit };
}
function findMarker(text, marker, from) {
  let at = text.indexOf(marker, from);
  while (at !== -1 && !(isLineStart(text, at) && isSpaceOrEnd(text, at + 3))) at = text.indexOf(marker, at + 3);
  return at === -1 ? text.length : at;
}
function isLineStart(text, at) {
  const before = text.charCodeAt(at - 1);
  if (before === byteOrderMark) return isLineStart(text, at - 1);
  return at === 0 || before === 10 || before === 13;
}
function isSpaceOrEnd(text, at) {
  return at === text.length || isBlank(text.charCodeAt(at));
}

export {
  decodeText,
  splitDocuments
};
