/** One job of a workflow run: its token, its environment variables, its event and its right to an id token. */

import { randomBytes, randomUUID } from 'node:crypto';
import type { Caller, Permission, Permissions } from './access.ts';
import { eventPayload } from './event-payload.ts';
import type { GitHubState } from './github-state.ts';
import type { PullRequest } from './model/pull-request.ts';
import type { GitHubRepository } from './model/repository.ts';
import { dependabot, userOf } from './model/user.ts';

export interface JobSeed {
  readonly repository: GitHubRepository;
  /** Event name as in a workflow file, e.g. `push`, `pull_request`, `merge_group`, `schedule`. */
  readonly event: string;
  /** Needed for pull request events and `merge_group`. */
  readonly pull?: PullRequest;
  /** Branch of `push`, `schedule` and manual runs; the default branch when absent. */
  readonly branch?: string;
  /** Tag instead of a branch. */
  readonly tag?: string;
  /** `permissions` of the workflow; only `contents: read` when absent. */
  readonly permissions?: Permissions;
  readonly environment?: string;
  readonly actor?: string;
  /** Path of the workflow file. */
  readonly workflow?: string;
  /** `owner/repo/.github/workflows/x.yml@ref` when the job runs in a reusable workflow. */
  readonly reusableWorkflow?: string;
  readonly runAttempt?: number;
}

/** The ref, commit and branches a run is about. */
export interface RunTarget {
  readonly ref: string;
  readonly sha: string;
  readonly baseRef: string;
  readonly headRef: string;
}

export interface Job {
  readonly seed: JobSeed;
  readonly target: RunTarget;
  readonly runId: number;
  readonly actor: string;
  readonly workflow: string;
  readonly permissions: Permissions;
  /** `GITHUB_TOKEN`. */
  readonly token: string;
  /** What the runner sets, apart from paths of files; without `ACTIONS_ID_TOKEN_REQUEST_*` when not permitted. */
  readonly env: Readonly<Record<string, string>>;
  /** Content of the file that `GITHUB_EVENT_PATH` names. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Ends the job: both tokens stop working. */
  finish(): void;
}

/** Job by the bearer token that it fetches id tokens with. */
export type IdTokenGrants = Map<string, Job>;

/** Starts a job. The permissions are cut to reading for forks and Dependabot, whatever the workflow asks for. */
export function startJob(state: GitHubState, grants: IdTokenGrants, seed: JobSeed): Job {
  const permissions = grantedPermissions(seed);
  const caller = state.tokens.issueToJob(seed.repository, permissions);
  const grant = permissions['id-token'] === 'write' ? randomBytes(24).toString('hex') : undefined;
  const actor = seed.actor ?? seed.pull?.author ?? 'octocat';
  const workflow = seed.workflow ?? '.github/workflows/idwire.yml';
  const target = runTarget(seed);
  const run = { seed, target, runId: state.nextId(), actor, workflow, permissions, token: caller.token };
  const job: Job = {
    ...run,
    env: { ...runnerEnvironment(run, state), ...(grant === undefined ? {} : idTokenEnvironment(run, state, grant)) },
    payload: eventPayload(seed, target, actor, state.url),
    finish: () => finish(state, grants, caller, grant),
  };
  if (grant !== undefined) grants.set(grant, job);
  return job;
}

type Run = Omit<Job, 'env' | 'payload' | 'finish'>;

function finish(state: GitHubState, grants: IdTokenGrants, caller: Caller, grant: string | undefined): void {
  state.tokens.revoke(caller);
  if (grant !== undefined) grants.delete(grant);
}

/** Events whose runs get a read-only token when Dependabot causes them (docs: troubleshooting Dependabot). */
const dependabotEvents = ['create', 'deployment', 'deployment_status', 'pull_request', 'pull_request_review', 'push'];

/** Runs of `pull_request_target` keep their rights on forks: they run the base branch's workflow. */
function grantedPermissions(seed: JobSeed): Permissions {
  const asked = seed.permissions ?? { contents: 'read' };
  const actor = seed.actor ?? seed.pull?.author;
  const fork = seed.pull?.fromFork === true && seed.event.startsWith('pull_request') && !isTarget(seed);
  const byBot = actor === dependabot && (dependabotEvents.includes(seed.event) || isTarget(seed));
  if (!fork && !byBot) return asked;
  const readOnly = Object.entries(asked).filter(([name]) => name !== 'id-token');
  return Object.fromEntries(readOnly.map(([name, level]) => [name as Permission, level === 'none' ? 'none' : 'read']));
}

function isTarget(seed: JobSeed): boolean {
  return seed.event === 'pull_request_target';
}

function runTarget(seed: JobSeed): RunTarget {
  const { repository, pull, event } = seed;
  if (event.startsWith('pull_request')) {
    if (pull === undefined) throw new Error(`A job of "${event}" needs a pull request.`);
    const branches = { baseRef: pull.baseBranch, headRef: pull.headBranch };
    if (isTarget(seed)) return { ref: `refs/heads/${pull.baseBranch}`, sha: pull.base.sha, ...branches };
    return { ref: `refs/pull/${pull.number}/merge`, sha: pull.mergeCommit.sha, ...branches };
  }
  if (event === 'merge_group') {
    if (pull === undefined) throw new Error('A job of "merge_group" needs a pull request.');
    const ref = `refs/heads/gh-readonly-queue/${pull.baseBranch}/pr-${pull.number}-${pull.base.sha}`;
    repository.git.refs.set(ref, pull.mergeCommit.sha);
    return { ref, sha: pull.mergeCommit.sha, baseRef: '', headRef: '' };
  }
  const name = seed.tag ?? seed.branch ?? repository.defaultBranch;
  const ref = seed.tag === undefined ? `refs/heads/${name}` : `refs/tags/${name}`;
  return { ref, sha: repository.git.require(ref).sha, baseRef: '', headRef: '' };
}

function runnerEnvironment(run: Run, state: GitHubState): Record<string, string> {
  const { seed, target, actor, workflow } = run;
  const { repository } = seed;
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: actor,
    GITHUB_ACTOR_ID: String(userOf(actor).id),
    GITHUB_API_URL: state.url,
    GITHUB_BASE_REF: target.baseRef,
    GITHUB_EVENT_NAME: seed.event,
    GITHUB_GRAPHQL_URL: `${state.url}/graphql`,
    GITHUB_HEAD_REF: target.headRef,
    GITHUB_JOB: 'idwire',
    GITHUB_REF: target.ref,
    GITHUB_REF_NAME: target.ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    GITHUB_REF_TYPE: target.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_REPOSITORY: repository.fullName,
    GITHUB_REPOSITORY_ID: String(repository.id),
    GITHUB_REPOSITORY_OWNER: repository.owner,
    GITHUB_REPOSITORY_OWNER_ID: String(repository.ownerId),
    GITHUB_RUN_ATTEMPT: String(seed.runAttempt ?? 1),
    GITHUB_RUN_ID: String(run.runId),
    GITHUB_RUN_NUMBER: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: target.sha,
    GITHUB_TRIGGERING_ACTOR: actor,
    GITHUB_WORKFLOW: 'Idwire',
    GITHUB_WORKFLOW_REF: `${repository.fullName}/${workflow}@${target.ref}`,
    GITHUB_WORKFLOW_SHA: target.sha,
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_OS: 'Linux',
  };
}

/** The address already has a query, to which clients append `&audience=`. */
function idTokenEnvironment(run: Run, state: GitHubState, grant: string): Record<string, string> {
  return {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${state.url}/_actions/${run.runId}/idtoken/${randomUUID()}?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: grant,
  };
}
