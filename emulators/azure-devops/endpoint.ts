/** How a route of the REST API is declared: its path, the state of its version and its handler. */

import { type Exchange, JsonObject, type Reply } from '../github/loopback/exchange.ts';
import type { Route } from '../github/loopback/route-table.ts';
import type { Access } from './access.ts';
import type { AzureDevOpsState } from './azure-devops-state.ts';
import type { Project } from './model/project.ts';
import type { AzurePullRequest } from './model/pull-request.ts';
import type { AzureRepository } from './model/repository.ts';
import { needsPermission, projectNotFound, pullRequestNotFound, repositoryNotFound } from './refusals.ts';

/** A request of someone known. `parameters` are the decoded path values. */
export interface Call {
  readonly exchange: Exchange;
  readonly parameters: Readonly<Record<string, string>>;
  readonly access: Access;
  readonly state: AzureDevOpsState;
  readonly body: JsonObject;
}

export interface ProjectCall extends Call {
  readonly project: Project;
}

export interface RepositoryCall extends ProjectCall {
  readonly repository: AzureRepository;
}

export interface PullCall extends RepositoryCall {
  readonly pull: AzurePullRequest;
}

type Answer = Reply | Promise<Reply>;

export interface Endpoint {
  /** False when the resource exists as `-preview` only. */
  readonly released: boolean;
  handle(call: Call): Answer;
}

export type AzureDevOpsRoute = Route<Endpoint>;

interface RouteOptions {
  readonly released?: boolean;
}

/** A route under `/{organization}/{project}/_apis`. A project of another job's token looks absent. */
export function projectRoute(
  method: string,
  template: string,
  handle: (call: ProjectCall) => Answer,
  options: RouteOptions = {},
): AzureDevOpsRoute {
  const onProject = (call: Call) => {
    const name = call.parameters.project ?? '';
    const project = call.state.project(name);
    const known = call.parameters.organization?.toLowerCase() === call.state.organization.name.toLowerCase();
    const permitted = call.access.project === undefined || call.access.project === project;
    if (project === undefined || !known || !permitted) throw projectNotFound(name);
    return handle({ ...call, project });
  };
  const released = options.released ?? true;
  const handler: Endpoint = { released, handle: onProject };
  return { method, template: `/{organization}/{project}/_apis${template}`, handler };
}

/** A route under `git/repositories/{repository}`; the repository by name or id. */
export function repositoryRoute(
  method: string,
  template: string,
  handle: (call: RepositoryCall) => Answer,
  options: RouteOptions = {},
): AzureDevOpsRoute {
  const onRepository = (call: ProjectCall) => {
    const name = call.parameters.repository ?? '';
    const repository = call.project.repository(name);
    if (repository === undefined) throw repositoryNotFound(name);
    return handle({ ...call, repository });
  };
  return projectRoute(method, `/git/repositories/{repository}${template}`, onRepository, options);
}

/** A route under `pullRequests/{pull}`. Everything but reading needs the right to contribute. */
export function pullRoute(
  method: string,
  template: string,
  handle: (call: PullCall) => Answer,
  options: RouteOptions = {},
): AzureDevOpsRoute {
  const onPull = (call: RepositoryCall) => {
    const pull = call.repository.pullRequests.get(Number(call.parameters.pull));
    if (pull === undefined) throw pullRequestNotFound();
    const { identity, rights } = call.access;
    if (method !== 'GET' && !rights.contributeToPullRequests) {
      throw needsPermission('PullRequestContribute', identity.id);
    }
    return handle({ ...call, pull });
  };
  return repositoryRoute(method, `/pullRequests/{pull}${template}`, onPull, options);
}

/** A list as the service wraps it. */
export function listReply(value: readonly unknown[]): Reply {
  return { status: 200, body: { value, count: value.length } };
}

export function callOf(
  state: AzureDevOpsState,
  exchange: Exchange,
  access: Access,
  parameters: Readonly<Record<string, string>>,
): Call {
  return { exchange, parameters, access, state, body: new JsonObject(exchange.body) };
}
