/** Proves that Azure Resource Manager writes, shows and refuses federated credentials as the real service does. */

import { describe, expect, it } from 'vitest';
import { aks, audience, fitting, setUpCredentials } from './credential-setup.ts';

const { setup, pathOf, put, fill } = setUpCredentials();

describe('a write', () => {
  it('creates with 201, updates with 200, deletes with 200 and then 204', async () => {
    const created = await put('orders', fitting);
    expect(created.status).toBe(201);
    expect(created.body).toEqual({
      id: `${setup.identity.id}/federatedIdentityCredentials/orders`,
      name: 'orders',
      type: 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials',
      properties: fitting,
    });
    const changed = { ...fitting, audiences: ['api://AzureADTokenExchangeChina'] };
    const updated = await put('ORDERS', changed);
    expect([updated.status, updated.body.name, updated.body.properties]).toEqual([200, 'orders', changed]);
    const removed = await setup.client.arm(pathOf('orders'), { method: 'DELETE', token: setup.token });
    expect([removed.status, removed.body]).toEqual([200, null]);
    const again = await setup.client.arm(pathOf('orders'), { method: 'DELETE', token: setup.token });
    expect([again.status, again.body]).toEqual([204, null]);
  });

  it('answers with resourcegroups in lower case, however the path was written', async () => {
    const answer = await setup.client.arm(setup.identity.id.toUpperCase(), { token: setup.token });
    expect(answer.body.id).toBe(setup.identity.id);
    expect(answer.body.id).toContain('/resourcegroups/');
  });

  const long = 'x'.repeat(601);
  const cases: [string, string, unknown, string][] = [
    ['a name of two characters', 'ab', fitting, "name 'ab' is invalid"],
    ['a name of 121 characters', 'a'.repeat(121), fitting, 'is invalid'],
    ['a name with a dot', 'release-1.2', fitting, 'is invalid'],
    ['a name that starts with a dash', '-main', fitting, 'is invalid'],
    ['no properties', 'orders', undefined, 'empty properties'],
    ['no issuer', 'orders', { ...fitting, issuer: undefined }, 'empty properties'],
    ['an empty subject', 'orders', { ...fitting, subject: '' }, 'empty properties'],
    ['an empty audience', 'orders', { ...fitting, audiences: [''] }, 'empty properties'],
    ['no audience', 'orders', { ...fitting, audiences: [] }, 'exactly one audience'],
    ['two audiences', 'orders', { ...fitting, audiences: [audience, 'b'] }, 'exactly one audience'],
    ['an issuer that is not a URI', 'orders', { ...fitting, issuer: 'aks' }, 'not a URI'],
    ['a long issuer', 'orders', { ...fitting, issuer: `https://${long}` }, '600 characters'],
    ['a long subject', 'orders', { ...fitting, subject: long }, '600 characters'],
    ['a long audience', 'orders', { ...fitting, audiences: [long] }, '600 characters'],
  ];
  it.each(cases)('with %s is refused with 400', async (_, name, properties, message) => {
    const answer = await put(name, properties);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({ code: 'BadRequest', message: expect.stringContaining(message) });
    expect(setup.identity.credentials.size).toBe(0);
  });

  it('accepts the longest values and the longest name', async () => {
    const properties = { issuer: aks, subject: 'x'.repeat(600), audiences: ['y'.repeat(600)] };
    expect((await put('a'.repeat(120), properties)).status).toBe(201);
  });

  it('accepts a wildcard, which will match nothing but itself', async () => {
    expect((await put('wild', { ...fitting, subject: 'system:serviceaccount:shop:*' })).status).toBe(201);
  });

  it('without an identity is refused with 404', async () => {
    setup.azure.state.removeIdentity(setup.identity.id);
    const answer = await put('orders', fitting);
    expect([answer.status, answer.body.error.code]).toEqual([404, 'ParentResourceNotFound']);
  });

  it('in a region without support is refused with 405', async () => {
    setup.identity = setup.azure.state.addIdentity({ name: 'far', location: 'Malaysia South' });
    const answer = await put('orders', fitting);
    expect([answer.status, answer.body.error.message]).toEqual([405, expect.stringContaining('not enabled')]);
  });

  it.each([
    [400, 'BadRequest'],
    [409, 'Conflict'],
  ] as const)('of an issuer and subject that exist under another name is refused with %i', async (status, code) => {
    setup.azure.settings.duplicateStatus = status;
    setup.azure.state.addCredential(setup.identity, { name: 'first', ...fitting });
    const answer = await put('second', fitting);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect(answer.body.error.message).toMatch(/Issuer and subject combination already exists/);
  });

  it('of a 21st credential is refused, a change of the 20th is not', async () => {
    fill(20);
    expect((await put('orders', fitting)).status).toBe(400);
    expect((await put('filler-19', fitting)).status).toBe(200);
  });

  it('that is not JSON is refused with 415 or 400', async () => {
    const plain = { method: 'PUT', token: setup.token, body: '{}', headers: { 'content-type': 'text/plain' } };
    expect((await setup.client.arm(pathOf('orders'), plain)).status).toBe(415);
    const broken = { method: 'PUT', token: setup.token, body: '{', headers: { 'content-type': 'application/json' } };
    expect((await setup.client.arm(pathOf('orders'), broken)).status).toBe(400);
  });
});

describe('writes at the same time', () => {
  it('on one identity: one passes, the others get 409, and the journal shows the overlap', async () => {
    setup.azure.settings.latencyMs = 400;
    const names = ['one', 'two', 'three'];
    const answers = await Promise.all(names.map((name) => put(name, { ...fitting, subject: name })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.error.code).toBe('ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity');
    expect(setup.azure.journal.overlappingWrites()).toHaveLength(2);
  });

  it('on one identity: a delete collides too', async () => {
    setup.azure.settings.latencyMs = 400;
    fill(1);
    const [, removed] = await Promise.all([
      put('orders', fitting),
      setup.client.arm(pathOf('filler-00'), { method: 'DELETE', token: setup.token }),
    ]);
    expect([removed.status, setup.identity.credentials.size]).toEqual([409, 2]);
  });

  it('on different identities all pass', async () => {
    setup.azure.settings.latencyMs = 400;
    const identities = Array.from({ length: 5 }, (_, index) =>
      setup.azure.state.addIdentity({ name: `parallel-${index}` }),
    );
    const answers = await Promise.all(
      identities.map(({ id }) =>
        setup.client.arm(`${id}/federatedIdentityCredentials/orders`, {
          method: 'PUT',
          token: setup.token,
          body: { properties: fitting },
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(setup.azure.journal.overlappingWrites()).toEqual([]);
    expect(setup.azure.journal.peak(setup.azure.journal.writes())).toBe(5);
  });

  it('one after another leave no overlap', async () => {
    setup.azure.settings.latencyMs = 10;
    for (const name of ['one', 'two', 'three']) await put(name, { ...fitting, subject: name });
    expect(setup.azure.journal.writes().map(({ status, writes }) => [status, writes])).toEqual(
      Array(3).fill([201, setup.identity.key]),
    );
    expect(setup.azure.journal.overlappingWrites()).toEqual([]);
  });
});
