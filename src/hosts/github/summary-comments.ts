/** Remarks on a pull request as a whole, as comments of its conversation. */
import type { CodeHost } from '../../ports/code-host.ts';
import { readMark } from '../remarks.ts';
import type { GithubClient } from './client.ts';

/** `isOwn` tells which authors are us: anybody may write our mark into a comment. */
export function summaryComments(
  { octokit, target }: GithubClient,
  options: { readonly scope: string; readonly number: number; readonly isOwn: (login: string | undefined) => boolean },
): CodeHost {
  const { issues } = octokit.rest;
  const pull = { ...target, issue_number: options.number };
  return {
    async remarks() {
      const comments = await octokit.paginate(issues.listComments, { ...pull, per_page: 100 });
      return comments.flatMap(({ id: handle, body = '', user }) => {
        const mark = options.isOwn(user?.login) ? readMark(options.scope, body) : undefined;
        return mark ? { ...mark, handle: String(handle), text: body, outdated: false } : [];
      });
    },
    async post(remarks) {
      for (const { text } of remarks) await issues.createComment({ ...pull, body: text });
      return [];
    },
    async change({ handle }, { text }) {
      await issues.updateComment({ ...target, comment_id: Number(handle), body: text });
    },
  };
}
