/** Proves what Azure Resource Manager shows of identities and credentials: by API version, and page by page. */

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AzureEmulator, startAzureEmulator } from '../../../emulators/azure/azure-emulator.ts';
import type { ManagedIdentity } from '../../../emulators/azure/resources.ts';
import { defaultSettings } from '../../../emulators/azure/settings.ts';
import { type Answer, LoopbackClient } from './loopback-client.ts';

const aks = 'https://weu.oic.prod-aks.azure.com/a/b/';
const audience = 'api://AzureADTokenExchange';
const expression = { value: "claims['sub'] matches 'system:serviceaccount:shop:*'", languageVersion: 1 };
const fitting = { issuer: aks, subject: 'system:serviceaccount:shop:orders', audiences: [audience] };

let azure: AzureEmulator;
let client: LoopbackClient;
let token: string;
let identity: ManagedIdentity;

beforeAll(async () => {
  azure = await startAzureEmulator();
  client = new LoopbackClient(azure);
  token = await client.signIn(azure.state.addApplication({ withSecret: true, roles: [{ role: 'Contributor' }] }));
});

afterAll(async () => {
  client.close();
  await azure.stop();
});

beforeEach(() => {
  Object.assign(azure.settings, defaultSettings);
  azure.journal.clear();
  identity = azure.state.addIdentity({ name: `id-${randomUUID()}` });
});

const pathOf = (name: string) => `${identity.id}/federatedIdentityCredentials/${name}`;

function put(name: string, properties: unknown, version = '2024-11-30'): Promise<Answer> {
  return client.arm(pathOf(name), { method: 'PUT', token, body: { properties }, version });
}

function fill(count: number): void {
  for (let index = 0; index < count; index += 1) {
    const name = `filler-${String(index).padStart(2, '0')}`;
    azure.state.addCredential(identity, { name, issuer: aks, subject: `system:serviceaccount:shop:${name}` });
  }
}

describe('API versions', () => {
  it.each(['2022-01-31-preview', '2023-01-31', '2024-11-30', '2026-04-30', '2026-05-31', '2025-05-31-preview'])(
    '%s writes and reads a credential',
    async (version) => {
      expect((await put('orders', fitting, version)).body.properties).toEqual(fitting);
    },
  );

  it.each(['', '2020-01-01', 'latest', '2018-11-30'])('"%s" is refused for credentials', async (version) => {
    const answer = await put('orders', fitting, version);
    expect(answer.status).toBe(400);
    expect(answer.body.error.code).toBe(version ? 'NoRegisteredProviderFound' : 'MissingApiVersionParameter');
  });

  it('only previews write and show claimsMatchingExpression', async () => {
    const flexible = { issuer: aks, audiences: [audience], claimsMatchingExpression: expression };
    expect((await put('flexible', flexible, '2025-05-31-preview')).body.properties).toEqual(flexible);
    const stable = await client.arm(pathOf('flexible'), { token, version: '2026-05-31' });
    expect(stable.body.properties).toEqual({ issuer: aks, audiences: [audience] });
    expect((await put('other', flexible, '2026-05-31')).status).toBe(400);
    expect((await put('both', { ...flexible, ...fitting }, '2025-05-31-preview')).status).toBe(400);
    const gitHub = { ...flexible, issuer: 'https://token.actions.githubusercontent.com' };
    expect((await put('github', gitHub, '2025-05-31-preview')).status).toBe(400);
  });

  it.each([
    ['2023-01-31', []],
    ['2024-11-30', ['isolationScope']],
    ['2026-05-31', ['assignmentRestrictions', 'isolationScope']],
  ])('%s shows its own fields of an identity', async (version, fields) => {
    const { body } = await client.arm(identity.id, { token, version });
    const common = ['clientId', 'principalId', 'tenantId'];
    expect(Object.keys(body.properties).toSorted()).toEqual([...fields, ...common].toSorted());
  });
});

describe('lists', () => {
  async function readAll(path: string): Promise<string[][]> {
    const pages: string[][] = [];
    let next: string | undefined = `${azure.url}${path}`;
    while (next) {
      const { body }: Answer = await client.send(next, { token });
      pages.push(body.value.map(({ name }: { name: string }) => name));
      next = body.nextLink;
    }
    return pages;
  }

  it('come in pages of $top, each credential once', async () => {
    fill(7);
    const pages = await readAll(`${identity.id}/federatedIdentityCredentials?api-version=2024-11-30&$top=3`);
    expect(pages.map((names) => names.length)).toEqual([3, 3, 1]);
    expect(pages.flat()).toEqual([...identity.credentials.keys()]);
  });

  it('skip nothing when a credential of the page before is deleted', async () => {
    fill(4);
    const path = `${identity.id}/federatedIdentityCredentials?$top=2`;
    const first = await client.arm(path, { token });
    azure.state.removeCredential(identity, 'filler-00');
    const second = await client.send(first.body.nextLink, { token });
    expect(second.body.value.map(({ name }: { name: string }) => name)).toEqual(['filler-02', 'filler-03']);
  });

  it.each(['$top=0', '$top=x', "$skiptoken=X'zz'"])('refuse %s', async (query) => {
    const answer = await client.arm(`${identity.id}/federatedIdentityCredentials?${query}`, { token });
    expect(answer.status).toBe(400);
  });

  it('of identities stay within their subscription and resource group', async () => {
    azure.settings.pageSize = 2;
    const { subscriptionId } = azure.state.addSubscription();
    const resource = `/subscriptions/${subscriptionId}`;
    for (const name of ['b-1', 'b-2', 'b-3']) azure.state.addIdentity({ name, subscriptionId, resourceGroup: 'rg-b' });
    azure.state.addIdentity({ name: 'c-1', subscriptionId, resourceGroup: 'rg-c' });
    const reader = azure.state.addApplication({ withSecret: true, roles: [{ role: 'Reader', scope: resource }] });
    token = await client.signIn(reader);
    const type = 'providers/Microsoft.ManagedIdentity/userAssignedIdentities?api-version=2024-11-30';
    expect(await readAll(`${resource}/${type}`)).toEqual([
      ['b-1', 'b-2'],
      ['b-3', 'c-1'],
    ]);
    expect(await readAll(`${resource}/resourceGroups/RG-B/${type}`)).toEqual([['b-1', 'b-2'], ['b-3']]);
  });
});
