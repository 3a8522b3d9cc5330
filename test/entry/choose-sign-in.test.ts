/** Which way to sign in is chosen, and what is said when none is open. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chooseSignIn, type SignInSurroundings } from '../../src/entry/choose-sign-in.ts';
import { SignInError } from '../../src/model/errors.ts';

const clientId = '11111111-1111-1111-1111-111111111111';
const tenantId = '22222222-2222-2222-2222-222222222222';
const secret = randomUUID();
const azure = { AZURE_CLIENT_ID: clientId, AZURE_TENANT_ID: tenantId };

function choose(
  parts: Partial<Omit<SignInSurroundings, 'inputs'>> & { inputs?: Partial<SignInSurroundings['inputs']> },
) {
  return chooseSignIn({
    environment: {},
    tenant: undefined,
    idToken: async () => 'token',
    hasAzureCli: () => false,
    ...parts,
    inputs: { azureAuth: 'auto', clientId: undefined, tenantId: undefined, ...parts.inputs },
  });
}

const onGitHub = { ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1/?a=b' };
const connection = {
  id: 'connection',
  tenantId,
  clientId,
  subscriptionId: undefined,
  secret: undefined,
  accessToken: 'job',
};
const onAzurePipelines = { SYSTEM_OIDCREQUESTURI: 'https://dev.azure.com/oidc' };

describe('the way', () => {
  it.each([
    ['GitHub OIDC', { environment: { ...onGitHub, ...azure, AZURE_CLIENT_SECRET: secret } }, 'github'],
    ['the service connection', { environment: { ...onAzurePipelines, ...azure }, connection }, 'azure-pipelines'],
    ['a service connection with a secret', { connection: { ...connection, secret } }, 'client-secret'],
    ['a token file', { environment: { ...azure, AZURE_FEDERATED_TOKEN_FILE: '/token' } }, 'federated-token-file'],
    ['a secret', { environment: { ...azure, AZURE_CLIENT_SECRET: secret } }, 'client-secret'],
    ['a certificate', { environment: { ...azure, AZURE_CLIENT_CERTIFICATE_PATH: '/c.pem' } }, 'client-certificate'],
    ['the Azure CLI', { hasAzureCli: (): boolean => true }, 'cli'],
    [
      'the Azure CLI when GitHub gives a token and no client id',
      { environment: onGitHub, hasAzureCli: (): boolean => true },
      'cli',
    ],
  ] as const)('is %s', (_, parts, method) => {
    expect(choose(parts).method).toBe(method);
  });

  it('is the one that was asked for, and no other', () => {
    const environment = { ...onGitHub, ...azure, AZURE_CLIENT_SECRET: secret };
    const hasAzureCli = (): boolean => true;
    expect(choose({ environment, hasAzureCli, inputs: { azureAuth: 'environment' } }).method).toBe('client-secret');
    expect(choose({ environment, hasAzureCli, inputs: { azureAuth: 'cli' } }).method).toBe('cli');
    expect(() => choose({ environment: azure, hasAzureCli, inputs: { azureAuth: 'oidc' } })).toThrow(SignInError);
    expect(() => choose({ environment, hasAzureCli, inputs: { azureAuth: 'none' } })).toThrow(SignInError);
  });

  it('takes the tenant of the input before that of the configuration, and that before the environment', () => {
    const environment = { ...azure, AZURE_CLIENT_SECRET: secret };
    expect(choose({ environment })).toMatchObject({ tenantId });
    expect(choose({ environment, tenant: 'configured' })).toMatchObject({ tenantId: 'configured' });
    expect(choose({ environment, tenant: 'configured', inputs: { tenantId: 'given' } })).toMatchObject({
      tenantId: 'given',
    });
  });
});

it('says for every way what it lacks', () => {
  const evidence = (() => {
    try {
      choose({ environment: onGitHub });
      return '';
    } catch (thrown) {
      return (thrown as SignInError).evidence;
    }
  })();
  expect(evidence.split('\n')).toEqual([
    expect.stringContaining('SYSTEM_OIDCREQUESTURI is not set'),
    expect.stringContaining('no client-id and tenant-id is given'),
    expect.stringContaining('AZURE_FEDERATED_TOKEN_FILE'),
    'Azure CLI: az is not on PATH.',
  ]);
});
