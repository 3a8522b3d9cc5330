/** Comments below a pull request and review threads over GraphQL. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openShop, rejection, type Shop } from './shop-scenario.ts';

let shop: Shop;

beforeEach(async () => {
  shop = await openShop();
});

afterEach(() => shop.github.stop());

describe('comments below a pull request', () => {
  const issue = () => ({ owner: 'contoso', repo: 'shop', issue_number: shop.pull.number });

  test.each(['issues', 'pull-requests'] as const)('are written with %s: write alone', async (permission) => {
    const octokit = shop.client({ [permission]: 'write' });
    const { data } = await octokit.rest.issues.createComment({ ...issue(), body: 'first' });
    expect(data.user?.login).toBe('github-actions[bot]');
    await octokit.rest.issues.updateComment({ ...issue(), comment_id: data.id, body: 'second' });
    expect((await octokit.rest.issues.getComment({ ...issue(), comment_id: data.id })).data.body).toBe('second');
    await octokit.rest.issues.deleteComment({ ...issue(), comment_id: data.id });
    expect((await octokit.rest.issues.listComments(issue())).data).toEqual([]);
  });

  test('are refused to a reader, and on a number that does not exist', async () => {
    const reader = shop.client({ 'pull-requests': 'read' });
    expect(await rejection(reader.rest.issues.createComment({ ...issue(), body: 'x' }))).toMatchObject({ status: 403 });
    const writer = shop.client({ 'pull-requests': 'write' });
    const missing = writer.rest.issues.createComment({ ...issue(), issue_number: 99, body: 'x' });
    expect(await rejection(missing)).toMatchObject({ status: 404 });
  });

  test('have at most 65,536 characters, counted as characters', async () => {
    const octokit = shop.client({ 'pull-requests': 'write' });
    await octokit.rest.issues.createComment({ ...issue(), body: '💡'.repeat(65_536) });
    const refused = await rejection(octokit.rest.issues.createComment({ ...issue(), body: 'x'.repeat(65_537) }));
    expect(refused.data).toMatchObject({
      message: 'Validation Failed',
      errors: [{ resource: 'IssueComment', message: 'Body is too long (maximum is 65536 characters)' }],
    });
    expect(await rejection(octokit.rest.issues.createComment({ ...issue(), body: ' ' }))).toMatchObject({
      status: 422,
    });
  });

  test('are listed in pages, those of people included', async () => {
    for (let index = 0; index < 45; index += 1) shop.github.comment(shop.pull, 'octocat', `comment ${index}`);
    const octokit = shop.client({ 'pull-requests': 'read' });
    const comments = await octokit.paginate(octokit.rest.issues.listComments, issue());
    expect(comments.map((comment) => comment.body)).toEqual(Array.from({ length: 45 }, (_, i) => `comment ${i}`));
    expect(shop.github.journal.of('GET', /comments$/)).toHaveLength(2);
  });
});

describe('review threads', () => {
  const listing = `query ($owner: String!, $name: String!, $number: Int!, $after: String) {
    viewer { login }
    repository(owner: $owner, name: $name) { pullRequest(number: $number) {
      reviewThreads(first: 2, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { id isResolved isOutdated path line viewerCanResolve
          comments(first: 1) { nodes { fullDatabaseId author { __typename login } viewerDidAuthor } } }
      } } } }`;
  const resolving = 'mutation ($id: ID!) { resolveReviewThread(input: { threadId: $id }) { thread { isResolved } } }';
  const names = { owner: 'contoso', name: 'shop', number: 1 };

  async function reviewThrice(): Promise<void> {
    const octokit = shop.client({ 'pull-requests': 'write' });
    const comments = [1, 2, 3].map((line) => ({ path: 'k8s/app.yaml', line, body: `on ${line}` }));
    await octokit.rest.pulls.createReview({ ...shop.target, event: 'COMMENT', comments });
  }

  interface Listing {
    viewer: { login: string };
    repository: {
      pullRequest: {
        reviewThreads: {
          totalCount: number;
          pageInfo: { hasNextPage: boolean; endCursor: string };
          nodes: { id: string; isResolved: boolean; line: number; viewerCanResolve: boolean; comments: unknown }[];
        };
      };
    };
  }

  test('are listed in pages; bots have no suffix here', async () => {
    await reviewThrice();
    const octokit = shop.client({ 'pull-requests': 'read' });
    const first = await octokit.graphql<Listing>(listing, names);
    expect(first.viewer.login).toBe('github-actions');
    const { totalCount, pageInfo, nodes } = first.repository.pullRequest.reviewThreads;
    expect({ totalCount, more: pageInfo.hasNextPage, lines: nodes.map(({ line }) => line) }).toEqual({
      totalCount: 3,
      more: true,
      lines: [1, 2],
    });
    expect(nodes[0]?.comments).toMatchObject({
      nodes: [{ author: { __typename: 'Bot', login: 'github-actions' }, viewerDidAuthor: true }],
    });
    const second = await octokit.graphql<Listing>(listing, { ...names, after: pageInfo.endCursor });
    expect(second.repository.pullRequest.reviewThreads.nodes.map(({ line }) => line)).toEqual([3]);
    expect(second.repository.pullRequest.reviewThreads.pageInfo.hasNextPage).toBe(false);
  });

  test('are resolved only with contents: write beside pull-requests: write', async () => {
    await reviewThrice();
    const id = shop.pull.threads[0]?.nodeId;
    const reviewer = shop.client({ 'pull-requests': 'write', contents: 'read' });
    await expect(reviewer.graphql(resolving, { id })).rejects.toMatchObject({
      errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }],
    });
    expect(shop.pull.threads[0]?.resolvedBy).toBeUndefined();
    const writer = shop.client({ 'pull-requests': 'write', contents: 'write' });
    await expect(writer.graphql(resolving, { id })).resolves.toEqual({
      resolveReviewThread: { thread: { isResolved: true } },
    });
    expect(shop.pull.threads[0]?.resolvedBy).toBe('github-actions[bot]');
  });

  test.each([
    ['an unknown field', '{ viewer { shoeSize } }', 'Cannot query field "shoeSize"'],
    ['a connection without a size', unbounded(''), 'You must provide a `first` or `last` value'],
    ['a connection with too large a size', unbounded('(first: 101)'), 'exceeds the `first` limit of 100'],
    [
      'an unknown pull request',
      '{ repository(owner: "contoso", name: "shop") { pullRequest(number: 9) { id } } }',
      'NOT_FOUND',
    ],
  ])('refuse %s', async (_, query, text) => {
    const octokit = shop.client({ 'pull-requests': 'read' });
    const errors = await octokit.graphql(query).then(
      () => [],
      (error: { errors: unknown[] }) => error.errors,
    );
    expect(JSON.stringify(errors)).toContain(JSON.stringify(text).slice(1, -1));
  });
});

function unbounded(page: string): string {
  return `{ repository(owner: "contoso", name: "shop") { pullRequest(number: 1) { reviewThreads${page} { totalCount } } } }`;
}
