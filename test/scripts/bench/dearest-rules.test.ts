/** The cost of a rule is read from a real profile of a real bundle, helpers included, the engine excluded. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, onTestFinished, test, vi } from 'vitest';
import { run } from '../../../scripts/bench/measure.ts';
import { Workbench } from '../../../scripts/bench/workbench.ts';
import { temporaryFolder } from './temporary-folder.ts';

const spin = `export function spin(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) Math.sqrt(end);
}
`;
const rule = (milliseconds: number) => `import { spin } from '../../model/spin.ts';
export function check(): void {
  spin(${milliseconds});
}
`;
const sources = {
  'src/model/spin.ts': spin,
  'src/rules/static/cheap-rule.ts': rule(30),
  'src/rules/pipeline/dear-rule.ts': rule(150),
  'src/rules/engine.ts': `import { check as cheap } from './static/cheap-rule.ts';
import { check as dear } from './pipeline/dear-rule.ts';
import { spin } from '../model/spin.ts';
spin(300);
cheap();
dear();
`,
};

// Real processes and thousands of files: slow beside other work on the machine, never stuck.
vi.setConfig({ testTimeout: 60_000 });

test('rules are ordered by the time that they and what they call take', async () => {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(sources)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const cli = join(folder, 'cli.mjs');
  await build({
    entryPoints: ['src/rules/engine.ts'],
    outfile: cli,
    absWorkingDir: folder,
    bundle: true,
    format: 'esm',
    platform: 'node',
  });
  const bench = new Workbench({ cli });
  onTestFinished(() => bench.close());

  const costs = bench.ruleCosts(bench.cli([]), (command) => run(command, 'ignore'));

  expect([...costs.keys()]).toEqual(['dear-rule', 'cheap-rule']);
  const milliseconds = (name: string) => (costs.get(name) ?? 0) / 1000;
  expect(milliseconds('dear-rule')).toBeGreaterThan(100);
  expect(milliseconds('dear-rule')).toBeLessThan(300);
  expect(milliseconds('cheap-rule')).toBeLessThan(100);
});
