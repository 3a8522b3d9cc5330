/** The download is every file that a job can need; what only the demo loads is left out. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { downloadSize } from '../../../scripts/bench/download-size.ts';
import { temporaryFolder } from './temporary-folder.ts';

function write(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const needed = {
  'dist/cli.mjs': 'import "./shared.mjs";\nif (process.argv[2] === "demo") await import("./demo.mjs");\n',
  'dist/shared.mjs': 'import { readFileSync } from "node:fs";\nexport const read = () => import("./lazy.mjs");\n',
  'dist/lazy.mjs': 'export default "import(\'./stage.mjs\')";\n',
  'dist/grammar.wasm': 'any bytes',
  'task/dist/azure-pipelines.mjs': 'import "./shared.mjs";\n',
  'task/dist/shared.mjs': 'export {};\n',
};
const demo = {
  'dist/demo.mjs': 'import "./shared.mjs";\nimport "./stage.mjs";\n',
  'dist/stage.mjs': 'export const curtain = "up";\n',
};

test('modules that the demo alone reaches do not count', async () => {
  const folder = write({ ...needed, ...demo });
  const size = await downloadSize([join(folder, 'dist'), join(folder, 'task/dist')]);
  expect(size.files).toBe(Object.keys(needed).length);
  expect(size.bytes).toBe(Object.values(needed).join('').length);
});

test('compressible files are smaller compressed, and an absent folder counts as nothing', async () => {
  const folder = write({ 'dist/cli.mjs': `export const text = "${'a'.repeat(10_000)}";\n` });
  const size = await downloadSize([join(folder, 'dist'), join(folder, 'task/dist')]);
  expect(size.files).toBe(1);
  expect(size.compressedBytes).toBeLessThan(size.bytes / 10);
  expect(size.compressedBytes).toBeGreaterThan(0);
});

test('without any bundle there is nothing to judge', async () => {
  await expect(downloadSize([join(temporaryFolder(), 'dist')])).rejects.toThrow(/npm run build/);
});
