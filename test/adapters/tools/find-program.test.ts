/** Programs are found on PATH as a shell finds them, and never in a folder that the repository can fill. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findProgram } from '../../../src/adapters/tools/find-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'idwire-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
for (const name of ['helm', 'kustomize']) writeFileSync(join(folder, name), '#!/bin/sh\n');
chmodSync(join(folder, 'helm'), 0o755);

test.each([
  ['by its name on PATH', 'helm', `/nowhere:${folder}`, join(folder, 'helm')],
  ['by its path', './helm', '', join(folder, 'helm')],
  ['by its absolute path', join(folder, 'helm'), '', join(folder, 'helm')],
  ['not when it cannot be executed', 'kustomize', folder, undefined],
  ['not when it is nowhere', 'kubectl', folder, undefined],
  ['not through an empty entry', 'helm', ':', undefined],
  ['not through a relative entry', 'helm', '.:./bin', undefined],
])('%s', (_, name, path, expected) => {
  expect(findProgram(name, { PATH: path }, folder)).toBe(expected);
});
