/** The command line in a process of its own: exit codes, streams, standard input, and readers that leave. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BundleOptions, nodePath, runBundle } from '../e2e/harness/run-bundle.ts';
import { builtEntries } from './built-entries.ts';
import { inRepository, rightClientId, serviceAccount, wrongClientId } from './repositories.ts';

const entry = builtEntries();
const right = { 'k8s/sa.yaml': serviceAccount(rightClientId) };
const wrong = { 'k8s/sa.yaml': serviceAccount(wrongClientId) };

const idwire = (files: Record<string, string>, args: readonly string[], options: Partial<BundleOptions> = {}) =>
  inRepository(files, (cwd) => runBundle('cli', { cwd, script: entry('cli'), args, ...options }));

describe('exit codes', () => {
  it('0 with nothing at or above fail-on', async () => {
    const run = await idwire(right, ['check']);
    expect(run).toMatchObject({ code: 0, stdout: 'No problems in 1 file.\n', stderr: '' });
  });

  it('1 with findings at or above it, and 0 when it never fails', async () => {
    const run = await idwire(wrong, ['check', 'k8s']);
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/^k8s\/sa\.yaml:7:40: error: .*\[client-id-not-a-guid\]$/m);
    expect(run.stdout).toMatch(/\n1 error, no warnings, no notes in 1 file\.\n$/);
    expect(run.stderr).toBe('');
    expect((await idwire(wrong, ['check', '--fail-on', 'never'])).code).toBe(0);
  });

  const mistakes: [string, string[], RegExp][] = [
    ['an unknown command', ['chek'], /"chek" is not a command.*did you mean check\?.*--help/],
    ['an unknown option', ['check', '--formt', 'json'], /--formt is not an option.*did you mean --format\?/],
    ['a bad value', ['check', '--format', 'xml'], /"xml".*allowed: text, json/],
    ['a path that is not there', ['check', 'nowhere'], /nowhere/],
    ['a hostile path', ['check', '::error::b ##[add-mask]c'], /:\\u003aerror:\\u003ab #\\u0023\[add-mask\]c/],
    [
      'a report file that cannot be written',
      ['check', '--report-file', 'no/such/folder.json'],
      /no\/such\/folder\.json/,
    ],
  ];
  it.each(mistakes)('2 and one line for %s', async (_, args, line) => {
    const run = await idwire(right, args);
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toMatch(/^idwire: [^\n]+\.\n$/);
    expect(run.stderr).toMatch(line);
    expect(run.github).toEqual([]);
  });

  it('2 for a path that cannot be read', async () => {
    const run = await inRepository(right, async (cwd) => {
      fs.symlinkSync('loop', path.join(cwd, 'loop'));
      return runBundle('cli', { cwd, script: entry('cli'), args: ['check', 'loop'] });
    });
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/^idwire: [^\n]*loop[^\n]*ELOOP[^\n]*\n$/);
  });
});

describe('output', () => {
  it.each([['--version'], ['-v'], ['check', '--version']])('tells the version for %s', async (...args) => {
    expect(await idwire({}, args)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\S*\n$/) });
  });

  it.each([[['--help']], [['check', '-h']], [[]]])('helps for %j', async (args) => {
    const run = await idwire({}, args);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('Usage: idwire');
  });

  it('takes manifests from standard input', async () => {
    const run = await idwire({}, ['check', '-', '--format', 'json'], { stdin: serviceAccount(wrongClientId) });
    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout).findings).toMatchObject([{ rule: 'client-id-not-a-guid', file: '-', line: 7 }]);
  });

  it('is the same, byte for byte, in every run', async () => {
    const text = async (format: string) => (await idwire(wrong, ['check', '--format', format])).stdout;
    expect(await text('text')).toBe(await text('text'));
    const json = async () => (await text('json')).replace(/"durationMs": \d+/, '');
    expect(await json()).toBe(await json());
  });

  it('goes to the report file as well', async () => {
    await inRepository(wrong, async (cwd) => {
      const run = await runBundle('cli', {
        cwd,
        script: entry('cli'),
        args: ['check', '--report-file', 'report.json'],
      });
      expect(run.code).toBe(1);
      expect(run.stdout).toContain('client-id-not-a-guid');
      expect(JSON.parse(fs.readFileSync(path.join(cwd, 'report.json'), 'utf8')).conclusion).toBe('failure');
    });
  });

  it('has no colour when it is not for a terminal', async () => {
    expect((await idwire(wrong, ['check'], { env: { TERM: 'xterm-256color' } })).stdout).not.toContain('\u001b');
  });

  it('of one format can be read by the runner of its name only', async () => {
    const github = await idwire(wrong, ['check', '--format', 'github']);
    expect(github.github.map((command) => command.name)).toEqual(['error']);
    expect(github.azure).toEqual([]);
    const azure = await idwire(wrong, ['check', '--format', 'azure-pipelines']);
    expect(azure.azure.map((command) => command.name)).toEqual(['task.logissue']);
    expect(azure.github).toEqual([]);
  });
});

describe('a reader of standard output', () => {
  const many = Object.fromEntries(
    Array.from({ length: 400 }, (_, at) => [`k8s/${at}.yaml`, serviceAccount(wrongClientId, `account-${at}`)]),
  );
  const piped = (reader: string, format: string) =>
    inRepository(many, async (cwd) => {
      const shell = `{ "$0" "$1" check --format ${format}; echo "exit $?" >&2; } | ${reader}`;
      return spawnSync('sh', ['-c', shell, nodePath('node24'), entry('cli')], { cwd, encoding: 'utf8' });
    });

  it('who leaves early costs no error and no other exit code', async () => {
    const { stdout, stderr } = await piped('head -n 1', 'text');
    expect(stdout.split('\n')).toHaveLength(2);
    expect(stderr.trim()).toBe('exit 1');
  });

  it('who is slow gets everything', async () => {
    const { stdout, stderr } = await piped('(sleep 0.5; cat)', 'json');
    expect(JSON.parse(stdout).findings.length).toBeGreaterThanOrEqual(400);
    expect(stderr.trim()).toBe('exit 1');
  });
});
