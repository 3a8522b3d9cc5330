import {
  version
} from "./chunk-CEVAMIZS.mjs";
import {
  chunk_TICNE5WX_mjs_worstFirst as worstFirst
} from "./check-CA0AB372.mjs";
import {
  chunk_BBQSWFLF_mjs_rules as rules
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import {
  chunk_VVYBS3MP_mjs_compareText as compareText
} from "./check-CA0AB372.mjs";
import {
  chunk_UFZVNTBC_mjs_escapeJson as escapeJson,
  chunk_UFZVNTBC_mjs_escapeUrlPath as escapeUrlPath,
  chunk_UFZVNTBC_mjs_visible as visible,
  chunk_UFZVNTBC_mjs_visibleLines as visibleLines
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/report/sarif.ts
var mostResults = 25e3;
var mostRelated = 999;
var sourceRoot = "%SRCROOT%";
var schema = "https://json.schemastore.org/sarif-2.1.0.json";
var sortedRules = rules.toSorted((a, b) => compareText(a.id, b.id));
var ruleIndexes = new Map(sortedRules.map(({ id }, index) => [id, index]));
function renderSarif({ report }, options = {}) {
  const results = shownFindings(report).map(resultOf);
  const run = {
    tool: { driver: driver(options.docsUrl) },
    automationDetails: { id: `idwire/${report.command}/` },
    invocations: [invocation(report)],
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: {
      [sourceRoot]: { description: { text: "The working directory of the run: the root of the repository, usually." } }
    },
    results
  };
  return `${escapeJson(JSON.stringify({ $schema: schema, version: "2.1.0", runs: [run] }, void 0, 2))}
`;
}
function shownFindings({ findings }) {
  if (findings.length <= mostResults) return findings;
  const suppressed = findings.filter((finding) => finding.suppressed);
  const shown = new Set([...worstFirst(findings), ...suppressed].slice(0, mostResults));
  return findings.filter((finding) => shown.has(finding));
}
function driver(docsUrl) {
  return {
    name: "Idwire",
    semanticVersion: version,
    ...docsUrl && { informationUri: docsUrl },
    rules: sortedRules.map((rule) => descriptor(rule, docsUrl))
  };
}
function descriptor({ id, title, group, why, remedy, severity, confidence }, docsUrl) {
  return {
    id,
    shortDescription: { text: plain(title) },
    fullDescription: { text: plain(why) },
    help: { text: plain(`${why}

Remedy: ${remedy}`), markdown: `${why}

**Remedy:** ${remedy}` },
    ...docsUrl && { helpUri: `${docsUrl}/docs/rules/${id}.md` },
    defaultConfiguration: { level: severity },
    properties: {
      tags: [
        "azure",
        "identity",
        group.toLowerCase().replace(/[^a-z]+/g, "-").replace(/-$/, "")
      ],
      precision: confidence ?? "high",
      "problem.severity": severity === "note" ? "recommendation" : severity
    }
  };
}
function plain(text) {
  return text.replaceAll("`", "");
}
function resultOf(finding) {
  const index = ruleIndexes.get(finding.rule);
  const related = finding.related.slice(0, mostRelated);
  return {
    ruleId: visible(finding.rule),
    ...index !== void 0 && { ruleIndex: index },
    level: finding.severity,
    message: { text: messageText(finding) },
    locations: [{ physicalLocation: { artifactLocation: artifact(finding.file), region: region(finding) } }],
    ...related.length > 0 && {
      relatedLocations: related.map(({ file, line, note }, at) => ({
        id: at + 1,
        physicalLocation: { artifactLocation: artifact(file), region: { startLine: line } },
        message: { text: withoutLinks(visible(note)) }
      }))
    },
    partialFingerprints: { "idwire/v1": visible(finding.fingerprint) },
    ...finding.suppressed && { suppressions: [suppression(finding.suppressed)] },
    ...finding.fix && finding.fix.edits.length > 0 && { fixes: [fixOf(finding.fix, finding.remedy)] },
    properties: { confidence: finding.confidence }
  };
}
function messageText({ message, remedy, rendered, related }) {
  const lines = [visible(message), `Remedy: ${visibleLines(remedy)}`];
  if (rendered) lines.push(visible(`Rendered by ${rendered.by} from ${rendered.root}.`));
  const rest = related.length - mostRelated;
  if (rest > 0) lines.push(`${rest} more related places did not fit here; the JSON report has all of them.`);
  return withoutLinks(lines.join("\n"));
}
function withoutLinks(text) {
  return text.replace(/\](?=\()/g, "\\]");
}
function artifact(file) {
  if (/^(?:\/|[A-Za-z]:\/)/.test(file))
    return { uri: `file://${file.startsWith("/") ? "" : "/"}${escapeUrlPath(file)}` };
  return { uri: escapeUrlPath(file) || ".", ...file !== "-" && { uriBaseId: sourceRoot } };
}
function region(range) {
  return { startLine: range.line, startColumn: range.column, endLine: range.endLine, endColumn: range.endColumn };
}
function suppression({ by, reason }) {
  return {
    kind: by === "comment" || by === "annotation" ? "inSource" : "external",
    status: "accepted",
    ...reason !== "" && { justification: visibleLines(reason) }
  };
}
function fixOf({ safety, edits }, remedy) {
  const files = [...new Set(edits.map(({ file }) => file))];
  return {
    description: { text: withoutLinks(visibleLines(remedy)) },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifact(file),
      replacements: edits.filter((edit) => edit.file === file).map((edit) => ({ deletedRegion: region(edit), insertedContent: { text: edit.text } }))
    })),
    properties: { safety }
  };
}
function invocation({ conclusion, gaps, findings }) {
  const texts = gaps.map(({ what, why, remedy }) => `Not checked: ${what}: ${why} Remedy: ${remedy}`);
  const rest = findings.length - mostResults;
  if (rest > 0) texts.push(`${rest} more findings did not fit here; the JSON report has all of them.`);
  return {
    executionSuccessful: conclusion !== "error",
    ...texts.length > 0 && {
      toolExecutionNotifications: texts.map((text) => ({
        level: "warning",
        message: { text: withoutLinks(visibleLines(text)) }
      }))
    }
  };
}
export {
  mostRelated,
  mostResults,
  renderSarif
};
