/** `docs/rules/<id>.md`: the page of each rule, which a finding links to. */
import { extname } from 'node:path';
import { inputsOn } from '../../src/config/inputs.ts';
import type { RuleExample } from '../../src/rules/rule.ts';
import type { Artefact } from './artefact.ts';
import { code, fenced } from './markdown.ts';
import { type CatalogueEntry, readCatalogue } from './rule-catalogue.ts';
import { ruleTables } from './rule-tables.ts';
import { type ExampleRun, runExample } from './run-example.ts';

export const rulePages: Artefact = {
  folders: ['docs/rules'],
  generate: async (root) => {
    const catalogue = await readCatalogue(root);
    const files = new Map([['docs/rules/README.md', overview(catalogue)]]);
    for (const entry of catalogue) files.set(`docs/rules/${entry.rule.id}.md`, await rulePage(entry));
    return files;
  },
};

function overview(catalogue: readonly CatalogueEntry[]): string {
  return [
    '# Rules',
    'An error is only reported with high confidence. A severity here is the usual one: the evidence of a case can lower it.',
    ruleTables(catalogue, '', '##'),
    '## How to silence a finding',
    ...silenceParts('rule-id'),
    'A finding that is silenced stays in the reports and never counts. A suppression without a reason, or one that silences nothing, is itself a note.',
  ]
    .join('\n\n')
    .concat('\n');
}

/** The page of one rule. */
export async function rulePage({ rule, examples }: CatalogueEntry): Promise<string> {
  const bad = await Promise.all(
    examples.bad.map(async (example) => badParts(example, await runExample(example, rule.id))),
  );
  const parts = [
    `# ${rule.id}`,
    sentence(rule.title),
    `Severity: **${rule.severity}**. Confidence: **${rule.confidence ?? 'high'}**. Group: ${rule.group}.`,
    '## Why it matters',
    rule.why,
    '## What it finds',
    ...bad.flat(),
    '## What it accepts',
    ...examples.good.flatMap(({ title, files }) => [`### ${title}`, ...fileParts(files)]),
    '## How to mend it',
    rule.remedy,
    '## How to silence it',
    ...silenceParts(rule.id),
    ...(rule.sources.length > 0 ? ['## Sources', rule.sources.map((source) => `- ${source}`).join('\n')] : []),
  ];
  return `${parts.map((part) => part.trim()).join('\n\n')}\n`;
}

/** A title as a sentence. */
function sentence(title: string): string {
  return /[.!?]$/.test(title) ? title : `${title}.`;
}

/** The files, what Idwire prints about them, and what `fix` makes of them. */
function badParts({ title }: RuleExample, { files, output, diff }: ExampleRun): readonly string[] {
  return [
    `### ${title}`,
    ...fileParts(files),
    '`idwire check` says:',
    fenced('text', output),
    ...(diff === '' ? [] : ['`idwire fix` mends it:', fenced('diff', diff)]),
  ];
}

function fileParts(files: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(files).flatMap(([path, text]) => [`${code(path)}:`, fenced(language(path), text)]);
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

function silenceParts(id: string): readonly string[] {
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
