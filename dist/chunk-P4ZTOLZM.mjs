import {
  countsLine,
  cut,
  docsLink,
  fixSentences,
  headline,
  planRows,
  quantity,
  shortIdentity
} from "./chunk-2SY4573C.mjs";
import {
  worstFirst
} from "./chunk-TICNE5WX.mjs";
import {
  escapeHtml,
  escapeMarkdown,
  visible
} from "./chunk-UFZVNTBC.mjs";

// src/report/mermaid.ts
var mostWires = 12;
var longestName = 80;
var styles = {
  error: "fill:#ffd7d5,stroke:#cf222e,color:#1f2328",
  warning: "fill:#fff1c2,stroke:#9a6700,color:#1f2328",
  note: "fill:#ddf4ff,stroke:#0969da,color:#1f2328"
};
var links = [
  { end: "pods", letter: "p", title: "Pods" },
  { end: "account", letter: "s", title: "ServiceAccount" },
  { end: "identity", letter: "i", title: "Identity" },
  { end: "credential", letter: "c", title: "Federated credential" }
];
function renderWires(wires) {
  if (wires.length === 0) return "";
  const nodes = /* @__PURE__ */ new Map();
  const arrows = /* @__PURE__ */ new Set();
  const lines = ["flowchart LR"];
  for (const wire of wires.slice(0, mostWires)) {
    let before;
    for (const { end: name, letter, title } of links) {
      const end = wire[name];
      if (!end) break;
      const key = JSON.stringify([name, end]);
      const node = nodes.get(key) ?? { id: `${letter}${nodes.size}`, end };
      if (!nodes.has(key)) lines.push(`  ${node.id}["${label(title)}<br/>${label(end.name)}"]${classOf(end)}`);
      nodes.set(key, node);
      if (before) arrows.add(`  ${before.id} ${before.end.fault || end.fault ? "-.->" : "-->"} ${node.id}`);
      before = node;
    }
  }
  const used = ["error", "warning", "note"].filter(
    (severity) => [...nodes.values()].some(({ end }) => end.fault === severity)
  );
  const classes = used.map((severity) => `  classDef ${severity} ${styles[severity]}`);
  const rest = wires.length - mostWires;
  const more = rest > 0 ? `
${quantity(rest, "more wire")} ${rest === 1 ? "is" : "are"} at fault.
` : "";
  return `
\`\`\`mermaid
${[...lines, ...arrows, ...classes].join("\n")}
\`\`\`
${more}`;
}
function classOf({ fault }) {
  return fault ? `:::${fault}` : "";
}
function label(text) {
  const entity = (character) => `#${character.codePointAt(0)};`;
  return cut(visible(text), longestName).replace(/[^\w ./,()-]/gu, entity);
}

// src/report/markdown.ts
var summaryLimit = 1024 * 1024 - 1024;
var longestCell = 4e3;
var mostItems = 100;
function renderMarkdown({ report, wires }, options = {}) {
  const picture = wires ? renderWires(wires()) : "";
  const head = `## Idwire ${report.command}: ${titleOf(report)}

${headline(report)}
${picture}`;
  const most = (options.maxBytes ?? summaryLimit) / 4;
  const foot = `${gapSection(report.gaps, most)}${report.fixes ? fixSection(report.fixes, most) : ""}`;
  const room = (options.maxBytes ?? summaryLimit) - byteLength(head) - byteLength(foot);
  const plan = report.plan ? planSection(report.plan, report.applied, room / 2, options) : "";
  const findings = worstFirst(report.findings, options.changedFiles);
  const table = findings.length > 0 ? findingTable(findings, room - byteLength(plan), options) : "";
  return `${head}${plan}${table}${foot}`;
}
function titleOf(report) {
  if (report.conclusion === "error") return "could not do its job";
  if (report.conclusion === "success") return "passed";
  const { errors, warnings, notes } = report.counts;
  return errors + warnings + notes > 0 ? `failed with ${countsLine(report)}` : "failed";
}
function planSection(plan, applied, room, options) {
  const rows = [
    ...planRows(plan, applied).map((row) => planTableRow(row, options)),
    ...(plan.left ?? []).map(
      ({ subject, identity, to, origin }) => cells(`left to ${code(to)}`, code(shortIdentity(identity)), code(subject), linkedOrigin(origin, options))
    )
  ];
  if (rows.length === 0) return "";
  const head = "\n### Federated credentials\n\n| | Identity | Subject | Asked for by |\n| --- | --- | --- | --- |\n";
  const foot = `
Digest of this plan: ${code(plan.digest)}
`;
  let left = room - byteLength(head) - byteLength(foot) - 100;
  const fitting = rows.filter((row) => {
    left -= byteLength(row);
    return left >= 0;
  });
  const rest = rows.length - fitting.length;
  const more = rest > 0 ? `
${quantity(rest, "more change")} did not fit here; the report file has all of them.
` : "";
  return `${head}${fitting.join("")}${more}${foot}`;
}
function planTableRow({ change, state, reason }, options) {
  const fields = change.fields.map(({ field, from, to }) => `${cell(field)}: ${code(from)} to ${code(to)}`);
  const lines = [`Issuer: ${code(change.issuer)}`, `Name: ${code(change.name)}`, ...fields];
  const details2 = `<details><summary>Details</summary>${lines.join("<br>")}</details>`;
  return cells(
    `${change.action}: ${state}${reason === "" ? "" : `<br>${cell(reason)}`}`,
    code(shortIdentity(change.identity)),
    `${code(change.subject)}${details2}`,
    change.origin ? linkedOrigin(change.origin, options) : ""
  );
}
function cells(...texts) {
  return `| ${texts.join(" | ")} |
`;
}
function linkedOrigin({ file, line }, { fileUrl }) {
  const place = code(`${file}:${line}`);
  const url = fileUrl?.(file, line, line);
  return url ? link(place, url) : place;
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
  const items = gaps.map((gap) => `- ${cell(`${gap.what}: ${gap.why}`)} ${cell(gap.remedy)}
`);
  return listSection("Not checked", items, "more gap", maxBytes);
}
function fixSection(fixes, maxBytes) {
  const items = fixSentences(fixes).map((sentence) => `- ${cell(sentence)}
`);
  return listSection("Fixes", items, "more finding", maxBytes);
}
function listSection(heading, items, more, maxBytes) {
  if (items.length === 0) return "";
  const shown = [];
  let left = maxBytes;
  for (const item of items.slice(0, mostItems)) {
    left -= byteLength(item);
    if (left < 0) break;
    shown.push(item);
  }
  const rest = items.length - shown.length;
  const last = rest > 0 ? `
${quantity(rest, more)} did not fit here; the log and the report file have all of them.
` : "";
  return `
### ${heading}

${shown.join("")}${last}`;
}
function cell(text) {
  return escapeMarkdown(cut(text, longestCell));
}
function code(text) {
  return `<code>${cell(text)}</code>`;
}
function link(label2, url) {
  return `<a href="${escapeHtml(url)}">${label2}</a>`;
}
function byteLength(text) {
  return Buffer.byteLength(text);
}

export {
  renderMarkdown
};
