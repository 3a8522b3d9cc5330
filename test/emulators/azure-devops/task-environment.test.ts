/** The environment of a job, read by azure-pipelines-task-lib in a process of its own. */

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { openShop } from './shop-project.ts';

const run = promisify(execFile);

async function runModule(script: string, env: Record<string, string>): Promise<string> {
  // The library keeps the key of its secrets in this folder, or in the working directory without it.
  const folder = await mkdtemp(join(tmpdir(), 'idwire-task-'));
  const options = { env: { PATH: process.env.PATH, AGENT_TEMPDIRECTORY: folder, ...env }, timeout: 30_000 };
  try {
    return (await run(process.execPath, ['--input-type=module', '-e', script], options)).stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}

const subscriptionId = '12121212-3434-5656-7878-909090909090';

test('a task finds its token, its connection and its pull request where the agent puts them', async () => {
  const { azureDevOps, project, repository, pull } = await openShop();
  const ids = { tenantId: '11111111-2222-3333-4444-555555555555', clientId: '66666666-7777-8888-9999-000000000000' };
  const connection = project.createServiceConnection({ name: 'prod', subscriptionId, ...ids });
  const job = azureDevOps.startJob({ repository, pull, connections: { azureSubscription: connection } });
  const script = `import * as task from 'azure-pipelines-task-lib/task.js';
    const id = task.getInput('azureSubscription', true);
    console.log('found=' + JSON.stringify({
      scheme: task.getEndpointAuthorizationScheme(id, false),
      tenant: task.getEndpointAuthorizationParameter(id, 'tenantid', false),
      client: task.getEndpointAuthorizationParameter(id, 'serviceprincipalid', false),
      subscription: task.getEndpointDataParameter(id, 'subscriptionId', false),
      token: task.getEndpointAuthorizationParameter('SYSTEMVSSCONNECTION', 'AccessToken', false),
      collection: task.getVariable('System.CollectionUri'),
      pull: task.getVariable('System.PullRequest.PullRequestId'),
      target: task.getVariable('System.PullRequest.TargetBranch'),
      reason: task.getVariable('Build.Reason'),
    }));`;
  const found = /found=(.*)/.exec(await runModule(script, job.env))?.[1] ?? '{}';
  expect(JSON.parse(found)).toEqual({
    scheme: 'WorkloadIdentityFederation',
    tenant: ids.tenantId,
    client: ids.clientId,
    subscription: subscriptionId,
    token: job.token,
    collection: azureDevOps.collectionUri,
    pull: String(pull.id),
    target: 'refs/heads/main',
    reason: 'PullRequest',
  });
  await azureDevOps.stop();
});
