/** Starts an Azure DevOps organization on the loopback: Repos, service connections and their tokens. */

import type { Exchange, Reply } from '../github/loopback/exchange.ts';
import { type LoopbackService, startLoopbackService, type TlsMaterial } from '../github/loopback/loopback-service.ts';
import { RouteTable } from '../github/loopback/route-table.ts';
import type { TokenTrust } from '../github/loopback/signing-key.ts';
import { defaultRights, type Rights } from './access.ts';
import { requireApiVersion } from './api-version.ts';
import { AzureDevOpsState, type AzureDevOpsStateOptions } from './azure-devops-state.ts';
import { callOf, type Endpoint } from './endpoint.ts';
import { type Job, type JobSeed, startJob } from './job.ts';
import { CommentThread, type ThreadComment, type ThreadContext } from './model/comment-thread.ts';
import { identityOf } from './model/identity.ts';
import type { Project } from './model/project.ts';
import type { AzurePullRequest } from './model/pull-request.ts';
import { oidcTokenRoute } from './oidc-token-service.ts';
import { malformedJson, refusal } from './refusals.ts';
import { pullRequestRoutes } from './routes/pull-request-routes.ts';
import { repositoryRoutes } from './routes/repository-routes.ts';
import { serviceEndpointRoutes } from './routes/service-endpoint-routes.ts';
import { threadRoutes } from './routes/thread-routes.ts';

export interface AzureDevOpsEmulatorOptions extends AzureDevOpsStateOptions {
  /** With it the emulator speaks HTTPS, which @azure/identity insists on; HTTP otherwise. */
  readonly tls?: TlsMaterial;
}

/** Path of each issuer's keys on this emulator. */
const issuerPaths = { azureDevOps: '/_oidc/vstoken', entra: '/_oidc/entra' } as const;

export class AzureDevOpsEmulator {
  readonly state: AzureDevOpsState;
  readonly #service: LoopbackService;
  readonly #jobs: Job[];

  constructor(state: AzureDevOpsState, service: LoopbackService, jobs: Job[]) {
    this.state = state;
    this.#service = service;
    this.#jobs = jobs;
  }

  get url(): string {
    return this.state.url;
  }

  /** `System.CollectionUri`. */
  get collectionUri(): string {
    return this.state.collectionUri;
  }

  get journal(): LoopbackService['journal'] {
    return this.#service.journal;
  }

  /** `faults.schedule({…})` makes chosen requests fail; ready replies are in `scripted-replies.ts`. */
  get faults(): LoopbackService['faults'] {
    return this.#service.faults;
  }

  /** The keys of an issuer, e.g. of `connection.issuer`. */
  trust(issuer: string): TokenTrust {
    const name = issuer === this.state.ownIssuer ? 'azureDevOps' : 'entra';
    const base = `${this.url}${issuerPaths[name]}`;
    const addresses = { discoveryUrl: `${base}/.well-known/openid-configuration`, jwksUrl: `${base}/jwks` };
    return { issuer, ...addresses, keys: () => this.state.keys[name].keySet() };
  }

  createProject(seed: { name: string; id?: string }): Project {
    return this.state.createProject(seed);
  }

  startJob(seed: JobSeed): Job {
    return startJob(this.state, this.#jobs, seed);
  }

  /** A personal access token over all projects; sent as bearer token or basic password. */
  createToken(displayName: string, rights: Partial<Rights> = {}): string {
    return this.state.access.issue(identityOf(displayName), undefined, { ...defaultRights, ...rights }).token;
  }

  /** A person starts a thread. */
  comment(pull: AzurePullRequest, author: string, content: string, context?: ThreadContext): CommentThread {
    const at = this.state.timestamp();
    const latest = pull.latestIteration.id;
    const placement = { context, iterations: { first: latest, second: latest } };
    const thread = new CommentThread({ id: pull.threads.length + 1, at }, placement, {
      status: 'active',
      properties: {},
    });
    thread.add({ author: identityOf(author), content, at });
    pull.threads.push(thread);
    return thread;
  }

  /** A person answers in a thread. */
  reply(thread: CommentThread, author: string, content: string): ThreadComment {
    return thread.add({ author: identityOf(author), content, at: this.state.timestamp() });
  }

  stop(): Promise<void> {
    return this.#service.stop();
  }
}

/** Listens on 127.0.0.1 with signing keys of its own. Stop it when done. */
export async function startAzureDevOpsEmulator(options: AzureDevOpsEmulatorOptions = {}): Promise<AzureDevOpsEmulator> {
  const jobs: Job[] = [];
  let state: AzureDevOpsState | undefined;
  const service = await startLoopbackService(options.tls, (url) => {
    const created = new AzureDevOpsState(url, options);
    state = created;
    const routes = routesOf(jobs);
    return {
      answer: (exchange) => answer(created, routes, exchange),
      malformedJson,
      headers: () => ({ 'x-vss-e2eid': 'loopback', activityid: 'loopback' }),
    };
  });
  if (state === undefined) throw new Error('The service started without its state.');
  return new AzureDevOpsEmulator(state, service, jobs);
}

function routesOf(jobs: readonly Job[]): RouteTable<Endpoint> {
  return new RouteTable([
    oidcTokenRoute(jobs),
    ...serviceEndpointRoutes,
    ...threadRoutes,
    ...pullRequestRoutes,
    ...repositoryRoutes,
  ]);
}

async function answer(state: AzureDevOpsState, routes: RouteTable<Endpoint>, exchange: Exchange): Promise<Reply> {
  const open = await openPage(state, exchange.path);
  if (open !== undefined) return open;
  const access = state.access.identify(exchange, state.url);
  const found = routes.find(exchange.method, exchange.path);
  if (found === undefined) {
    throw refusal(404, `The controller for path '${exchange.path}' was not found.`, 'VssResourceNotFoundException');
  }
  if (found === 'other-method') {
    const message = `The requested resource does not support http method '${exchange.method}'.`;
    return { status: 405, body: { count: 1, value: { Message: message } } };
  }
  requireApiVersion(exchange, found.handler.released);
  return found.handler.handle(callOf(state, exchange, access, found.parameters));
}

/** What needs no sign-in: the keys of the issuers, and the sign-in page, which answers 203 like the real one. */
async function openPage(state: AzureDevOpsState, path: string): Promise<Reply | undefined> {
  if (path === '/_signin') {
    const body = '<html><head><title>Azure DevOps Services | Sign In</title></head><body></body></html>';
    return { status: 203, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
  }
  for (const name of ['azureDevOps', 'entra'] as const) {
    const base = issuerPaths[name];
    if (path === `${base}/jwks`) return { status: 200, body: await state.keys[name].keySet() };
    if (path === `${base}/.well-known/openid-configuration`) {
      const issuer = name === 'azureDevOps' ? state.ownIssuer : 'https://login.microsoftonline.com/{tenantid}/v2.0';
      return { status: 200, body: { issuer, jwks_uri: `${state.url}${base}/jwks` } };
    }
  }
  return undefined;
}
