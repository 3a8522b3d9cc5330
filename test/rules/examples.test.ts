/** Every example of every rule: the marked lines fire exactly that rule, and everything else is silent. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import type { RuleExample } from '../../src/rules/rule.ts';
import { findingsOf, loadExample, prepareExample, spotted, wrongSeverities } from './judge-example.ts';
import { exampleModules } from './rule-examples.ts';

const modules = await exampleModules();

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
        const findings = findingsOf(await loadExample(files), rules);
        expect(spotted(findings)).toEqual(expected);
        expect(wrongSeverities(example, rule, findings)).toEqual([]);
        expect(spotted(findingsOf(await loadExample(files, true), rules))).toEqual(expected);
      });
      it.each(titled(examples.good))('good: %s', async (_, example) => {
        const { files, expected } = prepareExample(example);
        expect(expected).toEqual([]);
        expect(spotted(findingsOf(await loadExample(files), rules))).toEqual([]);
      });
    });
  }
});
