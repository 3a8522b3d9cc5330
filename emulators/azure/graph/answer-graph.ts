/** Serves Microsoft Graph: finds the operation and checks token and permission. */

import type { AzureContext } from '../context.ts';
import { type Caller, isAudience, wellKnownAudiences } from '../entra/access-tokens.ts';
import { type Exchange, findRoute, Refused, type Reply, route } from '../exchange.ts';
import type { GraphPermission } from '../resources.ts';
import * as credentials from './application-credentials.ts';
import * as applications from './applications.ts';
import { graphRefusal } from './graph-error.ts';
import { findApplication, type GraphOperation, type GraphRequest } from './graph-operation.ts';

const routes = [
  route<GraphOperation>('application.list', 'GET', '/{version}/applications', applications.list),
  route<GraphOperation>('principal.list', 'GET', '/{version}/servicePrincipals', applications.listServicePrincipals),
  ...keyed('/{version}/servicePrincipals', (path) => [
    route<GraphOperation>('principal.get', 'GET', path, applications.getServicePrincipal),
  ]),
  ...keyed('/{version}/applications', (path) => [
    route<GraphOperation>('application.get', 'GET', path, applications.get),
    ...credentialRoutes(`${path}/federatedIdentityCredentials`),
  ]),
];

/** Both ways to name an object: by `appId` and by object id. */
function keyed(path: string, make: (path: string) => ReturnType<typeof credentialRoutes>) {
  return [...make(`${path}(appId='{appId}')`), ...make(`${path}/{id}`)];
}

function credentialRoutes(path: string) {
  return [
    route<GraphOperation>('application-credential.list', 'GET', path, credentials.list),
    route<GraphOperation>('application-credential.post', 'POST', path, credentials.create),
    ...[`${path}(name='{name}')`, `${path}/{credential}`].flatMap((one) => [
      route<GraphOperation>('application-credential.get', 'GET', one, credentials.get),
      route<GraphOperation>('application-credential.patch', 'PATCH', one, credentials.update),
      route<GraphOperation>('application-credential.delete', 'DELETE', one, credentials.remove),
    ]),
  ];
}

/** Answers one request to Microsoft Graph. */
export async function answerGraph(context: AzureContext, exchange: Exchange): Promise<Reply> {
  try {
    const match = findRoute(routes, exchange);
    if (typeof match === 'string') {
      throw graphRefusal(
        match === 'no-such-path' ? 404 : 405,
        'BadRequest',
        `Resource not found for ${exchange.url.pathname}.`,
      );
    }
    if (match.route.handler.access === 'write') exchange.entry.writes = writtenKey(context, match.params);
    exchange.begin(match.route.operation);
    const caller = await authenticate(context, exchange);
    exchange.entry.principal = caller.principalId;
    const { version } = match.params;
    if (version !== 'v1.0' && version !== 'beta')
      throw graphRefusal(400, 'BadRequest', `Invalid version: ${version ?? ''}`);
    const request = { context, exchange, params: match.params, caller, version } as const;
    authorize(request, match.route.handler);
    return match.route.handler.serve(request);
  } catch (error) {
    if (error instanceof Refused) return error.reply;
    throw error;
  }
}

/** Names the application for the journal, existing or not. */
function writtenKey({ state }: AzureContext, { appId, id = '' }: Readonly<Record<string, string>>): string {
  if (appId !== undefined) return `application:${appId.toLowerCase()}`;
  return [...state.applications.values()].find(({ objectId }) => objectId === id)?.key ?? `application object ${id}`;
}

async function authenticate({ tokens, urls }: AzureContext, { headers }: Exchange): Promise<Caller> {
  const token = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (token === undefined) throw graphRefusal(401, 'InvalidAuthenticationToken', 'Access token is empty.');
  const caller = await tokens.verify(token);
  if (caller === 'expired')
    throw graphRefusal(401, 'InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.');
  if (caller === 'invalid') throw graphRefusal(401, 'InvalidAuthenticationToken', 'Access token validation failure.');
  if (isAudience(caller.audience, urls.graph, wellKnownAudiences.graph)) return caller;
  throw graphRefusal(401, 'InvalidAuthenticationToken', 'Access token validation failure. Invalid audience.');
}

const reading: readonly GraphPermission[] = ['Application.Read.All', 'Application.ReadWrite.All', 'Directory.Read.All'];

/** Application permissions as the Graph reference names them for these resources. */
function authorize(request: GraphRequest, { access }: GraphOperation): void {
  const { context, caller, params } = request;
  const writes = access === 'write';
  const held = context.state.graphPermissions.get(caller.principalId) ?? new Set<GraphPermission>();
  if (writes ? held.has('Application.ReadWrite.All') : reading.some((permission) => held.has(permission))) return;
  const named = params.appId ?? params.id;
  if (held.has('Application.ReadWrite.OwnedBy') && named !== undefined) {
    if (!writes || findApplication(request).owners.has(caller.principalId)) return;
  }
  throw graphRefusal(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
}
