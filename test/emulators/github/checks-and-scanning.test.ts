/** Check runs and SARIF uploads with their limits. */

import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openShop, rejection, type Shop } from './shop-scenario.ts';

let shop: Shop;

beforeEach(async () => {
  shop = await openShop();
});

afterEach(() => shop.github.stop());

const names = { owner: 'contoso', repo: 'shop' };

describe('a check run', () => {
  const annotations = (count: number, extra: object = {}) =>
    Array.from({ length: count }, (_, index) => ({
      path: 'k8s/app.yaml',
      start_line: index + 1,
      end_line: index + 1,
      annotation_level: 'warning' as const,
      message: `finding ${index}`,
      ...extra,
    }));
  const create = (list: ReturnType<typeof annotations>) =>
    shop.client({ checks: 'write' }).rest.checks.create({
      ...names,
      name: 'Idwire',
      head_sha: shop.pull.head.sha,
      conclusion: 'failure',
      output: { title: 'Findings', summary: 'Some.', annotations: list },
    });

  test('takes 50 annotations a request and appends the next ones', async () => {
    const refused = await rejection(create(annotations(51)));
    expect(refused).toMatchObject({
      status: 422,
      data: { message: 'Invalid request.\n\nNo more than 50 items are allowed; 51 were supplied.' },
    });
    const { data } = await create(annotations(50));
    const octokit = shop.client({ checks: 'write' });
    const output = { title: 'Findings', summary: 'All.', annotations: annotations(20) };
    const updated = await octokit.rest.checks.update({ ...names, check_run_id: data.id, output });
    expect(updated.data.output.annotations_count).toBe(70);
    const all = await octokit.paginate(octokit.rest.checks.listAnnotations, { ...names, check_run_id: data.id });
    expect(all).toHaveLength(70);
  });

  test.each([
    ['columns over several lines', { end_line: 60, start_column: 1 }],
    ['an end before the start', { end_line: 0 }],
    ['an unknown level', { annotation_level: 'error' }],
    ['a message over 64 KB', { message: 'x'.repeat(65_537) }],
    ['a title over 255 characters', { title: 'x'.repeat(256) }],
  ])('refuses an annotation with %s', async (_, extra) => {
    expect(await rejection(create(annotations(1, extra)))).toMatchObject({ status: 422 });
    expect(shop.repository.checkRuns).toEqual([]);
  });

  test('needs checks: write and a known commit', async () => {
    const request = { ...names, name: 'Idwire', head_sha: shop.pull.head.sha };
    const reader = shop.client({ checks: 'read' }).rest.checks.create(request);
    expect(await rejection(reader)).toMatchObject({ status: 403 });
    const unknown = shop.client({ checks: 'write' }).rest.checks.create({ ...request, head_sha: '0'.repeat(40) });
    expect(await rejection(unknown)).toMatchObject({
      status: 422,
      message: expect.stringContaining('No commit found'),
    });
  });
});

describe('a SARIF upload', () => {
  const result = { ruleId: 'r', locations: [{ physicalLocation: { artifactLocation: { uri: 'a.yaml' } } }] };
  const log = (results: unknown[], runs = 1) => ({
    version: '2.1.0',
    runs: Array.from({ length: runs }, () => ({ tool: { driver: { name: 'Idwire' } }, results })),
  });
  const pack = (value: unknown) => gzipSync(JSON.stringify(value)).toString('base64');
  const upload = (sarif: string) =>
    shop.client({ 'security-events': 'write' }).rest.codeScanning.uploadSarif({
      ...names,
      commit_sha: shop.pull.head.sha,
      ref: 'refs/pull/1/head',
      sarif,
    });
  const statusOf = async (id: string | undefined) => {
    const octokit = shop.client({ 'security-events': 'read' });
    return (await octokit.rest.codeScanning.getSarif({ ...names, sarif_id: id ?? '' })).data;
  };

  test('is accepted and complete', async () => {
    const { data, status } = await upload(pack(log([result])));
    expect(status).toBe(202);
    expect(await statusOf(data.id)).toMatchObject({ processing_status: 'complete', errors: null });
    expect(shop.repository.sarifUploads[0]?.sarif).toEqual(log([result]));
  });

  test.each([
    ['more than 20 runs', log([result], 21)],
    ['more than 25,000 results', log(Array.from({ length: 25_001 }, () => result))],
    ['a result without a location', log([{ ruleId: 'r' }])],
    ['another version', { version: '2.0.0', runs: [] }],
  ])('is accepted and then fails for %s', async (_, value) => {
    const { data } = await upload(pack(value));
    expect(await statusOf(data.id)).toMatchObject({ processing_status: 'failed' });
  });

  test('is refused when it is not compressed, and on private repositories without code scanning', async () => {
    const plain = Buffer.from(JSON.stringify(log([]))).toString('base64');
    expect(await rejection(upload(plain))).toMatchObject({ status: 400 });
    const secret = shop.github.createRepository({ owner: 'contoso', name: 'secret', private: true });
    const job = shop.github.startJob({
      repository: secret,
      event: 'push',
      permissions: { 'security-events': 'write' },
    });
    const response = await fetch(`${shop.github.url}/repos/contoso/secret/code-scanning/sarifs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${job.token}` },
      body: JSON.stringify({ commit_sha: job.env.GITHUB_SHA, ref: 'refs/heads/main', sarif: pack(log([])) }),
    });
    expect(response.status).toBe(403);
  });
});
