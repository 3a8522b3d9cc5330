/** Tells where this process runs: on a person's machine, or in a job of a pipeline, by what its host put into the environment. */
import { azurePipelinesContext } from '../hosts/azure-pipelines/context.ts';
import { azurePipelinesEvent } from '../hosts/azure-pipelines/run-place.ts';
import type { Environment } from '../hosts/environment.ts';
import { githubContext } from '../hosts/github/context.ts';
import { githubEvent } from '../hosts/github/run-place.ts';
import type { Files } from '../ports/files.ts';
import type { RunPlace } from '../ports/run-place.ts';

/** `defaultBranch` is the input; without it the event says, else `main`. A pipeline of another host never writes. */
export function runPlace(
  environment: Environment,
  files: Pick<Files, 'read'>,
  defaultBranch: string | undefined,
): RunPlace {
  if (environment.GITHUB_ACTIONS === 'true') {
    const context = githubContext(environment, files);
    return inPipeline(githubEvent(context), defaultBranch ?? context.defaultBranch, environment);
  }
  if (environment.TF_BUILD?.toLowerCase() === 'true') {
    return inPipeline(azurePipelinesEvent(azurePipelinesContext(environment)), defaultBranch, environment);
  }
  if (environment.CI && environment.CI.toLowerCase() !== 'false') {
    const unknown = { event: 'other', eventName: 'unknown to Idwire (CI is set)', branch: undefined } as const;
    return inPipeline(unknown, defaultBranch, environment);
  }
  return { kind: 'local' };
}

type Started = Pick<Extract<RunPlace, { kind: 'pipeline' }>, 'event' | 'eventName' | 'branch'>;

function inPipeline(started: Started, given: string | undefined, environment: Environment): RunPlace {
  const defaultBranch = given ?? 'main';
  const branch = async () => {
    const { createDefaultBranch } = await import('../adapters/git-branch.ts');
    return createDefaultBranch({ directory: process.cwd(), environment, branch: defaultBranch });
  };
  return {
    kind: 'pipeline',
    ...started,
    defaultBranch,
    isCurrentHead: async () => (await branch()).isCurrentHead(),
    onDefaultBranch: async (path) => (await branch()).read(path),
  };
}
