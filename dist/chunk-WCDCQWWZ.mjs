import {
  renderMarkdown
} from "./chunk-P4ZTOLZM.mjs";
import {
  codeFrame
} from "./chunk-FEYOH5WS.mjs";
import {
  adviceOf,
  annotationOf,
  docsLink,
  fixSentences,
  headline,
  originText,
  planRows,
  quantity,
  shortIdentity
} from "./chunk-2SY4573C.mjs";
import {
  azurePipelinesContext,
  githubContext
} from "./chunk-ABBRGN4T.mjs";
import {
  isTerminal,
  print
} from "./chunk-DOQ464WB.mjs";
import {
  InputError
} from "./chunk-P3PXVN6G.mjs";
import {
  worstFirst
} from "./chunk-TICNE5WX.mjs";
import {
  compareFindings
} from "./chunk-VVYBS3MP.mjs";
import {
  breakCommands,
  escapeJson,
  escapeLine,
  escapeLoggingData,
  escapeLoggingProperty,
  escapeWorkflowData,
  escapeWorkflowProperty,
  visible,
  visibleLines
} from "./chunk-UFZVNTBC.mjs";

// src/report/azure-commands.ts
var types = {
  error: "error",
  warning: "warning",
  note: null
};
function renderAzureCommands({ report }, options = {}) {
  const lines = worstFirst(report.findings).map((finding) => issueOf(finding, options.docsUrl));
  for (const gap of report.gaps) lines.push(escapeLine(`Not checked: ${gap.what}: ${gap.why} Remedy: ${gap.remedy}`));
  if (report.fixes) lines.push(...fixSentences(report.fixes).map(escapeLine));
  lines.push(escapeLine(headline(report)));
  return `${lines.join("\n")}
`;
}
function issueOf(finding, docsUrl) {
  const type = types[finding.severity];
  if (!type) return noteLine(finding);
  const properties = {
    type,
    sourcepath: finding.file,
    linenumber: finding.line,
    columnnumber: finding.column,
    code: finding.rule
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeLoggingProperty(String(value))};`);
  return `##vso[task.logissue ${list.join("")}]${escapeLoggingData(adviceOf(finding, docsUrl))}`;
}
function noteLine({ file, line, column, severity, rule, message, remedy }) {
  return escapeLine(`${file}:${line}:${column}: ${severity}: ${message} Remedy: ${remedy} [${rule}]`);
}

// src/report/github-commands.ts
function renderGithubCommands({ report }, options = {}) {
  const lines = worstFirst(report.findings).map((finding) => commandOf(annotationOf(finding, options.docsUrl)));
  for (const gap of report.gaps) lines.push(command("notice", { title: "Idwire: not checked" }, gapText(gap)));
  if (report.fixes) lines.push(...fixSentences(report.fixes).map(escapeLine));
  lines.push(escapeLine(headline(report)));
  return `${lines.join("\n")}
`;
}
function gapText(gap) {
  return `${gap.what}: ${gap.why}
Remedy: ${gap.remedy}`;
}
function commandOf({ level, file, startLine, endLine, startColumn, endColumn, title, message }) {
  return command(level, { file, line: startLine, endLine, col: startColumn, endColumn, title }, message);
}
function command(name, properties, data) {
  const given = Object.entries(properties).filter((entry) => entry[1] !== void 0);
  const list = given.map(([key, value]) => `${key}=${escapeWorkflowProperty(String(value))}`).join(",");
  return `::${name} ${list}::${escapeWorkflowData(data)}`;
}

// src/report/json.ts
var keys = `
  version command conclusion findings plan applied fixes gaps counts stats
  rule severity confidence message what why remedy by root safety edits refused written mended left
  file line column endLine endColumn note text docs related fingerprint
  digest complete changes unchanged left
  action identity name issuer subject audience owned origin fields blocked reason field from to outcome error
  errors warnings notes files documents parsed rendered durationMs diff fix suppressed`.match(/\w+/g);
function renderJson({ report }) {
  return `${escapeJson(JSON.stringify(report, keys, 2))}
`;
}

// src/report/text.ts
const { styleText } = process.getBuiltinModule("node:util");
var severityStyles = { error: "red", warning: "yellow", note: "cyan" };
var usualColumns = 120;
function renderText({ report, sourceLine }, options) {
  const paint = options.color ? (style, text) => styleText(style, text, { validateStream: false }) : plain;
  const blocks = report.findings.filter((finding) => !finding.suppressed).sort(compareFindings).map((finding) => findingBlock(finding, sourceLine, paint, options));
  const plan = report.plan ? planBlocks(report.plan, report.applied, paint) : [];
  const gaps = report.gaps.map((gap) => gapBlock(gap, paint));
  const last = paint(report.conclusion === "success" ? "green" : "red", visible(headline(report)));
  const fixes = report.fixes ? fixBlocks(report.fixes, paint) : [];
  return `${breakCommands([...fixes, ...blocks, ...plan, ...gaps, last].join("\n\n"))}
`;
}
function plain(_, text) {
  return text;
}
function findingBlock(finding, sourceLine, paint, { columns, docsUrl }) {
  const place = paint("bold", visible(`${finding.file}:${finding.line}:${finding.column}`));
  const severity = paint(severityStyles[finding.severity], finding.severity);
  const lines = [`${place}: ${severity}: ${visible(finding.message)} [${visible(finding.rule)}]`];
  lines.push(...frameLines(finding, sourceLine, paint, columns ?? usualColumns));
  lines.push(...labelled("remedy", visibleLines(finding.remedy), paint));
  for (const { file, line, note } of finding.related)
    lines.push(...labelled("see", visible(`${file}:${line}: ${note}`), paint));
  if (finding.rendered)
    lines.push(...labelled("rendered", visible(`by ${finding.rendered.by} from ${finding.rendered.root}`), paint));
  lines.push(...labelled("rule", visible(docsLink(finding, docsUrl)), paint));
  return lines.join("\n");
}
function fixBlocks(fixes, paint) {
  const diffs = fixes.written ? [] : fixes.files.map(({ diff }) => diffLines(diff, paint).join("\n"));
  const sentences = fixSentences(fixes).map(visible);
  return sentences.length > 0 ? [...diffs, sentences.join("\n")] : diffs;
}
function diffLines(diff, paint) {
  const styles = { "+": "green", "-": "red", "@": "cyan" };
  return diff.replace(/\n$/, "").split("\n").map((line) => paint(styles[line.charAt(0)] ?? "reset", visible(line.replace(/\r$/, ""))));
}
function frameLines(finding, sourceLine, paint, columns) {
  const digits = String(finding.endLine).length;
  const indent = 2;
  const gutterWidth = indent + digits + 3;
  const rows = codeFrame(finding, (line) => sourceLine(finding.file, line), Math.max(20, columns - gutterWidth));
  return rows.map(({ number, text }) => {
    const gutter = paint("dim", `${" ".repeat(indent)}${String(number ?? "").padStart(digits)} |`);
    return `${gutter} ${number === null ? paint(severityStyles[finding.severity], text) : text}`;
  });
}
var stateStyles = {
  planned: "cyan",
  blocked: "yellow",
  done: "green",
  failed: "red",
  skipped: "yellow"
};
function planBlocks(plan, applied, paint) {
  const rows = planRows(plan, applied).map(({ change, state, reason }) => {
    const origin = originText(change);
    const place = origin ? `${paint("bold", visible(origin))}: ` : "";
    const what = visible(`${change.subject} on ${shortIdentity(change.identity)}`);
    const fields = change.fields.map(({ field, from, to }) => `${field} ${from} -> ${to}`).join(", ");
    return [
      `${place}${paint(stateStyles[state], state)}: ${change.action} ${what}`,
      ...labelled("why", visibleLines(reason), paint),
      ...labelled("change", visible(fields), paint),
      ...labelled("issuer", visible(change.issuer), paint),
      ...labelled("name", visible(`${change.name}${change.owned || change.name === "" ? "" : " (not ours)"}`), paint),
      ...labelled("identity", visible(change.identity), paint)
    ].join("\n");
  });
  const left = (plan.left ?? []).map(({ subject, identity, to, origin }) => {
    const place = paint("bold", visible(`${origin.file}:${origin.line}`));
    return `${place}: left to ${visible(`${to}: ${subject} on ${shortIdentity(identity)}`)}`;
  });
  const digest = rows.length > 0 ? [`${paint("dim", "digest of this plan:")} ${visible(plan.digest)}`] : [];
  return [...rows, ...left, ...digest];
}
function gapBlock({ what, why, remedy }, paint) {
  const [first = "", ...more] = visibleLines(`${what}: ${why}`).split("\n");
  const lines = [`${paint("yellow", "not checked")}: ${first}`, ...more.map((line) => `  ${line}`)];
  return [...lines, ...labelled("remedy", visibleLines(remedy), paint)].join("\n");
}
function labelled(label, text, paint) {
  if (text === "") return [];
  const [first = "", ...more] = text.split("\n");
  return [`  ${paint("dim", `${label}:`)} ${first}`, ...more.map((line) => `    ${line}`)];
}

// src/report/format.ts
var renderers = {
  text: () => renderText,
  json: () => renderJson,
  sarif: async () => (await import("./sarif-TQHR7K7L.mjs")).renderSarif,
  html: async () => (await import("./html-EKDQ6WT6.mjs")).renderHtml,
  markdown: () => renderMarkdown,
  github: () => renderGithubCommands,
  "azure-pipelines": () => renderAzureCommands
};
async function render(format, outcome, options) {
  const renderer = await renderers[format]();
  return renderer(outcome, options);
}

// src/entry/deliver.ts
async function deliver(outcome, inputs, files, options) {
  const write = async (file, format) => {
    if (file) files.write(file, await render(format, outcome, { ...options, color: false }));
    return file ?? "";
  };
  const report = await write(inputs.reportFile, "json");
  const sarif = await write(inputs.sarifFile, "sarif");
  await write(inputs.htmlFile, "html");
  if (options.prints) print(await render(inputs.format, outcome, options));
  return { report, sarif };
}

// src/adapters/clock.ts
var systemClock = {
  // Not `performance.now()`, which first loads everything that can be measured.
  monotonic: () => Number(process.hrtime.bigint()) / 1e6,
  async sleep(milliseconds, signal) {
    const { setTimeout: wait } = await import("node:timers/promises");
    try {
      await wait(milliseconds, void 0, signal ? { signal } : {});
    } catch (thrown) {
      if (!signal?.aborted) throw thrown;
    }
  }
};

// src/adapters/files.ts
const fs = process.getBuiltinModule("node:fs");
const path = process.getBuiltinModule("node:path");
var smallestBuffer = 256 * 1024;
function createFiles(workingDirectory) {
  let buffer = Buffer.allocUnsafeSlow(smallestBuffer);
  const absolute = (file) => path.isAbsolute(file) ? file : `${workingDirectory}/${file}`;
  function fill(descriptor, expected) {
    let filled = 0;
    for (; ; ) {
      if (filled === buffer.length) buffer = grown(buffer, Math.max(expected + 1, buffer.length * 2));
      const count = readSome(descriptor, buffer, filled);
      filled += count;
      if (count === 0 || expected > 0 && filled === expected) return filled;
    }
  }
  return {
    list: (directory) => guarded("list", directory, () => entriesOf(absolute(directory))),
    stat: (file) => guarded("read", file, () => statOf(absolute(file))),
    realPath: (file) => guarded("find", file, () => slashed(fs.realpathSync.native(absolute(file)))),
    write: (file, text) => guarded("write", file, () => writeAtomically(absolute(file), text)),
    read: (file) => guarded("read", file, () => {
      const descriptor = file === "-" ? 0 : fs.openSync(absolute(file), "r");
      try {
        const length = fill(descriptor, file === "-" ? 0 : fs.fstatSync(descriptor).size);
        return buffer.subarray(0, length);
      } finally {
        if (file !== "-") fs.closeSync(descriptor);
      }
    })
  };
}
function grown(buffer, size) {
  const larger = Buffer.allocUnsafeSlow(size);
  buffer.copy(larger);
  return larger;
}
function readSome(descriptor, buffer, offset) {
  for (; ; ) {
    try {
      return fs.readSync(descriptor, buffer, offset, buffer.length - offset, null);
    } catch (thrown) {
      const code = codeOf(thrown);
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw thrown;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
function entriesOf(directory) {
  return fs.readdirSync(directory, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
}
function kindOf(entry) {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "directory";
  return entry.isSymbolicLink() ? "link" : "other";
}
function statsOf(file) {
  try {
    return fs.statSync(file, { throwIfNoEntry: false });
  } catch (thrown) {
    if (codeOf(thrown) === "ENOTDIR") return void 0;
    throw thrown;
  }
}
function statOf(file) {
  const stats = statsOf(file);
  if (!stats) return void 0;
  return {
    kind: stats.isFile() ? "file" : stats.isDirectory() ? "directory" : "other",
    size: stats.size,
    readOnly: (stats.mode & 146) === 0 || !mayWrite(file)
  };
}
function mayWrite(file) {
  try {
    fs.accessSync(file, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
function writeAtomically(file, text) {
  const target = fs.existsSync(file) ? fs.realpathSync.native(file) : file;
  const mode = fs.statSync(target, { throwIfNoEntry: false })?.mode;
  const temporary = path.join(path.dirname(target), `.idwire-${process.pid}-${Date.now()}.tmp`);
  try {
    fs.writeFileSync(temporary, text, { flag: "wx" });
    if (mode !== void 0) fs.chmodSync(temporary, mode & 4095);
    fs.renameSync(temporary, target);
  } catch (thrown) {
    fs.rmSync(temporary, { force: true });
    throw thrown;
  }
}
function slashed(file) {
  return path.sep === "/" ? file : file.replaceAll(path.sep, "/");
}
var remedies = {
  ENOENT: "Check the spelling, and that it is relative to the working directory.",
  ENOTDIR: "Check the spelling: a part of the path is a file, not a folder.",
  EISDIR: "Name a file instead of a folder.",
  EACCES: "Give this user permission, or leave the path out.",
  EPERM: "Give this user permission, or leave the path out.",
  ELOOP: "Mend the symbolic links, which lead to themselves."
};
function guarded(action, file, work) {
  try {
    return work();
  } catch (thrown) {
    const code = codeOf(thrown);
    if (code === void 0) throw thrown;
    throw new InputError(
      {
        problem: `Cannot ${action} ${file === "-" ? "standard input" : file}.`,
        evidence: thrown.message.replace(/^[A-Z]+: /, "").replace(/, \w+(?: '.*)?$/s, ` (${code})`),
        remedy: remedies[code] ?? "Check that the path can be used by this user on this machine."
      },
      { cause: thrown }
    );
  }
}
function codeOf(thrown) {
  return thrown instanceof Error && "code" in thrown && typeof thrown.code === "string" ? thrown.code : void 0;
}

// src/adapters/log.ts
var patience = 2e3;
var pace = { terminal: 100, log: 1e4 };
function createLog({ stream, clock, escape: inert, debug }) {
  const terminal = stream.isTTY === true;
  const started = clock.monotonic();
  let lastProgress = Number.NEGATIVE_INFINITY;
  let showsProgress = false;
  function wipe() {
    if (showsProgress) stream.write("\r\x1B[K");
    showsProgress = false;
  }
  function line(text) {
    wipe();
    stream.write(`${inert(text)}
`);
  }
  return {
    progress(message) {
      const now = clock.monotonic();
      if (now - started < patience || now - lastProgress < (terminal ? pace.terminal : pace.log)) return;
      lastProgress = now;
      if (!terminal) return line(message);
      wipe();
      stream.write(inert(message));
      showsProgress = true;
    },
    notice: line,
    debug(message) {
      if (debug) line(`debug: ${message}`);
    },
    close: wipe
  };
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
function isCrowded(findings) {
  return withinBudget(findings).rest.length > 0;
}
function restLine(rest) {
  const of = (severity) => rest.filter((finding) => finding.severity === severity).length;
  const parts = ["error", "warning", "note"].flatMap(
    (severity) => of(severity) > 0 ? quantity(of(severity), severity) : []
  );
  return `${parts.join(", ")} more, beyond the ${marksPerLevel} of each level that are marked; the summary of this job lists all findings.`;
}

// src/hosts/azure-pipelines/run-place.ts
var events = {
  IndividualCI: "push",
  BatchedCI: "push",
  Schedule: "schedule",
  Manual: "manual",
  PullRequest: "pull-request"
};
function azurePipelinesEvent({
  reason,
  ref,
  pullRequest
}) {
  const event = Object.hasOwn(events, reason) ? events[reason] : "other";
  const reviewed = pullRequest !== void 0 || ref.startsWith("refs/pull/");
  return {
    event: reviewed ? "pull-request" : event,
    eventName: reason,
    branch: /^refs\/heads\/(.+)$/.exec(ref)?.[1]
  };
}

// src/hosts/github/run-place.ts
var events2 = {
  push: "push",
  schedule: "schedule",
  workflow_dispatch: "manual",
  pull_request: "pull-request",
  pull_request_target: "pull-request",
  pull_request_review: "pull-request",
  merge_group: "merge-queue"
};
function githubEvent({ eventName, ref }) {
  return {
    event: Object.hasOwn(events2, eventName) ? events2[eventName] : "other",
    eventName,
    branch: /^refs\/heads\/(.+)$/.exec(ref)?.[1]
  };
}

// src/entry/run-place.ts
function runPlace(environment, files, defaultBranch) {
  if (environment.GITHUB_ACTIONS === "true") {
    const context = githubContext(environment, files);
    return inPipeline(githubEvent(context), defaultBranch ?? context.defaultBranch, environment);
  }
  if (environment.TF_BUILD?.toLowerCase() === "true") {
    return inPipeline(azurePipelinesEvent(azurePipelinesContext(environment)), defaultBranch, environment);
  }
  if (environment.CI && environment.CI.toLowerCase() !== "false") {
    const unknown = { event: "other", eventName: "unknown to Idwire (CI is set)", branch: void 0 };
    return inPipeline(unknown, defaultBranch, environment);
  }
  return { kind: "local" };
}
function inPipeline(started, given, environment) {
  const defaultBranch = given ?? "main";
  const branch = async () => {
    const { createDefaultBranch } = await import("./git-branch-6TOMBNYB.mjs");
    return createDefaultBranch({ directory: process.cwd(), environment, branch: defaultBranch });
  };
  return {
    kind: "pipeline",
    ...started,
    defaultBranch,
    isCurrentHead: async () => (await branch()).isCurrentHead(),
    onDefaultBranch: async (path2) => (await branch()).read(path2)
  };
}

// src/entry/machine.ts
function thisMachine(environment) {
  const debug = environment.RUNNER_DEBUG === "1" || environment.SYSTEM_DEBUG?.toLowerCase() === "true";
  const stream = { isTTY: isTerminal(2, environment), write: (text) => process.stderr.write(text) };
  const log = createLog({ stream, clock: systemClock, escape: escapeLine, debug });
  return {
    // Relative, since the system would look up every folder above this one again for each file.
    files: createFiles("."),
    log,
    clock: systemClock,
    createRenderer: async (options) => {
      const { createRenderer } = await import("./renderer-PRY2NXYM.mjs");
      return createRenderer({ ...options, workingDirectory: process.cwd(), environment });
    },
    close: () => log.close()
  };
}
function changesSince(bases, environment) {
  return {
    async read() {
      const { createGitChanges } = await import("./git-IDH72PDE.mjs");
      return createGitChanges({ directory: process.cwd(), environment, bases }).read();
    }
  };
}
function portsOf(inputs, { machine, environment, changes, connection }) {
  return {
    ...machine,
    changes,
    place: runPlace(environment, machine.files, inputs.defaultBranch),
    stopSignal,
    pipelineHosts: async () => {
      const { createPipelineHosts } = await import("./pipeline-hosts-KTAVTCUQ.mjs");
      return createPipelineHosts({ inputs, environment, files: machine.files, accessToken: connection?.accessToken });
    },
    signIn: async (cloud, tenant) => {
      const { signInToAzure } = await import("./azure-Z2ZWEH7T.mjs");
      return signInToAzure({ inputs, environment, log: machine.log, connection }, cloud, tenant);
    }
  };
}
function firstKnown(sources) {
  let answer;
  const ask = async () => {
    const unknown = [];
    for (const source of sources) {
      const set = await source.read();
      if (set.known) return set;
      unknown.push(set);
    }
    const sentences = (of) => unknown.flatMap((set) => set[of] || []).join(" ");
    return { known: false, why: sentences("why"), remedy: sentences("remedy") };
  };
  return {
    read() {
      answer ??= ask();
      return answer;
    }
  };
}
function withSubscription(inputs, environment, connection) {
  const subscriptionId = inputs.subscriptionId ?? connection?.subscriptionId ?? (environment.AZURE_SUBSCRIPTION_ID || void 0);
  return { ...inputs, subscriptionId };
}
function stopSignal() {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"]) process.once(name, () => controller.abort());
  return controller.signal;
}
async function filesToShowFirst({ report }, changes) {
  const set = isCrowded(report.findings) ? await changes.read() : void 0;
  return set?.known ? { changedFiles: new Set(set.files.keys()) } : {};
}

// src/entry/use-cases.ts
var useCases = {
  check: async () => (await import("./check-TOUETCMC.mjs")).check,
  fix: async () => (await import("./fix-PWHDYD3X.mjs")).fix,
  plan: async () => (await import("./plan-BLUCJLFL.mjs")).plan,
  apply: async () => (await import("./apply-JCR3KV7X.mjs")).apply
};
async function useCaseOf(command2) {
  const load = useCases[command2];
  if (load) return load();
  throw new InputError({
    problem: `The command ${command2} is not part of this version.`,
    evidence: "",
    remedy: `Choose one of ${Object.keys(useCases).join(", ")}.`
  });
}

export {
  deliver,
  marksPerLevel,
  withinBudget,
  restLine,
  thisMachine,
  changesSince,
  portsOf,
  firstKnown,
  withSubscription,
  filesToShowFirst,
  useCaseOf
};
