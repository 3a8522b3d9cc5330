/** The extension is packed as the marketplace takes it, and its task runs from where it is unpacked. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../scripts/generated-files.ts';
import { packExtension } from '../../scripts/package/extension.ts';
import { runBundle } from '../e2e/harness/run-bundle.ts';
import { inRepository, serviceAccount, wrongClientId } from '../entry/repositories.ts';

const unpacked = mkdtempSync(join(tmpdir(), 'idwire-extension-'));
let packed: Buffer;
let parts: Readonly<Record<string, Uint8Array>>;

beforeAll(() => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/package.ts'], {
    cwd: projectRoot,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  packed = readFileSync(join(projectRoot, /^out\/\S+\.vsix/.exec(stdout)?.[0] ?? ''));
  parts = unzipSync(packed);
  for (const [path, contents] of Object.entries(parts)) {
    mkdirSync(dirname(join(unpacked, path)), { recursive: true });
    writeFileSync(join(unpacked, path), contents);
  }
}, 60_000);
afterAll(() => rmSync(unpacked, { recursive: true }));

const text = (path: string) => new TextDecoder().decode(parts[path]);

describe('the package', () => {
  test('is at most 4 MiB', () => expect(packed.length).toBeLessThanOrEqual(4 * 1024 * 1024));

  test('states identity, assets that are there, and the type of every part', () => {
    const manifest = text('extension.vsixmanifest');
    expect(manifest).toMatch(/<Identity Language="en-US" Id="idwire" Publisher="idwire" Version="\d+\.\d+\.\d+"\/>/);
    const assets = [...manifest.matchAll(/<Asset [^>]*Path="([^"]+)"/g)].map(([, path = '']) => path);
    expect(assets).toHaveLength(4);
    for (const path of assets) expect(Object.keys(parts)).toContain(path);
    const types = [...text('[Content_Types].xml').matchAll(/Extension="([^"]+)"/g)].map(([, extension]) => extension);
    for (const path of Object.keys(parts))
      if (path !== '[Content_Types].xml') expect(types).toContain(/\.\w+$/.exec(path)?.[0]);
  });

  test('contributes the task in its folder, with both handlers, its icon and nothing that is missing', () => {
    const { contributions } = JSON.parse(text('extension.vsomanifest'));
    expect(contributions).toMatchObject([{ type: 'ms.vss-distributed-task.task', properties: { name: 'Idwire' } }]);
    const task = JSON.parse(text('Idwire/task.json'));
    expect(Object.keys(task.execution)).toEqual(['Node20_1', 'Node24']);
    for (const { target } of Object.values<{ target: string }>(task.execution))
      expect(existsSync(join(unpacked, 'Idwire', target))).toBe(true);
    expect(existsSync(join(unpacked, 'Idwire/icon.png'))).toBe(true);
    expect(text('Idwire/dist/THIRD-PARTY.txt')).toContain('azure-pipelines-task-lib');
  });

  test('has the same bytes again', () => {
    const read = (path: string) => {
      const from =
        { 'task.json': 'Idwire/task.json', 'task-icon.png': 'Idwire/icon.png', dist: 'Idwire/dist' }[path] ?? path;
      const files = Object.entries(parts).filter(([name]) => name === from || name.startsWith(`${from}/`));
      if (path === 'vss-extension.json') return new Map([[path, readFileSync(join(projectRoot, 'task', path))]]);
      return new Map(files.map(([name, contents]) => [path + name.slice(from.length), contents]));
    };
    expect(Buffer.from(packExtension(read)).equals(packed)).toBe(true);
  });

  test('is not made of files that are missing', () => {
    expect(() =>
      packExtension(
        (path) => new Map(path.endsWith('.json') ? [[path, readFileSync(join(projectRoot, 'task', path))]] : []),
      ),
    ).toThrow('There is no icon.png');
  });
});

const legs = ['node24', ...(process.platform === 'linux' ? ['node20' as const] : [])] as const;
test.each(legs)('the unpacked task runs on %s', async (node) => {
  const script = join(unpacked, 'Idwire/dist/azure-pipelines.mjs');
  const run = await inRepository({ 'k8s/sa.yaml': serviceAccount(wrongClientId) }, (cwd) =>
    runBundle('azure-pipelines', { cwd, script, node }),
  );
  expect(run.result).toBe('Failed');
  expect(run.summary).toContain('client-id-not-a-guid');
});
