/** Drifts injected into emulators, each told once and on the right line by the built command line. */
import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLoopbackTls, type LoopbackTls } from '../../../emulators/tls/loopback-tls.ts';
import type { Report } from '../../../src/model/report.ts';
import { builtEntries } from '../../entry/built-entries.ts';
import { runBundle } from '../harness/run-bundle.ts';
import { type Estate, type EstateOptions, startEstate } from './estate.ts';
import { scenarios } from './scenarios.ts';

const built = builtEntries();
let tls: LoopbackTls;
beforeAll(async () => {
  tls = await createLoopbackTls();
});
afterAll(() => tls.remove());

async function inEstate(options: EstateOptions, use: (estate: Estate) => Promise<void>): Promise<void> {
  const estate = await startEstate({ ...options, tls });
  try {
    await use(estate);
  } finally {
    await estate.stop();
  }
}

async function drift(estate: Estate, ...args: readonly string[]): Promise<Report & { readonly code: number | null }> {
  estate.write();
  const run = await runBundle('cli', {
    script: built('cli'),
    cwd: estate.folder,
    args: ['drift', '--format', 'json', '--render', 'never', '--azure-auth', 'environment', ...args],
    env: estate.environment,
  });
  if (!run.stdout) throw new Error(run.stderr);
  return { ...(JSON.parse(run.stdout) as Report), code: run.code };
}

const spotted = ({ findings }: Report) =>
  findings
    .filter(({ suppressed }) => !suppressed)
    .map(({ file, line, rule }) => `${file}:${line} ${rule}`)
    .sort();

describe('drift', { timeout: 60_000 }, () => {
  test('a clean estate reports nothing', () =>
    inEstate({}, async (estate) => {
      const report = await drift(estate, ...estate.access);
      expect(spotted(report)).toEqual([]);
      expect(report.gaps).toEqual([]);
      expect(report.code).toBe(0);
    }));

  for (const { title, options = {}, inject, expected, says = [], silentAbout = [], gaps = 0 } of scenarios)
    test(title, () =>
      inEstate(options, async (estate) => {
        await inject(estate);
        const report = await drift(estate, ...estate.access);
        expect(spotted(report)).toEqual([...expected].sort());
        const texts = report.findings.map(({ message, remedy }) => `${message} ${remedy}`).join('\n');
        for (const text of says) expect(texts).toMatch(text);
        for (const text of silentAbout) expect(texts).not.toMatch(text);
        expect(report.gaps.length).toBe(gaps);
      }),
    );

  test('the same run twice says the same, byte for byte', () =>
    inEstate({}, async (estate) => {
      estate.azure.state.removeCredential(estate.identity, [...estate.identity.credentials.values()][0]?.name ?? '');
      const [first, second] = [await drift(estate, ...estate.access), await drift(estate, ...estate.access)];
      const plain = (report: Report) => JSON.stringify({ ...report, stats: { ...report.stats, durationMs: 0 } });
      expect(plain(first)).toBe(plain(second));
    }));

  test('no cluster is read, and no kubeconfig looked for, unless one is named', () =>
    inEstate({}, async (estate) => {
      estate.write();
      fs.mkdirSync(`${estate.folder}/.kube`);
      const asked = estate.kubernetes.requests.length;
      expect(spotted(await drift(estate))).toEqual([]);
      expect(estate.kubernetes.requests.length).toBe(asked);
    }));

  test('nothing is ever written to the cluster', () =>
    inEstate({}, async (estate) => {
      const before = estate.kubernetes.requests.length;
      await drift(estate, ...estate.access);
      const methods = new Set(estate.kubernetes.requests.slice(before).map(({ method }) => method));
      expect([...methods]).toEqual(['GET']);
    }));
});
