/** Every example of every rule: the marked lines fire exactly that rule, and everything else is silent. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/app/check.ts';
import type { Finding } from '../../src/model/finding.ts';
import { rules } from '../../src/rules/index.ts';
import type { RuleExample, RuleExamples } from '../../src/rules/rule.ts';
import { memoryFiles } from './memory-files.ts';

const folder = new URL('../../src/rules/', import.meta.url);
const ruleFiles = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((entry) => readdirSync(new URL(`${entry.name}/`, folder)).map((file) => `${entry.name}/${file}`));
const modules = await Promise.all(
  ruleFiles.map(async (file) => ({
    file,
    module: (await import(new URL(file, folder).href)) as { rule: { id: string }; examples: RuleExamples },
  })),
);

const mark = / #~ ([a-z0-9 -]+)$/;

/** The files without marks, and what the marks ask for. */
function prepare(example: RuleExample): { files: Record<string, string>; expected: string[] } {
  const files: Record<string, string> = {};
  const expected: string[] = [];
  for (const [path, text] of Object.entries(example.files)) {
    const lines = text.split('\n').map((line, index) => {
      const ids = mark.exec(line)?.[1]?.trim().split(' ') ?? [];
      expected.push(...ids.map((id) => `${path}:${index + 1} ${id}`));
      return line.replace(mark, '');
    });
    files[path] = lines.join('\n');
  }
  return { files, expected: expected.sort() };
}

async function findingsOf(files: Record<string, string>, exhaustive = false): Promise<readonly Finding[]> {
  const log = { progress() {}, notice() {}, debug() {} };
  const clock = { monotonic: () => 0, sleep: async () => {} };
  const outcome = await check({ paths: ['.'], exhaustive, failOn: 'never' }, { files: memoryFiles(files), log, clock });
  return outcome.report.findings.filter((finding) => !finding.suppressed);
}

const spotted = (findings: readonly Finding[]) =>
  findings.map((finding) => `${finding.file}:${finding.line} ${finding.rule}`).sort();

describe('examples', () => {
  it('belong to the rules of the index, one file each', () => {
    expect(modules.map(({ module }) => module.rule.id).sort()).toEqual(rules.map((rule) => rule.id).sort());
    for (const { file, module } of modules) expect(file).toMatch(new RegExp(`/${module.rule.id}\\.ts$`));
  });

  for (const { module } of modules) {
    const { rule, examples } = module;
    describe(rule.id, () => {
      it('has at least one bad and one good example', () => {
        expect(examples.bad.length).toBeGreaterThan(0);
        expect(examples.good.length).toBeGreaterThan(0);
      });
      it.each(examples.bad.map((example) => [example.title, example] as const))('bad: %s', async (_, example) => {
        const { files, expected } = prepare(example);
        expect(expected.some((line) => line.endsWith(` ${rule.id}`))).toBe(true);
        expect(spotted(await findingsOf(files))).toEqual(expected);
        expect(spotted(await findingsOf(files, true))).toEqual(expected);
      });
      it.each(examples.good.map((example) => [example.title, example] as const))('good: %s', async (_, example) => {
        const { files, expected } = prepare(example);
        expect(expected).toEqual([]);
        expect(spotted(await findingsOf(files))).toEqual([]);
      });
    });
  }
});
