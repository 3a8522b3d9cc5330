import {
  pullRequestFiles,
  showsLines,
  whyRefused
} from "./chunk-WFC7KNEX.mjs";
import "./chunk-UCF3DUTY.mjs";
import {
  keepRemarks,
  mostRemarks,
  readMark
} from "./chunk-4HD4RTG7.mjs";
import {
  statusOf
} from "./chunk-3YIBKSVN.mjs";
import "./chunk-J2GT4XCC.mjs";
import {
  chunk_DCHD6K6U_mjs_renderMarkdown as renderMarkdown
} from "./check-CA0AB372.mjs";
import {
  chunk_2SY4573C_mjs_annotationOf as annotationOf,
  chunk_2SY4573C_mjs_countsLine as countsLine,
  chunk_2SY4573C_mjs_cut as cut,
  chunk_2SY4573C_mjs_docsLink as docsLink,
  chunk_2SY4573C_mjs_headline as headline
} from "./check-CA0AB372.mjs";
import {
  chunk_TICNE5WX_mjs_worstFirst as worstFirst
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import {
  chunk_UFZVNTBC_mjs_escapeHtml as escapeHtml,
  chunk_UFZVNTBC_mjs_escapeMarkdown as escapeMarkdown,
  chunk_UFZVNTBC_mjs_visible as visible
} from "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/report/comment.ts
var commentLimit = 6e4;
function hasNews({ conclusion, counts, gaps, plan }) {
  const found = counts.errors + counts.warnings + counts.notes + gaps.length + (plan?.changes.length ?? 0);
  return found > 0 || conclusion !== "success";
}
function renderComment(outcome, options = {}) {
  return renderMarkdown(outcome, { ...options, maxBytes: commentLimit });
}
function renderAllClear({ report }) {
  return `## Idwire ${report.command}: all clear

What was reported here is mended. ${headline(report)}
`;
}

// src/report/review.ts
var longestText = 4e3;
function renderRemark(finding, { docsUrl, suggestion } = {}) {
  const rule = `<code>${escapeMarkdown(finding.rule)}</code>`;
  const parts = [
    `**${finding.severity}**: ${text(finding.message)}`,
    finding.remedy.split(/\r\n?|\n/).map(text).join("<br>")
  ];
  if (suggestion) parts.push(fenced("suggestion", suggestion.lines));
  parts.push(`Rule: ${docsUrl ? `<a href="${escapeHtml(docsLink(finding, docsUrl))}">${rule}</a>` : rule}`);
  return `${parts.join("\n\n")}
`;
}
var settledRemark = "**Fixed.** Idwire no longer reports what it said here.\n";
function text(line) {
  return escapeMarkdown(cut(line, longestText));
}
function fenced(language, lines) {
  const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
  const fence = "`".repeat(longest + 1);
  return [`${fence}${language}`, ...lines, fence].join("\n");
}

// src/report/suggestion.ts
function suggestionOf({ fix }, sourceLine) {
  const [first] = fix?.edits ?? [];
  if (!first || fix?.safety !== "safe" || fix.edits.some(({ file }) => file !== first.file)) return void 0;
  const from = Math.max(1, Math.min(...fix.edits.map(({ line }) => line)) - 1);
  const to = Math.max(...fix.edits.map(({ endLine }) => endLine));
  const before = [];
  for (let line = from; line <= to; line++) {
    const text2 = sourceLine(first.file, line);
    if (text2 === void 0) return void 0;
    before.push(text2);
  }
  const trimmed = withoutCommonLines(before, edited(before, from, fix.edits));
  if (!trimmed || [...trimmed.before, ...trimmed.after].some(hidesSomething)) return void 0;
  const start = from + trimmed.skipped;
  const { before: replaced, after: lines } = trimmed;
  return { file: first.file, from: start, to: start + replaced.length - 1, before: replaced, lines };
}
function edited(lines, from, edits) {
  const starts = [0];
  for (const line of lines) starts.push(starts.at(-1) + line.length + 1);
  const offset = (line, column) => starts[line - from] + column - 1;
  let text2 = lines.join("\n");
  for (const edit of edits.toSorted((a, b) => b.line - a.line || b.column - a.column)) {
    const { line, column, endLine, endColumn } = edit;
    text2 = text2.slice(0, offset(line, column)) + edit.text.replaceAll("\r", "") + text2.slice(offset(endLine, endColumn));
  }
  return text2.split("\n");
}
function withoutCommonLines(before, after) {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  if (head === shorter && before.length === after.length) return void 0;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  if (head + tail === before.length) {
    if (head > 0) head--;
    else tail--;
  }
  const middle = (lines) => lines.slice(head, lines.length - tail);
  return { skipped: head, before: middle(before), after: middle(after) };
}
function hidesSomething(line) {
  return visible(line.replaceAll("	", "")) !== line.replaceAll("	", "");
}

// src/hosts/github/check-run.ts
const { createHash } = process.getBuiltinModule("node:crypto");
var batchSize = 50;
var mostAnnotations = 500;
var checkName = "Idwire";
async function publishCheckRun(client, outcome, options) {
  const { octokit, target } = client;
  const { checks } = octokit.rest;
  const all = annotationsOf(outcome, options);
  const annotations = all.slice(0, mostAnnotations);
  const title = titleOf(outcome);
  const rest = all.length - annotations.length;
  const said = rest > 0 ? `${options.summary}
${rest} more findings have no annotation here.
` : options.summary;
  const summary = `${markOf(options.scope, title, said, annotations)}
${said}`;
  const runs = await octokit.paginate(checks.listForRef, { ...target, ref: options.headSha, check_name: checkName });
  if (runs.some(({ status, output: output2 }) => status === "completed" && output2.summary?.trim() === summary.trim())) return;
  const conclusion = outcome.report.conclusion === "success" ? "success" : "failure";
  const output = { title, summary };
  const first = { ...output, annotations: annotations.slice(0, batchSize) };
  const whole = annotations.length <= batchSize;
  const { data } = await checks.create({
    ...target,
    name: checkName,
    head_sha: options.headSha,
    output: first,
    ...whole ? { conclusion } : { status: "in_progress" }
  });
  for (let from = batchSize; from < annotations.length; from += batchSize) {
    const batch = { ...output, annotations: annotations.slice(from, from + batchSize) };
    const last = from + batchSize >= annotations.length;
    await checks.update({ ...target, check_run_id: data.id, output: batch, ...last && { conclusion } });
  }
}
function titleOf({ report }) {
  const { errors, warnings, notes } = report.counts;
  if (report.conclusion === "error") return "Idwire could not do its job";
  return errors + warnings + notes === 0 ? "No problems" : countsLine(report);
}
function markOf(scope, ...parts) {
  const digest = createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
  return `<!-- idwire ${scope} ${digest} -->`;
}
function annotationsOf({ report }, { docsUrl, changedFiles }) {
  return worstFirst(report.findings, changedFiles).filter(isInRepository).map((finding) => checkAnnotation(finding, docsUrl));
}
function isInRepository({ file }) {
  return file !== "-" && !file.startsWith("/") && !file.startsWith("../");
}
function checkAnnotation(finding, docsUrl) {
  const { level, title, message, file, startLine, endLine, startColumn, endColumn } = annotationOf(finding, docsUrl);
  return {
    path: file,
    start_line: startLine,
    end_line: endLine,
    ...startColumn !== void 0 && { start_column: startColumn },
    ...endColumn !== void 0 && { end_column: endColumn },
    annotation_level: level === "error" ? "failure" : level,
    title,
    message
  };
}

// src/hosts/github/review-threads.ts
var listQuery = `query ($owner: String!, $repo: String!, $pull: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $pull) {
      reviewThreads(first: 100, after: $after) {
        nodes { id isResolved comments(first: 1) { nodes { databaseId } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`;
function reviewThreads({ octokit, target }, pull) {
  let listed;
  const list = async () => {
    const found = /* @__PURE__ */ new Map();
    for (let after = null, more = true; more; ) {
      const answer = await octokit.graphql(listQuery, { ...target, pull, after });
      const { nodes, pageInfo } = answer.repository.pullRequest.reviewThreads;
      for (const thread of nodes) {
        const [first] = thread.comments.nodes;
        if (first) found.set(first.databaseId, thread);
      }
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    return found;
  };
  return {
    /**
     * Resolves, or opens again. Where that is not allowed (it takes `contents: write` beside `pull-requests: write`,
     * community discussion 44650) the thread stays as it is: the text of the comment tells.
     */
    async resolve(comment, resolved) {
      listed ??= list();
      const thread = (await listed).get(comment);
      if (!thread || thread.isResolved === resolved) return;
      const mutation = resolved ? "resolveReviewThread" : "unresolveReviewThread";
      const query = `mutation ($id: ID!) { ${mutation}(input: { threadId: $id }) { thread { id } } }`;
      try {
        await octokit.graphql(query, { id: thread.id });
      } catch (thrown) {
        if (!isForbidden(thrown)) throw thrown;
      }
    }
  };
}
function isForbidden(thrown) {
  const { errors } = thrown;
  return errors?.some(({ type }) => type === "FORBIDDEN") ?? false;
}

// src/hosts/github/review-comments.ts
function reviewComments(client, options) {
  const { octokit, target } = client;
  const { pulls } = octokit.rest;
  const { scope, pullRequest, isOwn } = options;
  const pull = { ...target, pull_number: pullRequest.number };
  const threads = reviewThreads(client, pullRequest.number);
  return {
    async remarks() {
      const comments = await octokit.paginate(pulls.listReviewComments, { ...pull, per_page: 100 });
      return comments.flatMap(({ id: handle, body, line, user, in_reply_to_id: parent }) => {
        const mark = isOwn(user?.login) && parent === void 0 ? readMark(scope, body) : void 0;
        return mark ? [{ ...mark, handle: String(handle), text: body, outdated: line == null }] : [];
      });
    },
    async post(remarks) {
      const placed = remarks.filter(({ place }) => place !== void 0);
      if (placed.length === 0) return remarks;
      const review = { ...pull, commit_id: pullRequest.headSha, event: "COMMENT" };
      try {
        await pulls.createReview({ ...review, comments: placed.map(anchored) });
        return [];
      } catch (thrown) {
        if (statusOf(thrown) !== 422) throw thrown;
        return postOneByOne(client, pullRequest, placed);
      }
    },
    async change({ handle }, { text: text2, settled }) {
      await threads.resolve(Number(handle), settled);
      await pulls.updateReviewComment({ ...target, comment_id: Number(handle), body: text2 });
    }
  };
}
async function postOneByOne({ octokit, target }, { number, headSha }, remarks) {
  const refused = [];
  for (const remark of remarks) {
    const comment = { ...target, pull_number: number, commit_id: headSha, ...anchored(remark) };
    try {
      await octokit.rest.pulls.createReviewComment(comment);
    } catch (thrown) {
      if (statusOf(thrown) !== 422) throw thrown;
      refused.push(remark);
    }
  }
  return refused;
}
function anchored({ text: text2, place }) {
  const { file = "", line = 1, endLine = 1 } = place ?? {};
  const side = "RIGHT";
  return { path: file, body: text2, line: endLine, side, ...line < endLine && { start_line: line, start_side: side } };
}

// src/hosts/github/summary-comments.ts
function summaryComments({ octokit, target }, options) {
  const { issues } = octokit.rest;
  const pull = { ...target, issue_number: options.number };
  return {
    async remarks() {
      const comments = await octokit.paginate(issues.listComments, { ...pull, per_page: 100 });
      return comments.flatMap(({ id: handle, body = "", user }) => {
        const mark = options.isOwn(user?.login) ? readMark(options.scope, body) : void 0;
        return mark ? { ...mark, handle: String(handle), text: body, outdated: false } : [];
      });
    },
    async post(remarks) {
      for (const { text: text2 } of remarks) await issues.createComment({ ...pull, body: text2 });
      return [];
    },
    async change({ handle }, { text: text2 }) {
      await issues.updateComment({ ...target, comment_id: Number(handle), body: text2 });
    }
  };
}

// src/hosts/github/channels.ts
var permissions = {
  checks: "checks: write",
  comment: "pull-requests: write",
  suggestions: "pull-requests: write"
};
async function publishChannels(outcome, options) {
  const { channels, context, client, log } = options;
  const silenced = client ? whyReadOnly(context) : "No github-token was given.";
  if (!client || silenced) {
    log.notice(`${silenced} What was found is in the annotations and the summary instead of ${channels.join(", ")}.`);
    return;
  }
  const problems = [];
  for (const channel of channels) {
    try {
      await publishers[channel](outcome, { ...options, client });
    } catch (thrown) {
      const { why, remedy } = whyRefused(thrown, permissions[channel]);
      problems.push(`${channel}: ${why} ${remedy}`);
    }
  }
  if (problems.length > 0) log.notice(`Not everything could be published on GitHub. ${problems.join(" ")}`);
}
function whyReadOnly({ eventName, pullRequest, actor }) {
  if (eventName === "merge_group") return "A merge queue has no pull request to write to.";
  if (actor === "dependabot[bot]") return "Runs that Dependabot starts may only read.";
  if (pullRequest?.fromFork && eventName !== "pull_request_target") return "Runs for a fork may only read.";
  return void 0;
}
var publishers = {
  checks: async (outcome, { client, context, scope, changedFiles }) => {
    const headSha = context.pullRequest?.headSha || context.sha;
    const summary = commentOf(outcome, context, changedFiles);
    await publishCheckRun(await client(), outcome, { headSha, summary, scope, docsUrl: context.docsUrl, changedFiles });
  },
  comment: onPullRequest(async (outcome, { client, context, scope, changedFiles }, pullRequest) => {
    const news = hasNews(outcome.report);
    const text2 = commentOf(outcome, context, changedFiles);
    const github = await client();
    const isOwn = await ownAuthor(github);
    await keepRemarks(summaryComments(github, { scope, number: pullRequest.number, isOwn }), {
      scope,
      wanted: news ? [{ id: "summary", text: text2, place: void 0 }] : [],
      stands: () => news,
      settledText: () => renderAllClear(outcome)
    });
  }),
  suggestions: onPullRequest(async (outcome, { client, context, scope, changedFiles, log }, pullRequest) => {
    const github = await client();
    const files = await pullRequestFiles(github, pullRequest.number);
    const isOwn = await ownAuthor(github);
    const standing = new Set(outcome.report.findings.filter(({ suppressed }) => !suppressed).map(fingerprint));
    const offered = remarksFor(outcome, files, context.docsUrl, changedFiles);
    const refused = await keepRemarks(reviewComments(github, { scope, pullRequest, isOwn }), {
      scope,
      wanted: offered.slice(0, mostRemarks),
      // A job that failed has not looked at everything.
      stands: (id) => outcome.report.conclusion === "error" || standing.has(id),
      settledText: () => settledRemark
    });
    const left = offered.length - mostRemarks;
    if (left > 0) log.debug(`${left} more findings could be suggested; ${mostRemarks} are at a time.`);
    if (refused > 0) log.debug(`GitHub placed ${refused} of the suggestions nowhere; they are in the annotations.`);
  })
};
function onPullRequest(publish) {
  return async (outcome, options) => {
    const { pullRequest } = options.context;
    if (pullRequest) await publish(outcome, options, pullRequest);
  };
}
function remarksFor({ report, sourceLine }, files, docsUrl, changedFiles) {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return worstFirst(report.findings, changedFiles).flatMap((finding) => {
    const suggestion = suggestionOf(finding, sourceLine);
    const file = suggestion && byPath.get(suggestion.file);
    if (!file || !showsLines(file, suggestion.from, suggestion.before)) return [];
    const place = { file: suggestion.file, line: suggestion.from, endLine: suggestion.to };
    return { id: fingerprint(finding), text: renderRemark(finding, { docsUrl, suggestion }), place };
  });
}
function fingerprint(finding) {
  return finding.fingerprint;
}
function commentOf(outcome, { fileUrl, docsUrl }, changedFiles) {
  return renderComment(outcome, { fileUrl, ...docsUrl && { docsUrl }, ...changedFiles && { changedFiles } });
}
async function ownAuthor({ octokit }) {
  const { viewer } = await octokit.graphql("query { viewer { login } }");
  const plain = (login) => login.replace(/\[bot\]$/, "");
  return (login) => login !== void 0 && plain(login) === plain(viewer.login);
}
export {
  publishChannels
};
