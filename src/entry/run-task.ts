/** Runs the task: inputs from the task library in, issues, summary, output variables and the task's result out. */
import { inputsOn, nameOn, parseInputs, readInputs } from '../config/inputs.ts';
import { basesOf } from '../hosts/azure-pipelines/bases.ts';
import { azurePipelinesContext } from '../hosts/azure-pipelines/context.ts';
import { kubernetesConnection } from '../hosts/azure-pipelines/kubernetes-connection.ts';
import { publish, publishFailure } from '../hosts/azure-pipelines/publish.ts';
import { serviceConnection } from '../hosts/azure-pipelines/service-connection.ts';
import { taskLibrary } from '../hosts/azure-pipelines/task-lib.ts';
import type { Environment } from '../hosts/environment.ts';
import { explain } from '../model/errors.ts';
import { briefFailure, failureLines } from '../report/failure.ts';
import { deliver } from './deliver.ts';
import { portsOf, thisMachine, withSubscription } from './machine.ts';
import { useCaseOf } from './use-cases.ts';

/** The result is told by `task.complete`; an exit code beside it would be reported as a second failure. */
export async function runTask(environment: Environment): Promise<void> {
  try {
    await run(environment);
  } catch (thrown) {
    const error = explain(thrown);
    process.stderr.write(failureLines(error));
    publishFailure(briefFailure(error));
  }
}

async function run(environment: Environment): Promise<void> {
  const inputs = parseInputs(readInputs('task', givenInputs()), 'task');
  const machine = thisMachine(environment);
  const context = azurePipelinesContext(environment);
  const useCase = await useCaseOf(inputs.values.command === 'auto' ? 'check' : inputs.values.command);
  const { azureSubscription } = inputs.values;
  const connection = azureSubscription ? serviceConnection(taskLibrary, azureSubscription) : undefined;
  const { kubernetesServiceConnection } = inputs.values;
  const kubeconfig = kubernetesServiceConnection
    ? kubernetesConnection(taskLibrary, kubernetesServiceConnection)
    : undefined;
  const values = withSubscription(inputs.values, environment, connection);
  const outcome = await useCase(
    values,
    portsOf(values, { machine, environment, bases: basesOf(context), connection, kubeconfig }),
  );
  machine.close();
  const written = await deliver(outcome, inputs.values, machine.files, {
    // Issues print the same commands.
    prints: inputs.values.format !== 'azure-pipelines' || !inputs.values.annotations,
    color: false,
    fileUrl: context.fileUrl,
  });
  publish(outcome, {
    context,
    environment,
    files: machine.files,
    log: machine.log,
    annotations: inputs.values.annotations,
    written,
  });
}

/** The task library moves inputs out of the environment as it loads; this is the environment as the agent made it. */
function givenInputs(): Environment {
  const names = inputsOn('task').map((name) => nameOn('task', name));
  return Object.fromEntries(names.map((name) => [`INPUT_${name.toUpperCase()}`, taskLibrary.getInput(name)]));
}
