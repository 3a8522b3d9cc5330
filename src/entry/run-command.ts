/** Runs one command of the command line from its inputs to its printed report. */
import type { CommandLine } from '../config/command-line.ts';
import type { Environment } from '../hosts/environment.ts';
import type { Conclusion } from '../model/report.ts';
import { deliver } from './deliver.ts';
import { thisMachine } from './machine.ts';
import { useCaseOf } from './use-cases.ts';

/** Colour is for terminals whose owner did not refuse it (no-color.org). */
export async function runCommand(
  { command, inputs }: Extract<CommandLine, { kind: 'run' }>,
  environment: Environment,
): Promise<Conclusion> {
  const machine = thisMachine(environment);
  try {
    const useCase = await useCaseOf(command);
    const outcome = await useCase(inputs.values, machine);
    machine.close();
    const { isTTY, columns } = process.stdout;
    await deliver(outcome, inputs.values, machine.files, {
      prints: true,
      color: isTTY === true && !environment.NO_COLOR && environment.TERM !== 'dumb',
      ...(isTTY && { columns }),
    });
    return outcome.report.conclusion;
  } finally {
    machine.close();
  }
}
