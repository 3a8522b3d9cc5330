/** Proves that the authority accepts exactly the assertions that Entra accepts, and names the reason of a refusal. */

import { randomUUID } from 'node:crypto';
import { decodeJwt, type JWTPayload } from 'jose';
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

describe('an assertion that fits', () => {
  it('is exchanged for a token of the identity', async () => {
    const answer = await setup.exchange(identity, await sign(setup.key, { iss: aks, sub: subject, aud: [audience] }));
    expect(answer.body).toMatchObject({ token_type: 'Bearer', expires_in: 24 * 3600 });
    expect(decodeJwt(answer.body.access_token)).toMatchObject({
      aud: setup.azure.url,
      oid: identity.principalId,
      tid: setup.azure.state.tenantId,
      appid: identity.clientId,
    });
  });

  it('signs in an application for an hour', async () => {
    const application = setup.azure.state.addApplication({ credentials: [{ name: 'orders', issuer: aks, subject }] });
    const answer = await setup.exchange(application, await sign(setup.key, { iss: aks, sub: subject, aud: audience }));
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
    expectRefusal(
      await setup.exchange(identity, await sign(setup.key, { ...fitting, ...claims })),
      code,
      'invalid_client',
      401,
    );
  });

  it('no credential at all: AADSTS70025', async () => {
    const bare = setup.azure.state.addIdentity({ name: 'bare' });
    expectRefusal(await setup.exchange(bare, await sign(setup.key, fitting)), 70025, 'invalid_client', 401);
  });

  it('white space around the issuer blocks the exchange even when the credential has it too', async () => {
    const iss = `${gitHub} `;
    setup.azure.state.addCredential(identity, { name: 'spaced', issuer: iss, subject });
    expectRefusal(
      await setup.exchange(identity, await sign(setup.key, { ...fitting, iss })),
      700211,
      'invalid_client',
      401,
    );
  });

  it('not a JWT: AADSTS50027', async () => {
    expectRefusal(await setup.exchange(identity, 'nonsense'), 50027, 'invalid_client', 401);
  });

  it('key that the issuer does not publish: AADSTS7000272', async () => {
    expectRefusal(await setup.exchange(identity, await sign(setup.stranger, fitting)), 7000272, 'invalid_client', 401);
  });

  it('signature of another key under a published key id: AADSTS50013', async () => {
    const forged = await sign(setup.stranger, fitting, setup.key.kid);
    expectRefusal(await setup.exchange(identity, forged), 50013, 'invalid_client', 401);
  });

  it('unknown client, and client of another tenant: AADSTS700016', async () => {
    const assertion = await sign(setup.key, fitting);
    const { tenantId } = setup.azure.state.addSubscription({ tenantId: randomUUID() });
    expectRefusal(await setup.exchange(identity, assertion, tenantId), 700016, 'unauthorized_client', 400);
    setup.azure.state.removeIdentity(identity.id);
    expectRefusal(await setup.exchange(identity, assertion), 700016, 'unauthorized_client', 400);
  });

  it('unknown tenant: AADSTS90002', async () => {
    expectRefusal(
      await setup.exchange(identity, await sign(setup.key, fitting), randomUUID()),
      90002,
      'invalid_request',
      400,
    );
  });
});

describe('other token requests', () => {
  it('with the secret made at run time', async () => {
    const application = setup.azure.state.addApplication({ withSecret: true });
    const token = await setup.client.signIn(application);
    expect(decodeJwt(token)).toMatchObject({ oid: application.principalId });
  });

  it.each([
    ['a wrong secret', { client_secret: 'wrong' }, 7000215],
    ['neither secret nor assertion', {}, 7000218],
    ['another grant', { client_secret: 'x', grant_type: 'password' }, 70003],
    ['a scope without /.default', { client_secret: 'x', scope: 'https://management.setup.azure.com' }, 1002012],
    ['a resource that nobody registered', { client_secret: 'x', scope: 'https://example.com/.default' }, 500011],
  ])('with %s', async (_, form, code) => {
    const application = setup.azure.state.addApplication({ withSecret: true });
    const common = { client_id: application.clientId, scope: `${setup.azure.url}/.default` };
    const answer = await setup.client.token(setup.azure.state.tenantId, { ...common, ...form });
    expect(answer.body.error_codes).toEqual([code]);
  });
});
