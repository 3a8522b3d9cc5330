/** What is GitHub's own: check runs, suggestions as a person accepts them, runs that may only read, foreign comments. */
import { afterEach, describe, expect, it } from 'vitest';
import { secondaryRateLimit } from '../../emulators/github/scripted-replies.ts';
import { acceptSuggestion } from '../../emulators/github/suggestion.ts';
import { examples as misplaced } from '../../src/rules/static/pod-label-misplaced.ts';
import { builtEntries } from '../entry/built-entries.ts';
import { prepareExample } from '../rules/judge-example.ts';
import { account, manyFaults, pod, wrongLabel } from './review-manifests.ts';
import { type GithubSceneOptions, githubScene } from './review-scene.ts';

const entry = builtEntries();
let stop: (() => Promise<void>) | undefined;
afterEach(() => stop?.());

async function start(options: Omit<GithubSceneOptions, 'script'>) {
  const scene = await githubScene({ ...options, script: entry('github') });
  stop = scene.stop;
  return scene;
}

const faulty = { 'k8s/account.yaml': account, 'k8s/pod.yaml': wrongLabel('orders') };
const off = { comment: 'false', checks: 'false', suggestions: 'false' };

describe('the check run', () => {
  it('has every finding as an annotation, the worst first, in requests of 50', async () => {
    const { run, pull, writes } = await start({ change: manyFaults() });
    const inputs = { ...off, checks: 'true' };
    await run({ inputs });
    expect(writes().map((write) => write.replace(/\d+$/, 'N'))).toEqual([
      'POST /repos/contoso/shop/check-runs',
      'PATCH /repos/contoso/shop/check-runs/N',
      'PATCH /repos/contoso/shop/check-runs/N',
    ]);
    const [check, ...others] = pull.repository.checkRuns;
    expect(others).toEqual([]);
    expect(check).toMatchObject({ name: 'Idwire', conclusion: 'failure', status: 'completed', headSha: pull.head.sha });
    expect(check?.annotations).toHaveLength(130);
    const levels = check?.annotations.map(({ level }) => level);
    expect(levels).toEqual([...fill(60, 'failure'), ...fill(40, 'warning'), ...fill(30, 'notice')]);
    await run({ inputs });
    expect(writes()).toEqual([]);
  });
  const fill = (count: number, level: string) => Array.from({ length: count }, () => level);

  it('is made anew for another commit, and says when all is well', async () => {
    const { run, pull, push } = await start({ change: faulty });
    await run();
    push({ 'k8s/pod.yaml': pod('orders') });
    await run();
    expect(pull.repository.checkRuns.map(({ conclusion, title }) => ({ conclusion, title }))).toEqual([
      { conclusion: 'failure', title: '1 error, no warnings, no notes' },
      { conclusion: 'success', title: 'No problems' },
    ]);
  });

  it('needs its own permission, and the comment does not suffer from its lack', async () => {
    const { run, comments, remarks } = await start({
      change: faulty,
      permissions: { contents: 'read', 'pull-requests': 'write' },
    });
    const { stderr } = await run();
    expect(stderr).toMatch(/checks: GitHub answered 403 .*Add `checks: write`/);
    expect(comments()).toHaveLength(1);
    expect(remarks()).toHaveLength(1);
  });
});

describe('a suggestion', () => {
  it('makes the file check clean when a person commits it', async () => {
    const { run, pull, remarks, writes } = await start({ change: faulty });
    await run();
    const comment = pull.threads[0]?.comments[0];
    expect(comment?.body).toContain('```suggestion\n    azure.workload.identity/use: "true"\n```');
    acceptSuggestion(pull, comment?.id ?? 0);
    const clean = await run();
    expect(clean.outputs).toMatchObject({ conclusion: 'success', errors: '0' });
    expect(remarks()).toMatchObject([{ resolved: true, text: expect.stringContaining('**Fixed.**') }]);
    writes();
    await run();
    expect(writes()).toEqual([]);
  });

  it('over several lines mends what it was made for', async () => {
    const [example] = misplaced.bad;
    const { files } = prepareExample(example as (typeof misplaced.bad)[number]);
    const { run, pull } = await start({ change: files });
    const inputs = { ...off, suggestions: 'true' };
    await run({ inputs });
    const comment = pull.threads[0]?.comments[0];
    expect(pull.threads).toHaveLength(1);
    expect(pull.threads[0]?.startLine).not.toBeNull();
    acceptSuggestion(pull, comment?.id ?? 0);
    expect((await run({ inputs })).outputs).toMatchObject({ errors: '0' });
    expect(comment?.body).toContain('**Fixed.**');
  });

  it('stands only where the diff shows the lines', async () => {
    const base = { 'k8s/account.yaml': account, 'k8s/pod.yaml': `${'# about\n'.repeat(20)}${wrongLabel('orders')}` };
    const change = { 'k8s/pod.yaml': `# changed\n${base['k8s/pod.yaml']}` };
    const { run, remarks, comments } = await start({ base, change });
    const { stderr, outputs } = await run();
    expect(outputs.errors).toBe('1');
    expect(remarks()).toEqual([]);
    expect(comments()).toHaveLength(1);
    expect(stderr).not.toMatch(/Not everything/);
  });

  it('whose lines moved away is made again, and the old one is closed', async () => {
    const { run, push, remarks } = await start({ change: faulty });
    await run();
    push({ 'k8s/pod.yaml': pod('orders', { label: "'TRUE'" }) });
    await run();
    expect(remarks()).toMatchObject([
      { line: null, resolved: true },
      { line: 7, resolved: false },
    ]);
  });

  it('that the token may not resolve says so in its text', async () => {
    const permissions = { contents: 'read', checks: 'write', 'pull-requests': 'write' } as const;
    const { run, push, remarks, writes } = await start({ change: faulty, permissions });
    await run();
    push({ 'k8s/pod.yaml': pod('orders') });
    const { stderr } = await run();
    expect(stderr).not.toMatch(/Not everything/);
    expect(remarks()).toMatchObject([{ resolved: false, text: expect.stringContaining('**Fixed.**') }]);
    writes();
    await run();
    expect(writes()).toEqual([]);
  });
});

describe('runs that may only read', () => {
  it.each([
    ['a fork', { fork: true }, /Runs for a fork may only read/],
    ['Dependabot', { actor: 'dependabot[bot]' }, /Runs that Dependabot starts may only read/],
    ['a merge queue', { event: 'merge_group' }, /A merge queue has no pull request/],
  ])('%s: annotations, summary and one notice', async (_, options, notice) => {
    const { run, writes } = await start({ change: faulty, ...options });
    const ran = await run();
    expect(ran.outputs).toMatchObject({ conclusion: 'failure', errors: '1' });
    expect(ran.github.filter(({ name }) => name === 'error')[0]?.properties.file).toBe('k8s/pod.yaml');
    expect(ran.summary).toContain('pod-label-not-true');
    expect(ran.stderr.match(/instead of checks, comment, suggestions/g)).toHaveLength(1);
    expect(ran.stderr).toMatch(notice);
    expect(writes()).toEqual([]);
  });

  it('a run on a branch has no pull request to comment on, and still has its check run', async () => {
    const { run, pull, comments, remarks } = await start({ change: faulty, event: 'push' });
    const { stderr } = await run();
    expect(stderr).not.toMatch(/Not everything|instead of/);
    expect(pull.repository.checkRuns).toHaveLength(1);
    expect([...comments(), ...remarks()]).toEqual([]);
  });
});

describe('comments of others', () => {
  it('are left alone, whatever mark they bear', async () => {
    const { run, pull, comments } = await start({ change: faulty });
    await run();
    const [ours = ''] = comments();
    const { issueComments } = pull.repository;
    const forged = ours.replace('failed with 1 error', 'passed');
    const [written] = issueComments.splice(0);
    issueComments.push({ ...(written as (typeof issueComments)[number]), id: 7, author: 'mallory', body: forged });
    await run();
    expect(comments()).toEqual([forged, ours]);
  });

  it('of another job are left alone too', async () => {
    const { run, comments } = await start({ change: { ...faulty, 'other/account.yaml': account } });
    await run();
    await run({ inputs: { paths: 'other' } });
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toContain('failed with 1 error');
  });
});

it('the secondary rate limit is named for what it is', async () => {
  const { run, fault } = await start({ change: faulty });
  fault({ method: 'POST', path: /comments$/, reply: secondaryRateLimit({ retryAfterSeconds: 60 }) });
  const { stderr, outputs } = await run();
  expect(stderr).toMatch(/comment: GitHub answered 403 .*That is a rate limit/);
  expect(outputs.errors).toBe('1');
});
