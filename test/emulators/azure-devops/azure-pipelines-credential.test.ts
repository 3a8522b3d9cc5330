/** AzurePipelinesCredential of @azure/identity, from the service connection to an Azure token, over TLS. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { startAzureEmulator } from '../../../emulators/azure/azure-emulator.ts';
import { createLoopbackTls } from '../../../emulators/tls/loopback-tls.ts';
import { openShop } from './shop-project.ts';

const run = promisify(execFile);

test('AzurePipelinesCredential exchanges the token of a connection for an Azure token', async () => {
  const tls = await createLoopbackTls();
  const azure = await startAzureEmulator({ tls });
  const { azureDevOps, project, repository } = await openShop({ tls: { key: tls.key, cert: tls.certificate } });
  try {
    const { tenantId } = azure.state;
    const identity = azure.state.addIdentity({ name: 'deployer' });
    const { clientId } = identity;
    const { subscriptionId } = azure.state;
    const connection = project.createServiceConnection({ name: 'prod', tenantId, clientId, subscriptionId });
    const { issuer, subject } = connection;
    azure.trustIssuer(issuer, { keys: azureDevOps.trust(issuer).keys });
    azure.state.addCredential(identity, { name: 'pipeline', issuer, subject });
    const job = azureDevOps.startJob({ repository, connections: { azureSubscription: connection } });
    const script = `import { AzurePipelinesCredential } from '@azure/identity';
      const credential = new AzurePipelinesCredential('${tenantId}', '${clientId}', '${connection.id}', '${job.token}', {
        authorityHost: '${azure.urls.authority}', disableInstanceDiscovery: true });
      const token = await credential.getToken('${azure.urls.resourceManager}/.default');
      console.log('expires=' + token.expiresOnTimestamp);`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
      env: { PATH: process.env.PATH, ...job.env, NODE_EXTRA_CA_CERTS: tls.caFile },
      timeout: 30_000,
    });
    expect(Number(/expires=(\d+)/.exec(stdout)?.[1])).toBeGreaterThan(Date.now());
    const asked = azureDevOps.journal.of('POST', /\/oidctoken$/);
    expect(asked[0]?.query).toEqual({ 'api-version': '7.1', serviceConnectionId: connection.id });
    expect(asked[0]?.headers).toMatchObject({ authorization: 'Bearer', 'x-tfs-fedauthredirect': 'Suppress' });
  } finally {
    await Promise.all([azureDevOps.stop(), azure.stop()]);
    await tls.remove();
  }
});
