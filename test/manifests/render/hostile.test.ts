/** A repository that wants to fetch, run, read or use up something: refused or bounded, and stated. */
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { realTools } from '../../../scripts/real-tools.ts';
import { reportOf } from './rendered-check.ts';

const { kubectl32, kubectl35, helm3, helm4 } = await realTools();
const account = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  annotations:
    azure.workload.identity/client-id: 11111111-1111-4111-8111-111111111111
`;

let requests = 0;
let address = '';
const server = createServer((_, response) => {
  requests += 1;
  response.end(account);
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  expect(requests).toBe(0);
  server.close();
});

describe.each([
  ['kubectl 1.32', kubectl32],
  ['kubectl 1.35', kubectl35],
])('%s', (_, kustomize) => {
  const check = (kustomization: string, more: Readonly<Record<string, string>> = {}) =>
    reportOf({ 'app/account.yaml': account, 'app/kustomization.yaml': kustomization, ...more }, { kustomize });

  test.each([
    ['a base over HTTP', (at: string) => `resources: [account.yaml, ${at}/base.yaml]\n`],
    ['a repository of git', (at: string) => `resources: [account.yaml, "git::${at}/repository.git//base?ref=main"]\n`],
    ['a component', (at: string) => `resources: [account.yaml]\ncomponents: ["${at}/component?ref=v1"]\n`],
    ['a patch', (at: string) => `resources: [account.yaml]\npatches:\n  - path: ${at}/patch.yaml\n`],
    [
      'a file of a generator',
      (at: string) => `resources: [account.yaml]\nconfigMapGenerator:\n  - name: a\n    files: ["a=${at}/a"]\n`,
    ],
    ['a schema', (at: string) => `resources: [account.yaml]\nopenapi:\n  path: ${at}/schema.json\n`],
  ])('%s is not fetched, and is named', async (_title, kustomization) => {
    const report = await check(kustomization(address));
    expect(report.stats.rendered).toBe(0);
    expect(report.gaps).toHaveLength(1);
    expect(report.gaps[0]?.why).toContain(address);
    expect(report.gaps[0]?.remedy).toContain('allow-remote');
  });

  test('a function that runs a program is not run', async () => {
    const marker = join(mkdtempSync(join(tmpdir(), 'idwire-test-')), 'ran');
    const plugin = `apiVersion: example.com/v1
kind: Evil
metadata:
  name: evil
  annotations:
    config.kubernetes.io/function: |
      exec:
        path: ./evil.sh
`;
    for (const field of ['generators', 'transformers']) {
      const report = await check(`resources: [account.yaml]\n${field}: [plugin.yaml]\n`, {
        'app/plugin.yaml': plugin,
        'app/evil.sh': `#!/bin/sh\ntouch ${marker}\n`,
      });
      expect(report.stats.rendered).toBe(0);
      expect(report.gaps).toHaveLength(1);
    }
    expect(existsSync(marker)).toBe(false);
  });

  test('a chart inside a kustomization is refused with its line', async () => {
    const report = await check(`resources: [account.yaml]\nhelmCharts:\n  - name: a\n    repo: ${address}\n`);
    expect(report.gaps[0]?.why).toContain('app/kustomization.yaml:2');
  });

  test('a link that leads out of the repository is not followed', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'idwire-test-'));
    writeFileSync(join(outside, 'kustomization.yaml'), 'resources: []\n');
    writeFileSync(join(outside, 'secret.yaml'), account);
    const links = { 'app/base': `-> ${outside}`, 'app/secret.yaml': `-> ${join(outside, 'secret.yaml')}` };
    for (const taken of ['base', 'secret.yaml']) {
      const report = await check(`resources: [account.yaml, ${taken}]\n`, links);
      expect(report.stats.rendered).toBe(0);
      expect(report.gaps[0]?.why).toContain(`app/${taken} is a link that leads out of the repository`);
    }
  });

  test('the environment of the job is not there to be read', async () => {
    const files = {
      'app/account.yaml': account,
      'app/kustomization.yaml':
        'resources: [account.yaml]\nconfigMapGenerator:\n  - name: stolen-azure-workload-identity\n    envs: [names.env]\n',
      'app/names.env': 'SECRET_OF_THE_JOB\n',
    };
    const environment = { PATH: '/usr/bin:/bin', SECRET_OF_THE_JOB: 'azure.workload.identity/stolen' };
    const report = await reportOf(files, { kustomize, environment });
    expect(JSON.stringify(report)).not.toContain('stolen"');
  });
});

const chart = (template: string) => ({
  'app/Chart.yaml': 'apiVersion: v2\nname: app\nversion: 0.1.0\n',
  'app/templates/account.yaml': account,
  'app/templates/other.yaml': template,
});

describe.each([
  ['helm 3', helm3],
  ['helm 4', helm4],
])('%s', (_, helm) => {
  const mebibyte = 1024 * 1024;
  const limits = { milliseconds: 20_000, outputBytes: 4 * mebibyte, memoryBytes: 400 * mebibyte };

  test('a loop that makes two gigabytes is ended, and its bound is stated', async () => {
    const files = chart('{{ range until 20000000 }}# {{ . }} {{ repeat 90 "x" }}\n{{ end }}');
    const report = await reportOf(files, { helm, limits });
    expect(report.stats.rendered).toBe(0);
    expect(report.gaps[0]?.why).toMatch(
      /was stopped because it (?:used more than 400 MiB of memory|ran longer than 20 s)/,
    );
  });

  test('an output over its bound is ended', async () => {
    const report = await reportOf(chart('{{ range until 60000 }}# {{ repeat 90 "x" }}\n{{ end }}a: 1\n'), {
      helm,
      limits,
    });
    expect(report.gaps[0]?.why).toContain('its output is larger than 4 MiB');
  });

  test('a chart that runs too long is ended', async () => {
    const slow = '{{ range until 30000 }}{{ range until 30000 }}{{ end }}{{ end }}';
    const report = await reportOf(chart(slow), { helm, limits: { ...limits, milliseconds: 700 } });
    expect(report.gaps[0]?.why).toContain('it ran longer than 0.7 s');
  });

  test('a dependency that is not there is not fetched, and is named', async () => {
    const files = {
      ...chart('# nothing\n'),
      'app/Chart.yaml': `apiVersion: v2\nname: app\nversion: 0.1.0\ndependencies:\n  - name: common\n    version: 1.0.0\n    repository: ${address}\n`,
    };
    const report = await reportOf(files, { helm });
    expect(report.gaps[0]?.why).toContain('it depends on common (app/Chart.yaml:5)');
  });

  test('a link in a chart that leads out of the repository is not followed', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'idwire-test-'));
    writeFileSync(join(outside, 'secret.yaml'), account);
    const report = await reportOf(
      { ...chart('# nothing\n'), 'app/templates/secret.yaml': `-> ${outside}/secret.yaml` },
      { helm },
    );
    expect(report.stats.rendered).toBe(0);
    expect(report.gaps[0]?.why).toContain('app/templates/secret.yaml is a link that leads out of the repository');
  });
});
