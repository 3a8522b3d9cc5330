/** The report channels of Azure Repos that need the job's token: comment threads and the status of the pull request. */
import type { Finding } from '../../model/finding.ts';
import type { Outcome } from '../../model/report.ts';
import type { Log } from '../../ports/log.ts';
import { hasNews, renderAllClear, renderComment } from '../../report/comment.ts';
import { worstFirst } from '../../report/order.ts';
import { renderRemark, settledRemark } from '../../report/review.ts';
import { keepRemarks, mostRemarks } from '../remarks.ts';
import type { AzurePipelinesContext } from './context.ts';
import type { ReviewedIteration } from './iteration.ts';
import { publishStatus } from './pull-request-status.ts';
import { whyRefused } from './refusal.ts';
import type { Rest } from './rest.ts';
import { pullRequestThreads } from './threads.ts';

export type AzureChannel = 'comment' | 'status';

/** How the pull request is reached. */
export interface Review {
  readonly rest: Rest;
  readonly iteration: () => Promise<ReviewedIteration>;
}

export interface ChannelOptions {
  readonly context: AzurePipelinesContext;
  /** Those that are switched on. */
  readonly channels: readonly AzureChannel[];
  /** Undefined when the run has no pull request of Azure Repos, or no token. */
  readonly review: Review | undefined;
  readonly log: Pick<Log, 'notice' | 'debug'>;
  readonly scope: string;
  readonly changedFiles?: ReadonlySet<string>;
}

/** Publishes what can be published. Whatever is refused costs one notice in all, and nothing of the report. */
export async function publishChannels(outcome: Outcome, options: ChannelOptions): Promise<void> {
  const { channels, context, review, log } = options;
  if (channels.length === 0) return;
  if (context.provider !== 'TfsGit') {
    const where = `This repository lies at ${context.provider || 'another service'}, where ${channels.join(' and ')} cannot be written from Azure Pipelines.`;
    log.notice(`${where} What was found is in the issues of the run and its summary.`);
    return;
  }
  if (!context.pullRequest) return;
  const problems = new Set<string>();
  if (!review) problems.add('The agent gave this task no access token.');
  for (const channel of review ? channels : []) {
    try {
      await publishers[channel](outcome, options, review as Review);
    } catch (thrown) {
      const { why, remedy } = whyRefused(thrown);
      problems.add(`${why} ${remedy}`);
    }
  }
  if (problems.size > 0) log.notice(`Not everything could be written to the pull request. ${[...problems].join(' ')}`);
}

type Publisher = (outcome: Outcome, options: ChannelOptions, review: Review) => Promise<void>;

const publishers: Readonly<Record<AzureChannel, Publisher>> = {
  comment: async (outcome, { context, scope, changedFiles, log }, { rest, iteration }) => {
    const reviewed = await iteration();
    const { report } = outcome;
    const standing = new Set(
      report.findings.filter(({ suppressed }) => !suppressed).map(({ fingerprint }) => fingerprint),
    );
    const onLines = findingsOnLines(report.findings, reviewed);
    const news = hasNews(report);
    const options = { fileUrl: context.fileUrl, ...(changedFiles && { changedFiles }) };
    const summary = { id: 'summary', text: renderComment(outcome, options), place: undefined };
    const refused = await keepRemarks(pullRequestThreads(rest, scope, reviewed), {
      scope,
      wanted: [...(news ? [summary] : []), ...onLines.slice(0, mostRemarks).map(threadOf)],
      // A job that failed has not looked at everything.
      stands: (id) => (id === summary.id ? news : report.conclusion === 'error' || standing.has(id)),
      settledText: (id) => (id === summary.id ? renderAllClear(outcome) : settledRemark),
    });
    if (refused > 0) log.debug(`Azure Repos placed ${refused} of the threads nowhere; they are in the comment.`);
  },
  status: async (outcome, { context }, { rest, iteration }) => {
    const { id } = await iteration();
    await publishStatus(rest, outcome, { iterationId: id, targetUrl: context.runUrl });
  },
};

/** An open thread can hold a pull request back, so notes get none; what lies outside its files is in the comment. */
function findingsOnLines(findings: readonly Finding[], { files }: ReviewedIteration): readonly Finding[] {
  return worstFirst(findings).filter(({ severity, file }) => severity !== 'note' && files.has(file));
}

function threadOf(finding: Finding) {
  const { fingerprint, file, line, column, endLine, endColumn } = finding;
  return { id: fingerprint, text: renderRemark(finding), place: { file, line, column, endLine, endColumn } };
}
