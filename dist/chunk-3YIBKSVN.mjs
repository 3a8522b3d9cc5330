// src/hosts/github/client.ts
var longestWait = 12e4;
var silent = { debug() {
}, info() {
}, warn() {
}, error() {
} };
async function githubClient({ apiUrl, repository }, token) {
  const { getOctokit: create } = await import("./github-47L6J5JZ.mjs");
  const [owner = "", repo = ""] = repository.split("/");
  const octokit = create(token, { baseUrl: apiUrl, log: silent });
  const deadline = AbortSignal.timeout(longestWait);
  octokit.hook.before("request", (options) => {
    options.request = { ...options.request, signal: deadline };
  });
  return { octokit, target: { owner, repo } };
}
function statusOf(thrown) {
  const { status } = thrown;
  return typeof status === "number" ? status : void 0;
}

export {
  githubClient,
  statusOf
};
