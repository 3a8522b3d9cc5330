/** The rules with their examples, as the pages show them. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Rule, RuleExamples } from '../../src/rules/rule.ts';
import { filesUnder } from '../generated-files.ts';

export interface CatalogueEntry {
  readonly rule: Rule;
  readonly examples: RuleExamples;
}

/** The files below `src/rules` that define a rule, sorted by id; the id is the file name. */
export function ruleFiles(root: string): readonly string[] {
  const files = filesUnder(root, 'src/rules').filter((path) =>
    // The formatter leaves an export of this name no other form.
    /^export const rule\b/m.test(readFileSync(join(root, path), 'utf8')),
  );
  const sorted = files.map((path) => [ruleId(path), path] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [index, [id, path]] of sorted.entries()) {
    if (sorted[index + 1]?.[0] === id) throw new Error(`${path} and ${sorted[index + 1]?.[1]} define the same rule.`);
  }
  return sorted.map(([, path]) => path);
}

/** `src/rules/static/pod-label-missing.ts` as `pod-label-missing`. */
export function ruleId(path: string): string {
  return basename(path, '.ts');
}

/** All rules, sorted by id. Throws for a rule whose id is not its file name, or that has no example. */
export async function readCatalogue(root: string): Promise<readonly CatalogueEntry[]> {
  const entries: CatalogueEntry[] = [];
  for (const path of ruleFiles(root)) {
    const { rule, examples } = (await import(pathToFileURL(join(root, path)).href)) as CatalogueEntry;
    if (rule.id !== ruleId(path)) throw new Error(`${path} defines the rule ${rule.id}; the id must be the file name.`);
    if (!examples?.bad.length || !examples.good.length) throw new Error(`${path} needs a bad and a good example.`);
    entries.push({ rule, examples });
  }
  return entries;
}
