/** Apply through the built command line against a real service on loopback: it creates, repairs, leaves alone, converges. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { credentialName } from '../../src/federation/names.ts';
import { LoopbackClient } from '../emulators/azure/loopback-client.ts';
import { createSigningKey, sign } from '../emulators/azure/loopback-issuer.ts';
import { builtEntries } from '../entry/built-entries.ts';
import {
  accountText,
  audience,
  configurationText,
  issuer,
  runCommand,
  type Scenario,
  startScenario,
} from './apply-scenario.ts';
import { nodePath } from './harness/run-bundle.ts';

const bundle = builtEntries();
const subject = 'system:serviceaccount:shop:orders';
const ours = credentialName('contoso/shop', { issuer, subject });
let scenario: Scenario;

beforeEach(async () => {
  scenario = await startScenario();
});
afterEach(() => scenario.stop());

const run = (...args: readonly string[]) => runCommand(scenario, bundle('cli'), args);
const credentials = () => [...scenario.orders.credentials.values()];
const writes = () => scenario.azure.journal.writes();

describe('apply', () => {
  it('creates what is wanted, says so, and does nothing when run again', async () => {
    const first = await run('apply');
    expect(first.stderr).toContain('Signing in to Azure (custom) with the client secret of the environment');
    expect(first.report).toMatchObject({
      conclusion: 'success',
      applied: [{ action: 'create', name: ours, outcome: 'done', error: null }],
      plan: { complete: true, changes: [{ origin: { file: 'k8s/orders.yaml', line: 7 }, owned: true, blocked: null }] },
    });
    expect(first.code).toBe(0);
    expect(credentials()).toMatchObject([{ name: ours, issuer, subject, audiences: [audience] }]);
    scenario.azure.journal.clear();
    const second = await run('apply');
    expect(second.report).toMatchObject({ conclusion: 'success', applied: [], plan: { changes: [], unchanged: 1 } });
    expect(writes()).toEqual([]);
    expect(first.stdout + first.stderr + second.stdout).not.toContain(scenario.deployer.secret);
  });

  it('shows in plan what it would do, and writes nothing', async () => {
    const planned = await run('plan');
    expect(planned.report?.plan?.changes).toMatchObject([{ action: 'create', name: ours, blocked: null }]);
    expect(planned.code).toBe(0);
    expect(writes()).toEqual([]);
    const dry = await run('apply', '--dry-run');
    expect(dry.report?.plan).toEqual(planned.report?.plan);
    expect(writes()).toEqual([]);
  });

  it('applies exactly the plan whose digest is given, and no other', async () => {
    const digest = (await run('plan')).report?.plan?.digest ?? '';
    scenario.write({ 'k8s/more.yaml': accountText('billing', scenario.orders.clientId) });
    const other = await run('apply', '--digest', digest);
    expect(other.code).toBe(1);
    expect(other.report?.plan?.changes.map(({ blocked }) => blocked)).toEqual(
      Array(2).fill(expect.stringContaining('not the approved one')),
    );
    expect(writes()).toEqual([]);
    scenario.write({ 'k8s/more.yaml': null });
    expect((await run('apply', '--digest', digest)).report?.applied).toMatchObject([{ outcome: 'done' }]);
  });

  it('repairs the audience of its own credential', async () => {
    scenario.azure.state.addCredential(scenario.orders, { name: ours, issuer, subject, audience: 'api://wrong' });
    const { report } = await run('apply');
    expect(report?.plan?.changes).toMatchObject([
      { action: 'update', owned: true, fields: [{ field: 'audience', from: 'api://wrong', to: audience }] },
    ]);
    expect(credentials()).toMatchObject([{ name: ours, audiences: [audience] }]);
  });

  it('leaves the audience of a foreign credential alone until it may adopt it', async () => {
    scenario.azure.state.addCredential(scenario.orders, { name: 'theirs', issuer, subject, audience: 'api://wrong' });
    const refused = await run('apply');
    expect(refused.code).toBe(1);
    expect(refused.report?.plan?.changes).toMatchObject([
      { owned: false, blocked: expect.stringContaining('not ours') },
    ]);
    expect(writes()).toEqual([]);
    const adopted = await run('apply', '--adopt');
    expect(adopted.report?.applied).toMatchObject([{ action: 'update', name: 'theirs', outcome: 'done' }]);
    expect(credentials()).toMatchObject([{ name: 'theirs', audiences: [audience] }]);
  });

  it('reuses a credential of any name that trusts the same', async () => {
    scenario.azure.state.addCredential(scenario.orders, { name: 'by-hand', issuer, subject });
    expect((await run('apply')).report?.plan).toMatchObject({ changes: [], unchanged: 1 });
    expect(writes()).toEqual([]);
  });

  it('never touches the credential of identity bindings, nor one without a subject', async () => {
    const { state } = scenario.azure;
    state.addCredential(scenario.orders, {
      name: 'aks-identity-binding',
      issuer: 'https://bindings.example.com/',
      subject,
      audience: 'api://AKSIdentityBinding',
    });
    state.addCredential(scenario.orders, {
      name: 'flexible',
      issuer: 'https://token.actions.githubusercontent.com',
      subject: null,
      claimsMatchingExpression: { value: "claims['sub'] matches 'repo:contoso/*'", languageVersion: 1 },
    });
    const before = structuredClone(credentials());
    await run('apply', '--adopt', '--prune', 'owned');
    expect(writes().map(({ path }) => path)).toEqual([expect.stringContaining(ours)]);
    expect(credentials().slice(0, 2)).toEqual(before);
  });

  it('deletes its own stray credential when told to, and keeps everything of others', async () => {
    const { state } = scenario.azure;
    const stray = { issuer, subject: 'system:serviceaccount:shop:gone' };
    state.addCredential(scenario.orders, { name: credentialName('contoso/shop', stray), ...stray });
    state.addCredential(scenario.orders, { name: 'by-hand', issuer, subject: 'system:serviceaccount:shop:other' });
    await run('apply');
    expect(credentials()).toHaveLength(3);
    const pruned = await run('apply', '--prune', 'owned');
    expect(pruned.report?.applied).toMatchObject([{ action: 'delete', outcome: 'done' }]);
    expect(
      credentials()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['by-hand', ours].sort());
  });
});

describe('through faults', () => {
  const many = Array.from({ length: 6 }, (_, index) => `account-${index}`);
  beforeEach(() => {
    scenario.write({ 'k8s/many.yaml': many.map((name) => accountText(name, scenario.orders.clientId)).join('---\n') });
  });

  it.each([
    ['409', { status: 409, code: 'ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity' }, 'before'],
    ['429', { status: 429, retryAfter: 1 }, 'before'],
    ['500', { status: 500 }, 'before'],
    ['a dropped connection', 'drop', 'before'],
    ['an answer lost after the write', 'drop', 'after'],
  ] as const)('%s', async (_, effect, when) => {
    scenario.azure.faults.add({ operation: 'credential.put', effect, when, from: 2, times: 2 });
    const { report, code } = await run('apply');
    expect(report?.applied?.map(({ outcome }) => outcome)).toEqual(Array(7).fill('done'));
    expect(code).toBe(0);
    expect(credentials()).toHaveLength(7);
    expect(scenario.azure.journal.overlappingWrites()).toEqual([]);
  });

  it('a kill in the middle, and a second run that finishes', async () => {
    scenario.azure.settings.latencyMs = (operation) => (operation === 'credential.put' ? 150 : 0);
    const child = spawn(nodePath('node24'), [bundle('cli'), 'apply'], {
      cwd: scenario.folder,
      env: { PATH: process.env.PATH ?? '', ...scenario.environment },
      stdio: 'ignore',
    });
    const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on('close', (_, signal) => resolve(signal)));
    await expect.poll(() => writes().length, { timeout: 15_000, interval: 5 }).toBeGreaterThanOrEqual(3);
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    await expect.poll(() => writes().every(({ endedAt }) => endedAt !== null)).toBe(true);
    const done = credentials().map(({ name }) => name);
    expect(done.length).toBeLessThan(7);
    scenario.azure.journal.clear();
    const second = await run('apply');
    expect(second.report?.applied).toHaveLength(7 - done.length);
    expect(credentials()).toHaveLength(7);
    for (const name of done) expect(writes().some(({ path }) => path.includes(name))).toBe(false);
  });

  it('an interrupt: the write in flight ends, nothing new starts, and the report says what was done', async () => {
    scenario.azure.settings.latencyMs = (operation) => (operation === 'credential.put' ? 200 : 0);
    const child = spawn(nodePath('node24'), [bundle('cli'), 'apply', '--report-file', 'report.json'], {
      cwd: scenario.folder,
      env: { PATH: process.env.PATH ?? '', ...scenario.environment },
      stdio: 'ignore',
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    await expect.poll(() => writes().length, { timeout: 15_000, interval: 5 }).toBe(2);
    child.kill('SIGINT');
    expect(await ended).toBe(1);
    const { applied } = JSON.parse(fs.readFileSync(`${scenario.folder}/report.json`, 'utf8'));
    const outcomes = applied.map(({ outcome }: { outcome: string }) => outcome);
    expect(outcomes).toEqual(['done', 'done', ...Array(5).fill('skipped')]);
    expect(credentials()).toHaveLength(2);
  });

  it('two applies at once: both end well, and nothing is there twice', async () => {
    scenario.azure.settings.latencyMs = 30;
    const both = await Promise.all([run('apply'), run('apply')]);
    for (const { report, code } of both) expect([code, report?.conclusion]).toEqual([0, 'success']);
    expect(credentials()).toHaveLength(7);
    expect((await run('apply')).report?.plan).toMatchObject({ changes: [], unchanged: 7 });
  });
});

describe('the token endpoint', () => {
  it('lets the account in when the credential is there, keeps it out before and after a drift', async () => {
    const key = await createSigningKey('cluster');
    scenario.azure.trustIssuer(issuer, { keys: { keys: [key.jwk] } });
    const client = new LoopbackClient(scenario.azure);
    const exchange = async () => {
      const answer = await client.token(scenario.azure.state.tenantId, {
        client_id: scenario.orders.clientId,
        scope: `${scenario.azure.url}/.default`,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await sign(key, { iss: issuer, sub: subject, aud: audience }),
      });
      return answer.status === 200 ? 'in' : answer.body.error_codes[0];
    };
    expect(await exchange()).toBe(70025);
    await run('apply');
    expect(await exchange()).toBe('in');
    const [credential] = credentials();
    scenario.azure.state.addCredential(scenario.orders, {
      name: credential?.name ?? '',
      issuer,
      subject,
      audience: 'api://drifted',
    });
    expect(await exchange()).toBe(700212);
    await run('apply');
    expect(await exchange()).toBe('in');
    client.close();
  });
});

describe('without an owner', () => {
  it('apply ends before anything is asked of Azure', async () => {
    scenario.write({ 'idwire.yaml': configurationText(scenario, { owner: '' }) });
    const { code, stderr } = await run('apply');
    expect([code, stderr]).toEqual([2, expect.stringContaining('names no owner')]);
    expect(scenario.azure.journal.entries).toEqual([]);
  });
});
