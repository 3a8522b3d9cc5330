/** Reviews and review comments, driven with the Octokit that Actions use. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { acceptSuggestion, SuggestionRefused, suggestionsIn } from '../../../emulators/github/suggestion.ts';
import { deployment, openShop, rejection, type Shop } from './shop-scenario.ts';

let shop: Shop;

beforeEach(async () => {
  shop = await openShop();
});

afterEach(() => shop.github.stop());

const write = { 'pull-requests': 'write' } as const;

function review(comments: { path: string; line?: number; start_line?: number; body: string }[]) {
  const octokit = shop.client(write);
  return octokit.rest.pulls.createReview({ ...shop.target, event: 'COMMENT', comments });
}

describe('files', () => {
  test('are paged, and the Link header leads through all of them', async () => {
    const edits = Object.fromEntries(
      Array.from({ length: 245 }, (_, index) => [`many/${index}.yaml`, `n: ${index}\n`]),
    );
    shop.repository.push('feature', edits);
    const octokit = shop.client({ 'pull-requests': 'read' });
    const files = await octokit.paginate(octokit.rest.pulls.listFiles, { ...shop.target, per_page: 100 });
    expect(files).toHaveLength(246);
    expect(new Set(files.map((file) => file.filename)).size).toBe(246);
    const pages = shop.github.journal.of('GET', /files$/);
    expect(pages).toHaveLength(3);
    expect(pages[1]?.path).toBe('/repositories/456789/pulls/1/files');
  });

  test('have a patch, except binary and huge ones', async () => {
    const huge = Array.from({ length: 20_001 }, (_, index) => `k${index}: v`).join('\n');
    shop.repository.push('feature', { 'logo.png': new Uint8Array([0, 1, 2]), 'huge.yaml': huge });
    const octokit = shop.client({ 'pull-requests': 'read' });
    const { data } = await octokit.rest.pulls.listFiles({ ...shop.target });
    const patches = new Map(data.map((file) => [file.filename, file.patch]));
    expect(patches.get('k8s/app.yaml')).toMatch(/^@@ -1,5 \+1,5 @@\n line1: value\n-line2: value\n\+line2: changed/);
    expect(patches.get('logo.png')).toBeUndefined();
    expect(patches.get('huge.yaml')).toBeUndefined();
  });
});

describe('a review', () => {
  test('lands on lines of the diff, and its comments can be listed', async () => {
    const { data } = await review([
      { path: 'k8s/app.yaml', line: 2, body: 'one line' },
      { path: 'k8s/app.yaml', start_line: 26, line: 28, body: 'three lines' },
    ]);
    expect(data).toMatchObject({ state: 'COMMENTED', user: { login: 'github-actions[bot]' } });
    const octokit = shop.client(write);
    const comments = await octokit.paginate(octokit.rest.pulls.listReviewComments, shop.target);
    expect(comments.map(({ line, start_line, body }) => [start_line, line, body])).toEqual([
      [null, 2, 'one line'],
      [26, 28, 'three lines'],
    ]);
    expect(comments[0]?.diff_hunk).toBe('@@ -1,5 +1,5 @@\n line1: value\n-line2: value\n+line2: changed');
  });

  test('is lost as a whole when one comment is outside the diff, and the error does not name it', async () => {
    const refused = await rejection(
      review([
        { path: 'k8s/app.yaml', line: 2, body: 'fine' },
        { path: 'k8s/app.yaml', line: 15, body: 'between the hunks' },
        { path: 'docs/readme.md', line: 1, body: 'not in the diff' },
      ]),
    );
    expect(refused.status).toBe(422);
    expect(refused.data).toMatchObject({
      message: 'Unprocessable Entity',
      errors: ['Line could not be resolved and Path could not be resolved'],
    });
    expect(shop.pull.threads).toEqual([]);
    expect(shop.pull.reviews).toEqual([]);
  });

  test.each([
    ['a range that does not grow', { start_line: 2, line: 2 }, 'start line must precede the end line'],
    ['a range over two hunks', { start_line: 2, line: 28 }, 'must be part of the same hunk'],
    ['no line', {}, 'Line could not be resolved'],
  ])('is refused for %s', async (_, range, message) => {
    const refused = await rejection(review([{ path: 'k8s/app.yaml', body: 'text', ...range }]));
    expect(refused).toMatchObject({ status: 422, message: expect.stringContaining(message) });
  });

  test('is refused with a body over 65,536 characters, and accepted with exactly that many', async () => {
    const at = { path: 'k8s/app.yaml', line: 2 };
    expect(await rejection(review([{ ...at, body: 'x'.repeat(65_537) }]))).toMatchObject({ status: 422 });
    expect((await review([{ ...at, body: 'x'.repeat(65_536) }])).status).toBe(200);
  });

  test('without an event stays pending and shows nothing', async () => {
    const octokit = shop.client(write);
    const comments = [{ path: 'k8s/app.yaml', line: 2, body: 'unseen' }];
    const { data } = await octokit.rest.pulls.createReview({ ...shop.target, comments });
    expect(data.state).toBe('PENDING');
    expect((await octokit.rest.pulls.listReviewComments(shop.target)).data).toEqual([]);
  });

  test('cannot approve with the token of a job', async () => {
    const approval = shop.client(write).rest.pulls.createReview({ ...shop.target, event: 'APPROVE' });
    expect(await rejection(approval)).toMatchObject({ status: 422, message: expect.stringContaining('not permitted') });
  });

  test('needs pull-requests: write, which a fork never has', async () => {
    const fork = shop.github.fork(shop.repository, 'stranger');
    fork.push('patch', { 'k8s/app.yaml': 'new: text\n' });
    const pull = shop.repository.openPull({ from: 'patch', fork, author: 'stranger' });
    const job = shop.github.startJob({
      repository: shop.repository,
      event: 'pull_request',
      pull,
      permissions: { contents: 'write', 'pull-requests': 'write', 'id-token': 'write' },
    });
    expect(job.permissions).toEqual({ contents: 'read', 'pull-requests': 'read' });
    expect(job.env).not.toHaveProperty('ACTIONS_ID_TOKEN_REQUEST_TOKEN');
    const { getOctokit } = await import('@actions/github');
    const octokit = getOctokit(job.token, { baseUrl: shop.github.url });
    const { data } = await octokit.rest.pulls.get({ ...shop.target, pull_number: pull.number });
    expect(data.head.repo?.full_name).toBe('stranger/shop');
    const refused = await rejection(
      octokit.rest.pulls.createReview({ ...shop.target, pull_number: pull.number, event: 'COMMENT', body: 'text' }),
    );
    expect(refused).toMatchObject({ status: 403, message: expect.stringContaining('not accessible by integration') });
  });
});

describe('a review comment', () => {
  test('can be answered, edited and deleted', async () => {
    await review([{ path: 'k8s/app.yaml', line: 2, body: 'first' }]);
    const octokit = shop.client(write);
    const [first] = (await octokit.rest.pulls.listReviewComments(shop.target)).data;
    const id = first?.id ?? 0;
    const person = shop.github.reply(shop.pull, id, 'octocat', 'why?');
    const reply = await octokit.rest.pulls.createReplyForReviewComment({ ...shop.target, comment_id: id, body: 'so.' });
    expect(reply.data.in_reply_to_id).toBe(id);
    const nested = octokit.rest.pulls.createReplyForReviewComment({
      ...shop.target,
      comment_id: person.id,
      body: 'no',
    });
    expect(await rejection(nested)).toMatchObject({ status: 422 });
    await octokit.rest.pulls.updateReviewComment({ ...shop.target, comment_id: id, body: 'edited' });
    await octokit.rest.pulls.deleteReviewComment({ ...shop.target, comment_id: person.id });
    const bodies = (await octokit.rest.pulls.listReviewComments(shop.target)).data.map(({ body }) => body);
    expect(bodies).toEqual(['edited', 'so.']);
  });

  test('follows its line through a push, and is outdated once the line changed', async () => {
    await review([
      { path: 'k8s/app.yaml', line: 2, body: 'top' },
      { path: 'k8s/app.yaml', line: 28, body: 'bottom' },
    ]);
    const text = shop.pull.head.tree.get('k8s/app.yaml') as string;
    shop.repository.push('feature', {
      'k8s/app.yaml': `new: line\n${text.replace('line28: changed', 'line28: fixed')}`,
    });
    const { data } = await shop.client(write).rest.pulls.listReviewComments(shop.target);
    expect(data.map(({ line, original_line, position }) => ({ line, original_line, position }))).toEqual([
      { line: 3, original_line: 2, position: 4 },
      { line: null, original_line: 28, position: null },
    ]);
  });

  test('outside the diff is refused', async () => {
    const single = shop.client(write).rest.pulls.createReviewComment({
      ...shop.target,
      commit_id: shop.pull.head.sha,
      path: 'k8s/app.yaml',
      line: 15,
      body: 'text',
    });
    expect(await rejection(single)).toMatchObject({ status: 422 });
  });
});

describe('a suggestion', () => {
  const suggest = async (range: { line: number; start_line?: number }, body: string) => {
    await review([{ path: 'k8s/app.yaml', ...range, body }]);
    return shop.pull.threads.at(-1)?.comments[0]?.id ?? 0;
  };

  test('replaces exactly the anchored lines on the head branch', async () => {
    const id = await suggest(
      { start_line: 27, line: 28 },
      'Do:\n\n```suggestion\nline27: a\nline27b: b\nline28: c\n```\n',
    );
    const { text } = acceptSuggestion(shop.pull, id);
    const expected = deployment
      .replace('line2: value', 'line2: changed')
      .replace('line27: value\nline28: value', 'line27: a\nline27b: b\nline28: c');
    expect(text).toBe(`${expected}\n`);
    expect(shop.pull.head.tree.get('k8s/app.yaml')).toBe(text);
    expect(shop.pull.head.message).toBe('Update k8s/app.yaml');
  });

  test('without content deletes the line; a blank line is content', () => {
    expect(suggestionsIn('```suggestion\n```')).toEqual([[]]);
    expect(suggestionsIn('````suggestion\n\n```yaml\n````\n~~~suggestion\nx\n~~~')).toEqual([['', '```yaml'], ['x']]);
    expect(suggestionsIn('```yaml\na: b\n```')).toEqual([]);
  });

  test('keeps Windows line ends', async () => {
    shop.repository.push('feature', { 'k8s/app.yaml': 'a: 1\r\nb: 2\r\n' });
    const id = await suggest({ line: 1 }, '```suggestion\na: 2\n```');
    expect(acceptSuggestion(shop.pull, id).text).toBe('a: 2\r\nb: 2\r\n');
  });

  test('is refused when it changes nothing, is outdated, or is not there', async () => {
    const same = await suggest({ line: 2 }, '```suggestion\nline2: changed\n```');
    const none = await suggest({ line: 3 }, 'no block');
    const good = await suggest({ line: 28 }, '```suggestion\nline28: x\n```');
    expect(() => acceptSuggestion(shop.pull, same)).toThrow('no changes were made');
    expect(() => acceptSuggestion(shop.pull, none)).toThrow(SuggestionRefused);
    acceptSuggestion(shop.pull, good);
    expect(() => acceptSuggestion(shop.pull, good)).toThrow('Outdated suggestions');
  });
});
