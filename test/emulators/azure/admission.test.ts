/** Proves what Azure Resource Manager checks before a request reaches a provider: token, role, rate; and scripted faults. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AzureEmulator, startAzureEmulator } from '../../../emulators/azure/azure-emulator.ts';
import type { Application, ManagedIdentity } from '../../../emulators/azure/resources.ts';
import { defaultSettings } from '../../../emulators/azure/settings.ts';
import { publishedLimits } from '../../../emulators/azure/throttle.ts';
import { type Answer, LoopbackClient } from './loopback-client.ts';

let azure: AzureEmulator;
let client: LoopbackClient;
let contributor: Application;
let identity: ManagedIdentity;

beforeAll(async () => {
  azure = await startAzureEmulator();
  client = new LoopbackClient(azure);
  contributor = azure.state.addApplication({ withSecret: true, roles: [{ role: 'Contributor' }] });
});

afterAll(async () => {
  client.close();
  await azure.stop();
});

beforeEach(() => {
  Object.assign(azure.settings, defaultSettings);
  azure.faults.clear();
  azure.journal.clear();
  identity = azure.state.addIdentity({ name: 'id-orders' });
});

function write(token: string, name = 'orders', id = identity.id): Promise<Answer> {
  const properties = { issuer: 'https://issuer/', subject: name, audiences: ['api://AzureADTokenExchange'] };
  return client.arm(`${id}/federatedIdentityCredentials/${name}`, {
    method: 'PUT',
    token,
    body: { properties },
  });
}

const codeOf = ({ status, body }: Answer) => [status, body?.error?.code];

describe('a token', () => {
  it('must be there, be whole, be alive and be meant for this service and tenant', async () => {
    const token = await client.signIn(contributor);
    expect(codeOf(await client.arm(identity.id))).toEqual([401, 'AuthenticationFailed']);
    expect(codeOf(await client.arm(identity.id, { token: `${token}x` }))).toEqual([401, 'InvalidAuthenticationToken']);
    const graphToken = await client.signIn(contributor, `${azure.urls.graph}/.default`);
    expect(codeOf(await client.arm(identity.id, { token: graphToken }))).toEqual([
      401,
      'InvalidAuthenticationTokenAudience',
    ]);
    const foreign = azure.state.addApplication({ withSecret: true, tenantId: '99999999-9999-9999-9999-999999999999' });
    azure.state.tenants.add(foreign.tenantId);
    const foreignToken = await client.signIn(foreign);
    expect(codeOf(await client.arm(identity.id, { token: foreignToken }))).toEqual([
      401,
      'InvalidAuthenticationTokenTenant',
    ]);
    azure.settings.tokenLifetime = -10;
    const expired = await client.signIn(contributor);
    expect(codeOf(await client.arm(identity.id, { token: expired }))).toEqual([401, 'ExpiredAuthenticationToken']);
  });

  it('of another key is refused', async () => {
    const other = await startAzureEmulator({ tls: azure.tls });
    const stranger = other.state.addApplication({ withSecret: true });
    const otherClient = new LoopbackClient(other);
    const token = await otherClient.signIn(stranger, 'https://management.azure.com/.default');
    otherClient.close();
    await other.stop();
    expect(codeOf(await client.arm(identity.id, { token }))).toEqual([401, 'InvalidAuthenticationToken']);
  });

  it('for the public resource names works too', async () => {
    for (const resource of ['https://management.azure.com', 'https://management.core.windows.net/']) {
      const token = await client.signIn(contributor, `${resource}/.default`);
      expect((await client.arm(identity.id, { token })).status).toBe(200);
    }
  });
});

describe('a role', () => {
  const table: [string, number, number, number][] = [
    ['Owner', 200, 200, 201],
    ['Contributor', 200, 200, 201],
    ['Managed Identity Contributor', 200, 200, 201],
    ['Managed Identity Operator', 200, 200, 403],
    ['Reader', 200, 200, 403],
    ['Azure Kubernetes Service Cluster User Role', 403, 403, 403],
  ];
  it.each(table)('%s: reads an identity %i, lists credentials %i, writes one %i', async (role, read, list, written) => {
    const token = await client.signIn(azure.state.addApplication({ withSecret: true, roles: [{ role }] }));
    expect((await client.arm(identity.id, { token })).status).toBe(read);
    expect((await client.arm(`${identity.id}/federatedIdentityCredentials`, { token })).status).toBe(list);
    expect((await write(token)).status).toBe(written);
  });

  it('on one identity reaches its credentials and nothing beside it', async () => {
    const roles = [{ role: 'Managed Identity Contributor', scope: identity.id.toUpperCase() }];
    const token = await client.signIn(azure.state.addApplication({ withSecret: true, roles }));
    const other = azure.state.addIdentity({ name: 'id-orders-2' });
    expect((await write(token)).status).toBe(201);
    const answer = await client.arm(other.id, { token });
    expect(codeOf(answer)).toEqual([403, 'AuthorizationFailed']);
    expect(answer.body.error.message).toContain('Microsoft.ManagedIdentity/userAssignedIdentities/read');
  });

  it('nowhere: no subscription is listed; below or above one: it is', async () => {
    const nobody = azure.state.addApplication({ withSecret: true });
    const token = await client.signIn(nobody);
    expect((await client.arm('/subscriptions', { token })).body.value).toEqual([]);
    azure.state.assignRole(nobody.principalId, 'Reader', identity.id);
    const { value } = (await client.arm('/subscriptions', { token })).body;
    expect(value.map((item: { subscriptionId: string }) => item.subscriptionId)).toEqual([identity.subscriptionId]);
  });
});

describe('a path', () => {
  it.each([
    ['/subscriptions/00000000-0000-0000-0000-000000000000', 404, 'SubscriptionNotFound'],
    ['/nothing/here', 404, 'InvalidResourceType'],
  ])('%s: %i %s', async (path, status, code) => {
    const token = await client.signIn(contributor);
    expect(codeOf(await client.arm(path, { token }))).toEqual([status, code]);
  });

  it('below a resource group that does not exist', async () => {
    const token = await client.signIn(contributor);
    const path = identity.id.replace('rg-loopback', 'rg-gone');
    expect(codeOf(await client.arm(path, { token }))).toEqual([404, 'ResourceGroupNotFound']);
    expect(codeOf(await client.arm(identity.id.replace('id-orders', 'id-gone'), { token }))).toEqual([
      404,
      'ResourceNotFound',
    ]);
  });

  it('with a percent sign that encodes nothing is refused, and the server lives on', async () => {
    const token = await client.signIn(contributor);
    expect((await client.arm('/subscriptions/%E0%A4', { token })).status).toBe(400);
    expect((await client.arm(identity.id, { token })).status).toBe(200);
  });
});

describe('published limits', () => {
  it('refuse the second write within four seconds with Retry-After', async () => {
    const token = await client.signIn(contributor);
    azure.settings.limits = publishedLimits;
    expect((await write(token, 'one')).status).toBe(201);
    const refused = await write(token, 'two');
    expect(codeOf(refused)).toEqual([429, 'TooManyRequests']);
    expect(refused.headers['retry-after']).toBe('4');
    expect(identity.credentials.size).toBe(1);
  });

  it('refuse the third write at once in one subscription', async () => {
    const token = await client.signIn(contributor);
    const { subscriptionId } = azure.state.addSubscription();
    azure.state.assignRole(contributor.principalId, 'Contributor', `/subscriptions/${subscriptionId}`);
    const identities = ['a', 'b', 'c'].map((name) => azure.state.addIdentity({ name: `id-${name}`, subscriptionId }));
    azure.settings.limits = publishedLimits;
    const answers = await Promise.all(identities.map(({ id }) => write(token, 'orders', id)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 201, 429]);
    expect(answers.find(({ status }) => status === 429)?.headers['retry-after']).toBe('1');
  });

  it('let a request pass after Retry-After', async () => {
    const token = await client.signIn(contributor);
    const limit = { subscription: { perSecond: 1 } };
    azure.settings.limits = { write: limit, delete: limit, get: limit, list: limit };
    const before = [(await write(token)).status, (await write(token)).status];
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect([...before, (await write(token)).status]).toEqual([201, 429, 200]);
  });
});

describe('faults', () => {
  it('hit the n-th request of an operation, as often as asked', async () => {
    const token = await client.signIn(contributor);
    azure.faults.add({ operation: 'credential.put', from: 2, times: 2, effect: { status: 429, retryAfter: 3 } });
    const answers: Answer[] = [];
    for (const name of ['one', 'two', 'three', 'four']) answers.push(await write(token, name));
    expect(answers.map(({ status }) => status)).toEqual([201, 429, 429, 201]);
    expect(answers[1]?.headers['retry-after']).toBe('3');
  });

  it('drop the connection before or after the work is done', async () => {
    const token = await client.signIn(contributor);
    azure.faults.add({ operation: 'credential.put', effect: 'drop' });
    await expect(write(token)).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(identity.credentials.size).toBe(0);
    azure.faults.add({ operation: 'credential.put', when: 'after', effect: 'drop' });
    await expect(write(token)).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(identity.credentials.size).toBe(1);
    expect(azure.journal.writes().map(({ status }) => status)).toEqual([0, 0]);
    expect((await write(token)).status).toBe(200);
  });

  it('hit the same requests again with the same seed', async () => {
    const runs: number[][] = [];
    for (const seed of [7, 7, 8]) {
      const other = await startAzureEmulator({ tls: azure.tls, seed });
      const otherClient = new LoopbackClient(other);
      other.faults.add({ plane: 'arm', probability: 0.3, effect: { status: 500 } });
      const token = await otherClient.signIn(other.state.addApplication({ withSecret: true }));
      const statuses: number[] = [];
      for (let index = 0; index < 30; index += 1)
        statuses.push((await otherClient.arm('/subscriptions', { token })).status);
      otherClient.close();
      await other.stop();
      runs.push(statuses);
    }
    expect(runs[0]).toEqual(runs[1]);
    expect(runs[0]).not.toEqual(runs[2]);
    expect(new Set(runs[0])).toEqual(new Set([200, 500]));
  });

  it('reach the authority too', async () => {
    azure.faults.add({ operation: 'token', effect: { status: 503 } });
    await expect(client.signIn(contributor)).rejects.toThrow(/temporarily_unavailable/);
    await client.signIn(contributor);
  });
});

describe('the journal', () => {
  it('names the caller, the operation and the span of every request', async () => {
    azure.settings.latencyMs = (operation) => (operation === 'identity.get' ? 40 : 0);
    const token = await client.signIn(contributor);
    await client.arm(identity.id, { token });
    const [signedIn, read] = azure.journal.entries;
    expect(signedIn).toMatchObject({
      plane: 'entra',
      operation: 'token',
      principal: contributor.principalId,
      status: 200,
    });
    expect(read).toMatchObject({ plane: 'arm', operation: 'identity.get', method: 'GET', writes: null });
    expect((read?.endedAt ?? 0) - (read?.startedAt ?? 0)).toBeGreaterThanOrEqual(40);
    expect(azure.journal.writes()).toEqual([]);
  });
});
