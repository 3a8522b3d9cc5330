/** The examples of all rules, ready to be judged: files without marks, and what the marks ask for. */
import { readdirSync } from 'node:fs';
import type { Rule, RuleExample, RuleExamples } from '../../src/rules/rule.ts';

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

const mark = / #~ ([a-z0-9 -]+)$/;

/** `expected` holds `path:line rule` for each rule of each mark, sorted. */
export function prepareExample(example: RuleExample): { files: Record<string, string>; expected: string[] } {
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
