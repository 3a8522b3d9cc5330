/** Pull requests, their files and their reviews. */

import type { Need } from '../access.ts';
import { type GitHubRoute, type PullCall, pullRoute } from '../endpoint.ts';
import type { Commit } from '../git/git-store.ts';
import type { JsonObject, Reply } from '../loopback/exchange.ts';
import { anchorProblems, type DraftComment, postReview } from '../model/conversation.ts';
import type { Review } from '../model/pull-request.ts';
import { pageOf } from '../paging.ts';
import { invalidRequest, refuseLongBody, unprocessable } from '../refusals.ts';
import { pullFileView, pullView, reviewView } from '../views.ts';

const readPulls: readonly Need[] = [['pull-requests', 'read']];
const writePulls: readonly Need[] = [['pull-requests', 'write']];

/** A pull request lists at most this many files (docs: list pull requests files). */
const mostListedFiles = 3_000;

export const reviewRoutes: readonly GitHubRoute[] = [
  pullRoute('GET', '', readPulls, ({ pull, state }) => ({ status: 200, body: pullView(pull, state.url) })),
  pullRoute('GET', '/files', readPulls, ({ pull, exchange, linkPath }) =>
    pageOf(exchange, linkPath, pull.files.slice(0, mostListedFiles), (file) => pullFileView(file, pull)),
  ),
  pullRoute('GET', '/reviews', readPulls, ({ pull, exchange, linkPath }) =>
    pageOf(exchange, linkPath, pull.reviews, (review) => reviewView(review, pull)),
  ),
  pullRoute('POST', '/reviews', writePulls, createReview, { createsContent: true }),
];

const stateOfEvent: Readonly<Record<string, Review['state']>> = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
};

/** All or nothing: one comment that cannot be placed loses the whole review, and the error does not name it. */
function createReview(call: PullCall): Reply {
  const { pull, state, caller, body } = call;
  const event = body.text('event');
  const reviewState = event === undefined ? 'PENDING' : stateOfEvent[event];
  if (reviewState === undefined) throw invalidRequest(`${event} is not a member of APPROVE, REQUEST_CHANGES, COMMENT.`);
  const comments = (body.objects('comments') ?? []).map(draftComment);
  const text = body.text('body') ?? '';
  refuseUnfitReview(call, reviewState, text, comments);
  const commit = commitOf(call);
  const problems = comments.flatMap((comment) => anchorProblems(pull, comment, commit));
  if (problems.length > 0) throw unprocessable([sentence(problems)]);
  const review = postReview(state, pull, { author: caller.login, body: text, state: reviewState, comments, commit });
  return { status: 200, body: reviewView(review, pull) };
}

/** Reads one entry of `comments`. The old `position` is refused, so that a client cannot lean on it unseen. */
export function draftComment(entry: JsonObject): DraftComment {
  const path = entry.text('path');
  const body = entry.text('body');
  if (path === undefined || body === undefined) throw invalidRequest('"path" and "body" were not supplied.');
  if (entry.has('position')) throw invalidRequest('This emulator places comments by "line", not by "position".');
  const startLine = entry.integer('start_line');
  return {
    path,
    body,
    line: entry.integer('line'),
    ...(startLine === undefined ? {} : { startLine }),
    side: sideOf(entry, 'side'),
    ...(entry.has('start_side') ? { startSide: sideOf(entry, 'start_side') } : {}),
  };
}

function refuseUnfitReview(
  { pull, caller }: PullCall,
  state: Review['state'],
  text: string,
  comments: readonly DraftComment[],
): void {
  if (state === 'APPROVED' && caller.kind === 'job') {
    throw unprocessable(['GitHub Actions is not permitted to approve pull requests.']);
  }
  if (state === 'CHANGES_REQUESTED' && caller.login === pull.author) {
    throw unprocessable(['Can not request changes on your own pull request']);
  }
  const needsBody = state === 'CHANGES_REQUESTED' || (state === 'COMMENTED' && comments.length === 0);
  if (needsBody && text.trim() === '') throw unprocessable(["Body can't be blank"]);
  const pending = pull.reviews.some((review) => review.state === 'PENDING' && review.author === caller.login);
  if (pending) throw unprocessable(['User can only have one pending review per pull request']);
  for (const body of [text, ...comments.map((comment) => comment.body)]) refuseLongBody(body, 'PullRequestReview');
}

/** The commit that the line numbers belong to. */
export function commitOf({ pull, body }: PullCall): Commit {
  const sha = body.text('commit_id');
  if (sha === undefined) return pull.head;
  if (!pull.contains(sha)) throw unprocessable(['Commit is not part of the pull request']);
  return pull.repository.git.require(sha);
}

function sideOf(entry: JsonObject, name: string): 'LEFT' | 'RIGHT' {
  const side = entry.text(name) ?? 'RIGHT';
  if (side !== 'LEFT' && side !== 'RIGHT') throw invalidRequest(`${side} is not a member of LEFT, RIGHT.`);
  return side;
}

/** `a`, `a and b`, `a, b, and c`. */
function sentence(parts: readonly string[]): string {
  if (parts.length < 3) return parts.join(' and ');
  return `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}`;
}
