/** Whether credentials of app registrations are read and written through Graph, over TLS, as the port promises. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AzureEmulator, startAzureEmulator } from '../../../emulators/azure/azure-emulator.ts';
import type { Application } from '../../../emulators/azure/resources.ts';

const issuer = 'https://token.actions.githubusercontent.com';
const audience = 'api://AzureADTokenExchange';
const script = fileURLToPath(new URL('graph-script.ts', import.meta.url));

let azure: AzureEmulator;
let writer: Application;
let target: Application;

beforeAll(async () => {
  azure = await startAzureEmulator();
});
afterAll(() => azure.stop());
beforeEach(() => {
  writer = azure.state.addApplication({ withSecret: true });
  target = azure.state.addApplication({ owners: [writer.principalId] });
  azure.state.allowGraph(writer.principalId, 'Application.ReadWrite.OwnedBy');
  azure.journal.clear();
});

type Call = readonly ['credentials'] | readonly ['write', object] | readonly ['remove', string];

/** Runs calls in a process of its own, since only a start of Node takes the emulator's certificate. */
async function calls(...list: readonly Call[]) {
  const { tenantId, clientId, secret } = writer;
  const request = { urls: azure.urls, tenantId, clientId, secret, application: target.clientId, calls: list };
  const env = { PATH: process.env.PATH, ...azure.environment };
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(request)], { env });
  return JSON.parse(stdout) as readonly { value?: unknown; error?: Record<string, string> }[];
}

const wanted = { name: 'shop-deploy', issuer, subject: 'repo:contoso/shop:environment:prod', audiences: [audience] };

describe('credentials of an app registration', () => {
  test('are created, listed over pages, changed in their audience alone, and deleted', async () => {
    azure.settings.pageSize = 1;
    azure.state.addCredential(target, { name: 'other', issuer, subject: 'repo:contoso/shop:pull_request' });
    const changed = { ...wanted, issuer: 'https://elsewhere.example.com', audiences: ['api://other'] };
    const [, listed, , after, ...rest] = await calls(
      ['write', wanted],
      ['credentials'],
      ['write', changed],
      ['credentials'],
      ['remove', wanted.name],
      ['remove', wanted.name],
      ['credentials'],
    );
    expect(listed?.value).toHaveLength(2);
    expect(listed?.value).toContainEqual(wanted);
    expect(after?.value).toContainEqual({ ...wanted, audiences: ['api://other'] });
    expect(rest.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
    expect(rest.at(-1)?.value).toMatchObject([{ name: 'other' }]);
    azure.settings.pageSize = 100;
  });

  test('that are flexible are seen without a subject, even where v1.0 breaks off', async () => {
    azure.settings.flexibleOnGraphV1 = 'broken';
    const value = "claims['sub'] matches 'repo:contoso/*' and claims['repository_owner_id'] eq '1'";
    azure.state.addCredential(target, {
      name: 'flexible',
      issuer,
      claimsMatchingExpression: { value, languageVersion: 1 },
    });
    const [listed] = await calls(['credentials']);
    expect(listed?.value).toEqual([{ name: 'flexible', issuer, audiences: [audience] }]);
    azure.settings.flexibleOnGraphV1 = 'omitted';
  });

  test('the same trust under another name is refused by Graph, and nothing is changed', async () => {
    azure.state.addCredential(target, { name: 'by-hand', issuer, subject: wanted.subject });
    const [written] = await calls(['write', wanted]);
    expect(written?.error).toMatchObject({ name: 'RemoteError' });
    expect(written?.error?.evidence).toMatch(/must be unique/);
    expect([...target.credentials.keys()]).toEqual(['by-hand']);
  });

  test('a missing permission is named as one of Graph', async () => {
    target = azure.state.addApplication();
    const [written] = await calls(['write', wanted]);
    expect(written?.error).toMatchObject({ name: 'AccessError' });
    expect(written?.error?.remedy).toMatch(/Application\.ReadWrite\.OwnedBy/);
  });

  test('writes are made once, reads again when Graph is busy', async () => {
    const busy = { status: 503, retryAfter: 0 };
    azure.faults.add({ operation: 'application-credential.list', effect: busy });
    azure.faults.add({ operation: 'application-credential.post', effect: busy });
    const [written, listed] = await calls(['write', wanted], ['credentials']);
    expect(written?.error).toMatchObject({ name: 'Throttled' });
    expect(listed?.value).toEqual([]);
    expect(azure.journal.of('application-credential.post')).toHaveLength(1);
    expect(azure.journal.of('application-credential.list')).toHaveLength(2);
  });
});
