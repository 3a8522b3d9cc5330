/** A repository and an Azure for tests of plan and apply: both small, both real, and everything secret made at run time. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  type AzureEmulator,
  type AzureEmulatorOptions,
  startAzureEmulator,
} from '../../emulators/azure/azure-emulator.ts';
import type { Application, ManagedCluster, ManagedIdentity } from '../../emulators/azure/resources.ts';
import type { Report } from '../../src/model/report.ts';
import { type BundleRun, runBundle } from './harness/run-bundle.ts';

export const issuer = 'https://weu.oic.prod-aks.azure.com/11111111-1111-1111-1111-111111111111/one/';
export const audience = 'api://AzureADTokenExchange';

export interface Scenario {
  readonly azure: AzureEmulator;
  readonly folder: string;
  /** The one that signs in. */
  readonly deployer: Application;
  readonly orders: ManagedIdentity;
  readonly cluster: ManagedCluster;
  /** Writes files; null removes one. */
  write(files: Readonly<Record<string, string | null>>): void;
  /** The variables that sign in and trust the emulator. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export function accountText(name: string, clientId: string, namespace = 'shop'): string {
  return `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
  namespace: ${namespace}
  annotations:
    azure.workload.identity/client-id: ${clientId}
`;
}

/** The `idwire.yaml` of a scenario; each part can be replaced. */
export function configurationText(
  { azure, orders, cluster }: Pick<Scenario, 'azure' | 'orders' | 'cluster'>,
  parts: {
    readonly owner?: string;
    readonly cloud?: string;
    readonly clusters?: string;
    readonly identities?: string;
  } = {},
): string {
  const {
    owner = 'contoso/shop',
    cloud = `
  authority: ${azure.urls.authority}
  resource-manager: ${azure.urls.resourceManager}
  graph: ${azure.urls.graph}`,
    clusters = `
  - name: prod
    resource: ${cluster.id}
    environment: production
    sources: [k8s]`,
    identities = `
  - name: orders
    resource: ${orders.id}
    allow: {clusters: [prod], namespaces: [shop]}`,
  } = parts;
  return `version: 1
${owner === '' ? '' : `owner: ${owner}\n`}tenant: ${azure.state.tenantId}
subscriptions: [${azure.state.subscriptionId}]
cloud:${cloud}
clusters:${clusters}
identities:${identities}
`;
}

/** One identity, one cluster, one ServiceAccount, and an application that may write credentials. */
export async function startScenario(options: AzureEmulatorOptions = {}): Promise<Scenario> {
  const azure = await startAzureEmulator(options);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'idwire-apply-'));
  const roles = [{ role: 'Managed Identity Contributor' }, { role: 'Reader' }];
  const deployer = azure.state.addApplication({ withSecret: true, roles });
  const orders = azure.state.addIdentity({ name: 'id-orders' });
  const cluster = azure.state.addCluster({ name: 'aks-prod', issuer });
  const write: Scenario['write'] = (files) => {
    for (const [file, text] of Object.entries(files)) {
      const full = path.join(folder, file);
      if (text === null) {
        fs.rmSync(full, { recursive: true, force: true });
        continue;
      }
      fs.mkdirSync(path.dirname(full), { recursive: true });
      fs.writeFileSync(full, text);
    }
  };
  write({
    'idwire.yaml': configurationText({ azure, orders, cluster }),
    'k8s/orders.yaml': accountText('orders', orders.clientId),
  });
  return {
    azure,
    folder,
    deployer,
    orders,
    cluster,
    write,
    environment: {
      ...azure.environment,
      AZURE_CLIENT_ID: deployer.clientId,
      AZURE_TENANT_ID: azure.state.tenantId,
      AZURE_CLIENT_SECRET: deployer.secret ?? '',
    },
    stop: async () => {
      fs.rmSync(folder, { recursive: true, force: true });
      await azure.stop();
    },
  };
}

export interface CommandRun extends BundleRun {
  /** Undefined when the run printed none. */
  readonly report: Report | undefined;
}

/** Runs the command line with a JSON report. */
export async function runCommand(
  { folder, environment }: Pick<Scenario, 'folder' | 'environment'>,
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<CommandRun> {
  const run = await runBundle('cli', {
    cwd: folder,
    script,
    args: [...args, '--format', 'json'],
    env: { ...environment, ...env },
    timeout: 120_000,
  });
  return { ...run, report: run.stdout.startsWith('{') ? (JSON.parse(run.stdout) as Report) : undefined };
}

/** Makes the folder a clone whose `origin` is a bare repository beside it; returns how to commit and push. */
export function asClone(folder: string) {
  const origin = `${folder}-origin.git`;
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-C', folder, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', origin]);
  git('init', '--quiet', '--initial-branch=main');
  git('remote', 'add', 'origin', origin);
  return {
    git,
    commit(message: string) {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '-m', message);
    },
    push: () => git('push', '--quiet', 'origin', 'main'),
    remove: () => fs.rmSync(origin, { recursive: true, force: true }),
  };
}
