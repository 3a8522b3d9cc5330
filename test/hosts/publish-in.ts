/** Runs the publishing script as a step of a host. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BundleOptions, type BundleRun, runBundle } from '../e2e/harness/run-bundle.ts';
import type { Scenario } from './publish-script.ts';

const script = fileURLToPath(new URL('./publish-script.ts', import.meta.url));

/** Publishes on the host in a fresh folder and returns what its runner saw. */
export async function publishIn(
  host: 'github' | 'azure-pipelines',
  scenario: Scenario,
  options: Partial<BundleOptions> = {},
): Promise<BundleRun> {
  const cwd = fs.mkdtempSync(path.join(os.tmpdir(), 'idwire-publish-'));
  try {
    const file = path.join(cwd, 'scenario.json');
    fs.writeFileSync(file, JSON.stringify(scenario));
    return await runBundle(host, { cwd, script, args: [host, file], ...options });
  } finally {
    fs.rmSync(cwd, { recursive: true });
  }
}
