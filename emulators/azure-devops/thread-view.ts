/** Threads and comments as REST shows them. */

import type { Exchange } from '../github/loopback/exchange.ts';
import { commentType, showEnumeration, threadStatus } from './enumeration.ts';
import type { CommentThread, ThreadComment } from './model/comment-thread.ts';
import type { AzurePullRequest, Iteration } from './model/pull-request.ts';
import { trackThread } from './thread-tracking.ts';

/** A deleted comment keeps its place and loses its content. */
export function commentView(comment: ThreadComment, exchange: Exchange): Record<string, unknown> {
  return {
    id: comment.id,
    parentCommentId: comment.parentId,
    author: comment.author,
    ...(comment.isDeleted ? { isDeleted: true } : { content: comment.content }),
    publishedDate: comment.publishedAt,
    lastUpdatedDate: comment.updatedAt,
    lastContentUpdatedDate: comment.updatedAt,
    commentType: showEnumeration(exchange, commentType, comment.type),
    usersLiked: [],
  };
}

/** `at` is the iteration to track the thread to; without it the thread stands where it was created. */
export function threadView(
  thread: CommentThread,
  pull: AzurePullRequest,
  exchange: Exchange,
  at?: Iteration,
): Record<string, unknown> {
  const { status, properties } = thread;
  const shown = at === undefined ? undefined : trackThread(thread, pull, at);
  const context = shown?.context ?? thread.context;
  return {
    id: thread.id,
    publishedDate: thread.publishedAt,
    lastUpdatedDate: thread.updatedAt,
    comments: thread.comments.map((comment) => commentView(comment, exchange)),
    ...(status === undefined ? {} : { status: showEnumeration(exchange, threadStatus, status) }),
    threadContext: context ?? null,
    ...(context === undefined
      ? {}
      : { pullRequestThreadContext: pullContext(thread, shown?.tracked ? at : undefined) }),
    properties: Object.keys(properties).length === 0 ? null : properties,
    identities: null,
    isDeleted: thread.isDeleted,
  };
}

function pullContext(thread: CommentThread, trackedTo: Iteration | undefined): Record<string, unknown> {
  const { first, second } = thread.iterations;
  const criteria = {
    firstComparingIteration: 0,
    secondComparingIteration: trackedTo?.id,
    origFilePath: thread.context?.filePath,
    origRightFileStart: thread.context?.rightFileStart,
    origRightFileEnd: thread.context?.rightFileEnd,
  };
  return {
    iterationContext: { firstComparingIteration: first, secondComparingIteration: second },
    ...(thread.changeTrackingId === undefined ? {} : { changeTrackingId: thread.changeTrackingId }),
    ...(trackedTo === undefined ? {} : { trackingCriteria: criteria }),
  };
}
