/** Gets the tokens that jobs of both hosts get, and asks Entra whether it lets them in. */
import https from 'node:https';
import type { Application, ManagedIdentity } from '../../emulators/azure/resources.ts';
import type { ServiceConnection } from '../../emulators/azure-devops/model/service-connection.ts';
import { LoopbackClient } from '../emulators/azure/loopback-client.ts';
import type { HostRun, PipelineScenario } from './pipeline-scenario.ts';

/** A token of a job on the default branch, or of one with an environment. */
export async function githubToken(scenario: PipelineScenario, environment?: string): Promise<string> {
  const { github, repository, azure } = scenario;
  const job = github.startJob({
    repository,
    event: 'push',
    permissions: { 'id-token': 'write' },
    ...(environment !== undefined && { environment }),
  });
  const url = `${job.env.ACTIONS_ID_TOKEN_REQUEST_URL}&audience=${encodeURIComponent('api://AzureADTokenExchange')}`;
  const answer = await request('GET', url, job.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? '', azure.tls.ca);
  job.finish();
  return (answer as { value: string }).value;
}

export async function connectionToken(scenario: PipelineScenario, connection: ServiceConnection): Promise<string> {
  const { devOps, azureRepository, azure } = scenario;
  const job = devOps.startJob({ repository: azureRepository, connections: { azureSubscription: connection } });
  const url = `${job.env.SYSTEM_OIDCREQUESTURI}?api-version=7.1&serviceConnectionId=${connection.id}`;
  const answer = await request('POST', url, job.token, azure.tls.ca);
  job.finish();
  return (answer as { oidcToken: string }).oidcToken;
}

function request(method: string, url: string, token: string, ca: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const sent = https.request(url, { method, headers, ca }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on('end', () => resolve(JSON.parse(text)));
    });
    sent.on('error', reject);
    sent.end(method === 'POST' ? '{}' : undefined);
  });
}

/** 0 when Entra lets the token in, else the AADSTS code. */
export async function admitted(
  { azure }: PipelineScenario,
  holder: Application | ManagedIdentity,
  assertion: string,
): Promise<number> {
  const entra = new LoopbackClient(azure);
  const { status, body } = await entra.token(holder.tenantId, {
    client_id: holder.clientId,
    scope: `${azure.url}/.default`,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  });
  entra.close();
  return status === 200 ? 0 : ((body.error_codes as readonly number[])[0] ?? -1);
}

/** The rows of the plan that a run made. */
export function rowsOf({ report }: HostRun) {
  return report?.plan?.changes ?? [];
}

/** Those that concern the app registration that the pipelines deploy as. */
export function rowsOfDeployer({ deployer }: PipelineScenario, run: HostRun) {
  return rowsOf(run).filter(({ identity }) => identity === `application:${deployer.clientId}`);
}
