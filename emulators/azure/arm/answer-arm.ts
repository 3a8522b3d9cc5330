/** Serves Azure Resource Manager: finds the operation, and admits the request as ARM does before a provider sees it. */

import type { AzureContext } from '../context.ts';
import { type Caller, isAudience, wellKnownAudiences } from '../entra/access-tokens.ts';
import { type Exchange, findRoute, queryParameter, Refused, type Reply, route } from '../exchange.ts';
import { checkVersion } from './api-versions.ts';
import type { ArmOperation } from './arm-operation.ts';
import { cloudError, refusal } from './cloud-error.ts';
import * as clusters from './clusters.ts';
import * as credentials from './credentials.ts';
import * as identities from './identities.ts';
import * as roleAssignments from './role-assignments.ts';
import { isPermitted } from './roles.ts';
import * as subscriptions from './subscriptions.ts';

const subscription = '/subscriptions/{subscription}';
const group = `${subscription}/resourceGroups/{group}`;
const identity = `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{identity}`;
const credential = `${identity}/federatedIdentityCredentials/{credential}`;
const containerService = 'providers/Microsoft.ContainerService';
const authorization = '{+scope}/providers/Microsoft.Authorization';

const routes = [
  route<ArmOperation>('tenant.list', 'GET', '/tenants', subscriptions.listTenants),
  route<ArmOperation>('subscription.list', 'GET', '/subscriptions', subscriptions.list),
  route<ArmOperation>('subscription.get', 'GET', subscription, subscriptions.get),
  route<ArmOperation>('group.list', 'GET', `${subscription}/resourceGroups`, subscriptions.listResourceGroups),
  route<ArmOperation>('group.get', 'GET', group, subscriptions.getResourceGroup),
  route<ArmOperation>(
    'identity.list',
    'GET',
    `${subscription}/providers/${identities.identityType}`,
    identities.listBySubscription,
  ),
  route<ArmOperation>(
    'identity.list',
    'GET',
    `${group}/providers/${identities.identityType}`,
    identities.listByResourceGroup,
  ),
  route<ArmOperation>('identity.get', 'GET', identity, identities.get),
  route<ArmOperation>('identity.put', 'PUT', identity, identities.put),
  route<ArmOperation>('identity.patch', 'PATCH', identity, identities.patch),
  route<ArmOperation>('identity.delete', 'DELETE', identity, identities.remove),
  route<ArmOperation>('credential.list', 'GET', `${identity}/federatedIdentityCredentials`, credentials.list),
  route<ArmOperation>('credential.get', 'GET', credential, credentials.get),
  route<ArmOperation>('credential.put', 'PUT', credential, credentials.put),
  route<ArmOperation>('credential.delete', 'DELETE', credential, credentials.remove),
  route<ArmOperation>(
    'cluster.list',
    'GET',
    `${subscription}/${containerService}/managedClusters`,
    clusters.listBySubscription,
  ),
  route<ArmOperation>(
    'cluster.list',
    'GET',
    `${group}/${containerService}/managedClusters`,
    clusters.listByResourceGroup,
  ),
  route<ArmOperation>('cluster.get', 'GET', `${group}/${containerService}/managedClusters/{cluster}`, clusters.get),
  route<ArmOperation>(
    'binding.list',
    'GET',
    `${group}/${containerService}/managedClusters/{cluster}/identityBindings`,
    clusters.listIdentityBindings,
  ),
  route<ArmOperation>(
    'version.list',
    'GET',
    `${subscription}/${containerService}/locations/{location}/kubernetesVersions`,
    clusters.listKubernetesVersions,
  ),
  route<ArmOperation>(
    'role-assignment.list',
    'GET',
    `${authorization}/roleAssignments`,
    roleAssignments.listAssignments,
  ),
  route<ArmOperation>(
    'role-definition.list',
    'GET',
    `${authorization}/roleDefinitions`,
    roleAssignments.listDefinitions,
  ),
  route<ArmOperation>(
    'role-definition.get',
    'GET',
    `${authorization}/roleDefinitions/{definition}`,
    roleAssignments.getDefinition,
  ),
];

/** Answers one request to Azure Resource Manager. */
export async function answerArm(context: AzureContext, exchange: Exchange): Promise<Reply> {
  const match = findRoute(routes, exchange);
  if (match === 'no-such-path') return cloudError(404, 'InvalidResourceType', 'The resource type could not be found.');
  if (match === 'no-such-method') {
    return cloudError(
      405,
      'MethodNotAllowed',
      `The requested resource does not support http method '${exchange.method}'.`,
    );
  }
  const { route: found, params } = match;
  if (/^(identity|credential)\.(put|patch|delete)$/.test(found.operation)) {
    exchange.entry.writes = identities.identityKey(params);
  }
  exchange.begin(found.operation);
  try {
    const operation = found.handler;
    const caller = await authenticate(context, exchange);
    exchange.entry.principal = caller.principalId;
    const version = checkVersion(operation.provider, queryParameter(exchange.url, 'api-version'), operation.type);
    const request = { context, exchange, params, caller, version };
    if (params.subscription !== undefined) checkTenant(context, caller, params);
    throttle(context, operation, caller, params);
    authorize(context, operation, caller, exchange.url);
    if (params.group !== undefined) checkGroup(context, params);
    return await operation.serve(request);
  } catch (error) {
    if (error instanceof Refused) return error.reply;
    throw error;
  }
}

async function authenticate({ tokens, urls }: AzureContext, exchange: Exchange): Promise<Caller> {
  const token = /^Bearer (\S+)$/i.exec(exchange.headers.authorization ?? '')?.[1];
  if (token === undefined)
    throw unauthorized(
      urls.authority,
      'AuthenticationFailed',
      "Authentication failed. The 'Authorization' header is missing.",
    );
  const caller = await tokens.verify(token);
  if (caller === 'expired')
    throw unauthorized(urls.authority, 'ExpiredAuthenticationToken', 'The access token expiry is in the past.');
  if (caller === 'invalid')
    throw unauthorized(urls.authority, 'InvalidAuthenticationToken', 'The access token is invalid.');
  if (isAudience(caller.audience, urls.resourceManager, wellKnownAudiences.resourceManager)) return caller;
  throw unauthorized(
    urls.authority,
    'InvalidAuthenticationTokenAudience',
    `The access token has been obtained for wrong audience or resource '${caller.audience}'.`,
  );
}

function unauthorized(authority: string, code: string, message: string): Refused {
  const challenge = `Bearer authorization_uri="${authority}", error="invalid_token", error_description="${message}"`;
  return new Refused(cloudError(401, code, message, { 'www-authenticate': challenge }));
}

function checkTenant(context: AzureContext, caller: Caller, params: Readonly<Record<string, string>>): void {
  const { tenantId } = subscriptions.findSubscription({ context, params });
  if (tenantId === caller.tenantId) return;
  throw unauthorized(
    context.urls.authority,
    'InvalidAuthenticationTokenTenant',
    `The access token is from the wrong issuer. It must match the tenant '${tenantId}' associated with this subscription.`,
  );
}

function checkGroup({ state }: AzureContext, params: Readonly<Record<string, string>>): void {
  const { subscription: id = '', group: name = '' } = params;
  if (!state.resourceGroups.has(`${id}/${name}`.toLowerCase())) throw subscriptions.missingGroup(name);
}

function throttle(
  { settings, throttle: buckets }: AzureContext,
  operation: ArmOperation,
  caller: Caller,
  params: Readonly<Record<string, string>>,
): void {
  const { subscription: id } = params;
  if (!settings.limits || id === undefined) return;
  const ofProvider = operation.provider === 'identity' || operation.provider === 'credential';
  const refused = buckets.admit(settings.limits, operation.rate, {
    principal: `${id}/${caller.principalId}`.toLowerCase(),
    ...(ofProvider ? { tenant: caller.tenantId, subscription: id.toLowerCase() } : {}),
    ...(ofProvider && params.identity !== undefined ? { resource: identities.identityKey(params) } : {}),
  });
  if (!refused) return;
  const code = refused.scope === 'principal' ? 'SubscriptionRequestsThrottled' : 'TooManyRequests';
  const message = `The request rate of this ${refused.scope} is exceeded. Try again after ${refused.retryAfter} seconds.`;
  throw new Refused(cloudError(429, code, message, { 'retry-after': String(refused.retryAfter) }));
}

function authorize({ state }: AzureContext, { action }: ArmOperation, { principalId }: Caller, url: URL): void {
  const scope = decodeURIComponent(url.pathname);
  if (action === null || isPermitted(state.roleAssignments, principalId, action, scope)) return;
  throw refusal(
    403,
    'AuthorizationFailed',
    `The client '${principalId}' with object id '${principalId}' does not have authorization to perform action '${action}' ` +
      `over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );
}
