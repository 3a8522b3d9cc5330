/** Signs tokens for the service connections of a running job, and for the pipeline itself. */

import { randomUUID } from 'node:crypto';
import type { Reply } from '../github/loopback/exchange.ts';
import type { SigningKey } from '../github/loopback/signing-key.ts';
import type { AzureDevOpsState } from './azure-devops-state.ts';
import { type AzureDevOpsRoute, type ProjectCall, projectRoute } from './endpoint.ts';
import type { Job } from './job.ts';
import { azureDevOpsApplication, type ServiceConnection } from './model/service-connection.ts';
import { refusal } from './refusals.ts';

/** Validity in seconds: five minutes from Azure DevOps, about a day from Entra; both count from a little earlier. */
const lifetimes = {
  'azure-devops': { before: 600, after: 300 },
  entra: { before: 300, after: 86_400 },
} as const;

/** `POST …/oidctoken?serviceConnectionId=…`; without the parameter the token is that of the pipeline. */
export function oidcTokenRoute(jobs: readonly Job[]): AzureDevOpsRoute {
  const template = '/distributedtask/hubs/{hub}/plans/{plan}/jobs/{job}/oidctoken';
  return projectRoute('POST', template, (call) => createToken(call, jobs));
}

async function createToken(call: ProjectCall, jobs: readonly Job[]): Promise<Reply> {
  const { parameters, access, exchange, state } = call;
  const job = jobs.find(({ planId, jobId }) => planId === parameters.plan && jobId === parameters.job);
  if (job === undefined || job.access !== access) {
    throw refusal(404, `The plan ${parameters.plan} was not found.`, 'TaskOrchestrationPlanNotFoundException');
  }
  const connectionId = exchange.query.get('serviceConnectionId');
  if (connectionId === null) return tokenReply(state.keys.azureDevOps, pipelineClaims(state, job));
  const connection = Object.values(job.seed.connections ?? {}).find(({ id }) => id === connectionId.toLowerCase());
  if (connection?.scheme !== 'WorkloadIdentityFederation') return notReferenced(connectionId);
  const key = connection.issuedBy === 'entra' ? state.keys.entra : state.keys.azureDevOps;
  return tokenReply(key, connectionClaims(state, connection));
}

/** Worded and wrapped as the service does it since March 2026 (dotnet/docker-tools issue 2012); the status is inferred. */
function notReferenced(connectionId: string): Reply {
  const value = `There is no explicit reference to service connection ${connectionId} from current stage Build.Job.__default.`;
  return { status: 404, body: { count: value.length, value } };
}

async function tokenReply(key: SigningKey, claims: Readonly<Record<string, unknown>>): Promise<Reply> {
  return { status: 200, body: { oidcToken: await key.signToken(claims) } };
}

function connectionClaims(state: AzureDevOpsState, connection: ServiceConnection): Record<string, unknown> {
  const entra = { azp: azureDevOpsApplication, idtyp: 'app', tid: connection.tenantId, ver: '2.0' };
  return {
    jti: randomUUID(),
    iss: connection.issuer,
    sub: connection.subject,
    aud: connection.tokenAudience,
    ...times(state, connection.issuedBy),
    ...(connection.issuedBy === 'entra' ? entra : {}),
  };
}

function pipelineClaims(state: AzureDevOpsState, job: Job): Record<string, unknown> {
  const { repository } = job.seed;
  const { organization } = state;
  return {
    jti: randomUUID(),
    iss: state.ownIssuer,
    sub: `p://${organization.name}/${repository.project.name}/${job.pipeline.name}`,
    aud: 'api://AzureADTokenExchange',
    ...times(state, 'azure-devops'),
    org_id: organization.id,
    prj_id: repository.project.id,
    def_id: String(job.pipeline.id),
    rpo_id: repository.id,
    rpo_uri: job.env.BUILD_REPOSITORY_URI,
    rpo_ver: job.env.BUILD_SOURCEVERSION,
    rpo_ref: job.env.BUILD_SOURCEBRANCH,
    run_id: String(job.runId),
  };
}

function times(state: AzureDevOpsState, issuedBy: keyof typeof lifetimes): Record<string, number> {
  const issuedAt = Math.floor(state.now() / 1000);
  const { before, after } = lifetimes[issuedBy];
  return { iat: issuedAt, nbf: issuedAt - before, exp: issuedAt + after };
}
