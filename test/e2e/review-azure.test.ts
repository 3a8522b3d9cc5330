/** What is Azure Repos' own: iterations, the status, what people do to threads, and repositories that lie elsewhere. */
import { afterEach, describe, expect, it } from 'vitest';
import { startAzureDevOpsEmulator } from '../../emulators/azure-devops/start-azure-devops-emulator.ts';
import { builtEntries } from '../entry/built-entries.ts';
import { inRepository } from '../entry/repositories.ts';
import { runBundle } from './harness/run-bundle.ts';
import { account, pod, wrongLabel } from './review-manifests.ts';

const entry = builtEntries();
let stop: (() => Promise<void>) | undefined;
afterEach(() => stop?.());

async function start() {
  const azure = await startAzureDevOpsEmulator();
  stop = () => azure.stop();
  const repository = azure.createProject({ name: 'shop' }).createRepository({ name: 'orders' });
  repository.push('feature', { 'k8s/account.yaml': account, 'k8s/pod.yaml': wrongLabel('orders') });
  const pull = repository.openPullRequest({ from: 'feature' });
  const run = (inputs: Record<string, string>, env: Record<string, string> = {}) => {
    const job = azure.startJob({ repository, pull, rights: { contributeToPullRequests: true } });
    const files = [...pull.mergeCommit.tree].map(([path, text]) => [path, String(text)] as const);
    return inRepository(Object.fromEntries(files), (cwd) =>
      runBundle('azure-pipelines', { cwd, script: entry('azure-pipelines'), inputs, env: { ...job.env, ...env } }),
    );
  };
  const onLine = () => pull.threads.filter(({ context }) => context !== undefined);
  return { azure, repository, pull, run, onLine };
}

const comment = { comment: 'true' };

describe('a thread', () => {
  it('belongs to the iteration that was built, and to the file through all of them', async () => {
    const { repository, pull, run, onLine } = await start();
    repository.push('feature', { 'k8s/other.yaml': 'a: 1\n' });
    await run(comment);
    const [thread] = onLine();
    expect(thread).toMatchObject({
      iterations: { first: 2, second: 2 },
      changeTrackingId: pull.trackingId('k8s/pod.yaml'),
      context: { filePath: '/k8s/pod.yaml', rightFileStart: { line: 7 }, rightFileEnd: { line: 7 } },
      status: 'active',
    });
  });

  it('keeps the status that a person gave it', async () => {
    const { azure, run, onLine } = await start();
    await run(comment);
    const [thread] = onLine();
    if (thread) thread.status = 'wontFix';
    azure.journal.clear();
    await run(comment);
    expect(azure.journal.writes()).toEqual([]);
    expect(onLine()).toMatchObject([{ status: 'wontFix' }]);
  });

  it('is found again when somebody edited its mark away', async () => {
    const { run, onLine } = await start();
    await run(comment);
    const [written] = onLine()[0]?.comments ?? [];
    if (written) written.content = 'edited';
    await run(comment);
    expect(onLine()).toHaveLength(1);
    expect(onLine()[0]?.comments[0]?.content).toContain('webhook selects exactly');
  });

  it('is made anew when somebody deleted it', async () => {
    const { run, onLine } = await start();
    await run(comment);
    for (const written of onLine()[0]?.comments ?? []) written.isDeleted = true;
    await run(comment);
    expect(onLine().map(({ isDeleted }) => isDeleted)).toEqual([true, false]);
  });
});

it('the status says the conclusion for the iteration, once', async () => {
  const { repository, pull, run } = await start();
  for (let again = 0; again < 2; again++) await run({ status: 'true' });
  repository.push('feature', { 'k8s/pod.yaml': pod('orders') });
  await run({ status: 'true' });
  expect(pull.statuses).toMatchObject([
    { state: 'failed', iterationId: 1, context: { genre: 'idwire', name: 'check' } },
    { state: 'succeeded', iterationId: 2, targetUrl: expect.stringMatching(/_build\/results\?buildId=\d+$/) },
  ]);
  expect(pull.threads.filter(({ status }) => status !== undefined)).toEqual([]);
});

it('a repository at GitHub gets issues, a summary and one notice, and no request', async () => {
  const { azure, run } = await start();
  azure.journal.clear();
  const ran = await run({ comment: 'true', status: 'true' }, { BUILD_REPOSITORY_PROVIDER: 'GitHub' });
  expect(azure.journal.entries).toEqual([]);
  expect(ran.stderr.match(/This repository lies at GitHub/g)).toHaveLength(1);
  expect(ran.azure.filter(({ name }) => name === 'task.logissue')).not.toEqual([]);
  expect(ran.summary).toContain('pod-label-not-true');
});
