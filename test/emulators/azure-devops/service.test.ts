/** Versions, sign-in, repositories, service connections, throttling and faults. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { delayedHeaders, serverError, throttled } from '../../../emulators/azure-devops/scripted-replies.ts';
import { openShop, organizationId, type Shop, tenantId } from './shop-project.ts';

let shop: Shop;
let token: string;

beforeEach(async () => {
  shop = await openShop();
  token = shop.job().token;
});

afterEach(() => shop.azureDevOps.stop());

describe('a request', () => {
  test.each([
    ['no version', '', 400, 'VssVersionNotSpecifiedException'],
    ['a future version', '9.0', 400, 'VssVersionOutOfRangeException'],
    ['an unreleased version', '7.2', 400, 'VssInvalidPreviewVersionException'],
    ['a preview version', '7.1-preview.1', 200, undefined],
  ])('with %s', async (_, version, status, typeKey) => {
    const answer = await shop.send(token, 'GET', `/git/repositories?api-version=${version}`);
    expect(answer.status).toBe(status);
    expect(answer.body.typeKey).toBe(typeKey);
  });

  test('may carry its version in the Accept header', async () => {
    const accept = { accept: 'application/json;api-version=7.1' };
    expect((await shop.send(token, 'GET', '/git/repositories?api-version=', undefined, accept)).status).toBe(400);
    const response = await fetch(`${shop.azureDevOps.collectionUri}shop/_apis/git/repositories`, {
      headers: { ...accept, authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(200);
  });

  test('without a valid token leads to the sign-in page, unless the client says not to', async () => {
    const redirected = await shop.send('nobody', 'GET', '/git/repositories');
    expect(redirected.status).toBe(302);
    expect(redirected.headers.get('location')).toContain(`${shop.azureDevOps.url}/_signin`);
    const followed = await fetch(`${shop.azureDevOps.collectionUri}shop/_apis/git/repositories?api-version=7.1`);
    expect([followed.status, followed.headers.get('content-type')]).toEqual([203, 'text/html; charset=utf-8']);
    const headers = { 'x-tfs-fedauthredirect': 'Suppress' };
    expect((await shop.send('nobody', 'GET', '/git/repositories', undefined, headers)).status).toBe(401);
  });

  test('may use a personal access token as password', async () => {
    const basic = Buffer.from(`:${shop.azureDevOps.createToken('Jamal Hartnett')}`).toString('base64');
    const headers = { authorization: `Basic ${basic}` };
    expect((await shop.send('', 'GET', '/git/repositories', undefined, headers)).status).toBe(200);
  });

  test.each([
    ['project', '/none/_apis/git/repositories', 'ProjectDoesNotExistWithNameException'],
    ['repository', '/shop/_apis/git/repositories/none', 'GitRepositoryNotFoundException'],
    ['pull request', '/shop/_apis/git/repositories/orders/pullRequests/9', 'GitPullRequestNotFoundException'],
    [
      'thread',
      '/shop/_apis/git/repositories/orders/pullRequests/101/threads/9',
      'GitPullRequestCommentThreadNotFoundException',
    ],
  ])('for an unknown %s is not found', async (_, path, typeKey) => {
    const response = await fetch(`${shop.azureDevOps.url}/contoso${path}?api-version=7.1`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ typeKey });
  });

  test('of a job reaches no other project', async () => {
    shop.azureDevOps.createProject({ name: 'other' }).createRepository({ name: 'secret' });
    const address = `${shop.azureDevOps.collectionUri}other/_apis/git/repositories/secret?api-version=7.1`;
    expect((await fetch(address, { headers: { authorization: `Bearer ${token}` } })).status).toBe(404);
    const person = shop.azureDevOps.createToken('Jamal Hartnett');
    expect((await fetch(address, { headers: { authorization: `Bearer ${person}` } })).status).toBe(200);
  });
});

describe('a repository', () => {
  test('tells its default branch in full, by name and by id', async () => {
    for (const name of ['orders', shop.repository.id]) {
      const { body } = await shop.send(token, 'GET', `/git/repositories/${name}`);
      expect(body).toMatchObject({
        id: shop.repository.id,
        defaultBranch: 'refs/heads/main',
        project: { name: 'shop' },
      });
    }
  });

  test('filters refs by prefix, which is not equality', async () => {
    shop.repository.push('main-2', { 'a.yaml': 'a: 1\n' });
    const { body } = await shop.send(token, 'GET', '/git/repositories/orders/refs?filter=heads/main');
    expect(body.value.map(({ name }: { name: string }) => name)).toEqual(['refs/heads/main', 'refs/heads/main-2']);
    expect(body.value[0].objectId).toBe(shop.repository.git.require('main').sha);
  });

  test('gives a file of a branch as text or as JSON', async () => {
    const path = '/git/repositories/orders/items?path=/README.md&versionDescriptor.version=main';
    shop.repository.push('main', { 'README.md': 'hello\n' });
    expect((await shop.send(token, 'GET', path)).body).toBe('hello\n');
    const json = await shop.send(token, 'GET', `${path}&includeContent=true&$format=json`);
    expect(json.body).toMatchObject({ path: '/README.md', content: 'hello\n' });
    const missing = await shop.send(token, 'GET', '/git/repositories/orders/items?path=/none');
    expect(missing).toMatchObject({ status: 404, body: { typeKey: 'GitItemNotFoundException' } });
  });
});

describe('service connections', () => {
  const seed = {
    tenantId,
    clientId: '66666666-7777-8888-9999-000000000000',
    subscriptionId: '12121212-3434-5656-7878-909090909090',
  };

  test('tell issuer and subject of both kinds', async () => {
    shop.project.createServiceConnection({ ...seed, name: 'old', issuedBy: 'azure-devops' });
    const current = shop.project.createServiceConnection({ ...seed, name: 'prod' });
    const reader = shop.job({ readServiceConnections: true }).token;
    const { body } = await shop.send(reader, 'GET', '/serviceendpoint/endpoints?endpointNames=prod,old');
    const parameters = body.value.map(
      ({ authorization }: { authorization: { parameters: object } }) => authorization.parameters,
    );
    expect(parameters).toMatchObject([
      {
        tenantid: tenantId,
        serviceprincipalid: seed.clientId,
        workloadIdentityFederationIssuer: `https://vstoken.dev.azure.com/${organizationId}`,
        workloadIdentityFederationSubject: 'sc://contoso/shop/old',
      },
      {
        workloadIdentityFederationIssuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
        workloadIdentityFederationSubject: `/eid1/c/pub/t/ERERESIiMzNERFVVVVVVVQ/a/rISbSSETf0KqFyZ8ppdXmA/sc/${organizationId}/${current.id}`,
      },
    ]);
    const one = await shop.send(reader, 'GET', `/serviceendpoint/endpoints/${current.id}`);
    expect(one.body).toMatchObject({ name: 'prod', authorization: { scheme: 'WorkloadIdentityFederation' } });
  });

  test('look absent to a build service without the right to read them, which is the default', async () => {
    const connection = shop.project.createServiceConnection({ ...seed, name: 'prod' });
    expect((await shop.send(token, 'GET', '/serviceendpoint/endpoints?endpointNames=prod')).body).toEqual({
      value: [],
      count: 0,
    });
    const one = await shop.send(token, 'GET', `/serviceendpoint/endpoints/${connection.id}`);
    expect(one.body).toEqual({ id: connection.id });
  });

  test('that do not exist answer null', async () => {
    const answer = await shop.send(token, 'GET', `/serviceendpoint/endpoints/${tenantId}`);
    expect(answer).toMatchObject({ status: 200, body: null });
  });
});

describe('faults', () => {
  test('throttle, delay and fail', async () => {
    const { faults, journal } = shop.azureDevOps;
    faults.schedule({ reply: throttled(7) });
    faults.schedule({ headers: delayedHeaders(3) });
    faults.schedule({ reply: serverError(503) });
    const answers = [];
    for (let index = 0; index < 4; index += 1) answers.push(await shop.send(token, 'GET', '/git/repositories'));
    const seen = answers.map(({ status, headers }) => [status, headers.get('retry-after')]);
    expect(seen).toEqual([
      [429, '7'],
      [200, '3'],
      [503, null],
      [200, null],
    ]);
    expect(answers[0]?.body.message).toContain('TF400733');
    expect(journal.entries.map((entry) => entry.status)).toEqual([429, 200, 503, 200]);
  });
});
