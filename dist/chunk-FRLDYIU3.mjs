import {
  adviceOf,
  annotationOf,
  codeFrame,
  countsLine,
  cut,
  docsLink,
  fixSentences,
  headline,
  quantity
} from "./chunk-ML4T24WY.mjs";
import {
  isTerminal,
  print
} from "./chunk-DOQ464WB.mjs";
import {
  InputError
} from "./chunk-NRA3LPXK.mjs";
import {
  worstFirst
} from "./chunk-TICNE5WX.mjs";
import {
  breakCommands,
  escapeHtml,
  escapeJson,
  escapeLine,
  escapeLoggingData,
  escapeLoggingProperty,
  escapeMarkdown,
  escapeWorkflowData,
  escapeWorkflowProperty,
  visible,
  visibleLines
} from "./chunk-UFZVNTBC.mjs";
import {
  compareFindings
} from "./chunk-VVYBS3MP.mjs";

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
  rule severity confidence message what why remedy by reason root safety edits refused written mended left
  file line column endLine endColumn note text docs related fingerprint
  digest complete changes unchanged left
  action identity name issuer subject audience owned origin fields blocked field from to outcome error
  errors warnings notes files documents parsed rendered durationMs diff fix suppressed`.match(/\w+/g);
function renderJson({ report }) {
  return `${escapeJson(JSON.stringify(report, keys, 2))}
`;
}

// src/report/markdown.ts
var summaryLimit = 1024 * 1024 - 1024;
var longestCell = 4e3;
var mostItems = 100;
function renderMarkdown({ report }, options = {}) {
  const head = `## Idwire ${report.command}: ${titleOf(report)}

${headline(report)}
`;
  const most = (options.maxBytes ?? summaryLimit) / 4;
  const foot = `${gapSection(report.gaps, most)}${report.fixes ? fixSection(report.fixes, most) : ""}`;
  const room = (options.maxBytes ?? summaryLimit) - byteLength(head) - byteLength(foot);
  const findings = worstFirst(report.findings, options.changedFiles);
  return `${head}${findings.length > 0 ? findingTable(findings, room, options) : ""}${foot}`;
}
function titleOf(report) {
  if (report.conclusion === "error") return "could not do its job";
  return report.conclusion === "failure" ? `failed with ${countsLine(report)}` : "passed";
}
function findingTable(findings, room, options) {
  const tableHead = "\n| | Where | What |\n| --- | --- | --- |\n";
  const longestRest = byteLength(restLine(findings.length));
  let left = room - byteLength(tableHead) - longestRest;
  const rows = [];
  for (const finding of findings) {
    const row = tableRow(finding, options);
    left -= byteLength(row);
    if (left < 0) break;
    rows.push(row);
  }
  const rest = findings.length - rows.length;
  return `${rows.length > 0 ? tableHead + rows.join("") : ""}${rest > 0 ? restLine(rest) : ""}`;
}
function restLine(count) {
  return `
${quantity(count, "more finding")} did not fit here; the log and the report file have all of them.
`;
}
function tableRow(finding, { fileUrl, docsUrl }) {
  const place = code(`${finding.file}:${finding.line}`);
  const url = fileUrl?.(finding.file, finding.line, finding.endLine);
  const where = url ? link(place, url) : place;
  return `| ${finding.severity} | ${where} | ${cell(finding.message)}${details(finding, docsUrl)} |
`;
}
function details(finding, docsUrl) {
  const rule = code(finding.rule);
  const lines = [
    finding.remedy.split(/\r\n?|\n/).map(cell).join("<br>")
  ];
  for (const { file, line, note } of finding.related) lines.push(`See ${code(`${file}:${line}`)}: ${cell(note)}`);
  if (finding.rendered) lines.push(`Rendered by ${cell(finding.rendered.by)} from ${code(finding.rendered.root)}`);
  lines.push(`Rule: ${docsUrl ? link(rule, docsLink(finding, docsUrl)) : rule}`);
  return `<details><summary>Remedy</summary>${lines.join("<br>")}</details>`;
}
function gapSection(gaps, maxBytes) {
  const items = gaps.map((gap) => `- ${cell(`${gap.what}: ${gap.why}`)} ${cell(gap.remedy)}
`);
  return listSection("Not checked", items, "more gap", maxBytes);
}
function fixSection(fixes, maxBytes) {
  const items = fixSentences(fixes).map((sentence) => `- ${cell(sentence)}
`);
  return listSection("Fixes", items, "more finding", maxBytes);
}
function listSection(heading, items, more, maxBytes) {
  if (items.length === 0) return "";
  const shown = [];
  let left = maxBytes;
  for (const item of items.slice(0, mostItems)) {
    left -= byteLength(item);
    if (left < 0) break;
    shown.push(item);
  }
  const rest = items.length - shown.length;
  const last = rest > 0 ? `
${quantity(rest, more)} did not fit here; the log and the report file have all of them.
` : "";
  return `
### ${heading}

${shown.join("")}${last}`;
}
function cell(text) {
  return escapeMarkdown(cut(text, longestCell));
}
function code(text) {
  return `<code>${cell(text)}</code>`;
}
function link(label, url) {
  return `<a href="${escapeHtml(url)}">${label}</a>`;
}
function byteLength(text) {
  return Buffer.byteLength(text);
}

// src/report/text.ts
const { styleText } = process.getBuiltinModule("node:util");
var severityStyles = { error: "red", warning: "yellow", note: "cyan" };
var usualColumns = 120;
function renderText({ report, sourceLine }, options) {
  const paint = options.color ? (style, text) => styleText(style, text, { validateStream: false }) : plain;
  const blocks = report.findings.filter((finding) => !finding.suppressed).sort(compareFindings).map((finding) => findingBlock(finding, sourceLine, paint, options));
  const gaps = report.gaps.map((gap) => gapBlock(gap, paint));
  const last = paint(report.conclusion === "success" ? "green" : "red", visible(headline(report)));
  const fixes = report.fixes ? fixBlocks(report.fixes, paint) : [];
  return `${breakCommands([...fixes, ...blocks, ...gaps, last].join("\n\n"))}
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
  sarif: async () => (await import("./sarif-ND2U6KYN.mjs")).renderSarif,
  html: async () => (await import("./html-D6FSDS5L.mjs")).renderHtml,
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
      const code2 = codeOf(thrown);
      if (code2 === "EOF") return 0;
      if (code2 !== "EAGAIN") throw thrown;
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
    const code2 = codeOf(thrown);
    if (code2 === void 0) throw thrown;
    throw new InputError(
      {
        problem: `Cannot ${action} ${file === "-" ? "standard input" : file}.`,
        evidence: thrown.message.replace(/^[A-Z]+: /, "").replace(/, \w+(?: '.*)?$/s, ` (${code2})`),
        remedy: remedies[code2] ?? "Check that the path can be used by this user on this machine."
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

// src/entry/machine.ts
function thisMachine(environment) {
  const debug = environment.RUNNER_DEBUG === "1" || environment.SYSTEM_DEBUG?.toLowerCase() === "true";
  const stream = { isTTY: isTerminal(2, environment), write: (text) => process.stderr.write(text) };
  const log = createLog({ stream, clock: systemClock, escape: escapeLine, debug });
  return {
    files: createFiles(process.cwd()),
    log,
    clock: systemClock,
    createRenderer: async (options) => {
      const { createRenderer } = await import("./renderer-UMLMCD2D.mjs");
      return createRenderer({ ...options, workingDirectory: process.cwd(), environment });
    },
    close: () => log.close()
  };
}
function changesSince(bases, environment) {
  return {
    async read() {
      const { createGitChanges } = await import("./git-RCIP5C3G.mjs");
      return createGitChanges({ directory: process.cwd(), environment, bases }).read();
    }
  };
}

// src/entry/use-cases.ts
var useCases = {
  check: async () => (await import("./check-FAYLBXCD.mjs")).check,
  fix: async () => (await import("./fix-ALTETGB6.mjs")).fix
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
  renderMarkdown,
  deliver,
  thisMachine,
  changesSince,
  useCaseOf
};
