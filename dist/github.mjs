import {
  briefFailure,
  failureLine,
  failureLines
} from "./chunk-UUKVCL3S.mjs";
import {
  deliver,
  githubContext,
  portsOf,
  renderMarkdown,
  thisMachine,
  useCaseOf,
  withSubscription
} from "./chunk-27YBR4XG.mjs";
import {
  annotationOf,
  headline,
  quantity
} from "./chunk-4HV72B4B.mjs";
import "./chunk-DOQ464WB.mjs";
import {
  exitCodes
} from "./chunk-EI5HOZS2.mjs";
import {
  anyReady,
  inputDefinition,
  parseInputs,
  readInputs
} from "./chunk-DTCHWUVC.mjs";
import "./chunk-3LC4PZDE.mjs";
import "./chunk-QTW75C4R.mjs";
import {
  explain
} from "./chunk-P3PXVN6G.mjs";
import {
  worstFirst
} from "./chunk-TICNE5WX.mjs";
import {
  escapeLine
} from "./chunk-UFZVNTBC.mjs";
import "./chunk-VVYBS3MP.mjs";
import "./chunk-PZBHSI6W.mjs";
import "./chunk-IEG5Q3DA.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/hosts/github/bases.ts
function basesOf({ pullRequest, before, ref, sha, defaultBranch }) {
  if (pullRequest) {
    const merged = ref.startsWith("refs/pull/") && sha !== "" ? [`${sha}^1`] : [];
    return [...merged, `refs/remotes/origin/${pullRequest.baseRef}`, pullRequest.baseSha].filter((base) => base !== "");
  }
  const pushed = before !== void 0 && !/^0+$/.test(before) ? [before] : [];
  const branched = defaultBranch !== void 0 && ref !== `refs/heads/${defaultBranch}`;
  return branched ? [`refs/remotes/origin/${defaultBranch}`, ...pushed] : pushed;
}

// src/hosts/budget.ts
var marksPerLevel = 10;
function withinBudget(findings, changedFiles, most = {}) {
  const left = { error: marksPerLevel, warning: marksPerLevel, note: marksPerLevel, ...most };
  const shown = [];
  const rest = [];
  for (const finding of worstFirst(findings, changedFiles)) {
    (left[finding.severity]-- > 0 ? shown : rest).push(finding);
  }
  return { shown, rest };
}
function restLine(rest) {
  const of = (severity) => rest.filter((finding) => finding.severity === severity).length;
  const parts = ["error", "warning", "note"].flatMap(
    (severity) => of(severity) > 0 ? quantity(of(severity), severity) : []
  );
  return `${parts.join(", ")} more, beyond the ${marksPerLevel} of each level that are marked; the summary of this job lists all findings.`;
}

// src/config/outputs.ts
var judging = ["check", "plan", "apply", "drift", "prove", "migrate"];
var planning = ["plan", "apply", "drift"];
var applying = ["apply"];
var outputTable = [
  {
    name: "conclusion",
    description: "`success`; `failure` for findings at or above `fail-on`; `error` when the job could not be done.",
    commands: judging
  },
  { name: "errors", description: "The number of findings at error that count.", commands: judging },
  { name: "warnings", description: "The number of findings at warning that count.", commands: judging },
  { name: "notes", description: "The number of findings at note that count.", commands: judging },
  { name: "planned", description: "The number of changes that the plan holds.", commands: planning },
  { name: "created", description: "The number of federated credentials that were created.", commands: applying },
  { name: "updated", description: "The number of federated credentials that were updated.", commands: applying },
  { name: "deleted", description: "The number of federated credentials that were deleted.", commands: applying },
  { name: "failed", description: "The number of changes that could not be written.", commands: applying },
  {
    name: "digest",
    description: "The digest of the plan. Give it to `apply` to write exactly that plan.",
    commands: planning
  },
  { name: "report-file", description: "The path of the JSON report, when one was written.", commands: judging },
  {
    name: "sarif-file",
    description: "The path of the SARIF file, when one was written.",
    commands: judging,
    input: "sarif-file"
  }
];
function readyOutputs() {
  const table = outputTable;
  return table.filter(({ commands, input }) => anyReady(commands) && !(input && inputDefinition(input).planned));
}

// src/hosts/outputs.ts
function outputValues(report, written) {
  const { counts, plan, applied = [] } = report;
  const values = {
    conclusion: report.conclusion,
    errors: counts.errors,
    warnings: counts.warnings,
    notes: counts.notes,
    planned: plan?.changes.length ?? 0,
    created: doneCount(applied, "create"),
    updated: doneCount(applied, "update"),
    deleted: doneCount(applied, "delete"),
    failed: applied.filter((change) => change.outcome === "failed").length,
    digest: plan?.digest ?? "",
    "report-file": written.report,
    "sarif-file": written.sarif
  };
  return readyOutputs().map(({ name }) => [name, String(values[name])]);
}
function doneCount(applied, action) {
  return applied.filter((change) => change.action === action && change.outcome === "done").length;
}

// src/hosts/github/annotations.ts
function annotate(core, findings, { docsUrl, changedFiles }) {
  let budgeted = withinBudget(findings, changedFiles);
  if (budgeted.rest.length > 0) budgeted = withinBudget(findings, changedFiles, { note: marksPerLevel - 1 });
  for (const finding of budgeted.shown) {
    const { level, message, ...properties } = annotationOf(finding, docsUrl);
    core[level](message, properties);
  }
  if (budgeted.rest.length > 0) core.notice(escapeLine(restLine(budgeted.rest)), { title: "Idwire: more findings" });
  return budgeted.shown.filter((finding) => finding.severity === "error").length;
}

// src/hosts/github/publish.ts
async function publish(outcome, publication) {
  const core = await import("./core-BA6MDB2I.mjs");
  const { report } = outcome;
  const { docsUrl } = publication.context;
  const errors = publication.annotations ? annotate(core, report.findings, { ...publication, docsUrl }) : 0;
  await writeSummary(outcome, publication);
  for (const [name, value] of outputValues(report, publication.written)) core.setOutput(name, value);
  if (report.conclusion === "success") return;
  const [gap] = report.gaps;
  const reason = report.conclusion === "error" && gap ? failureLine({ problem: gap.what, evidence: "", remedy: gap.remedy }) : escapeLine(headline(report));
  if (errors < marksPerLevel) core.setFailed(`Idwire: ${reason}`);
}
async function publishFailure(line) {
  const core = await import("./core-BA6MDB2I.mjs");
  core.setOutput("conclusion", "error");
  core.setFailed(`Idwire: ${line}`);
}
async function writeSummary(outcome, { context, environment: environment2, log, changedFiles }) {
  const { summary } = await import("./core-BA6MDB2I.mjs");
  if (!environment2.GITHUB_STEP_SUMMARY) {
    log.notice("This runner takes no job summaries (GITHUB_STEP_SUMMARY is not set).");
    return;
  }
  const markdown = renderMarkdown(outcome, {
    fileUrl: context.fileUrl,
    ...context.docsUrl && { docsUrl: context.docsUrl },
    ...changedFiles && { changedFiles }
  });
  try {
    await summary.addRaw(markdown).write();
  } catch (thrown) {
    log.notice(`The job summary could not be written: ${thrown.message}`);
  }
}

// src/entry/github.ts
var environment = process.env;
process.exitCode = exitCodes[await main()].code;
async function main() {
  try {
    return await run();
  } catch (thrown) {
    const error = explain(thrown);
    process.stderr.write(failureLines(error));
    await publishFailure(briefFailure(error));
    return "error";
  }
}
async function run() {
  const inputs = parseInputs(readInputs("action", environment), "action");
  const machine = thisMachine(environment);
  const context = githubContext(environment, machine.files);
  const useCase = await useCaseOf(inputs.values.command === "auto" ? "check" : inputs.values.command);
  const values = withSubscription(inputs.values, environment);
  const outcome = await useCase(values, portsOf(values, { machine, environment, bases: basesOf(context) }));
  machine.close();
  const { docsUrl, fileUrl } = context;
  const written = await deliver(outcome, inputs.values, machine.files, {
    // Annotations print the same commands.
    prints: inputs.values.format !== "github" || !inputs.values.annotations,
    color: false,
    fileUrl,
    ...docsUrl && { docsUrl }
  });
  await publish(outcome, {
    context,
    environment,
    log: machine.log,
    annotations: inputs.values.annotations,
    written
  });
  return outcome.report.conclusion;
}
