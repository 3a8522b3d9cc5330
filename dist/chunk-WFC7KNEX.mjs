import {
  parsePatch
} from "./chunk-UCF3DUTY.mjs";
import {
  statusOf
} from "./chunk-3YIBKSVN.mjs";

// src/hosts/github/refusal.ts
function whyRefused(thrown, permission) {
  const status = statusOf(thrown);
  const said = thrown instanceof Error ? thrown.message.split("\n", 1)[0] : String(thrown);
  if (status === void 0 || !hasResponse(thrown))
    return {
      why: `GitHub was not reached, or its answer not understood: ${said}.`,
      remedy: "The next run tries again."
    };
  const why = `GitHub answered ${status} (${brief(said)}).`;
  if (isRateLimit(status, thrown)) return { why, remedy: "That is a rate limit: the next run catches up." };
  if (status === 401) return { why, remedy: "Give a valid github-token." };
  if (status === 403 || status === 404) return { why, remedy: `Add \`${permission}\` to the permissions of the job.` };
  return { why, remedy: "The next run tries again." };
}
function hasResponse(thrown) {
  return thrown.response !== void 0;
}
function isRateLimit(status, thrown) {
  return status === 429 || status === 403 && /rate limit/i.test(thrown.message);
}
function brief(message) {
  return message.replace(/ - https:\/\/\S+$/, "").slice(0, 200);
}

// src/hosts/github/pull-request-files.ts
async function pullRequestFiles({ octokit, target }, number) {
  const files = await octokit.paginate(octokit.rest.pulls.listFiles, { ...target, pull_number: number, per_page: 100 });
  return files.map(({ filename, status, patch }) => ({
    path: filename,
    removed: status === "removed",
    lines: patch === void 0 ? void 0 : shownLines(patch)
  }));
}
function shownLines(patch) {
  const shown = /* @__PURE__ */ new Map();
  for (const [hunk, { newStart, lines }] of hunksOf(patch).entries()) {
    let at = newStart;
    for (const line of lines) {
      if (line.startsWith("-") || line.startsWith("\\")) continue;
      shown.set(at, { hunk, text: line.slice(1).replace(/\r$/, ""), added: line.startsWith("+") });
      at++;
    }
  }
  return shown.size > 0 ? shown : void 0;
}
function hunksOf(patch) {
  try {
    return parsePatch(patch)[0]?.hunks ?? [];
  } catch (thrown) {
    if (thrown instanceof Error) return [];
    throw thrown;
  }
}
function showsLines(file, from, texts) {
  const first = file.lines?.get(from);
  return texts.every((text, index) => {
    const shown = file.lines?.get(from + index);
    return shown !== void 0 && shown.hunk === first?.hunk && shown.text === text;
  });
}
function githubChanges(client, { pullRequest }, files) {
  return {
    async read() {
      if (!pullRequest) return { known: false, why: "what started this run is no pull request.", remedy: "" };
      try {
        const listed = await pullRequestFiles(await client(), pullRequest.number);
        const absent = listed.find(({ path, removed }) => !removed && !files.stat(path));
        if (!absent) return { known: true, files: changedLines(listed), since: pullRequest.baseRef };
        const remedy = "Check the repository out into the folder in which Idwire runs.";
        return { known: false, why: `${absent.path} of the pull request is not in this folder.`, remedy };
      } catch (thrown) {
        return { known: false, ...whyRefused(thrown, "pull-requests: read") };
      }
    }
  };
}
function changedLines(files) {
  return new Map(files.filter(({ removed }) => !removed).map(({ path, lines }) => [path, addedRanges(lines)]));
}
function addedRanges(lines) {
  if (!lines) return "all";
  return [...lines].flatMap(([line, { added }]) => added ? { from: line, to: line } : []);
}

export {
  whyRefused,
  pullRequestFiles,
  showsLines,
  githubChanges
};
