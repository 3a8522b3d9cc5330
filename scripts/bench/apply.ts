/** What an apply costs against the Azure emulator: generated identities and credentials, its time, and the floor under it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AzureEmulator, startAzureEmulator } from '../../emulators/azure/azure-emulator.ts';
import type { Application, ManagedIdentity } from '../../emulators/azure/resources.ts';
import type { Measurement } from './benchmarks.ts';
import { median } from './measure.ts';
import { runAside } from './run-aside.ts';
import type { Workbench } from './workbench.ts';

const issuer = 'https://weu.oic.prod-aks.azure.com/11111111-1111-1111-1111-111111111111/one/';
/** Milliseconds that every answer takes, as budgets assume. */
const latencyMs = 150;
const applyRuns = 3;

export interface ApplySize {
  readonly identities: number;
  readonly credentials: number;
}

export const fullApply: ApplySize = { identities: 50, credentials: 20 };
export const throttledApply: ApplySize = { identities: 10, credentials: 4 };

/** An Azure and a repository that wants so many credentials of it. */
interface Site {
  readonly azure: AzureEmulator;
  readonly deployer: Application;
  readonly identities: readonly ManagedIdentity[];
  readonly folder: string;
}

async function withSite<Result>(
  bench: Workbench,
  size: ApplySize,
  work: (site: Site) => Promise<Result>,
): Promise<Result> {
  const azure = await startAzureEmulator({ settings: { latencyMs } });
  try {
    const roles = [{ role: 'Managed Identity Contributor' }, { role: 'Reader' }];
    const deployer = azure.state.addApplication({ withSecret: true, roles });
    azure.state.addCluster({ name: 'aks', issuer });
    const identities = Array.from({ length: size.identities }, (_, index) =>
      azure.state.addIdentity({ name: `id-${index}` }),
    );
    const folder = bench.folder(`apply-${size.identities}-${size.credentials}`);
    writeRepository(folder, azure, identities, size.credentials);
    return await work({ azure, deployer, identities, folder });
  } finally {
    await azure.stop();
  }
}

function writeRepository(
  folder: string,
  azure: AzureEmulator,
  identities: readonly ManagedIdentity[],
  accounts: number,
) {
  const { subscriptionId, tenantId } = azure.state;
  const group = `/subscriptions/${subscriptionId}/resourceGroups/rg-loopback`;
  mkdirSync(join(folder, 'k8s'), { recursive: true });
  const configuration = `version: 1
owner: contoso/shop
tenant: ${tenantId}
subscriptions: [${subscriptionId}]
cloud:
  authority: ${azure.urls.authority}
  resource-manager: ${azure.urls.resourceManager}
clusters:
  - {name: prod, resource: ${group}/providers/Microsoft.ContainerService/managedClusters/aks, sources: [k8s]}
identities:
  - {resource-group: ${group}, allow: {clusters: [prod], namespaces: ["*"]}}
`;
  writeFileSync(join(folder, 'idwire.yaml'), configuration);
  for (const [index, { clientId }] of identities.entries()) {
    const documents = Array.from(
      { length: accounts },
      (_, account) => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: account-${account}
  namespace: team-${index}
  annotations:
    azure.workload.identity/client-id: ${clientId}
`,
    );
    writeFileSync(join(folder, `k8s/team-${index}.yaml`), documents.join('---\n'));
  }
}

const signedIn = ({ azure, deployer }: Site) => ({
  ...azure.environment,
  AZURE_CLIENT_ID: deployer.clientId,
  AZURE_TENANT_ID: azure.state.tenantId,
  AZURE_CLIENT_SECRET: deployer.secret ?? '',
});

/** Seconds of one `apply`, from the start of its process to its end. */
async function secondsOfApply(bench: Workbench, site: Site): Promise<number> {
  const command = bench.cli(['apply', '--render', 'never'], site.folder);
  return (await runAside({ ...command, environment: { ...command.environment, ...signedIn(site) } })).seconds;
}

/** Seconds until Node has loaded the SDK, which every client of it pays. */
async function secondsOfStart(bench: Workbench): Promise<number> {
  const script = "await import('@azure/identity'); await import('@azure/arm-msi')";
  const command = bench.node(['--input-type=module', '-e', script], join(import.meta.dirname, '../..'));
  const times = [];
  for (let run = 0; run < applyRuns; run += 1) times.push((await runAside(command)).seconds);
  return median(times);
}

/** Round trips of which each needs the one before: token, identities and cluster, list, writes, and reading back. */
function floorOf(start: number, size: ApplySize, writes: number): number {
  const pages = Math.ceil(size.identities / 100);
  const readBack = writes > 0 ? 1 : 0;
  return start + (latencyMs / 1000) * (1 + pages + 1 + 1 + writes + readBack);
}

function forget({ azure, identities }: Site): void {
  for (const identity of identities) identity.credentials.clear();
  azure.journal.clear();
}

function expectConverged({ azure, identities }: Site, { credentials }: ApplySize): void {
  const short = identities.filter((identity) => identity.credentials.size !== credentials);
  if (short.length > 0) throw new Error(`${short.length} identities do not have their ${credentials} credentials.`);
  if (azure.journal.overlappingWrites().length > 0) throw new Error('Two writes were in flight on one identity.');
}

function against(seconds: readonly number[], floor: number): Measurement {
  const time = median(seconds);
  return { value: time / floor, detail: `${time.toFixed(2)} s / ${floor.toFixed(2)} s` };
}

/** The first apply writes everything, the second nothing; either may be asked for. */
export function applyAgainstFloor(bench: Workbench, which: 'first' | 'second'): Promise<Measurement> {
  const size = fullApply;
  return withSite(bench, size, async (site) => {
    const start = await secondsOfStart(bench);
    const seconds: number[] = [];
    for (let run = 0; run < applyRuns; run += 1) {
      if (which === 'first' || run === 0) {
        forget(site);
        const time = await secondsOfApply(bench, site);
        expectConverged(site, size);
        if (which === 'first') seconds.push(time);
      }
      if (which === 'second') {
        site.azure.journal.clear();
        seconds.push(await secondsOfApply(bench, site));
        if (site.azure.journal.writes().length > 0) throw new Error('The second apply wrote something.');
      }
    }
    return against(seconds, floorOf(start, size, which === 'first' ? size.credentials : 0));
  });
}

/** 5 % answers 409, 5 % answers 429 that ask for a second, 2 % answers 500. */
export function applyThroughFaults(bench: Workbench): Promise<Measurement> {
  return withSite(bench, fullApply, async (site) => {
    const start = await secondsOfStart(bench);
    const put = { operation: 'credential.put' } as const;
    site.azure.faults.add({ ...put, probability: 0.05, effect: { status: 409 } });
    site.azure.faults.add({ ...put, probability: 0.05, effect: { status: 429, retryAfter: 1 } });
    site.azure.faults.add({ ...put, probability: 0.02, effect: { status: 500 } });
    const seconds: number[] = [];
    for (let run = 0; run < applyRuns; run += 1) {
      forget(site);
      seconds.push(await secondsOfApply(bench, site));
      expectConverged(site, fullApply);
    }
    return against(seconds, floorOf(start, fullApply, fullApply.credentials));
  });
}

/** Under the limits that Azure publishes: the time against what the buckets allow, and the share of refused writes. */
export async function applyUnderLimits(bench: Workbench): Promise<{ time: Measurement; refused: Measurement }> {
  const { publishedLimits } = await import('../../emulators/azure/throttle.ts');
  const size = throttledApply;
  return withSite(bench, size, async (site) => {
    const start = await secondsOfStart(bench);
    site.azure.settings.limits = publishedLimits;
    const seconds = [await secondsOfApply(bench, site)];
    expectConverged(site, size);
    const writes = size.identities * size.credentials;
    const refusals = site.azure.journal.writes().filter(({ status }) => status === 429).length;
    const { subscription, resource } = publishedLimits.write;
    const bySubscription = (writes - (subscription?.perSecond ?? 0)) / (subscription?.perSecond ?? 1);
    const byIdentity = (size.credentials - 1) / (resource?.perSecond ?? 1);
    const floor = floorOf(start, size, 1) + Math.max(bySubscription, byIdentity);
    return {
      time: against(seconds, floor),
      refused: { value: refusals, detail: `${refusals} answers 429 for ${writes} writes` },
    };
  });
}

/** Peak of resident memory in MiB of a first apply. */
export function applyMemory(bench: Workbench): Promise<Measurement> {
  return withSite(bench, fullApply, async (site) => {
    const command = bench.cli(['apply', '--render', 'never'], site.folder);
    const hook = join(import.meta.dirname, 'peak-memory.cjs');
    const { report } = await runAside({
      ...command,
      arguments: ['--require', hook, ...command.arguments],
      environment: { ...command.environment, ...signedIn(site) },
    });
    return { value: Number(report) / 1024, detail: 'VmHWM of the process' };
  });
}
