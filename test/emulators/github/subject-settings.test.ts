/** The settings behind the subject claim, over REST. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GitHubRepository } from '../../../emulators/github/model/repository.ts';
import { type GitHubEmulator, startGitHubEmulator } from '../../../emulators/github/start-github-emulator.ts';

let github: GitHubEmulator;
let shop: GitHubRepository;

beforeEach(async () => {
  github = await startGitHubEmulator({ enterprise: { slug: 'contoso-inc', id: 77 } });
  shop = github.createRepository({ owner: 'contoso', name: 'shop', id: 456_789, ownerId: 123_456 });
});

afterEach(() => github.stop());

describe('the settings', () => {
  const path = '/repos/contoso/shop/actions/oidc/customization/sub';
  const call = (token: string, method = 'GET', body?: unknown) =>
    fetch(github.url + path, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  test.each([
    ['forbidden', 403],
    ['hidden', 404],
    ['allowed', 200],
  ] as const)('are %s to a job as the scenario says', async (access, status) => {
    const job = github.startJob({ repository: shop, event: 'push' });
    github.state.subjectSettings.repositoryRead = access;
    expect((await call(job.token)).status).toBe(status);
  });

  test('are changed by an administrator and read back with the prefix', async () => {
    const admin = github.createToken('owner', {}, { admin: true });
    const written = { use_default: false, include_claim_keys: ['repo'], use_immutable_subject: true };
    expect((await call(admin, 'PUT', written)).status).toBe(201);
    const expected = { ...written, sub_claim_prefix: 'repo:contoso@123456/shop@456789' };
    expect(await (await call(admin)).json()).toEqual(expected);
    expect((await call(admin, 'PUT', { include_claim_keys: ['repo'] })).status).toBe(422);
    expect((await call(admin, 'PUT', { use_default: false, include_claim_keys: ['a-b'] })).status).toBe(422);
    expect(shop.template.includeClaimKeys).toEqual(['repo']);
  });

  test('give the enterprise an issuer of its own', async () => {
    const admin = github.createToken('owner', {}, { admin: true });
    const response = await fetch(`${github.url}/enterprises/contoso-inc/actions/oidc/customization/issuer`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${admin}` },
      body: JSON.stringify({ include_enterprise_slug: true }),
    });
    expect(response.status).toBe(204);
    expect(github.trust.issuer).toBe('https://token.actions.githubusercontent.com/contoso-inc');
  });
});
