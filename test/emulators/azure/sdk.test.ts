/** Proves that Microsoft's own SDKs work against the emulator, unchanged, in a child process that trusts its authority. */

import 'reflect-metadata';
import { execFile } from 'node:child_process';
import { webcrypto } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as x509 from '@peculiar/x509';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AzureEmulator, startAzureEmulator } from '../../../emulators/azure/azure-emulator.ts';
import type { ManagedIdentity } from '../../../emulators/azure/resources.ts';
import { createSigningKey, type SigningKey, sign } from './loopback-issuer.ts';
import type { SdkReport, SdkStory } from './sdk-child.ts';

const gitHub = 'https://token.actions.githubusercontent.com';
const subject = 'repo:contoso@1/shop@2:environment:production';
const audience = 'api://AzureADTokenExchange';

// Long enough for three connections to be made before the first of three writes ends.
const latencyMs = (operation: string) => (operation === 'credential.put' ? 400 : 0);

let azure: AzureEmulator;
let key: SigningKey;
let deployer: ManagedIdentity;
let orders: ManagedIdentity;
let report: SdkReport;
let folder: string;

/** Writes a self-signed certificate and its key into one file, as ClientCertificateCredential reads them. */
async function writeCertificate(name: string): Promise<string> {
  x509.cryptoProvider.set(webcrypto);
  const signingAlgorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const algorithm = { ...signingAlgorithm, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    keys,
    signingAlgorithm,
  });
  const privateKey = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  const path = join(folder, `${name}.pem`);
  await writeFile(path, `${certificate.toString('pem')}\n${x509.PemConverter.encode(privateKey, 'PRIVATE KEY')}\n`);
  return path;
}

async function run(story: SdkStory): Promise<SdkReport> {
  const script = fileURLToPath(new URL('sdk-child.ts', import.meta.url));
  const env = { PATH: process.env.PATH, ...azure.environment };
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(story)], { env });
  return JSON.parse(stdout);
}

beforeAll(async () => {
  azure = await startAzureEmulator({ settings: { latencyMs, pageSize: 2 } });
  key = await createSigningKey('github');
  azure.trustIssuer(gitHub, { keys: { keys: [key.jwk] } });
  deployer = azure.state.addIdentity({
    name: 'deployer',
    credentials: [{ name: 'production', issuer: gitHub, subject }],
  });
  azure.state.assignRole(deployer.principalId, 'Managed Identity Contributor');
  orders = azure.state.addIdentity({ name: 'orders' });
  azure.state.addIdentity({ name: 'carts' });
  azure.faults.add({ operation: 'identity.list', effect: { status: 429, retryAfter: 1 } });
  azure.faults.add({ operation: 'credential.list', effect: { status: 503 } });
  const claims = { iss: gitHub, aud: audience };
  folder = await mkdtemp(join(tmpdir(), 'idwire-certificates-'));
  const [own, other] = await Promise.all([writeCertificate('own'), writeCertificate('other')]);
  const application = azure.state.addApplication({ certificate: await readFile(own, 'utf8') });
  report = await run({
    authority: azure.urls.authority,
    resourceManager: azure.url,
    tenantId: deployer.tenantId,
    clientId: deployer.clientId,
    subscriptionId: deployer.subscriptionId,
    assertion: await sign(key, { ...claims, sub: subject }),
    wrongAssertion: await sign(key, { ...claims, sub: 'repo:contoso/shop:environment:production' }),
    certificate: { clientId: application.clientId, own, other },
    resourceGroup: orders.resourceGroup,
    identity: orders.name,
    issuer: 'https://weu.oic.prod-aks.azure.com/a/b/',
  });
}, 30_000);

afterAll(async () => {
  await azure.stop();
  await rm(folder, { recursive: true, force: true });
});

it('@azure/identity exchanges an assertion and reports the AADSTS code of a refusal', () => {
  expect(report.refusal).toMatch(/AADSTS700213/);
  expect(azure.journal.of('token').map(({ status }) => status)).toEqual([401, 200, 401, 200]);
});

it('@azure/identity signs in with the certificate of an application, and with no other', () => {
  expect(report.certificates).toEqual(['', expect.stringContaining('AADSTS700027')]);
});

it('@azure/arm-msi follows nextLink and retries after 429', () => {
  expect(report.identities).toEqual(['carts', 'deployer', 'orders']);
  expect(azure.journal.of('identity.list').map(({ status }) => status)).toEqual([429, 200, 200]);
});

it('@azure/arm-msi creates with 201, updates with 200, deletes and reports what is missing', () => {
  expect(report.statuses).toEqual([201, 201, 200]);
  expect(report.missing).toBe('404 NotFound');
  expect([...orders.credentials.keys()]).toHaveLength(2);
});

it('@azure/arm-msi passes 409 on when it writes to one identity at once', () => {
  const conflict = '409 ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity';
  expect(report.concurrent.toSorted()).toEqual(['', conflict, conflict]);
  expect(azure.journal.overlappingWrites()).toHaveLength(2);
});

it('@azure/arm-msi reads pages of one credential, and retries after 503', () => {
  expect(report.listed).toEqual([...orders.credentials.keys()].toSorted());
  expect(azure.journal.of('credential.list').map(({ status }) => status)).toEqual([503, 200, 200]);
});

it('every request of the SDK was made by the identity that signed in', () => {
  const callers = new Set(
    azure.journal.entries.filter(({ plane }) => plane === 'arm').map(({ principal }) => principal),
  );
  // A fault answers before the token is looked at.
  expect(callers).toEqual(new Set([null, deployer.principalId]));
});
