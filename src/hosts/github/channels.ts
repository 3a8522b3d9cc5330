/** The report channels of GitHub that need a token: check run, comment and suggestions, each on its own. */
import type { Finding } from '../../model/finding.ts';
import type { Outcome } from '../../model/report.ts';
import type { Log } from '../../ports/log.ts';
import { hasNews, renderAllClear, renderComment } from '../../report/comment.ts';
import { worstFirst } from '../../report/order.ts';
import { renderRemark, settledRemark } from '../../report/review.ts';
import { suggestionOf } from '../../report/suggestion.ts';
import { keepRemarks, mostRemarks } from '../remarks.ts';
import { publishCheckRun } from './check-run.ts';
import type { GithubClient } from './client.ts';
import type { GithubContext, GithubPullRequest } from './context.ts';
import { type PullRequestFile, pullRequestFiles, showsLines } from './pull-request-files.ts';
import { whyRefused } from './refusal.ts';
import { reviewComments } from './review-comments.ts';
import { summaryComments } from './summary-comments.ts';

export type GithubChannel = 'checks' | 'comment' | 'suggestions';

export interface ChannelOptions {
  readonly context: GithubContext;
  /** Those that are switched on. */
  readonly channels: readonly GithubChannel[];
  /** Undefined when no token was given. */
  readonly client: (() => Promise<GithubClient>) | undefined;
  readonly log: Pick<Log, 'notice' | 'debug'>;
  readonly scope: string;
  readonly changedFiles?: ReadonlySet<string>;
}

const permissions: Readonly<Record<GithubChannel, string>> = {
  checks: 'checks: write',
  comment: 'pull-requests: write',
  suggestions: 'pull-requests: write',
};

/** Publishes what can be published. Whatever is refused costs one notice in all, and nothing of the report. */
export async function publishChannels(outcome: Outcome, options: ChannelOptions): Promise<void> {
  const { channels, context, client, log } = options;
  const silenced = client ? whyReadOnly(context) : 'No github-token was given.';
  if (!client || silenced) {
    log.notice(`${silenced} What was found is in the annotations and the summary instead of ${channels.join(', ')}.`);
    return;
  }
  const problems: string[] = [];
  for (const channel of channels) {
    try {
      await publishers[channel](outcome, { ...options, client });
    } catch (thrown) {
      const { why, remedy } = whyRefused(thrown, permissions[channel]);
      problems.push(`${channel}: ${why} ${remedy}`);
    }
  }
  if (problems.length > 0) log.notice(`Not everything could be published on GitHub. ${problems.join(' ')}`);
}

/** Runs whose token can only read, whatever the workflow asks for (github/docs, events that trigger workflows). */
function whyReadOnly({ eventName, pullRequest, actor }: GithubContext): string | undefined {
  if (eventName === 'merge_group') return 'A merge queue has no pull request to write to.';
  if (actor === 'dependabot[bot]') return 'Runs that Dependabot starts may only read.';
  if (pullRequest?.fromFork && eventName !== 'pull_request_target') return 'Runs for a fork may only read.';
  return undefined;
}

type PublishOptions = ChannelOptions & { readonly client: () => Promise<GithubClient> };
type Publisher = (outcome: Outcome, options: PublishOptions) => Promise<void>;

const publishers: Readonly<Record<GithubChannel, Publisher>> = {
  checks: async (outcome, { client, context, scope, changedFiles }) => {
    const headSha = context.pullRequest?.headSha || context.sha;
    const summary = commentOf(outcome, context, changedFiles);
    await publishCheckRun(await client(), outcome, { headSha, summary, scope, docsUrl: context.docsUrl, changedFiles });
  },
  comment: onPullRequest(async (outcome, { client, context, scope, changedFiles }, pullRequest) => {
    const news = hasNews(outcome.report);
    const text = commentOf(outcome, context, changedFiles);
    const github = await client();
    const isOwn = await ownAuthor(github);
    await keepRemarks(summaryComments(github, { scope, number: pullRequest.number, isOwn }), {
      scope,
      wanted: news ? [{ id: 'summary', text, place: undefined }] : [],
      stands: () => news,
      settledText: () => renderAllClear(outcome),
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
      stands: (id) => outcome.report.conclusion === 'error' || standing.has(id),
      settledText: () => settledRemark,
    });
    const left = offered.length - mostRemarks;
    if (left > 0) log.debug(`${left} more findings could be suggested; ${mostRemarks} are at a time.`);
    if (refused > 0) log.debug(`GitHub placed ${refused} of the suggestions nowhere; they are in the annotations.`);
  }),
};

function onPullRequest(
  publish: (outcome: Outcome, options: PublishOptions, pullRequest: GithubPullRequest) => Promise<void>,
): Publisher {
  return async (outcome, options) => {
    const { pullRequest } = options.context;
    if (pullRequest) await publish(outcome, options, pullRequest);
  };
}

/** Suggestions that stand on lines of the diff which still read as they were judged, the worst first. */
function remarksFor(
  { report, sourceLine }: Outcome,
  files: readonly PullRequestFile[],
  docsUrl: string | undefined,
  changedFiles: ReadonlySet<string> | undefined,
) {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return worstFirst(report.findings, changedFiles).flatMap((finding) => {
    const suggestion = suggestionOf(finding, sourceLine);
    const file = suggestion && byPath.get(suggestion.file);
    if (!file || !showsLines(file, suggestion.from, suggestion.before)) return [];
    const place = { file: suggestion.file, line: suggestion.from, endLine: suggestion.to };
    return { id: fingerprint(finding), text: renderRemark(finding, { docsUrl, suggestion }), place };
  });
}

function fingerprint(finding: Finding): string {
  return finding.fingerprint;
}

function commentOf(outcome: Outcome, { fileUrl, docsUrl }: GithubContext, changedFiles?: ReadonlySet<string>): string {
  return renderComment(outcome, { fileUrl, ...(docsUrl && { docsUrl }), ...(changedFiles && { changedFiles }) });
}

/** REST adds `[bot]` to the name of an app, GraphQL may leave it out. */
async function ownAuthor({ octokit }: GithubClient): Promise<(login: string | undefined) => boolean> {
  const { viewer } = await octokit.graphql<{ viewer: { login: string } }>('query { viewer { login } }');
  const plain = (login: string) => login.replace(/\[bot\]$/, '');
  return (login) => login !== undefined && plain(login) === plain(viewer.login);
}
