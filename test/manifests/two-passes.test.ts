/** Reading only what can matter finds the same as parsing everything. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateRepository } from '../../scripts/bench/generate-repository.ts';
import { createFiles } from '../../src/adapters/files.ts';
import { check } from '../../src/app/check.ts';
import type { Report } from '../../src/model/report.ts';
import { prepareExample } from '../rules/judge-example.ts';
import { exampleModules } from '../rules/rule-examples.ts';

const log = { progress() {}, notice() {}, debug() {} };
const clock = { monotonic: () => 0, sleep: async () => {} };

async function checkFolder(folder: string, exhaustive: boolean): Promise<Report> {
  const inputs = { paths: ['.'], exhaustive, failOn: 'never' as const };
  return (await check(inputs, { files: createFiles(folder), log, clock })).report;
}

async function inFolder<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'idwire-passes-'));
  try {
    return await work(folder);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

describe('two passes against parsing everything', () => {
  it.each([1, 2, 3])('over a generated repository with faults, seed %i', async (seed) => {
    await inFolder(async (folder) => {
      generateRepository(folder, { manifests: 600, seed, faults: 12 });
      const [fast, all] = [await checkFolder(folder, false), await checkFolder(folder, true)];
      expect(fast.findings).toEqual(all.findings);
      expect(fast.findings.length).toBeGreaterThan(5);
      expect(fast.stats.parsed).toBeLessThan(all.stats.parsed / 4);
      expect({ ...fast.stats, parsed: 0 }).toEqual({ ...all.stats, parsed: 0 });
    });
  });

  it('over the examples of all rules in one repository, each in a folder of its own', async () => {
    await inFolder(async (folder) => {
      for (const { module } of await exampleModules()) {
        for (const [index, example] of [...module.examples.bad, ...module.examples.good].entries()) {
          for (const [file, text] of Object.entries(prepareExample(example).files)) {
            const target = path.join(folder, module.rule.id, String(index), file);
            fs.mkdirSync(path.dirname(target), { recursive: true });
            fs.writeFileSync(target, text);
          }
        }
      }
      const [fast, all] = [await checkFolder(folder, false), await checkFolder(folder, true)];
      expect(fast.findings).toEqual(all.findings);
      expect(fast.findings.length).toBeGreaterThan(20);
    });
  });
});
