import {
  parsePatch
} from "./chunk-UCF3DUTY.mjs";
import {
  findProgram
} from "./chunk-CPM6G2V4.mjs";
import "./check-3087CA8D.mjs";

// src/adapters/git.ts
const { execFile } = process.getBuiltinModule("node:child_process");
const { promisify } = process.getBuiltinModule("node:util");
var run = promisify(execFile);
var largestOutput = 64 * 1024 * 1024;
var timeout = 6e4;
function createGitChanges({ directory, environment, bases }) {
  const program = findProgram("git", environment, directory);
  const git = async (...args) => {
    if (program === void 0) throw new Error("git was not found on PATH.");
    const options = { cwd: directory, env: { ...environment }, maxBuffer: largestOutput, timeout, windowsHide: true };
    return (await run(program, ["-c", "core.fsmonitor=false", ...args], options)).stdout;
  };
  return {
    async read() {
      try {
        await git("rev-parse", "--is-inside-work-tree");
        const base = await firstBase(git, bases);
        if (!base) return unknownBase(bases);
        const diff = await git("diff", ...diffOptions, base.commit, "--", ".");
        const untracked = await git("ls-files", "--others", "--exclude-standard", "-z", "--", ".");
        return { known: true, files: changedFiles(diff, untracked), since: base.name };
      } catch (thrown) {
        return { known: false, why: messageOf(thrown), remedy: "Run it in a clone, with git on PATH." };
      }
    }
  };
}
var diffOptions = [
  "--relative",
  "--unified=0",
  "--no-color",
  "--no-ext-diff",
  "--no-textconv",
  "--ignore-submodules",
  "--src-prefix=a/",
  "--dst-prefix=b/"
];
async function firstBase(git, bases) {
  for (const name of bases) {
    const commit = await answer(git("rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`));
    const ancestor = commit && await answer(git("merge-base", commit, "HEAD"));
    if (ancestor) return { name: name.replace(/^refs\/(?:remotes|heads)\//, ""), commit: ancestor };
  }
  return void 0;
}
async function answer(question) {
  try {
    return (await question).trim() || void 0;
  } catch (thrown) {
    const { code } = thrown;
    if (code === 1 || code === 128) return void 0;
    throw thrown;
  }
}
function unknownBase(bases) {
  if (bases.length === 0) return { known: false, why: "what started this run is no change under review.", remedy: "" };
  return {
    known: false,
    why: `this clone has no commit in common with ${bases.join(", ")}.`,
    remedy: "Fetch the base as well: `fetch-depth: 0` for actions/checkout, `fetchDepth: 0` in Azure Pipelines."
  };
}
function changedFiles(diff, untracked) {
  const files = /* @__PURE__ */ new Map();
  for (const { newFileName, hunks } of parsePatch(diff)) {
    if (newFileName?.startsWith("b/")) files.set(newFileName.slice(2), hunks.map(touched));
  }
  for (const path of untracked.split("\0")) if (path !== "") files.set(path, "all");
  return files;
}
function touched({ newStart, newLines }) {
  return newLines > 0 ? { from: newStart, to: newStart + newLines - 1 } : { from: newStart - 1, to: newStart };
}
function messageOf(thrown) {
  const { stderr, message } = thrown;
  const saysSo = typeof stderr === "string" && stderr.trim() !== "";
  const line = (saysSo ? stderr : String(message ?? thrown)).trim().split("\n", 1)[0] ?? "";
  return `${saysSo ? "git says: " : ""}${line}${line.endsWith(".") ? "" : "."}`;
}
export {
  createGitChanges
};
