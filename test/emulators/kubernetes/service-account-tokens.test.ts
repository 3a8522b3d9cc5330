/** Tokens of ServiceAccounts: lifetimes, clock, keys, bound objects, and what they may do at the API server. */
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, type JWTPayload, jwtVerify } from 'jose';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  type KubernetesEmulator,
  type Manifest,
  startKubernetesEmulator,
} from '../../../emulators/kubernetes/kubernetes-emulator.ts';

const audience = 'api://AzureADTokenExchange';
const account = { namespace: 'default', name: 'orders' };
const tenantId = 'aaaaaaaa-0000-0000-0000-000000000000';

let emulator: KubernetesEmulator;
beforeEach(async () => {
  const orders: Manifest = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'orders' } };
  emulator = await startKubernetesEmulator({ protocol: 'http', tenantId, objects: [orders] });
});
afterEach(() => emulator.stop());

function verify(token: string): Promise<{ payload: JWTPayload }> {
  return jwtVerify(token, createLocalJWKSet(emulator.jwks()), { audience, issuer: emulator.issuer });
}

async function post(
  path: string,
  body: unknown,
  token = emulator.token(),
): Promise<{ code: number; body: Record<string, unknown> }> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(emulator.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  return { code: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function code(path: string, token: string): Promise<number> {
  return (await fetch(emulator.url + path, { headers: { authorization: `Bearer ${token}` } })).status;
}

it('has an issuer of the form that AKS uses', () => {
  expect(emulator.issuer).toMatch(
    new RegExp(`^https://westeurope\\.oic\\.prod-aks\\.azure\\.com/${tenantId}/[0-9a-f-]{36}/$`),
  );
});

it('issues expired tokens, and tokens of a clock that is off', async () => {
  const expired = await emulator.createToken({ ...account, audiences: [audience], expirationSeconds: -60 });
  await expect(verify(expired)).rejects.toThrow('"exp" claim timestamp check failed');
  emulator.setTokenClockOffset(600);
  const early = await emulator.createToken({ ...account, audiences: [audience] });
  await expect(verify(early)).rejects.toThrow('"nbf" claim timestamp check failed');
  emulator.setTokenClockOffset(0);
  await expect(verify(await emulator.createToken({ ...account, audiences: [audience] }))).resolves.toBeDefined();
});

it('keeps the previous key for one rotation', async () => {
  const token = await emulator.createToken({ ...account, audiences: [audience] });
  await emulator.rotateSigningKey();
  await expect(verify(token)).resolves.toBeDefined();
  const next = await emulator.createToken({ ...account, audiences: [audience] });
  expect(decodeProtectedHeader(next).kid).not.toBe(decodeProtectedHeader(token).kid);
  await emulator.rotateSigningKey();
  await expect(verify(token)).rejects.toThrow('no applicable key found');
  await expect(verify(next)).resolves.toBeDefined();
});

it('binds a token to a pod of the account, and to no other', async () => {
  const spec = { containers: [{ name: 'web', image: 'web:1' }] };
  emulator.apply(
    { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'own' }, spec: { ...spec, serviceAccountName: 'orders' } },
    { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'other' }, spec },
  );
  const path = '/api/v1/namespaces/default/serviceaccounts/orders/token';
  const bound = (name: string, uid = '') =>
    post(path, { spec: { audiences: [audience], boundObjectRef: { kind: 'Pod', apiVersion: 'v1', name, uid } } });
  const answer = await bound('own');
  expect(answer.code).toBe(201);
  const { token } = answer.body.status as { token: string };
  const uid = emulator.get('Pod', 'default', 'own')?.metadata.uid;
  expect(decodeJwt(token)['kubernetes.io']).toMatchObject({ pod: { name: 'own', uid } });
  expect((await bound('other')).code).toBe(400);
  expect((await bound('gone')).code).toBe(404);
  expect((await bound('own', 'another-uid')).code).toBe(409);
});

it('admits a token for the API server, under the roles that are bound to the account', async () => {
  const path = '/api/v1/namespaces/default/configmaps';
  const { body } = await post('/api/v1/namespaces/default/serviceaccounts/orders/token', { spec: {} });
  const { token } = body.status as { token: string };
  expect(await code(path, token)).toBe(403);
  emulator.apply(
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'config-reader' },
      rules: [{ verbs: ['list'], apiGroups: [''], resources: ['configmaps'] }],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name: 'config-readers' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'config-reader' },
      subjects: [{ kind: 'ServiceAccount', name: 'orders', namespace: 'default' }],
    },
  );
  expect(await code(path, token)).toBe(200);
  expect(await code('/api/v1/namespaces/kube-system/configmaps', token)).toBe(403);
  expect(await code(path, await emulator.createToken({ ...account, audiences: [audience] }))).toBe(401);
  emulator.remove('ServiceAccount', 'default', 'orders');
  expect(await code(path, token)).toBe(401);
  // An account of the same name is another account, as its uid says.
  emulator.apply({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'orders' } });
  expect(await code(path, token)).toBe(401);
});

it('lets users act as others only with the right to', async () => {
  const ask = (user: string, as: string) => {
    const headers = { authorization: `Bearer ${emulator.token(user)}`, 'impersonate-user': as };
    return fetch(`${emulator.url}/api/v1/pods`, { headers });
  };
  const listPods = { verbs: ['list'], apiGroups: [''], resources: ['pods'] };
  emulator.addUser({ name: 'lister', rules: [listPods] });
  emulator.addUser({
    name: 'actor',
    rules: [{ verbs: ['impersonate'], apiGroups: [''], resources: ['users'], resourceNames: ['lister'] }],
  });
  expect((await ask('actor', 'lister')).status).toBe(200);
  expect((await ask('lister', 'actor')).status).toBe(403);
  expect(await (await ask('actor', 'cluster-admin')).text()).toContain(
    'users \\"cluster-admin\\" is forbidden: User \\"actor\\" cannot impersonate resource \\"users\\"',
  );
});
