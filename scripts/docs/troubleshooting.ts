/** `docs/troubleshooting.md`: what each AADSTS code of a failed sign-in means, and the rules that see its cause before. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AadstsCode, aadstsCodes, aadstsSources } from '../../src/model/aadsts.ts';
import type { Artefact } from './artefact.ts';
import { fillBlocks } from './markdown.ts';
import { ruleFiles, ruleId } from './rule-catalogue.ts';

const path = 'docs/troubleshooting.md';

export const troubleshooting: Artefact = {
  generate: async (root) => {
    const rules = new Set(ruleFiles(root).map(ruleId));
    const sections = aadstsCodes.map((code) => codeSection(code, rules));
    const blocks = { codes: sections.join('\n\n'), sources: list(aadstsSources) };
    return new Map([[path, fillBlocks(readFileSync(join(root, path), 'utf8'), blocks)]]);
  },
};

/** Of the rules only those of this version are named, since each links to its page. */
function codeSection({ code, meaning, causes, remedy, rules }: AadstsCode, known: ReadonlySet<string>): string {
  const links = rules.filter((id) => known.has(id)).map((id) => `[${id}](rules/${id}.md)`);
  return [
    `### AADSTS${code}`,
    meaning,
    `Usual causes:\n\n${list(causes)}`,
    `What to do: ${remedy.replace(/<issuer>\S*/, '`$&`')}`,
    ...(links.length > 0 ? [`Seen before it happens by ${links.join(', ')}.`] : []),
  ].join('\n\n');
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
