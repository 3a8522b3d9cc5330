/** Proves with real kubectl binaries that the emulated API server is one: discovery, reads, writes, tokens, refusals. */
import { Agent, get } from 'node:https';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KubernetesEmulator, startKubernetesEmulator } from '../../../emulators/kubernetes/kubernetes-emulator.ts';
import { Kubectl } from './kubectl.ts';
import { clientId, shop } from './shop-manifests.ts';

function fetchJson(url: string, ca: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    get(url, { agent: new Agent({ ca }) }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve(JSON.parse(text)));
    }).on('error', reject);
  });
}

describe.each(['1.32', '1.35'] as const)('kubectl %s', { timeout: 60_000 }, (release) => {
  let emulator: KubernetesEmulator;
  let kubectl: Kubectl;
  let reader: Kubectl;

  beforeAll(async () => {
    const rules = [
      { verbs: ['get', 'list'], apiGroups: [''], resources: ['serviceaccounts'], namespaces: ['shop'] },
      { verbs: ['create'], apiGroups: [''], resources: ['serviceaccounts/token'], namespaces: ['shop'] },
    ];
    emulator = await startKubernetesEmulator({ runWorkloads: true, users: [{ name: 'reader', rules }] });
    kubectl = new Kubectl(release, emulator.kubeconfig());
    reader = new Kubectl(release, emulator.kubeconfig('reader'));
  });
  afterAll(async () => {
    kubectl.remove();
    reader.remove();
    await emulator.stop();
  });

  it('creates, changes and leaves alone what it applies', async () => {
    expect((await kubectl.stdout(['apply', '-f', '-'], shop('web:1'))).split('\n').filter(Boolean)).toEqual([
      'namespace/shop created',
      'serviceaccount/orders created',
      'deployment.apps/orders created',
      'secretproviderclass.secrets-store.csi.x-k8s.io/vault created',
    ]);
    expect((await kubectl.stdout(['apply', '-f', '-'], shop('web:2'))).split('\n').filter(Boolean)).toEqual([
      'namespace/shop unchanged',
      'serviceaccount/orders unchanged',
      'deployment.apps/orders configured',
      'secretproviderclass.secrets-store.csi.x-k8s.io/vault configured',
    ]);
    const third = await kubectl.stdout(['apply', '-f', '-'], shop('web:2'));
    expect(third.match(/ unchanged\n/g)).toHaveLength(4);
  });

  it('keeps the other containers and variables when one image changes', async () => {
    const text = await kubectl.stdout(['get', 'deployment', 'orders', '-n', 'shop', '-o', 'json']);
    const containers = JSON.parse(text).spec.template.spec.containers;
    expect(containers.map((one: { name: string; image: string }) => [one.name, one.image])).toEqual([
      ['web', 'web:2'],
      ['side', 'side:1'],
    ]);
    expect(containers[0].env).toEqual([
      { name: 'COLOUR', value: 'green' },
      { name: 'SIZE', value: 'large' },
    ]);
  });

  it('prints tables over one and all namespaces', async () => {
    expect(await kubectl.stdout(['get', 'deploy', '-n', 'shop'])).toMatch(
      /^NAME +READY +UP-TO-DATE +AVAILABLE +AGE\norders +1\/1/,
    );
    expect(await kubectl.stdout(['get', 'sa', '-A'])).toMatch(/^NAMESPACE +NAME +SECRETS +AGE\ndefault +default/);
    expect(await kubectl.stdout(['get', 'azureidentities,secretproviderclasses', '-A', '-o', 'name'])).toBe(
      'secretproviderclass.secrets-store.csi.x-k8s.io/vault\n',
    );
    const pods = await kubectl.stdout(['get', 'pods', '-n', 'shop', '-l', 'app in (orders),!other', '-o', 'name']);
    expect(pods).toMatch(/^pod\/orders-[0-9a-f]{10}-[a-z0-9]{5}\n$/);
  });

  it('sees the variables that the webhook injected into the pod of the Deployment', async () => {
    const path = '{.items[0].spec.containers[?(@.name=="side")].env[?(@.name=="AZURE_CLIENT_ID")].value}';
    expect(await kubectl.stdout(['get', 'pods', '-n', 'shop', '-o', `jsonpath=${path}`])).toBe(clientId);
  });

  it('reads long lists in chunks', async () => {
    const maps = Array.from(
      { length: 25 },
      (_, index) => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: chunk-${index} }`,
    );
    await kubectl.stdout(['create', '-f', '-'], maps.join('\n---\n'));
    const before = emulator.requests.length;
    const names = await kubectl.stdout(['get', 'configmaps', '--chunk-size=10', '-o', 'name']);
    expect(names.trim().split('\n')).toHaveLength(26);
    const lists = emulator.requests.slice(before).filter((request) => request.path.endsWith('/configmaps'));
    expect(lists).toHaveLength(3);
    expect(lists.map((request) => request.query.includes('continue='))).toEqual([false, true, true]);
  });

  it('labels, annotates and deletes', async () => {
    await kubectl.stdout(['label', 'serviceaccount/orders', '-n', 'shop', 'tier=back']);
    await kubectl.stdout(['annotate', 'serviceaccount/orders', '-n', 'shop', 'team=blue']);
    expect(emulator.get('ServiceAccount', 'shop', 'orders')?.metadata).toMatchObject({
      labels: { tier: 'back' },
      annotations: { team: 'blue', 'azure.workload.identity/client-id': clientId },
    });
    await kubectl.stdout(['create', 'serviceaccount', 'short-lived']);
    expect(await kubectl.stdout(['delete', 'serviceaccount', 'short-lived'])).toContain('"short-lived" deleted');
    expect(await kubectl.stderr(['get', 'serviceaccount', 'short-lived'])).toBe(
      'Error from server (NotFound): serviceaccounts "short-lived" not found\n',
    );
  });

  it('obtains a token that the published keys verify', async () => {
    const audience = 'api://AzureADTokenExchange';
    const args = ['create', 'token', 'orders', '-n', 'shop', '--audience', audience, '--duration', '20m'];
    const token = (await kubectl.stdout(args)).trim();
    const keys = (await fetchJson(emulator.jwksUri, emulator.certificateAuthority ?? '')) as JSONWebKeySet;
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys), { audience, issuer: emulator.issuer });
    expect(payload.sub).toBe('system:serviceaccount:shop:orders');
    expect(payload.aud).toEqual([audience]);
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(1200);
    const account = emulator.get('ServiceAccount', 'shop', 'orders');
    expect(payload['kubernetes.io']).toEqual({
      namespace: 'shop',
      serviceaccount: { name: 'orders', uid: account?.metadata.uid },
    });
    expect(await kubectl.stderr(['create', 'token', 'orders', '-n', 'shop', '--duration', '5m'])).toContain(
      'spec.expirationSeconds: Invalid value: 300: may not specify a duration less than 10 minutes',
    );
  });

  it('says what a user may do', async () => {
    expect(await kubectl.stdout(['auth', 'can-i', 'delete', 'nodes'])).toContain('yes');
    expect(await reader.stdout(['auth', 'can-i', 'list', 'serviceaccounts', '-n', 'shop'])).toBe('yes\n');
    expect(
      await reader.stdout(['auth', 'can-i', 'create', 'serviceaccounts', '--subresource=token', '-n', 'shop']),
    ).toBe('yes\n');
    expect((await reader.run(['auth', 'can-i', 'list', 'pods', '-A'])).stdout).toBe('no\n');
    expect(await reader.stdout(['auth', 'can-i', '--list', '-n', 'shop'])).toMatch(
      /serviceaccounts\/token .*\[create\]/,
    );
    expect(await reader.stdout(['auth', 'whoami'])).toContain('reader');
  });
});
