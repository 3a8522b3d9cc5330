/** The arguments of the command line as a command with its inputs, or as a wish for help. */
import { parseArgs } from 'node:util';
import type { Command } from '../model/report.ts';
import { type CommandDefinition, commandsOn } from './commands.ts';
import type { InputName } from './input-table.ts';
import {
  type InputFault,
  inputDefinition,
  inputsOn,
  inspectInputs,
  nameOn,
  type ParsedInputs,
  throwFaults,
} from './inputs.ts';
import { nearest } from './nearest.ts';

/** What the arguments ask for. `topic` is the rule or code that `explain` is asked about. */
export type CommandLine =
  | { readonly kind: 'help'; readonly command: Command | undefined }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'run';
      readonly command: Command;
      readonly inputs: ParsedInputs;
      readonly topic: string | undefined;
    };

/** An option as it stands among the arguments. */
interface GivenOption {
  readonly name: string;
  readonly shown: string;
  readonly value: string | undefined;
}

/**
 * Reads the arguments (without the program and its script). No arguments at all ask for help.
 * Throws one `InputError` that names everything that is wrong, with the nearest known name.
 */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { words, options } = splitArguments(args);
  const asked = (name: string) => options.some((option) => option.name === name);
  const [word, ...operands] = words;
  const command = commandsOn('cli').find((candidate) => candidate.name === word);
  if (args.length === 0 || asked('help')) return { kind: 'help', command: command?.name };
  if (asked('version')) return { kind: 'version' };
  if (!command) throwFaults([wrongCommand(word)], 'Run `idwire --help` for the commands.');
  return run(command as CommandDefinition, operands, options);
}

function run(command: CommandDefinition, operands: readonly string[], options: readonly GivenOption[]): CommandLine {
  const raw = new Map<string, string>();
  const faults: InputFault[] = [];
  for (const option of options) {
    const name = optionNames().find((candidate) => candidate === option.name);
    if (!name) faults.push(unknownOption(option));
    else if (option.value === undefined) faults.push(`${option.shown} needs a value.`);
    else raw.set(name, joined(name, raw.get(name), option.value));
  }
  if (command.operand === 'paths' && operands.length > 0) raw.set('paths', operands.join('\n'));
  faults.push(...operandFaults(command, operands));
  const inspected = inspectInputs(raw, 'cli');
  faults.push(...inspected.faults);
  for (const name of inspected.inputs.given) faults.push(...misplaced(command.name, name));
  throwFaults(faults, `Run \`idwire ${command.name} --help\` for its options.`);
  const values = { ...inspected.inputs.values, command: command.name };
  const topic = command.operand === 'topic' ? operands[0] : undefined;
  return { kind: 'run', command: command.name, inputs: { values, given: inspected.inputs.given }, topic };
}

/** Options that take several lines may be repeated; of the others the last one counts. */
function joined(name: InputName, before: string | undefined, value: string): string {
  return before !== undefined && inputDefinition(name).type === 'lines' ? `${before}\n${value}` : value;
}

function unknownOption(option: GivenOption): InputFault {
  const meant = nearest(option.name, [...optionNames(), 'help', 'version']);
  return `${option.shown} is not an option of this version${meant ? `; did you mean --${meant}?` : '.'}`;
}

function operandFaults(command: CommandDefinition, operands: readonly string[]): readonly InputFault[] {
  if (command.operand === 'topic' && operands.length !== 1) {
    return [`${command.name} takes one rule or code; ${operands.length} were given.`];
  }
  if (command.operand === 'none' && operands.length > 0) {
    return [`${command.name} takes no paths; ${JSON.stringify(operands[0])} was given.`];
  }
  return [];
}

function misplaced(command: Command, name: InputName): readonly InputFault[] {
  const { commands } = inputDefinition(name);
  if (commands.includes(command)) return [];
  return [`${nameOn('cli', name)} is an option of ${commands.join(', ')}, not of ${command}.`];
}

function wrongCommand(word: string | undefined): InputFault {
  if (word === undefined) return 'No command was given.';
  const meant = nearest(
    word,
    commandsOn('cli').map((command) => command.name),
  );
  return `${JSON.stringify(word)} is not a command of this version${meant ? `; did you mean ${meant}?` : '.'}`;
}

/** The inputs that are options on the command line: all but the command and its operands. */
function optionNames(): readonly InputName[] {
  return inputsOn('cli').filter((name) => !inputDefinition(name).positional);
}

/** The options that a command takes, in table order. */
export function optionsOf(command: Command): readonly InputName[] {
  return optionNames().filter((name) => inputDefinition(name).commands.includes(command));
}

/** The words and options among the arguments; `--no-<flag>` is the flag with `false`. */
function splitArguments(args: readonly string[]): { words: readonly string[]; options: readonly GivenOption[] } {
  const known: Record<string, { type: 'boolean' | 'string'; short?: string }> = {
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean', short: 'v' },
  };
  for (const name of optionNames()) {
    known[name] = { type: inputDefinition(name).type === 'boolean' ? 'boolean' : 'string' };
  }
  const { tokens } = parseArgs({ args: [...args], options: known, strict: false, tokens: true, allowNegative: true });
  const words: string[] = [];
  const options: GivenOption[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind === 'option') options.push(givenOption(token, known[token.name]?.type));
  }
  return { words, options };
}

/** A bare flag is `true`; a text option followed by another option has no value. Unknown options are told later. */
function givenOption(
  token: { name: string; rawName: string; value: string | undefined; inlineValue: boolean | undefined },
  type: 'boolean' | 'string' | undefined,
): GivenOption {
  const { name, rawName: shown, value, inlineValue } = token;
  const negated = /^--no-(.+)$/.exec(shown);
  if (type === 'boolean' && negated && negated[1] === name) return { name, shown, value: 'false' };
  if (type !== 'string') return { name, shown, value: value ?? 'true' };
  return { name, shown, value: value?.startsWith('-') && !inlineValue ? undefined : value };
}
