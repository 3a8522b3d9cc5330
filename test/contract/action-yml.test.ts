/** `action.yml` says what GitHub and the marketplace need, and agrees with the input table. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../scripts/generated-files.ts';
import { defaultText, inputDefinition, inputsOn, parseInputs } from '../../src/config/inputs.ts';
import { readyOutputs } from '../../src/config/outputs.ts';

interface Metadata {
  readonly name: string;
  readonly description: string;
  readonly author: string;
  readonly branding: { readonly icon: string; readonly color: string };
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

const text = readFileSync(join(projectRoot, 'action.yml'), 'utf8');
const metadata = parse(text) as Metadata;

describe('action.yml', () => {
  test('has what the marketplace needs', () => {
    expect(metadata.name).toBe('Idwire');
    // The marketplace cuts descriptions at 125 characters.
    expect(metadata.description.length).toBeLessThanOrEqual(125);
    expect(metadata.author).not.toBe('');
    expect(metadata.branding).toEqual({ icon: 'link', color: 'blue' });
    expect(metadata.runs).toEqual({ using: 'node24', main: 'dist/github.mjs' });
  });

  test('offers exactly the inputs and outputs of the tables', () => {
    expect(Object.keys(metadata.inputs)).toEqual([...inputsOn('action')]);
    expect(Object.keys(metadata.outputs)).toEqual(readyOutputs().map((output) => output.name));
  });

  test.each(inputsOn('action'))('%s is described, with the default of the table', (name) => {
    const input = metadata.inputs[name];
    const { description, expression } = inputDefinition(name);
    expect(input?.description).toContain(description);
    const wanted = expression ? `\${{ ${expression} }}` : defaultText(name);
    expect(input?.default ?? '').toBe(wanted);
  });

  test('has defaults that Idwire accepts', () => {
    const given = Object.entries(metadata.inputs).flatMap(([name, { default: value }]) => {
      return value === undefined || value.startsWith('${{') ? [] : [[name, value] as const];
    });
    expect(given.length).toBeGreaterThan(0);
    expect(() => parseInputs(new Map(given), 'action')).not.toThrow();
  });

  test('keeps to the plain form: two spaces, one line for each value, no blank line inside a block', () => {
    expect(Object.keys(metadata)).toEqual(['name', 'description', 'author', 'branding', 'inputs', 'outputs', 'runs']);
    for (const line of text.split('\n')) {
      expect(line).toMatch(/^$|^#|^(?: {2}){0,2}[a-z-]+:(?: [^|>\s].*)?$/);
    }
    expect(text.match(/\n\n(?!\w)/g)).toBeNull();
  });
});
