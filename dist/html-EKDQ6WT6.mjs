import {
  chunk_FEYOH5WS_mjs_codeFrame as codeFrame
} from "./check-CA0AB372.mjs";
import {
  chunk_2SY4573C_mjs_docsLink as docsLink,
  chunk_2SY4573C_mjs_fixSentences as fixSentences,
  chunk_2SY4573C_mjs_headline as headline,
  chunk_2SY4573C_mjs_originText as originText,
  chunk_2SY4573C_mjs_planRows as planRows
} from "./check-CA0AB372.mjs";
import {
  version
} from "./chunk-CEVAMIZS.mjs";
import {
  chunk_TICNE5WX_mjs_worstFirst as worstFirst
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import {
  chunk_UFZVNTBC_mjs_escapePage as escapePage
} from "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/report/html.ts
const { createHash } = process.getBuiltinModule("node:crypto");

// src/report/html-style.ts
var style = `
:root { color-scheme: light dark; --line: #d0d7de; --soft: #f6f8fa; --quiet: #59636e; --error: #b3261e; --warning: #7a5200; --note: #0b57a4; --good: #1a6b34; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --soft: #161b22; --quiet: #9198a1; --error: #ff8a80; --warning: #e3b341; --note: #79b8ff; --good: #5fce7d; } }
body { font: 15px/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 80rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-top: 1px solid var(--line); padding: .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
p { margin: 0 0 .4rem; }
code, pre { font: 13px/1.45 ui-monospace, monospace; }
pre { background: var(--soft); border: 1px solid var(--line); overflow-x: auto; padding: .5rem; margin: .4rem 0; }
pre i, footer { color: var(--quiet); font-style: normal; }
.error, .failure { color: var(--error); } .warning { color: var(--warning); } .note { color: var(--note); } .success { color: var(--good); }
td.error, td.warning, td.note { font-weight: 600; white-space: nowrap; overflow-wrap: normal; }
.sum { font-weight: 600; } footer { margin-top: 2rem; font-size: .85rem; }
@media (max-width: 40rem) { td, th { display: block; border: 0; padding: .15rem 0; } tr { display: block; border-top: 1px solid var(--line); padding: .5rem 0; } thead { display: none; } }
`;

// src/report/html.ts
var frameColumns = 120;
function renderHtml({ report, sourceLine }, options = {}) {
  const title = `Idwire ${report.command}`;
  const findings = worstFirst(report.findings);
  const parts = [
    `<h1>${escapePage(title)}</h1>`,
    `<p class="sum ${report.conclusion}">${escapePage(headline(report))}</p>`,
    report.fixes ? fixSection(report.fixes) : "",
    findings.length > 0 ? findingTable(findings, sourceLine, options) : "",
    report.plan ? planSection(report) : "",
    gapSection(report.gaps),
    suppressedSection(report.findings),
    `<footer>Idwire ${escapePage(version)}</footer>`
  ];
  return `${head(title)}
<body>
<main>
${parts.filter((part) => part !== "").join("\n")}
</main>
</body>
</html>
`;
}
function head(title) {
  const hash = createHash("sha256").update(style).digest("base64");
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapePage(title)}</title>`,
    `<style>${style}</style>`,
    "</head>"
  ].join("\n");
}
function findingTable(findings, sourceLine, options) {
  const rows = findings.map(
    (finding) => `<tr><td class="${finding.severity}">${finding.severity}</td><td>${place(finding, options)}</td><td>${detail(finding, sourceLine, options)}</td></tr>`
  );
  return table("Findings", ["Severity", "Where", "What"], rows);
}
function place(finding, { fileUrl }) {
  const label = code(`${finding.file}:${finding.line}:${finding.column}`);
  const url = fileUrl?.(finding.file, finding.line, finding.endLine);
  return url ? link(label, url) : label;
}
function detail(finding, sourceLine, { docsUrl }) {
  const rule = code(finding.rule);
  const lines = [`<p>${escapePage(finding.message)}</p>`, frame(finding, sourceLine)];
  lines.push(`<p><b>Remedy</b> ${lineByLine(finding.remedy)}</p>`);
  for (const { file, line, note } of finding.related) {
    lines.push(`<p>See ${code(`${file}:${line}`)} ${escapePage(note)}</p>`);
  }
  if (finding.rendered) {
    lines.push(`<p>Rendered by ${escapePage(finding.rendered.by)} from ${code(finding.rendered.root)}</p>`);
  }
  lines.push(`<p>Rule ${docsUrl ? link(rule, docsLink(finding, docsUrl)) : rule}</p>`);
  return lines.join("");
}
function frame(finding, sourceLine) {
  const rows = codeFrame(finding, (line) => sourceLine(finding.file, line), frameColumns);
  if (rows.length === 0) return "";
  const width = String(finding.endLine).length;
  const lines = rows.map(({ number, text }) => {
    const gutter = `<i>${String(number ?? "").padStart(width)}</i> `;
    return gutter + (number === null ? `<b class="${finding.severity}">${escapePage(text)}</b>` : escapePage(text));
  });
  return `<pre>${lines.join("\n")}</pre>`;
}
function fixSection(fixes) {
  const sentences = fixSentences(fixes).map((sentence) => `<li>${escapePage(sentence)}</li>`);
  const diffs = fixes.files.map(({ diff }) => `<pre>${lineByLine(diff.replaceAll("\r\n", "\n"), "\n")}</pre>`);
  if (sentences.length === 0) return "";
  return `<h2>Fixes</h2>
<ul>${sentences.join("")}</ul>${diffs.join("")}`;
}
function planSection({ plan, applied }) {
  if (!plan) return "";
  const rows = planRows(plan, applied).map(({ change, state, reason }) => {
    const fields = change.fields.map(({ field, from, to }) => `${field}: ${from} to ${to}`);
    const trust = [change.subject, change.issuer, change.audience, ...fields].map(code).join("<br>");
    const cells = [
      change.action,
      state,
      code(change.identity),
      code(change.name),
      trust,
      code(originText(change) ?? "")
    ];
    return `<tr>${[...cells, escapePage(reason)].map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  });
  const left = (plan.left ?? []).map(
    ({ identity, subject, to }) => `<tr><td>none</td><td>left</td><td>${code(identity)}</td><td></td><td>${code(subject)}</td><td></td><td>left to ${code(to)}</td></tr>`
  );
  return table(
    "Federated credentials",
    ["Action", "State", "Identity", "Name", "Trusts", "Asked for at", "Reason"],
    [...rows, ...left]
  );
}
function gapSection(gaps) {
  const rows = gaps.map(
    ({ what, why, remedy }) => `<tr><td>${escapePage(what)}</td><td>${lineByLine(why)}</td><td>${lineByLine(remedy)}</td></tr>`
  );
  return rows.length > 0 ? table("Not checked", ["What", "Why", "Remedy"], rows) : "";
}
function suppressedSection(findings) {
  const rows = findings.flatMap(
    ({ suppressed, file, line, rule, message }) => suppressed ? `<tr><td>${code(`${file}:${line}`)}</td><td>${code(rule)} ${escapePage(message)}</td><td>${escapePage(suppressed.by)} ${escapePage(suppressed.reason)}</td></tr>` : []
  );
  if (rows.length === 0) return "";
  return `<details><summary>${rows.length} suppressed</summary>${table("Suppressed", ["Where", "What", "Why"], rows)}</details>`;
}
function table(heading, columns, rows) {
  const cells = columns.map((column) => `<th scope="col">${column}</th>`).join("");
  return `<h2>${heading}</h2>
<table><thead><tr>${cells}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody></table>`;
}
function lineByLine(text, separator = "<br>") {
  return text.split(/\r\n?|\n/).map(escapePage).join(separator);
}
function code(text) {
  return `<code>${escapePage(text)}</code>`;
}
function link(label, url) {
  return `<a href="${escapePage(url)}">${label}</a>`;
}
export {
  renderHtml
};
