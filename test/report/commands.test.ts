/** Both command formats, read back by the rules of their runners. */
import { describe, expect, it } from 'vitest';
import { annotationOf } from '../../src/report/annotation.ts';
import { renderAzureCommands } from '../../src/report/azure-commands.ts';
import { renderGithubCommands } from '../../src/report/github-commands.ts';
import { azureCommandsIn, githubCommandsIn } from '../e2e/harness/runner-commands.ts';
import { makeFinding, makeOutcome } from './make-report.ts';

const odd = makeFinding({ file: 'k8s/100%, a:b;c].yaml', message: '50% of x; y], z', remedy: 'Do\nthis %0A' });
const note = makeFinding({ severity: 'note', file: 'n.yaml' });
const warning = makeFinding({ severity: 'warning', file: 'w.yaml' });

describe('github', () => {
  it('carries every field of a finding to the runner unchanged', () => {
    const [command] = githubCommandsIn(renderGithubCommands(makeOutcome({ findings: [odd] })));
    expect(command?.properties).toEqual({
      file: odd.file,
      line: '3',
      endLine: '3',
      col: '5',
      endColumn: '41',
      title: 'Idwire: pod-label-misplaced',
    });
    expect(command?.data).toBe('50% of x; y], z\nRemedy: Do\nthis %0A\nRule: docs/rules/pod-label-misplaced.md');
  });

  it('puts the worst first, and notes as notices', () => {
    const output = renderGithubCommands(makeOutcome({ findings: [note, warning, odd] }));
    expect(githubCommandsIn(output).map((command) => command.name)).toEqual(['error', 'warning', 'notice']);
  });

  it('ends with the sum', () => {
    expect(renderGithubCommands(makeOutcome()).endsWith('\n1 error, no warnings, no notes in 4 files.\n')).toBe(true);
  });
});

describe('an annotation', () => {
  it('has no columns when it spans lines, since the runner would drop them', () => {
    const annotation = annotationOf(makeFinding({ endLine: 9, endColumn: 2 }));
    expect(annotation).toMatchObject({ startLine: 3, endLine: 9 });
    expect(annotation).not.toHaveProperty('startColumn');
    expect(annotation).not.toHaveProperty('endColumn');
  });

  it.each([3, 4095, 4096, 5000])('with a message of %i characters stays within 4096', (length) => {
    const { message } = annotationOf(makeFinding({ message: '😀'.repeat(length / 2) }));
    expect(message.length).toBeLessThanOrEqual(4096);
    expect(message).not.toMatch(/\p{Cs}/u);
  });
});

describe('azure-pipelines', () => {
  it('carries every field of a finding to the agent unchanged', () => {
    const [command] = azureCommandsIn(renderAzureCommands(makeOutcome({ findings: [odd] })));
    expect(command?.name).toBe('task.logissue');
    expect(command?.properties).toEqual({
      type: 'error',
      sourcepath: odd.file,
      linenumber: '3',
      columnnumber: '5',
      code: 'pod-label-misplaced',
    });
    expect(command?.data).toContain('50% of x; y], z\nRemedy: Do\nthis %0A\nRule: ');
  });

  it('shows notes and gaps as plain lines, since there is no issue type for them', () => {
    const gaps = [{ what: 'charts/app', why: 'helm is not on PATH.', remedy: 'Install helm.' }];
    const output = renderAzureCommands(makeOutcome({ findings: [note, warning], gaps }));
    expect(azureCommandsIn(output).map((command) => command.properties.type)).toEqual(['warning']);
    expect(output).toContain('\nn.yaml:3:5: note: ');
    expect(output).toContain('\nNot checked: charts/app: helm is not on PATH. Remedy: Install helm.\n');
  });
});
