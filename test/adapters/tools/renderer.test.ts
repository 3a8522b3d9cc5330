/** The renderers keep their promises by themselves, whatever the layers above let through. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { realTools } from '../../../scripts/real-tools.ts';
import { createRenderer } from '../../../src/adapters/tools/renderer.ts';
import { trimMessage } from '../../../src/adapters/tools/tool-message.ts';

const { kubectl32, kubectl35, helm3 } = await realTools();
const folder = mkdtempSync(join(tmpdir(), 'idwire-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function rendererOf(kustomize: string, temporary = folder) {
  return createRenderer({
    kustomize,
    helm: helm3,
    allowRemote: false,
    workingDirectory: folder,
    environment: { PATH: '/usr/bin:/bin', TMPDIR: temporary, HTTPS_PROXY: 'http://proxy.example.com' },
  });
}

describe.each([
  ['kubectl 1.32', kubectl32],
  ['kubectl 1.35', kubectl35],
])('%s', (_, kustomize) => {
  test.each([
    ['over HTTP', 'http://bases.example.com/base.yaml'],
    ['with git', 'https://bases.example.com/repository.git?ref=main'],
    ['with git over SSH', 'git@bases.example.com:shop/repository.git?ref=main'],
    ['with git from another folder', `file://${folder}/repository.git?ref=main`],
  ])('a base %s fails at once', async (_title, base) => {
    writeFileSync(join(folder, 'kustomization.yaml'), `resources: ["${base}"]\n`);
    const renderer = rendererOf(kustomize);
    const start = performance.now();
    const outcome = await renderer.kustomize({ folder: '.' });
    renderer.close();
    expect(outcome.rendered).toBe(false);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

test('names of the repository are never options of helm', async () => {
  const chart = join(folder, 'chart');
  mkdirSync(join(chart, 'templates'), { recursive: true });
  const marker = join(folder, 'ran');
  const program = join(folder, 'evil.sh');
  writeFileSync(program, `#!/bin/sh\ntouch ${marker}\ncat\n`, { mode: 0o755 });
  writeFileSync(join(chart, 'Chart.yaml'), 'apiVersion: v2\nname: app\nversion: 0.1.0\n');
  writeFileSync(join(chart, 'templates/a.yaml'), 'a: {{ .Values.a }}\n');
  const renderer = rendererOf(kubectl32);
  const common = {
    chart: 'chart',
    namespace: 'shop',
    sets: ['a=b'],
    vendored: new Map<string, string>(),
    fetchDependencies: false,
  };
  const values = [{ text: 'b: c' }];
  const good = await renderer.helm({ ...common, values, release: 'orders' });
  const bad = await renderer.helm({ ...common, values, release: `--post-renderer=${program}` });
  await renderer.helm({
    ...common,
    values,
    release: 'orders',
    sets: [`a=b`, `--post-renderer=${program}`],
  });
  renderer.close();
  expect(good).toEqual({ rendered: true, text: expect.stringContaining('a: b') as string });
  expect(bad.rendered).toBe(false);
  expect(existsSync(marker)).toBe(false);
});

test('closing ends what runs and removes what was written', async () => {
  writeFileSync(join(folder, 'kustomization.yaml'), 'configMapGenerator:\n  - name: a\n    literals: [a=b]\n');
  const before = readdirSync(tmpdir()).filter((name) => /^idwire-\w{6}$/.test(name));
  const renderer = rendererOf(kubectl32);
  const running = renderer.kustomize({ folder: '.' });
  await new Promise((resolve) => setTimeout(resolve, 5));
  renderer.close();
  const outcome = await running;
  expect(outcome).toEqual({ rendered: false, why: expect.stringContaining('the run was ended') as string });
  const left = readdirSync(tmpdir()).filter((name) => /^idwire-\w{6}$/.test(name) && !before.includes(name));
  expect(left.filter((name) => existsSync(join(tmpdir(), name, 'kubeconfig')))).toEqual([]);
});

test('a program that cannot be started is an outcome', async () => {
  const text = join(folder, 'text');
  writeFileSync(text, 'no program\n', { mode: 0o755 });
  const renderer = rendererOf(text);
  const outcome = await renderer.kustomize({ folder: '.' });
  renderer.close();
  expect(outcome.rendered).toBe(false);
});

test('messages lose the way to the failure, advice, and paths of the machine', () => {
  const message = `Error: accumulating resources: accumulation err='accumulating resources from '../a': '/w/a' must resolve to a file': recursed accumulation of path '/w/a': no matches for Id Deployment/x
Use --debug flag to render out invalid YAML
`;
  expect(trimMessage(message, ['/w'])).toBe('no matches for Id Deployment/x');
  expect(trimMessage('', [])).toBe('it ended without a message');
  expect(trimMessage('x'.repeat(5000), []).length).toBeLessThan(700);
});
