/** Proves what Azure Resource Manager shows of identities and credentials: by API version, and page by page. */

import { describe, expect, it } from 'vitest';
import { aks, audience, fitting, setUpCredentials } from './credential-setup.ts';
import type { Answer } from './loopback-client.ts';

const expression = { value: "claims['sub'] matches 'system:serviceaccount:shop:*'", languageVersion: 1 };
const { setup, pathOf, put, fill } = setUpCredentials();

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
    const stable = await setup.client.arm(pathOf('flexible'), { token: setup.token, version: '2026-05-31' });
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
    const { body } = await setup.client.arm(setup.identity.id, { token: setup.token, version });
    const common = ['clientId', 'principalId', 'tenantId'];
    expect(Object.keys(body.properties).toSorted()).toEqual([...fields, ...common].toSorted());
  });
});

describe('lists', () => {
  async function readAll(path: string): Promise<string[][]> {
    const pages: string[][] = [];
    let next: string | undefined = `${setup.azure.url}${path}`;
    while (next) {
      const { body }: Answer = await setup.client.send(next, { token: setup.token });
      pages.push(body.value.map(({ name }: { name: string }) => name));
      next = body.nextLink;
    }
    return pages;
  }

  it('come in pages of $top, each credential once', async () => {
    fill(7);
    const pages = await readAll(`${setup.identity.id}/federatedIdentityCredentials?api-version=2024-11-30&$top=3`);
    expect(pages.map((names) => names.length)).toEqual([3, 3, 1]);
    expect(pages.flat()).toEqual([...setup.identity.credentials.keys()]);
  });

  it('skip nothing when a credential of the page before is deleted', async () => {
    fill(4);
    const path = `${setup.identity.id}/federatedIdentityCredentials?$top=2`;
    const first = await setup.client.arm(path, { token: setup.token });
    setup.azure.state.removeCredential(setup.identity, 'filler-00');
    const second = await setup.client.send(first.body.nextLink, { token: setup.token });
    expect(second.body.value.map(({ name }: { name: string }) => name)).toEqual(['filler-02', 'filler-03']);
  });

  it.each(['$top=0', '$top=x', "$skiptoken=X'zz'"])('refuse %s', async (query) => {
    const answer = await setup.client.arm(`${setup.identity.id}/federatedIdentityCredentials?${query}`, {
      token: setup.token,
    });
    expect(answer.status).toBe(400);
  });

  it('of identities stay within their subscription and resource group', async () => {
    setup.azure.settings.pageSize = 2;
    const { subscriptionId } = setup.azure.state.addSubscription();
    const resource = `/subscriptions/${subscriptionId}`;
    for (const name of ['b-1', 'b-2', 'b-3'])
      setup.azure.state.addIdentity({ name, subscriptionId, resourceGroup: 'rg-b' });
    setup.azure.state.addIdentity({ name: 'c-1', subscriptionId, resourceGroup: 'rg-c' });
    const reader = setup.azure.state.addApplication({ withSecret: true, roles: [{ role: 'Reader', scope: resource }] });
    setup.token = await setup.client.signIn(reader);
    const type = 'providers/Microsoft.ManagedIdentity/userAssignedIdentities?api-version=2024-11-30';
    expect(await readAll(`${resource}/${type}`)).toEqual([
      ['b-1', 'b-2'],
      ['b-3', 'c-1'],
    ]);
    expect(await readAll(`${resource}/resourceGroups/RG-B/${type}`)).toEqual([['b-1', 'b-2'], ['b-3']]);
  });
});
