import {
  chunk_QTW75C4R_mjs_nearest as nearest
} from "./check-CA0AB372.mjs";
import {
  chunk_P3PXVN6G_mjs_InputError as InputError
} from "./check-CA0AB372.mjs";
import {
  chunk_BBQSWFLF_mjs_rules as rules
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import {
  chunk_52TH525W_mjs_aadstsCodes as aadstsCodes,
  chunk_52TH525W_mjs_aadstsSources as aadstsSources
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import {
  chunk_UFZVNTBC_mjs_escapeLines as escapeLines
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/entry/explanation.ts
const { existsSync, readFileSync } = process.getBuiltinModule("node:fs");

// src/report/page-text.ts
var width = 100;
function pageText(markdown) {
  const lines = [];
  let fence;
  for (const line of markdown.split("\n")) {
    const mark = /^`{3,}/.exec(line)?.[0];
    if (fence === void 0 && mark) fence = mark;
    else if (fence !== void 0 && line === fence) fence = void 0;
    else if (fence !== void 0) lines.push(line === "" ? "" : `    ${line}`);
    else lines.push(...proseLines(line));
  }
  const text = lines.join("\n").replace(/\n{3,}/g, "\n\n").trim();
  return `${escapeLines(text)}
`;
}
function proseLines(line) {
  const [, level = "", title] = /^(#+) (.*)$/.exec(line) ?? [];
  const plain = (title ?? line).replaceAll("`", "").replaceAll("**", "");
  if (level.length > 2) return [`- ${plain}`];
  if (level) return [plain, (level.length === 1 ? "=" : "-").repeat(plain.length)];
  return wrapped(plain);
}
function wrapped(text) {
  const indent = text.startsWith("- ") ? "  " : "";
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line.trim() !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

// src/app/explain.ts
function explainTopic(topic, page) {
  const digits = /^(?:AADSTS)?(\d+)$/i.exec(topic.trim())?.[1];
  const code = aadstsCodes.find((candidate) => String(candidate.code) === digits);
  if (code) return pageText(codePage(code));
  const rule = rules.find(({ id }) => id === topic.trim().toLowerCase());
  if (!rule) throw unknownTopic(topic, digits);
  const text = page(rule.id);
  if (text === void 0) throw missingPage(rule.id);
  return pageText(text);
}
function codePage({ code, meaning, causes, remedy, rules: ids }) {
  const known = rules.filter(({ id }) => ids.includes(id));
  const parts = [
    `# AADSTS${code}`,
    meaning,
    "## Usual causes",
    list(causes),
    "## What to look at next",
    remedy,
    ...known.length > 0 ? ["## Rules that see such a cause before", list(known.map(({ id, title }) => `${id}: ${title}`))] : [],
    "## Sources",
    list(aadstsSources),
    "Microsoft may change codes and their meaning; read the whole message beside this."
  ];
  return parts.join("\n\n");
}
function list(items) {
  return items.map((item) => `- ${item}`).join("\n");
}
function unknownTopic(topic, digits) {
  const codes = aadstsCodes.map(({ code }) => `AADSTS${code}`);
  const ids = rules.map(({ id }) => id);
  const meant = digits === void 0 ? nearest(topic, [...ids, ...codes]) : nearest(`AADSTS${digits}`, codes);
  return new InputError({
    problem: `${JSON.stringify(topic)} is neither a rule nor a known AADSTS code${meant ? `; did you mean ${meant}?` : "."}`,
    evidence: "",
    remedy: "Rules are listed in docs/rules; codes are written like AADSTS700213."
  });
}
function missingPage(id) {
  return new InputError({
    problem: `The page of the rule ${id} is not part of this installation.`,
    evidence: `docs/rules/${id}.md is missing beside dist.`,
    remedy: "Run Idwire from a complete checkout."
  });
}

// src/entry/explanation.ts
var pages = new URL("../docs/rules/", import.meta.url);
function explanation(topic) {
  return explainTopic(topic, (id) => {
    const page = new URL(`${id}.md`, pages);
    return existsSync(page) ? readFileSync(page, "utf8") : void 0;
  });
}
export {
  explanation
};
