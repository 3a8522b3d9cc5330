/** Against which revisions the change under review is to be compared on GitHub. */
import type { GithubContext } from './context.ts';

/**
 * The best one first; none when the event reviews no change (a schedule, a manual run on the default branch). The
 * merge commit of a pull request has its base as first parent (github/docs, events that trigger workflows), which is
 * in the clone as soon as two commits were fetched.
 */
export function basesOf({ pullRequest, before, ref, sha, defaultBranch }: GithubContext): readonly string[] {
  if (pullRequest) {
    const merged = ref.startsWith('refs/pull/') && sha !== '' ? [`${sha}^1`] : [];
    return [...merged, `refs/remotes/origin/${pullRequest.baseRef}`, pullRequest.baseSha].filter((base) => base !== '');
  }
  const pushed = before !== undefined && !/^0+$/.test(before) ? [before] : [];
  const branched = defaultBranch !== undefined && ref !== `refs/heads/${defaultBranch}`;
  return branched ? [`refs/remotes/origin/${defaultBranch}`, ...pushed] : pushed;
}
