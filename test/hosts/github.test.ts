/** The Action's side of GitHub, through the real toolkit in a process of its own, read by the runner's rules. */
import { describe, expect, it } from 'vitest';
import { readyOutputs } from '../../src/config/outputs.ts';
import type { Finding, Severity } from '../../src/model/finding.ts';
import type { BundleRun } from '../e2e/harness/run-bundle.ts';
import { makeFinding } from '../report/make-report.ts';
import { publishIn } from './publish-in.ts';

const some = (count: number, severity: Severity): Finding[] =>
  Array.from({ length: count }, (_, at) =>
    makeFinding({ severity, file: `${severity}-${at}.yaml`, fingerprint: `${at}` }),
  );
const named = (run: BundleRun, name: string) => run.github.filter((command) => command.name === name);

describe('annotations', () => {
  it('carry file, range, title, message, remedy and the page of the rule', async () => {
    const run = await publishIn('github', { parts: { findings: [makeFinding({ file: 'k8s/a,b:c.yaml' })] } });
    const [annotation] = named(run, 'error');
    expect(annotation?.properties).toEqual({
      title: 'Idwire: pod-label-misplaced',
      file: 'k8s/a,b:c.yaml',
      line: '3',
      endLine: '3',
      col: '5',
      endColumn: '41',
    });
    expect(annotation?.data).toBe(
      [
        'The label azure.workload.identity/use is on the Deployment, not on its pods.',
        'Remedy: Move the label to spec.template.metadata.labels.',
        'Rule: https://github.com/contoso/idwire/blob/v1/docs/rules/pod-label-misplaced.md',
      ].join('\n'),
    );
  });

  const table: [number, number, number, Record<string, number>][] = [
    [0, 0, 0, { error: 0, warning: 0, notice: 0 }],
    [3, 2, 1, { error: 4, warning: 2, notice: 1 }],
    [9, 10, 10, { error: 10, warning: 10, notice: 10 }],
    [10, 10, 10, { error: 10, warning: 10, notice: 10 }],
    [11, 0, 0, { error: 10, warning: 0, notice: 1 }],
    [30, 40, 50, { error: 10, warning: 10, notice: 10 }],
    [0, 0, 11, { error: 0, warning: 0, notice: 10 }],
  ];
  it.each(table)(
    'for %i errors, %i warnings, %i notes stay within ten of a level',
    async (errors, warnings, notes, most) => {
      const findings = [...some(notes, 'note'), ...some(warnings, 'warning'), ...some(errors, 'error')];
      const run = await publishIn('github', { parts: { findings } });
      for (const [name, count] of Object.entries(most)) expect(named(run, name)).toHaveLength(count);
      const marked = run.github.filter((command) => command.properties.file !== undefined);
      const rest = findings.length - marked.length;
      const line = run.github.find((command) => command.properties.title === 'Idwire: more findings');
      const counted = [...(line?.data.split(' more, beyond')[0] ?? '').matchAll(/\d+/g)].map(Number);
      expect(counted.reduce((sum, count) => sum + count, 0)).toBe(rest);
      if (rest > 0) expect(line?.data).toContain('summary');
      expect(run.code).toBe(errors > 0 && errors < 10 ? 1 : 0);
    },
  );

  it('come worst first, and changed files first among equals', async () => {
    const findings = [...some(2, 'note'), ...some(2, 'warning'), ...some(12, 'error')];
    const run = await publishIn('github', { parts: { findings }, changedFiles: ['error-9.yaml', 'error-11.yaml'] });
    const files = run.github.flatMap((command) => command.properties.file ?? []);
    expect(files.slice(0, 3)).toEqual(['error-11.yaml', 'error-9.yaml', 'error-0.yaml']);
    expect(files.slice(10)).toEqual(['warning-0.yaml', 'warning-1.yaml', 'note-0.yaml', 'note-1.yaml']);
  });

  it('can be switched off; summary, outputs and failure stay', async () => {
    const run = await publishIn('github', { parts: {}, annotations: false });
    expect(run.github.map((command) => command.name)).toEqual(['error']);
    expect(run.github[0]?.properties).toEqual({});
    expect(run.summary).toContain('pod-label-misplaced');
    expect(run.outputs.conclusion).toBe('failure');
  });
});

describe('outputs and failure', () => {
  it('tell conclusion, counts and files', async () => {
    const run = await publishIn('github', { parts: { findings: [...some(2, 'error'), ...some(1, 'warning')] } });
    expect(run.outputs).toMatchObject({
      conclusion: 'failure',
      errors: '2',
      warnings: '1',
      notes: '0',
      'report-file': 'out/report.json',
    });
    expect(Object.keys(run.outputs)).toEqual(readyOutputs().map(({ name }) => name));
    expect(named(run, 'error').at(-1)?.data).toBe('Idwire: 2 errors, 1 warning, no notes in 4 files.');
  });

  it('do not fail a run that only has findings below fail-on', async () => {
    const run = await publishIn('github', { parts: { findings: some(2, 'warning') } });
    expect(run.code).toBe(0);
    expect(named(run, 'error')).toEqual([]);
    expect(run.outputs.conclusion).toBe('success');
  });

  it('name the rule that threw, and still show the other findings', async () => {
    const failures = [
      { problem: 'Rule x-y failed: boom', evidence: 'Error: boom\n  at x', remedy: 'Please report it.' },
    ];
    const run = await publishIn('github', { parts: { findings: some(1, 'warning'), failures } });
    expect(run.outputs.conclusion).toBe('error');
    expect(named(run, 'error').map((command) => command.data)).toEqual([
      'Idwire: Rule x-y failed: boom. Please report it.',
    ]);
    expect(named(run, 'warning')).toHaveLength(1);
    expect(run.summary).toContain('Rule x-y failed');
  });
});

describe('the summary', () => {
  it('has all findings, with links to lines at the commit', async () => {
    const run = await publishIn('github', { parts: { findings: some(30, 'warning') } });
    expect(run.summary.match(/^\| warning \|/gm)).toHaveLength(30);
    const address = 'https://github.com/contoso/shop/blob/0123456789abcdef0123456789abcdef01234567/warning-0.yaml#L3';
    expect(run.summary).toContain(`<a href="${address}">`);
  });

  it('stays below 1 MiB', async () => {
    const run = await publishIn('github', { parts: { findings: some(9000, 'note') } });
    expect(Buffer.byteLength(run.summary)).toBeLessThan(1024 * 1024);
    expect(run.summary).toMatch(/\d+ more findings did not fit here/);
  });

  it.each([undefined, '/nowhere/summary'])('that cannot be written (%s) is a notice, not a failure', async (file) => {
    const run = await publishIn('github', { parts: { findings: [] } }, { env: { GITHUB_STEP_SUMMARY: file } });
    expect(run.code).toBe(0);
    expect(run.stderr).toMatch(/job summar/);
    expect(run.outputs.conclusion).toBe('success');
  });
});
