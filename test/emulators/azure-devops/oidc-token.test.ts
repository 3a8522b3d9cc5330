/** Tokens of service connections and pipelines: asked for like a task does, verified with `jose`. */

import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { JobSeed } from '../../../emulators/azure-devops/job.ts';
import type { ServiceConnectionSeed } from '../../../emulators/azure-devops/model/service-connection.ts';
import { openShop, organizationId, type Shop, tenantId } from './shop-project.ts';

let shop: Shop;

beforeEach(async () => {
  shop = await openShop();
});

afterEach(() => shop.azureDevOps.stop());

function connect(seed: Partial<ServiceConnectionSeed> = {}) {
  return shop.project.createServiceConnection({
    name: 'prod',
    tenantId,
    clientId: '66666666-7777-8888-9999-000000000000',
    subscriptionId: '12121212-3434-5656-7878-909090909090',
    ...seed,
  });
}

interface TokenAnswer {
  readonly status: number;
  readonly body: { oidcToken?: string; value?: string };
}

function start(seed: Partial<JobSeed> = {}) {
  const job = shop.azureDevOps.startJob({ repository: shop.repository, ...seed });
  const ask = async (query: string, method = 'POST', token = job.token): Promise<TokenAnswer> => {
    const response = await fetch(`${job.env.SYSTEM_OIDCREQUESTURI}?api-version=7.1${query}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'x-tfs-fedauthredirect': 'Suppress' },
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
  };
  return { job, ask };
}

async function verify(token: string | undefined, issuer: string): Promise<JWTPayload> {
  const keys = createRemoteJWKSet(new URL(shop.azureDevOps.trust(issuer).jwksUrl));
  return (await jwtVerify(token ?? '', keys, { issuer, algorithms: ['RS256'] })).payload;
}

describe('a connection of the Azure DevOps issuer', () => {
  test('has a subject of names, valid for five minutes', async () => {
    const connection = connect({ issuedBy: 'azure-devops' });
    const { ask } = start({ connections: { azureSubscription: connection } });
    const { body } = await ask(`&serviceConnectionId=${connection.id}`);
    const claims = await verify(body.oidcToken, `https://vstoken.dev.azure.com/${organizationId}`);
    expect(claims).toMatchObject({ sub: 'sc://contoso/shop/prod', aud: 'api://AzureADTokenExchange' });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(300);
  });

  test('changes its subject with every rename, and issuer and subject when it is converted', async () => {
    const connection = connect({ issuedBy: 'azure-devops' });
    connection.name = 'production';
    shop.project.name = 'store';
    expect(connection.subject).toBe('sc://contoso/store/production');
    connection.issuedBy = 'entra';
    const entra = connection.subject;
    expect(entra).toMatch(/^\/eid1\/c\/pub\/t\//);
    connection.name = 'again';
    expect(connection.subject).toBe(entra);
  });
});

describe('a connection of the Entra issuer', () => {
  test('has a subject of ids, an audience of its own, and a day', async () => {
    const connection = connect();
    const { ask } = start({ connections: { azureSubscription: connection } });
    const { body } = await ask(`&serviceConnectionId=${connection.id}`);
    const claims = await verify(body.oidcToken, `https://login.microsoftonline.com/${tenantId}/v2.0`);
    expect(claims).toMatchObject({
      sub: `/eid1/c/pub/t/ERERESIiMzNERFVVVVVVVQ/a/rISbSSETf0KqFyZ8ppdXmA/sc/${organizationId}/${connection.id}`,
      aud: 'fb60f99c-7a34-4190-8149-302f77469936',
    });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(86_400);
  });

  test('is not signed by the keys of the other issuer', async () => {
    const connection = connect();
    const { ask } = start({ connections: { azureSubscription: connection } });
    const { body } = await ask(`&serviceConnectionId=${connection.id}`);
    const own = `https://vstoken.dev.azure.com/${organizationId}`;
    await expect(verify(body.oidcToken, own)).rejects.toThrow('no applicable key found');
  });
});

describe('no token', () => {
  test('for a connection that no input of the step names, or that has a secret', async () => {
    const connection = connect();
    const secret = connect({ name: 'secret', scheme: 'ServicePrincipal' });
    const { ask } = start({ connections: { other: secret } });
    const refused = await ask(`&serviceConnectionId=${connection.id}`);
    expect(refused).toMatchObject({
      status: 404,
      body: { value: expect.stringContaining('There is no explicit reference to service connection') },
    });
    expect((await ask(`&serviceConnectionId=${secret.id}`)).status).toBe(404);
  });

  test('by GET, for the plan of another job, or after the job', async () => {
    const connection = connect();
    const { job, ask } = start({ connections: { azureSubscription: connection } });
    const query = `&serviceConnectionId=${connection.id}`;
    expect((await ask(query, 'GET')).status).toBe(405);
    expect((await ask(query, 'POST', start().job.token)).status).toBe(404);
    expect((await ask(query)).status).toBe(200);
    job.finish();
    expect((await ask(query)).status).toBe(401);
  });
});

test('without a connection the token is that of the pipeline', async () => {
  const { job, ask } = start({ pipeline: { id: 42, name: 'deploy' } });
  const claims = await verify((await ask('')).body.oidcToken, `https://vstoken.dev.azure.com/${organizationId}`);
  expect(claims).toMatchObject({
    sub: 'p://contoso/shop/deploy',
    org_id: organizationId,
    prj_id: shop.project.id,
    def_id: '42',
    rpo_ref: 'refs/heads/main',
    rpo_ver: job.env.BUILD_SOURCEVERSION,
  });
});
