/** Signs in and writes credentials with Microsoft's own SDKs; prints what they report as JSON. Run as a child process. */

import { ManagedServiceIdentityClient } from '@azure/arm-msi';
import { ClientAssertionCredential, ClientCertificateCredential } from '@azure/identity';

/** What the test tells the child, as JSON in its first argument. */
export interface SdkStory {
  authority: string;
  resourceManager: string;
  tenantId: string;
  clientId: string;
  subscriptionId: string;
  assertion: string;
  /** Application that signs in with a certificate, and files (PEM, with its key) of its own and of another one. */
  certificate: { clientId: string; own: string; other: string };
  wrongAssertion: string;
  resourceGroup: string;
  identity: string;
  issuer: string;
}

/** What the child reports. */
export interface SdkReport {
  refusal: string;
  /** Refusals of the two certificates; empty text for success. */
  certificates: string[];
  identities: string[];
  /** HTTP status of each write. */
  statuses: number[];
  listed: string[];
  /** Error codes and statuses of writes sent at once on one identity; empty text for success. */
  concurrent: string[];
  missing: string;
}

const story: SdkStory = JSON.parse(process.argv[2] ?? '{}');
const audience = 'api://AzureADTokenExchange';

const authority = { authorityHost: story.authority, disableInstanceDiscovery: true };

function credentialFor(assertion: string): ClientAssertionCredential {
  return new ClientAssertionCredential(story.tenantId, story.clientId, () => Promise.resolve(assertion), authority);
}

function signInWith(certificatePath: string): Promise<unknown> {
  const { clientId } = story.certificate;
  const credential = new ClientCertificateCredential(story.tenantId, clientId, { certificatePath }, authority);
  return credential.getToken(`${story.resourceManager}/.default`);
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return '';
  } catch (error) {
    const { statusCode, code, message } = error as { statusCode?: number; code?: string; message: string };
    return statusCode === undefined ? message : `${statusCode} ${code}`;
  }
}

const client = new ManagedServiceIdentityClient(credentialFor(story.assertion), story.subscriptionId, {
  endpoint: story.resourceManager,
  credentialScopes: `${story.resourceManager}/.default`,
});
const { federatedIdentityCredentials: credentials, userAssignedIdentities } = client;

async function write(name: string): Promise<number> {
  let status = 0;
  const body = { issuer: story.issuer, subject: `system:serviceaccount:shop:${name}`, audiences: [audience] };
  await credentials.createOrUpdate(story.resourceGroup, story.identity, name, body, {
    onResponse: (response) => {
      status = response.status;
    },
  });
  return status;
}

const refusal = await codeOf(credentialFor(story.wrongAssertion).getToken(`${story.resourceManager}/.default`));
const certificates = [
  await codeOf(signInWith(story.certificate.own)),
  await codeOf(signInWith(story.certificate.other)),
];
const identities: string[] = [];
for await (const { name } of userAssignedIdentities.listBySubscription()) identities.push(name ?? '');
const statuses = [await write('one'), await write('two'), await write('two')];
const concurrent = await Promise.all(['three', 'four', 'five'].map((name) => codeOf(write(name))));
await credentials.delete(story.resourceGroup, story.identity, 'one');
const missing = await codeOf(credentials.get(story.resourceGroup, story.identity, 'one'));
const listed: string[] = [];
for await (const { name } of credentials.list(story.resourceGroup, story.identity, { top: 1 })) listed.push(name ?? '');
const report: SdkReport = { refusal, certificates, identities, statuses, listed, concurrent, missing };
process.stdout.write(JSON.stringify(report));
