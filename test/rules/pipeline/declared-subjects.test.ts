/** Declared credentials as pipelines see them, for what no example can show: ids, patterns, owners. */
import { describe, expect, it } from 'vitest';
import type { DeclaredCredential, DeclaredValue } from '../../../src/model/federation.ts';
import { literalText, type PartialText, unknownText } from '../../../src/model/partial-text.ts';
import type { PipelineLogin } from '../../../src/model/pipeline.ts';
import type { Repository } from '../../../src/model/world.ts';
import {
  githubCredentials,
  hasOtherForms,
  identityKey,
  mayServe,
  mendedSubject,
} from '../../../src/rules/pipeline/declared-subjects.ts';
import { rule } from '../../../src/rules/pipeline/pipeline-token-permission-missing.ts';
import { loginWorkflow, pipelinesOf } from '../../manifests/pipelines/pipelines-of.ts';

const at = { source: { path: 'main.tf', text: '' }, start: 0, end: 0 };
const value = (text: PartialText): DeclaredValue => ({ text, at });
const plain: DeclaredCredential = {
  language: 'terraform',
  at,
  audiences: [],
  conditional: false,
  parallelLoop: false,
  claimsMatchingExpression: false,
};
const github = value(literalText('https://token.actions.githubusercontent.com'));
const subject = value(literalText('repo:contoso/shop:pull_request'));
const repository = (...credentials: DeclaredCredential[]): Repository => ({
  problems: [],
  worlds: [],
  credentials,
  pipelines: [],
  declaredAccounts: [],
  complete: true,
  scripts: { annotatesAccounts: false, createsAccounts: false, substitutes: new Set() },
});

it.each([
  ['repo:contoso/shop:pull-request', 'repo:contoso/shop:pull_request'],
  ['repo:contoso/shop:ref:refs/head/main', 'repo:contoso/shop:ref:refs/heads/main'],
  ['repo:contoso/shop:ref:refs/tag/v1', 'repo:contoso/shop:ref:refs/tags/v1'],
  ['repo:contoso/shop/:environment:a', 'repo:contoso/shop:environment:a'],
  ['repo:contoso/shop/ref:refs/heads/main', 'repo:contoso/shop:ref:refs/heads/main'],
  ['repo:contoso/shop:environment:pull-request', 'repo:contoso/shop:environment:pull-request'],
  ['repo:contoso@1/shop@2:ref:refs/heads/head/a', 'repo:contoso@1/shop@2:ref:refs/heads/head/a'],
])('%s is meant as %s', (written, meant) => {
  expect(mendedSubject(written)).toBe(meant);
});

describe('a credential for GitHub', () => {
  const found = (credential: Partial<DeclaredCredential>) => githubCredentials(repository({ ...plain, ...credential }));

  it('has its issuer, or an unknown one and a subject that only GitHub has', () => {
    expect(found({ issuer: github, subject })).toMatchObject([{ repository: 'contoso/shop', context: 'pull_request' }]);
    expect(found({ subject })).toHaveLength(1);
    expect(found({ issuer: value(unknownText('var.issuer')), subject })).toHaveLength(1);
    expect(found({ issuer: value(literalText('https://oidc.example.com/')), subject })).toEqual([]);
    expect(found({ issuer: github })).toEqual([]);
  });

  it('with parameters that may be other ones tells no repository', () => {
    const loose = { ...subject, loose: unknownText('var.subject') };
    expect(found({ issuer: github, subject: loose })).toMatchObject([{ repository: undefined, context: undefined }]);
  });
});

it('patterns and custom templates may accept anything', () => {
  expect(hasOtherForms(repository({ ...plain, issuer: github, subject }))).toBe(false);
  expect(hasOtherForms(repository({ ...plain, issuer: github, claimsMatchingExpression: true }))).toBe(true);
  expect(hasOtherForms(repository({ ...plain, claimsMatchingExpression: true }))).toBe(true);
  const gitlab = value(literalText('https://gitlab.com'));
  expect(hasOtherForms(repository({ ...plain, issuer: gitlab, claimsMatchingExpression: true }))).toBe(false);
  const custom = value(literalText('repository_owner_id:1:environment:a'));
  expect(hasOtherForms(repository({ ...plain, issuer: github, subject: custom }))).toBe(true);
});

it('serves a sign-in unless both tell different ids', () => {
  const login = (clientId?: PartialText) => ({ clientId }) as PipelineLogin;
  const owner = { ...plain, clientId: value(literalText('a')) };
  expect(mayServe(owner, login(literalText('a')))).toBe(true);
  expect(mayServe(owner, login(literalText('b')))).toBe(false);
  expect(mayServe(owner, login(unknownText('vars.ID')))).toBe(true);
  expect(mayServe(owner, login())).toBe(true);
  expect(mayServe(plain, login(literalText('b')))).toBe(true);
});

it('belongs to one identity by client id, else by the reference within its scope', () => {
  expect(identityKey({ ...plain, clientId: value(literalText('AB')) })).toBe('ab');
  expect(identityKey(plain)).toBeUndefined();
  const reference = { ...plain, identity: value(unknownText('azurerm_user_assigned_identity.a.id')) };
  expect(identityKey(reference)).toBe(identityKey({ ...reference }));
  const elsewhere = { ...reference, at: { ...at, source: { path: 'other/main.tf', text: '' } } };
  expect(identityKey(elsewhere)).not.toBe(identityKey(reference));
});

it('a missing permission is mended at the call when a workflow is called, else at the job', () => {
  const reusable = loginWorkflow('on: workflow_call').replace(/permissions:\n.*\n/, '');
  const caller = 'on: push\njobs:\n  call:\n    uses: ./.github/workflows/a.yml\n';
  const observed = (files: Record<string, string>) => [
    ...(rule.checkRepository?.({ ...repository(), pipelines: pipelinesOf(files) }) ?? []),
  ];
  const [called] = observed({ '.github/workflows/a.yml': reusable, '.github/workflows/b.yml': caller });
  expect(called?.remedy).toContain('the job that calls');
  expect(called?.message).toContain('which call in .github/workflows/b.yml calls');
  expect(called?.related).toHaveLength(1);
  const [own] = observed({ '.github/workflows/a.yml': reusable.replace('workflow_call', 'push') });
  expect(own?.remedy).toBeUndefined();
  expect(own?.related).toBeUndefined();
});
