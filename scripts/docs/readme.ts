/** `README.md`: its tables of commands, inputs, outputs, exit codes and rules. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandTable, type Host, hosts } from '../../src/config/commands.ts';
import { exitCodes } from '../../src/config/exit-codes.ts';
import { type InputName, inputGroups } from '../../src/config/input-table.ts';
import {
  allowedValues,
  camelCase,
  defaultText,
  inputDefinition,
  inputNames,
  inputsOn,
} from '../../src/config/inputs.ts';
import { readyOutputs } from '../../src/config/outputs.ts';
import type { Artefact } from './artefact.ts';
import { code, fillBlocks, table } from './markdown.ts';
import { readCatalogue } from './rule-catalogue.ts';
import { ruleTables } from './rule-tables.ts';

const path = 'README.md';

export const readme: Artefact = {
  generate: async (root) => {
    const blocks = {
      commands: commandRows(),
      inputs: inputTables(),
      outputs: outputRows(),
      'exit-codes': exitCodeRows(),
      rules: ruleTables(await readCatalogue(root), 'docs/rules/', '###'),
    };
    return new Map([[path, fillBlocks(readFileSync(join(root, path), 'utf8'), blocks)]]);
  },
};

const hostNames: Readonly<Record<Host, string>> = { cli: 'command line', action: 'Action', task: 'task' };

function commandRows(): string {
  const rows = commandTable
    .filter((command) => command.ready)
    .map((command) => [
      code(command.name),
      command.summary,
      command.network,
      command.hosts.map((host) => hostNames[host]).join(', '),
    ]);
  return table(['Command', 'Does', 'Network', 'Offered by'], rows);
}

/** One table for each group that has an input in this version. */
function inputTables(): string {
  const offered = inputNames.filter((name) => hosts.some((host) => inputsOn(host).includes(name)));
  return inputGroups
    .map((group) => ({ group, names: offered.filter((name) => inputDefinition(name).group === group) }))
    .filter(({ names }) => names.length > 0)
    .map(({ group, names }) => {
      const head = ['Action', 'Task', 'Command line', 'Values, default first', 'Meaning'];
      return `#### ${group.title}\n\n${table(head, names.map(inputRow))}`;
    })
    .join('\n\n');
}

function inputRow(name: InputName): readonly string[] {
  const { hosts: offered, positional, description } = inputDefinition(name);
  const option = positional ? (name === 'command' ? 'first word' : 'further words') : code(`--${name}`);
  return [
    offered.includes('action') ? code(name) : '–',
    offered.includes('task') ? code(camelCase(name)) : '–',
    offered.includes('cli') ? option : '–',
    valueCell(name),
    description,
  ];
}

function valueCell(name: InputName): string {
  const definition = inputDefinition(name);
  if (definition.expression) return code(`\${{ ${definition.expression} }}`);
  const values = allowedValues(name, definition.hosts.includes('action') ? 'action' : 'task');
  if (values.length > 0) return values.map(code).join(' ');
  if (definition.type === 'connection') return code(`connectedService:${definition.connection}`);
  return code(defaultText(name));
}

function outputRows(): string {
  const rows = readyOutputs().map(({ name, description }) => [code(name), code(camelCase(name)), description]);
  return table(['Action', 'Task', 'Meaning'], rows);
}

function exitCodeRows(): string {
  const rows = Object.entries(exitCodes).map(([conclusion, exit]) => [
    code(String(exit.code)),
    code(conclusion),
    exit.meaning,
  ]);
  return table(['Code', 'Conclusion', 'Meaning'], rows);
}
