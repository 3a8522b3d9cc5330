/** What an input is: its kinds, its groups, and the short constructors that the input table is written with. */
import type { Command } from '../model/report.ts';
import { type Host, hosts } from './commands.ts';

/** A part of the work, as `1/4`: `index` counts from 1 to `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** A form that text must have: the pattern, and how to say it. */
export interface TextForm {
  readonly pattern: RegExp;
  readonly words: string;
}

/** A heading under which inputs stand together. */
export interface InputGroup {
  readonly name: string;
  readonly title: string;
  /** Commands that use the inputs of this group, unless an input says otherwise. */
  readonly commands: readonly Command[];
  readonly hosts: readonly Host[];
}

interface Common {
  readonly group: InputGroup;
  /** Plain and exact: one or two sentences, one line, for metadata, tables and help alike. */
  readonly description: string;
  /** Commands that use it; `auto` uses what the commands use that it can choose. */
  readonly commands: readonly Command[];
  readonly hosts: readonly Host[];
  /** The GitHub expression, without braces, that the Action fills in by itself; never a default of ours. */
  readonly expression?: string;
  /** On the command line it stands without a name. */
  readonly positional?: true;
  /** Keeps an input of the contract that nothing reads yet out of help, metadata and pages. */
  readonly planned?: true;
  /** The same for single values of a choice. */
  readonly plannedValues?: readonly string[];
}

export interface BooleanInput extends Common {
  readonly type: 'boolean';
  readonly default: boolean;
}
export interface ChoiceInput<Value extends string = string> extends Common {
  readonly type: 'choice';
  /** The first is the default. */
  readonly values: readonly Value[];
}
export interface IntegerInput extends Common {
  readonly type: 'integer';
  readonly default: number;
  readonly minimum: number;
}
export interface LinesInput extends Common {
  readonly type: 'lines';
  readonly default: readonly string[];
}
export interface TextInput extends Common {
  readonly type: 'text';
  readonly form?: TextForm;
}
export interface ShardInput extends Common {
  readonly type: 'shard';
}
/** A service connection of Azure DevOps; its value is the id of the connection. */
export interface ConnectionInput extends Common {
  readonly type: 'connection';
  readonly connection: 'AzureRM' | 'kubernetes';
}

export type InputDefinition =
  | BooleanInput
  | ChoiceInput
  | IntegerInput
  | LinesInput
  | TextInput
  | ShardInput
  | ConnectionInput;

/** What an entry may say beside its kind; the rest comes from its group. */
export interface Details {
  readonly hosts?: readonly Host[];
  readonly commands?: readonly Command[];
  readonly expression?: string;
  readonly positional?: true;
  readonly planned?: true;
  readonly plannedValues?: readonly string[];
}

/** The constructors for the inputs of one group. */
export function inputsOf(group: InputGroup) {
  const common = (description: string, details: Details): Common => ({
    group,
    description,
    commands: group.commands,
    hosts: group.hosts,
    ...details,
  });
  return {
    flag: (value: boolean, description: string, details: Details = {}): BooleanInput => ({
      ...common(description, details),
      type: 'boolean',
      default: value,
    }),
    choice: <const Value extends string>(
      values: readonly Value[],
      description: string,
      details: Details = {},
    ): ChoiceInput<Value> => ({ ...common(description, details), type: 'choice', values }),
    integer: (value: number, minimum: number, description: string, details: Details = {}): IntegerInput => ({
      ...common(description, details),
      type: 'integer',
      default: value,
      minimum,
    }),
    lines: (values: readonly string[], description: string, details: Details = {}): LinesInput => ({
      ...common(description, details),
      type: 'lines',
      default: values,
    }),
    text: (description: string, details: Details & { readonly form?: TextForm } = {}): TextInput => ({
      ...common(description, details),
      type: 'text',
    }),
    shard: (description: string, details: Details = {}): ShardInput => ({
      ...common(description, details),
      type: 'shard',
    }),
    connection: (
      connection: ConnectionInput['connection'],
      description: string,
      details: Details = {},
    ): ConnectionInput => ({
      ...common(description, { ...details, hosts: ['task'] }),
      type: 'connection',
      connection,
    }),
  };
}

/** Offered on the command line, in the Action and in the task. */
export const everywhere: readonly Host[] = hosts;
