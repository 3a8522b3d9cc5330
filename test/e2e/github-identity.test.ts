/** Whether what apply writes for GitHub jobs lets exactly their tokens in, whatever form those have, and says what changed. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SubjectTemplate } from '../../emulators/github/model/repository.ts';
import { claimsOf } from '../../src/model/token-claims.ts';
import { builtEntries } from '../entry/built-entries.ts';
import { githubIssuer, type PipelineScenario, runAction, startPipelineScenario } from './pipeline-scenario.ts';
import { admitted, githubToken, rowsOf, rowsOfDeployer } from './pipeline-tokens.ts';

const bundle = builtEntries();
let scenario: PipelineScenario;
beforeAll(async () => {
  scenario = await startPipelineScenario();
});
afterAll(() => scenario.stop());

const untouched: SubjectTemplate = { useDefault: true, includeClaimKeys: null, useImmutableSubject: null };
beforeEach(() => {
  const { operator, deployer, orders, repository, github } = scenario;
  for (const holder of [operator, deployer, orders]) holder.credentials.clear();
  repository.template = untouched;
  github.state.subjectSettings.repositoryRead = 'forbidden';
});

/** The operator trusts the job on the default branch, whatever form its subject has now. */
async function admitJob(): Promise<void> {
  const { azure, operator } = scenario;
  const subject = String(claimsOf(await githubToken(scenario))?.sub);
  azure.state.addCredential(operator, { name: 'job', issuer: githubIssuer, subject });
}

const production = `
  - host: github
    identity: deployer
    subjects: ["environment:Production:EU"]`;
const apply = () => runAction(scenario, bundle('github'), { event: 'push' });

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
    expect(rowsOfDeployer(scenario, run)).toMatchObject([{ action: 'create', blocked: null }]);
    expect(await admitted(scenario, deployer, await githubToken(scenario, 'Production:EU'))).toBe(0);
    expect(await admitted(scenario, deployer, await githubToken(scenario, 'production:eu'))).toBe(7_002_138);
    expect(await admitted(scenario, deployer, await githubToken(scenario))).toBe(700_213);
    for (const other of forms.filter((form) => form.template !== template)) {
      repository.template = { ...untouched, ...other.template };
      expect(await admitted(scenario, deployer, await githubToken(scenario, 'Production:EU'))).toBe(700_213);
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
    expect(rowsOfDeployer(scenario, run)).toEqual([]);
    expect(run.report?.plan?.complete).toBe(false);
    expect(run.report?.gaps).toMatchObject([{ why: expect.stringContaining('job_workflow_ref') }]);
  });

  test('that moves to immutable subjects: both forms are added, it opts in, the old one is removed', async () => {
    const { repository, deployer, configure } = scenario;
    configure(`${production}\n    both-forms: true`);
    await admitJob();
    const both = await apply();
    expect(rowsOfDeployer(scenario, both)).toHaveLength(2);
    expect(rowsOfDeployer(scenario, both).find(({ subject }) => subject.includes('@'))?.reason).toMatch(/opt in/);
    expect(await admitted(scenario, deployer, await githubToken(scenario, 'Production:EU'))).toBe(0);
    repository.template = { ...untouched, useImmutableSubject: true };
    expect(await admitted(scenario, deployer, await githubToken(scenario, 'Production:EU'))).toBe(0);
    configure(production);
    await admitJob();
    const removed = await runAction(scenario, bundle('github'), { event: 'push' }, { prune: 'owned' });
    expect(rowsOfDeployer(scenario, removed)).toMatchObject([{ action: 'delete' }]);
    expect([...deployer.credentials.values()].map(({ subject }) => subject)).toEqual([
      claimsOf(await githubToken(scenario, 'Production:EU'))?.sub,
    ]);
  });

  test('that became immutable overnight is one row, with its reason', async () => {
    scenario.configure(production);
    await admitJob();
    await apply();
    scenario.repository.template = { ...untouched, useImmutableSubject: true };
    await admitJob();
    const run = await apply();
    expect(rowsOf(run)).toMatchObject([{ action: 'create', reason: expect.stringContaining('made immutable') }]);
    expect(run.stdout + run.summary).toContain('made immutable');
  });

  test('whose environment was renamed is one row, with its reason', async () => {
    scenario.configure(production);
    await admitJob();
    await apply();
    scenario.configure(production.replace('Production:EU', 'live'));
    const run = await apply();
    expect(rowsOf(run)).toMatchObject([
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
    expect(rowsOfDeployer(scenario, run).map(({ blocked }) => blocked)).toEqual(
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
    expect(rowsOfDeployer(scenario, guessed)).toMatchObject([
      { subject: 'repo:contoso/shop:environment:Production%3AEU', blocked: expect.stringContaining('guess') },
    ]);
    expect(deployer.credentials.size).toBe(0);
    github.state.subjectSettings.repositoryRead = 'allowed';
    const told = await run();
    expect(told.code, told.stderr).toBe(0);
    expect(await admitted(scenario, deployer, await githubToken(scenario, 'Production:EU'))).toBe(0);
    // An organization's template counts once the repository opts in, and has to be readable.
    const organization = github.state.organization('contoso');
    organization.includeClaimKeys = ['repository_owner_id', 'context'];
    repository.template = { ...untouched, useDefault: false };
    const hidden = await run();
    expect(hidden.report?.gaps).toMatchObject([{ why: expect.stringContaining('template of the organization') }]);
    github.state.subjectSettings.organizationRead = 'allowed';
    expect((await run()).code).toBe(0);
    expect(await admitted(scenario, deployer, await githubToken(scenario, 'Production:EU'))).toBe(0);
    organization.includeClaimKeys = null;
    github.state.subjectSettings.organizationRead = 'forbidden';
  });

  test('a pull request is told apart in a template as well', async () => {
    scenario.repository.template = { ...untouched, useDefault: false, includeClaimKeys: ['repository_id', 'context'] };
    scenario.configure(production.replace(']', ', pull_request]'));
    await admitJob();
    const blocked = rowsOfDeployer(scenario, await apply()).filter((row) => row.blocked !== null);
    expect(blocked).toMatchObject([{ subject: `repository_id:${scenario.repository.id}:pull_request` }]);
  });

  test('a pull request never gets to share the identity of an environment', async () => {
    scenario.configure(production.replace(']', ', pull_request]'));
    await admitJob();
    const run = await apply();
    expect(run.code).toBe(1);
    expect(rowsOfDeployer(scenario, run).filter(({ blocked }) => blocked !== null)).toMatchObject([
      { subject: expect.stringMatching(/:pull_request$/), blocked: expect.stringContaining('allow-pull-request') },
    ]);
  });
});
