/** One repository on both hosts with an Azure beside it: real bundles sign in with tokens that the hosts really issue. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type AzureEmulator, startAzureEmulator } from '../../emulators/azure/azure-emulator.ts';
import type { Application, ManagedCluster, ManagedIdentity } from '../../emulators/azure/resources.ts';
import type { JobSeed as AzureJobSeed } from '../../emulators/azure-devops/job.ts';
import type { Project } from '../../emulators/azure-devops/model/project.ts';
import type { AzureRepository } from '../../emulators/azure-devops/model/repository.ts';
import type { ServiceConnection } from '../../emulators/azure-devops/model/service-connection.ts';
import {
  type AzureDevOpsEmulator,
  startAzureDevOpsEmulator,
} from '../../emulators/azure-devops/start-azure-devops-emulator.ts';
import type { JobSeed as GithubJobSeed } from '../../emulators/github/job.ts';
import type { GitHubRepository, RepositorySeed } from '../../emulators/github/model/repository.ts';
import { type GitHubEmulator, startGitHubEmulator } from '../../emulators/github/start-github-emulator.ts';
import { createLoopbackTls } from '../../emulators/tls/loopback-tls.ts';
import type { Report } from '../../src/model/report.ts';
import { accountText, asClone, issuer } from './apply-scenario.ts';
import { type BundleRun, runBundle } from './harness/run-bundle.ts';

export const githubIssuer = 'https://token.actions.githubusercontent.com';

export interface PipelineScenario {
  readonly azure: AzureEmulator;
  readonly github: GitHubEmulator;
  readonly devOps: AzureDevOpsEmulator;
  readonly repository: GitHubRepository;
  readonly project: Project;
  readonly azureRepository: AzureRepository;
  /** Signs in as the operator. */
  readonly connection: ServiceConnection;
  /** Signs in as the deployer. */
  readonly deployment: ServiceConnection;
  /** Whom the pipelines sign in as; it may write to everything below. */
  readonly operator: Application;
  /** An app registration that a pipeline deploys as. */
  readonly deployer: Application;
  /** For pull requests. */
  readonly reader: ManagedIdentity;
  readonly orders: ManagedIdentity;
  readonly cluster: ManagedCluster;
  /** Clone in which the bundles run; `origin` is beside it. */
  readonly folder: string;
  readonly clone: ReturnType<typeof asClone>;
  /** Writes `idwire.yaml` with these pipelines, and makes it the head of the default branch. */
  readonly configure: (pipelines: string, identities?: string) => void;
  stop(): Promise<void>;
}

export const bothPipelines = `
  - host: github
    identity: deployer
    subjects: ["environment:production", "ref:refs/heads/main"]
  - host: github
    identity: reader
    subjects: [pull_request]`;

export async function startPipelineScenario(seed: Partial<RepositorySeed> = {}): Promise<PipelineScenario> {
  const tls = await createLoopbackTls();
  const hostTls = { key: tls.key, cert: tls.certificate };
  const [azure, github, devOps] = await Promise.all([
    startAzureEmulator({ tls }),
    startGitHubEmulator({ tls: hostTls }),
    startAzureDevOpsEmulator({ tls: hostTls }),
  ]);
  const repository = github.createRepository({ owner: 'contoso', name: 'shop', ...seed });
  const project = devOps.createProject({ name: 'shop' });
  const azureRepository = project.createRepository({ name: 'shop', files: { 'README.md': 'shop\n' } });
  const roles = [{ role: 'Managed Identity Contributor' }, { role: 'Reader' }];
  const operator = azure.state.addApplication({ roles, graph: ['Application.ReadWrite.OwnedBy'] });
  const deployer = azure.state.addApplication({ owners: [operator.principalId] });
  const reader = azure.state.addIdentity({ name: 'id-reader' });
  const orders = azure.state.addIdentity({ name: 'id-orders' });
  const cluster = azure.state.addCluster({ name: 'aks-prod', issuer });
  const { tenantId, subscriptionId } = azure.state;
  const connect = (name: string, { clientId }: Application) =>
    project.createServiceConnection({ name, tenantId, clientId, subscriptionId });
  const connection = connect('idwire', operator);
  const deployment = connect('prod', deployer);
  azure.trustIssuer(githubIssuer, { keys: github.trust.keys });
  for (const each of [connection.issuer, devOps.state.ownIssuer])
    azure.trustIssuer(each, { keys: devOps.trust(each).keys });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'idwire-pipeline-'));
  const clone = asClone(folder);
  const scenario = { azure, github, devOps, repository, project, azureRepository, connection, deployment };
  return {
    ...scenario,
    operator,
    deployer,
    reader,
    orders,
    cluster,
    folder,
    clone,
    configure: (pipelines, identities) => {
      fs.mkdirSync(path.join(folder, 'k8s'), { recursive: true });
      fs.writeFileSync(path.join(folder, 'k8s/orders.yaml'), accountText('orders', orders.clientId));
      const entries = identities ?? identitiesText({ orders, reader, deployer });
      fs.writeFileSync(path.join(folder, 'idwire.yaml'), configurationText({ azure, cluster }, entries, pipelines));
      clone.commit('Configure');
      clone.push();
    },
    stop: async () => {
      clone.remove();
      fs.rmSync(folder, { recursive: true, force: true });
      await Promise.all([azure.stop(), github.stop(), devOps.stop()]);
      await tls.remove();
    },
  };
}

function identitiesText({
  orders,
  reader,
  deployer,
}: Pick<PipelineScenario, 'orders' | 'reader' | 'deployer'>): string {
  return `
  - name: orders
    resource: ${orders.id}
    allow: {clusters: [prod], namespaces: [shop]}
  - name: deployer
    application: ${deployer.clientId}
  - name: reader
    resource: ${reader.id}`;
}

function configurationText(
  { azure, cluster }: Pick<PipelineScenario, 'azure' | 'cluster'>,
  identities: string,
  pipelines: string,
): string {
  return `version: 1
owner: contoso/shop
tenant: ${azure.state.tenantId}
subscriptions: [${azure.state.subscriptionId}]
cloud:
  authority: ${azure.urls.authority}
  resource-manager: ${azure.urls.resourceManager}
  graph: ${azure.urls.graph}
clusters:
  - name: prod
    resource: ${cluster.id}
    sources: [k8s]
identities:${identities}
pipelines:${pipelines}
`;
}

export interface HostRun extends BundleRun {
  /** Undefined when the run wrote none. */
  readonly report: Report | undefined;
}

type Inputs = Readonly<Record<string, string>>;

/** Runs the Action in a job of the repository. `client-id` is the operator's unless it is given. */
export async function runAction(
  scenario: PipelineScenario,
  script: string,
  seed: Partial<GithubJobSeed> & Pick<GithubJobSeed, 'event'>,
  inputs: Inputs = {},
  env: Readonly<Record<string, string>> = {},
): Promise<HostRun> {
  const { github, repository, operator, folder, azure } = scenario;
  const permissions = { contents: 'read', 'id-token': 'write' } as const;
  const job = github.startJob({ repository, permissions, ...seed });
  const { GITHUB_EVENT_NAME: name = '', GITHUB_REF: ref = '', GITHUB_ACTOR: actor = '' } = job.env;
  const reportFile = `${folder}.report.json`;
  const run = await runBundle('github', {
    cwd: folder,
    script,
    inputs: { 'client-id': operator.clientId, 'report-file': reportFile, 'github-token': job.token, ...inputs },
    event: { name, ref, actor, payload: job.payload },
    env: { ...job.env, ...azure.environment, ...env },
  });
  job.finish();
  return { ...run, report: reportIn(reportFile) };
}

/** Runs the task in a job of the Azure Repos repository, with the service connection unless it is left out. */
export async function runTask(
  scenario: PipelineScenario,
  script: string,
  seed: Partial<AzureJobSeed> = {},
  options: { readonly connected?: boolean; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<HostRun> {
  const { devOps, azureRepository, connection, folder, azure } = scenario;
  const connections = options.connected === false ? {} : { azureSubscription: connection };
  const job = devOps.startJob({ repository: azureRepository, connections, ...seed });
  const reportFile = `${folder}.report.json`;
  const run = await runBundle('azure-pipelines', {
    cwd: folder,
    script,
    inputs: { reportFile },
    env: { ...job.env, ...azure.environment, ...options.env },
    node: 'node20',
  });
  job.finish();
  return { ...run, report: reportIn(reportFile) };
}

function reportIn(file: string): Report | undefined {
  if (!fs.existsSync(file)) return undefined;
  const report = JSON.parse(fs.readFileSync(file, 'utf8')) as Report;
  fs.rmSync(file);
  return report;
}
