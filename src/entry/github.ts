/** The GitHub Action: inputs of the step in, annotations, summary and outputs out. */
import { exitCodes } from '../config/exit-codes.ts';
import { parseInputs, readInputs } from '../config/inputs.ts';
import { basesOf } from '../hosts/github/bases.ts';
import { type GithubClient, githubClient } from '../hosts/github/client.ts';
import { type GithubContext, githubContext } from '../hosts/github/context.ts';
import { publish, publishFailure } from '../hosts/github/publish.ts';
import { scopeOf } from '../hosts/remarks.ts';
import { explain } from '../model/errors.ts';
import type { Conclusion } from '../model/report.ts';
import type { Changes } from '../ports/changes.ts';
import type { Files } from '../ports/files.ts';
import { briefFailure, failureLines } from '../report/failure.ts';
import { chosenCommand } from './auto.ts';
import { deliver } from './deliver.ts';
import { changesSince, filesToShowFirst, firstKnown, portsOf, thisMachine, withSubscription } from './machine.ts';
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
  const { values: given } = parseInputs(readInputs('action', environment), 'action');
  const machine = thisMachine(environment);
  const context = githubContext(environment, machine.files);
  const channels = (['checks', 'comment', 'suggestions'] as const).filter((channel) => given[channel]);
  const client = clientOf(context, given.githubToken);
  const git = changesSince(basesOf(context), environment);
  const listed = client && context.pullRequest ? [listedChanges(client, context, machine.files)] : [];
  const changes = firstKnown([git, ...listed]);
  const values = withSubscription(given, environment);
  const ports = portsOf(values, { machine, environment, changes });
  const { actor, actorIsBot, pullRequest } = context;
  const fromFork = pullRequest?.fromFork ?? false;
  const command = chosenCommand({ ...ports, inputs: values, environment, actor, actorIsBot, fromFork });
  const useCase = await useCaseOf(command);
  const outcome = await useCase(values, ports);
  // Without a channel that uses the network anyway, the order of annotations is no reason to begin with it.
  const changed = await filesToShowFirst(outcome, channels.length > 0 || values.onlyChanged ? changes : git);
  machine.close();
  const { docsUrl, fileUrl } = context;
  const written = await deliver(outcome, values, machine.files, {
    // Annotations print the same commands.
    prints: values.format !== 'github' || !values.annotations,
    color: false,
    fileUrl,
    ...(docsUrl && { docsUrl }),
  });
  const { log } = machine;
  await publish(outcome, { context, environment, log, annotations: values.annotations, written, ...changed });
  if (channels.length === 0) return outcome.report.conclusion;
  const { publishChannels } = await import('../hosts/github/channels.ts');
  const scope = scopeOf([jobName(), ...values.paths, values.config ?? '']);
  await publishChannels(outcome, { context, channels, client, log, scope, ...changed });
  return outcome.report.conclusion;
}

/** Made once, when something first needs it. */
function clientOf(context: GithubContext, token: string | undefined) {
  let client: Promise<GithubClient> | undefined;
  return token === undefined
    ? undefined
    : () => {
        client ??= githubClient(context, token);
        return client;
      };
}

/** What changed as GitHub lists it, loaded only when a run wants to know. */
function listedChanges(
  client: () => Promise<GithubClient>,
  context: GithubContext,
  files: Pick<Files, 'stat'>,
): Changes {
  return {
    async read() {
      const { githubChanges } = await import('../hosts/github/pull-request-files.ts');
      return githubChanges(client, context, files).read();
    },
  };
}

/** The workflow file and the job in it, whatever the ref. */
function jobName(): string {
  const { GITHUB_WORKFLOW_REF: workflow = '', GITHUB_JOB: job = '' } = environment;
  return `${workflow.replace(/@.*$/, '')} ${job}`;
}
