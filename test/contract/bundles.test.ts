/** The committed bundles run on the Node of each host; the task's on Node 20 too, since agents may run it there. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../scripts/generated-files.ts';
import { defaultText, inputsOn, nameOn } from '../../src/config/inputs.ts';

const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };

/** Node 20 comes from a package that exists for Linux x64 alone. */
const nodes = [
  { name: 'the Node of the tests', node: process.execPath, version: process.version, here: true },
  {
    name: 'Node 20',
    node: join(projectRoot, 'node_modules/node20/bin/node'),
    version: expect.stringMatching(/^v20\./),
    here: process.platform === 'linux' && process.arch === 'x64',
  },
];

const workspace = mkdtempSync(join(tmpdir(), 'idwire-bundles-'));
afterAll(() => rmSync(workspace, { recursive: true }));

const account = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: my identity
`;
writeFileSync(join(workspace, 'account.yaml'), account);

/** What an agent or runner sets: every input with its default. */
function environment(host: 'action' | 'task'): Record<string, string> {
  const inputs = inputsOn(host).map((name) => [`INPUT_${nameOn(host, name).toUpperCase()}`, defaultText(name)]);
  return { ...Object.fromEntries(inputs), PATH: process.env.PATH ?? '' };
}

describe.each(nodes)('on $name', ({ node, version: nodeVersion, here }) => {
  const run = (bundle: string, args: readonly string[], env: Record<string, string>) =>
    spawnSync(node, [join(projectRoot, bundle), ...args], { cwd: workspace, env, encoding: 'utf8' });

  test.runIf(here)('the Node is the one that is meant', () => {
    expect(execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()).toEqual(nodeVersion);
  });

  test.runIf(here)('the command line says its version and judges a file', () => {
    expect(run('dist/cli.mjs', ['--version'], {})).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
    const { status, stdout } = run('dist/cli.mjs', ['check', 'account.yaml'], environment('action'));
    expect(stdout).toContain('account.yaml:7');
    expect(stdout).toContain('client-id-not-a-guid');
    expect(status).toBe(1);
  });

  test.runIf(here)('the task judges the workspace and completes as failed', () => {
    const { stdout } = run('task/dist/azure-pipelines.mjs', [], { ...environment('task'), TF_BUILD: 'True' });
    expect(stdout).toMatch(/^##vso\[task\.logissue .*client-id-not-a-guid/m);
    expect(stdout).toMatch(/^##vso\[task\.complete result=Failed/m);
  });
});
