/** One job of a pipeline run: its access token, the variables the agent sets, and its service connections. */

import { randomUUID } from 'node:crypto';
import { type Access, defaultRights, type Rights } from './access.ts';
import type { AzureDevOpsState } from './azure-devops-state.ts';
import { guidFrom, type Identity } from './model/identity.ts';
import type { AzurePullRequest } from './model/pull-request.ts';
import type { AzureRepository } from './model/repository.ts';
import type { ServiceConnection } from './model/service-connection.ts';

export interface JobSeed {
  readonly repository: AzureRepository;
  /** Makes the run a build validation of it. */
  readonly pull?: AzurePullRequest;
  /** `Build.Reason`; `PullRequest` with a pull request, else `IndividualCI`. */
  readonly reason?: string;
  /** Branch, short name; the default branch when absent. */
  readonly branch?: string;
  /** Rights of the build service account beyond reading. */
  readonly rights?: Partial<Rights>;
  /** Connections that inputs of the step name, by input name; only for these a token can be fetched. */
  readonly connections?: Readonly<Record<string, ServiceConnection>>;
  readonly pipeline?: { readonly id: number; readonly name: string };
}

export interface Job {
  readonly seed: JobSeed;
  readonly access: Access;
  readonly planId: string;
  readonly jobId: string;
  readonly runId: number;
  readonly pipeline: { readonly id: number; readonly name: string };
  /** `System.AccessToken`. */
  readonly token: string;
  /** What the agent sets for a task, apart from paths; the token is in the `SYSTEMVSSCONNECTION` endpoint. */
  readonly env: Readonly<Record<string, string>>;
  /** Ends the job: its token stops working. */
  finish(): void;
}

/** Starts a job under "<Project> Build Service (<organization>)". */
export function startJob(state: AzureDevOpsState, jobs: Job[], seed: JobSeed): Job {
  const { project } = seed.repository;
  const access = state.access.issue(buildService(seed), project, { ...defaultRights, ...seed.rights });
  const ids = { planId: randomUUID(), jobId: randomUUID(), runId: state.nextId() };
  const pipeline = seed.pipeline ?? { id: 7, name: 'idwire' };
  const run = { seed, access, ...ids, pipeline, token: access.token };
  const finish = () => {
    state.access.revoke(access);
    jobs.splice(jobs.indexOf(job), 1);
  };
  const job: Job = { ...run, env: { ...runVariables(run, state), ...endpointVariables(run, state) }, finish };
  jobs.push(job);
  return job;
}

type Run = Omit<Job, 'env' | 'finish'>;

function buildService({ repository: { project } }: JobSeed): Identity {
  const displayName = `${project.name} Build Service (${project.organization.name})`;
  return { id: guidFrom(displayName), displayName, uniqueName: `Build\\${guidFrom(displayName)}` };
}

function runVariables(run: Run, state: AzureDevOpsState): Record<string, string> {
  const { repository, pull } = run.seed;
  const { project } = repository;
  const branch = run.seed.branch ?? repository.defaultBranch;
  const plan = `_apis/distributedtask/hubs/build/plans/${run.planId}/jobs/${run.jobId}`;
  return {
    TF_BUILD: 'True',
    AGENT_JOBNAME: 'Job',
    BUILD_BUILDID: String(run.runId),
    BUILD_DEFINITIONNAME: run.pipeline.name,
    BUILD_REASON: run.seed.reason ?? (pull === undefined ? 'IndividualCI' : 'PullRequest'),
    BUILD_REPOSITORY_ID: repository.id,
    BUILD_REPOSITORY_NAME: repository.name,
    BUILD_REPOSITORY_PROVIDER: 'TfsGit',
    BUILD_REPOSITORY_URI: `${state.collectionUri}${project.name}/_git/${repository.name}`,
    BUILD_SOURCEBRANCH: pull === undefined ? `refs/heads/${branch}` : `refs/pull/${pull.id}/merge`,
    BUILD_SOURCEBRANCHNAME: pull === undefined ? (branch.split('/').at(-1) ?? branch) : 'merge',
    BUILD_SOURCEVERSION: (pull?.mergeCommit ?? repository.git.require(branch)).sha,
    SYSTEM_COLLECTIONID: state.organization.id,
    SYSTEM_COLLECTIONURI: state.collectionUri,
    SYSTEM_DEFINITIONID: String(run.pipeline.id),
    SYSTEM_HOSTTYPE: 'build',
    SYSTEM_JOBID: run.jobId,
    SYSTEM_OIDCREQUESTURI: `${state.collectionUri}${project.id}/${plan}/oidctoken`,
    SYSTEM_PLANID: run.planId,
    SYSTEM_SERVERTYPE: 'Hosted',
    SYSTEM_TEAMFOUNDATIONCOLLECTIONURI: state.collectionUri,
    SYSTEM_TEAMPROJECT: project.name,
    SYSTEM_TEAMPROJECTID: project.id,
    ...(pull === undefined ? {} : pullVariables(pull, state)),
  };
}

function pullVariables(pull: AzurePullRequest, state: AzureDevOpsState): Record<string, string> {
  const { repository } = pull;
  return {
    SYSTEM_PULLREQUEST_ISFORK: 'False',
    SYSTEM_PULLREQUEST_PULLREQUESTID: String(pull.id),
    SYSTEM_PULLREQUEST_PULLREQUESTITERATION: String(pull.latestIteration.id),
    SYSTEM_PULLREQUEST_SOURCEBRANCH: `refs/heads/${pull.sourceBranch}`,
    SYSTEM_PULLREQUEST_SOURCECOMMITID: pull.source.sha,
    SYSTEM_PULLREQUEST_SOURCEREPOSITORYURI: `${state.collectionUri}${repository.project.name}/_git/${repository.name}`,
    SYSTEM_PULLREQUEST_TARGETBRANCH: `refs/heads/${pull.targetBranch}`,
    SYSTEM_PULLREQUEST_TARGETBRANCHNAME: pull.targetBranch,
  };
}

/** In the form in which azure-pipelines-task-lib reads endpoints and inputs from the environment. */
function endpointVariables(run: Run, state: AzureDevOpsState): Record<string, string> {
  const variables = endpoint('SYSTEMVSSCONNECTION', 'OAuth', { AccessToken: run.token }, {}, state.collectionUri);
  for (const [input, connection] of Object.entries(run.seed.connections ?? {})) {
    const { clientId, tenantId, environment, subscriptionId } = connection;
    const parameters = { serviceprincipalid: clientId, tenantid: tenantId };
    const data = { environment, subscriptionId, creationMode: connection.creationMode };
    const url = 'https://management.azure.com/';
    Object.assign(variables, endpoint(connection.id, connection.scheme, parameters, data, url));
    variables[`INPUT_${input.toUpperCase()}`] = connection.id;
  }
  return variables;
}

function endpoint(
  id: string,
  scheme: string,
  parameters: Readonly<Record<string, string>>,
  data: Readonly<Record<string, string>>,
  url: string,
): Record<string, string> {
  const named = (prefix: string, values: Readonly<Record<string, string>>) =>
    Object.entries(values).map(([name, value]) => [`${prefix}_${id}_${name.toUpperCase()}`, value]);
  return {
    [`ENDPOINT_URL_${id}`]: url,
    [`ENDPOINT_AUTH_${id}`]: JSON.stringify({ scheme, parameters }),
    [`ENDPOINT_AUTH_SCHEME_${id}`]: scheme,
    ...Object.fromEntries(named('ENDPOINT_AUTH_PARAMETER', parameters)),
    ...Object.fromEntries(named('ENDPOINT_DATA', data)),
  };
}
