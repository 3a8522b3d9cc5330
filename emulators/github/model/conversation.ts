/** Writes to the conversation of a pull request: reviews, replies and plain comments, by anyone. */

import type { Commit } from '../git/git-store.ts';
import { hunkShowing, quoteHunk, type Side } from './diff-anchor.ts';
import type { PullRequest, Review } from './pull-request.ts';
import type { GitHubRepository, IssueComment, Registry } from './repository.ts';
import { type ReviewComment, ReviewThread, type ThreadAnchor } from './review-thread.ts';

/** A comment of a review before it is posted. */
export interface DraftComment {
  readonly path: string;
  readonly body: string;
  readonly line: number | undefined;
  readonly startLine?: number;
  readonly side?: Side;
  readonly startSide?: Side;
}

export interface DraftReview {
  readonly author: string;
  readonly body?: string;
  readonly state?: Review['state'];
  readonly comments?: readonly DraftComment[];
  /** The commit the line numbers belong to; the head when absent. */
  readonly commit?: Commit;
}

/** Posts a review; the caller has made sure that `anchorProblems` finds nothing. A pending one stays invisible. */
export function postReview(registry: Registry, pull: PullRequest, draft: DraftReview): Review {
  const id = registry.nextId();
  const at = registry.timestamp();
  const commit = draft.commit ?? pull.head;
  const state = draft.state ?? 'COMMENTED';
  const identity = { id, nodeId: `PRR_${id}`, commit: commit.sha, submittedAt: at };
  const review: Review = { ...identity, author: draft.author, body: draft.body ?? '', state };
  pull.reviews.push(review);
  if (state === 'PENDING') return review;
  for (const comment of draft.comments ?? []) pull.threads.push(openThread(registry, pull, review, commit, comment));
  return review;
}

/** Why a comment cannot stand where it wants to; empty when it can. Entries do not say which comment they mean. */
export function anchorProblems(pull: PullRequest, comment: DraftComment, commit: Commit = pull.head): string[] {
  const file = pull.filesAt(commit).find((candidate) => candidate.change.path === comment.path);
  if (file === undefined) return ['Path could not be resolved'];
  const side = comment.side ?? 'RIGHT';
  const hunk = comment.line === undefined ? undefined : hunkShowing(file.patch, side, comment.line);
  if (hunk === undefined || comment.line === undefined) return ['Line could not be resolved'];
  if (comment.startLine === undefined) return [];
  if (comment.startLine >= comment.line) return ['Pull request review thread start line must precede the end line.'];
  const start = hunkShowing(file.patch, comment.startSide ?? side, comment.startLine);
  return start === hunk ? [] : ['Pull request review thread start line must be part of the same hunk as the line.'];
}

/** Adds a reply to the thread of a comment. */
export function postReply(
  registry: Registry,
  thread: ReviewThread,
  reply: { author: string; body: string; reviewId: number },
): ReviewComment {
  const root = thread.comments[0];
  const comment = newComment(registry, reply.author, reply.body, reply.reviewId, root?.id);
  thread.comments.push(comment);
  return comment;
}

/** Adds a comment to the conversation below the pull request. */
export function postIssueComment(
  registry: Registry,
  repository: GitHubRepository,
  comment: { issueNumber: number; author: string; body: string },
): IssueComment {
  const id = registry.nextId();
  const at = registry.timestamp();
  const posted: IssueComment = { id, nodeId: `IC_${id}`, createdAt: at, updatedAt: at, ...comment };
  repository.issueComments.push(posted);
  return posted;
}

function openThread(
  registry: Registry,
  pull: PullRequest,
  review: Review,
  commit: Commit,
  draft: DraftComment,
): ReviewThread {
  const side = draft.side ?? 'RIGHT';
  const patch = pull.filesAt(commit).find((file) => file.change.path === draft.path)?.patch;
  const hunk = draft.line === undefined ? undefined : hunkShowing(patch, side, draft.line);
  if (hunk === undefined || draft.line === undefined) {
    throw new Error(`${draft.path}:${draft.line} is not part of the diff of pull request ${pull.number}.`);
  }
  const anchor: ThreadAnchor = {
    path: draft.path,
    side,
    line: draft.line,
    ...(draft.startLine === undefined ? {} : { startLine: draft.startLine, startSide: draft.startSide ?? side }),
  };
  const thread = new ReviewThread(`PRRT_${registry.nextId()}`, anchor, commit.sha, quoteHunk(hunk, side, draft.line));
  thread.comments.push(newComment(registry, review.author, draft.body, review.id));
  if (commit !== pull.head) thread.follow(commit.tree, pull.head.tree, pull.patchOf(draft.path));
  return thread;
}

function newComment(
  registry: Registry,
  author: string,
  body: string,
  reviewId: number,
  inReplyTo?: number,
): ReviewComment {
  const id = registry.nextId();
  const at = registry.timestamp();
  const reply = inReplyTo === undefined ? {} : { inReplyTo };
  return { id, nodeId: `PRRC_${id}`, reviewId, author, body, createdAt: at, updatedAt: at, ...reply };
}
