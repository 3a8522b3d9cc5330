/** The floor reads every byte of every file, whatever its size, and follows no link. */

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readEveryByte } from '../../../scripts/bench/floor.ts';
import { generateRepository } from '../../../scripts/bench/generate-repository.ts';
import { temporaryFolder } from './temporary-folder.ts';

// Real processes and thousands of files: slow beside other work on the machine, never stuck.
vi.setConfig({ testTimeout: 60_000 });

test('a generated repository is read to the last byte', () => {
  const { directory, files, bytes } = generateRepository(temporaryFolder(), { manifests: 150 });
  expect(readEveryByte(directory)).toEqual({ files, bytes });
});

test('empty files and files around the size of the buffer are read whole', () => {
  const folder = temporaryFolder();
  const mebibyte = 1024 * 1024;
  const sizes = [0, 1, mebibyte - 1, mebibyte, mebibyte + 1, 3 * mebibyte];
  for (const size of sizes) writeFileSync(join(folder, String(size)), Buffer.alloc(size));
  expect(readEveryByte(folder)).toEqual({ files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) });
});

test('links are not followed', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'deep'));
  writeFileSync(join(folder, 'deep/a.yaml'), 'a: 1\n');
  symlinkSync(folder, join(folder, 'deep/up'));
  symlinkSync(join(folder, 'deep/a.yaml'), join(folder, 'same.yaml'));
  expect(readEveryByte(folder)).toEqual({ files: 1, bytes: 5 });
});
