/** Proves that Microsoft Graph serves and refuses the credentials of app registrations as the real service does. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AzureEmulator, startAzureEmulator } from '../../../emulators/azure/azure-emulator.ts';
import type { Application, GraphPermission } from '../../../emulators/azure/resources.ts';
import { defaultSettings } from '../../../emulators/azure/settings.ts';
import { type Answer, LoopbackClient } from './loopback-client.ts';

const gitHub = 'https://token.actions.githubusercontent.com';
const fitting = {
  name: 'production',
  issuer: gitHub,
  subject: 'repo:contoso/shop:environment:production',
  audiences: ['api://AzureADTokenExchange'],
};
const claimsMatchingExpression = {
  value: "claims['sub'] matches 'repo:contoso/shop:ref:*' and claims['repository_id'] eq '42'",
  languageVersion: 1,
};
const flexible = { name: 'branches', issuer: gitHub, audiences: fitting.audiences, claimsMatchingExpression };

let azure: AzureEmulator;
let client: LoopbackClient;
let token: string;
let application: Application;
let path: string;

beforeAll(async () => {
  azure = await startAzureEmulator();
  client = new LoopbackClient(azure);
  token = await signIn('Application.ReadWrite.All');
});

afterAll(async () => {
  client.close();
  await azure.stop();
});

beforeEach(() => {
  Object.assign(azure.settings, defaultSettings);
  azure.journal.clear();
  application = azure.state.addApplication({ displayName: "deployer of contoso's shop" });
  path = `/applications(appId='${application.clientId}')/federatedIdentityCredentials`;
});

function signIn(...graph: GraphPermission[]): Promise<string> {
  return client.signIn(azure.state.addApplication({ withSecret: true, graph }), `${azure.urls.graph}/.default`);
}

function post(body: unknown, version = 'v1.0'): Promise<Answer> {
  return client.graph(`/${version}${path}`, { method: 'POST', token, body });
}

function patch(key: string, body: unknown, prefer?: string): Promise<Answer> {
  const headers = prefer ? { prefer } : {};
  return client.graph(`/v1.0${path}${key}`, { method: 'PATCH', token, body, headers });
}

const codeOf = ({ status, body }: Answer) => [status, body?.error?.code];

describe('applications and service principals', () => {
  it('are found by application id, by object id and by filter', async () => {
    const byAppId = await client.graph(`/v1.0/applications(appId='${application.clientId}')`, { token });
    const encoded = await client.graph(`/v1.0/applications%28appId=%27${application.clientId}%27%29`, { token });
    const byId = await client.graph(`/v1.0/applications/${application.objectId}`, { token });
    const query = `$filter=${encodeURIComponent(`appId eq '${application.clientId}'`)}`;
    const filtered = await client.graph(`/v1.0/applications?${query}`, { token });
    expect(byAppId.body).toMatchObject({ id: application.objectId, appId: application.clientId });
    expect([encoded.body, byId.body, filtered.body.value[0]]).toEqual(Array(3).fill(byAppId.body));
    expect(filtered.body.value).toHaveLength(1);
  });

  it('include the service principals of managed identities', async () => {
    const identity = azure.state.addIdentity({ name: 'id-orders' });
    const { body } = await client.graph(`/v1.0/servicePrincipals(appId='${identity.clientId}')`, { token });
    expect(body).toMatchObject({ id: identity.principalId, servicePrincipalType: 'ManagedIdentity' });
  });

  it('that do not exist are 404', async () => {
    const missing = '00000000-0000-0000-0000-000000000000';
    for (const kind of ['applications', 'servicePrincipals']) {
      const answer = await client.graph(`/v1.0/${kind}(appId='${missing}')`, { token });
      expect(codeOf(answer)).toEqual([404, 'Request_ResourceNotFound']);
      expect(answer.body.error.innerError['request-id']).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('are listed in pages', async () => {
    const pages: number[] = [];
    let next = `${azure.urls.graph}/v1.0/servicePrincipals?$top=2`;
    while (next) {
      const { body } = await client.send(next, { token });
      pages.push(body.value.length);
      next = body['@odata.nextLink'] ?? '';
    }
    expect(pages.reduce((sum, size) => sum + size, 0)).toBe(
      azure.state.applications.size + azure.state.identities.size,
    );
    expect(Math.max(...pages)).toBe(2);
  });
});

describe('a credential', () => {
  it('is created, read by name and by id, changed and deleted', async () => {
    const created = await post({ ...fitting, description: 'of the pipeline' });
    expect(created.status).toBe(201);
    expect(created.body).toEqual({ ...fitting, id: expect.any(String), description: 'of the pipeline' });
    const byName = await client.graph(`/v1.0${path}/production`, { token });
    const byId = await client.graph(`/v1.0${path}/${created.body.id}`, { token });
    expect([byName.body, byId.body]).toEqual([created.body, created.body]);
    expect((await patch(`/${created.body.id}`, { subject: 'repo:contoso/shop:pull_request' })).status).toBe(204);
    expect(application.credentials.get('production')?.subject).toBe('repo:contoso/shop:pull_request');
    const removed = await client.graph(`/v1.0${path}/production`, { method: 'DELETE', token });
    const again = await client.graph(`/v1.0${path}/production`, { method: 'DELETE', token });
    expect([removed.status, again.status]).toEqual([204, 404]);
    expect(azure.journal.writes().map(({ writes }) => writes)).toEqual(Array(4).fill(application.key));
  });

  it('is created by PATCH only when the request prefers that', async () => {
    const { name: _, ...body } = fitting;
    expect((await patch("(name='production')", body)).status).toBe(404);
    expect((await patch("(name='production')", body, 'create-if-missing')).status).toBe(201);
    expect((await patch("(name='production')", body, 'create-if-missing')).status).toBe(204);
  });

  const long = 'x'.repeat(601);
  const invalid = 'InvalidFederatedIdentityCredentialValue';
  const cases: [string, unknown, string][] = [
    ['no name', { ...fitting, name: undefined }, invalid],
    ['a name of two characters', { ...fitting, name: 'ab' }, invalid],
    ['a name of 121 characters', { ...fitting, name: 'a'.repeat(121) }, invalid],
    ['no issuer', { ...fitting, issuer: undefined }, invalid],
    ['no subject', { ...fitting, subject: undefined }, invalid],
    ['two audiences', { ...fitting, audiences: ['a', 'b'] }, invalid],
    ['a long subject', { ...fitting, subject: long }, invalid],
    ['a long description', { ...fitting, description: long }, invalid],
    ['a property that does not exist', { ...fitting, tags: [] }, 'Request_BadRequest'],
    ['an expression on v1.0', flexible, 'Request_BadRequest'],
    ['a body that is not JSON', '{', 'BadRequest'],
  ];
  it.each(cases)('with %s is refused', async (_, body, code) => {
    expect(codeOf(await post(body))).toEqual([400, code]);
    expect(application.credentials.size).toBe(0);
  });

  it('of an issuer and subject that exist is refused with 400, of a name that exists with 409', async () => {
    await post(fitting);
    expect(codeOf(await post({ ...fitting, name: 'other' }))).toEqual([400, invalid]);
    const sameName = await post({ ...fitting, subject: 'repo:contoso/shop:pull_request' });
    expect(codeOf(sameName)).toEqual([409, 'Request_MultipleObjectsWithSameKeyValue']);
  });

  it('cannot be renamed', async () => {
    await post(fitting);
    expect(codeOf(await patch('/production', { name: 'staging' }))).toEqual([400, invalid]);
  });

  it('is refused when 20 exist', async () => {
    for (let index = 0; index < 20; index += 1) {
      azure.state.addCredential(application, { name: `filler-${index}`, issuer: gitHub, subject: `s${index}` });
    }
    expect((await post(fitting)).status).toBe(400);
  });
});

describe('a flexible credential', () => {
  it('is written and read on beta, with a null subject', async () => {
    const created = await post(flexible, 'beta');
    expect(created.status).toBe(201);
    const { body } = await client.graph(`/beta${path}`, { token });
    expect(body.value).toEqual([{ ...flexible, id: created.body.id, description: null, subject: null }]);
  });

  it('is left out on v1.0, or breaks the list off', async () => {
    await post(fitting);
    azure.state.addCredential(application, flexible);
    const { body } = await client.graph(`/v1.0${path}`, { token });
    expect(body.value.map(({ name }: { name: string }) => name)).toEqual(['production']);
    azure.settings.flexibleOnGraphV1 = 'broken';
    await expect(client.graph(`/v1.0${path}`, { token })).rejects.toThrow(/aborted|hang up|ECONNRESET/);
  });

  it.each([
    ['lacks the repository id', "claims['sub'] matches 'repo:contoso/*'"],
    ['matches an id by pattern', "claims['sub'] eq 'x' and claims['repository_id'] matches '4*'"],
    ['has another claim', "claims['sub'] eq 'x' and claims['repository_id'] eq '4' and claims['actor'] eq 'y'"],
    ['is not in the language', "claims['sub'] like 'repo:contoso/*'"],
    ['ends early', "claims['sub'] eq 'x' and "],
  ])('is refused when its expression %s', async (_, value) => {
    const body = { ...flexible, claimsMatchingExpression: { value, languageVersion: 1 } };
    expect(codeOf(await post(body, 'beta'))).toEqual([400, 'InvalidFederatedIdentityCredentialValue']);
  });

  it('is refused for issuers that the preview does not support', async () => {
    const body = { ...flexible, issuer: 'https://weu.oic.prod-aks.azure.com/a/b/' };
    expect((await post(body, 'beta')).status).toBe(400);
  });
});

describe('a permission', () => {
  it.each<[string, GraphPermission[], number, number]>([
    ['none', [], 403, 403],
    ['reading', ['Application.Read.All'], 200, 403],
    ['reading and writing', ['Application.ReadWrite.All'], 200, 201],
    ['own applications, not owned', ['Application.ReadWrite.OwnedBy'], 200, 403],
  ])('%s', async (_, permissions, read, written) => {
    const other = await signIn(...permissions);
    expect((await client.graph(`/v1.0${path}`, { token: other })).status).toBe(read);
    const answer = await client.graph(`/v1.0${path}`, { method: 'POST', token: other, body: fitting });
    expect(answer.status).toBe(written);
  });

  it('for own applications, owned', async () => {
    const owner = azure.state.addApplication({ withSecret: true, graph: ['Application.ReadWrite.OwnedBy'] });
    application.owners.add(owner.principalId);
    const own = await client.signIn(owner, 'https://graph.microsoft.com/.default');
    expect((await client.graph(`/v1.0${path}`, { method: 'POST', token: own, body: fitting })).status).toBe(201);
  });

  it('does not help without a token for Graph', async () => {
    const armToken = await client.signIn(azure.state.addApplication({ withSecret: true }));
    expect(codeOf(await client.graph(`/v1.0${path}`))).toEqual([401, 'InvalidAuthenticationToken']);
    expect(codeOf(await client.graph(`/v1.0${path}`, { token: armToken }))).toEqual([
      401,
      'InvalidAuthenticationToken',
    ]);
  });
});
