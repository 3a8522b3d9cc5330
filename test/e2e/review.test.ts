/** Feedback on a pull request through the built bundles, over one table of scenarios on both hosts. */
import { afterEach, describe, expect, it } from 'vitest';
import { builtEntries } from '../entry/built-entries.ts';
import { account, manyFaults, pod, wrongLabel } from './review-manifests.ts';
import { azureScene, githubScene, type ReviewHost, type ReviewScene, type SceneOptions } from './review-scene.ts';

const entry = builtEntries();
let scene: ReviewScene | undefined;
afterEach(async () => scene?.stop());

const open: Readonly<Record<ReviewHost, (options: SceneOptions) => Promise<ReviewScene>>> = {
  github: githubScene,
  'azure-pipelines': azureScene,
};
const legs = [
  { host: 'github', node: 'node24' },
  { host: 'azure-pipelines', node: 'node24' },
  ...(process.platform === 'linux' ? [{ host: 'azure-pipelines', node: 'node20' } as const] : []),
] as const;

const faulty = { 'k8s/account.yaml': account, 'k8s/pod.yaml': wrongLabel('orders') };
const mended = { 'k8s/pod.yaml': pod('orders') };
const notices = (text: string) => text.split('\n').filter((line) => /^notice: |Not everything|instead of/.test(line));

describe.each(legs)('$host on $node', ({ host, node }) => {
  const start = async (change: SceneOptions['change'], base?: SceneOptions['base']) => {
    scene = await open[host]({ change, script: entry(host), ...(base && { base }) });
    return scene;
  };

  it('130 findings: the worst on their lines, all counted, and nothing written the second time', async () => {
    const { run, remarks, comments, writes } = await start(manyFaults());
    const first = await run({ node });
    expect(first.outputs).toMatchObject({ conclusion: 'failure', errors: '60', warnings: '40', notes: '30' });
    expect(first.stderr).not.toMatch(/Not everything/);
    expect(remarks().map(({ file, line, resolved }) => ({ file, line, resolved }))).toEqual(
      Array.from({ length: 20 }, (_, at) => ({
        file: `k8s/error-${String(at).padStart(2, '0')}.yaml`,
        line: 7,
        resolved: false,
      })),
    );
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toContain('60 errors, 40 warnings, 30 notes');
    expect(comments()[0]?.length).toBeLessThan(65_536);
    expect(writes().length).toBeGreaterThan(0);
    await run({ node });
    expect(writes()).toEqual([]);
  });

  it('a fault that is mended is settled, the comment says all clear, and both come back with the fault', async () => {
    const { run, push, remarks, comments, writes } = await start(faulty);
    await run({ node });
    expect(remarks()).toMatchObject([{ file: 'k8s/pod.yaml', line: 7, resolved: false }]);
    expect(comments()[0]).toContain('## Idwire check: failed with 1 error');
    push(mended);
    const clear = await run({ node });
    expect(clear.outputs.conclusion).toBe('success');
    expect(remarks()).toMatchObject([{ resolved: true, text: expect.stringContaining('**Fixed.**') }]);
    expect(comments()).toEqual([expect.stringContaining('## Idwire check: all clear')]);
    writes();
    await run({ node });
    expect(writes()).toEqual([]);
    push({ 'k8s/pod.yaml': wrongLabel('orders') });
    await run({ node });
    expect(remarks().filter(({ resolved }) => !resolved)).toHaveLength(1);
    expect(comments()).toEqual([expect.stringContaining('failed with 1 error')]);
  });

  it('a change without faults gets no comment', async () => {
    const { run, remarks, comments } = await start({ 'k8s/account.yaml': account, ...mended });
    await run({ node });
    expect([...remarks(), ...comments()]).toEqual([]);
  });

  it('nothing is written unless it was asked for', async () => {
    const { run, writes } = await start(faulty);
    const inputs = host === 'github' ? { comment: 'false', checks: 'false', suggestions: 'false' } : off;
    const quiet = await run({ node, inputs });
    expect(quiet.outputs.conclusion).toBe('failure');
    expect(writes()).toEqual([]);
  });
  const off = { comment: 'false', status: 'false' };

  it('a missing right is one notice that says how to give it; the report is whole', async () => {
    const { run, remarks, comments } = await start(faulty);
    const refused = await run({ node, allowed: false });
    expect(refused.outputs).toMatchObject({ conclusion: 'failure', errors: '1' });
    expect(refused.summary).toContain('pod-label-not-true');
    expect(notices(refused.stderr)).toHaveLength(1);
    const remedy = host === 'github' ? /Add `pull-requests: write`/ : /allow "Contribute to pull requests"/;
    expect(notices(refused.stderr)[0]).toMatch(remedy);
    expect([...remarks(), ...comments()]).toEqual([]);
  });

  const statuses = [400, 401, 403, 404, 422, 429, 500, 502, 503];
  it.each(statuses)('an answer of %i costs one notice, and the next run makes up for it', async (status) => {
    const { run, remarks, comments, fault, posts } = await start(faulty);
    const reply = { status, body: { message: 'no' }, headers: { 'retry-after': '1' } };
    for (const path of [posts.comment, posts.remark]) fault({ method: 'POST', path, times: 1, reply });
    const run1 = await run({ node });
    expect(run1.outputs).toMatchObject({ conclusion: 'failure', errors: '1' });
    expect(run1.summary).toContain('pod-label-not-true');
    expect(notices(run1.stderr).length).toBeLessThanOrEqual(1);
    for (let again = 0; again < 2; again++) await run({ node });
    expect(remarks()).toMatchObject([{ file: 'k8s/pod.yaml', resolved: false }]);
    expect(comments()).toHaveLength(1);
  });

  it('a cut connection costs one notice', async () => {
    const { run, fault } = await start(faulty);
    fault({ cut: true, times: Number.POSITIVE_INFINITY });
    const cut = await run({ node });
    expect(cut.outputs).toMatchObject({ conclusion: 'failure', errors: '1' });
    expect(notices(cut.stderr)).toHaveLength(1);
  });

  it('text of the repository stays text', async () => {
    const hostile = 'x" <img src=y> @octocat #1 ``` ##[add-mask]a ##vso[task.complete result=Succeeded]b';
    const { run, comments } = await start({ 'k8s/account.yaml': account, 'k8s/pod.yaml': wrongLabel(`'${hostile}'`) });
    const ran = await run({ node });
    for (const text of [...comments(), ran.summary]) {
      expect(text).not.toMatch(/<img|@octocat|(?<!&)#1\b/);
      expect(text).not.toMatch(/^ *```(?!mermaid|suggestion|$)/m);
    }
    expect(ran.outputs.conclusion).toBe('failure');
  });

  it('only-changed asks the host where the clone has no history', async () => {
    const { run } = await start(
      { 'k8s/new.yaml': wrongLabel('new') },
      { 'k8s/old.yaml': wrongLabel('old'), 'k8s/account.yaml': account },
    );
    const only = host === 'github' ? 'only-changed' : 'onlyChanged';
    const narrowed = await run({ node, inputs: { [only]: 'true' } });
    expect(narrowed.outputs).toMatchObject({ errors: '1' });
    expect(narrowed.summary).toContain('k8s/new.yaml:7');
    expect(narrowed.summary).not.toContain('k8s/old.yaml:7');
  });
});
