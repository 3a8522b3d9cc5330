/** The event a workflow run receives, in the parts that clients read. */

import type { JobSeed, RunTarget } from './job.ts';
import { userOf } from './model/user.ts';
import { pullView, repositoryView } from './views.ts';

/** Content of the event file. `merge_group` has no `pull_request`, as on the real service. */
export function eventPayload(seed: JobSeed, target: RunTarget, actor: string, url: string): Record<string, unknown> {
  const { repository, pull } = seed;
  const common = { repository: repositoryView(repository, url), sender: userOf(actor) };
  if (seed.event === 'merge_group' && pull !== undefined) {
    const head = { head_sha: target.sha, head_ref: target.ref };
    const base = { base_sha: pull.base.sha, base_ref: `refs/heads/${pull.baseBranch}` };
    return { action: 'checks_requested', merge_group: { ...head, ...base }, ...common };
  }
  if (pull !== undefined) {
    return { action: 'synchronize', number: pull.number, pull_request: pullView(pull, url), ...common };
  }
  if (seed.event === 'push') return { ...pushPayload(seed, target), ...common };
  if (seed.event === 'schedule') return { schedule: '17 4 * * *', workflow: seed.workflow, ...common };
  if (seed.event === 'workflow_dispatch') return { inputs: null, ref: target.ref, workflow: seed.workflow, ...common };
  if (seed.event === 'release') return { action: 'published', release: { tag_name: seed.tag }, ...common };
  return common;
}

function pushPayload({ repository }: JobSeed, target: RunTarget): Record<string, unknown> {
  const commit = repository.git.require(target.sha);
  const [parent] = commit.parents;
  const before = parent ?? '0'.repeat(40);
  return {
    ref: target.ref,
    before,
    after: commit.sha,
    created: parent === undefined,
    deleted: false,
    forced: false,
    head_commit: { id: commit.sha, message: commit.message, timestamp: commit.at },
  };
}
