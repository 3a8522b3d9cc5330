import {
  print
} from "./chunk-DOQ464WB.mjs";
import {
  chunk_6G7D3U53_mjs_defaultText as defaultText,
  chunk_6G7D3U53_mjs_inputsOn as inputsOn,
  chunk_6G7D3U53_mjs_nameOn as nameOn
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/entry/demo.ts
const { spawnSync } = process.getBuiltinModule("node:child_process");
const { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = process.getBuiltinModule("node:fs");
const { tmpdir } = process.getBuiltinModule("node:os");
const { join } = process.getBuiltinModule("node:path");
const { fileURLToPath } = process.getBuiltinModule("node:url");
var dist = fileURLToPath(new URL(".", import.meta.url));
function demo() {
  const folder = mkdtempSync(join(tmpdir(), "idwire-demo-"));
  try {
    const stage = { checkout: join(folder, "shop"), temporary: join(folder, "job") };
    mkdirSync(stage.temporary);
    return pullRequest(stage) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
function pullRequest(stage) {
  title("A pull request breaks the wiring of a shop (examples/broken)");
  checkOut(stage, "broken");
  const onGitHub = playGitHub(stage);
  show("GitHub Action", onGitHub);
  const onAzure = playAzurePipelines(stage);
  show("Azure Pipelines task", onAzure);
  title("The author mends it (examples/clean)");
  checkOut(stage, "clean");
  const mended = [playGitHub(stage), playAzurePipelines(stage)];
  show("GitHub Action", mended[0]);
  show("Azure Pipelines task", mended[1]);
  const failed = onGitHub.code !== 0 && onAzure.printed.includes("result=Failed");
  return failed && mended[0].code === 0 && !mended[1].printed.includes("result=Failed");
}
function checkOut({ checkout }, example) {
  rmSync(checkout, { recursive: true, force: true });
  cpSync(join(dist, "..", "examples", example), checkout, { recursive: true });
}
function playGitHub({ checkout, temporary }) {
  const summary = emptyFile(temporary, "summary.md");
  return play(join(dist, "github.mjs"), checkout, summary, {
    ...defaults("action"),
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: "pull_request",
    GITHUB_EVENT_PATH: file(temporary, "event.json", JSON.stringify({ repository: { default_branch: "main" } })),
    GITHUB_OUTPUT: emptyFile(temporary, "output"),
    GITHUB_REF: "refs/pull/1/merge",
    GITHUB_REPOSITORY: "contoso/shop",
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_WORKSPACE: checkout,
    RUNNER_TEMP: temporary
  });
}
function playAzurePipelines({ checkout, temporary }) {
  const played = play(join(dist, "..", "task", "dist", "azure-pipelines.mjs"), checkout, "", {
    ...defaults("task"),
    TF_BUILD: "True",
    AGENT_TEMPDIRECTORY: temporary,
    AGENT_WORKFOLDER: temporary,
    BUILD_REASON: "PullRequest",
    BUILD_REPOSITORY_PROVIDER: "TfsGit",
    BUILD_SOURCESDIRECTORY: checkout,
    SYSTEM_DEFAULTWORKINGDIRECTORY: checkout
  });
  const uploaded = /##vso\[task\.uploadsummary\](.+)/.exec(played.printed)?.[1]?.trim();
  return { ...played, summary: uploaded ? readFileSync(uploaded, "utf8") : "" };
}
function defaults(host) {
  return Object.fromEntries(
    inputsOn(host).map((name) => [`INPUT_${nameOn(host, name).toUpperCase()}`, defaultText(name)])
  );
}
function play(bundle, cwd, summary, environment) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle], {
    cwd,
    env: { PATH: process.env.PATH ?? "", ...environment },
    encoding: "utf8"
  });
  const printed = (stdout + stderr).replace(/^##vso\[task\.debug\].*\n/gm, "");
  return { code: status ?? 1, printed, summary: summary === "" ? "" : readFileSync(summary, "utf8") };
}
function emptyFile(folder, name) {
  return file(folder, name, "");
}
function file(folder, name, text) {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}
function title(text) {
  print(`
=== ${text}
`);
}
function show(host, { printed, summary }) {
  print(`
--- ${host} prints
${inert(printed)}`);
  if (summary !== "") print(`
--- ${host}, summary page
${inert(summary)}`);
}
function inert(text) {
  return text.trimEnd().replace(/^/gm, "  | ").replaceAll("##", "# #").concat("\n");
}
export {
  demo
};
