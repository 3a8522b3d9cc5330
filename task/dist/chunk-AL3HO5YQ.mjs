// src/model/errors.ts
var IdwireError = class extends Error {
  problem;
  evidence;
  remedy;
  constructor(explanation, options) {
    super(explanation.problem, options);
    this.problem = explanation.problem;
    this.evidence = explanation.evidence;
    this.remedy = explanation.remedy;
    this.name = new.target.name;
  }
};
var InputError = class extends IdwireError {
};
var Bug = class extends IdwireError {
};
function explain(thrown) {
  if (thrown instanceof IdwireError) return thrown;
  const cause = thrown instanceof Error ? thrown : new Error(String(thrown));
  return new Bug(
    {
      problem: `Idwire failed: ${cause.message}`,
      evidence: cause.stack ?? cause.message,
      remedy: "This is a bug of Idwire. Please report it with the text above."
    },
    { cause }
  );
}

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
  InputError,
  Bug,
  explain,
  commands,
  countFindings
};
