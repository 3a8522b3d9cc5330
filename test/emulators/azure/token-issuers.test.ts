/** Proves how issuers, replication, Entra's own tokens and flexible credentials bear on the exchange of a token. */

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ManagedIdentity } from '../../../emulators/azure/resources.ts';
import { aks, audience, type ExchangeSetup, expectRefusal, gitHub, setUpExchange, subject } from './exchange-setup.ts';
import { sign } from './loopback-issuer.ts';

let setup: ExchangeSetup;
let identity: ManagedIdentity;

beforeAll(async () => {
  setup = await setUpExchange();
});

afterAll(() => setup.stop());

beforeEach(() => {
  setup.reset();
  const credentials = [{ name: 'orders', issuer: aks, subject }];
  identity = setup.azure.state.addIdentity({ name: `id-${randomUUID()}`, credentials });
});

describe('the issuer', () => {
  const claims = { iss: aks, sub: subject, aud: audience };

  it('that cannot be reached: AADSTS90061', async () => {
    setup.azure.trustIssuer(aks, 'unreachable');
    expectRefusal(await setup.exchange(identity, await sign(setup.key, claims)), 90061, 'invalid_request', 400);
    setup.azure.trustIssuer(aks, { url: 'https://localhost:9' });
    expectRefusal(await setup.exchange(identity, await sign(setup.key, claims)), 90061, 'invalid_request', 400);
  });

  it('that throttles or answers nonsense: AADSTS50166, AADSTS900612', async () => {
    setup.issuer.status = 429;
    expectRefusal(await setup.exchange(identity, await sign(setup.key, claims)), 50166, 'invalid_request', 400);
    setup.issuer.status = null;
    setup.azure.trustIssuer('https://issuer.example.com', { url: setup.issuer.url });
    setup.azure.state.addCredential(identity, { name: 'other', issuer: 'https://issuer.example.com', subject });
    const mistaken = await sign(setup.key, { ...claims, iss: 'https://issuer.example.com' });
    expectRefusal(await setup.exchange(identity, mistaken), 900612, 'invalid_request', 400);
  });

  it('rotates its key: fetched again, but no sooner than the cache allows', async () => {
    expect((await setup.exchange(identity, await sign(setup.key, claims))).status).toBe(200);
    const fetches = setup.issuer.fetches;
    expect((await setup.exchange(identity, await sign(setup.key, claims))).status).toBe(200);
    expect(setup.issuer.fetches).toBe(fetches);
    setup.issuer.keys = [setup.stranger];
    setup.azure.settings.issuerKeysMs = 60_000;
    expectRefusal(await setup.exchange(identity, await sign(setup.stranger, claims)), 7000272, 'invalid_client', 401);
    setup.azure.settings.issuerKeysMs = 0;
    expect((await setup.exchange(identity, await sign(setup.stranger, claims))).status).toBe(200);
  });

  it('with more than 100 keys: those beyond are unknown', async () => {
    const filler = Array.from({ length: 100 }, (_, index) => ({
      ...setup.key,
      jwk: { ...setup.key.jwk, kid: `filler-${index}` },
    }));
    setup.issuer.keys = [...filler, setup.stranger];
    setup.azure.trustIssuer(aks, { url: setup.issuer.url });
    expectRefusal(await setup.exchange(identity, await sign(setup.stranger, claims)), 7000272, 'invalid_client', 401);
  });
});

describe('a credential that was just written', () => {
  it('is not seen before the delay has passed: AADSTS70021', async () => {
    setup.azure.settings.propagation = { delayMs: 60_000, flappingMs: 0, flappingRate: 0 };
    const [credential] = identity.credentials.values();
    const assertion = await sign(setup.key, { iss: aks, sub: subject, aud: audience });
    expect((await setup.exchange(identity, assertion)).status).toBe(200);
    if (credential) credential.writtenAt = Date.now();
    expectRefusal(await setup.exchange(identity, assertion), 70021, 'invalid_request', 400);
  });

  it('is missed now and then while it spreads', async () => {
    setup.azure.settings.propagation = { delayMs: 0, flappingMs: 60_000, flappingRate: 0.5 };
    for (const credential of identity.credentials.values()) credential.writtenAt = Date.now();
    const assertion = await sign(setup.key, { iss: aks, sub: subject, aud: audience });
    const statuses = new Set<number>();
    for (let attempt = 0; attempt < 40; attempt += 1) statuses.add((await setup.exchange(identity, assertion)).status);
    expect(statuses).toEqual(new Set([200, 400]));
  });
});

describe('assertions that Entra issued itself', () => {
  const entra = `https://login.microsoftonline.com/${randomUUID()}/v2.0`;
  const azureDevOps = { iss: entra, sub: '/eid1/c/pub/t/a/a/b/sc/c/d', aud: 'fb60f99c-7a34-4190-8149-302f77469936' };

  beforeEach(() => {
    setup.azure.trustIssuer(entra, { keys: { keys: [setup.key.jwk] } });
    setup.azure.state.addCredential(identity, { name: 'devops', issuer: entra, subject: azureDevOps.sub });
  });

  it('work for Azure DevOps, whose audience differs from that of the credential', async () => {
    expect((await setup.exchange(identity, await sign(setup.key, azureDevOps))).status).toBe(200);
  });

  it('are refused otherwise: AADSTS700222', async () => {
    const answer = await setup.exchange(
      identity,
      await sign(setup.key, { ...azureDevOps, sub: randomUUID(), aud: audience }),
    );
    expectRefusal(answer, 700222, 'invalid_client', 401);
  });

  it('are refused for applications of several tenants: AADSTS70052', async () => {
    const application = setup.azure.state.addApplication({
      signInAudience: 'AzureADMultipleOrgs',
      credentials: [{ name: 'devops', issuer: entra, subject: azureDevOps.sub }],
    });
    expectRefusal(await setup.exchange(application, await sign(setup.key, azureDevOps)), 70052, 'invalid_client', 401);
  });

  it('sign in an application as a managed identity', async () => {
    const sub = identity.principalId;
    const application = setup.azure.state.addApplication({
      credentials: [{ name: 'identity', issuer: entra, subject: sub }],
    });
    expect((await setup.exchange(application, await sign(setup.key, { iss: entra, sub, aud: audience }))).status).toBe(
      200,
    );
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
    const application = setup.azure.state.addApplication({ credentials });
    expect((await setup.exchange(application, await sign(setup.key, claims))).status).toBe(200);
  });

  it.each([
    ['subject', { sub: 'repo:contoso/shop:environment:production' }],
    ['repository', { repository_id: '43' }],
  ])('refuses another %s: AADSTS7002131', async (_, other) => {
    const application = setup.azure.state.addApplication({ credentials });
    expectRefusal(
      await setup.exchange(application, await sign(setup.key, { ...claims, ...other })),
      7002131,
      'invalid_client',
      401,
    );
  });

  it('never matches on a managed identity', async () => {
    const holder = setup.azure.state.addIdentity({ name: 'flexible', credentials });
    expectRefusal(await setup.exchange(holder, await sign(setup.key, claims)), 7002131, 'invalid_client', 401);
  });
});
