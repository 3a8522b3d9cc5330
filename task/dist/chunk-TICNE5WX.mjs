import {
  compareFindings,
  compareSeverity
} from "./chunk-VVYBS3MP.mjs";

// src/report/order.ts
function worstFirst(findings, changedFiles) {
  const unchanged = (finding) => changedFiles && !changedFiles.has(finding.file) ? 1 : 0;
  return findings.filter((finding) => !finding.suppressed).sort((a, b) => compareSeverity(a.severity, b.severity) || unchanged(a) - unchanged(b) || compareFindings(a, b));
}

export {
  worstFirst
};
