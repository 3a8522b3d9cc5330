/** What rules make of parts of a repository that are no manifests: scripts, declared credentials, several worlds. */
import { describe, expect, it } from 'vitest';
import type { Repository } from '../../src/model/world.ts';
import { exampleAccount, examplePods } from '../../src/rules/example-manifests.ts';
import { rules } from '../../src/rules/index.ts';
import { credential, credentials, judged, scripts, worlds } from './changed-repository.ts';
import { findingsOf, loadExample } from './judge-example.ts';

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

describe('what is missing in a guessed world', () => {
  const binding = 'azure.workload.identity/use-identity-binding: "true"';
  it.each([
    ['pod-label-missing', exampleAccount() + examplePods({ labels: [] })],
    ['service-account-default', examplePods({ spec: [] })],
    ['identity-binding-without-label', exampleAccount() + examplePods({ labels: [], annotations: [binding] })],
    ['identity-binding-not-authorised', exampleAccount() + examplePods({ annotations: [binding] })],
  ])('%s is a note', async (rule, text) => {
    const files = { 'all.yaml': text };
    const guessed = worlds((world) => ({ ...world, guessed: true }));
    expect((await judged(rule, files)).join()).not.toContain('note');
    expect((await judged(rule, files, guessed)).join()).toMatch(/^note /);
  });
  it('identity-binding-not-authorised is a note where a role may be in what was not read', async () => {
    const files = { 'all.yaml': exampleAccount() + examplePods({ annotations: [binding] }) };
    const partly = worlds((world) => ({ ...world, complete: false }));
    expect(await judged('identity-binding-not-authorised', files, partly)).toEqual(['note all.yaml:5']);
  });
});

describe('service-account-default', () => {
  it.each([
    ['the account that nothing runs as', exampleAccount(), true],
    ['no account of another namespace', exampleAccount({ namespace: 'other' }), false],
    ['no account that is in use', exampleAccount() + examplePods({ name: 'other' }), false],
  ])('names %s', async (_, others, named) => {
    const loaded = await loadExample({ 'all.yaml': others + examplePods({ spec: [] }) });
    const found = findingsOf(loaded, rules).filter((finding) => finding.rule === 'service-account-default');
    expect(found.map((finding) => finding.message.includes('nothing runs as it'))).toEqual([named]);
  });
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
