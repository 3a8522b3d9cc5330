/** The demo through the committed command line: it tells its story and ends well. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { githubCommandsIn } from '../e2e/harness/runner-commands.ts';

const root = join(import.meta.dirname, '../..');

describe('idwire demo', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli.mjs'), 'demo'], {
    encoding: 'utf8',
  });

  it('ends well, and shows the faults on both hosts before they are mended', () => {
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const [before = '', after = ''] = stdout.split('=== The author mends it');
    for (const rule of [
      'pod-label-misplaced',
      'client-id-misspelt',
      'client-id-not-a-guid',
      'token-lifetime-out-of-range',
    ]) {
      expect(before.split(`::error title=Idwire%3A ${rule},`)).toHaveLength(2);
      expect(before.split(`code=${rule};`)).toHaveLength(2);
    }
    expect(after).not.toMatch(/::error|logissue|result=Failed/);
    expect(after.split('No problems in 3 files.').length).toBeGreaterThan(4);
  });

  it('prints nothing that a runner would act on', () => {
    expect(githubCommandsIn(stdout)).toEqual([]);
  });
});
