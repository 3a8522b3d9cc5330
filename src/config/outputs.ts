/** The outputs that the Action and the task set, as data. */
import type { Command } from '../model/report.ts';
import { anyReady } from './commands.ts';
import type { InputName } from './input-table.ts';
import { inputDefinition } from './inputs.ts';

export interface OutputDefinition {
  readonly name: string;
  readonly description: string;
  /** Commands that set it. */
  readonly commands: readonly Command[];
  /** The input that asks for it, when it needs one: without that input there is no output. */
  readonly input?: InputName;
}

const judging: readonly Command[] = ['check', 'plan', 'apply', 'drift', 'prove', 'migrate'];
const planning: readonly Command[] = ['plan', 'apply', 'drift'];
const applying: readonly Command[] = ['apply'];

/** Every output of the contract, in the order of tables. */
const outputTable = [
  {
    name: 'conclusion',
    description: '`success`; `failure` for findings at or above `fail-on`; `error` when the job could not be done.',
    commands: judging,
  },
  { name: 'errors', description: 'The number of findings at error that count.', commands: judging },
  { name: 'warnings', description: 'The number of findings at warning that count.', commands: judging },
  { name: 'notes', description: 'The number of findings at note that count.', commands: judging },
  { name: 'planned', description: 'The number of changes that the plan holds.', commands: planning },
  { name: 'created', description: 'The number of federated credentials that were created.', commands: applying },
  { name: 'updated', description: 'The number of federated credentials that were updated.', commands: applying },
  { name: 'deleted', description: 'The number of federated credentials that were deleted.', commands: applying },
  { name: 'failed', description: 'The number of changes that could not be written.', commands: applying },
  {
    name: 'digest',
    description: 'The digest of the plan. Give it to `apply` to write exactly that plan.',
    commands: planning,
  },
  { name: 'report-file', description: 'The path of the JSON report, when one was written.', commands: judging },
  {
    name: 'sarif-file',
    description: 'The path of the SARIF file, when one was written.',
    commands: judging,
    input: 'sarif-file',
  },
] as const satisfies readonly OutputDefinition[];

export type OutputName = (typeof outputTable)[number]['name'];

type Output = OutputDefinition & { readonly name: OutputName };

/** The outputs that this version sets. */
export function readyOutputs(): readonly Output[] {
  const table: readonly Output[] = outputTable;
  return table.filter(({ commands, input }) => anyReady(commands) && !(input && inputDefinition(input).planned));
}
