/** Proves that the Azure CLI, where it is installed, signs in and writes credentials; skipped where it is not. */

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AzureEmulator, startAzureEmulator } from '../../../emulators/azure/azure-emulator.ts';
import type { Application, ManagedIdentity } from '../../../emulators/azure/resources.ts';
import { createSigningKey, sign } from './loopback-issuer.ts';

const issuer = 'https://weu.oic.prod-aks.azure.com/a/b/';
const subject = 'system:serviceaccount:shop:orders';

const installed = (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'az')));

let azure: AzureEmulator;
let application: Application;
let identity: ManagedIdentity;
let folder: string;

/** Exit code, standard output and standard error of one call. */
function az(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { PATH: process.env.PATH, HOME: folder, AZURE_CONFIG_DIR: folder, AZURE_CORE_COLLECT_TELEMETRY: 'no' };
  return new Promise((resolve) => {
    execFile('az', args, { env: { ...env, ...azure.environment } }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

const credential = (verb: string, ...args: string[]) =>
  az('identity', 'federated-credential', verb, '-g', identity.resourceGroup, '--identity-name', identity.name, ...args);

describe.skipIf(!installed)('the Azure CLI', () => {
  beforeAll(async () => {
    azure = await startAzureEmulator();
    folder = await mkdtemp(join(tmpdir(), 'idwire-az-'));
    application = azure.state.addApplication({ withSecret: true, roles: [{ role: 'Contributor' }] });
    identity = azure.state.addIdentity({ name: 'id-orders', resourceGroup: 'rg-shop' });
    const endpoints = {
      resourceManager: azure.url,
      management: azure.url,
      activeDirectory: `${azure.urls.authority}/adfs`,
      activeDirectoryResourceId: 'https://management.azure.com/',
      activeDirectoryGraphResourceId: azure.urls.graph,
      microsoftGraphResourceId: azure.urls.graph,
    };
    expect(
      (await az('cloud', 'register', '-n', 'loopback', '--cloud-config', JSON.stringify({ endpoints }))).code,
    ).toBe(0);
    expect((await az('cloud', 'set', '-n', 'loopback')).code).toBe(0);
  }, 60_000);

  afterAll(async () => {
    await azure.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('signs in with a secret, writes, lists and deletes a credential', { timeout: 60_000 }, async () => {
    const secret = application.secret ?? '';
    const login = await az(
      'login',
      '--service-principal',
      '-u',
      application.clientId,
      '-p',
      secret,
      '--tenant',
      'adfs',
    );
    expect([login.code, login.stderr]).toEqual([0, expect.not.stringContaining('ERROR')]);
    const stated = ['--issuer', issuer, '--subject', subject, '--audiences', 'api://AzureADTokenExchange'];
    const created = await credential('create', '-n', 'orders', ...stated);
    expect(JSON.parse(created.stdout)).toMatchObject({ name: 'orders', issuer, subject });
    const twin = await credential('create', '-n', 'twin', ...stated);
    expect([twin.code, twin.stderr]).toEqual([
      1,
      expect.stringContaining('Issuer and subject combination already exists'),
    ]);
    expect(JSON.parse((await credential('list')).stdout)).toHaveLength(1);
    expect((await credential('delete', '-n', 'orders', '--yes')).code).toBe(0);
    expect(identity.credentials.size).toBe(0);
  });

  it('signs in with a federated token, and shows why another one is refused', { timeout: 60_000 }, async () => {
    const key = await createSigningKey('aks');
    azure.trustIssuer(issuer, { keys: { keys: [key.jwk] } });
    azure.state.addCredential(application, { name: 'orders', issuer, subject });
    const claims = { iss: issuer, aud: 'api://AzureADTokenExchange' };
    const login = async (sub: string) => {
      const token = await sign(key, { ...claims, sub });
      const caller = ['--service-principal', '-u', application.clientId, '--tenant', 'adfs'];
      return az('login', ...caller, '--federated-token', token);
    };
    expect((await login(subject)).code).toBe(0);
    const refused = await login(`${subject}-2`);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('AADSTS700213')]);
  });
});
