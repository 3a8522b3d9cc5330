/** Comment threads of a pull request, and how they follow a push. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { manifest, openShop, type Shop } from './shop-project.ts';

let shop: Shop;
let token: string;

beforeEach(async () => {
  shop = await openShop();
  token = shop.job({ contributeToPullRequests: true }).token;
});

afterEach(() => shop.azureDevOps.stop());

const threads = () => `${shop.pullPath}/threads`;
const onLine = (line: number, extra: object = {}) => ({
  comments: [{ parentCommentId: 0, content: 'a finding', commentType: 1 }],
  status: 1,
  threadContext: {
    filePath: '/k8s/app.yaml',
    rightFileStart: { line, offset: 1 },
    rightFileEnd: { line, offset: 6 },
  },
  ...extra,
});

describe('a thread', () => {
  test('is created on a line and read back with its properties wrapped', async () => {
    const properties = {
      'idwire.fingerprint': 'abc',
      'idwire.count': { $type: 'System.Int32', $value: 3 },
      'idwire.old': { type: 'System.String', value: 'form' },
    };
    const created = await shop.send(token, 'POST', threads(), onLine(3, { properties }));
    expect(created.status).toBe(200);
    const listed = await shop.send(token, 'GET', threads());
    expect(listed.body).toMatchObject({
      count: 1,
      value: [
        {
          id: 1,
          status: 'active',
          isDeleted: false,
          threadContext: { filePath: '/k8s/app.yaml', rightFileStart: { line: 3, offset: 1 } },
          pullRequestThreadContext: {
            changeTrackingId: 1,
            iterationContext: { firstComparingIteration: 1, secondComparingIteration: 1 },
          },
          properties: {
            'idwire.fingerprint': { $type: 'System.String', $value: 'abc' },
            'idwire.count': { $type: 'System.Int32', $value: 3 },
            'idwire.old': { $type: 'System.String', $value: 'form' },
          },
          comments: [
            {
              id: 1,
              parentCommentId: 0,
              content: 'a finding',
              commentType: 'text',
              author: { displayName: 'shop Build Service (contoso)' },
            },
          ],
        },
      ],
    });
  });

  test('shows enumerations as numbers to those who ask for them', async () => {
    const accept = { accept: 'application/json;api-version=7.1;enumsAsNumbers=true' };
    const created = await shop.send(token, 'POST', threads(), onLine(3, { status: 'byDesign' }), accept);
    expect(created.body).toMatchObject({ status: 5, comments: [{ commentType: 1 }] });
  });

  test('created without a status is unknown', async () => {
    const created = await shop.send(token, 'POST', threads(), { comments: [{ content: 'text' }] });
    expect(created.body.status).toBe('unknown');
  });

  test('is resolved, answered, edited and deleted', async () => {
    await shop.send(token, 'POST', threads(), onLine(3));
    expect((await shop.send(token, 'PATCH', `${threads()}/1`, { status: 2 })).body.status).toBe('fixed');
    const comments = `${threads()}/1/comments`;
    const reply = await shop.send(token, 'POST', comments, {
      content: 'fixed in 2',
      parentCommentId: 1,
      commentType: 1,
    });
    expect(reply.body).toMatchObject({ id: 2, parentCommentId: 1 });
    expect((await shop.send(token, 'PATCH', `${comments}/2`, { content: 'edited' })).body.content).toBe('edited');
    await shop.send(token, 'DELETE', `${comments}/1`);
    const half = await shop.send(token, 'GET', `${threads()}/1`);
    expect(half.body).toMatchObject({ isDeleted: false, comments: [{ isDeleted: true }, { content: 'edited' }] });
    expect(half.body.comments[0]).not.toHaveProperty('content');
    await shop.send(token, 'DELETE', `${comments}/2`);
    expect((await shop.send(token, 'GET', threads())).body.value[0].isDeleted).toBe(true);
  });

  test.each([
    ['a comment without content', { comments: [{ content: '' }] }, 'content'],
    ['no comment', { comments: [] }, 'comments'],
    ['a comment over 150,000 characters', { comments: [{ content: 'x'.repeat(150_001) }] }, 'longer than 150000'],
    ['a file thread without a path', { ...onLine(3), threadContext: { filePath: '' } }, 'FilePath'],
    ['line 0', onLine(0), 'rightFileStart'],
    ['an unknown status', onLine(3, { status: 9 }), 'status'],
    ['a structured property', onLine(3, { properties: { a: { b: 1 } } }), 'not supported'],
  ])('is refused for %s', async (_, body, message) => {
    const refused = await shop.send(token, 'POST', threads(), body);
    expect(refused.status).toBe(400);
    expect(refused.body.message).toContain(message);
    expect(shop.pull.threads).toEqual([]);
  });

  test('accepts a comment of exactly 150,000 characters', async () => {
    const created = await shop.send(token, 'POST', threads(), { comments: [{ content: 'x'.repeat(150_000) }] });
    expect(created.status).toBe(200);
  });

  test('keeps its place and its properties for good', async () => {
    await shop.send(token, 'POST', threads(), onLine(3));
    expect((await shop.send(token, 'PATCH', `${threads()}/1`, { properties: { a: 'b' } })).status).toBe(400);
    const moved = { threadContext: { filePath: '/other.yaml' } };
    expect((await shop.send(token, 'PATCH', `${threads()}/1`, moved)).status).toBe(400);
  });

  test('of someone else takes a status and a reply, but its comments stay theirs', async () => {
    const thread = shop.azureDevOps.comment(shop.pull, 'Jamal Hartnett', 'why?');
    const refused = await shop.send(token, 'PATCH', `${threads()}/${thread.id}/comments/1`, { content: 'because' });
    expect(refused).toMatchObject({ status: 403, body: { typeKey: 'GitPullRequestCommentCannotBeUpdatedException' } });
    expect((await shop.send(token, 'PATCH', `${threads()}/${thread.id}`, { status: 4 })).body.status).toBe('closed');
  });

  test('needs the right to contribute, whose absence names the identity', async () => {
    const reader = shop.job().token;
    expect((await shop.send(reader, 'GET', threads())).status).toBe(200);
    const refused = await shop.send(reader, 'POST', threads(), onLine(3));
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({
      typeKey: 'GitNeedsPermissionException',
      message: expect.stringMatching(
        /^TF401027: You need the Git 'PullRequestContribute' permission to perform this action\. Details: identity 'Build\\[0-9a-f-]{36}', scope 'repository'\.$/,
      ),
    });
  });
});

describe('a thread after a push', () => {
  const tracked = async () => {
    const { body } = await shop.send(token, 'GET', `${threads()}?$iteration=2&$baseIteration=0`);
    return body.value[0];
  };

  test.each([
    ['moves with its line', (text: string) => `new: line\n${text}`, { line: 4, offset: 1 }, { line: 4, offset: 6 }],
    [
      'widens when its line changes',
      (text: string) => text.replace('line3: changed', 'line3: other'),
      { line: 3, offset: 1 },
      { line: 3, offset: 2_147_483_647 },
    ],
    [
      'becomes empty when its line goes',
      (text: string) => text.replace('line3: changed\n', ''),
      { line: 3, offset: 1 },
      { line: 3, offset: 1 },
    ],
  ])('%s', async (_, edit, start, end) => {
    await shop.send(token, 'POST', threads(), onLine(3));
    shop.repository.push('feature', { 'k8s/app.yaml': edit(manifest.replace('line3: value', 'line3: changed')) });
    const thread = await tracked();
    expect(thread.threadContext).toMatchObject({ rightFileStart: start, rightFileEnd: end });
    expect(thread.pullRequestThreadContext.trackingCriteria).toMatchObject({
      secondComparingIteration: 2,
      origRightFileStart: { line: 3, offset: 1 },
    });
    const plain = (await shop.send(token, 'GET', threads())).body.value[0];
    expect(plain.threadContext.rightFileStart).toEqual({ line: 3, offset: 1 });
    expect(plain.pullRequestThreadContext).not.toHaveProperty('trackingCriteria');
  });

  test('is not tracked when nothing moved it; the push itself is a system thread', async () => {
    await shop.send(token, 'POST', threads(), onLine(3));
    shop.repository.push('feature', { 'k8s/other.yaml': 'a: 1\n' });
    expect((await tracked()).pullRequestThreadContext).not.toHaveProperty('trackingCriteria');
    const system = (await shop.send(token, 'GET', threads())).body.value[1];
    expect(system).toMatchObject({
      comments: [{ commentType: 'system' }],
      properties: { CodeReviewThreadType: { $type: 'System.String', $value: 'RefUpdate' } },
    });
    expect(system).not.toHaveProperty('status');
  });
});
