/** The GraphQL endpoint: review threads, and resolving them. */

import { allows, type Caller } from '../access.ts';
import type { GitHubState } from '../github-state.ts';
import { type Exchange, JsonObject, type Reply } from '../loopback/exchange.ts';
import type { PullRequest } from '../model/pull-request.ts';
import type { GitHubRepository } from '../model/repository.ts';
import type { ReviewComment, ReviewThread } from '../model/review-thread.ts';
import { errorReply } from '../refusals.ts';
import { connectionOf, type PageArguments, TypedError } from './connection.ts';

/** Runs a query or mutation. Errors come with status 200, as on the service. */
export async function answerGraphql(state: GitHubState, caller: Caller, exchange: Exchange): Promise<Reply> {
  if (caller.kind === 'anonymous') {
    return errorReply(401, 'This endpoint requires you to be authenticated.');
  }
  // Loaded here because it is large and only this endpoint needs it.
  const { runGraphql } = await import('./run-graphql.ts');
  return { status: 200, body: await runGraphql(new JsonObject(exchange.body), rootOf(state, caller)) };
}

function rootOf(state: GitHubState, caller: Caller) {
  const resolve =
    (by: string | undefined) => (argument: { input: { threadId: string; clientMutationId?: string } }) => {
      const { threadId, clientMutationId } = argument.input;
      const { thread, pull } = findThread(state, threadId);
      if (!canResolve(caller, pull.repository))
        throw new TypedError('FORBIDDEN', 'Resource not accessible by integration');
      thread.resolvedBy = by;
      return { thread: threadNode(thread, pull, caller), clientMutationId };
    };
  return {
    viewer: actorOf(caller.login),
    repository: ({ owner, name }: { owner: string; name: string }) => {
      const repository = state.findRepository(owner, name);
      const visible = repository !== undefined && (!repository.private || canRead(caller, repository));
      if (visible) return repositoryNode(repository, caller);
      throw new TypedError('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
    },
    resolveReviewThread: resolve(caller.login),
    unresolveReviewThread: resolve(undefined),
  };
}

function repositoryNode(repository: GitHubRepository, caller: Caller) {
  return {
    id: `R_${repository.id}`,
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: repository.fullName,
    pullRequest: ({ number }: { number: number }) => {
      const pull = repository.pulls.get(number);
      if (pull !== undefined) return pullNode(pull, caller);
      throw new TypedError('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${number}.`);
    },
  };
}

function pullNode(pull: PullRequest, caller: Caller) {
  return {
    id: `PR_${pull.id}`,
    number: pull.number,
    title: pull.title,
    headRefOid: pull.head.sha,
    baseRefOid: pull.base.sha,
    reviewThreads: (page: PageArguments) =>
      connectionOf('reviewThreads', pull.threads, page, (thread) => threadNode(thread, pull, caller)),
  };
}

function threadNode(thread: ReviewThread, pull: PullRequest, caller: Caller) {
  const resolvable = canResolve(caller, pull.repository);
  const resolved = thread.resolvedBy !== undefined;
  return {
    id: thread.nodeId,
    isResolved: resolved,
    isOutdated: thread.outdated,
    isCollapsed: resolved || thread.outdated,
    path: thread.anchor.path,
    line: thread.line,
    startLine: thread.startLine,
    originalLine: thread.anchor.line,
    originalStartLine: thread.anchor.startLine ?? null,
    diffSide: thread.anchor.side,
    resolvedBy: thread.resolvedBy === undefined ? null : { login: plainLogin(thread.resolvedBy) },
    viewerCanResolve: resolvable && !resolved,
    viewerCanUnresolve: resolvable && resolved,
    viewerCanReply: allows(caller.permissions['pull-requests'], 'write'),
    comments: (page: PageArguments) =>
      connectionOf('comments', thread.comments, page, (comment) => commentNode(comment, thread, pull, caller)),
  };
}

function commentNode(comment: ReviewComment, thread: ReviewThread, pull: PullRequest, caller: Caller) {
  return {
    id: comment.nodeId,
    databaseId: comment.id,
    fullDatabaseId: String(comment.id),
    author: actorOf(comment.author),
    body: comment.body,
    path: thread.anchor.path,
    line: thread.line,
    outdated: thread.outdated,
    url: `https://github.com/${pull.repository.fullName}/pull/${pull.number}#discussion_r${comment.id}`,
    viewerDidAuthor: comment.author === caller.login,
  };
}

/** GraphQL names a bot without the `[bot]` that REST adds. */
function actorOf(login: string) {
  return { __typename: login.endsWith('[bot]') ? 'Bot' : 'User', login: plainLogin(login) };
}

function plainLogin(login: string): string {
  return login.replace(/\[bot\]$/, '');
}

/**
 * Resolving asks for `contents: write` beside `pull-requests: write`; the second alone is refused
 * (github/gh-aw issue 35726, community discussion 44650).
 */
function canResolve(caller: Caller, repository: GitHubRepository): boolean {
  const needed = ['contents', 'pull-requests'] as const;
  return canRead(caller, repository) && needed.every((permission) => allows(caller.permissions[permission], 'write'));
}

function canRead(caller: Caller, repository: GitHubRepository): boolean {
  return caller.kind === 'person' || caller.repository === repository;
}

function findThread(state: GitHubState, id: string): { thread: ReviewThread; pull: PullRequest } {
  for (const pull of state.repositories.flatMap((repository) => [...repository.pulls.values()])) {
    const thread = pull.threads.find((candidate) => candidate.nodeId === id);
    if (thread !== undefined) return { thread, pull };
  }
  throw new TypedError('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`);
}
