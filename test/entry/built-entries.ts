/** The bundles of the sources as they are now, built once for a test file, so that no test runs a stale `dist`. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { bundle, bundleSets } from '../../scripts/bundle.ts';
import { repositoryRoot, type Which } from '../e2e/harness/run-bundle.ts';

/** Builds before the tests of the calling file and removes afterwards. Returns the path of each entry's bundle. */
export function builtEntries(): (which: Which) => string {
  let folder = '';
  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'idwire-built-'));
    for (const set of bundleSets) {
      for (const [file, contents] of await bundle(repositoryRoot, set)) {
        const target = path.join(folder, file);
        fs.mkdirSync(path.dirname(target), { recursive: true });
        fs.writeFileSync(target, contents);
      }
    }
  });
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
  return (which) => path.join(folder, which === 'azure-pipelines' ? 'task/dist' : 'dist', `${which}.mjs`);
}
