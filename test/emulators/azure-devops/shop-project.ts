/** A project with a pull request that moves a label, and a client that speaks plain HTTP to it. */

import type { Rights } from '../../../emulators/azure-devops/access.ts';
import type { Job } from '../../../emulators/azure-devops/job.ts';
import type { Project } from '../../../emulators/azure-devops/model/project.ts';
import type { AzurePullRequest } from '../../../emulators/azure-devops/model/pull-request.ts';
import type { AzureRepository } from '../../../emulators/azure-devops/model/repository.ts';
import {
  type AzureDevOpsEmulator,
  type AzureDevOpsEmulatorOptions,
  startAzureDevOpsEmulator,
} from '../../../emulators/azure-devops/start-azure-devops-emulator.ts';

export const tenantId = '11111111-2222-3333-4444-555555555555';
export const organizationId = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: replies are read field by field, as any REST client does.
  readonly body: any;
}

export interface Shop {
  readonly azureDevOps: AzureDevOpsEmulator;
  readonly project: Project;
  readonly repository: AzureRepository;
  readonly pull: AzurePullRequest;
  /** A build validation job with these rights. */
  job(rights?: Partial<Rights>): Job;
  /** Sends a request below `_apis` of the project; the version is 7.1 unless the path has one. */
  send(token: string, method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Path of the pull request below `_apis`. */
  readonly pullPath: string;
}

/** 10 lines; the pull request changes the third. */
export const manifest = Array.from({ length: 10 }, (_, index) => `line${index + 1}: value\n`).join('');

export async function openShop(options: AzureDevOpsEmulatorOptions = {}): Promise<Shop> {
  const azureDevOps = await startAzureDevOpsEmulator({ organizationId, ...options });
  const project = azureDevOps.createProject({ name: 'shop' });
  const repository = project.createRepository({ name: 'orders', files: { 'k8s/app.yaml': manifest } });
  repository.push('feature', { 'k8s/app.yaml': manifest.replace('line3: value', 'line3: changed') });
  const pull = repository.openPullRequest({ from: 'feature' });
  return {
    azureDevOps,
    project,
    repository,
    pull,
    job: (rights = {}) => azureDevOps.startJob({ repository, pull, rights }),
    send: (token, method, path, body, headers = {}) =>
      send(`${azureDevOps.collectionUri}shop/_apis${path}`, token, method, body, headers),
    pullPath: `/git/repositories/${repository.id}/pullRequests/${pull.id}`,
  };
}

async function send(
  address: string,
  token: string,
  method: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Answer> {
  const url = new URL(address);
  if (!url.searchParams.has('api-version')) url.searchParams.set('api-version', '7.1');
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}
