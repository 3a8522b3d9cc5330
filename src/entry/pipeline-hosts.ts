/** Whom this process can ask about the tokens of pipelines: the job's own runner, and the APIs that it has a token for. */
import type { Inputs } from '../config/inputs.ts';
import { azurePipelinesContext } from '../hosts/azure-pipelines/context.ts';
import { createServiceEndpoints } from '../hosts/azure-pipelines/service-endpoint.ts';
import type { Environment } from '../hosts/environment.ts';
import { githubContext } from '../hosts/github/context.ts';
import { createGithubSubjects } from '../hosts/github/oidc.ts';
import type { Files } from '../ports/files.ts';
import type { PipelineHosts } from '../ports/pipeline-hosts.ts';

export interface PipelineHostsRequest {
  readonly inputs: Pick<Inputs, 'githubToken'>;
  readonly environment: Environment;
  readonly files: Pick<Files, 'read'>;
  /** The token of an Azure Pipelines job, when the task was handed one. */
  readonly accessToken: string | undefined;
}

/** On a laptop the tokens of the usual variables serve: `GH_TOKEN` or `GITHUB_TOKEN`, and `SYSTEM_ACCESSTOKEN`. */
export function createPipelineHosts({ inputs, environment, files, accessToken }: PipelineHostsRequest): PipelineHosts {
  const context = githubContext(environment, files);
  const mayHaveToken = Boolean(environment.ACTIONS_ID_TOKEN_REQUEST_URL);
  const token = inputs.githubToken ?? (environment.GH_TOKEN || environment.GITHUB_TOKEN || undefined);
  return {
    repository: context.repository || undefined,
    githubUrl: context.serverUrl,
    github: createGithubSubjects({
      context,
      // Any audience will do: the token is only read here, and never sent on.
      idToken: mayHaveToken ? async () => (await import('../hosts/github/id-token.ts')).idToken('idwire') : undefined,
      token,
    }),
    serviceConnection: createServiceEndpoints({
      collectionUrl: azurePipelinesContext(environment).collectionUrl,
      accessToken: accessToken ?? (environment.SYSTEM_ACCESSTOKEN || undefined),
    }),
  };
}
