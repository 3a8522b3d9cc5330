/** What the repository wants: one credential for each account on each cluster, minus what other code declares. */
import { describe, expect, it } from 'vitest';
import { createFiles } from '../../src/adapters/files.ts';
import { inspectConfiguration } from '../../src/config/file.ts';
import { desiredCredentials } from '../../src/federation/desired.ts';
import { load, readerOf } from '../../src/manifests/load.ts';
import type { DeclaredCredential } from '../../src/model/federation.ts';
import { literalText, type PartialText } from '../../src/model/partial-text.ts';
import { inRepository, rightClientId, serviceAccount } from '../entry/repositories.ts';

const issuer = 'https://a.example.com/';
const yaml = 'clusters:\n  - {name: prod, issuer: "https://a.example.com/", sources: [k8s]}\n';
const source = { path: 'infra/main.tf', text: '\n\nresource "x" "y" {}\n' };

function declared(subject: PartialText, parts: Partial<DeclaredCredential> = {}): DeclaredCredential {
  const at = { source, start: 2, end: 4 };
  return {
    language: 'terraform',
    at,
    subject: { text: subject, at },
    audiences: [],
    conditional: false,
    parallelLoop: false,
    claimsMatchingExpression: false,
    ...parts,
  };
}

/** A text of pieces with an unknown symbol between each two. */
const around = (...pieces: string[]): PartialText => ({
  pieces,
  symbols: pieces.slice(1).map((_, index) => `$s${index}`),
});

async function desired(files: Readonly<Record<string, string>>, credentials: readonly DeclaredCredential[] = []) {
  return inRepository(files, async (folder) => {
    const { configuration } = await inspectConfiguration({ path: 'idwire.yaml', text: yaml });
    const { repository } = await load(createFiles(folder), {
      paths: ['.'],
      ignore: [],
      exhaustive: false,
      configuration,
    });
    return desiredCredentials({
      repository: { ...repository, credentials },
      clusters: [{ name: 'prod', environment: undefined, issuer, blocked: null }],
      audience: 'api://AzureADTokenExchange',
      read: readerOf(new Map()),
      findings: [],
      unrenderedOver: () => undefined,
    });
  });
}

const account = { 'k8s/a.yaml': serviceAccount(rightClientId) };

describe('an account', () => {
  it('is wanted with or without pods, on the line of its annotation', async () => {
    const { wishes, gaps } = await desired(account);
    expect(gaps).toEqual([]);
    expect(wishes).toMatchObject([
      { issuer, subject: 'system:serviceaccount:shop:orders', blocked: null, leftTo: undefined },
    ]);
  });

  it('outside the sources of every cluster is wanted by none', async () => {
    expect((await desired({ 'other/a.yaml': serviceAccount(rightClientId) })).wishes).toEqual([]);
  });

  it('of which all pods use an identity binding is left to AKS', async () => {
    const pod = (binding: string) => `apiVersion: v1
kind: Pod
metadata:
  name: orders
  namespace: shop
  labels: {azure.workload.identity/use: "true"}
  annotations: {azure.workload.identity/use-identity-binding: "${binding}"}
spec:
  serviceAccountName: orders
  containers: [{name: a, image: a}]
`;
    expect((await desired({ ...account, 'k8s/pod.yaml': pod('true') })).wishes).toEqual([]);
    expect((await desired({ ...account, 'k8s/pod.yaml': pod('false') })).wishes).toHaveLength(1);
  });
});

describe('a declaration elsewhere', () => {
  const subject = 'system:serviceaccount:shop:orders';
  const at = { source, start: 2, end: 4 };
  const value = (text: string) => ({ text: literalText(text), at });
  it.each([
    ['of the very subject', declared(literalText(subject)), 'infra/main.tf:3'],
    [
      'of a namespace that is filled in later',
      declared(around('system:serviceaccount:', ':orders')),
      'infra/main.tf:3',
    ],
    ['that says nothing but the shape', declared(around('system:serviceaccount:', ':', '')), undefined],
    ['of another subject', declared(literalText(`${subject}-2`)), undefined],
    ['of another letter case', declared(literalText(subject.toUpperCase())), undefined],
    ['for another cluster', declared(literalText(subject), { issuer: value('https://b.example.com/') }), undefined],
    ['for this cluster', declared(literalText(subject), { issuer: value(issuer) }), 'infra/main.tf:3'],
    ['for another identity', declared(literalText(subject), { clientId: value('other') }), undefined],
    ['by a command that somebody may have run', declared(literalText(subject), { language: 'cli' }), undefined],
    [
      'that a parameter completes',
      declared(literalText('system:serviceaccount:default:orders'), {
        subject: {
          text: literalText('system:serviceaccount:default:orders'),
          loose: around('system:serviceaccount:', ':orders'),
          at,
        },
      }),
      'infra/main.tf:3',
    ],
  ] as const)('%s', async (_, credential, leftTo) => {
    expect((await desired(account, [credential])).wishes.map((wish) => wish.leftTo)).toEqual([leftTo]);
  });
});
