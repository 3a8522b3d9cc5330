/** What rules make of parts of a repository that are no manifests: scripts, declared credentials, several worlds. */
import { describe, expect, it } from 'vitest';
import { readPlaceholders } from '../../src/manifests/placeholders.ts';
import type { DeclaredCredential } from '../../src/model/federation.ts';
import { unknownText } from '../../src/model/partial-text.ts';
import type { Repository, World } from '../../src/model/world.ts';
import { exampleAccount, exampleClientId, examplePods } from '../../src/rules/example-manifests.ts';
import { rules } from '../../src/rules/index.ts';
import { findingsOf, loadExample } from './judge-example.ts';

type Files = Readonly<Record<string, string>>;

/** `severity line` of each finding of a rule, in a repository that is changed after loading. */
async function judged(rule: string, files: Files, change: (repository: Repository) => Repository = (same) => same) {
  const loaded = await loadExample(files);
  return findingsOf({ ...loaded, repository: change(loaded.repository) }, rules)
    .filter((finding) => finding.rule === rule)
    .map((finding) => `${finding.severity} ${finding.file}:${finding.line}`);
}

const scripts = (facts: Partial<Repository['scripts']>) => (repository: Repository) => ({
  ...repository,
  scripts: { ...repository.scripts, ...facts },
});
const worlds = (change: (world: World) => World) => (repository: Repository) => ({
  ...repository,
  worlds: repository.worlds.map(change),
});

function credential(parts: {
  subject?: string;
  issuer?: string;
  clientId?: string;
  identity?: string;
  conditional?: boolean;
}) {
  const source = { path: 'main.tf', text: 'resource "credential" {}\n' };
  const at = { source, start: 0, end: 8 };
  const value = (text: string) => ({ text: text === '' ? unknownText('var.x') : readPlaceholders(text), at });
  return {
    language: 'terraform',
    at,
    audiences: [],
    conditional: parts.conditional ?? false,
    parallelLoop: false,
    claimsMatchingExpression: false,
    subject: value(parts.subject ?? 'system:serviceaccount:shop:orders'),
    issuer: value(parts.issuer ?? 'https://oidc.example.com/1/'),
    ...(parts.clientId === undefined ? {} : { clientId: value(parts.clientId) }),
    ...(parts.identity === undefined ? {} : { identity: value(parts.identity) }),
  } satisfies DeclaredCredential;
}
const credentials = (declared: readonly DeclaredCredential[]) => (repository: Repository) => ({
  ...repository,
  credentials: declared,
});

const bareAccount = 'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: orders\n  namespace: shop\n';
const declaredFor = (name: string) => credential({ subject: `system:serviceaccount:shop:${name}` });

describe('client-id-missing', () => {
  const files = { 'all.yaml': bareAccount + examplePods() };
  it.each([
    ['warns', files, (same: Repository) => same, 'warning'],
    ['is a note when something annotates accounts', files, scripts({ annotatesAccounts: true }), 'note'],
    ['is a note in a guessed world', files, worlds((world) => ({ ...world, guessed: true })), 'note'],
    ['is an error with a declared credential', files, credentials([declaredFor('orders')]), 'error'],
    ['takes no other credential for it', files, credentials([declaredFor('other')]), 'warning'],
    ['takes no unknown subject for it', files, credentials([credential({ subject: '' })]), 'warning'],
    [
      'is an error beside the label of pod identity',
      {
        'all.yaml':
          bareAccount + examplePods({ labels: ['aadpodidbinding: orders', 'azure.workload.identity/use: "true"'] }),
      },
      (same: Repository) => same,
      'error',
    ],
  ])('%s', async (_, given, change, severity) => {
    expect(await judged('client-id-missing', given, change)).toEqual([`${severity} all.yaml:4`]);
  });
  it('knows no credential for an account whose namespace is not given', async () => {
    const given = { 'all.yaml': (bareAccount + examplePods()).replaceAll('  namespace: shop\n', '') };
    expect(await judged('client-id-missing', given, credentials([declaredFor('orders')]))).toEqual([
      'warning all.yaml:4',
    ]);
  });
});

describe('accounts that are made elsewhere', () => {
  const missing = { 'all.yaml': examplePods() };
  const twin = { 'all.yaml': exampleAccount({ namespace: 'other' }) + examplePods() };
  it('are not missing', async () => {
    expect(await judged('service-account-missing', missing)).toHaveLength(1);
    expect(await judged('service-account-missing', missing, scripts({ createsAccounts: true }))).toEqual([]);
  });
  it('may be beside one of another namespace', async () => {
    expect(await judged('service-account-wrong-namespace', twin)).toEqual(['error all.yaml:25']);
    const change = scripts({ createsAccounts: true });
    expect(await judged('service-account-wrong-namespace', twin, change)).toEqual(['warning all.yaml:25']);
  });
});

describe('a world that is not whole, or guessed', () => {
  const files = { 'all.yaml': exampleAccount() + examplePods() + examplePods({ spec: ['serviceAccountName: other'] }) };
  const twin = { 'all.yaml': exampleAccount({ namespace: 'other' }) + examplePods() };
  it.each([
    ['whole', {}, 'warning', 'error'],
    ['not whole', { complete: false }, 'note', 'warning'],
    ['guessed', { guessed: true }, 'note', 'note'],
  ])('%s', async (_, parts, missing, elsewhere) => {
    const change = worlds((world) => ({ ...world, ...parts }));
    expect(await judged('service-account-missing', files, change)).toEqual([`${missing} all.yaml:45`]);
    expect(await judged('service-account-wrong-namespace', twin, change)).toEqual([`${elsewhere} all.yaml:25`]);
  });
});

describe('service-account-default', () => {
  const files = { 'all.yaml': examplePods({ spec: [] }) };
  it.each([
    ['fires', [], 1],
    ['is silent when a credential trusts the default account', [declaredFor('default')], 0],
    ['is silent when one may', [credential({ subject: '' })], 0],
    ['takes no other credential for it', [declaredFor('orders')], 1],
  ])('%s', async (_, declared, count) => {
    expect(await judged('service-account-default', files, credentials(declared))).toHaveLength(count);
  });
});

describe('shared-identity-across-environments', () => {
  const environments = (repository: Repository) => ({
    ...repository,
    worlds: ['staging', 'production'].flatMap((name) =>
      repository.worlds.map((world) => ({ ...world, name, environmentOf: () => name })),
    ),
  });
  it('sees one file in two environments', async () => {
    const files = { 'base/account.yaml': exampleAccount() };
    expect(await judged('shared-identity-across-environments', files, environments)).toEqual([
      'warning base/account.yaml:8',
    ]);
  });
});

describe('credential-limit-exceeded', () => {
  const accounts = (count: number) => ({
    'all.yaml': Array.from({ length: count }, (_, index) => exampleAccount({ name: `orders-${index}` })).join(''),
  });
  const declared = (count: number, parts: Parameters<typeof credential>[0] = { clientId: exampleClientId }) =>
    Array.from({ length: count }, (_, index) => credential({ subject: `repo:contoso/shop:${index}`, ...parts }));
  const rule = 'credential-limit-exceeded';

  it('adds declared credentials to those of accounts', async () => {
    expect(await judged(rule, accounts(10), credentials(declared(11)))).toEqual(['error main.tf:1']);
    expect(await judged(rule, accounts(10), credentials(declared(7)))).toEqual([]);
  });
  it('counts a declared credential of an account once, and each further issuer', async () => {
    const of = (issuers: number) =>
      Array.from({ length: 9 }, (_, index) =>
        Array.from({ length: issuers }, (_, issuer) =>
          credential({
            subject: `system:serviceaccount:shop:orders-${index}`,
            issuer: `https://oidc.example.com/${issuer}/`,
            clientId: exampleClientId.toUpperCase(),
          }),
        ),
      ).flat();
    expect(await judged(rule, accounts(9), credentials(of(1)))).toEqual([]);
    expect(await judged(rule, accounts(9), credentials(of(2)))).toEqual(['note main.tf:1']);
    expect(await judged(rule, accounts(9), credentials(of(3)))).toEqual(['error main.tf:1']);
  });
  it('knows an identity by its ARM id, and not by a reference', async () => {
    const arm =
      '/subscriptions/7c1f3f0e/resourceGroups/shop/providers/Microsoft.ManagedIdentity/userAssignedIdentities/orders';
    expect(await judged(rule, {}, credentials(declared(21, { identity: arm })))).toEqual(['error main.tf:1']);
    expect(
      await judged(rule, {}, credentials(declared(21, { identity: 'azurerm_user_assigned_identity.orders.id' }))),
    ).toEqual([]);
  });
  it('leaves out what a loop or condition makes', async () => {
    expect(await judged(rule, {}, credentials(declared(21, { clientId: exampleClientId, conditional: true })))).toEqual(
      [],
    );
  });
  it('counts clusters: surely those of different environments', async () => {
    const clusters =
      (names: readonly string[], environmentOf: (name: string) => string) => (repository: Repository) => ({
        ...repository,
        worlds: names.flatMap((name) =>
          repository.worlds.map((world) => ({ ...world, name, environmentOf: () => environmentOf(name) })),
        ),
      });
    const two = ['one', 'two'];
    expect(
      await judged(
        rule,
        accounts(11),
        clusters(two, (name) => name),
      ),
    ).toEqual(['error all.yaml:88']);
    expect(
      await judged(
        rule,
        accounts(11),
        clusters(two, () => 'production'),
      ),
    ).toEqual(['warning all.yaml:88']);
    expect(
      await judged(
        rule,
        accounts(21),
        clusters(two, () => 'production'),
      ),
    ).toEqual(['error all.yaml:88']);
    expect(
      await judged(
        rule,
        accounts(10),
        clusters(two, () => 'production'),
      ),
    ).toEqual(['note all.yaml:80']);
  });
});
