/** Tells from a GitHub event whether its run may write: what merges, schedules and people start, and nothing else. */
import type { RunEvent } from '../../ports/run-place.ts';
import type { GithubContext } from './context.ts';

/** Pull requests in every form: their code, title or author is not yet what the team agreed on. */
const events: Readonly<Record<string, RunEvent>> = {
  push: 'push',
  schedule: 'schedule',
  workflow_dispatch: 'manual',
  pull_request: 'pull-request',
  pull_request_target: 'pull-request',
  pull_request_review: 'pull-request',
  merge_group: 'merge-queue',
};

/** Every event that is not named here (`workflow_run`, `issue_comment`, `repository_dispatch`) is `other`. */
export function githubEvent({ eventName, ref }: Pick<GithubContext, 'eventName' | 'ref'>) {
  return {
    event: Object.hasOwn(events, eventName) ? (events[eventName] as RunEvent) : 'other',
    eventName,
    branch: /^refs\/heads\/(.+)$/.exec(ref)?.[1],
  } as const;
}
