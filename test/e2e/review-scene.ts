/** One pull request on either host: the emulator that holds it, and the bundle that is run over its merge commit. */
import { startAzureDevOpsEmulator } from '../../emulators/azure-devops/start-azure-devops-emulator.ts';
import type { Permissions } from '../../emulators/github/access.ts';
import type { Edits, Tree } from '../../emulators/github/git/git-store.ts';
import type { ScriptedFault } from '../../emulators/github/loopback/fault-plan.ts';
import { type GitHubEmulatorOptions, startGitHubEmulator } from '../../emulators/github/start-github-emulator.ts';
import { inRepository } from '../entry/repositories.ts';
import { type BundleRun, runBundle } from './harness/run-bundle.ts';

export type ReviewHost = 'github' | 'azure-pipelines';

/** What a person sees of a remark on a line. */
export interface SeenRemark {
  readonly file: string;
  readonly line: number | null;
  readonly text: string;
  readonly resolved: boolean;
}

export interface ReviewScene {
  /** Runs the bundle as a job of the pull request; `allowed` grants what the channels need. */
  readonly run: (options?: {
    inputs?: Record<string, string>;
    allowed?: boolean;
    node?: 'node20' | 'node24';
  }) => Promise<BundleRun>;
  readonly push: (edits: Edits) => void;
  readonly remarks: () => readonly SeenRemark[];
  /** The texts of comments on the pull request as a whole. */
  readonly comments: () => readonly string[];
  /** Requests since the last call that were meant to change something. */
  readonly writes: () => readonly string[];
  readonly fault: (fault: ScriptedFault) => void;
  /** Paths of the requests that make a comment, a remark. */
  readonly posts: { readonly comment: RegExp; readonly remark: RegExp };
  readonly stop: () => Promise<void>;
}

export interface SceneOptions {
  /** What the base branch holds. */
  readonly base?: Edits;
  /** What the pull request adds. */
  readonly change: Edits;
  readonly script: string;
}

/** Queries are sent with POST too. */
const isQuery = (body: unknown) => {
  const { query } = (body ?? {}) as { query?: unknown };
  return typeof query === 'string' && /^\s*query\b/.test(query);
};

type Entry = { method: string; path: string; body: unknown };
const writesOf = (journal: { writes(): readonly Entry[]; clear(): void }) => {
  const writes = journal.writes().filter(({ body }) => !isQuery(body));
  journal.clear();
  return writes.map(({ method, path: to }) => `${method} ${to}`);
};

/** The merge commit as the job finds it checked out. */
function checkedOut<T>(tree: Tree, work: (folder: string) => Promise<T>): Promise<T> {
  const files = [...tree].map(([file, content]) => [file, Buffer.from(content).toString()] as const);
  return inRepository(Object.fromEntries(files), work);
}

const started = { 'README.md': '# shop\n' };

export interface GithubSceneOptions extends SceneOptions {
  readonly emulator?: GitHubEmulatorOptions;
  readonly permissions?: Permissions;
  readonly event?: string;
  readonly actor?: string;
  readonly fork?: boolean;
}

export async function githubScene(options: GithubSceneOptions): Promise<ReviewScene & { pull: PullOf }> {
  const { base = started, change, script } = options;
  const github = await startGitHubEmulator(options.emulator);
  const repository = github.createRepository({ owner: 'contoso', name: 'shop', files: base });
  const head = options.fork ? github.fork(repository, 'stranger') : repository;
  head.push('feature', change);
  const pull = repository.openPull({ from: 'feature', ...(options.fork && { fork: head }) });
  const asked = options.permissions ?? { contents: 'write', checks: 'write', 'pull-requests': 'write' };
  return {
    pull,
    run: ({ inputs = {}, allowed = true, node = 'node24' } = {}) => {
      const permissions: Permissions = allowed ? asked : { contents: 'read' };
      const event = options.event ?? 'pull_request';
      const actor = options.actor ?? 'octocat';
      const about = event === 'push' ? { branch: 'feature' } : { pull };
      const job = github.startJob({ repository, event, permissions, actor, ...about });
      const given = { 'github-token': job.token, comment: 'true', checks: 'true', suggestions: 'true', ...inputs };
      const fired = { name: event, payload: job.payload, ref: job.target.ref, actor };
      return checkedOut(pull.mergeCommit.tree, (cwd) =>
        runBundle('github', { cwd, script, node, inputs: given, env: job.env, event: fired }),
      );
    },
    push: (edits) => void head.push('feature', edits),
    remarks: () =>
      pull.threads.map(({ anchor, line, comments, resolvedBy }) => ({
        file: anchor.path,
        line,
        text: comments[0]?.body ?? '',
        resolved: resolvedBy !== undefined,
      })),
    comments: () => repository.issueComments.map(({ body }) => body),
    writes: () => writesOf(github.journal),
    fault: (fault) => github.faults.schedule(fault),
    posts: { comment: /\/issues\/\d+\/comments$/, remark: /\/pulls\/\d+\/reviews$/ },
    stop: () => github.stop(),
  };
}

type PullOf = ReturnType<ReturnType<Awaited<ReturnType<typeof startGitHubEmulator>>['createRepository']>['openPull']>;

export async function azureScene(options: SceneOptions & { env?: Record<string, string> }): Promise<ReviewScene> {
  const { base = started, change, script } = options;
  const azure = await startAzureDevOpsEmulator();
  const repository = azure.createProject({ name: 'shop' }).createRepository({ name: 'orders', files: base });
  repository.push('feature', change);
  const pull = repository.openPullRequest({ from: 'feature' });
  const people = () => pull.threads.filter(({ status, isDeleted }) => status !== undefined && !isDeleted);
  return {
    run: ({ inputs = {}, allowed = true, node = 'node24' } = {}) => {
      const job = azure.startJob({ repository, pull, rights: { contributeToPullRequests: allowed } });
      return checkedOut(pull.mergeCommit.tree, (cwd) =>
        runBundle('azure-pipelines', {
          cwd,
          script,
          node,
          inputs: { comment: 'true', status: 'true', ...inputs },
          env: { ...job.env, ...options.env },
        }),
      );
    },
    push: (edits) => void repository.push('feature', edits),
    remarks: () =>
      people().flatMap(({ context, comments, status }) => {
        const line = context?.rightFileStart?.line ?? null;
        const text = comments[0]?.content ?? '';
        return context ? [{ file: context.filePath.slice(1), line, text, resolved: status === 'fixed' }] : [];
      }),
    comments: () => people().flatMap(({ context, comments }) => (context ? [] : (comments[0]?.content ?? ''))),
    writes: () => writesOf(azure.journal),
    fault: (fault) => azure.faults.schedule(fault),
    posts: { comment: /\/threads$/, remark: /\/threads$/ },
    stop: () => azure.stop(),
  };
}
