import {
  identityKeys
} from "./chunk-DOWHPU3F.mjs";

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

// src/rules/near-miss.ts
var known = Object.values(identityKeys).filter((key) => key !== identityKeys.prefix);
function editDistance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const substitution = previous[column - 1] + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, previous[column] + 1, current[column - 1] + 1));
    }
    previous = current;
  }
  return Math.min(previous[b.length], most + 1);
}
function misspeltKey(key) {
  if (known.includes(key)) return void 0;
  const plain = key.toLowerCase().replaceAll("_", "-");
  if (!plain.includes("identit") && !plain.includes("workload") && !plain.includes("azure")) return void 0;
  let best;
  let bestDistance = 3;
  for (const candidate of known) {
    const distance = editDistance(plain, candidate, 2);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

export {
  InputError,
  Bug,
  explain,
  commands,
  countFindings,
  editDistance,
  misspeltKey
};
