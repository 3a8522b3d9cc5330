/** Runs the task: inputs from the task library in, issues, summary, output variables and the task's result out. */
import { inputsOn, nameOn, parseInputs, readInputs } from '../config/inputs.ts';
import { basesOf } from '../hosts/azure-pipelines/bases.ts';
import { publishChannels } from '../hosts/azure-pipelines/channels.ts';
import { type AzurePipelinesContext, azurePipelinesContext } from '../hosts/azure-pipelines/context.ts';
import { azureChanges, type ReviewedIteration, reviewedIteration } from '../hosts/azure-pipelines/iteration.ts';
import { kubernetesConnection } from '../hosts/azure-pipelines/kubernetes-connection.ts';
import { publish, publishFailure } from '../hosts/azure-pipelines/publish.ts';
import { createRest } from '../hosts/azure-pipelines/rest.ts';
import { serviceConnection } from '../hosts/azure-pipelines/service-connection.ts';
import { taskLibrary } from '../hosts/azure-pipelines/task-lib.ts';
import type { Environment } from '../hosts/environment.ts';
import { scopeOf } from '../hosts/remarks.ts';
import { explain } from '../model/errors.ts';
import { briefFailure, failureLines } from '../report/failure.ts';
import { chosenCommand } from './auto.ts';
import { deliver } from './deliver.ts';
import { changesSince, filesToShowFirst, firstKnown, portsOf, thisMachine, withSubscription } from './machine.ts';
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
  const { values: given } = parseInputs(readInputs('task', givenInputs()), 'task');
  const machine = thisMachine(environment);
  const context = azurePipelinesContext(environment);
  const channels = (['comment', 'status'] as const).filter((channel) => given[channel]);
  const review = channels.length > 0 || given.onlyChanged ? reviewOf(context) : undefined;
  const git = changesSince(basesOf(context), environment);
  const listed = review ? [azureChanges(review.iteration, review.targetBranch, machine.files)] : [];
  const changes = firstKnown([git, ...listed]);
  const { azureSubscription } = given;
  const connection = azureSubscription ? serviceConnection(taskLibrary, azureSubscription) : undefined;
  const { kubernetesServiceConnection } = given;
  const kubeconfig = kubernetesServiceConnection
    ? kubernetesConnection(taskLibrary, kubernetesServiceConnection)
    : undefined;
  const values = withSubscription(given, environment, connection);
  const ports = portsOf(values, { machine, environment, changes, connection, kubeconfig });
  const fromFork = context.pullRequest?.fromFork ?? false;
  // Azure Pipelines does not tell apps from people; what they may do is set on the service connection.
  const command = chosenCommand({ ...ports, inputs: values, environment, actor: '', actorIsBot: false, fromFork });
  const useCase = await useCaseOf(command);
  const outcome = await useCase(values, ports);
  const changed = await filesToShowFirst(outcome, changes);
  machine.close();
  const { files, log } = machine;
  const { annotations } = values;
  const written = await deliver(outcome, values, files, {
    // Issues print the same commands.
    prints: values.format !== 'azure-pipelines' || !annotations,
    color: false,
    fileUrl: context.fileUrl,
  });
  publish(outcome, { context, environment, files, log, annotations, written, ...changed });
  const scope = scopeOf([
    environment.SYSTEM_DEFINITIONID ?? '',
    environment.AGENT_JOBNAME ?? '',
    ...values.paths,
    values.config ?? '',
  ]);
  await publishChannels(outcome, { context, channels, review, log, scope, ...changed });
}

/** The pull request at Azure Repos, with the token that every task is given (microsoft/azure-pipelines-tasks AzureCLIV1). */
function reviewOf(context: AzurePipelinesContext) {
  const token = taskLibrary.getEndpointAuthorizationParameter('SYSTEMVSSCONNECTION', 'AccessToken', true);
  const { provider, pullRequest } = context;
  if (!token || !pullRequest || provider !== 'TfsGit') return undefined;
  const rest = createRest(context, pullRequest.id, token);
  let iteration: Promise<ReviewedIteration> | undefined;
  return {
    rest,
    targetBranch: pullRequest.targetBranch,
    iteration: () => {
      iteration ??= reviewedIteration(rest, pullRequest.iteration);
      return iteration;
    },
  };
}

/** The task library moves inputs out of the environment as it loads; this is the environment as the agent made it. */
function givenInputs(): Environment {
  const names = inputsOn('task').map((name) => nameOn('task', name));
  return Object.fromEntries(names.map((name) => [`INPUT_${name.toUpperCase()}`, taskLibrary.getInput(name)]));
}
