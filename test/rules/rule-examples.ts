/** All rule files with their examples. */
import { readdirSync } from 'node:fs';
import type { Rule, RuleExamples } from '../../src/rules/rule.ts';

export interface ExampleModule {
  /** Path below `src/rules/`. */
  readonly file: string;
  readonly module: { readonly rule: Rule; readonly examples: RuleExamples };
}

const folder = new URL('../../src/rules/', import.meta.url);

/** Every rule file with its examples, in the order of the paths. */
export async function exampleModules(): Promise<readonly ExampleModule[]> {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => readdirSync(new URL(`${entry.name}/`, folder)).map((file) => `${entry.name}/${file}`));
  const modules = await Promise.all(
    files
      .sort()
      .map(async (file) => ({ file, module: (await import(new URL(file, folder).href)) as ExampleModule['module'] })),
  );
  return modules.filter(({ module }) => module.rule !== undefined);
}

/** Those whose rules judge files alone; the rules about a live estate are shown on emulators. */
export async function fileExampleModules(): Promise<readonly ExampleModule[]> {
  return (await exampleModules()).filter(({ module }) => module.rule.checkLive === undefined);
}
