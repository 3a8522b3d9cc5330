/** Starts a GitHub on the loopback: REST, GraphQL and id tokens over repositories that a scenario describes. */

import type { Caller, Permissions } from './access.ts';
import { callOf, type Endpoint } from './endpoint.ts';
import { GitHubState, type GitHubStateOptions } from './github-state.ts';
import { answerGraphql } from './graphql/answer-graphql.ts';
import { type IdTokenGrants, type Job, type JobSeed, startJob } from './job.ts';
import { type Exchange, Refusal, type Reply } from './loopback/exchange.ts';
import { type LoopbackService, startLoopbackService, type TlsMaterial } from './loopback/loopback-service.ts';
import { RouteTable } from './loopback/route-table.ts';
import type { TokenTrust } from './loopback/signing-key.ts';
import { type DraftComment, postIssueComment, postReply, postReview } from './model/conversation.ts';
import type { PullRequest, Review } from './model/pull-request.ts';
import type { GitHubRepository, IssueComment, RepositorySeed } from './model/repository.ts';
import type { ReviewComment } from './model/review-thread.ts';
import { answerOidc, oidcPath } from './oidc/id-token-service.ts';
import { errorReply, notFound } from './refusals.ts';
import { checkRunRoutes } from './routes/check-run-routes.ts';
import { codeScanningRoutes } from './routes/code-scanning-routes.ts';
import { issueCommentRoutes } from './routes/issue-comment-routes.ts';
import { repositoryRoutes } from './routes/repository-routes.ts';
import { reviewCommentRoutes } from './routes/review-comment-routes.ts';
import { reviewRoutes } from './routes/review-routes.ts';
import { subjectSettingsRoutes } from './routes/subject-settings-routes.ts';

export interface GitHubEmulatorOptions extends GitHubStateOptions {
  /** With it the emulator speaks HTTPS; HTTP otherwise, which the toolkit and Octokit accept. */
  readonly tls?: TlsMaterial;
}

export class GitHubEmulator {
  readonly state: GitHubState;
  readonly #service: LoopbackService;
  readonly #grants: IdTokenGrants;

  constructor(state: GitHubState, service: LoopbackService, grants: IdTokenGrants) {
    this.state = state;
    this.#service = service;
    this.#grants = grants;
  }

  /** `GITHUB_API_URL`. */
  get url(): string {
    return this.state.url;
  }

  get journal(): LoopbackService['journal'] {
    return this.#service.journal;
  }

  /** `faults.schedule({…})` makes chosen requests fail; ready replies are in `scripted-replies.ts`. */
  get faults(): LoopbackService['faults'] {
    return this.#service.faults;
  }

  /** The keys of the token issuer. */
  get trust(): TokenTrust {
    const wellKnown = `${this.url}${oidcPath}/.well-known`;
    const addresses = { discoveryUrl: `${wellKnown}/openid-configuration`, jwksUrl: `${wellKnown}/jwks` };
    return { issuer: this.state.issuer, ...addresses, keys: () => this.state.key.keySet() };
  }

  createRepository(seed: RepositorySeed): GitHubRepository {
    return this.state.createRepository(seed);
  }

  fork(parent: GitHubRepository, owner: string): GitHubRepository {
    return this.state.fork(parent, owner);
  }

  startJob(seed: JobSeed): Job {
    return startJob(this.state, this.#grants, seed);
  }

  /** A personal access token; with `admin` it may change organization and enterprise settings. */
  createToken(login: string, permissions: Permissions, options: { admin?: boolean } = {}): string {
    return this.state.tokens.issueToPerson(login, permissions, options).token;
  }

  /** A person reviews a pull request. */
  review(pull: PullRequest, author: string, comments: readonly DraftComment[], body = ''): Review {
    return postReview(this.state, pull, { author, comments, body });
  }

  /** A person answers in the thread of a review comment. */
  reply(pull: PullRequest, commentId: number, author: string, body: string): ReviewComment {
    const thread = pull.findComment(commentId)?.thread;
    if (thread === undefined) throw new Error(`Pull request ${pull.number} has no review comment ${commentId}.`);
    const review = postReview(this.state, pull, { author });
    return postReply(this.state, thread, { author, body, reviewId: review.id });
  }

  /** A person comments below a pull request. */
  comment(pull: PullRequest, author: string, body: string): IssueComment {
    return postIssueComment(this.state, pull.repository, { issueNumber: pull.number, author, body });
  }

  stop(): Promise<void> {
    return this.#service.stop();
  }
}

const routes = new RouteTable<Endpoint>([
  ...checkRunRoutes,
  ...codeScanningRoutes,
  ...issueCommentRoutes,
  ...subjectSettingsRoutes,
  ...reviewRoutes,
  ...reviewCommentRoutes,
  ...repositoryRoutes,
]);

/** Listens on 127.0.0.1 with a signing key of its own. Stop it when done. */
export async function startGitHubEmulator(options: GitHubEmulatorOptions = {}): Promise<GitHubEmulator> {
  const grants: IdTokenGrants = new Map();
  let state: GitHubState | undefined;
  const service = await startLoopbackService(options.tls, (url) => {
    const created = new GitHubState(url, options);
    state = created;
    return {
      answer: (exchange) => answer(created, grants, exchange),
      malformedJson: () => errorReply(400, 'Problems parsing JSON'),
      headers: () => ({ 'x-github-request-id': 'LOOPBACK', 'x-github-api-version-selected': '2022-11-28' }),
    };
  });
  if (state === undefined) throw new Error('The service started without its state.');
  return new GitHubEmulator(state, service, grants);
}

async function answer(state: GitHubState, grants: IdTokenGrants, received: Exchange): Promise<Reply> {
  const oidc = await answerOidc(state, grants, received);
  if (oidc !== undefined) return oidc;
  const exchange = { ...received, path: namedPath(state, received.path) };
  if (exchange.headers['user-agent'] === undefined) {
    return errorReply(
      403,
      'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.',
    );
  }
  const caller = state.tokens.identify(exchange.headers);
  const reply = await replyTo(state, caller, exchange).catch((error: unknown) => {
    if (error instanceof Refusal) return error.reply;
    throw error;
  });
  return { ...reply, headers: { ...state.rateLimits.headers(caller), ...reply.headers } };
}

async function replyTo(state: GitHubState, caller: Caller, exchange: Exchange): Promise<Reply> {
  const found = routes.find(exchange.method, exchange.path);
  const endpoint = found === 'other-method' ? undefined : found;
  state.rateLimits.take(caller, endpoint?.handler.createsContent ?? false);
  if (exchange.path === '/graphql' && exchange.method === 'POST') return answerGraphql(state, caller, exchange);
  if (endpoint === undefined) throw notFound();
  return endpoint.handler.handle(callOf(state, exchange, caller, endpoint.parameters));
}

/** Link headers point to `/repositories/{id}/…`; both addresses mean the same. */
function namedPath(state: GitHubState, path: string): string {
  const id = Number(/^\/repositories\/(\d+)(?=\/|$)/.exec(path)?.[1]);
  const repository = state.repositories.find((candidate) => candidate.id === id);
  return repository === undefined ? path : path.replace(/^\/repositories\/\d+/, `/repos/${repository.fullName}`);
}
