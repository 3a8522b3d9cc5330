/** Whether what apply writes for service connections lets exactly their tokens in, from both issuers, and says what changed. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builtEntries } from '../entry/built-entries.ts';
import { type PipelineScenario, runTask, startPipelineScenario } from './pipeline-scenario.ts';
import { admitted, connectionToken, rowsOf, rowsOfDeployer } from './pipeline-tokens.ts';

const bundle = builtEntries();
let scenario: PipelineScenario;
beforeAll(async () => {
  scenario = await startPipelineScenario();
});
afterAll(() => scenario.stop());

beforeEach(() => {
  const { operator, deployer, reader, orders, connection, deployment, azure } = scenario;
  for (const holder of [operator, deployer, reader, orders]) holder.credentials.clear();
  deployment.issuedBy = 'entra';
  deployment.name = 'prod';
  azure.state.addCredential(operator, { name: 'own', issuer: connection.issuer, subject: connection.subject });
});

const readable = { rights: { readServiceConnections: true } };

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
    expect(await admitted(scenario, deployer, await connectionToken(scenario, connection))).toBe(0);
    connection.issuedBy = 'azure-devops';
    expect(await admitted(scenario, deployer, await connectionToken(scenario, connection))).toBe(700_211);
  });

  test('with the retiring issuer gets its successor first, and goes on without a gap when it is converted', async () => {
    const { deployer, deployment: connection, configure } = scenario;
    connection.issuedBy = 'azure-devops';
    configure(deployment);
    const run = await applyTask();
    const [successor, current] = rowsOfDeployer(scenario, run);
    expect(successor).toMatchObject({
      subject: expect.stringMatching(/^\/eid1\//),
      reason: expect.stringContaining('2027-07-01'),
    });
    expect(current).toMatchObject({ subject: 'sc://contoso/shop/prod', reason: expect.stringContaining('2027-07-01') });
    expect(await admitted(scenario, deployer, await connectionToken(scenario, connection))).toBe(0);
    connection.issuedBy = 'entra';
    expect(await admitted(scenario, deployer, await connectionToken(scenario, connection))).toBe(0);
    expect(rowsOf(await applyTask())).toEqual([]);
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
    expect(rowsOf(await applyTask())).toMatchObject([
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
    expect(rowsOf(await applyTask())).toMatchObject([
      { subject: 'sc://contoso/shop/live', reason: expect.stringContaining('was renamed') },
    ]);
    connection.name = 'main';
    configure(`${deployment.replace('connection: prod', 'connection: main')}\n    subject: sc://contoso/shop/live`);
    const run = await applyTask();
    expect(run.result).toBe('Failed');
    expect(rowsOf(run)).toMatchObject([
      { subject: 'sc://contoso/shop/main', blocked: expect.stringContaining('idwire.yaml gives') },
    ]);
  });

  test('that signs in as somebody else is not written', async () => {
    scenario.configure(deployment.replace('identity: deployer', 'identity: reader'));
    const run = await applyTask();
    expect(rowsOf(run).flatMap(({ blocked }) => blocked ?? [])).toEqual([expect.stringContaining('signs in as')]);
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
    expect(await admitted(scenario, deployer, await connectionToken(scenario, connection))).toBe(0);
    configure(given.replace('/c/pub/t/', '/c/pub/t/A'));
    const mistyped = await applyTask({ rights: {} });
    expect(rowsOf(mistyped).flatMap(({ blocked }) => blocked ?? [])).toEqual([
      expect.stringContaining('another tenant'),
    ]);
  });
});
