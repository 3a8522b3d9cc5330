/** Id tokens as `@actions/core` fetches them, verified with `jose` against the published keys. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Job, JobSeed } from '../../../emulators/github/job.ts';
import type { RepositorySeed } from '../../../emulators/github/model/repository.ts';
import { type GitHubEmulator, startGitHubEmulator } from '../../../emulators/github/start-github-emulator.ts';

const run = promisify(execFile);

let github: GitHubEmulator;

beforeEach(async () => {
  github = await startGitHubEmulator({ enterprise: { slug: 'contoso-inc', id: 77 } });
});

afterEach(() => github.stop());

const audience = 'api://AzureADTokenExchange';
const write = { 'id-token': 'write', contents: 'read' } as const;

function repository(seed: Partial<RepositorySeed> = {}) {
  return github.createRepository({ owner: 'contoso', name: 'shop', id: 456_789, ownerId: 123_456, ...seed });
}

function start(seed: Partial<JobSeed> & Pick<JobSeed, 'repository'>): Job {
  return github.startJob({ event: 'push', permissions: write, ...seed });
}

async function fetchToken(job: Job): Promise<string> {
  const response = await fetch(`${job.env.ACTIONS_ID_TOKEN_REQUEST_URL}&audience=${encodeURIComponent(audience)}`, {
    headers: { authorization: `Bearer ${job.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` },
  });
  const { value, message } = (await response.json()) as { value?: string; message?: string };
  if (value === undefined) throw new Error(`${response.status} ${message}`);
  return value;
}

async function subject(job: Job): Promise<string | undefined> {
  return decodeJwt(await fetchToken(job)).sub;
}

describe('a token', () => {
  test('is fetched by the toolkit in a process of its own and verifies', async () => {
    const job = start({ repository: repository(), environment: 'production' });
    const script = `import { getIDToken } from '@actions/core'; const token = await getIDToken('${audience}');
      process.stderr.write(token);`;
    const child = await run(process.execPath, ['--input-type=module', '-e', script], {
      env: { PATH: process.env.PATH, ...job.env },
      timeout: 10_000,
    });
    // The toolkit masks the token on stdout, which is why it is read from the other stream.
    expect(child.stdout).toContain('::add-mask::');
    const keys = createRemoteJWKSet(new URL(github.trust.jwksUrl));
    const issuer = 'https://token.actions.githubusercontent.com';
    const { payload, protectedHeader } = await jwtVerify(child.stderr, keys, {
      issuer,
      audience,
      algorithms: ['RS256'],
    });
    expect(protectedHeader).toMatchObject({ typ: 'JWT', alg: 'RS256' });
    expect(payload).toMatchObject({
      sub: 'repo:contoso/shop:environment:production',
      environment: 'production',
      event_name: 'push',
      ref: 'refs/heads/main',
      ref_type: 'branch',
      repository: 'contoso/shop',
      repository_id: '456789',
      repository_owner_id: '123456',
      repository_visibility: 'public',
      enterprise_id: '77',
      job_workflow_ref: 'contoso/shop/.github/workflows/idwire.yml@refs/heads/main',
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
  });

  test('names the owner as audience when none is asked for', async () => {
    const job = start({ repository: repository() });
    const response = await fetch(job.env.ACTIONS_ID_TOKEN_REQUEST_URL ?? '', {
      headers: { authorization: `Bearer ${job.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` },
    });
    const { value } = (await response.json()) as { value: string };
    expect(decodeJwt(value).aud).toBe('https://github.com/contoso');
  });

  test('no longer verifies once its key is withdrawn', async () => {
    const token = await fetchToken(start({ repository: repository() }));
    await github.state.key.rotate({ forget: true });
    const keys = createRemoteJWKSet(new URL(github.trust.jwksUrl));
    await expect(jwtVerify(token, keys)).rejects.toThrow('no applicable key found');
  });

  test('is found through discovery', async () => {
    const discovery = (await (await fetch(github.trust.discoveryUrl)).json()) as Record<string, string>;
    expect(discovery).toMatchObject({ issuer: github.trust.issuer, jwks_uri: github.trust.jwksUrl });
  });
});

describe('no token', () => {
  test('without id-token: write, for a finished job, or for a stranger', async () => {
    const shop = repository();
    const plain = start({ repository: shop, permissions: { contents: 'read' } });
    expect(Object.keys(plain.env).filter((name) => name.startsWith('ACTIONS_ID_TOKEN'))).toEqual([]);
    const done = start({ repository: shop });
    done.finish();
    await expect(fetchToken(done)).rejects.toThrow('401');
    const url = done.env.ACTIONS_ID_TOKEN_REQUEST_URL ?? '';
    expect((await fetch(url, { headers: { authorization: `Bearer ${plain.token}` } })).status).toBe(401);
  });

  test('when Dependabot runs the job', () => {
    const shop = repository();
    shop.push('bump', { 'a.yaml': 'a: 2\n' });
    const pull = shop.openPull({ from: 'bump', author: 'dependabot[bot]' });
    const job = start({ repository: shop, event: 'pull_request', pull, permissions: { ...write, issues: 'write' } });
    expect(job.permissions).toEqual({ contents: 'read', issues: 'read' });
    expect(job.env).not.toHaveProperty('ACTIONS_ID_TOKEN_REQUEST_URL');
  });
});

describe('the subject', () => {
  test.each<[string, Partial<JobSeed>, string]>([
    ['a branch', { branch: 'main' }, 'ref:refs/heads/main'],
    ['a tag', { tag: 'v1' }, 'ref:refs/tags/v1'],
    ['an environment, before everything else', { environment: 'prod', tag: 'v1' }, 'environment:prod'],
    ['an environment with a colon', { environment: 'Production:V1' }, 'environment:Production%3AV1'],
    ['a schedule', { event: 'schedule' }, 'ref:refs/heads/main'],
  ])('of %s', async (_, seed, context) => {
    const shop = repository();
    shop.git.tag('v1', 'main');
    expect(await subject(start({ repository: shop, ...seed }))).toBe(`repo:contoso/shop:${context}`);
  });

  test('of a pull request names no branch, of a merge queue a branch per entry', async () => {
    const shop = repository();
    shop.push('feature', { 'a.yaml': 'a: 1\n' });
    const pull = shop.openPull({ from: 'feature' });
    const run = start({ repository: shop, event: 'pull_request', pull });
    expect(run.env).toMatchObject({ GITHUB_REF: 'refs/pull/1/merge', GITHUB_SHA: pull.mergeCommit.sha });
    expect(await subject(run)).toBe('repo:contoso/shop:pull_request');
    const queue = start({ repository: shop, event: 'merge_group', pull });
    expect(queue.payload).not.toHaveProperty('pull_request');
    const ref = `refs/heads/gh-readonly-queue/main/pr-1-${pull.base.sha}`;
    expect(await subject(queue)).toBe(`repo:contoso/shop:ref:${ref}`);
  });

  const immutable = 'repo:contoso@123456/shop@456789:ref:refs/heads/main';

  test('carries ids for repositories created from 2026-07-15 on', async () => {
    const before = repository({ createdAt: '2026-07-14T23:59:59Z' });
    expect(await subject(start({ repository: before }))).toBe('repo:contoso/shop:ref:refs/heads/main');
    const after = repository({ createdAt: '2026-07-15T00:00:00Z' });
    expect(await subject(start({ repository: after }))).toBe(immutable);
  });

  test('carries ids after a rename, with the new name', async () => {
    const shop = repository();
    shop.rename({ name: 'store' });
    const expected = 'repo:contoso@123456/store@456789:ref:refs/heads/main';
    expect(await subject(start({ repository: shop }))).toBe(expected);
  });

  test('carries ids when the organization or the repository says so, the repository first', async () => {
    const shop = repository();
    github.state.organization('contoso').useImmutableSubject = true;
    expect(await subject(start({ repository: shop }))).toBe(immutable);
    shop.template = { ...shop.template, useImmutableSubject: false };
    expect(await subject(start({ repository: shop }))).toBe('repo:contoso/shop:ref:refs/heads/main');
  });

  test('follows a custom template, in its order and with colons escaped', async () => {
    const shop = repository({
      createdAt: '2026-08-01T00:00:00Z',
      template: { useDefault: false, includeClaimKeys: ['repository_owner', 'repo', 'context', 'job_workflow_ref'] },
    });
    const reusableWorkflow = 'contoso/auto/.github/workflows/deploy.yml@refs/heads/main';
    expect(await subject(start({ repository: shop, environment: 'a:b', reusableWorkflow }))).toBe(
      `repository_owner:contoso:repo:contoso@123456/shop@456789:environment:a%3Ab:job_workflow_ref:${reusableWorkflow}`,
    );
  });

  test("follows the organization's template only where the repository opted in", async () => {
    const shop = repository();
    github.state.organization('contoso').includeClaimKeys = ['repository_id'];
    expect(await subject(start({ repository: shop }))).toBe('repo:contoso/shop:ref:refs/heads/main');
    shop.template = { ...shop.template, useDefault: false };
    expect(await subject(start({ repository: shop }))).toBe('repository_id:456789');
  });

  test('cannot be made when the template needs an environment and the job has none', async () => {
    const shop = repository({ template: { useDefault: false, includeClaimKeys: ['repo', 'environment'] } });
    await expect(fetchToken(start({ repository: shop }))).rejects.toThrow('400');
    const job = start({ repository: shop, environment: 'prod' });
    expect(await subject(job)).toBe('repo:contoso/shop:environment:prod');
  });
});

test('Enterprise Server never issues immutable subjects', async () => {
  const issuer = 'https://ghes.example.com/_services/token';
  const server = await startGitHubEmulator({ product: 'enterprise-server', issuer });
  const shop = server.createRepository({ owner: 'contoso', name: 'shop', createdAt: '2026-10-01T00:00:00Z' });
  const claims = decodeJwt(await fetchToken(server.startJob({ repository: shop, event: 'push', permissions: write })));
  expect(claims).toMatchObject({ iss: issuer, sub: 'repo:contoso/shop:ref:refs/heads/main' });
  await server.stop();
});
