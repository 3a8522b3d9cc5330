/** The GitHub Action: inputs of the step in, annotations, summary and outputs out. */
import { exitCodes } from '../config/exit-codes.ts';
import { parseInputs, readInputs } from '../config/inputs.ts';
import { basesOf } from '../hosts/github/bases.ts';
import { githubContext } from '../hosts/github/context.ts';
import { publish, publishFailure } from '../hosts/github/publish.ts';
import { explain } from '../model/errors.ts';
import type { Conclusion } from '../model/report.ts';
import { briefFailure, failureLines } from '../report/failure.ts';
import { deliver } from './deliver.ts';
import { portsOf, thisMachine, withSubscription } from './machine.ts';
import { useCaseOf } from './use-cases.ts';

const environment = process.env;
process.exitCode = exitCodes[await main()].code;

async function main(): Promise<Conclusion> {
  try {
    return await run();
  } catch (thrown) {
    const error = explain(thrown);
    process.stderr.write(failureLines(error));
    await publishFailure(briefFailure(error));
    return 'error';
  }
}

async function run(): Promise<Conclusion> {
  const inputs = parseInputs(readInputs('action', environment), 'action');
  const machine = thisMachine(environment);
  const context = githubContext(environment, machine.files);
  const useCase = await useCaseOf(inputs.values.command === 'auto' ? 'check' : inputs.values.command);
  const values = withSubscription(inputs.values, environment);
  const outcome = await useCase(values, portsOf(values, { machine, environment, bases: basesOf(context) }));
  machine.close();
  const { docsUrl, fileUrl } = context;
  const written = await deliver(outcome, inputs.values, machine.files, {
    // Annotations print the same commands.
    prints: inputs.values.format !== 'github' || !inputs.values.annotations,
    color: false,
    fileUrl,
    ...(docsUrl && { docsUrl }),
  });
  await publish(outcome, {
    context,
    environment,
    log: machine.log,
    annotations: inputs.values.annotations,
    written,
  });
  return outcome.report.conclusion;
}
