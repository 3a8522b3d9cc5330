/** Proves with @kubernetes/client-node that lists page, expire and are refused as a client library expects. */
import {
  ApiException,
  AppsV1Api,
  AuthenticationV1Api,
  CoreV1Api,
  CustomObjectsApi,
  KubeConfig,
  VersionApi,
} from '@kubernetes/client-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KubernetesEmulator, startKubernetesEmulator } from '../../../emulators/kubernetes/kubernetes-emulator.ts';

function configOf(text: string): KubeConfig {
  const config = new KubeConfig();
  config.loadFromString(text);
  return config;
}

async function refusal(call: Promise<unknown>): Promise<ApiException<string>> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ApiException) return error as ApiException<string>;
  throw new Error(`Expected a refusal, got ${String(error)}`);
}

const pod = (name: string, account = 'default') => ({
  metadata: { name, labels: { 'azure.workload.identity/use': 'true' } },
  spec: { serviceAccountName: account, containers: [{ name: 'web', image: 'web:1' }] },
});

describe('client-node', { timeout: 30_000 }, () => {
  let emulator: KubernetesEmulator;
  let config: KubeConfig;
  let core: CoreV1Api;

  beforeAll(async () => {
    emulator = await startKubernetesEmulator({
      users: [{ name: 'nobody' }],
      customGroups: ['secrets-store.csi.x-k8s.io'],
    });
    config = configOf(emulator.kubeconfig());
    core = config.makeApiClient(CoreV1Api);
  });
  afterAll(() => emulator.stop());

  it('reads the version', async () => {
    expect((await config.makeApiClient(VersionApi).getCode()).gitVersion).toBe('v1.33.5');
  });

  it('lists every account once over pages of one consistent list', async () => {
    const wanted = Array.from({ length: 23 }, (_, index) => `account-${String(index).padStart(2, '0')}`);
    for (const name of wanted)
      await core.createNamespacedServiceAccount({ namespace: 'default', body: { metadata: { name } } });
    const seen: string[] = [];
    let token: string | undefined;
    let pages = 0;
    do {
      const page = await core.listServiceAccountForAllNamespaces({ limit: 10, ...(token ? { _continue: token } : {}) });
      seen.push(...page.items.map((item) => item.metadata?.name ?? ''));
      token = page.metadata?._continue;
      pages += 1;
      // A list in progress does not see this one.
      await core.createNamespacedServiceAccount({
        namespace: 'default',
        body: { metadata: { generateName: 'later-' } },
      });
    } while (token);
    expect(pages).toBe(3);
    expect(seen.filter((name) => name.startsWith('account-'))).toEqual(wanted);
    expect(seen.filter((name) => name.startsWith('later-'))).toEqual([]);
  });

  it('answers 410 for an expired continue token, with a token to go on', async () => {
    const page = await core.listServiceAccountForAllNamespaces({ limit: 10 });
    emulator.expireContinueTokens();
    const token = page.metadata?._continue ?? '';
    const gone = await refusal(core.listServiceAccountForAllNamespaces({ limit: 10, _continue: token }));
    const status = JSON.parse(gone.body) as { reason: string; metadata: { continue: string } };
    expect([gone.code, status.reason]).toEqual([410, 'Expired']);
    const rest = await core.listServiceAccountForAllNamespaces({ _continue: status.metadata.continue });
    const total = (await core.listServiceAccountForAllNamespaces()).items.length;
    expect(page.items.length + rest.items.length).toBe(total);
  });

  it('creates a pod and reads back what the webhook made of it', async () => {
    const created = await core.createNamespacedPod({ namespace: 'default', body: pod('labelled') });
    const names = created.spec?.containers[0]?.env?.map((variable) => variable.name);
    expect(names).toEqual(['AZURE_TENANT_ID', 'AZURE_FEDERATED_TOKEN_FILE', 'AZURE_AUTHORITY_HOST']);
  });

  it('replaces an object only from its latest version', async () => {
    const name = 'account-00';
    const { metadata } = await core.readNamespacedServiceAccount({ namespace: 'default', name });
    const replace = (annotations: Record<string, string>) => {
      const body = { metadata: { name, resourceVersion: metadata?.resourceVersion ?? '', annotations } };
      return core.replaceNamespacedServiceAccount({ namespace: 'default', name, body });
    };
    const annotations = { 'azure.workload.identity/client-id': 'a' };
    expect((await replace(annotations)).metadata?.annotations).toEqual(annotations);
    const conflict = await refusal(replace({ other: 'b' }));
    expect(conflict.code).toBe(409);
    expect(conflict.body).toContain('the object has been modified');
  });

  it('asks for a token', async () => {
    const answer = await core.createNamespacedServiceAccountToken({
      namespace: 'default',
      name: 'default',
      body: { spec: { audiences: ['api://AzureADTokenExchange'], expirationSeconds: 600 } },
    });
    expect(answer.status?.token.split('.')).toHaveLength(3);
    const lifetime = (answer.status?.expirationTimestamp.getTime() ?? 0) - Date.now();
    expect(lifetime).toBeGreaterThan(590_000);
    expect(lifetime).toBeLessThanOrEqual(600_000);
  });

  it('does not know the kinds of a group that is not installed', async () => {
    const custom = config.makeApiClient(CustomObjectsApi);
    const absent = { group: 'aadpodidentity.k8s.io', version: 'v1', plural: 'azureidentities' };
    expect(await refusal(custom.listClusterCustomObject(absent))).toMatchObject({
      code: 404,
      body: '404 page not found\n',
    });
    const present = { group: 'secrets-store.csi.x-k8s.io', version: 'v1', plural: 'secretproviderclasses' };
    expect(await custom.listClusterCustomObject(present)).toMatchObject({ items: [] });
  });

  it('is refused without permission, with a Status that says what was missing', async () => {
    const other = configOf(emulator.kubeconfig('nobody'));
    const forbidden = await refusal(other.makeApiClient(AppsV1Api).listNamespacedDeployment({ namespace: 'default' }));
    expect(forbidden.code).toBe(403);
    expect(JSON.parse(forbidden.body)).toMatchObject({
      kind: 'Status',
      reason: 'Forbidden',
      message:
        'deployments.apps is forbidden: User "nobody" cannot list resource "deployments" in API group "apps" in the namespace "default"',
      details: { group: 'apps', kind: 'deployments' },
    });
    emulator.revokeUser('nobody');
    const unknown = await refusal(other.makeApiClient(AuthenticationV1Api).createSelfSubjectReview({ body: {} }));
    expect(unknown.code).toBe(401);
  });

  it('meets the failures that a scenario asks for', async () => {
    emulator.injectFault({ method: 'GET', path: /\/pods/, code: 429, retryAfter: 1, message: 'slow down' });
    const busy = await refusal(core.listPodForAllNamespaces());
    expect([busy.code, busy.headers['retry-after']]).toEqual([429, '1']);
    expect((await core.listPodForAllNamespaces()).items).toHaveLength(1);
    emulator.injectFault({ path: /\/pods/, code: 'drop' });
    await expect(core.listPodForAllNamespaces()).rejects.toThrow(/socket hang up|ECONNRESET/);
  });
});

it('serves plain http to everybody', async () => {
  const emulator = await startKubernetesEmulator({ protocol: 'http', issuer: 'self' });
  try {
    const response = await fetch(`${emulator.url}/api/v1/namespaces`);
    expect(((await response.json()) as { items: unknown[] }).items).toHaveLength(4);
    const discovery = await fetch(`${emulator.issuer}/.well-known/openid-configuration`);
    expect(await discovery.json()).toMatchObject({ issuer: emulator.url, jwks_uri: emulator.jwksUri });
  } finally {
    await emulator.stop();
  }
});
