/** Hands id tokens to jobs and publishes the keys that sign them. */

import { randomUUID } from 'node:crypto';
import type { GitHubState } from '../github-state.ts';
import type { IdTokenGrants, Job } from '../job.ts';
import type { Exchange, Reply } from '../loopback/exchange.ts';
import { userOf } from '../model/user.ts';
import { MissingClaim, subjectOf } from './subject.ts';

/** Where this emulator serves what the issuer serves; the issuer itself is a public address. */
export const oidcPath = '/_oidc';

/** Lifetime of an id token and its tolerance backwards, seconds. */
const lifetime = 300;
const tolerance = 600;

/** Answers id token, discovery and key requests; undefined for other paths. */
export async function answerOidc(
  state: GitHubState,
  grants: IdTokenGrants,
  exchange: Exchange,
): Promise<Reply | undefined> {
  const { path } = exchange;
  if (path === `${oidcPath}/.well-known/openid-configuration`) return { status: 200, body: discovery(state) };
  if (path === `${oidcPath}/.well-known/jwks`) return { status: 200, body: await state.key.keySet() };
  if (/^\/_actions\/\d+\/idtoken\//.test(path)) return idToken(state, grants, exchange);
  return undefined;
}

/** Only a running job that was granted `id-token: write` has a token that opens this. */
async function idToken(state: GitHubState, grants: IdTokenGrants, exchange: Exchange): Promise<Reply> {
  const bearer = /^bearer (.+)$/i.exec(exchange.headers.authorization ?? '')?.[1] ?? '';
  const job = grants.get(bearer);
  if (job === undefined) return { status: 401, body: { message: 'The token is not valid for an id token request.' } };
  if (exchange.method !== 'GET') return { status: 405, body: { message: 'Method Not Allowed' } };
  const audience = exchange.query.get('audience') ?? `https://github.com/${job.seed.repository.owner}`;
  try {
    const value = await state.key.signToken(tokenClaims(state, job, audience));
    return { status: 200, body: { count: value.length, value } };
  } catch (error) {
    if (error instanceof MissingClaim) return { status: 400, body: { message: error.message } };
    throw error;
  }
}

/** Every claim of the documented list that applies; all of them are text, ids too, except the times. */
function tokenClaims(state: GitHubState, job: Job, audience: string): Record<string, unknown> {
  const { seed, target } = job;
  const issuedAt = Math.floor(state.now() / 1000);
  const claims = { ...runClaims(job), ...repositoryClaims(state, job) };
  const context = { environment: seed.environment, ref: target.ref };
  return {
    jti: randomUUID(),
    sub: subjectOf(seed.repository, state, context, claims),
    aud: audience,
    ...claims,
    iss: state.issuer,
    nbf: issuedAt - tolerance,
    exp: issuedAt + lifetime,
    iat: issuedAt,
  };
}

function runClaims({ seed, target, actor, workflow, runId }: Job): Record<string, string> {
  const workflowRef = `${seed.repository.fullName}/${workflow}@${target.ref}`;
  return {
    actor,
    actor_id: String(userOf(actor).id),
    base_ref: target.baseRef,
    head_ref: target.headRef,
    ref: target.ref,
    ref_type: target.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    sha: target.sha,
    event_name: seed.event,
    check_run_id: String(runId + 1),
    run_id: String(runId),
    run_number: '1',
    run_attempt: String(seed.runAttempt ?? 1),
    runner_environment: 'github-hosted',
    workflow: 'Idwire',
    workflow_ref: workflowRef,
    workflow_sha: target.sha,
    job_workflow_ref: seed.reusableWorkflow ?? workflowRef,
    job_workflow_sha: target.sha,
    ...(seed.environment === undefined ? {} : { environment: seed.environment }),
  };
}

function repositoryClaims(state: GitHubState, { seed: { repository } }: Job): Record<string, string> {
  const properties = Object.entries(repository.properties).map(([name, value]) => [`repo_property_${name}`, value]);
  const { enterprise } = state;
  return {
    repository: repository.fullName,
    repository_id: String(repository.id),
    repository_owner: repository.owner,
    repository_owner_id: String(repository.ownerId),
    repository_visibility: repository.private ? 'private' : 'public',
    ...(enterprise === undefined ? {} : { enterprise: enterprise.slug, enterprise_id: String(enterprise.id) }),
    ...Object.fromEntries(properties),
  };
}

function discovery(state: GitHubState): Record<string, unknown> {
  return {
    issuer: state.issuer,
    jwks_uri: `${state.url}${oidcPath}/.well-known/jwks`,
    subject_types_supported: ['public', 'pairwise'],
    response_types_supported: ['id_token'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid'],
  };
}
