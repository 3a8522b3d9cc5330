/** Serves the authority: discovery, keys and the token endpoint, for tenants and under the AD FS path. */

import { timingSafeEqual } from 'node:crypto';
import type { AzureContext } from '../context.ts';
import { type Exchange, findRoute, type Reply, route } from '../exchange.ts';
import type { Application, ManagedIdentity } from '../resources.ts';
import { isAudience, wellKnownAudiences } from './access-tokens.ts';
import { EntraRefusal, refusalReply } from './entra-refusal.ts';
import { verifyAssertion } from './verify-assertion.ts';
import { isOwnAssertion, verifyOwnAssertion } from './verify-own-assertion.ts';

type Handler = (context: AzureContext, tenant: string, exchange: Exchange) => Reply | Promise<Reply>;

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/**
 * Clients that take the path `/adfs` for an authority skip instance discovery, which would ask a public host
 * (Debian's Azure CLI can be pointed at loopback in no other way).
 */
const routes = [
  route<Handler>('openid-configuration', 'GET', '/{tenant}/v2.0/.well-known/openid-configuration', discovery),
  route<Handler>('openid-configuration', 'GET', '/{tenant}/.well-known/openid-configuration', discovery),
  // The Azure CLI resolves a tenant that is not a GUID by asking for it below the authority.
  route<Handler>('openid-configuration', 'GET', '/adfs/{tenant}/.well-known/openid-configuration', discovery),
  route<Handler>('keys', 'GET', '/{tenant}/discovery/v2.0/keys', keys),
  route<Handler>('keys', 'GET', '/{tenant}/discovery/keys', keys),
  route<Handler>('token', 'POST', '/{tenant}/oauth2/v2.0/token', token),
  route<Handler>('token', 'POST', '/{tenant}/oauth2/token', token),
];

/** Answers one request to the authority. */
export async function answerEntra(context: AzureContext, exchange: Exchange): Promise<Reply> {
  const match = findRoute(routes, exchange);
  if (typeof match === 'string') return { status: match === 'no-such-method' ? 405 : 404 };
  exchange.begin(match.route.operation);
  try {
    const tenant = findTenant(context, match.params.tenant ?? '');
    return await match.route.handler(context, tenant, exchange);
  } catch (error) {
    if (!(error instanceof EntraRefusal)) throw error;
    const correlation = exchange.headers['client-request-id'];
    return refusalReply(error, typeof correlation === 'string' ? correlation : undefined);
  }
}

/** The GUID of the tenant that the path names; `adfs` means the home tenant. */
function findTenant({ state }: AzureContext, name: string): string {
  if (name === 'adfs') return state.tenantId;
  const tenant = [...state.tenants].find((id) => id.toLowerCase() === name.toLowerCase());
  if (tenant === undefined) throw new EntraRefusal(90002, 'invalid_request', 400, `Tenant '${name}' not found.`);
  return tenant;
}

function discovery({ urls }: AzureContext, tenant: string, exchange: Exchange): Reply {
  const adfs = exchange.url.pathname.startsWith('/adfs/');
  const base = adfs ? `${urls.authority}/adfs` : `${urls.authority}/${tenant}`;
  return {
    status: 200,
    body: {
      issuer: adfs ? base : `${base}/v2.0`,
      token_endpoint: adfs ? `${base}/oauth2/token` : `${base}/oauth2/v2.0/token`,
      authorization_endpoint: adfs ? `${base}/oauth2/authorize` : `${base}/oauth2/v2.0/authorize`,
      jwks_uri: adfs ? `${base}/discovery/keys` : `${base}/discovery/v2.0/keys`,
      token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
      response_modes_supported: ['query', 'fragment', 'form_post'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      response_types_supported: ['code', 'id_token', 'code id_token'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
      claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'tid', 'oid'],
      tenant_region_scope: null,
      cloud_instance_name: 'localhost',
    },
  };
}

function keys({ tokens }: AzureContext): Reply {
  return { status: 200, body: tokens.jwks };
}

async function token(context: AzureContext, tenant: string, exchange: Exchange): Promise<Reply> {
  const form = new URLSearchParams(exchange.body);
  const grant = form.get('grant_type');
  if (grant !== 'client_credentials') {
    throw new EntraRefusal(70003, 'unsupported_grant_type', 400, `The grant type '${grant ?? ''}' is not supported.`);
  }
  const client = findClient(context, tenant, form.get('client_id') ?? '');
  const audience = findAudience(context, tenant, form);
  await authenticate(context, client, form);
  exchange.entry.principal = client.principalId;
  const usual = client.kind === 'managed-identity' ? 24 * 3600 : 3600;
  const seconds = context.settings.tokenLifetime ?? usual;
  return {
    status: 200,
    headers: { 'cache-control': 'no-store' },
    body: {
      token_type: 'Bearer',
      expires_in: seconds,
      ext_expires_in: seconds,
      access_token: await context.tokens.issue(client, audience, seconds),
    },
  };
}

function findClient({ state }: AzureContext, tenant: string, clientId: string): ManagedIdentity | Application {
  const client = state.findByClientId(clientId);
  if (client?.tenantId === tenant) return client;
  throw new EntraRefusal(
    700016,
    'unauthorized_client',
    400,
    `Application with identifier '${clientId}' was not found in the directory '${tenant}'.`,
  );
}

/** The resource that the scope `<resource>/.default` asks for. */
function findAudience({ urls, settings }: AzureContext, tenant: string, form: URLSearchParams): string {
  const scope = form.get('scope') ?? `${form.get('resource') ?? ''}/.default`;
  // Clients add the OpenID scopes, which mean nothing without a user.
  const wanted = scope.split(' ').find((part) => !['openid', 'profile', 'offline_access'].includes(part)) ?? '';
  if (!wanted.endsWith('/.default')) {
    throw new EntraRefusal(
      1002012,
      'invalid_scope',
      400,
      `The scope ${scope} is not valid; it must end with /.default.`,
    );
  }
  const audience = wanted.slice(0, -'/.default'.length);
  const known =
    isAudience(audience, urls.resourceManager, wellKnownAudiences.resourceManager) ||
    isAudience(audience, urls.graph, wellKnownAudiences.graph) ||
    isAudience(audience, '', settings.resources);
  if (known) return audience;
  throw new EntraRefusal(
    500011,
    'invalid_resource',
    400,
    `The resource principal named ${audience} was not found in the tenant named ${tenant}.`,
  );
}

async function authenticate(
  context: AzureContext,
  client: ManagedIdentity | Application,
  form: URLSearchParams,
): Promise<void> {
  const assertion = form.get('client_assertion');
  const secret = form.get('client_secret');
  if (assertion !== null) {
    if (form.get('client_assertion_type') !== assertionType) {
      throw new EntraRefusal(50027, 'invalid_request', 400, 'The client_assertion_type is not a JWT bearer.');
    }
    const own = client.kind === 'application' && isOwnAssertion(client, assertion);
    return own ? verifyOwnAssertion(context.urls, client, assertion) : verifyAssertion(context, client, assertion);
  }
  if (secret === null) {
    throw new EntraRefusal(7000218, 'invalid_client', 401, 'The request must have client_assertion or client_secret.');
  }
  const expected = client.kind === 'application' ? client.secret : null;
  if (expected === null || !sameText(secret, expected)) {
    throw new EntraRefusal(7000215, 'invalid_client', 401, 'Invalid client secret provided.');
  }
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
