import {
  compareFindings,
  compareSeverity
} from "./chunk-VVYBS3MP.mjs";
import {
  breakCommands,
  commandBreaks,
  escapeHtml,
  escapeJson,
  escapeLine,
  escapeLoggingData,
  escapeLoggingProperty,
  escapeMarkdown,
  escapeUrlPath,
  escapeWorkflowData,
  escapeWorkflowProperty,
  spelledOut,
  visible,
  visibleLines
} from "./chunk-ZX3DIOGX.mjs";
import {
  print
} from "./chunk-X2IGX7VL.mjs";
import {
  InputError
} from "./chunk-NRA3LPXK.mjs";

// src/report/annotation.ts
var levels = { error: "error", warning: "warning", note: "notice" };
var longestMessage = 4096;
function annotationOf(finding, docsUrl) {
  const { line, endLine, column, endColumn } = finding;
  return {
    level: levels[finding.severity],
    title: escapeLine(`Idwire: ${finding.rule}`),
    message: cut(adviceOf(finding, docsUrl), longestMessage),
    file: escapeLine(finding.file),
    startLine: line,
    endLine: Math.max(line, endLine),
    ...endLine <= line && { startColumn: column, endColumn: Math.max(column, endColumn) }
  };
}
function adviceOf(finding, docsUrl) {
  const lines = [visible(finding.message), `Remedy: ${visibleLines(finding.remedy)}`];
  for (const { file, line, note } of finding.related) lines.push(visible(`See ${file}:${line}: ${note}`));
  if (finding.rendered) lines.push(visible(`Rendered by ${finding.rendered.by} from ${finding.rendered.root}.`));
  lines.push(visible(`Rule: ${docsLink(finding, docsUrl)}`));
  return breakCommands(lines.join("\n"));
}
function docsLink(finding, docsUrl) {
  return docsUrl ? `${docsUrl}/${escapeUrlPath(finding.docs)}` : finding.docs;
}
function cut(text, length) {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

// src/report/headline.ts
function quantity(count, noun) {
  return `${count === 0 ? "no" : count} ${noun}${count === 1 ? "" : "s"}`;
}
function countsLine({ counts }) {
  return [quantity(counts.errors, "error"), quantity(counts.warnings, "warning"), quantity(counts.notes, "note")].join(
    ", "
  );
}
function headline(report) {
  const { errors, warnings, notes } = report.counts;
  const found = errors + warnings + notes === 0 ? "no problems" : countsLine(report);
  const looked = [quantity(report.stats.files, "file")];
  if (report.stats.rendered > 0) looked.push(quantity(report.stats.rendered, "rendered root"));
  const aside = [];
  const suppressed = report.findings.filter((finding) => finding.suppressed).length;
  if (suppressed > 0) aside.push(`${suppressed} suppressed`);
  if (report.gaps.length > 0) aside.push(`${report.gaps.length} not checked`);
  const sentence = `${found} in ${looked.join(" and ")}${aside.length > 0 ? ` (${aside.join(", ")})` : ""}`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

// src/report/order.ts
function worstFirst(findings, changedFiles) {
  const unchanged = (finding) => changedFiles && !changedFiles.has(finding.file) ? 1 : 0;
  return findings.filter((finding) => !finding.suppressed).sort((a, b) => compareSeverity(a.severity, b.severity) || unchanged(a) - unchanged(b) || compareFindings(a, b));
}

// src/report/azure-commands.ts
var types = {
  error: "error",
  warning: "warning",
  note: null
};
function renderAzureCommands({ report }, options = {}) {
  const lines = worstFirst(report.findings).map((finding) => issueOf(finding, options.docsUrl));
  for (const gap of report.gaps) lines.push(escapeLine(`Not checked: ${gap.what}: ${gap.why} Remedy: ${gap.remedy}`));
  lines.push(escapeLine(headline(report)));
  return `${lines.join("\n")}
`;
}
function issueOf(finding, docsUrl) {
  const type = types[finding.severity];
  if (!type) return noteLine(finding);
  const properties = {
    type,
    sourcepath: finding.file,
    linenumber: finding.line,
    columnnumber: finding.column,
    code: finding.rule
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeLoggingProperty(String(value))};`);
  return `##vso[task.logissue ${list.join("")}]${escapeLoggingData(adviceOf(finding, docsUrl))}`;
}
function noteLine({ file, line, column, severity, rule, message, remedy }) {
  return escapeLine(`${file}:${line}:${column}: ${severity}: ${message} Remedy: ${remedy} [${rule}]`);
}

// src/report/github-commands.ts
function renderGithubCommands({ report }, options = {}) {
  const lines = worstFirst(report.findings).map((finding) => commandOf(annotationOf(finding, options.docsUrl)));
  for (const gap of report.gaps) lines.push(command("notice", { title: "Idwire: not checked" }, gapText(gap)));
  lines.push(escapeLine(headline(report)));
  return `${lines.join("\n")}
`;
}
function gapText(gap) {
  return `${gap.what}: ${gap.why}
Remedy: ${gap.remedy}`;
}
function commandOf({ level, file, startLine, endLine, startColumn, endColumn, title, message }) {
  return command(level, { file, line: startLine, endLine, col: startColumn, endColumn, title }, message);
}
function command(name, properties, data) {
  const given = Object.entries(properties).filter((entry) => entry[1] !== void 0);
  const list = given.map(([key, value]) => `${key}=${escapeWorkflowProperty(String(value))}`).join(",");
  return `::${name} ${list}::${escapeWorkflowData(data)}`;
}

// src/report/json.ts
var keys = `
  version command conclusion findings plan applied gaps counts stats
  rule severity confidence message what why remedy by reason root safety edits
  file line column endLine endColumn note text docs related fingerprint
  digest complete changes unchanged left
  action identity name issuer subject audience owned origin fields blocked field from to outcome error
  errors warnings notes files documents parsed rendered durationMs fix suppressed`.match(/\w+/g);
function renderJson({ report }) {
  return `${escapeJson(JSON.stringify(report, keys, 2))}
`;
}

// src/report/markdown.ts
var summaryLimit = 1024 * 1024 - 1024;
var longestCell = 4e3;
var mostGaps = 100;
function renderMarkdown({ report }, options = {}) {
  const head = `## Idwire ${report.command}: ${titleOf(report)}

${headline(report)}
`;
  const foot = gapSection(report.gaps, (options.maxBytes ?? summaryLimit) / 4);
  const room = (options.maxBytes ?? summaryLimit) - byteLength(head) - byteLength(foot);
  const findings = worstFirst(report.findings, options.changedFiles);
  return `${head}${findings.length > 0 ? findingTable(findings, room, options) : ""}${foot}`;
}
function titleOf(report) {
  if (report.conclusion === "error") return "could not do its job";
  return report.conclusion === "failure" ? `failed with ${countsLine(report)}` : "passed";
}
function findingTable(findings, room, options) {
  const tableHead = "\n| | Where | What |\n| --- | --- | --- |\n";
  const longestRest = byteLength(restLine(findings.length));
  let left = room - byteLength(tableHead) - longestRest;
  const rows = [];
  for (const finding of findings) {
    const row = tableRow(finding, options);
    left -= byteLength(row);
    if (left < 0) break;
    rows.push(row);
  }
  const rest = findings.length - rows.length;
  return `${rows.length > 0 ? tableHead + rows.join("") : ""}${rest > 0 ? restLine(rest) : ""}`;
}
function restLine(count) {
  return `
${quantity(count, "more finding")} did not fit here; the log and the report file have all of them.
`;
}
function tableRow(finding, { fileUrl, docsUrl }) {
  const place = code(`${finding.file}:${finding.line}`);
  const url = fileUrl?.(finding.file, finding.line, finding.endLine);
  const where = url ? link(place, url) : place;
  return `| ${finding.severity} | ${where} | ${cell(finding.message)}${details(finding, docsUrl)} |
`;
}
function details(finding, docsUrl) {
  const rule = code(finding.rule);
  const lines = [
    finding.remedy.split(/\r\n?|\n/).map(cell).join("<br>")
  ];
  for (const { file, line, note } of finding.related) lines.push(`See ${code(`${file}:${line}`)}: ${cell(note)}`);
  if (finding.rendered) lines.push(`Rendered by ${cell(finding.rendered.by)} from ${code(finding.rendered.root)}`);
  lines.push(`Rule: ${docsUrl ? link(rule, docsLink(finding, docsUrl)) : rule}`);
  return `<details><summary>Remedy</summary>${lines.join("<br>")}</details>`;
}
function gapSection(gaps, maxBytes) {
  if (gaps.length === 0) return "";
  const items = [];
  let left = maxBytes;
  for (const gap of gaps.slice(0, mostGaps)) {
    const item = `- ${cell(`${gap.what}: ${gap.why}`)} ${cell(gap.remedy)}
`;
    left -= byteLength(item);
    if (left < 0) break;
    items.push(item);
  }
  const rest = gaps.length - items.length;
  const more = rest > 0 ? `
${quantity(rest, "more gap")} did not fit here; the log and the report file have all of them.
` : "";
  return `
### Not checked

${items.join("")}${more}`;
}
function cell(text) {
  return escapeMarkdown(cut(text, longestCell));
}
function code(text) {
  return `<code>${cell(text)}</code>`;
}
function link(label, url) {
  return `<a href="${escapeHtml(url)}">${label}</a>`;
}
function byteLength(text) {
  return Buffer.byteLength(text);
}

// src/report/text.ts
import { styleText } from "node:util";

// node_modules/get-east-asian-width/lookup-data.js
var ambiguousMinimalCodePoint = 161;
var ambiguousMaximumCodePoint = 1114109;
var ambiguousRanges = [161, 161, 164, 164, 167, 168, 170, 170, 173, 174, 176, 180, 182, 186, 188, 191, 198, 198, 208, 208, 215, 216, 222, 225, 230, 230, 232, 234, 236, 237, 240, 240, 242, 243, 247, 250, 252, 252, 254, 254, 257, 257, 273, 273, 275, 275, 283, 283, 294, 295, 299, 299, 305, 307, 312, 312, 319, 322, 324, 324, 328, 331, 333, 333, 338, 339, 358, 359, 363, 363, 462, 462, 464, 464, 466, 466, 468, 468, 470, 470, 472, 472, 474, 474, 476, 476, 593, 593, 609, 609, 708, 708, 711, 711, 713, 715, 717, 717, 720, 720, 728, 731, 733, 733, 735, 735, 768, 879, 913, 929, 931, 937, 945, 961, 963, 969, 1025, 1025, 1040, 1103, 1105, 1105, 8208, 8208, 8211, 8214, 8216, 8217, 8220, 8221, 8224, 8226, 8228, 8231, 8240, 8240, 8242, 8243, 8245, 8245, 8251, 8251, 8254, 8254, 8308, 8308, 8319, 8319, 8321, 8324, 8364, 8364, 8451, 8451, 8453, 8453, 8457, 8457, 8467, 8467, 8470, 8470, 8481, 8482, 8486, 8486, 8491, 8491, 8531, 8532, 8539, 8542, 8544, 8555, 8560, 8569, 8585, 8585, 8592, 8601, 8632, 8633, 8658, 8658, 8660, 8660, 8679, 8679, 8704, 8704, 8706, 8707, 8711, 8712, 8715, 8715, 8719, 8719, 8721, 8721, 8725, 8725, 8730, 8730, 8733, 8736, 8739, 8739, 8741, 8741, 8743, 8748, 8750, 8750, 8756, 8759, 8764, 8765, 8776, 8776, 8780, 8780, 8786, 8786, 8800, 8801, 8804, 8807, 8810, 8811, 8814, 8815, 8834, 8835, 8838, 8839, 8853, 8853, 8857, 8857, 8869, 8869, 8895, 8895, 8978, 8978, 9312, 9449, 9451, 9547, 9552, 9587, 9600, 9615, 9618, 9621, 9632, 9633, 9635, 9641, 9650, 9651, 9654, 9655, 9660, 9661, 9664, 9665, 9670, 9672, 9675, 9675, 9678, 9681, 9698, 9701, 9711, 9711, 9733, 9734, 9737, 9737, 9742, 9743, 9756, 9756, 9758, 9758, 9792, 9792, 9794, 9794, 9824, 9825, 9827, 9829, 9831, 9834, 9836, 9837, 9839, 9839, 9886, 9887, 9919, 9919, 9926, 9933, 9935, 9939, 9941, 9953, 9955, 9955, 9960, 9961, 9963, 9969, 9972, 9972, 9974, 9977, 9979, 9980, 9982, 9983, 10045, 10045, 10102, 10111, 11094, 11097, 12872, 12879, 57344, 63743, 65024, 65039, 65533, 65533, 127232, 127242, 127248, 127277, 127280, 127337, 127344, 127373, 127375, 127376, 127387, 127404, 917760, 917999, 983040, 1048573, 1048576, 1114109];
var fullwidthMinimalCodePoint = 12288;
var fullwidthMaximumCodePoint = 65510;
var fullwidthRanges = [12288, 12288, 65281, 65376, 65504, 65510];
var wideMinimalCodePoint = 4352;
var wideMaximumCodePoint = 262141;
var wideRanges = [4352, 4447, 8986, 8987, 9001, 9002, 9193, 9196, 9200, 9200, 9203, 9203, 9725, 9726, 9748, 9749, 9776, 9783, 9800, 9811, 9855, 9855, 9866, 9871, 9875, 9875, 9889, 9889, 9898, 9899, 9917, 9918, 9924, 9925, 9934, 9934, 9940, 9940, 9962, 9962, 9970, 9971, 9973, 9973, 9978, 9978, 9981, 9981, 9989, 9989, 9994, 9995, 10024, 10024, 10060, 10060, 10062, 10062, 10067, 10069, 10071, 10071, 10133, 10135, 10160, 10160, 10175, 10175, 11035, 11036, 11088, 11088, 11093, 11093, 11904, 11929, 11931, 12019, 12032, 12245, 12272, 12287, 12289, 12350, 12353, 12438, 12441, 12543, 12549, 12591, 12593, 12686, 12688, 12773, 12783, 12830, 12832, 12871, 12880, 42124, 42128, 42182, 43360, 43388, 44032, 55203, 63744, 64255, 65040, 65049, 65072, 65106, 65108, 65126, 65128, 65131, 94176, 94180, 94192, 94198, 94208, 101594, 101631, 101664, 101760, 101874, 101888, 102801, 102816, 102866, 110576, 110579, 110581, 110587, 110589, 110590, 110592, 110888, 110898, 110898, 110928, 110930, 110933, 110933, 110948, 110952, 110960, 111355, 119552, 119638, 119648, 119670, 126980, 126980, 127183, 127183, 127374, 127374, 127377, 127386, 127406, 127406, 127488, 127490, 127504, 127547, 127552, 127560, 127568, 127569, 127584, 127589, 127744, 127776, 127789, 127797, 127799, 127868, 127870, 127891, 127904, 127946, 127951, 127955, 127968, 127984, 127988, 127988, 127992, 128062, 128064, 128064, 128066, 128252, 128255, 128317, 128331, 128334, 128336, 128359, 128378, 128378, 128405, 128406, 128420, 128420, 128507, 128591, 128640, 128709, 128716, 128716, 128720, 128722, 128725, 128729, 128732, 128735, 128747, 128748, 128756, 128764, 128986, 128986, 128992, 129003, 129008, 129008, 129292, 129338, 129340, 129349, 129351, 129535, 129648, 129660, 129664, 129734, 129736, 129736, 129740, 129757, 129759, 129771, 129775, 129786, 131072, 196605, 196608, 262141];

// node_modules/get-east-asian-width/utilities.js
var isInRange = (ranges, codePoint) => {
  let low = 0;
  let high = Math.floor(ranges.length / 2) - 1;
  while (low <= high) {
    const mid = Math.floor((low + high) / 2);
    const i = mid * 2;
    if (codePoint < ranges[i]) {
      high = mid - 1;
    } else if (codePoint > ranges[i + 1]) {
      low = mid + 1;
    } else {
      return true;
    }
  }
  return false;
};

// node_modules/get-east-asian-width/lookup.js
var commonCjkCodePoint = 19968;
var [wideFastPathStart, wideFastPathEnd] = /* @__PURE__ */ findWideFastPathRange(wideRanges);
function findWideFastPathRange(ranges) {
  let fastPathStart = ranges[0];
  let fastPathEnd = ranges[1];
  for (let index = 0; index < ranges.length; index += 2) {
    const start = ranges[index];
    const end = ranges[index + 1];
    if (commonCjkCodePoint >= start && commonCjkCodePoint <= end) {
      return [start, end];
    }
    if (end - start > fastPathEnd - fastPathStart) {
      fastPathStart = start;
      fastPathEnd = end;
    }
  }
  return [fastPathStart, fastPathEnd];
}
var isAmbiguous = (codePoint) => {
  if (codePoint < ambiguousMinimalCodePoint || codePoint > ambiguousMaximumCodePoint) {
    return false;
  }
  return isInRange(ambiguousRanges, codePoint);
};
var isFullwidth = (codePoint) => {
  if (codePoint < fullwidthMinimalCodePoint || codePoint > fullwidthMaximumCodePoint) {
    return false;
  }
  return isInRange(fullwidthRanges, codePoint);
};
var isWide = (codePoint) => {
  if (codePoint >= wideFastPathStart && codePoint <= wideFastPathEnd) {
    return true;
  }
  if (codePoint < wideMinimalCodePoint || codePoint > wideMaximumCodePoint) {
    return false;
  }
  return isInRange(wideRanges, codePoint);
};

// node_modules/get-east-asian-width/index.js
function validate(codePoint) {
  if (!Number.isSafeInteger(codePoint)) {
    throw new TypeError(`Expected a code point, got \`${typeof codePoint}\`.`);
  }
}
function eastAsianWidth(codePoint, { ambiguousAsWide = false } = {}) {
  validate(codePoint);
  if (isFullwidth(codePoint) || isWide(codePoint) || ambiguousAsWide && isAmbiguous(codePoint)) {
    return 2;
  }
  return 1;
}

// src/report/code-frame.ts
var mostLines = 3;
var tabStop = 4;
function codeFrame(range, lineText, width) {
  const rows = [];
  const last = range.endColumn === 1 && range.endLine > range.line ? range.endLine - 1 : range.endLine;
  for (let line = range.line; line <= Math.min(last, range.line + mostLines - 1); line++) {
    const text = lineText(line);
    if (text === void 0) break;
    const start = line === range.line ? range.column - 1 : text.search(/\S|$/);
    const end = line === range.endLine ? range.endColumn - 1 : text.length;
    rows.push(...rowsOf(line, text, start, end, width));
  }
  if (rows.length > 0 && last >= range.line + mostLines) rows.push({ number: null, text: "…" });
  return rows;
}
function rowsOf(number, text, start, end, width) {
  const from = Math.max(0, start - width * 4);
  const cells = cellsOf(text.slice(from, start + width * 4));
  const { first, past } = windowOf(cells, start - from, width);
  const within = cells.slice(first, past);
  const before = widthSum(within.filter((cell2) => cell2.at < start - from)) + (first > 0 ? 1 : 0);
  const under = widthSum(within.filter((cell2) => cell2.at >= start - from && cell2.at < end - from));
  const shownText = within.map((cell2) => cell2.text).join("");
  return [
    { number, text: `${first > 0 ? "…" : ""}${shownText}${past < cells.length ? "…" : ""}`.trimEnd() },
    { number: null, text: " ".repeat(before) + "^".repeat(Math.max(1, under)) }
  ];
}
function cellsOf(line) {
  const breaks = new Set(commandBreaks(line));
  const cells = [];
  let at = 0;
  let column = 0;
  for (const character of line) {
    const text = shown(character, breaks.has(at), column);
    const width = text === character ? widthOf(character) : text.length;
    cells.push({ at, text, width });
    at += character.length;
    column += width;
  }
  return cells;
}
function shown(character, breaksCommand, column) {
  if (character === "	") return " ".repeat(tabStop - column % tabStop);
  return breaksCommand ? spelledOut(character) : visible(character);
}
function widthOf(character) {
  if (character <= "~") return 1;
  return new RegExp("\\p{M}", "u").test(character) ? 0 : eastAsianWidth(character.codePointAt(0));
}
function windowOf(cells, start, width) {
  if (widthSum(cells) <= width) return { first: 0, past: cells.length };
  const found = cells.findIndex((cell2) => cell2.at >= start);
  const startIndex = found === -1 ? cells.length : found;
  const room = width - 2;
  const after = Math.min(widthSum(cells.slice(startIndex)), room - Math.floor(room / 3));
  let first = startIndex;
  for (let left = room - after; first > 0 && left >= cells[first - 1].width; ) {
    first--;
    left -= cells[first].width;
  }
  let past = first;
  for (let left = room; past < cells.length && left >= cells[past].width; past++)
    left -= cells[past].width;
  return { first, past };
}
function widthSum(cells) {
  return cells.reduce((sum, cell2) => sum + cell2.width, 0);
}

// src/report/text.ts
var severityStyles = { error: "red", warning: "yellow", note: "cyan" };
var usualColumns = 120;
function renderText({ report, sourceLine }, options) {
  const paint = options.color ? (style, text) => styleText(style, text, { validateStream: false }) : plain;
  const blocks = report.findings.filter((finding) => !finding.suppressed).sort(compareFindings).map((finding) => findingBlock(finding, sourceLine, paint, options));
  const gaps = report.gaps.map((gap) => gapBlock(gap, paint));
  const last = paint(report.conclusion === "success" ? "green" : "red", visible(headline(report)));
  return `${breakCommands([...blocks, ...gaps, last].join("\n\n"))}
`;
}
function plain(_, text) {
  return text;
}
function findingBlock(finding, sourceLine, paint, { columns, docsUrl }) {
  const place = paint("bold", visible(`${finding.file}:${finding.line}:${finding.column}`));
  const severity = paint(severityStyles[finding.severity], finding.severity);
  const lines = [`${place}: ${severity}: ${visible(finding.message)} [${visible(finding.rule)}]`];
  lines.push(...frameLines(finding, sourceLine, paint, columns ?? usualColumns));
  lines.push(...labelled("remedy", visibleLines(finding.remedy), paint));
  for (const { file, line, note } of finding.related)
    lines.push(...labelled("see", visible(`${file}:${line}: ${note}`), paint));
  if (finding.rendered)
    lines.push(...labelled("rendered", visible(`by ${finding.rendered.by} from ${finding.rendered.root}`), paint));
  lines.push(...labelled("rule", visible(docsLink(finding, docsUrl)), paint));
  return lines.join("\n");
}
function frameLines(finding, sourceLine, paint, columns) {
  const digits = String(finding.endLine).length;
  const indent = 2;
  const gutterWidth = indent + digits + 3;
  const rows = codeFrame(finding, (line) => sourceLine(finding.file, line), Math.max(20, columns - gutterWidth));
  return rows.map(({ number, text }) => {
    const gutter = paint("dim", `${" ".repeat(indent)}${String(number ?? "").padStart(digits)} |`);
    return `${gutter} ${number === null ? paint(severityStyles[finding.severity], text) : text}`;
  });
}
function gapBlock({ what, why, remedy }, paint) {
  const [first = "", ...more] = visibleLines(`${what}: ${why}`).split("\n");
  const lines = [`${paint("yellow", "not checked")}: ${first}`, ...more.map((line) => `  ${line}`)];
  return [...lines, ...labelled("remedy", visibleLines(remedy), paint)].join("\n");
}
function labelled(label, text, paint) {
  if (text === "") return [];
  const [first = "", ...more] = text.split("\n");
  return [`  ${paint("dim", `${label}:`)} ${first}`, ...more.map((line) => `    ${line}`)];
}

// src/report/format.ts
var renderers = {
  text: () => renderText,
  json: () => renderJson,
  markdown: () => renderMarkdown,
  github: () => renderGithubCommands,
  "azure-pipelines": () => renderAzureCommands
};
async function render(format, outcome, options) {
  const load = renderers[format];
  if (!load) {
    throw new InputError({
      problem: `The format ${format} is not part of this version.`,
      evidence: "",
      remedy: `Choose one of ${Object.keys(renderers).join(", ")}.`
    });
  }
  const renderer = await load();
  return renderer(outcome, options);
}

// src/entry/deliver.ts
async function deliver(outcome, inputs, files, options) {
  const write = async (file, format) => {
    if (file) files.write(file, await render(format, outcome, { ...options, color: false }));
    return file ?? "";
  };
  const report = await write(inputs.reportFile, "json");
  const sarif = await write(inputs.sarifFile, "sarif");
  await write(inputs.htmlFile, "html");
  if (options.prints) print(await render(inputs.format, outcome, options));
  return { report, sarif };
}

// src/entry/machine.ts
import { isatty } from "node:tty";

// src/adapters/clock.ts
import { setTimeout as wait } from "node:timers/promises";
var systemClock = {
  monotonic: () => performance.now(),
  async sleep(milliseconds, signal) {
    try {
      await wait(milliseconds, void 0, signal ? { signal } : {});
    } catch (thrown) {
      if (!signal?.aborted) throw thrown;
    }
  }
};

// src/adapters/files.ts
import fs from "node:fs";
import path from "node:path";
var smallestBuffer = 256 * 1024;
function createFiles(workingDirectory) {
  let buffer = Buffer.allocUnsafeSlow(smallestBuffer);
  const absolute = (file) => path.isAbsolute(file) ? file : `${workingDirectory}/${file}`;
  function fill(descriptor, expected) {
    let filled = 0;
    for (; ; ) {
      if (filled === buffer.length) buffer = grown(buffer, Math.max(expected + 1, buffer.length * 2));
      const count = readSome(descriptor, buffer, filled);
      filled += count;
      if (count === 0 || expected > 0 && filled === expected) return filled;
    }
  }
  return {
    list: (directory) => guarded("list", directory, () => entriesOf(absolute(directory))),
    stat: (file) => guarded("read", file, () => statOf(absolute(file))),
    realPath: (file) => guarded("find", file, () => slashed(fs.realpathSync.native(absolute(file)))),
    write: (file, text) => guarded("write", file, () => writeAtomically(absolute(file), text)),
    read: (file) => guarded("read", file, () => {
      const descriptor = file === "-" ? 0 : fs.openSync(absolute(file), "r");
      try {
        const length = fill(descriptor, file === "-" ? 0 : fs.fstatSync(descriptor).size);
        return buffer.subarray(0, length);
      } finally {
        if (file !== "-") fs.closeSync(descriptor);
      }
    })
  };
}
function grown(buffer, size) {
  const larger = Buffer.allocUnsafeSlow(size);
  buffer.copy(larger);
  return larger;
}
function readSome(descriptor, buffer, offset) {
  for (; ; ) {
    try {
      return fs.readSync(descriptor, buffer, offset, buffer.length - offset, null);
    } catch (thrown) {
      const code2 = codeOf(thrown);
      if (code2 === "EOF") return 0;
      if (code2 !== "EAGAIN") throw thrown;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
function entriesOf(directory) {
  return fs.readdirSync(directory, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
}
function kindOf(entry) {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "directory";
  return entry.isSymbolicLink() ? "link" : "other";
}
function statOf(file) {
  const stats = fs.statSync(file, { throwIfNoEntry: false });
  if (!stats) return void 0;
  return { kind: stats.isFile() ? "file" : stats.isDirectory() ? "directory" : "other", size: stats.size };
}
function writeAtomically(file, text) {
  const target = fs.existsSync(file) ? fs.realpathSync.native(file) : file;
  const mode = fs.statSync(target, { throwIfNoEntry: false })?.mode;
  const temporary = path.join(path.dirname(target), `.idwire-${process.pid}-${Date.now()}.tmp`);
  try {
    fs.writeFileSync(temporary, text, { flag: "wx" });
    if (mode !== void 0) fs.chmodSync(temporary, mode & 4095);
    fs.renameSync(temporary, target);
  } catch (thrown) {
    fs.rmSync(temporary, { force: true });
    throw thrown;
  }
}
function slashed(file) {
  return path.sep === "/" ? file : file.replaceAll(path.sep, "/");
}
var remedies = {
  ENOENT: "Check the spelling, and that it is relative to the working directory.",
  ENOTDIR: "Check the spelling: a part of the path is a file, not a folder.",
  EISDIR: "Name a file instead of a folder.",
  EACCES: "Give this user permission, or leave the path out.",
  EPERM: "Give this user permission, or leave the path out.",
  ELOOP: "Mend the symbolic links, which lead to themselves."
};
function guarded(action, file, work) {
  try {
    return work();
  } catch (thrown) {
    const code2 = codeOf(thrown);
    if (code2 === void 0) throw thrown;
    throw new InputError(
      {
        problem: `Cannot ${action} ${file === "-" ? "standard input" : file}.`,
        evidence: thrown.message.replace(/^[A-Z]+: /, "").replace(/, \w+(?: '.*)?$/s, ` (${code2})`),
        remedy: remedies[code2] ?? "Check that the path can be used by this user on this machine."
      },
      { cause: thrown }
    );
  }
}
function codeOf(thrown) {
  return thrown instanceof Error && "code" in thrown && typeof thrown.code === "string" ? thrown.code : void 0;
}

// src/adapters/log.ts
var patience = 2e3;
var pace = { terminal: 100, log: 1e4 };
function createLog({ stream, clock, escape: inert, debug }) {
  const terminal = stream.isTTY === true;
  const started = clock.monotonic();
  let lastProgress = Number.NEGATIVE_INFINITY;
  let showsProgress = false;
  function wipe() {
    if (showsProgress) stream.write("\r\x1B[K");
    showsProgress = false;
  }
  function line(text) {
    wipe();
    stream.write(`${inert(text)}
`);
  }
  return {
    progress(message) {
      const now = clock.monotonic();
      if (now - started < patience || now - lastProgress < (terminal ? pace.terminal : pace.log)) return;
      lastProgress = now;
      if (!terminal) return line(message);
      wipe();
      stream.write(inert(message));
      showsProgress = true;
    },
    notice: line,
    debug(message) {
      if (debug) line(`debug: ${message}`);
    },
    close: wipe
  };
}

// src/entry/machine.ts
function thisMachine(environment) {
  const debug = environment.RUNNER_DEBUG === "1" || environment.SYSTEM_DEBUG?.toLowerCase() === "true";
  const stream = { isTTY: isatty(2), write: (text) => process.stderr.write(text) };
  const log = createLog({ stream, clock: systemClock, escape: escapeLine, debug });
  return {
    files: createFiles(process.cwd()),
    log,
    clock: systemClock,
    createRenderer: async (options) => {
      const { createRenderer } = await import("./renderer-L5KE3IGX.mjs");
      return createRenderer({ ...options, workingDirectory: process.cwd(), environment });
    },
    close: () => log.close()
  };
}
function changesSince(bases, environment) {
  return {
    async read() {
      const { createGitChanges } = await import("./git-DIBKAFBE.mjs");
      return createGitChanges({ directory: process.cwd(), environment, bases }).read();
    }
  };
}

// src/entry/use-cases.ts
var useCases = {
  check: async () => (await import("./check-MR27J2NL.mjs")).check
};
async function useCaseOf(command2) {
  const load = useCases[command2];
  if (load) return load();
  throw new InputError({
    problem: `The command ${command2} is not part of this version.`,
    evidence: "",
    remedy: `Choose one of ${Object.keys(useCases).join(", ")}.`
  });
}

export {
  annotationOf,
  quantity,
  headline,
  worstFirst,
  renderMarkdown,
  deliver,
  thisMachine,
  changesSince,
  useCaseOf
};
