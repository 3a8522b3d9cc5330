/** What GitHub says about the run: repository, commit, event, and how far its actor can be trusted. */
import type { Files } from '../../ports/files.ts';
import { escapeUrlPath } from '../../report/escape.ts';
import type { FileUrl } from '../../report/markdown.ts';
import type { Environment } from '../environment.ts';

export interface GithubPullRequest {
  readonly number: number;
  readonly headSha: string;
  readonly baseSha: string;
  readonly baseRef: string;
  /** The head lies in another repository, or in none any more: its token can only read. */
  readonly fromFork: boolean;
}

export interface GithubContext {
  /** `owner/name`. */
  readonly repository: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  /** The commit that is checked out; on pull requests the merge commit. */
  readonly sha: string;
  /** `refs/heads/main`, `refs/pull/7/merge`. */
  readonly ref: string;
  readonly eventName: string;
  /** Undefined when the event does not say. */
  readonly defaultBranch: string | undefined;
  readonly pullRequest: GithubPullRequest | undefined;
  /** The commit before a push, or the one that a merge group is to be merged into; undefined for other events. */
  readonly before: string | undefined;
  readonly actor: string;
  /** The run was started by an app or Dependabot, which may have less rights than a person. */
  readonly actorIsBot: boolean;
  /** Web address of the root of Idwire at the version in use; undefined when it lies in the repository itself. */
  readonly docsUrl: string | undefined;
  readonly fileUrl: FileUrl;
}

/**
 * Reads the variables and the event file that every runner provides (github/docs variables reference). Throws an
 * `InputError` when the event file cannot be read; a variable that is missing is an empty text.
 */
export function githubContext(environment: Environment, files: Pick<Files, 'read'>): GithubContext {
  const variable = (name: string) => environment[name] ?? '';
  const eventPath = variable('GITHUB_EVENT_PATH');
  const event: unknown = eventPath === '' ? {} : JSON.parse(new TextDecoder().decode(files.read(eventPath)));
  const serverUrl = variable('GITHUB_SERVER_URL') || 'https://github.com';
  const repository = variable('GITHUB_REPOSITORY');
  const sha = variable('GITHUB_SHA');
  const actor = variable('GITHUB_ACTOR');
  return {
    repository,
    serverUrl,
    apiUrl: variable('GITHUB_API_URL') || 'https://api.github.com',
    sha,
    ref: variable('GITHUB_REF'),
    eventName: variable('GITHUB_EVENT_NAME'),
    defaultBranch: textAt(event, 'repository', 'default_branch') || undefined,
    pullRequest: pullRequestOf(event),
    before: textAt(event, 'before') || textAt(event, 'merge_group', 'base_sha') || undefined,
    actor,
    actorIsBot: actor.endsWith('[bot]') || textAt(event, 'sender', 'type') === 'Bot',
    docsUrl: docsUrlOf(serverUrl, variable('GITHUB_ACTION_REPOSITORY'), variable('GITHUB_ACTION_REF')),
    fileUrl: (file, line, endLine) =>
      repository === '' || sha === '' || file === '-'
        ? undefined
        : `${serverUrl}/${repository}/blob/${sha}/${escapeUrlPath(file)}#L${line}${endLine > line ? `-L${endLine}` : ''}`,
  };
}

function pullRequestOf(event: unknown): GithubPullRequest | undefined {
  const number = valueAt(event, 'pull_request', 'number');
  if (typeof number !== 'number') return undefined;
  const head = textAt(event, 'pull_request', 'head', 'repo', 'full_name');
  const base = textAt(event, 'pull_request', 'base', 'repo', 'full_name');
  return {
    number,
    headSha: textAt(event, 'pull_request', 'head', 'sha'),
    baseSha: textAt(event, 'pull_request', 'base', 'sha'),
    baseRef: textAt(event, 'pull_request', 'base', 'ref'),
    fromFork: head === '' || head.toLowerCase() !== base.toLowerCase(),
  };
}

/** The runner says where an action came from, but not for `uses: ./`. */
function docsUrlOf(serverUrl: string, repository: string, ref: string): string | undefined {
  return repository === '' || ref === '' ? undefined : `${serverUrl}/${repository}/blob/${escapeUrlPath(ref)}`;
}

function valueAt(value: unknown, ...keys: readonly string[]): unknown {
  let at = value;
  for (const key of keys) {
    if (at === null || typeof at !== 'object') return undefined;
    at = (at as Readonly<Record<string, unknown>>)[key];
  }
  return at;
}

function textAt(value: unknown, ...keys: readonly string[]): string {
  const found = valueAt(value, ...keys);
  return typeof found === 'string' ? found : '';
}
