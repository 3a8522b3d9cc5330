/** Pull requests, their iterations with changes, and their statuses. */

import type { Reply } from '../../github/loopback/exchange.ts';
import { type AzureDevOpsRoute, listReply, type PullCall, pullRoute } from '../endpoint.ts';
import { readEnumeration, showEnumeration, statusState } from '../enumeration.ts';
import type { AzurePullRequest, Iteration, PullRequestStatus } from '../model/pull-request.ts';
import { readProperties } from '../properties.ts';
import { badArgument, refusal } from '../refusals.ts';
import { changeView, iterationView, pullView } from '../views.ts';

/** Statuses exist as preview only, up to version 7.1. */
const preview = { released: false };

export const pullRequestRoutes: readonly AzureDevOpsRoute[] = [
  pullRoute('GET', '', ({ pull, state }) => ({ status: 200, body: pullView(pull, state) })),
  pullRoute('GET', '/iterations', ({ pull }) =>
    listReply(pull.iterations.map((iteration) => iterationView(iteration, pull))),
  ),
  pullRoute('GET', '/iterations/{iteration}', (call) => ({
    status: 200,
    body: iterationView(requireIteration(call.pull, Number(call.parameters.iteration)), call.pull),
  })),
  pullRoute('GET', '/iterations/{iteration}/changes', changes),
  pullRoute('GET', '/statuses', listStatuses, preview),
  pullRoute('POST', '/statuses', createStatus, preview),
];

/** `$top` is 100 unless asked otherwise, 2,000 at most. A reply that holds everything has no `nextSkip`. */
function changes(call: PullCall): Reply {
  const { pull, exchange, parameters } = call;
  const iteration = requireIteration(pull, Number(parameters.iteration));
  const compareTo = Number(exchange.query.get('$compareTo') ?? 0);
  const earlier = compareTo === 0 ? undefined : requireIteration(pull, compareTo);
  const all = pull.changesOf(iteration, earlier);
  const top = Math.min(Number(exchange.query.get('$top') ?? 100), 2_000);
  const skip = Number(exchange.query.get('$skip') ?? 0);
  const entries = all.slice(skip, skip + top).map((change, index) => changeView(change, skip + index));
  const next = skip + top < all.length ? { nextSkip: skip + top, nextTop: top } : {};
  return { status: 200, body: { changeEntries: entries, ...next } };
}

function listStatuses({ pull, exchange }: PullCall): Reply {
  return listReply(pull.statuses.map((status) => statusView(status, exchange)));
}

function createStatus(call: PullCall): Reply {
  const { pull, body, state, access, exchange } = call;
  const context = body.object('context');
  const name = context.text('name');
  if (name === undefined || name === '') throw badArgument('A status needs a context with a name.', 'context.name');
  const given = readEnumeration(body, 'state', statusState);
  if (given === undefined) throw badArgument('A status needs a state.', 'state');
  const targetUrl = body.text('targetUrl');
  if (targetUrl !== undefined && !/^https?:\/\//.test(targetUrl)) {
    throw badArgument('The target URL must be absolute.', 'targetUrl');
  }
  const iterationId = body.integer('iterationId');
  if (iterationId !== undefined) requireIteration(pull, iterationId);
  const status: PullRequestStatus = {
    id: pull.statuses.length + 1,
    iterationId,
    state: given,
    description: body.text('description'),
    context: { name, genre: context.text('genre') },
    targetUrl,
    createdBy: access.identity,
    createdAt: state.timestamp(),
    properties: body.has('properties') ? readProperties(body.object('properties')) : {},
  };
  pull.statuses.push(status);
  return { status: 200, body: statusView(status, exchange) };
}

/** The iteration with this number; refuses one that does not exist. */
export function requireIteration(pull: AzurePullRequest, id: number): Iteration {
  if (id < 1) throw badArgument('The value must be at least 1.', 'iteration', 'ArgumentOutOfRangeException');
  const iteration = pull.iterations.find((candidate) => candidate.id === id);
  if (iteration !== undefined) return iteration;
  throw refusal(404, `The iteration ${id} does not exist.`, 'GitPullRequestIterationNotFoundException');
}

function statusView(status: PullRequestStatus, exchange: PullCall['exchange']): Record<string, unknown> {
  return {
    id: status.id,
    state: showEnumeration(exchange, statusState, status.state),
    description: status.description,
    context: status.context,
    creationDate: status.createdAt,
    updatedDate: status.createdAt,
    createdBy: status.createdBy,
    targetUrl: status.targetUrl ?? null,
    ...(status.iterationId === undefined ? {} : { iterationId: status.iterationId }),
    properties: Object.keys(status.properties).length === 0 ? null : status.properties,
  };
}
