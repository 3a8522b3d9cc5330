/** The task's side of Azure Pipelines, through the real task library in a process of its own, read by the agent's rules. */
import { describe, expect, it } from 'vitest';
import { camelCase } from '../../src/config/inputs.ts';
import { readyOutputs } from '../../src/config/outputs.ts';
import type { Finding, Severity } from '../../src/model/finding.ts';
import type { BundleRun } from '../e2e/harness/run-bundle.ts';
import { makeFinding } from '../report/make-report.ts';
import { publishIn } from './publish-in.ts';

const some = (count: number, severity: Severity): Finding[] =>
  Array.from({ length: count }, (_, at) =>
    makeFinding({ severity, file: `${severity}-${at}.yaml`, fingerprint: `${at}` }),
  );

/** Everything the agent stores as an issue, whichever command made it. */
const issues = (run: BundleRun, type: string) =>
  run.azure.filter(({ name, properties }) => /^task\.(?:log)?issue$/.test(name) && properties.type === type);

describe('issues', () => {
  it('carry file, line, column, rule, message and remedy', async () => {
    const run = await publishIn('azure-pipelines', { parts: { findings: [makeFinding({ file: 'k8s/a;b].yaml' })] } });
    const [issue] = issues(run, 'error');
    expect(issue?.properties).toEqual({
      type: 'error',
      sourcepath: 'k8s/a;b].yaml',
      linenumber: '3',
      columnnumber: '5',
      code: 'pod-label-misplaced',
    });
    expect(issue?.data).toBe(
      [
        'The label azure.workload.identity/use is on the Deployment, not on its pods.',
        'Remedy: Move the label to spec.template.metadata.labels.',
        'Rule: docs/rules/pod-label-misplaced.md',
      ].join('\n'),
    );
  });

  const table: [number, number, number, number, number][] = [
    [0, 0, 3, 0, 0],
    [3, 2, 1, 4, 2],
    [10, 10, 0, 10, 10],
    [30, 40, 50, 10, 10],
    [0, 9, 0, 0, 10],
    [0, 11, 0, 0, 10],
  ];
  it.each(table)(
    'for %i errors, %i warnings, %i notes are %i and %i',
    async (errors, warnings, notes, asError, asWarning) => {
      const findings = [...some(notes, 'note'), ...some(warnings, 'warning'), ...some(errors, 'error')];
      const run = await publishIn('azure-pipelines', { parts: { findings } });
      expect(issues(run, 'error')).toHaveLength(asError);
      expect(issues(run, 'warning')).toHaveLength(asWarning);
      const rest = Math.max(0, errors - 10) + Math.max(0, warnings - 10);
      const counted = [...(/^(.*) more, beyond/m.exec(run.stderr)?.[1] ?? '').matchAll(/\d+/g)].map(Number);
      expect(counted.reduce((sum, count) => sum + count, 0)).toBe(rest);
    },
  );
});

describe('the result', () => {
  const table: [string, Finding[], string][] = [
    ['errors', some(1, 'error'), 'Failed'],
    ['warnings', some(1, 'warning'), 'SucceededWithIssues'],
    ['notes', some(1, 'note'), 'Succeeded'],
    ['nothing', [], 'Succeeded'],
  ];
  it.each(table)('with %s', async (_, findings, result) => {
    const run = await publishIn('azure-pipelines', { parts: { findings } });
    expect(run.result).toBe(result);
    expect(run.code).toBe(0);
    expect(run.azure.filter((command) => command.name === 'task.complete')).toHaveLength(1);
  });

  it('names the rule that threw', async () => {
    const failures = [{ problem: 'Rule x-y failed: boom', evidence: 'Error', remedy: 'Please report it.' }];
    const run = await publishIn('azure-pipelines', { parts: { findings: some(1, 'warning'), failures } });
    expect(run.result).toBe('Failed');
    expect(issues(run, 'error').map((issue) => issue.data)).toEqual([
      'Idwire: Rule x-y failed: boom. Please report it.',
    ]);
    expect(issues(run, 'warning')).toHaveLength(1);
  });
});

describe('outputs and summary', () => {
  it('are output variables under their names in task.json', async () => {
    const run = await publishIn('azure-pipelines', { parts: { findings: some(2, 'error') } });
    expect(run.outputs).toMatchObject({
      conclusion: 'failure',
      errors: '2',
      warnings: '0',
      notes: '0',
      reportFile: 'out/report.json',
    });
    expect(Object.keys(run.outputs)).toEqual(readyOutputs().map(({ name }) => camelCase(name)));
  });

  it('link lines of Azure Repos at the commit, without the user of the address', async () => {
    const run = await publishIn('azure-pipelines', { parts: { findings: some(12, 'warning') } });
    expect(run.summary.match(/^\| warning \|/gm)).toHaveLength(12);
    const commit = '0123456789abcdef0123456789abcdef01234567';
    const lines = 'line=3&#38;lineEnd=4&#38;lineStartColumn=1&#38;lineEndColumn=1';
    expect(run.summary).toContain(
      `<a href="https://dev.azure.com/contoso/shop/_git/shop?path=/warning-0.yaml&#38;version=GC${commit}&#38;${lines}">`,
    );
  });

  it('link lines of GitHub repositories', async () => {
    const env = {
      BUILD_REPOSITORY_PROVIDER: 'GitHub',
      BUILD_REPOSITORY_URI: 'https://github.com/contoso/shop.git',
      BUILD_SOURCEVERSION: 'abc',
    };
    const run = await publishIn('azure-pipelines', { parts: {} }, { env });
    expect(run.summary).toContain('<a href="https://github.com/contoso/shop/blob/abc/k8s/orders.yaml#L3-L3">');
  });

  it('do without a summary when the agent has no place for it', async () => {
    const env = { AGENT_TEMPDIRECTORY: undefined };
    const run = await publishIn('azure-pipelines', { parts: { findings: [] } }, { env });
    expect(run.result).toBe('Succeeded');
    expect(run.stderr).toContain('takes no summaries');
  });
});
