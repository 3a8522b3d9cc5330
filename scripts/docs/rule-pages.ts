/** `docs/rules/<id>.md`: the page of each rule, which a finding links to. */
import { extname } from 'node:path';
import { inputsOn } from '../../src/config/inputs.ts';
import type { Artefact } from './artefact.ts';
import { code, fenced, table } from './markdown.ts';
import { type CatalogueEntry, type Example, type RuleFacts, readCatalogue } from './rule-catalogue.ts';

export const rulePages: Artefact = {
  folders: ['docs/rules'],
  generate: async (root) => {
    const catalogue = await readCatalogue(root);
    return new Map(catalogue.map((entry) => [`docs/rules/${entry.rule.id}.md`, rulePage(entry)]));
  },
};

/** The page of one rule. */
export function rulePage({ rule, examples }: CatalogueEntry): string {
  const parts = [
    `# ${rule.id}`,
    rule.title,
    `Severity: **${rule.severity}**. Confidence: **${rule.confidence}**. Group: ${rule.group}.`,
    '## Why it matters',
    rule.why,
    '## What it finds',
    ...examples.bad.flatMap(exampleParts),
    '## What it accepts',
    ...examples.good.flatMap(exampleParts),
    '## How to mend it',
    rule.remedy,
    ...optionParts(rule),
    '## How to silence it',
    ...silenceParts(rule),
    ...(rule.sources.length > 0 ? ['## Sources', rule.sources.map((source) => `- ${source}`).join('\n')] : []),
  ];
  return `${parts.map((part) => part.trim()).join('\n\n')}\n`;
}

function exampleParts({ title, files }: Example): readonly string[] {
  return [
    `### ${title}`,
    ...Object.entries(files).flatMap(([path, text]) => [`${code(path)}:`, fenced(language(path), marked(text))]),
  ];
}

/** The marks of the tests, `#~ rule-id`, as a person would write them. */
function marked(text: string): string {
  return text.replace(/#~ *([\w-]+(?:[ ,]+[\w-]+)*) *$/gm, '# <-- $1');
}

const languages: Readonly<Record<string, string>> = {
  '.bicep': 'bicep',
  '.json': 'json',
  '.sh': 'shell',
  '.tf': 'hcl',
  '.yaml': 'yaml',
  '.yml': 'yaml',
};

function language(path: string): string {
  return languages[extname(path)] ?? 'text';
}

function optionParts(rule: RuleFacts): readonly string[] {
  const options = Object.entries(rule.options ?? {});
  if (options.length === 0) return [];
  return [
    '## Options',
    table(
      ['Option', 'Default'],
      options.map(([name, value]) => [code(name), code(JSON.stringify(value))]),
    ),
  ];
}

function silenceParts({ id }: RuleFacts): readonly string[] {
  return [
    'On the line or on the one above it, with a reason:',
    fenced('yaml', `# idwire-ignore: ${id} the reason`),
    'For a whole object:',
    fenced('yaml', `metadata:\n  annotations:\n    idwire.dev/ignore: "${id}: the reason"`),
    ...(inputsOn('cli').includes('config')
      ? ['For the whole repository, in `idwire.yaml`:', fenced('yaml', `rules:\n  ${id}: off`)]
      : []),
  ];
}
