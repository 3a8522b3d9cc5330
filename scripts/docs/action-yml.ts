/** `action.yml`: the metadata of the GitHub Action. */
import type { InputName } from '../../src/config/input-table.ts';
import { allowedValues, defaultText, inputDefinition, inputsOn } from '../../src/config/inputs.ts';
import { readyOutputs } from '../../src/config/outputs.ts';
import type { Artefact } from './artefact.ts';
import { product } from './product.ts';

export const actionYml: Artefact = {
  generate: async () => new Map([['action.yml', metadata()]]),
};

function metadata(): string {
  return [
    '# Generated from src/config/input-table.ts by `npm run docs`.',
    `name: ${product.name}`,
    `description: ${quoted(product.description)}`,
    `author: ${product.author}`,
    'branding:',
    '  icon: link',
    '  color: blue',
    '',
    'inputs:',
    ...inputsOn('action').flatMap(inputLines),
    '',
    'outputs:',
    ...readyOutputs().flatMap(({ name, description }) => [`  ${name}:`, `    description: ${quoted(description)}`]),
    '',
    'runs:',
    '  using: node24',
    '  main: dist/github.mjs',
    '',
  ].join('\n');
}

function inputLines(name: InputName): readonly string[] {
  const { description, expression, type } = inputDefinition(name);
  const allowed = type === 'choice' ? ` One of: ${allowedValues(name, 'action').join(', ')}.` : '';
  const value = expression ? `\${{ ${expression} }}` : defaultText(name);
  if (value.includes('\n')) throw new Error(`The default of ${name} does not fit on one line.`);
  return [
    `  ${name}:`,
    `    description: ${quoted(description + allowed)}`,
    ...(value === '' ? [] : [`    default: ${quoted(value)}`]),
  ];
}

/** A YAML single-quoted scalar: the only escape is the doubled quote. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
