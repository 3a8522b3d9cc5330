/** Runs one command of the command line from its inputs to its printed report. */
import { isatty } from 'node:tty';
import type { CommandLine } from '../config/command-line.ts';
import { exitCodes } from '../config/exit-codes.ts';
import type { Environment } from '../hosts/environment.ts';
import { deliver } from './deliver.ts';
import { portsOf, thisMachine, withSubscription } from './machine.ts';
import { useCaseOf } from './use-cases.ts';

/** Where work on a laptop usually started from. */
const usualBases = [
  'refs/remotes/origin/HEAD',
  'refs/remotes/origin/main',
  'refs/remotes/origin/master',
  'refs/heads/main',
  'refs/heads/master',
];

/** Returns the exit code. Colour is for terminals whose owner did not refuse it (no-color.org). */
export async function runCommand(
  { command, inputs }: Extract<CommandLine, { kind: 'run' }>,
  environment: Environment,
): Promise<number> {
  const machine = thisMachine(environment);
  try {
    const useCase = await useCaseOf(command);
    const values = withSubscription(inputs.values, environment);
    const outcome = await useCase(values, portsOf(values, { machine, environment, bases: usualBases }));
    machine.close();
    const terminal = isatty(1);
    await deliver(outcome, inputs.values, machine.files, {
      prints: true,
      color: terminal && !environment.NO_COLOR && environment.TERM !== 'dumb',
      ...(terminal && process.stdout.columns > 0 && { columns: process.stdout.columns }),
    });
    return exitCodes[outcome.report.conclusion].code;
  } finally {
    machine.close();
  }
}
