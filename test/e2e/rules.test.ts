/** The first bad example of each rule through the three built bundles: exactly that rule, on that line. */
import { describe, expect, it } from 'vitest';
import { builtEntries } from '../entry/built-entries.ts';
import { inRepository } from '../entry/repositories.ts';
import { prepareExample } from '../rules/judge-example.ts';
import { fileExampleModules } from '../rules/rule-examples.ts';
import { type BundleRun, runBundle, type Which } from './harness/run-bundle.ts';

const entry = builtEntries();
const modules = await fileExampleModules();

/** `file:line rule` of every mark that a host shows for a finding. */
const marksOf: Readonly<Record<Which, (run: BundleRun) => readonly string[]>> = {
  cli: (run) => {
    const { findings } = JSON.parse(run.stdout) as {
      findings: { file: string; line: number; rule: string; suppressed: unknown }[];
    };
    return findings.filter((finding) => !finding.suppressed).map(({ file, line, rule }) => `${file}:${line} ${rule}`);
  },
  github: (run) =>
    run.github
      .filter(({ properties }) => properties.file !== undefined)
      .map(({ properties }) => `${properties.file}:${properties.line} ${properties.title?.replace('Idwire: ', '')}`),
  'azure-pipelines': (run) =>
    run.azure
      .filter(({ name, properties }) => name === 'task.logissue' && properties.sourcepath)
      .map(({ properties }) => `${properties.sourcepath}:${properties.linenumber} ${properties.code}`),
};

const inputs: Readonly<Record<Which, { args?: string[]; inputs?: Record<string, string> }>> = {
  cli: { args: ['check', '--format', 'json', '--fail-on', 'never'] },
  github: { inputs: { 'fail-on': 'never' } },
  'azure-pipelines': { inputs: { failOn: 'never' } },
};

describe.each(['cli', 'github', 'azure-pipelines'] as const)('%s', (which) => {
  it.each(modules.map(({ module }) => [module.rule.id, module] as const))('%s', async (_, module) => {
    const [example] = module.examples.bad;
    const { files, expected } = prepareExample(example as (typeof module.examples.bad)[number]);
    const run = await inRepository(files, (cwd) => runBundle(which, { cwd, script: entry(which), ...inputs[which] }));
    const seen = [...marksOf[which](run)].sort();
    // An agent has no mark below a warning: notes are in its log and summary only.
    const notes = which === 'azure-pipelines' && module.rule.severity === 'note';
    expect(seen).toEqual(notes ? expected.filter((line) => seen.includes(line)) : expected);
    if (notes) expect(run.summary).toContain(module.rule.id);
  });
});
