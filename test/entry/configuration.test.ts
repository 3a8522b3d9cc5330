/** `idwire.yaml`, `--only-changed` and `--baseline` through the built command line. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { runBundle } from '../e2e/harness/run-bundle.ts';
import { builtEntries } from './built-entries.ts';
import { inRepository, serviceAccount, wrongClientId } from './repositories.ts';

const entry = builtEntries();
const wrong = { 'k8s/sa.yaml': serviceAccount(wrongClientId) };
const idwire = (files: Record<string, string>, ...args: readonly string[]) =>
  inRepository(files, (cwd) => runBundle('cli', { cwd, script: entry('cli'), args: ['check', ...args] }));

describe('the configuration', () => {
  const off = 'rules: {client-id-not-a-guid: off}\n';
  const note = 'rules: {client-id-not-a-guid: note}\n';
  const table: [string, Record<string, string>, string[], number][] = [
    ['none', {}, [], 1],
    ['idwire.yaml', { 'idwire.yaml': off }, [], 0],
    ['.github/idwire.yaml', { '.github/idwire.yaml': note }, [], 0],
    ['idwire.yaml before .github/idwire.yaml', { 'idwire.yaml': '', '.github/idwire.yaml': off }, [], 1],
    ['the named file alone', { 'idwire.yaml': off, 'b.yaml': '' }, ['--config', 'b.yaml'], 1],
    ['ignored files', { 'idwire.yaml': 'ignore: [k8s]\n' }, [], 0],
    ['an input, which beats it', { 'idwire.yaml': note }, ['--fail-on', 'note'], 1],
  ];
  it.each(table)('%s', async (_, files, args, code) => {
    expect(await idwire({ ...wrong, ...files }, ...args)).toMatchObject({ code, stderr: '' });
  });

  const mistakes: [string, Record<string, string>, string[], string[]][] = [
    [
      'mistakes in it',
      { 'idwire.yaml': 'ownr: a\nrules: {client-id-not-a-guid: of}\n' },
      [],
      ['idwire.yaml has 2 mistakes.', 'idwire.yaml:1:1: ', 'idwire.yaml:2:31: ', '(did you mean off?)'],
    ],
    [
      'a source that is missing',
      { 'idwire.yaml': 'clusters:\n  - name: a\n    sources: [k8s, gone]\n' },
      [],
      ['idwire.yaml:3:20: There is no gone.'],
    ],
    ['a file that is missing', {}, ['--config', 'gone.yaml'], ['Cannot read gone.yaml.']],
    ['a baseline that is none', { 'b.json': '{}' }, ['--baseline', 'b.json'], ['The baseline b.json is not a report']],
  ];
  it.each(mistakes)('2 for %s', async (_, files, args, told) => {
    const run = await idwire({ ...wrong, ...files }, ...args);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    for (const part of told) expect(run.stderr).toContain(part);
  });
});

it('only what changed since the default branch fails a run', async () => {
  await inRepository(wrong, async (cwd) => {
    const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'init.defaultBranch=main'];
    const commands = ['init --quiet', 'add .', 'commit --quiet --message one', 'switch --quiet --create two'];
    for (const command of commands) execFileSync('git', [...identity, ...command.split(' ')], { cwd });
    const run = await runBundle('cli', { cwd, script: entry('cli'), args: ['check', '--only-changed'] });
    expect(run).toMatchObject({ code: 0, stderr: '', stdout: 'No problems in 1 file (1 suppressed).\n' });
  });
});
