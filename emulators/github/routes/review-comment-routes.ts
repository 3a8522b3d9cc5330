/** Comments on lines of a diff: list, read, add one, reply, edit, delete. */

import type { Need } from '../access.ts';
import { type GitHubRoute, type PullCall, pullRoute, type RepositoryCall, repositoryRoute } from '../endpoint.ts';
import type { Reply } from '../loopback/exchange.ts';
import { anchorProblems, postReply, postReview } from '../model/conversation.ts';
import type { PullRequest } from '../model/pull-request.ts';
import type { ReviewComment, ReviewThread } from '../model/review-thread.ts';
import { pageOf } from '../paging.ts';
import { notFound, requireBody, validationFailed } from '../refusals.ts';
import { reviewCommentView } from '../views.ts';
import { commitOf, draftComment } from './review-routes.ts';

const readPulls: readonly Need[] = [['pull-requests', 'read']];
const writePulls: readonly Need[] = [['pull-requests', 'write']];
const resource = 'PullRequestReviewComment';

export const reviewCommentRoutes: readonly GitHubRoute[] = [
  pullRoute('GET', '/comments', readPulls, list),
  pullRoute('POST', '/comments', writePulls, create, { createsContent: true }),
  pullRoute('POST', '/comments/{comment}/replies', writePulls, reply, { createsContent: true }),
  repositoryRoute('GET', '/pulls/comments/{comment}', readPulls, (call) => shown(call, find(call))),
  repositoryRoute('PATCH', '/pulls/comments/{comment}', writePulls, update, { createsContent: true }),
  repositoryRoute('DELETE', '/pulls/comments/{comment}', writePulls, remove),
];

interface Found {
  readonly pull: PullRequest;
  readonly thread: ReviewThread;
  readonly comment: ReviewComment;
}

function list({ pull, exchange, linkPath, state }: PullCall): Reply {
  const all = pull.threads.flatMap((thread) => thread.comments.map((comment) => ({ thread, comment })));
  all.sort((left, right) => left.comment.id - right.comment.id);
  return pageOf(exchange, linkPath, all, ({ thread, comment }) => reviewCommentView(comment, thread, pull, state.url));
}

function create(call: PullCall): Reply {
  const { pull, state, caller, body } = call;
  const draft = draftComment(body);
  requireBody(draft.body, resource);
  const commit = commitOf(call);
  const [problem] = anchorProblems(pull, draft, commit);
  if (problem !== undefined) {
    throw validationFailed(resource, 'pull_request_review_thread.line', 'custom', problem);
  }
  postReview(state, pull, { author: caller.login, comments: [draft], commit });
  const thread = pull.threads.at(-1);
  const comment = thread?.comments[0];
  if (thread === undefined || comment === undefined) throw new Error('The review has no comment.');
  return { status: 201, body: reviewCommentView(comment, thread, pull, state.url) };
}

/** Replies go to the first comment of a thread only. */
function reply(call: PullCall): Reply {
  const { pull, state, caller, body } = call;
  const found = pull.findComment(Number(call.parameters.comment));
  if (found === undefined) throw notFound();
  if (found.comment.inReplyTo !== undefined) {
    throw validationFailed(resource, 'in_reply_to', 'custom', 'in_reply_to must be a top-level comment');
  }
  const text = requireBody(body.text('body'), resource);
  const review = postReview(state, pull, { author: caller.login });
  const comment = postReply(state, found.thread, { author: caller.login, body: text, reviewId: review.id });
  return { status: 201, body: reviewCommentView(comment, found.thread, pull, state.url) };
}

function update(call: RepositoryCall): Reply {
  const found = find(call);
  found.comment.body = requireBody(call.body.text('body'), resource);
  found.comment.updatedAt = call.state.timestamp();
  return shown(call, found);
}

/** Deleting the first comment leaves the replies; deleting the last one removes the thread. */
function remove(call: RepositoryCall): Reply {
  const { pull, thread, comment } = find(call);
  thread.comments.splice(thread.comments.indexOf(comment), 1);
  if (thread.comments.length === 0) pull.threads.splice(pull.threads.indexOf(thread), 1);
  return { status: 204 };
}

function find({ repository, parameters }: RepositoryCall): Found {
  const id = Number(parameters.comment);
  for (const pull of repository.pulls.values()) {
    const found = pull.findComment(id);
    if (found !== undefined) return { pull, ...found };
  }
  throw notFound();
}

function shown(call: RepositoryCall, { comment, thread, pull }: Found): Reply {
  return { status: 200, body: reviewCommentView(comment, thread, pull, call.state.url) };
}
