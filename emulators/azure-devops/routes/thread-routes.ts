/** Comment threads of a pull request and their comments. */

import { type JsonObject, Refusal, type Reply } from '../../github/loopback/exchange.ts';
import { type AzureDevOpsRoute, listReply, type PullCall, pullRoute } from '../endpoint.ts';
import { commentType, readEnumeration, threadStatus } from '../enumeration.ts';
import { CommentThread, type Position, type ThreadComment, type ThreadContext } from '../model/comment-thread.ts';
import { readProperties } from '../properties.ts';
import { badArgument, errorReply, refusal } from '../refusals.ts';
import { commentView, threadView } from '../thread-view.ts';
import { requireIteration } from './pull-request-routes.ts';

/** Longest comment, in UTF-16 units; undocumented, quoted by the service's own error. */
const longestComment = 150_000;

const comments = '/threads/{thread}/comments';

export const threadRoutes: readonly AzureDevOpsRoute[] = [
  pullRoute('GET', '/threads', listThreads),
  pullRoute('POST', '/threads', createThread),
  pullRoute('GET', '/threads/{thread}', (call) => shown(call, findThread(call))),
  pullRoute('PATCH', '/threads/{thread}', updateThread),
  pullRoute('GET', comments, (call) =>
    listReply(findThread(call).comments.map((comment) => commentView(comment, call.exchange))),
  ),
  pullRoute('POST', comments, createComment),
  pullRoute('GET', `${comments}/{comment}`, (call) => ({
    status: 200,
    body: commentView(findComment(call), call.exchange),
  })),
  pullRoute('PATCH', `${comments}/{comment}`, updateComment),
  pullRoute('DELETE', `${comments}/{comment}`, deleteComment),
];

/** `$iteration` moves the threads to where they stand in that iteration. Deleted and system threads are included. */
function listThreads(call: PullCall): Reply {
  const { pull, exchange } = call;
  const asked = exchange.query.get('$iteration');
  const at = asked === null ? undefined : requireIteration(pull, Number(asked));
  return listReply(pull.threads.map((thread) => threadView(thread, pull, exchange, at)));
}

function createThread(call: PullCall): Reply {
  const { pull, body, state, access } = call;
  const entries = body.objects('comments') ?? [];
  if (entries.length === 0) throw badArgument('A thread needs at least one comment.', 'comments');
  const contents = entries.map(readContent);
  const at = state.timestamp();
  const status = readEnumeration(body, 'status', threadStatus) ?? 'unknown';
  const properties = body.has('properties') ? readProperties(body.object('properties')) : {};
  const thread = new CommentThread({ id: pull.threads.length + 1, at }, readPlacement(call), { status, properties });
  for (const { content, type } of contents) thread.add({ author: access.identity, content, type, at });
  pull.threads.push(thread);
  return shown(call, thread);
}

/** A thread's status may change and comments may be added; its place and its properties are final. */
function updateThread(call: PullCall): Reply {
  const { body, access, state } = call;
  const thread = findThread(call);
  if (body.has('properties')) throw badArgument('The properties of a thread cannot be updated.', 'Properties');
  if (body.has('threadContext')) throw badArgument('The context of a thread cannot be updated.', 'ThreadContext');
  const status = readEnumeration(body, 'status', threadStatus);
  const contents = (body.objects('comments') ?? []).map(readContent);
  const at = state.timestamp();
  for (const { content, type } of contents) thread.add({ author: access.identity, content, type, at });
  thread.status = status ?? thread.status;
  thread.updatedAt = at;
  return shown(call, thread);
}

function createComment(call: PullCall): Reply {
  const { body, access, state, exchange } = call;
  const thread = findThread(call);
  const { content, type } = readContent(body);
  const parentId = body.integer('parentCommentId') ?? 0;
  if (parentId !== 0 && !thread.comments.some(({ id }) => id === parentId)) throw commentNotFound(parentId);
  const comment = thread.add({ author: access.identity, content, type, parentId, at: state.timestamp() });
  return { status: 200, body: commentView(comment, exchange) };
}

function updateComment(call: PullCall): Reply {
  const comment = findOwnComment(call);
  comment.content = readContent(call.body).content;
  comment.updatedAt = call.state.timestamp();
  return { status: 200, body: commentView(comment, call.exchange) };
}

function deleteComment(call: PullCall): Reply {
  findOwnComment(call).isDeleted = true;
  return { status: 200 };
}

function readContent(body: JsonObject) {
  const content = body.text('content');
  if (content === undefined || content === '') throw badArgument('A comment needs content.', 'content');
  if (content.length > longestComment) {
    throw badArgument(`A discussion comment cannot be longer than ${longestComment} characters.`, 'comment.Content');
  }
  return { content, type: readEnumeration(body, 'commentType', commentType) ?? 'text' };
}

function readPlacement(call: PullCall) {
  const { pull, body } = call;
  const pullContext = body.object('pullRequestThreadContext');
  const given = pullContext.object('iterationContext');
  const latest = pull.latestIteration.id;
  const first = given.integer('firstComparingIteration') ?? latest;
  const second = given.integer('secondComparingIteration') ?? latest;
  for (const iteration of [first, second]) requireIteration(pull, iteration);
  const context = body.has('threadContext') ? readContext(body.object('threadContext')) : undefined;
  // A path without its leading slash names no file, so that such a thread gets no tracking id.
  const changes = pull.changesOf(pull.latestIteration);
  const changed = changes.find(({ change }) => `/${change.path}` === context?.filePath);
  const trackingId = pullContext.integer('changeTrackingId') ?? changed?.changeTrackingId;
  return {
    context,
    iterations: { first, second },
    ...(trackingId === undefined ? {} : { changeTrackingId: trackingId }),
  };
}

function readContext(context: JsonObject): ThreadContext {
  const filePath = context.text('filePath');
  if (filePath === undefined || filePath === '') throw badArgument('A file thread needs a path.', 'FilePath');
  const names = ['rightFileStart', 'rightFileEnd', 'leftFileStart', 'leftFileEnd'] as const;
  const positions = names.flatMap((name) =>
    context.has(name) ? [[name, readPosition(context.object(name), name)]] : [],
  );
  return { filePath, ...Object.fromEntries(positions) };
}

function readPosition(position: JsonObject, name: string): Position {
  const line = position.integer('line') ?? 0;
  if (line < 1) throw badArgument('The value must be at least 1.', `${name}.Line`, 'ArgumentOutOfRangeException');
  return { line, offset: position.integer('offset') ?? 1 };
}

function findThread({ pull, parameters }: PullCall): CommentThread {
  const thread = pull.threads.find(({ id }) => id === Number(parameters.thread));
  if (thread !== undefined) return thread;
  const message = `The comment thread ${parameters.thread} was not found.`;
  throw refusal(404, message, 'GitPullRequestCommentThreadNotFoundException');
}

function findComment(call: PullCall): ThreadComment {
  const id = Number(call.parameters.comment);
  const comment = findThread(call).comments.find((candidate) => candidate.id === id);
  if (comment === undefined) throw commentNotFound(id);
  return comment;
}

/** Only its author may change or delete a comment. */
function findOwnComment(call: PullCall): ThreadComment {
  const comment = findComment(call);
  if (comment.author.id === call.access.identity.id) return comment;
  const message = `The comment ${comment.id} can be changed only by its author.`;
  throw new Refusal(errorReply(403, message, 'GitPullRequestCommentCannotBeUpdatedException'));
}

function commentNotFound(id: number): Refusal {
  return refusal(404, `The comment ${id} was not found.`, 'GitPullRequestCommentNotFoundException');
}

function shown({ exchange, pull }: PullCall, thread: CommentThread): Reply {
  return { status: 200, body: threadView(thread, pull, exchange) };
}
