/** The pinned tools are there after an installation, run, and are the versions that golden files depend on. */

import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { realTools } from '../../scripts/real-tools.ts';

test('helm and kubectl run in the pinned versions', async () => {
  const tools = await realTools();
  const output = (file: string, ...args: string[]) => execFileSync(file, args, { encoding: 'utf8' });
  expect(output(tools.helm3, 'version', '--short')).toMatch(/^v3\.17\.2/);
  expect(output(tools.helm4, 'version', '--short')).toMatch(/^v4\.1\.4/);
  expect(output(tools.kubectl32, 'version', '--client')).toMatch(/v1\.32\.3\nKustomize Version: v5\.5\.0/);
  expect(output(tools.kubectl35, 'version', '--client')).toMatch(/v1\.35\.2\nKustomize Version: v5\.7\.1/);
}, 60_000);
