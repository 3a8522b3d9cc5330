import {
  scopeOf
} from "./chunk-4HD4RTG7.mjs";
import {
  githubClient
} from "./chunk-3YIBKSVN.mjs";
import "./chunk-J2GT4XCC.mjs";
import {
  chunk_GLVVUMHU_mjs_changesSince as changesSince,
  chunk_GLVVUMHU_mjs_deliver as deliver,
  chunk_GLVVUMHU_mjs_filesToShowFirst as filesToShowFirst,
  chunk_GLVVUMHU_mjs_firstKnown as firstKnown,
  chunk_GLVVUMHU_mjs_marksPerLevel as marksPerLevel,
  chunk_GLVVUMHU_mjs_portsOf as portsOf,
  chunk_GLVVUMHU_mjs_restLine as restLine,
  chunk_GLVVUMHU_mjs_thisMachine as thisMachine,
  chunk_GLVVUMHU_mjs_useCaseOf as useCaseOf,
  chunk_GLVVUMHU_mjs_withSubscription as withSubscription,
  chunk_GLVVUMHU_mjs_withinBudget as withinBudget
} from "./check-CA0AB372.mjs";
import {
  chunk_DCHD6K6U_mjs_renderMarkdown as renderMarkdown
} from "./check-CA0AB372.mjs";
import {
  briefFailure,
  failureLine,
  failureLines
} from "./chunk-UUKVCL3S.mjs";
import "./check-CA0AB372.mjs";
import {
  chunk_2SY4573C_mjs_annotationOf as annotationOf,
  chunk_2SY4573C_mjs_headline as headline
} from "./check-CA0AB372.mjs";
import {
  chunk_ABBRGN4T_mjs_githubContext as githubContext
} from "./check-CA0AB372.mjs";
import "./chunk-DOQ464WB.mjs";
import {
  chunk_EI5HOZS2_mjs_exitCodes as exitCodes
} from "./check-CA0AB372.mjs";
import {
  chunk_6G7D3U53_mjs_anyReady as anyReady,
  chunk_6G7D3U53_mjs_commandDefinition as commandDefinition,
  chunk_6G7D3U53_mjs_inputDefinition as inputDefinition,
  chunk_6G7D3U53_mjs_parseInputs as parseInputs,
  chunk_6G7D3U53_mjs_readInputs as readInputs
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import {
  chunk_P3PXVN6G_mjs_explain as explain
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import {
  chunk_UFZVNTBC_mjs_escapeLine as escapeLine
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
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
  const core = await import("./core-YDTZZZL2.mjs");
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
  const core = await import("./core-YDTZZZL2.mjs");
  core.setOutput("conclusion", "error");
  core.setFailed(`Idwire: ${line}`);
}
async function writeSummary(outcome, { context, environment: environment2, log, changedFiles }) {
  const { summary } = await import("./core-YDTZZZL2.mjs");
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

// src/hosts/auto-command.ts
var dependabot = "dependabot[bot]";
function autoCommand(run2) {
  if (!run2.credentials) {
    return check("No sign-in to Azure is configured, so this run only checks: nothing is planned or written.");
  }
  const distrusted = describeDistrust(run2);
  if (distrusted) return check(`${distrusted}, so this run only checks and does not sign in to Azure.`);
  if (run2.event === "pull-request") return { command: "plan", notice: void 0 };
  if (run2.branch === void 0 || run2.branch !== run2.defaultBranch) return check(void 0);
  if (run2.event === "push") return { command: "apply", notice: void 0 };
  if (run2.event === "schedule" || run2.event === "manual") return { command: "drift", notice: void 0 };
  return check(void 0);
}
function check(notice) {
  return { command: "check", notice };
}
function describeDistrust({ event, eventName, fromFork, actor, actorIsBot }) {
  if (eventName === "pull_request_target") return "pull_request_target runs with the rights of the default branch";
  if (event === "pull-request" && fromFork) return "The pull request comes from a fork";
  if (event === "pull-request" && actorIsBot) return `The pull request was started by ${actor}`;
  if (event === "push" && actor === dependabot) return `The push was made by ${actor}`;
  return void 0;
}

// src/entry/auto.ts
function chosenCommand({ inputs, environment: environment2, place, log, ...actor }) {
  if (inputs.command !== "auto") return inputs.command;
  if (place.kind === "local") return "check";
  const { command, notice } = autoCommand({ ...place, ...actor, credentials: hasSignIn(inputs, environment2) });
  if (notice) log.notice(notice);
  return commandDefinition(command).ready ? command : "plan";
}
function hasSignIn({ azureAuth, clientId, azureSubscription }, environment2) {
  if (azureAuth !== "auto") return azureAuth !== "none";
  const named = [
    clientId,
    azureSubscription,
    environment2.AZURE_CLIENT_ID,
    environment2.AZURESUBSCRIPTION_SERVICE_CONNECTION_ID
  ];
  return named.some(Boolean);
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
  const { values: given } = parseInputs(readInputs("action", environment), "action");
  const machine = thisMachine(environment);
  const context = githubContext(environment, machine.files);
  const channels = ["checks", "comment", "suggestions"].filter((channel) => given[channel]);
  const client = clientOf(context, given.githubToken);
  const git = changesSince(basesOf(context), environment);
  const listed = client && context.pullRequest ? [listedChanges(client, context, machine.files)] : [];
  const changes = firstKnown([git, ...listed]);
  const values = withSubscription(given, environment);
  const ports = portsOf(values, { machine, environment, changes });
  const { actor, actorIsBot, pullRequest } = context;
  const fromFork = pullRequest?.fromFork ?? false;
  const command = chosenCommand({ ...ports, inputs: values, environment, actor, actorIsBot, fromFork });
  const useCase = await useCaseOf(command);
  const outcome = await useCase(values, ports);
  const changed = await filesToShowFirst(outcome, channels.length > 0 || values.onlyChanged ? changes : git);
  machine.close();
  const { docsUrl, fileUrl } = context;
  const written = await deliver(outcome, values, machine.files, {
    // Annotations print the same commands.
    prints: values.format !== "github" || !values.annotations,
    color: false,
    fileUrl,
    ...docsUrl && { docsUrl }
  });
  const { log } = machine;
  await publish(outcome, { context, environment, log, annotations: values.annotations, written, ...changed });
  if (channels.length === 0) return outcome.report.conclusion;
  const { publishChannels } = await import("./channels-NQ2X4DXA.mjs");
  const scope = scopeOf([jobName(), ...values.paths, values.config ?? ""]);
  await publishChannels(outcome, { context, channels, client, log, scope, ...changed });
  return outcome.report.conclusion;
}
function clientOf(context, token) {
  let client;
  return token === void 0 ? void 0 : () => {
    client ??= githubClient(context, token);
    return client;
  };
}
function listedChanges(client, context, files) {
  return {
    async read() {
      const { githubChanges } = await import("./pull-request-files-SI2C7EY3.mjs");
      return githubChanges(client, context, files).read();
    }
  };
}
function jobName() {
  const { GITHUB_WORKFLOW_REF: workflow = "", GITHUB_JOB: job = "" } = environment;
  return `${workflow.replace(/@.*$/, "")} ${job}`;
}
