/** Whether subjects of GitHub are read from a token, and put together for other jobs, as GitHub itself does. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SubjectTemplate } from '../../emulators/github/model/repository.ts';
import { type GitHubEmulator, startGitHubEmulator } from '../../emulators/github/start-github-emulator.ts';
import { githubSubject, githubSubjectsOf, usualGithubIssuer } from '../../src/model/github-subject.ts';
import { claimsOf } from '../../src/model/token-claims.ts';

let github: GitHubEmulator;
beforeAll(async () => {
  github = await startGitHubEmulator();
});
afterAll(() => github.stop());

type Template = Partial<SubjectTemplate>;
let repositories = 0;

function repositoryWith(template: Template, createdAt?: string) {
  repositories += 1;
  return github.createRepository({
    owner: 'Contoso',
    name: `shop-${repositories}`,
    template,
    ...(createdAt !== undefined && { createdAt }),
    properties: { team: 'orders' },
  });
}

async function tokenOf(repository: ReturnType<typeof repositoryWith>, environment?: string): Promise<string> {
  const job = github.startJob({
    repository,
    event: 'push',
    permissions: { 'id-token': 'write' },
    ...(environment !== undefined && { environment }),
  });
  const response = await fetch(job.env.ACTIONS_ID_TOKEN_REQUEST_URL ?? '', {
    headers: { authorization: `Bearer ${job.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` },
  });
  return ((await response.json()) as { value: string }).value;
}

async function subjectsOf(repository: ReturnType<typeof repositoryWith>, environment?: string) {
  const subjects = githubSubjectsOf(await claims(repository, environment));
  if (!subjects) throw new Error('The token told nothing.');
  return subjects;
}

async function claims(repository: ReturnType<typeof repositoryWith>, environment?: string) {
  return claimsOf(await tokenOf(repository, environment)) ?? {};
}

describe('the subject of another job, told from the token of one', () => {
  const templates: readonly (readonly [name: string, template: Template, createdAt: string | undefined])[] = [
    ['names', {}, undefined],
    ['ids, by opting in', { useImmutableSubject: true }, undefined],
    ['ids, by age', {}, '2026-08-01T00:00:00Z'],
    ['a template', { useDefault: false, includeClaimKeys: ['repository_owner_id', 'context'] }, undefined],
    [
      'a template with ids',
      { useDefault: false, includeClaimKeys: ['repo', 'context', 'repository_visibility'], useImmutableSubject: true },
      undefined,
    ],
    ['a property', { useDefault: false, includeClaimKeys: ['repo_property_team', 'environment'] }, undefined],
  ];
  test.each(templates)('%s', async (_, template, createdAt) => {
    const repository = repositoryWith(template, createdAt);
    const subjects = await subjectsOf(repository, 'staging');
    const asked = 'environment:Prod:EU';
    const real = (await claims(repository, 'Prod:EU')).sub;
    expect(githubSubject(subjects, asked)).toEqual({ subject: real });
    expect(real).toContain('environment:Prod%3AEU');
  });

  test('a claim that every workflow has another value of is not made up', async () => {
    const repository = repositoryWith({ useDefault: false, includeClaimKeys: ['repo', 'context', 'job_workflow_ref'] });
    const subjects = await subjectsOf(repository, 'staging');
    expect(subjects.template).toEqual(['repo', 'context', 'job_workflow_ref']);
    expect(githubSubject(subjects, 'environment:prod')).toEqual({ unknownKey: 'job_workflow_ref' });
  });

  test('both prefixes are known from the ids in the token', async () => {
    const repository = repositoryWith({});
    const { form, prefix, otherPrefix } = await subjectsOf(repository);
    expect({ form, prefix, otherPrefix }).toEqual({
      form: 'name',
      prefix: `repo:${repository.fullName}`,
      otherPrefix: `repo:Contoso@${repository.ownerId}/${repository.name}@${repository.id}`,
    });
  });

  test('a tag is short for its ref', async () => {
    const subjects = await subjectsOf(repositoryWith({}));
    expect(githubSubject(subjects, 'tag:v1')).toEqual({ subject: `${subjects.prefix}:ref:refs/tags/v1` });
  });
});

test('a token of another make tells nothing', () => {
  expect(githubSubjectsOf({ iss: 'https://example.com', sub: 'x' })).toBeUndefined();
  expect(githubSubjectsOf({ iss: 'https://example.com', sub: 'repo:other/repo:x', repository: 'a/b' })).toBeUndefined();
  expect(claimsOf('no token')).toBeUndefined();
});

test.each([
  ['https://github.com', 'https://token.actions.githubusercontent.com'],
  ['https://contoso.ghe.com', 'https://token.actions.contoso.ghe.com'],
  ['https://github.contoso.com:8443/', 'https://github.contoso.com:8443/_services/token'],
])('the issuer of %s is %s', (server, issuer) => {
  expect(usualGithubIssuer(server)).toBe(issuer);
});
