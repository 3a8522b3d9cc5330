// src/model/finding.ts
var order = { error: 0, warning: 1, note: 2 };
function compareSeverity(a, b) {
  return order[a] - order[b];
}
function cappedSeverity(severity, confidence) {
  return severity === "error" && confidence !== "high" ? "warning" : severity;
}
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function compareFindings(a, b) {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule) || compareText(a.fingerprint, b.fingerprint);
}

export {
  compareSeverity,
  cappedSeverity,
  compareText,
  compareFindings
};
