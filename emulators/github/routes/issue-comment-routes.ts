/** Comments below a pull request. They live under `issues`, and either permission is enough. */

import type { Need } from '../access.ts';
import { type GitHubRoute, type RepositoryCall, repositoryRoute } from '../endpoint.ts';
import type { Reply } from '../loopback/exchange.ts';
import { postIssueComment } from '../model/conversation.ts';
import type { IssueComment } from '../model/repository.ts';
import { pageOf } from '../paging.ts';
import { notFound, requireBody } from '../refusals.ts';
import { issueCommentView } from '../views.ts';

const read: readonly Need[] = [
  ['issues', 'read'],
  ['pull-requests', 'read'],
];
const write: readonly Need[] = [
  ['issues', 'write'],
  ['pull-requests', 'write'],
];
const content = { createsContent: true };

export const issueCommentRoutes: readonly GitHubRoute[] = [
  repositoryRoute('GET', '/issues/comments/{comment}', read, (call) => shown(call, find(call), 200)),
  repositoryRoute('PATCH', '/issues/comments/{comment}', write, update, content),
  repositoryRoute('DELETE', '/issues/comments/{comment}', write, remove),
  repositoryRoute('GET', '/issues/{number}/comments', read, list),
  repositoryRoute('POST', '/issues/{number}/comments', write, create, content),
];

/** Oldest first; `since` keeps those updated at or after it. */
function list(call: RepositoryCall): Reply {
  const { repository, exchange, linkPath, state } = call;
  const number = issueNumber(call);
  const since = Date.parse(exchange.query.get('since') ?? '1970-01-01T00:00:00Z');
  const comments = repository.issueComments.filter(
    (comment) => comment.issueNumber === number && Date.parse(comment.updatedAt) >= since,
  );
  return pageOf(exchange, linkPath, comments, (comment) => issueCommentView(comment, repository, state.url));
}

function create(call: RepositoryCall): Reply {
  const body = requireBody(call.body.text('body'), 'IssueComment');
  const comment = { issueNumber: issueNumber(call), author: call.caller.login, body };
  return shown(call, postIssueComment(call.state, call.repository, comment), 201);
}

function update(call: RepositoryCall): Reply {
  const comment = find(call);
  comment.body = requireBody(call.body.text('body'), 'IssueComment');
  comment.updatedAt = call.state.timestamp();
  return shown(call, comment, 200);
}

function remove(call: RepositoryCall): Reply {
  const { issueComments } = call.repository;
  issueComments.splice(issueComments.indexOf(find(call)), 1);
  return { status: 204 };
}

function issueNumber({ repository, parameters }: RepositoryCall): number {
  const number = Number(parameters.number);
  if (!repository.pulls.has(number)) throw notFound();
  return number;
}

function find({ repository, parameters }: RepositoryCall): IssueComment {
  const comment = repository.issueComments.find(({ id }) => id === Number(parameters.comment));
  if (comment === undefined) throw notFound();
  return comment;
}

function shown(call: RepositoryCall, comment: IssueComment, status: number): Reply {
  return { status, body: issueCommentView(comment, call.repository, call.state.url) };
}
