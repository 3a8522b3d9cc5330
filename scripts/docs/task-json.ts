/** `task/task.json`: the metadata of the Azure Pipelines task. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type InputName, inputGroups } from '../../src/config/input-table.ts';
import { allowedValues, camelCase, defaultText, inputDefinition, inputsOn } from '../../src/config/inputs.ts';
import { readyOutputs } from '../../src/config/outputs.ts';
import { type Artefact, formattedJson, versionNumbers } from './artefact.ts';
import { product } from './product.ts';

const path = 'task/task.json';

export const taskJson: Artefact = {
  generate: async (root) => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return new Map([[path, formattedJson(root, path, metadata(version))]]);
  },
};

function metadata(version: string) {
  const [Major, Minor, Patch] = versionNumbers(version);
  const names = inputsOn('task');
  const outputs = readyOutputs();
  return {
    id: product.taskId,
    name: product.name,
    friendlyName: product.name,
    description: product.description,
    author: product.author,
    category: 'Utility',
    visibility: ['Build', 'Release'],
    runsOn: ['Agent'],
    version: { Major, Minor, Patch },
    // The first agent that has Node 20 for tasks (microsoft/azure-pipelines-tasks docs).
    minimumAgentVersion: '4.248.0',
    instanceNameFormat: `${product.name} $(command)`,
    groups: inputGroups
      .filter((group) => names.some((name) => inputDefinition(name).group === group))
      .map(({ name, title }, index) => ({ name, displayName: title, isExpanded: index === 0 })),
    inputs: names.map(input),
    outputVariables: outputs.map(({ name, description }) => ({ name: camelCase(name), description })),
    // A summary needs more commands than the restricted mode allows; variables are limited to the outputs.
    restrictions: { settableVariables: { allowed: outputs.map(({ name }) => camelCase(name)) } },
    // The same file for both, since agents run Node 20 unless a server-side switch says otherwise.
    execution: { Node20_1: { target: product.taskTarget }, Node24: { target: product.taskTarget } },
  };
}

function input(name: InputName) {
  const definition = inputDefinition(name);
  const value = defaultText(name);
  return {
    name: camelCase(name),
    type: typeOf(name),
    label: label(name),
    groupName: definition.group.name,
    required: false,
    ...(value === '' ? {} : { defaultValue: value }),
    ...(definition.type === 'choice'
      ? { options: Object.fromEntries(allowedValues(name, 'task').map((allowed) => [allowed, allowed])) }
      : {}),
    helpMarkDown: definition.description,
  };
}

function typeOf(name: InputName): string {
  const definition = inputDefinition(name);
  switch (definition.type) {
    case 'boolean':
      return 'boolean';
    case 'choice':
      return 'pickList';
    case 'lines':
      return 'multiLine';
    case 'integer':
      return 'int';
    case 'connection':
      return `connectedService:${definition.connection}`;
    default:
      return 'string';
  }
}

const spelling: Readonly<Record<string, string>> = {
  azure: 'Azure',
  html: 'HTML',
  id: 'ID',
  kubernetes: 'Kubernetes',
  sarif: 'SARIF',
};

/** The name as words: `sarif-file` as `SARIF file`. */
function label(name: InputName): string {
  const words = name
    .split('-')
    .map((word) => spelling[word] ?? word)
    .join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
