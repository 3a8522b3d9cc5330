/** The Action and the task in processes of their own, from inputs to outputs, over one table of scenarios. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BundleOptions, type BundleRun, runBundle } from '../e2e/harness/run-bundle.ts';
import { builtEntries } from './built-entries.ts';
import { inRepository, rightClientId, serviceAccount, wrongClientId } from './repositories.ts';

type Host = 'github' | 'azure-pipelines';

const entry = builtEntries();

/** The Action runs on Node 24; agents run the task on 20 unless a feature is switched on. */
const legs: readonly { readonly host: Host; readonly node: 'node20' | 'node24' }[] = [
  { host: 'github', node: 'node24' },
  { host: 'azure-pipelines', node: 'node24' },
  ...(process.platform === 'linux' ? [{ host: 'azure-pipelines', node: 'node20' } as const] : []),
];

/** Whether the step failed, as its host tells it. */
const failed = (host: Host, run: BundleRun) => (host === 'github' ? run.code !== 0 : run.result === 'Failed');

/** The marks that the host shows: level and text. */
function marks(host: Host, run: BundleRun): { level: string; text: string; file: string | undefined }[] {
  if (host === 'github') {
    return run.github
      .filter(({ name }) => ['error', 'warning', 'notice'].includes(name))
      .map(({ name, data, properties }) => ({ level: name, text: data, file: properties.file }));
  }
  return run.azure
    .filter(({ name }) => name === 'task.logissue' || name === 'task.issue')
    .map(({ data, properties }) => ({ level: properties.type ?? '', text: data, file: properties.sourcepath }));
}

describe.each(legs)('$host on $node', ({ host, node }) => {
  const runOn = (files: Record<string, string>, options: Partial<BundleOptions> = {}) =>
    inRepository(files, (cwd) => runBundle(host, { cwd, script: entry(host), node, ...options }));
  const name = (input: string) =>
    host === 'github' ? input : input.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

  it('passes over right wiring', async () => {
    const run = await runOn({ 'k8s/sa.yaml': serviceAccount(rightClientId) });
    expect(failed(host, run)).toBe(false);
    expect(run.outputs).toMatchObject({ conclusion: 'success', errors: '0', warnings: '0', notes: '0' });
    expect(run.summary).toContain('## Idwire check: passed');
    expect(run.stdout).toContain('No problems in 1 file.\n');
    expect(marks(host, run)).toEqual([]);
  });

  it('fails over wrong wiring, on its line, with summary and outputs', async () => {
    const run = await runOn({ 'k8s/sa.yaml': serviceAccount(wrongClientId) });
    expect(failed(host, run)).toBe(true);
    expect(run.outputs).toMatchObject({ conclusion: 'failure', errors: '1' });
    expect(run.summary).toContain('client-id-not-a-guid');
    expect(marks(host, run)[0]).toMatchObject({ level: 'error', file: 'k8s/sa.yaml' });
    expect(run.stdout).toContain('k8s/sa.yaml:7:40: error: ');
  });

  it('does as its inputs say', async () => {
    await inRepository(
      { 'a/sa.yaml': serviceAccount(wrongClientId), 'b/sa.yaml': serviceAccount(wrongClientId) },
      async (cwd) => {
        const inputs = {
          paths: 'a',
          [name('fail-on')]: 'never',
          [name('report-file')]: 'report.json',
          annotations: 'false',
        };
        const run = await runBundle(host, { cwd, script: entry(host), node, inputs });
        expect(failed(host, run)).toBe(false);
        expect(run.outputs).toMatchObject({ conclusion: 'success', errors: '1', [name('report-file')]: 'report.json' });
        expect(marks(host, run).filter(({ file }) => file !== undefined)).toEqual([]);
        const report = JSON.parse(fs.readFileSync(path.join(cwd, 'report.json'), 'utf8'));
        expect(report.findings.map((finding: { file: string }) => finding.file)).toEqual(['a/sa.yaml']);
      },
    );
  });

  const mistakes: [string, Record<string, string>, RegExp][] = [
    ['a bad value', { [name('fail-on')]: 'sometimes' }, /sometimes.*allowed: error, warning, note, never/],
    ['a path that is not there', { paths: 'nowhere' }, /nowhere/],
    ['a hostile path', { paths: 'x ##[add-mask]a ##vso[task.setvariable variable=b]c' }, /#\\u0023\[add-mask\]a/],
  ];
  it.each(mistakes)('says in one line what is wrong: %s', async (_, inputs, line) => {
    const run = await runOn({ 'k8s/sa.yaml': serviceAccount(rightClientId) }, { inputs });
    expect(failed(host, run)).toBe(true);
    expect(run.outputs.conclusion).toBe('error');
    expect(run.code).toBe(host === 'github' ? 2 : 0);
    const errors = marks(host, run).filter(({ level }) => level === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]?.text).toMatch(/^Idwire: [^\n]+\.$/);
    expect(errors[0]?.text).toMatch(line);
    expect(run.stderr).toMatch(/^idwire: /m);
  });

  it('prints its own commands once when they are also the format', async () => {
    const run = await runOn({ 'k8s/sa.yaml': serviceAccount(wrongClientId) }, { inputs: { format: host } });
    expect(marks(host, run).filter(({ file }) => file === 'k8s/sa.yaml')).toHaveLength(1);
  });

  it('acts on nothing that a repository says', async () => {
    const hostile = 'x ##[add-mask]a ##vso[task.setvariable variable=PATH]b ::set-output name=conclusion::c';
    const file = `k8s/${hostile.replaceAll('/', '-')}.yaml`;
    const run = await runOn({ [file]: serviceAccount(`'${hostile}'`, `'${hostile}'`) });
    const own =
      host === 'github'
        ? /^(?:error|warning|notice)$/
        : /^task\.(?:debug|logissue|issue|setvariable|uploadsummary|complete)$/;
    for (const command of [...run.github, ...run.azure]) expect(command.name).toMatch(own);
    expect(host === 'github' ? run.azure : run.github).toEqual([]);
    const set = run.azure.filter(({ name: command }) => command === 'task.setvariable');
    expect(set.map(({ properties }) => properties.variable)).not.toContain('PATH');
    expect(run.outputs.conclusion).toBe('failure');
  });
});

it('the task tells an agent whose Node is too old what to do', async () => {
  const older = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '16.20.2' } })`;
  const env = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(older)}` };
  const run = await inRepository({}, (cwd) =>
    runBundle('azure-pipelines', { cwd, script: entry('azure-pipelines'), env }),
  );
  expect(run.result).toBe('Failed');
  expect(run.azure.map(({ name }) => name)).toEqual(['task.logissue', 'task.complete']);
  expect(run.azure[0]?.data).toMatch(/needs Node 20 or later.*Node 16\.20\.2.*Update the agent/);
});
