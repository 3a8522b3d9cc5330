/** Remarks on lines of a pull request, as review comments whose threads are resolved when the fault is gone. */
import type { CodeHost, PresentRemark, Remark } from '../../ports/code-host.ts';
import { readMark } from '../remarks.ts';
import { type GithubClient, statusOf } from './client.ts';
import type { GithubPullRequest } from './context.ts';
import { reviewThreads } from './review-threads.ts';

export function reviewComments(
  client: GithubClient,
  options: {
    readonly scope: string;
    readonly pullRequest: GithubPullRequest;
    readonly isOwn: (login: string | undefined) => boolean;
  },
): CodeHost {
  const { octokit, target } = client;
  const { pulls } = octokit.rest;
  const { scope, pullRequest, isOwn } = options;
  const pull = { ...target, pull_number: pullRequest.number };
  const threads = reviewThreads(client, pullRequest.number);
  return {
    async remarks() {
      const comments = await octokit.paginate(pulls.listReviewComments, { ...pull, per_page: 100 });
      return comments.flatMap(({ id: handle, body, line, user, in_reply_to_id: parent }): PresentRemark[] => {
        const mark = isOwn(user?.login) && parent === undefined ? readMark(scope, body) : undefined;
        // A comment whose lines are gone has no line any more (REST gives null).
        return mark ? [{ ...mark, handle: String(handle), text: body, outdated: line == null }] : [];
      });
    },
    async post(remarks) {
      const placed = remarks.filter(({ place }) => place !== undefined);
      if (placed.length === 0) return remarks;
      const review = { ...pull, commit_id: pullRequest.headSha, event: 'COMMENT' as const };
      try {
        await pulls.createReview({ ...review, comments: placed.map(anchored) });
        return [];
      } catch (thrown) {
        if (statusOf(thrown) !== 422) throw thrown;
        return postOneByOne(client, pullRequest, placed);
      }
    },
    async change({ handle }, { text, settled }) {
      await threads.resolve(Number(handle), settled);
      await pulls.updateReviewComment({ ...target, comment_id: Number(handle), body: text });
    },
  };
}

/** One comment that cannot be placed loses the whole review, and the answer does not say which it was. */
async function postOneByOne(
  { octokit, target }: GithubClient,
  { number, headSha }: GithubPullRequest,
  remarks: readonly Remark[],
): Promise<readonly Remark[]> {
  const refused: Remark[] = [];
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

/** The first line of a range is only given when there are several: GitHub wants it to come before the last. */
function anchored({ text, place }: Remark) {
  const { file = '', line = 1, endLine = 1 } = place ?? {};
  const side = 'RIGHT' as const;
  return { path: file, body: text, line: endLine, side, ...(line < endLine && { start_line: line, start_side: side }) };
}
