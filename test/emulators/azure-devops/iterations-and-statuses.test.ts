/** Iterations of a pull request with their changes, and statuses. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { manifest, openShop, type Shop } from './shop-project.ts';

let shop: Shop;
let token: string;

beforeEach(async () => {
  shop = await openShop();
  token = shop.job({ contributeToPullRequests: true }).token;
});

afterEach(() => shop.azureDevOps.stop());

describe('iterations', () => {
  test('list their changes in pages, tracked by number through renames', async () => {
    shop.repository.push('feature', { 'k8s/app.yaml': null, 'deploy/app.yaml': manifest });
    const many = Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`many/${index}.yaml`, `n: ${index}\n`]));
    shop.repository.push('feature', many);
    const list = await shop.send(token, 'GET', `${shop.pullPath}/iterations`);
    expect(list.body.value.map(({ id, reason }: { id: number; reason: string }) => [id, reason])).toEqual([
      [1, 'create'],
      [2, 'push'],
      [3, 'push'],
    ]);
    const renamed = await shop.send(token, 'GET', `${shop.pullPath}/iterations/2/changes`);
    expect(renamed.body).not.toHaveProperty('nextSkip');
    expect(renamed.body.changeEntries).toMatchObject([
      {
        changeTrackingId: 1,
        changeType: 'edit, rename',
        originalPath: '/k8s/app.yaml',
        item: { path: '/deploy/app.yaml' },
      },
    ]);
    const first = await shop.send(token, 'GET', `${shop.pullPath}/iterations/3/changes`);
    expect(first.body).toMatchObject({ nextSkip: 100, nextTop: 100 });
    const rest = await shop.send(token, 'GET', `${shop.pullPath}/iterations/3/changes?$skip=100&$top=100`);
    expect(first.body.changeEntries.length + rest.body.changeEntries.length).toBe(121);
    expect(rest.body).not.toHaveProperty('nextSkip');
  });

  test('that do not exist are not found', async () => {
    expect((await shop.send(token, 'GET', `${shop.pullPath}/iterations/9/changes`)).status).toBe(404);
    const pullRequestThreadContext = { iterationContext: { firstComparingIteration: 0 } };
    const thread = { comments: [{ content: 'text' }], pullRequestThreadContext };
    expect((await shop.send(token, 'POST', `${shop.pullPath}/threads`, thread)).status).toBe(400);
  });
});

describe('statuses', () => {
  const path = () => `${shop.pullPath}/statuses?api-version=7.1-preview.1`;
  const status = { state: 3, description: '2 errors', context: { genre: 'idwire', name: 'check' }, iterationId: 1 };

  test('are posted and listed, as preview only', async () => {
    const created = await shop.send(token, 'POST', path(), { ...status, targetUrl: 'https://example.com/run' });
    expect(created.body).toMatchObject({ id: 1, state: 'failed', iterationId: 1 });
    expect((await shop.send(token, 'GET', path())).body.count).toBe(1);
    const released = await shop.send(token, 'POST', `${shop.pullPath}/statuses`, status);
    expect(released).toMatchObject({ status: 400, body: { typeKey: 'VssInvalidPreviewVersionException' } });
  });

  test.each([
    ['without a context', { ...status, context: {} }, 400],
    ['without a state', { context: status.context }, 400],
    ['with a relative address', { ...status, targetUrl: '/run' }, 400],
    ['for an iteration that does not exist', { ...status, iterationId: 7 }, 404],
  ])('%s are refused', async (_, body, expected) => {
    expect((await shop.send(token, 'POST', path(), body)).status).toBe(expected);
  });

  test('need the right to contribute', async () => {
    expect((await shop.send(shop.job().token, 'POST', path(), status)).status).toBe(403);
  });
});
