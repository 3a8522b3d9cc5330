/** `fix` in a process of its own: files on disk, diffs that git takes, exit codes, and what is refused. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { realTools } from '../../scripts/real-tools.ts';
import { runBundle } from '../e2e/harness/run-bundle.ts';
import { builtEntries } from './built-entries.ts';
import { inRepository, rightClientId, serviceAccount } from './repositories.ts';

const entry = builtEntries();
const misspelt = (name: string) => serviceAccount(rightClientId, name).replace('/client-id:', '/clientid:');
const files = {
  'k8s/a.yaml': `# of the shop\n${misspelt('a')}`,
  'k8s/b c.yaml': `${misspelt('b')}---\n${misspelt('c')}`,
  'good.yaml': serviceAccount(rightClientId, 'd'),
};
const mended = Object.fromEntries(
  Object.entries(files).map(([file, text]) => [file, text.replaceAll('/clientid:', '/client-id:')]),
);

const idwire = (cwd: string, ...args: readonly string[]) => runBundle('cli', { cwd, script: entry('cli'), args });
const contentsOf = (cwd: string) =>
  Object.fromEntries(Object.keys(files).map((file) => [file, fs.readFileSync(path.join(cwd, file), 'utf8')]));

describe('fix', () => {
  it('mends the files, says so, and has nothing left to do', async () => {
    await inRepository(files, async (cwd) => {
      const run = await idwire(cwd, 'fix');
      expect(run).toMatchObject({ code: 0, stderr: '' });
      expect(run.stdout).toBe(
        [
          'Mended client-id-misspelt at k8s/a.yaml:8.',
          'Mended client-id-misspelt at k8s/b c.yaml:7.',
          'Mended client-id-misspelt at k8s/b c.yaml:15.',
          '',
          'No problems in 3 files (3 mended).',
          '',
        ].join('\n'),
      );
      expect(contentsOf(cwd)).toEqual(mended);
      expect((await idwire(cwd, 'fix')).stdout).toBe('No problems in 3 files.\n');
      expect((await idwire(cwd, 'check')).code).toBe(0);
    });
  });

  it('prints a diff that git applies, and leaves the files alone', async () => {
    await inRepository(files, async (cwd) => {
      const run = await idwire(cwd, 'fix', '--dry-run');
      expect(run).toMatchObject({ code: 0, stderr: '' });
      expect(run.stdout).toContain('Would mend client-id-misspelt at k8s/a.yaml:8.\n');
      expect(contentsOf(cwd)).toEqual(files);
      execFileSync('git', ['apply', '-'], { cwd, input: run.stdout });
      expect(contentsOf(cwd)).toEqual(mended);
    });
  });

  it('keeps the diff whole in the JSON report, line ends and all', async () => {
    const windows = Object.fromEntries(
      Object.entries(files).map(([file, text]) => [file, text.replaceAll('\n', '\r\n')]),
    );
    await inRepository(windows, async (cwd) => {
      const run = await idwire(cwd, 'fix', '--dry-run', '--format', 'json');
      const { fixes } = JSON.parse(run.stdout);
      const input = fixes.files.map(({ diff }: { diff: string }) => diff).join('');
      execFileSync('git', ['-c', 'core.autocrlf=false', 'apply', '-'], { cwd, input });
      for (const [file, text] of Object.entries(contentsOf(cwd))) {
        expect(text).toBe((mended[file] as string).replaceAll('\n', '\r\n'));
      }
    });
  });

  it('exits with 1 when something at fail-on is left, and names the file that it left', async () => {
    await inRepository(files, async (cwd) => {
      fs.renameSync(path.join(cwd, 'k8s/a.yaml'), path.join(cwd, 'real'));
      fs.symlinkSync('../real', path.join(cwd, 'k8s/a.yaml'));
      fs.chmodSync(path.join(cwd, 'k8s/b c.yaml'), 0o444);
      const run = await idwire(cwd, 'fix', 'k8s', 'k8s/a.yaml');
      expect(run.code).toBe(1);
      expect(run.stdout).toContain('Left client-id-misspelt at k8s/a.yaml:8: The file is a symbolic link');
      expect(run.stdout).toContain('Left client-id-misspelt at k8s/b c.yaml:7: The file is read-only.');
      expect(run.stdout).toMatch(/3 errors, .* \(3 left\)\.\n$/);
      expect(contentsOf(cwd)).toEqual(files);
      expect((await idwire(cwd, 'fix', 'k8s', '--fail-on', 'never')).code).toBe(0);
    });
  });

  it('refuses standard input, and is no command of the hosts', async () => {
    await inRepository(files, async (cwd) => {
      const run = await idwire(cwd, 'fix', '-');
      expect(run).toMatchObject({ code: 2, stdout: '' });
      expect(run.stderr).toBe(
        'idwire: Standard input cannot be mended. One of the paths is "-". Name files or folders instead.\n',
      );
      const { code, stderr } = await idwire(cwd, 'check', '--dry-run');
      expect(code).toBe(2);
      expect(stderr).toMatch(/--dry-run is an option of apply, fix, not of check/);
    });
  });

  it('keeps the mode of a file', async () => {
    await inRepository(files, async (cwd) => {
      fs.chmodSync(path.join(cwd, 'k8s/a.yaml'), 0o755);
      await idwire(cwd, 'fix');
      expect(fs.statSync(path.join(cwd, 'k8s/a.yaml')).mode & 0o777).toBe(0o755);
    });
  });
});

describe('a rendered object', () => {
  const base = 'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: orders\n  annotations:\n    KEY: x # why\n';
  const account = (key: string) => base.replace('KEY: x', `azure.workload.identity/${key}: ${rightClientId}`);
  const roots = {
    'base/account.yaml': account('clientid'),
    'base/kustomization.yaml': 'resources: [account.yaml]\n',
    'overlays/one/kustomization.yaml': 'namespace: one\nresources: [../../base]\n',
    'overlays/two/kustomization.yaml': 'namespace: two\nresources: [../../base]\n',
  };

  // The first call unpacks the tools.
  it('is mended in the file that it comes from, as shown before', { timeout: 60_000 }, async () => {
    const { kubectl35 } = await realTools();
    await inRepository(roots, async (cwd) => {
      fs.mkdirSync(path.join(cwd, '.git'));
      fs.symlinkSync(kubectl35, path.join(cwd, '.git/kubectl'));
      const env = { PATH: path.join(cwd, '.git') };
      const run = (...args: readonly string[]) => runBundle('cli', { cwd, script: entry('cli'), args, env });
      const text = () => fs.readFileSync(path.join(cwd, 'base/account.yaml'), 'utf8');
      const dry = await run('fix', '--dry-run');
      expect(dry.stdout).toContain('Would mend client-id-misspelt at base/account.yaml:6.');
      expect(dry.stdout).toContain('2 rendered roots');
      expect(text()).toBe(account('clientid'));
      const wet = await run('fix');
      expect(wet).toMatchObject({ code: 0, stderr: '' });
      expect(wet.stdout).toContain('Mended client-id-misspelt at base/account.yaml:6.');
      expect(text()).toBe(account('client-id'));
    });
  });
});

describe('the files that a person asks for', () => {
  it('are written beside the report', async () => {
    await inRepository(files, async (cwd) => {
      const run = await idwire(cwd, 'check', '--sarif-file', 'out.sarif', '--html-file', 'out.html');
      expect(run.code).toBe(1);
      const sarif = JSON.parse(fs.readFileSync(path.join(cwd, 'out.sarif'), 'utf8'));
      expect(sarif.runs[0].results).toHaveLength(3);
      expect(fs.readFileSync(path.join(cwd, 'out.html'), 'utf8')).toContain('client-id-misspelt');
      const printed = await idwire(cwd, 'check', '--format', 'sarif');
      expect(JSON.parse(printed.stdout)).toEqual(sarif);
    });
  });
});
