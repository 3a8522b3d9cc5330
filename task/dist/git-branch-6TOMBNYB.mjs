import {
  findProgram
} from "./chunk-CPM6G2V4.mjs";
import "./check-3087CA8D.mjs";

// src/adapters/git-branch.ts
const { execFile } = process.getBuiltinModule("node:child_process");
const { promisify } = process.getBuiltinModule("node:util");
var run = promisify(execFile);
var timeout = 6e4;
var largestOutput = 4 * 1024 * 1024;
function createDefaultBranch({ directory, environment, branch }) {
  const program = findProgram("git", environment, directory);
  const git = async (...args) => {
    if (program === void 0) return void 0;
    const env = { ...environment, GIT_TERMINAL_PROMPT: "0" };
    const settings = ["-c", "core.fsmonitor=false", "-c", "protocol.ext.allow=never"];
    const options = { cwd: directory, env, maxBuffer: largestOutput, timeout, windowsHide: true };
    try {
      return (await run(program, [...settings, ...args], options)).stdout;
    } catch (thrown) {
      if (typeof thrown.code === "number") return void 0;
      throw thrown;
    }
  };
  const reference = `refs/remotes/origin/${branch}`;
  return {
    async isCurrentHead() {
      const head = (await git("rev-parse", "--verify", "HEAD^{commit}"))?.trim();
      const listed = await git("ls-remote", "--exit-code", "origin", `refs/heads/${branch}`);
      const [remote] = listed?.split(/\s/, 1) ?? [];
      return head && remote ? head === remote : void 0;
    },
    async read(path) {
      const commit = (await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${reference}^{commit}`))?.trim();
      if (!commit) return void 0;
      const inside = path.startsWith("/") ? path : `./${path}`;
      return await git("cat-file", "blob", `${commit}:${inside}`) ?? null;
    }
  };
}
export {
  createDefaultBranch
};
