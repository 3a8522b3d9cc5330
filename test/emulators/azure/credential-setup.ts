/** Prepares an emulator with an identity that is new in every test, and writes of federated credentials to it. */

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type AzureEmulator, startAzureEmulator } from '../../../emulators/azure/azure-emulator.ts';
import type { ManagedIdentity } from '../../../emulators/azure/resources.ts';
import { defaultSettings } from '../../../emulators/azure/settings.ts';
import { type Answer, LoopbackClient } from './loopback-client.ts';

export const aks = 'https://weu.oic.prod-aks.azure.com/a/b/';
export const audience = 'api://AzureADTokenExchange';
/** The properties of a credential that every API version accepts. */
export const fitting = { issuer: aks, subject: 'system:serviceaccount:shop:orders', audiences: [audience] };

export interface CredentialSetup {
  azure: AzureEmulator;
  client: LoopbackClient;
  /** Of a contributor. */
  token: string;
  identity: ManagedIdentity;
}

/** Filled before the tests of the file that calls this; what it holds is only there while they run. */
export function setUpCredentials() {
  const setup = {} as CredentialSetup;
  beforeAll(async () => {
    setup.azure = await startAzureEmulator();
    setup.client = new LoopbackClient(setup.azure);
    const contributor = setup.azure.state.addApplication({ withSecret: true, roles: [{ role: 'Contributor' }] });
    setup.token = await setup.client.signIn(contributor);
  });
  afterAll(async () => {
    setup.client.close();
    await setup.azure.stop();
  });
  beforeEach(() => {
    Object.assign(setup.azure.settings, defaultSettings);
    setup.azure.journal.clear();
    setup.identity = setup.azure.state.addIdentity({ name: `id-${randomUUID()}` });
  });

  const pathOf = (name: string) => `${setup.identity.id}/federatedIdentityCredentials/${name}`;
  const put = (name: string, properties: unknown, version = '2024-11-30'): Promise<Answer> =>
    setup.client.arm(pathOf(name), { method: 'PUT', token: setup.token, body: { properties }, version });
  const fill = (count: number): void => {
    for (let index = 0; index < count; index += 1) {
      const name = `filler-${String(index).padStart(2, '0')}`;
      setup.azure.state.addCredential(setup.identity, {
        name,
        issuer: aks,
        subject: `system:serviceaccount:shop:${name}`,
      });
    }
  };
  return { setup, pathOf, put, fill };
}
