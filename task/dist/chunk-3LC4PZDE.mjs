// src/model/report.ts
var commands = [
  "auto",
  "check",
  "plan",
  "apply",
  "drift",
  "prove",
  "migrate",
  "fix",
  "explain",
  "init",
  "demo"
];
function countFindings(findings) {
  const of = (severity) => findings.filter((finding) => !finding.suppressed && finding.severity === severity).length;
  return { errors: of("error"), warnings: of("warning"), notes: of("note") };
}

export {
  commands,
  countFindings
};
