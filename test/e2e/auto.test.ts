/** What `auto` does for every event, on both hosts and through their bundles: which command ran, and what was written. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JobSeed as GithubJobSeed } from '../../emulators/github/job.ts';
import { dependabot } from '../../emulators/github/model/user.ts';
import { builtEntries } from '../entry/built-entries.ts';
import {
  bothPipelines,
  githubIssuer,
  type HostRun,
  type PipelineScenario,
  runAction,
  runTask,
  startPipelineScenario,
} from './pipeline-scenario.ts';

const bundle = builtEntries();
let scenario: PipelineScenario;

beforeAll(async () => {
  scenario = await startPipelineScenario();
  scenario.configure(bothPipelines);
  const { azure, operator, connection } = scenario;
  // What a person set up from a laptop: the pipelines themselves may sign in, on the default branch and for pull requests.
  const contexts = ['ref:refs/heads/main', 'pull_request', 'ref:refs/heads/feature', 'ref:refs/tags/v1'];
  contexts.forEach((context, index) => {
    azure.state.addCredential(operator, {
      name: `own-${index}`,
      issuer: githubIssuer,
      subject: `repo:contoso/shop:${context}`,
    });
  });
  azure.state.addCredential(operator, {
    name: 'own-connection',
    issuer: connection.issuer,
    subject: connection.subject,
  });
});
afterAll(() => scenario.stop());

/** The same start for every row: nothing of ours is written yet. */
function forget(): void {
  const { azure, deployer, reader, orders } = scenario;
  for (const holder of [deployer, reader, orders]) holder.credentials.clear();
  azure.journal.clear();
}

interface Seen {
  readonly ran: string | undefined;
  readonly conclusion: string | undefined;
  readonly planned: number;
  readonly written: number;
  readonly signedIn: boolean;
  readonly notices: number;
}

/** What a row of the tables tells. */
function seen({ report, outputs, stderr }: HostRun): Seen {
  const { journal } = scenario.azure;
  return {
    ran: report?.command,
    conclusion: report?.conclusion,
    // The outputs of the two hosts are spelt alike here.
    planned: Number(outputs.planned),
    written: journal.writes().filter(({ status }) => status < 300).length,
    signedIn: journal.of('token').length > 0,
    notices: stderr.split('\n').filter((line) => line.includes('only checks')).length,
  };
}

const checked = { ran: 'check', conclusion: 'success', planned: 0, written: 0, signedIn: false };
const quiet = { ...checked, notices: 0 };
const explained = { ...checked, notices: 1 };
const wanted = 4;
const planned = { ran: 'plan', conclusion: 'success', planned: wanted, written: 0, signedIn: true, notices: 0 };
const applied = { ...planned, ran: 'apply', written: wanted };
/** The same plan shown as findings: what is wanted and absent has drifted. */
const drifted = { ...planned, ran: 'drift', conclusion: 'failure', planned: 0 };

function asObject<Seed, Option>([name, seed, expected, option]: readonly [string, Seed, Seen, Option?]) {
  return { name, seed, expected, option };
}

describe('on GitHub', () => {
  type Row = readonly [
    name: string,
    seed: () => Partial<GithubJobSeed> & Pick<GithubJobSeed, 'event'>,
    expected: Seen,
    inputs?: Readonly<Record<string, string>>,
  ];
  const pull = (author?: string) => {
    const { repository } = scenario;
    const from = `change-${repository.pulls.size + 1}`;
    repository.push(from, { 'x.txt': from });
    return repository.openPull({ from, ...(author !== undefined && { author }) });
  };
  const forked = () => {
    const fork = scenario.github.fork(scenario.repository, `stranger-${scenario.repository.pulls.size}`);
    fork.push('change', { 'x.txt': 'x' });
    return scenario.repository.openPull({ from: 'change', fork });
  };
  const feature = () => {
    scenario.repository.push('feature', { 'y.txt': `${scenario.repository.pulls.size}` });
    return 'feature';
  };
  const tag = () => {
    const { git, defaultBranch } = scenario.repository;
    git.refs.set('refs/tags/v1', git.require(`refs/heads/${defaultBranch}`).sha);
    return 'v1';
  };
  const rows: readonly Row[] = [
    ['a pull request', () => ({ event: 'pull_request', pull: pull() }), planned],
    ['a pull request of a fork', () => ({ event: 'pull_request', pull: forked() }), explained],
    ['a pull request of Dependabot', () => ({ event: 'pull_request', pull: pull(dependabot) }), explained],
    ['pull_request_target', () => ({ event: 'pull_request_target', pull: pull() }), explained],
    ['pull_request_target of a fork', () => ({ event: 'pull_request_target', pull: forked() }), explained],
    ['a merge queue', () => ({ event: 'merge_group', pull: pull() }), quiet],
    ['a push to the default branch', () => ({ event: 'push' }), applied],
    ['a push of Dependabot', () => ({ event: 'push', actor: dependabot }), explained],
    ['a push to another branch', () => ({ event: 'push', branch: feature() }), quiet],
    ['a tag', () => ({ event: 'push', tag: tag() }), quiet],
    ['a release', () => ({ event: 'release', tag: tag() }), quiet],
    ['a schedule', () => ({ event: 'schedule' }), drifted],
    ['a manual run', () => ({ event: 'workflow_dispatch' }), drifted],
    ['a manual run elsewhere', () => ({ event: 'workflow_dispatch', branch: feature() }), quiet],
    ['another workflow', () => ({ event: 'workflow_run' }), quiet],
    ['a comment', () => ({ event: 'issue_comment' }), quiet],
    ['a push without sign-in', () => ({ event: 'push' }), explained, { 'client-id': '' }],
    [
      'a pull request without sign-in',
      () => ({ event: 'pull_request', pull: pull() }),
      explained,
      { 'azure-auth': 'none' },
    ],
  ];
  test.each(rows.map(asObject))('$name', async ({ seed, expected, option = {} }) => {
    forget();
    const run = await runAction(scenario, bundle('github'), seed(), option);
    expect(seen(run), run.stderr).toEqual(expected);
    expect(run.code).toBe(expected.conclusion === 'success' ? 0 : 1);
  });
});

describe('on Azure Pipelines', () => {
  type Row = readonly [
    name: string,
    seed: () => Parameters<typeof runTask>[2],
    expected: Seen,
    options?: Parameters<typeof runTask>[3],
  ];
  const pull = () => {
    const { azureRepository } = scenario;
    azureRepository.push('feature', { 'x.txt': `${Math.random()}` });
    return azureRepository.openPullRequest({ from: 'feature' });
  };
  const feature = () => {
    scenario.azureRepository.push('feature', { 'x.txt': `${Math.random()}` });
    return 'feature';
  };
  const env = (values: Readonly<Record<string, string>>) => ({ env: values });
  const rows: readonly Row[] = [
    ['a pull request', () => ({ pull: pull() }), planned],
    ['a pull request of a fork', () => ({ pull: pull() }), explained, env({ SYSTEM_PULLREQUEST_ISFORK: 'True' })],
    ['a push to the default branch', () => ({}), applied],
    ['a batched push', () => ({ reason: 'BatchedCI' }), applied],
    ['a push to another branch', () => ({ branch: feature() }), quiet],
    ['a tag', () => ({}), quiet, env({ BUILD_SOURCEBRANCH: 'refs/tags/v1' })],
    ['a schedule', () => ({ reason: 'Schedule' }), drifted],
    ['a manual run', () => ({ reason: 'Manual' }), drifted],
    ['a manual run elsewhere', () => ({ reason: 'Manual', branch: feature() }), quiet],
    ['another pipeline', () => ({ reason: 'ResourceTrigger' }), quiet],
    ['a push without a connection', () => ({}), explained, { connected: false }],
  ];
  test.each(rows.map(asObject))('$name', async ({ seed, expected, option }) => {
    forget();
    scenario.configure(azurePipelines);
    scenario.azure.journal.clear();
    const run = await runTask(
      scenario,
      bundle('azure-pipelines'),
      { rights: { readServiceConnections: true }, ...seed() },
      option,
    );
    expect(seen(run), run.stdout + run.stderr).toEqual({ ...expected, ...fewer(expected) });
    expect(run.result).toBe(expected.conclusion === 'success' ? 'Succeeded' : 'Failed');
  });

  /** One credential for the account, one for the connection. */
  const azurePipelines = `
  - host: azure-pipelines
    identity: deployer
    organization: contoso
    project: shop
    service-connection: prod`;
  const fewer = ({ planned: rowsPlanned, written }: Seen) => ({
    planned: rowsPlanned / 2,
    written: written / 2,
  });
});
