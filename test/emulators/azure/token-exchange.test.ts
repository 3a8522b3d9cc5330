/** Proves that the authority accepts exactly the assertions that Entra accepts, and names the reason of a refusal. */

import { randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AzureEmulator, startAzureEmulator } from '../../../emulators/azure/azure-emulator.ts';
import type { Application, ManagedIdentity } from '../../../emulators/azure/resources.ts';
import { type Answer, LoopbackClient } from './loopback-client.ts';
import { createSigningKey, type LoopbackIssuer, type SigningKey, sign, startIssuer } from './loopback-issuer.ts';

const aks =
  'https://weu.oic.prod-aks.azure.com/11111111-1111-1111-1111-111111111111/22222222-2222-2222-2222-222222222222/';
const gitHub = 'https://token.actions.githubusercontent.com';
const audience = 'api://AzureADTokenExchange';
const subject = 'system:serviceaccount:shop:Orders';
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

let azure: AzureEmulator;
let client: LoopbackClient;
let issuer: LoopbackIssuer;
let key: SigningKey;
let stranger: SigningKey;
let identity: ManagedIdentity;

beforeAll(async () => {
  [key, stranger] = await Promise.all([createSigningKey('one'), createSigningKey('two')]);
  azure = await startAzureEmulator();
  client = new LoopbackClient(azure);
  issuer = await startIssuer(azure.tls, aks, [key]);
});

afterAll(async () => {
  client.close();
  await issuer.stop();
  await azure.stop();
});

beforeEach(() => {
  issuer.keys = [key];
  issuer.status = null;
  azure.trustIssuer(aks, { url: issuer.url });
  azure.trustIssuer(gitHub, { keys: { keys: [key.jwk] } });
  Object.assign(azure.settings, { issuerKeysMs: 0, propagation: { delayMs: 0, flappingMs: 0, flappingRate: 0 } });
  identity = azure.state.addIdentity({
    name: `id-${randomUUID()}`,
    credentials: [{ name: 'orders', issuer: aks, subject }],
  });
});

function exchange(holder: ManagedIdentity | Application, assertion: string, tenant = holder.tenantId): Promise<Answer> {
  return client.token(tenant, {
    client_id: holder.clientId,
    scope: `${azure.url}/.default`,
    client_assertion_type: assertionType,
    client_assertion: assertion,
  });
}

function expectRefusal(answer: Answer, code: number, oauthError: string, status: number): void {
  expect(answer.body).toMatchObject({ error: oauthError, error_codes: [code] });
  expect(answer.body.error_description).toMatch(
    new RegExp(`^AADSTS${code}: .* Trace ID: [0-9a-f-]{36} Correlation ID: [0-9a-f-]{36} Timestamp: 20.*Z$`),
  );
  expect(answer.body.trace_id).toMatch(/^[0-9a-f-]{36}$/);
  expect(answer.status).toBe(status);
}

describe('an assertion that fits', () => {
  it('is exchanged for a token of the identity', async () => {
    const answer = await exchange(identity, await sign(key, { iss: aks, sub: subject, aud: [audience] }));
    expect(answer.body).toMatchObject({ token_type: 'Bearer', expires_in: 24 * 3600 });
    expect(decodeJwt(answer.body.access_token)).toMatchObject({
      aud: azure.url,
      oid: identity.principalId,
      tid: azure.state.tenantId,
      appid: identity.clientId,
    });
  });

  it('signs in an application for an hour', async () => {
    const application = azure.state.addApplication({ credentials: [{ name: 'orders', issuer: aks, subject }] });
    const answer = await exchange(application, await sign(key, { iss: aks, sub: subject, aud: audience }));
    expect(answer.body.expires_in).toBe(3600);
  });
});

describe('an assertion that does not fit', () => {
  const fitting: JWTPayload = { iss: aks, sub: subject, aud: audience };
  const now = Math.floor(Date.now() / 1000);
  const cases: [string, number, JWTPayload][] = [
    ['issuer without its slash', 700211, { iss: aks.slice(0, -1) }],
    ['issuer of another case', 700211, { iss: aks.replace('weu', 'WEU') }],
    ['audience of GitHub by default', 700212, { aud: 'https://github.com/contoso' }],
    ['audience of an identity binding', 700212, { aud: ['api://AKSIdentityBinding'] }],
    ['another subject', 700213, { sub: 'system:serviceaccount:shop:carts' }],
    ['subject of another case', 7002138, { sub: subject.toLowerCase() }],
    ['expired', 700024, { iat: now - 900, nbf: now - 900, exp: now - 600 }],
    ['not yet valid', 700024, { nbf: now + 600, exp: now + 900 }],
  ];
  it.each(cases)('%s: AADSTS%i', async (_, code, claims) => {
    expectRefusal(await exchange(identity, await sign(key, { ...fitting, ...claims })), code, 'invalid_client', 401);
  });

  it('no credential at all: AADSTS70025', async () => {
    const bare = azure.state.addIdentity({ name: 'bare' });
    expectRefusal(await exchange(bare, await sign(key, fitting)), 70025, 'invalid_client', 401);
  });

  it('white space around the issuer blocks the exchange even when the credential has it too', async () => {
    const iss = `${gitHub} `;
    azure.state.addCredential(identity, { name: 'spaced', issuer: iss, subject });
    expectRefusal(await exchange(identity, await sign(key, { ...fitting, iss })), 700211, 'invalid_client', 401);
  });

  it('not a JWT: AADSTS50027', async () => {
    expectRefusal(await exchange(identity, 'nonsense'), 50027, 'invalid_client', 401);
  });

  it('key that the issuer does not publish: AADSTS7000272', async () => {
    expectRefusal(await exchange(identity, await sign(stranger, fitting)), 7000272, 'invalid_client', 401);
  });

  it('signature of another key under a published key id: AADSTS50013', async () => {
    const forged = await sign(stranger, fitting, key.kid);
    expectRefusal(await exchange(identity, forged), 50013, 'invalid_client', 401);
  });

  it('unknown client, and client of another tenant: AADSTS700016', async () => {
    const assertion = await sign(key, fitting);
    const { tenantId } = azure.state.addSubscription({ tenantId: randomUUID() });
    expectRefusal(await exchange(identity, assertion, tenantId), 700016, 'unauthorized_client', 400);
    azure.state.removeIdentity(identity.id);
    expectRefusal(await exchange(identity, assertion), 700016, 'unauthorized_client', 400);
  });

  it('unknown tenant: AADSTS90002', async () => {
    expectRefusal(await exchange(identity, await sign(key, fitting), randomUUID()), 90002, 'invalid_request', 400);
  });
});

describe('the issuer', () => {
  const claims = { iss: aks, sub: subject, aud: audience };

  it('that cannot be reached: AADSTS90061', async () => {
    azure.trustIssuer(aks, 'unreachable');
    expectRefusal(await exchange(identity, await sign(key, claims)), 90061, 'invalid_request', 400);
    azure.trustIssuer(aks, { url: 'https://localhost:9' });
    expectRefusal(await exchange(identity, await sign(key, claims)), 90061, 'invalid_request', 400);
  });

  it('that throttles or answers nonsense: AADSTS50166, AADSTS900612', async () => {
    issuer.status = 429;
    expectRefusal(await exchange(identity, await sign(key, claims)), 50166, 'invalid_request', 400);
    issuer.status = null;
    azure.trustIssuer('https://issuer.example.com', { url: issuer.url });
    azure.state.addCredential(identity, { name: 'other', issuer: 'https://issuer.example.com', subject });
    const mistaken = await sign(key, { ...claims, iss: 'https://issuer.example.com' });
    expectRefusal(await exchange(identity, mistaken), 900612, 'invalid_request', 400);
  });

  it('rotates its key: fetched again, but no sooner than the cache allows', async () => {
    expect((await exchange(identity, await sign(key, claims))).status).toBe(200);
    const fetches = issuer.fetches;
    expect((await exchange(identity, await sign(key, claims))).status).toBe(200);
    expect(issuer.fetches).toBe(fetches);
    issuer.keys = [stranger];
    azure.settings.issuerKeysMs = 60_000;
    expectRefusal(await exchange(identity, await sign(stranger, claims)), 7000272, 'invalid_client', 401);
    azure.settings.issuerKeysMs = 0;
    expect((await exchange(identity, await sign(stranger, claims))).status).toBe(200);
  });

  it('with more than 100 keys: those beyond are unknown', async () => {
    const filler = Array.from({ length: 100 }, (_, index) => ({ ...key, jwk: { ...key.jwk, kid: `filler-${index}` } }));
    issuer.keys = [...filler, stranger];
    azure.trustIssuer(aks, { url: issuer.url });
    expectRefusal(await exchange(identity, await sign(stranger, claims)), 7000272, 'invalid_client', 401);
  });
});

describe('a credential that was just written', () => {
  it('is not seen before the delay has passed: AADSTS70021', async () => {
    azure.settings.propagation = { delayMs: 60_000, flappingMs: 0, flappingRate: 0 };
    const [credential] = identity.credentials.values();
    const assertion = await sign(key, { iss: aks, sub: subject, aud: audience });
    expect((await exchange(identity, assertion)).status).toBe(200);
    if (credential) credential.writtenAt = Date.now();
    expectRefusal(await exchange(identity, assertion), 70021, 'invalid_request', 400);
  });

  it('is missed now and then while it spreads', async () => {
    azure.settings.propagation = { delayMs: 0, flappingMs: 60_000, flappingRate: 0.5 };
    for (const credential of identity.credentials.values()) credential.writtenAt = Date.now();
    const assertion = await sign(key, { iss: aks, sub: subject, aud: audience });
    const statuses = new Set<number>();
    for (let attempt = 0; attempt < 40; attempt += 1) statuses.add((await exchange(identity, assertion)).status);
    expect(statuses).toEqual(new Set([200, 400]));
  });
});

describe('assertions that Entra issued itself', () => {
  const entra = `https://login.microsoftonline.com/${randomUUID()}/v2.0`;
  const azureDevOps = { iss: entra, sub: '/eid1/c/pub/t/a/a/b/sc/c/d', aud: 'fb60f99c-7a34-4190-8149-302f77469936' };

  beforeEach(() => {
    azure.trustIssuer(entra, { keys: { keys: [key.jwk] } });
    azure.state.addCredential(identity, { name: 'devops', issuer: entra, subject: azureDevOps.sub });
  });

  it('work for Azure DevOps, whose audience differs from that of the credential', async () => {
    expect((await exchange(identity, await sign(key, azureDevOps))).status).toBe(200);
  });

  it('are refused otherwise: AADSTS700222', async () => {
    const answer = await exchange(identity, await sign(key, { ...azureDevOps, sub: randomUUID(), aud: audience }));
    expectRefusal(answer, 700222, 'invalid_client', 401);
  });

  it('are refused for applications of several tenants: AADSTS70052', async () => {
    const application = azure.state.addApplication({
      signInAudience: 'AzureADMultipleOrgs',
      credentials: [{ name: 'devops', issuer: entra, subject: azureDevOps.sub }],
    });
    expectRefusal(await exchange(application, await sign(key, azureDevOps)), 70052, 'invalid_client', 401);
  });

  it('sign in an application as a managed identity', async () => {
    const sub = identity.principalId;
    const application = azure.state.addApplication({
      credentials: [{ name: 'identity', issuer: entra, subject: sub }],
    });
    expect((await exchange(application, await sign(key, { iss: entra, sub, aud: audience }))).status).toBe(200);
  });
});

describe('a flexible credential', () => {
  const claimsMatchingExpression = {
    value: "claims['sub'] matches 'repo:contoso/shop:ref:refs/heads/*' and claims['repository_id'] eq '42'",
    languageVersion: 1,
  };
  const claims = { iss: gitHub, sub: 'repo:contoso/shop:ref:refs/heads/topic', aud: audience, repository_id: '42' };
  const credentials = [{ name: 'branches', issuer: gitHub, claimsMatchingExpression }];

  it('matches every subject of its pattern on an application', async () => {
    const application = azure.state.addApplication({ credentials });
    expect((await exchange(application, await sign(key, claims))).status).toBe(200);
  });

  it.each([
    ['subject', { sub: 'repo:contoso/shop:environment:production' }],
    ['repository', { repository_id: '43' }],
  ])('refuses another %s: AADSTS7002131', async (_, other) => {
    const application = azure.state.addApplication({ credentials });
    expectRefusal(
      await exchange(application, await sign(key, { ...claims, ...other })),
      7002131,
      'invalid_client',
      401,
    );
  });

  it('never matches on a managed identity', async () => {
    const holder = azure.state.addIdentity({ name: 'flexible', credentials });
    expectRefusal(await exchange(holder, await sign(key, claims)), 7002131, 'invalid_client', 401);
  });
});

describe('other token requests', () => {
  it('with the secret made at run time', async () => {
    const application = azure.state.addApplication({ withSecret: true });
    const token = await client.signIn(application);
    expect(decodeJwt(token)).toMatchObject({ oid: application.principalId });
  });

  it.each([
    ['a wrong secret', { client_secret: 'wrong' }, 7000215],
    ['neither secret nor assertion', {}, 7000218],
    ['another grant', { client_secret: 'x', grant_type: 'password' }, 70003],
    ['a scope without /.default', { client_secret: 'x', scope: 'https://management.azure.com' }, 1002012],
    ['a resource that nobody registered', { client_secret: 'x', scope: 'https://example.com/.default' }, 500011],
  ])('with %s', async (_, form, code) => {
    const application = azure.state.addApplication({ withSecret: true });
    const common = { client_id: application.clientId, scope: `${azure.url}/.default` };
    const answer = await client.token(azure.state.tenantId, { ...common, ...form });
    expect(answer.body.error_codes).toEqual([code]);
  });
});
