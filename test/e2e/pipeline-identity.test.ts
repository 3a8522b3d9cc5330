/** Whether what apply writes for pipelines lets exactly their tokens in, whatever form those have, and says what changed. */
import https from 'node:https';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Application, ManagedIdentity } from '../../emulators/azure/resources.ts';
import type { ServiceConnection } from '../../emulators/azure-devops/model/service-connection.ts';
import type { SubjectTemplate } from '../../emulators/github/model/repository.ts';
import { claimsOf } from '../../src/model/token-claims.ts';
import { LoopbackClient } from '../emulators/azure/loopback-client.ts';
import { builtEntries } from '../entry/built-entries.ts';
import {
  githubIssuer,
  type HostRun,
  type PipelineScenario,
  runAction,
  runTask,
  startPipelineScenario,
} from './pipeline-scenario.ts';

const bundle = builtEntries();
let scenario: PipelineScenario;
let entra: LoopbackClient;
beforeAll(async () => {
  scenario = await startPipelineScenario();
  entra = new LoopbackClient(scenario.azure);
});
afterAll(async () => {
  entra.close();
  await scenario.stop();
});

const untouched: SubjectTemplate = { useDefault: true, includeClaimKeys: null, useImmutableSubject: null };
beforeEach(() => {
  const { operator, deployer, reader, orders, repository, connection, deployment, azure, github } = scenario;
  for (const holder of [operator, deployer, reader, orders]) holder.credentials.clear();
  repository.template = untouched;
  github.state.subjectSettings.repositoryRead = 'forbidden';
  connection.issuedBy = 'entra';
  deployment.issuedBy = 'entra';
  deployment.name = 'prod';
  azure.state.addCredential(operator, { name: 'connection', issuer: connection.issuer, subject: connection.subject });
});

/** The operator trusts the job on the default branch, whatever form its subject has now. */
async function admitJob(): Promise<void> {
  const { azure, operator } = scenario;
  const { sub } = claimsOf(await githubToken()) ?? {};
  azure.state.addCredential(operator, { name: 'job', issuer: githubIssuer, subject: String(sub) });
}

/** A token of a job on the default branch, or of one with an environment. */
async function githubToken(environment?: string): Promise<string> {
  const { github, repository, azure } = scenario;
  const job = github.startJob({
    repository,
    event: 'push',
    permissions: { 'id-token': 'write' },
    ...(environment !== undefined && { environment }),
  });
  const url = `${job.env.ACTIONS_ID_TOKEN_REQUEST_URL}&audience=${encodeURIComponent('api://AzureADTokenExchange')}`;
  const answer = await request('GET', url, job.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? '', azure.tls.ca);
  job.finish();
  return (answer as { value: string }).value;
}

async function connectionToken(connection: ServiceConnection): Promise<string> {
  const { devOps, azureRepository, azure } = scenario;
  const job = devOps.startJob({ repository: azureRepository, connections: { azureSubscription: connection } });
  const url = `${job.env.SYSTEM_OIDCREQUESTURI}?api-version=7.1&serviceConnectionId=${connection.id}`;
  const answer = await request('POST', url, job.token, azure.tls.ca);
  job.finish();
  return (answer as { oidcToken: string }).oidcToken;
}

function request(method: string, url: string, token: string, ca: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const sent = https.request(url, { method, headers, ca }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on('end', () => resolve(JSON.parse(text)));
    });
    sent.on('error', reject);
    sent.end(method === 'POST' ? '{}' : undefined);
  });
}

/** 0 when Entra lets the token in, else the AADSTS code. */
async function admitted(holder: Application | ManagedIdentity, assertion: string): Promise<number> {
  const { status, body } = await entra.token(holder.tenantId, {
    client_id: holder.clientId,
    scope: `${scenario.azure.url}/.default`,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  });
  return status === 200 ? 0 : ((body.error_codes as readonly number[])[0] ?? -1);
}

const production = `
  - host: github
    identity: deployer
    subjects: ["environment:Production:EU"]`;
const apply = () => runAction(scenario, bundle('github'), { event: 'push' });
const rows = ({ report }: HostRun) => report?.plan?.changes ?? [];
const ofDeployer = (run: HostRun) =>
  rows(run).filter(({ identity }) => identity === `application:${scenario.deployer.clientId}`);
const readable = { rights: { readServiceConnections: true } };

describe('a repository on GitHub', () => {
  const forms: readonly { name: string; template: Partial<SubjectTemplate> }[] = [
    { name: 'with subjects of names', template: {} },
    { name: 'with immutable subjects', template: { useImmutableSubject: true } },
    {
      name: 'with a template of its own',
      template: { useDefault: false, includeClaimKeys: ['repository_owner_id', 'context', 'repository_visibility'] },
    },
  ];
  test.each(forms)('$name: its job gets in, the other forms do not', async ({ template }) => {
    const { repository, deployer, configure } = scenario;
    repository.template = { ...untouched, ...template };
    configure(production);
    await admitJob();
    const run = await apply();
    expect(run.code, run.stderr).toBe(0);
    expect(ofDeployer(run)).toMatchObject([{ action: 'create', blocked: null }]);
    expect(await admitted(deployer, await githubToken('Production:EU'))).toBe(0);
    expect(await admitted(deployer, await githubToken('production:eu'))).toBe(7_002_138);
    expect(await admitted(deployer, await githubToken())).toBe(700_213);
    for (const other of forms.filter((form) => form.template !== template)) {
      repository.template = { ...untouched, ...other.template };
      expect(await admitted(deployer, await githubToken('Production:EU'))).toBe(700_213);
    }
  });

  test('whose template has a claim of the job gets no credential, and the plan says why', async () => {
    scenario.repository.template = {
      ...untouched,
      useDefault: false,
      includeClaimKeys: ['repo', 'context', 'job_workflow_ref'],
    };
    scenario.configure(production);
    await admitJob();
    const run = await apply();
    expect(ofDeployer(run)).toEqual([]);
    expect(run.report?.plan?.complete).toBe(false);
    expect(run.report?.gaps).toMatchObject([{ why: expect.stringContaining('job_workflow_ref') }]);
  });

  test('that moves to immutable subjects: both forms are added, it opts in, the old one is removed', async () => {
    const { repository, deployer, configure } = scenario;
    configure(`${production}\n    both-forms: true`);
    await admitJob();
    const both = await apply();
    expect(ofDeployer(both)).toHaveLength(2);
    expect(ofDeployer(both).find(({ subject }) => subject.includes('@'))?.reason).toMatch(/opt in/);
    expect(await admitted(deployer, await githubToken('Production:EU'))).toBe(0);
    repository.template = { ...untouched, useImmutableSubject: true };
    expect(await admitted(deployer, await githubToken('Production:EU'))).toBe(0);
    configure(production);
    await admitJob();
    const removed = await runAction(scenario, bundle('github'), { event: 'push' }, { prune: 'owned' });
    expect(ofDeployer(removed)).toMatchObject([{ action: 'delete' }]);
    expect([...deployer.credentials.values()].map(({ subject }) => subject)).toEqual([
      (claimsOf(await githubToken('Production:EU')) ?? {}).sub,
    ]);
  });

  test('that became immutable overnight is one row, with its reason', async () => {
    scenario.configure(production);
    await admitJob();
    await apply();
    scenario.repository.template = { ...untouched, useImmutableSubject: true };
    await admitJob();
    const run = await apply();
    expect(rows(run)).toMatchObject([{ action: 'create', reason: expect.stringContaining('made immutable') }]);
    expect(run.stdout + run.summary).toContain('made immutable');
  });

  test('whose environment was renamed is one row, with its reason', async () => {
    scenario.configure(production);
    await admitJob();
    await apply();
    scenario.configure(production.replace('Production:EU', 'live'));
    const run = await apply();
    expect(rows(run)).toMatchObject([
      { action: 'create', reason: expect.stringContaining('environment:Production%3AEU') },
    ]);
  });

  test('twice as many credentials as fit are counted before anything is written', async () => {
    const { azure, deployer, configure } = scenario;
    for (let index = 0; index < 19; index += 1) {
      azure.state.addCredential(deployer, {
        name: `other-${index}`,
        issuer: githubIssuer,
        subject: `repo:a/b:environment:e${index}`,
      });
    }
    configure(`${production}\n    both-forms: true`);
    await admitJob();
    const run = await apply();
    expect(ofDeployer(run).map(({ blocked }) => blocked)).toEqual(
      Array(2).fill('the identity would need 21 credentials and can hold 20'),
    );
    expect(deployer.credentials.size).toBe(19);
  });

  test('without a token of the job, the API tells; without both, a guess is shown and not written', async () => {
    const { github, repository, deployer, configure } = scenario;
    repository.template = { ...untouched, useImmutableSubject: true };
    configure(production);
    const signIn = { 'azure-auth': 'environment' };
    const secret = scenario.azure.state.addApplication({
      withSecret: true,
      roles: [{ role: 'Managed Identity Contributor' }, { role: 'Reader' }],
      graph: ['Application.ReadWrite.All'],
    });
    const env = { AZURE_CLIENT_SECRET: secret.secret ?? '' };
    const run = () =>
      runAction(
        scenario,
        bundle('github'),
        { event: 'push', permissions: { contents: 'read' } },
        { ...signIn, 'client-id': secret.clientId },
        env,
      );
    const guessed = await run();
    expect(guessed.code).toBe(1);
    expect(ofDeployer(guessed)).toMatchObject([
      { subject: 'repo:contoso/shop:environment:Production%3AEU', blocked: expect.stringContaining('guess') },
    ]);
    expect(deployer.credentials.size).toBe(0);
    github.state.subjectSettings.repositoryRead = 'allowed';
    const told = await run();
    expect(told.code, told.stderr).toBe(0);
    expect(await admitted(deployer, await githubToken('Production:EU'))).toBe(0);
  });

  test('a pull request never gets to share the identity of an environment', async () => {
    scenario.configure(production.replace(']', ', pull_request]'));
    await admitJob();
    const run = await apply();
    expect(run.code).toBe(1);
    expect(ofDeployer(run).filter(({ blocked }) => blocked !== null)).toMatchObject([
      { subject: expect.stringMatching(/:pull_request$/), blocked: expect.stringContaining('allow-pull-request') },
    ]);
  });
});

describe('a service connection of Azure DevOps', () => {
  const deployment = `
  - host: azure-pipelines
    identity: deployer
    organization: contoso
    project: shop
    service-connection: prod`;
  const applyTask = (seed = {}) => runTask(scenario, bundle('azure-pipelines'), { ...readable, ...seed });

  test('with the issuer of Entra gets in, and the other issuer does not', async () => {
    const { deployer, deployment: connection, configure } = scenario;
    configure(deployment);
    const run = await applyTask();
    expect(run.result, run.stdout).toBe('Succeeded');
    expect(await admitted(deployer, await connectionToken(connection))).toBe(0);
    connection.issuedBy = 'azure-devops';
    expect(await admitted(deployer, await connectionToken(connection))).toBe(700_211);
  });

  test('with the retiring issuer gets its successor first, and goes on without a gap when it is converted', async () => {
    const { deployer, deployment: connection, configure } = scenario;
    connection.issuedBy = 'azure-devops';
    configure(deployment);
    const run = await applyTask();
    const [successor, current] = ofDeployer(run);
    expect(successor).toMatchObject({
      subject: expect.stringMatching(/^\/eid1\//),
      reason: expect.stringContaining('2027-07-01'),
    });
    expect(current).toMatchObject({ subject: 'sc://contoso/shop/prod', reason: expect.stringContaining('2027-07-01') });
    expect(await admitted(deployer, await connectionToken(connection))).toBe(0);
    connection.issuedBy = 'entra';
    expect(await admitted(deployer, await connectionToken(connection))).toBe(0);
    expect(rows(await applyTask())).toEqual([]);
  });

  test('that was converted without its successor is one row, with its reason', async () => {
    const { azure, deployer, configure, devOps } = scenario;
    azure.state.addCredential(deployer, {
      name: 'old',
      issuer: devOps.state.ownIssuer,
      subject: 'sc://contoso/shop/prod',
    });
    configure(deployment);
    await applyTask();
    scenario.deployer.credentials.delete([...deployer.credentials.keys()].find((name) => name !== 'old') ?? '');
    expect(rows(await applyTask())).toMatchObject([
      { action: 'create', reason: expect.stringContaining('has Entra as its issuer') },
    ]);
  });

  test('that was renamed is one row that says so, and words of idwire.yaml that are out of date block it', async () => {
    const { deployment: connection, configure } = scenario;
    connection.issuedBy = 'azure-devops';
    configure(deployment);
    await applyTask();
    connection.name = 'live';
    configure(deployment.replace('connection: prod', 'connection: live'));
    expect(rows(await applyTask())).toMatchObject([
      { subject: 'sc://contoso/shop/live', reason: expect.stringContaining('was renamed') },
    ]);
    connection.name = 'main';
    configure(`${deployment.replace('connection: prod', 'connection: main')}\n    subject: sc://contoso/shop/live`);
    const run = await applyTask();
    expect(run.result).toBe('Failed');
    expect(rows(run)).toMatchObject([
      { subject: 'sc://contoso/shop/main', blocked: expect.stringContaining('idwire.yaml gives') },
    ]);
  });

  test('that signs in as somebody else is not written', async () => {
    scenario.configure(deployment.replace('identity: deployer', 'identity: reader'));
    const run = await applyTask();
    expect(rows(run).flatMap(({ blocked }) => blocked ?? [])).toEqual([expect.stringContaining('signs in as')]);
  });

  test('that the job may not read is a gap, unless issuer and subject are given', async () => {
    const { deployer, deployment: connection, configure } = scenario;
    configure(deployment);
    const hidden = await applyTask({ rights: {} });
    expect(hidden.report?.gaps).toMatchObject([{ why: expect.stringContaining('may not read it') }]);
    expect(deployer.credentials.size).toBe(0);
    const given = `${deployment}\n    issuer: ${connection.issuer}\n    subject: ${connection.subject}`;
    configure(given);
    expect((await applyTask({ rights: {} })).result).toBe('Succeeded');
    expect(await admitted(deployer, await connectionToken(connection))).toBe(0);
    configure(given.replace('/c/pub/t/', '/c/pub/t/A'));
    const mistyped = await applyTask({ rights: {} });
    expect(rows(mistyped).flatMap(({ blocked }) => blocked ?? [])).toEqual([expect.stringContaining('another tenant')]);
  });
});
