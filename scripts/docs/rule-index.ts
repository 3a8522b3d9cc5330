/** `src/rules/index.ts`: every rule there is, so that none can be forgotten. */
import { posix } from 'node:path';
import { camelCase } from '../../src/config/inputs.ts';
import { type Artefact, formatted } from './artefact.ts';
import { ruleFiles, ruleId } from './rule-catalogue.ts';

const path = 'src/rules/index.ts';

export const ruleIndex: Artefact = {
  generate: async (root) => new Map([[path, formatted(root, path, indexText(ruleFiles(root)))]]),
};

/** The index of the rules in these files, which are sorted by id. */
export function indexText(files: readonly string[]): string {
  const imports = files.map(
    (file) => `import { rule as ${nameOf(file)} } from './${posix.relative('src/rules', file)}';`,
  );
  return [
    '/** Every rule, in the order of their ids; `npm run docs` writes this file from those that define one. */',
    // The formatter keeps a comment at the top only above an import that stays first.
    ...[...imports, "import type { Rule } from './rule.ts';"].sort(bySource),
    '',
    `export const rules: readonly Rule[] = [${files.map(nameOf).join(', ')}];`,
    '',
  ].join('\n');
}

function nameOf(file: string): string {
  return camelCase(ruleId(file));
}

function bySource(a: string, b: string): number {
  const source = (line: string) => line.slice(line.indexOf("'"));
  return source(a) < source(b) ? -1 : 1;
}
