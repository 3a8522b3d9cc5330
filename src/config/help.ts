/** The help of the command line, made from the tables of commands and inputs. */
import { clusterRole } from '../model/cluster-access.ts';
import type { Command } from '../model/report.ts';
import { optionsOf } from './command-line.ts';
import { commandDefinition, commandsOn } from './commands.ts';
import { exitCodes } from './exit-codes.ts';
import type { InputName } from './input-table.ts';
import { allowedValues, defaultText, inputDefinition } from './inputs.ts';

const width = 100;

/** Help for one command, or for all of them; ends with a line end. */
export function helpText(command: Command | undefined): string {
  return command ? commandHelp(command) : generalHelp();
}

function generalHelp(): string {
  const rows = commandsOn('cli').map(({ name, summary }) => [name, plain(summary)] as const);
  return [
    'Idwire checks the wiring that lets a Kubernetes workload or a pipeline act as an Azure identity without a secret.',
    '',
    'Usage: idwire <command> [path…] [options]',
    '',
    'Commands:',
    ...columns(rows),
    '',
    'Options:',
    ...columns([
      ['-h, --help', 'Print this help; after a command, its options.'],
      ['-v, --version', 'Print the version.'],
    ]),
    '',
    'Exit codes:',
    ...columns(Object.values(exitCodes).map(({ code, meaning }) => [String(code), plain(meaning)] as const)),
    '',
  ].join('\n');
}

const operands = { paths: ' [path…]', topic: ' <rule or AADSTS code>', none: '' } as const;

function commandHelp(name: Command): string {
  const command = commandDefinition(name);
  const rows = optionsOf(name).map((option) => [optionUsage(option), optionText(option)] as const);
  return [
    plain(command.summary),
    `Network: ${command.network}.`,
    '',
    `Usage: idwire ${name}${operands[command.operand]}${rows.length > 0 ? ' [options]' : ''}`,
    ...(rows.length > 0 ? ['', 'Options:', ...columns(rows)] : []),
    ...clusterAccess(name),
    '',
  ].join('\n');
}

/** What a person has to grant before the command can look at a cluster. */
function clusterAccess(name: Command): readonly string[] {
  if (name !== 'drift' && name !== 'prove') return [];
  const role = clusterRole({ prove: name === 'prove' })
    .trimEnd()
    .split('\n');
  return ['', 'In a cluster it needs no more than this role:', ...role.map((line) => `  ${line}`)];
}

const placeholders = { boolean: '', choice: ' <word>', integer: ' <number>', shard: ' <i/n>' } as const;

function optionUsage(name: InputName): string {
  const definition = inputDefinition(name);
  if (definition.type === 'boolean' && definition.default) return `--no-${name}`;
  return `--${name}${definition.type in placeholders ? placeholders[definition.type as 'choice'] : ' <text>'}`;
}

function optionText(name: InputName): string {
  const definition = inputDefinition(name);
  const text = plain(definition.description);
  if (definition.type === 'choice') {
    return `${text} One of: ${allowedValues(name, 'cli').join(', ')}. Default: ${defaultText(name)}.`;
  }
  return definition.type === 'integer' ? `${text} Default: ${defaultText(name)}.` : text;
}

/** Descriptions are written for Markdown; a terminal needs no code marks. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}

/** Two columns, the second one wrapped. */
function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const indent = Math.max(...rows.map(([left]) => left.length)) + 4;
  return rows.flatMap(([left, right]) => {
    const [first = '', ...rest] = wrap(right, width - indent);
    return [`  ${left.padEnd(indent - 2)}${first}`, ...rest.map((line) => ' '.repeat(indent) + line)];
  });
}

function wrap(text: string, room: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
