/** Worker: runs the examples of one rule against each of its mutants and tells which of them are noticed. */
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Loaded } from '../../src/manifests/load.ts';
import { rules } from '../../src/rules/index.ts';
import type { Rule, RuleExample, RuleExamples } from '../../src/rules/rule.ts';
import { findingsOf, loadExample, prepareExample, spotted, wrongSeverities } from '../../test/rules/judge-example.ts';
import { projectRoot } from '../generated-files.ts';
import { mutantsOf } from './mutants.ts';

/** What the worker is started with: a rule file relative to the project, and the mutant to begin with. */
export interface MutationTask {
  readonly path: string;
  readonly from: number;
}

/** What it says of each mutant. */
export interface Verdict {
  readonly index: number;
  readonly killed: boolean;
}

/** An example, loaded as the rules see it. */
interface Case {
  readonly example: RuleExample;
  readonly expected: readonly string[];
  readonly loaded: Loaded;
}

const { path, from } = workerData as MutationTask;
const file = pathToFileURL(join(projectRoot, path));
const { examples } = (await import(file.href)) as { examples: RuleExamples };
const cases = await Promise.all(
  [...examples.bad, ...examples.good].flatMap((example) => [loadCase(example, false), loadCase(example, true)]),
);

for (const [index, mutant] of mutantsOf(readFileSync(file, 'utf8')).entries()) {
  if (index < from) continue;
  const verdict: Verdict = { index, killed: await isNoticed(mutant.text) };
  parentPort?.postMessage(verdict);
}

async function loadCase(example: RuleExample, exhaustive: boolean): Promise<Case> {
  const { files, expected } = prepareExample(example);
  return { example, expected, loaded: await loadExample(files, exhaustive) };
}

async function isNoticed(text: string): Promise<boolean> {
  const { rule } = await importText(text);
  const mutated = rules.map((other) => (other.id === rule.id ? rule : other));
  return cases.some((item) => !holds(item, rule, mutated));
}

/** A mutant that throws is noticed too: the tests do not let a rule throw. */
function holds({ example, expected, loaded }: Case, rule: Rule, mutated: readonly Rule[]): boolean {
  try {
    const findings = findingsOf(loaded, mutated);
    const asMarked = JSON.stringify(spotted(findings)) === JSON.stringify(expected);
    return asMarked && wrongSeverities(example, rule, findings).length === 0;
  } catch {
    return false;
  }
}

/** The mutant never touches the disk; what it imports is found from where the rule is. */
async function importText(text: string): Promise<{ rule: Rule }> {
  const code = stripTypeScriptTypes(text).replace(
    /(from\s+')(\.[^']+)(')/g,
    (_, before: string, specifier: string, after: string) => before + new URL(specifier, file).href + after,
  );
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { rule: Rule };
}
