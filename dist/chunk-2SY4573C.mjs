import {
  breakCommands,
  escapeLine,
  escapeUrlPath,
  visible,
  visibleLines
} from "./chunk-UFZVNTBC.mjs";

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

// src/report/fixes.ts
function fixSentences({ written, mended, left }) {
  return [
    ...mended.map(({ rule, file, line }) => `${written ? "Mended" : "Would mend"} ${rule} at ${file}:${line}.`),
    ...left.map(({ rule, file, line, why }) => `Left ${rule} at ${file}:${line}: ${why}`)
  ];
}
function fixCounts({ written, mended, left }) {
  const counts = mended.length > 0 ? [`${mended.length} ${written ? "mended" : "would be mended"}`] : [];
  return left.length > 0 ? [...counts, `${left.length} left`] : counts;
}

// src/report/plan-rows.ts
function planRows(plan, applied = []) {
  const key = ({ action, identity, name }) => JSON.stringify([action, identity, name]);
  const outcomes = new Map(applied.map((change) => [key(change), change]));
  return plan.changes.map((change) => {
    if (change.blocked !== null) return { change, state: "blocked", reason: change.blocked };
    const outcome = outcomes.get(key(change));
    return { change, state: outcome?.outcome ?? "planned", reason: outcome?.error ?? change.reason ?? "" };
  });
}
function shortIdentity(identity) {
  return identity.slice(identity.lastIndexOf("/") + 1) || identity;
}
function originText({ origin }) {
  return origin ? `${origin.file}:${origin.line}` : void 0;
}
var pastWords = { create: "created", update: "updated", delete: "deleted" };
function planSum({ plan, applied }) {
  if (!plan) return void 0;
  const rows = planRows(plan, applied);
  const count = (words, fits) => {
    const number = rows.filter(fits).length;
    return number > 0 ? [`${number} ${words}`] : [];
  };
  const parts = [
    ...["create", "update", "delete"].flatMap((action) => [
      ...count(pastWords[action], ({ change, state }) => state === "done" && change.action === action),
      ...count(`to ${action}`, ({ change, state }) => state === "planned" && change.action === action)
    ]),
    ...["blocked", "failed", "skipped"].flatMap((word) => count(word, ({ state }) => state === word)),
    `${plan.unchanged} unchanged`,
    ...plan.left?.length ? [`${plan.left.length} left to others`] : []
  ];
  return `${parts.join(", ")}${plan.complete ? "" : ", incomplete"}`;
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
  const aside = report.fixes ? [...fixCounts(report.fixes)] : [];
  const suppressed = report.findings.filter((finding) => finding.suppressed).length;
  if (suppressed > 0) aside.push(`${suppressed} suppressed`);
  if (report.gaps.length > 0) aside.push(`${report.gaps.length} not checked`);
  const sentence = `${found} in ${looked.join(" and ")}${aside.length > 0 ? ` (${aside.join(", ")})` : ""}`;
  const plan = planSum(report);
  const credentials = plan === void 0 ? "" : ` Federated credentials: ${plan}.`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.${credentials}`;
}

export {
  annotationOf,
  adviceOf,
  docsLink,
  cut,
  fixSentences,
  planRows,
  shortIdentity,
  originText,
  quantity,
  countsLine,
  headline
};
