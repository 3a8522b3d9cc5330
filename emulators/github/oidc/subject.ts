/** Computes the `sub` claim of a job's id token (docs: OpenID Connect reference of GitHub Actions). */

import type { GitHubState } from '../github-state.ts';
import type { GitHubRepository } from '../model/repository.ts';

/** What of a job enters its subject. */
export interface SubjectContext {
  readonly environment: string | undefined;
  /** Full ref; `refs/pull/7/merge` for pull requests. */
  readonly ref: string;
}

/** Repositories created, renamed or transferred from here on carry ids in their subject. */
const immutableFrom = Date.parse('2026-07-15T00:00:00Z');

/** Thrown when a template asks for a claim that the job does not have. */
export class MissingClaim extends Error {}

/** The subject under the repository's settings. `claims` are the other claims of the token. */
export function subjectOf(
  repository: GitHubRepository,
  state: GitHubState,
  context: SubjectContext,
  claims: Readonly<Record<string, string>>,
): string {
  const prefix = subjectPrefix(repository, state);
  const keys = templateKeys(repository, state);
  if (keys === undefined) return `${prefix}:${contextOf(context)}`;
  const parts = keys.map((key) => {
    if (key === 'repo') return prefix;
    if (key === 'context') return contextOf(context);
    const value = claims[key];
    if (value === undefined) throw new MissingClaim(`The subject template asks for "${key}", which this job lacks.`);
    return `${key}:${escapeColons(value)}`;
  });
  return parts.join(':');
}

/** `repo:owner/name`, with ids where the subject is immutable; REST calls it `sub_claim_prefix`. */
export function subjectPrefix(repository: GitHubRepository, state: GitHubState): string {
  if (!isImmutable(repository, state)) return `repo:${repository.fullName}`;
  return `repo:${repository.owner}@${repository.ownerId}/${repository.name}@${repository.id}`;
}

function isImmutable(repository: GitHubRepository, state: GitHubState): boolean {
  if (state.product === 'enterprise-server') return false;
  const chosen = repository.template.useImmutableSubject ?? state.organization(repository.owner).useImmutableSubject;
  if (chosen !== null) return chosen;
  return [repository.createdAt, repository.renamedAt].some((at) => at !== undefined && Date.parse(at) >= immutableFrom);
}

/** The keys of a custom template; an organization's template counts only where the repository opted in. */
function templateKeys(repository: GitHubRepository, state: GitHubState): readonly string[] | undefined {
  if (repository.template.useDefault) return undefined;
  const own = repository.template.includeClaimKeys;
  return own ?? state.organization(repository.owner).includeClaimKeys ?? undefined;
}

/** The first that applies: the environment, a pull request, the ref. A merge queue has a branch of its own. */
function contextOf({ environment, ref }: SubjectContext): string {
  if (environment !== undefined) return `environment:${escapeColons(environment)}`;
  if (ref.startsWith('refs/pull/')) return 'pull_request';
  return `ref:${escapeColons(ref)}`;
}

function escapeColons(value: string): string {
  return value.replaceAll(':', '%3A');
}
