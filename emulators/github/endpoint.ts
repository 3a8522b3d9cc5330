/** How a route of the REST API is declared: its path, the permission it needs and its handler. */

import { authorize, type Caller, type Need } from './access.ts';
import type { GitHubState } from './github-state.ts';
import { type Exchange, JsonObject, type Reply } from './loopback/exchange.ts';
import type { Route } from './loopback/route-table.ts';
import type { PullRequest } from './model/pull-request.ts';
import type { GitHubRepository } from './model/repository.ts';
import { notFound } from './refusals.ts';

/** An identified request. `parameters` are the decoded path values. */
export interface Call {
  readonly exchange: Exchange;
  readonly parameters: Readonly<Record<string, string>>;
  readonly caller: Caller;
  readonly state: GitHubState;
  readonly body: JsonObject;
}

export interface RepositoryCall extends Call {
  readonly repository: GitHubRepository;
  /** Path of this request under the numeric repository address, which Link headers use. */
  readonly linkPath: string;
}

export interface PullCall extends RepositoryCall {
  readonly pull: PullRequest;
}

/** A handler; `createsContent` requests count towards the secondary rate limit. */
export interface Endpoint {
  readonly createsContent: boolean;
  handle(call: Call): Reply | Promise<Reply>;
}

export type GitHubRoute = Route<Endpoint>;

interface RouteOptions {
  readonly createsContent?: boolean;
}

/** A route outside of repositories. */
export function plainRoute(
  method: string,
  template: string,
  handle: (call: Call) => Reply | Promise<Reply>,
): GitHubRoute {
  return { method, template, handler: { createsContent: false, handle } };
}

/** A route under `/repos/{owner}/{repo}`; meeting any one of `needs` is enough. */
export function repositoryRoute(
  method: string,
  template: string,
  needs: readonly Need[],
  handle: (call: RepositoryCall) => Reply | Promise<Reply>,
  options: RouteOptions = {},
): GitHubRoute {
  return {
    method,
    template: `/repos/{owner}/{repo}${template}`,
    handler: {
      createsContent: options.createsContent ?? false,
      handle: (call) => handle(onRepository(call, needs)),
    },
  };
}

/** A route under `/repos/{owner}/{repo}/pulls/{number}`. */
export function pullRoute(
  method: string,
  template: string,
  needs: readonly Need[],
  handle: (call: PullCall) => Reply | Promise<Reply>,
  options: RouteOptions = {},
): GitHubRoute {
  const onPull = (call: RepositoryCall) => {
    const pull = call.repository.pulls.get(Number(call.parameters.number));
    if (pull === undefined) throw notFound();
    return handle({ ...call, pull });
  };
  return repositoryRoute(method, `/pulls/{number}${template}`, needs, onPull, options);
}

/** The call of an exchange, with the body read as an object. */
export function callOf(
  state: GitHubState,
  exchange: Exchange,
  caller: Caller,
  parameters: Readonly<Record<string, string>>,
): Call {
  return { exchange, parameters, caller, state, body: new JsonObject(exchange.body) };
}

function onRepository(call: Call, needs: readonly Need[]): RepositoryCall {
  const { owner, repo } = call.parameters;
  const repository = call.state.findRepository(owner ?? '', repo ?? '');
  if (repository === undefined) throw notFound();
  authorize(call.caller, repository, needs);
  const linkPath =
    call.state.url + call.exchange.path.replace(/^\/repos\/[^/]+\/[^/]+/, `/repositories/${repository.id}`);
  return { ...call, repository, linkPath };
}
