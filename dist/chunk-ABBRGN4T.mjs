import {
  escapeUrlPath
} from "./chunk-UFZVNTBC.mjs";

// src/hosts/azure-pipelines/context.ts
function azurePipelinesContext(environment) {
  const variable = (name) => environment[name.replaceAll(".", "_").toUpperCase()] ?? "";
  const provider = variable("Build.Repository.Provider");
  const repositoryUrl = plainUrl(variable("Build.Repository.Uri"));
  const sha = variable("Build.SourceVersion");
  return {
    reason: variable("Build.Reason"),
    provider,
    repositoryUrl,
    repositoryId: variable("Build.Repository.ID"),
    collectionUrl: variable("System.CollectionUri"),
    project: variable("System.TeamProject"),
    sha,
    ref: variable("Build.SourceBranch"),
    pullRequest: pullRequestOf(variable),
    temporaryDirectory: variable("Agent.TempDirectory"),
    runUrl: runUrlOf(variable),
    fileUrl: (file, line, endLine) => {
      if (repositoryUrl === "" || sha === "" || file === "-") return void 0;
      if (provider === "TfsGit") return azureReposUrl(repositoryUrl, sha, file, line, endLine);
      if (provider === "GitHub") return `${repositoryUrl}/blob/${sha}/${escapeUrlPath(file)}#L${line}-L${endLine}`;
      return void 0;
    }
  };
}
function pullRequestOf(variable) {
  const id = variable("System.PullRequest.PullRequestId");
  if (!/^\d+$/.test(id)) return void 0;
  const iteration = variable("System.PullRequest.PullRequestIteration");
  return {
    id: Number(id),
    sourceBranch: variable("System.PullRequest.SourceBranch"),
    targetBranch: variable("System.PullRequest.TargetBranch"),
    fromFork: variable("System.PullRequest.IsFork").toLowerCase() === "true",
    iteration: /^\d+$/.test(iteration) ? Number(iteration) : void 0
  };
}
function runUrlOf(variable) {
  const [collection, project, build] = ["System.CollectionUri", "System.TeamProject", "Build.BuildId"].map(variable);
  if (!collection || !project || !build) return void 0;
  return `${collection}${escapeUrlPath(project)}/_build/results?buildId=${escapeUrlPath(build)}`;
}
function azureReposUrl(repository, sha, file, line, endLine) {
  const query = `version=GC${sha}&line=${line}&lineEnd=${endLine + 1}&lineStartColumn=1&lineEndColumn=1`;
  return `${repository}?path=/${escapeUrlPath(file)}&${query}`;
}
function plainUrl(text) {
  if (!URL.canParse(text)) return "";
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") return "";
  url.username = "";
  url.password = "";
  return url.href.replace(/\.git$/, "").replace(/\/$/, "");
}

// src/hosts/github/context.ts
function githubContext(environment, files) {
  const variable = (name) => environment[name] ?? "";
  const eventPath = variable("GITHUB_EVENT_PATH");
  const event = eventPath === "" ? {} : JSON.parse(new TextDecoder().decode(files.read(eventPath)));
  const serverUrl = variable("GITHUB_SERVER_URL") || "https://github.com";
  const repository = variable("GITHUB_REPOSITORY");
  const sha = variable("GITHUB_SHA");
  const actor = variable("GITHUB_ACTOR");
  return {
    repository,
    serverUrl,
    apiUrl: variable("GITHUB_API_URL") || "https://api.github.com",
    sha,
    ref: variable("GITHUB_REF"),
    eventName: variable("GITHUB_EVENT_NAME"),
    defaultBranch: textAt(event, "repository", "default_branch") || void 0,
    pullRequest: pullRequestOf2(event),
    before: textAt(event, "before") || textAt(event, "merge_group", "base_sha") || void 0,
    actor,
    actorIsBot: actor.endsWith("[bot]") || textAt(event, "sender", "type") === "Bot",
    docsUrl: docsUrlOf(serverUrl, variable("GITHUB_ACTION_REPOSITORY"), variable("GITHUB_ACTION_REF")),
    fileUrl: (file, line, endLine) => repository === "" || sha === "" || file === "-" ? void 0 : `${serverUrl}/${repository}/blob/${sha}/${escapeUrlPath(file)}#L${line}${endLine > line ? `-L${endLine}` : ""}`
  };
}
function pullRequestOf2(event) {
  const number = valueAt(event, "pull_request", "number");
  if (typeof number !== "number") return void 0;
  const head = textAt(event, "pull_request", "head", "repo", "full_name");
  const base = textAt(event, "pull_request", "base", "repo", "full_name");
  return {
    number,
    headSha: textAt(event, "pull_request", "head", "sha"),
    baseSha: textAt(event, "pull_request", "base", "sha"),
    baseRef: textAt(event, "pull_request", "base", "ref"),
    fromFork: head === "" || head.toLowerCase() !== base.toLowerCase()
  };
}
function docsUrlOf(serverUrl, repository, ref) {
  return repository === "" || ref === "" ? void 0 : `${serverUrl}/${repository}/blob/${escapeUrlPath(ref)}`;
}
function valueAt(value, ...keys) {
  let at = value;
  for (const key of keys) {
    if (at === null || typeof at !== "object") return void 0;
    at = at[key];
  }
  return at;
}
function textAt(value, ...keys) {
  const found = valueAt(value, ...keys);
  return typeof found === "string" ? found : "";
}

export {
  azurePipelinesContext,
  githubContext
};
