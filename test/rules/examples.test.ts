/** Every example of every rule: the marked lines fire exactly that rule, and everything else is silent. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { rules } from '../../src/rules/index.ts';
import type { RuleExample } from '../../src/rules/rule.ts';
import { findingsOf, loadExample, prepareExample, spotted, wrongSeverities } from './judge-example.ts';
import { liveFindings } from './live-example.ts';
import { exampleModules } from './rule-examples.ts';

const modules = await exampleModules();

/** Findings of an example, in its estate when it has one. */
async function judged(
  { live }: RuleExample,
  files: Readonly<Record<string, string>>,
  exhaustive = false,
): Promise<readonly Finding[]> {
  return live ? liveFindings(files, live, exhaustive) : findingsOf(await loadExample(files, exhaustive), rules);
}

const titled = (examples: readonly RuleExample[]) => examples.map((example) => [example.title, example] as const);

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
      it.each(titled(examples.bad))('bad: %s', async (_, example) => {
        const { files, expected } = prepareExample(example);
        expect(expected.some((line) => line.endsWith(` ${rule.id}`))).toBe(true);
        const findings = await judged(example, files);
        expect(spotted(findings)).toEqual(expected);
        expect(wrongSeverities(example, rule, findings)).toEqual([]);
        expect(spotted(await judged(example, files, true))).toEqual(expected);
      });
      it.each(titled(examples.good))('good: %s', async (_, example) => {
        const { files, expected } = prepareExample(example);
        expect(expected).toEqual([]);
        expect(spotted(await judged(example, files))).toEqual([]);
      });
    });
  }
});
