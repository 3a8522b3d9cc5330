/** `task.json` and the extension keep the rules of agents and marketplace that the packing tool does not check. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../scripts/generated-files.ts';
import { camelCase, defaultText, inputsOn } from '../../src/config/inputs.ts';
import { readyOutputs } from '../../src/config/outputs.ts';

interface TaskInput {
  readonly name: string;
  readonly type: string;
  readonly label: string;
  readonly groupName: string;
  readonly defaultValue?: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly helpMarkDown: string;
}
interface Task {
  readonly id: string;
  readonly name: string;
  readonly friendlyName: string;
  readonly description: string;
  readonly author: string;
  readonly category: string;
  readonly visibility: readonly string[];
  readonly runsOn: readonly string[];
  readonly version: Readonly<Record<'Major' | 'Minor' | 'Patch', number>>;
  readonly minimumAgentVersion: string;
  readonly instanceNameFormat: string;
  readonly groups: readonly { readonly name: string; readonly displayName: string }[];
  readonly inputs: readonly TaskInput[];
  readonly outputVariables: readonly { readonly name: string; readonly description: string }[];
  readonly restrictions: { readonly settableVariables: { readonly allowed: readonly string[] } };
  readonly execution: Readonly<Record<string, { readonly target: string }>>;
}
interface Extension {
  readonly version: string;
  readonly publisher: string;
  readonly icons: { readonly default: string };
  readonly content: { readonly details: { readonly path: string }; readonly license: { readonly path: string } };
  readonly files: readonly { readonly path: string; readonly packagePath: string }[];
  readonly contributions: readonly { readonly properties: { readonly name: string } }[];
}

const read = <Shape>(path: string) => JSON.parse(readFileSync(join(projectRoot, path), 'utf8')) as Shape;
const task = read<Task>('task/task.json');
const extension = read<Extension>('task/vss-extension.json');
const { version } = read<{ readonly version: string }>('package.json');

/** Types of the task schema (microsoft/azure-pipelines-task-lib tasks.schema.json) that we use. */
const types = /^(?:boolean|int|multiLine|pickList|string|connectedService:(?:AzureRM|kubernetes))$/;

describe('task.json', () => {
  test('has the identity and the words that agents need', () => {
    expect(task.id).toBe('6b1f7c7e-0a55-4c39-9a3e-6d1d5b0c8f42');
    expect(task.name).toMatch(/^[A-Za-z0-9-]+$/);
    expect(task.friendlyName.length).toBeGreaterThan(0);
    expect(task.friendlyName.length).toBeLessThanOrEqual(40);
    expect(task.category).toBe('Utility');
    expect(task.visibility).toEqual(['Build', 'Release']);
    expect(task.runsOn).toEqual(['Agent']);
    expect(task.instanceNameFormat).toContain('$(command)');
    for (const text of [task.description, task.author]) expect(text).not.toBe('');
  });

  test('has the version of the package in numbers', () => {
    expect(`${task.version.Major}.${task.version.Minor}.${task.version.Patch}`).toBe(version);
    for (const part of Object.values(task.version)) expect(part).toBeTypeOf('number');
  });

  test('runs the same bundle on both handlers', () => {
    expect(task.minimumAgentVersion).toBe('4.248.0');
    expect(task.execution).toEqual({
      Node20_1: { target: 'dist/azure-pipelines.mjs' },
      Node24: { target: 'dist/azure-pipelines.mjs' },
    });
  });

  test('offers exactly the inputs and outputs of the tables, and lets only outputs be set', () => {
    const outputs = readyOutputs().map((output) => camelCase(output.name));
    expect(task.inputs.map((input) => input.name)).toEqual(inputsOn('task').map(camelCase));
    expect(task.outputVariables.map((output) => output.name)).toEqual(outputs);
    expect(task.restrictions.settableVariables.allowed).toEqual(outputs);
  });

  test.each(task.inputs)('the input $name keeps the schema', (input) => {
    expect(input.name).toMatch(/^[A-Za-z][A-Za-z0-9]*$/);
    expect(input.type).toMatch(types);
    expect(input.label).toMatch(/^[A-Z]/);
    expect(input.helpMarkDown).toMatch(/\.$/);
    expect(task.groups.map((group) => group.name)).toContain(input.groupName);
    const name = inputsOn('task').find((candidate) => camelCase(candidate) === input.name);
    expect(input.defaultValue ?? '').toBe(name && defaultText(name));
    expect(input.type === 'pickList').toBe(input.options !== undefined);
    if (input.options) expect(Object.keys(input.options)).toContain(input.defaultValue);
  });
});

describe('vss-extension.json', () => {
  test('has the version of the package and packs the task with its icon', () => {
    expect(extension.version).toBe(version);
    expect(extension.publisher).toBe('idwire');
    const folder = extension.contributions[0]?.properties.name;
    expect(extension.files.map((file) => file.packagePath)).toEqual([
      `${folder}/task.json`,
      `${folder}/icon.png`,
      `${folder}/dist`,
    ]);
  });

  test('names files that exist', () => {
    const present = readdirSync(join(projectRoot, 'task'));
    const { icons, content, files } = extension;
    const named = [icons.default, content.details.path, content.license.path, ...files.map((file) => file.path)];
    expect(named.filter((path) => path !== 'dist' && !present.includes(path))).toEqual([]);
  });

  test.each([
    ['icon.png', 128],
    ['task-icon.png', 32],
  ])('%s is a PNG of %i pixels', (file, size) => {
    const bytes = readFileSync(join(projectRoot, 'task', file));
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([size, size]);
  });
});
