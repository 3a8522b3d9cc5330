/** The GitHub API as Idwire uses it, loaded only when a channel that needs it is switched on. */
import type { getOctokit } from '@actions/github';
import type { GithubContext } from './context.ts';

export type Octokit = ReturnType<typeof getOctokit>;

/** A client, and the repository that it works on, in the form in which its methods take it. */
export interface GithubClient {
  readonly octokit: Octokit;
  readonly target: { readonly owner: string; readonly repo: string };
}

/** All requests of a run together, in milliseconds: reporting never holds a job up for longer. */
const longestWait = 120_000;

/** The client logs nothing by itself: what the service says is foreign text, and standard output is a command channel. */
const silent = { debug() {}, info() {}, warn() {}, error() {} };

export async function githubClient({ apiUrl, repository }: GithubContext, token: string): Promise<GithubClient> {
  const { getOctokit: create } = await import('@actions/github');
  const [owner = '', repo = ''] = repository.split('/');
  const octokit = create(token, { baseUrl: apiUrl, log: silent });
  const deadline = AbortSignal.timeout(longestWait);
  octokit.hook.before('request', (options) => {
    options.request = { ...options.request, signal: deadline };
  });
  return { octokit, target: { owner, repo } };
}

/** The HTTP status with which a request was refused; undefined when there was no answer. */
export function statusOf(thrown: unknown): number | undefined {
  const { status } = thrown as { status?: unknown };
  return typeof status === 'number' ? status : undefined;
}
