/** `npm run bench` as a process: a line for each benchmark, and an exit code that a job can act on. */

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

// Real processes and thousands of files: slow beside other work on the machine, never stuck.
vi.setConfig({ testTimeout: 60_000 });

const script = fileURLToPath(new URL('../../../scripts/bench/bench.ts', import.meta.url));

/** Runs the start-up benchmark over a command line tool that is one line of code. */
function benchmarkStartUp(code: string) {
  const folder = temporaryFolder();
  const cli = join(folder, 'cli.mjs');
  writeFileSync(cli, code);
  const result = spawnSync(process.execPath, [script, 'start-up', '--cli', cli], {
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: folder },
  });
  return { status: result.status, output: result.stdout };
}

test('a tool within its budget passes', () => {
  const { status, output } = benchmarkStartUp('console.log("0.1.0");');
  expect(output).toMatch(/^start-up, .* x {4}<= +1\.50 x .* ok$/m);
  expect(status).toBe(0);
});

test('a tool over its budget fails', () => {
  const { status, output } = benchmarkStartUp('await new Promise((done) => setTimeout(done, 150));');
  expect(output).toMatch(/^start-up, .* over$/m);
  expect(status).toBe(1);
});

test('a tool that ends in an error fails, with its words', () => {
  const { status, output } = benchmarkStartUp('throw new Error("not today");');
  expect(output).toMatch(/cannot be measured: .*not today/s);
  expect(status).toBe(1);
});

test('a filter that selects nothing is bad input', () => {
  const { status, stderr } = spawnSync(process.execPath, [script, 'no such line'], { encoding: 'utf8' });
  expect(stderr).toContain('No benchmark is called "no such line"');
  expect(status).toBe(2);
});
