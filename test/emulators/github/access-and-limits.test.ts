/** Repositories and branches, who may see them, rate limits and scripted faults. */

import { getOctokit } from '@actions/github';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  badGateway,
  primaryRateLimit,
  secondaryRateLimit,
  serverError,
} from '../../../emulators/github/scripted-replies.ts';
import { openShop, rejection, type Shop } from './shop-scenario.ts';

let shop: Shop;
let clock: number;

beforeEach(async () => {
  clock = Date.parse('2026-11-01T12:00:00Z');
  shop = await openShop({ now: () => clock, rateLimits: { jobPerHour: 100 } });
});

afterEach(() => shop.github.stop());

const names = { owner: 'contoso', repo: 'shop' };

describe('a repository', () => {
  test('tells its default branch, ids and the head of a branch in three ways', async () => {
    const octokit = shop.client({ contents: 'read' });
    const { data } = await octokit.rest.repos.get(names);
    expect(data).toMatchObject({ default_branch: 'main', id: 456_789, owner: { login: 'contoso', id: 123_456 } });
    shop.repository.push('team/fix', { 'a.yaml': 'a: 1\n' });
    const sha = shop.repository.git.require('team/fix').sha;
    expect((await octokit.rest.git.getRef({ ...names, ref: 'heads/team/fix' })).data.object.sha).toBe(sha);
    expect((await octokit.rest.repos.getBranch({ ...names, branch: 'team/fix' })).data.commit.sha).toBe(sha);
    expect((await octokit.rest.repos.getCommit({ ...names, ref: 'team/fix' })).data.sha).toBe(sha);
    const missing = octokit.rest.repos.getBranch({ ...names, branch: 'gone' });
    expect(await rejection(missing)).toMatchObject({
      status: 404,
      message: expect.stringContaining('Branch not found'),
    });
  });

  test('gives a file of a ref, raw or as base64', async () => {
    const octokit = shop.client({ contents: 'read' });
    const file = { ...names, path: 'docs/readme.md', ref: 'main' };
    const { data } = await octokit.rest.repos.getContent(file);
    expect(Buffer.from((data as { content: string }).content, 'base64').toString()).toBe('hello\n');
    const raw = await octokit.rest.repos.getContent({ ...file, mediaType: { format: 'raw' } });
    expect(raw.data).toBe('hello\n');
    expect(await rejection(octokit.rest.repos.getContent({ ...file, path: 'none' }))).toMatchObject({ status: 404 });
  });

  test('that is private is hidden from other tokens, and needs contents: read from its own', async () => {
    const secret = shop.github.createRepository({ owner: 'contoso', name: 'secret', private: true });
    const other = shop.client({ contents: 'read' });
    expect(await rejection(other.rest.repos.get({ ...names, repo: 'secret' }))).toMatchObject({ status: 404 });
    const job = shop.github.startJob({ repository: secret, event: 'push', permissions: {} });
    const own = getOctokit(job.token, { baseUrl: shop.github.url });
    expect((await own.rest.repos.get({ ...names, repo: 'secret' })).status).toBe(200);
    const branch = own.rest.repos.getBranch({ ...names, repo: 'secret', branch: 'main' });
    expect(await rejection(branch)).toMatchObject({ status: 403 });
  });

  test('refuses unknown tokens, malformed JSON and requests without a user agent', async () => {
    const url = `${shop.github.url}/repos/contoso/shop`;
    expect((await fetch(url, { headers: { authorization: 'Bearer nobody' } })).status).toBe(401);
    expect((await fetch(url)).status).toBe(200);
    const broken = await fetch(`${url}/issues/1/comments`, { method: 'POST', body: '{' });
    expect(await broken.json()).toMatchObject({ message: 'Problems parsing JSON' });
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => {
      request(url, (response) => resolve(response.resume().statusCode)).end();
    });
    expect(status).toBe(403);
  });
});

describe('rate limits', () => {
  test('end the hour of a token, and say when it starts again', async () => {
    const octokit = shop.client({ contents: 'read' });
    for (let index = 0; index < 99; index += 1) await octokit.rest.repos.get(names);
    expect((await octokit.rest.repos.get(names)).headers['x-ratelimit-remaining']).toBe('0');
    const error = (await octokit.rest.repos.get(names).catch((reason: unknown) => reason)) as {
      status: number;
      message: string;
      response: { headers: Record<string, string> };
    };
    expect(error).toMatchObject({ status: 403, message: expect.stringContaining('API rate limit exceeded') });
    expect(error.response.headers['x-ratelimit-reset']).toBe(String(clock / 1000 + 3600));
    clock += 3_600_000;
    expect((await octokit.rest.repos.get(names)).status).toBe(200);
  });

  test('hold back whoever writes more than 80 comments a minute', async () => {
    const octokit = shop.client({ 'pull-requests': 'write' });
    const comment = () => octokit.rest.issues.createComment({ ...names, issue_number: 1, body: 'text' });
    for (let index = 0; index < 80; index += 1) await comment();
    clock += 10_000;
    const error = (await comment().catch((reason: unknown) => reason)) as {
      status: number;
      message: string;
      response: { headers: Record<string, string> };
    };
    expect(error).toMatchObject({ status: 403, message: expect.stringContaining('secondary rate limit') });
    expect(error.response.headers['retry-after']).toBe('50');
    clock += 50_000;
    expect((await comment()).status).toBe(201);
  });
});

describe('scripted faults', () => {
  test('hit the requests they are meant for, as often as they are meant to', async () => {
    const octokit = shop.client({ contents: 'read' });
    const { faults, journal } = shop.github;
    faults.schedule({ method: 'GET', path: /\/branches\//, after: 1, times: 2, reply: serverError(503) });
    const branch = () => octokit.rest.repos.getBranch({ ...names, branch: 'main' });
    expect((await branch()).status).toBe(200);
    expect(await rejection(branch())).toMatchObject({ status: 503 });
    expect((await octokit.rest.repos.get(names)).status).toBe(200);
    expect(await rejection(branch())).toMatchObject({ status: 503 });
    expect((await branch()).status).toBe(200);
    expect(journal.of('GET', /\/branches\//).map((entry) => entry.status)).toEqual([200, 503, 503, 200]);
  });

  test.each([
    ['a secondary limit', secondaryRateLimit({ status: 429, retryAfterSeconds: 3 }), 429],
    ['a primary limit', primaryRateLimit({ resetAt: 1_800_000_000_000 }), 403],
    ['a bad gateway', badGateway(), 502],
  ])('reply with %s', async (_, reply, status) => {
    shop.github.faults.schedule({ reply });
    const response = await fetch(`${shop.github.url}/repos/contoso/shop`);
    expect(response.status).toBe(status);
    for (const [name, value] of Object.entries(reply.headers ?? {})) expect(response.headers.get(name)).toBe(value);
  });

  test('cut the connection, or delay the answer', async () => {
    shop.github.faults.schedule({ cut: true });
    await expect(fetch(shop.github.url)).rejects.toThrow('fetch failed');
    shop.github.faults.schedule({ delayMs: 60 });
    const before = performance.now();
    await fetch(shop.github.url);
    expect(performance.now() - before).toBeGreaterThan(50);
    expect(shop.github.journal.entries.map((entry) => entry.status)).toEqual([0, 404]);
  });

  test('leave no credential in the journal', async () => {
    await shop.client({ contents: 'read' }).rest.repos.get(names);
    expect(shop.github.journal.entries[0]?.headers.authorization).toBe('token');
    expect(JSON.stringify(shop.github.journal.entries)).not.toContain('ghs_');
  });
});
