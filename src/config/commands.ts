/** The commands: what each does, what it reaches over the network, and where it can be used. */
import type { Command } from '../model/report.ts';

/** Where Idwire runs: the command line, the GitHub Action, the Azure Pipelines task. */
export const hosts = ['cli', 'action', 'task'] as const;
export type Host = (typeof hosts)[number];

export interface CommandDefinition {
  readonly name: Command;
  /** One sentence for help and tables. */
  readonly summary: string;
  /** What it reaches over the network, apart from report channels that are switched on. */
  readonly network: string;
  readonly hosts: readonly Host[];
  /** What the words after the command are. */
  readonly operand: 'paths' | 'topic' | 'none';
  /** False keeps the command, and every input and output that only it uses, out of help, metadata and pages. */
  readonly ready: boolean;
}

const everywhere: readonly Host[] = hosts;
const commandLine: readonly Host[] = ['cli'];
const pipelines: readonly Host[] = ['action', 'task'];

/** Every command of the contract, in the order of help and tables. */
export const commandTable: readonly CommandDefinition[] = [
  {
    name: 'auto',
    summary:
      'Chooses the command from the event that started the run: pull requests check and plan, pushes to the default branch apply.',
    network: 'as the chosen command',
    hosts: pipelines,
    operand: 'paths',
    ready: true,
  },
  {
    name: 'check',
    summary: 'Judges the manifests and reports findings.',
    network: 'none, ever',
    hosts: everywhere,
    operand: 'paths',
    ready: true,
  },
  {
    name: 'plan',
    summary: 'Checks, then shows the changes that `apply` would make.',
    network: 'reads Azure',
    hosts: everywhere,
    operand: 'paths',
    ready: true,
  },
  {
    name: 'apply',
    summary: 'Creates and repairs the federated credentials that the repository asks for, then reads them back.',
    network: 'reads Azure and writes federated credentials',
    hosts: everywhere,
    operand: 'paths',
    ready: true,
  },
  {
    name: 'drift',
    summary: 'Compares repository, cluster and Azure, and reports each difference on the line that asked for it.',
    network: 'reads Azure, and the cluster when one is given',
    hosts: everywhere,
    operand: 'paths',
    ready: true,
  },
  {
    name: 'prove',
    summary: 'Asks Entra to accept a real token of each wired ServiceAccount and of the pipeline.',
    network: 'reads Azure, makes tokens in the cluster and offers them to Entra',
    hosts: everywhere,
    operand: 'paths',
    ready: true,
  },
  {
    name: 'migrate',
    summary: 'Shows, or makes, the edits that lead from pod identity to workload identity.',
    network: 'none; Azure is optional',
    hosts: everywhere,
    operand: 'paths',
    ready: false,
  },
  {
    name: 'fix',
    summary: 'Applies the safe fixes of findings to the files, and keeps comments and layout.',
    network: 'none',
    hosts: commandLine,
    operand: 'paths',
    ready: true,
  },
  {
    name: 'explain',
    summary: 'Prints the page of a rule, or the meaning and usual causes of an AADSTS code.',
    network: 'none',
    hosts: commandLine,
    operand: 'topic',
    ready: true,
  },
  {
    name: 'init',
    summary: 'Writes a starter `idwire.yaml` from what the repository and, when signed in, Azure show.',
    network: 'none; Azure is optional',
    hosts: commandLine,
    operand: 'none',
    ready: false,
  },
  {
    name: 'demo',
    summary: 'Plays a pull request on both hosts, with the real bundles, on this machine alone.',
    network: 'loopback only',
    hosts: commandLine,
    operand: 'none',
    ready: true,
  },
];

/** The definition of a command. */
export function commandDefinition(name: Command): CommandDefinition {
  return commandTable.find((command) => command.name === name) as CommandDefinition;
}

/** The commands that this version offers on a host, in table order. */
export function commandsOn(host: Host): readonly CommandDefinition[] {
  return commandTable.filter((command) => command.ready && command.hosts.includes(host));
}

/** Whether any of the commands is part of this version, on a host when one is given. */
export function anyReady(names: readonly Command[], host?: Host): boolean {
  return commandTable.some(
    ({ name, ready, hosts: offered }) => ready && names.includes(name) && (!host || offered.includes(host)),
  );
}
