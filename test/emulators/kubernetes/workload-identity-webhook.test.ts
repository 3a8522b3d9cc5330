/** What the workload identity webhook makes of labelled pods. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type KubernetesEmulator,
  type KubernetesEmulatorOptions,
  type Manifest,
  startKubernetesEmulator,
} from '../../../emulators/kubernetes/kubernetes-emulator.ts';
import { account, pod, prefix, specOf, variables } from './labelled-pods.ts';

const tenantId = 'aaaaaaaa-0000-0000-0000-000000000000';

let emulator: KubernetesEmulator;
async function restart(options: KubernetesEmulatorOptions): Promise<void> {
  await emulator.stop();
  emulator = await startKubernetesEmulator({ protocol: 'http', tenantId, ...options });
}
beforeEach(async () => {
  emulator = await startKubernetesEmulator({ protocol: 'http', tenantId });
  emulator.apply(account('orders', { [`${prefix}client-id`]: 'client' }));
});
afterEach(() => emulator.stop());

describe('injection', () => {
  it('adds variables, mount and projected token', () => {
    const spec = specOf(emulator, pod('web', { spec: { serviceAccountName: 'orders' } }));
    expect(variables(spec.containers[0])).toEqual({
      AZURE_CLIENT_ID: 'client',
      AZURE_TENANT_ID: tenantId,
      AZURE_FEDERATED_TOKEN_FILE: '/var/run/secrets/azure/wi/token/azure-identity-token',
      AZURE_AUTHORITY_HOST: 'https://login.microsoftonline.com/',
    });
    const [volume] = spec.volumes;
    expect(volume?.name).toMatch(/^azure-workload-identity-reserved-[0-9a-f]{30}$/);
    expect(volume?.projected.sources).toEqual([
      {
        serviceAccountToken: {
          audience: 'api://AzureADTokenExchange',
          expirationSeconds: 3600,
          path: 'token/azure-identity-token',
        },
      },
    ]);
    expect(spec.containers[0]?.volumeMounts).toEqual([
      { name: volume?.name, mountPath: '/var/run/secrets/azure/wi', readOnly: true },
    ]);
  });

  it('accepts the deprecated name of the account', () => {
    const spec = specOf(emulator, pod('web', { spec: { serviceAccount: 'orders' } }));
    expect(variables(spec.containers[0]).AZURE_CLIENT_ID).toBe('client');
  });

  it.each([
    ['on another value', { [`${prefix}use`]: 'True' }],
    ['without the label', { app: 'web' }],
  ])('does nothing %s', (_when, labels) => {
    const spec = specOf(emulator, pod('web', { labels, spec: { serviceAccountName: 'orders' } }));
    expect(spec.containers[0]?.env).toBeUndefined();
    expect(spec.volumes).toEqual([]);
  });

  it('ignores the annotations of the pod and the label of the account', () => {
    const annotations = { [`${prefix}client-id`]: 'of-pod', [`${prefix}tenant-id`]: 'of-pod' };
    const seen = variables(specOf(emulator, pod('web', { annotations })).containers[0]);
    expect(seen.AZURE_CLIENT_ID).toBeUndefined();
    expect(seen.AZURE_TENANT_ID).toBe(tenantId);
  });

  it('lets an empty tenant annotation suppress the default', () => {
    emulator.apply(account('empty', { [`${prefix}client-id`]: 'client', [`${prefix}tenant-id`]: '' }));
    const seen = variables(specOf(emulator, pod('web', { spec: { serviceAccountName: 'empty' } })).containers[0]);
    expect(Object.keys(seen)).not.toContain('AZURE_TENANT_ID');
  });

  it('keeps what a container already sets', () => {
    const env = [{ name: 'AZURE_CLIENT_ID', value: 'own' }];
    const spec = { serviceAccountName: 'orders', containers: [{ name: 'web', image: 'web:1', env }] };
    expect(variables(specOf(emulator, pod('web', { spec })).containers[0]).AZURE_CLIENT_ID).toBe('own');
  });

  it('skips named containers, split at semicolons only', () => {
    const containers = ['a', 'b', 'c', 'd'].map((name) => ({ name, image: 'web:1' }));
    const annotations = { [`${prefix}skip-containers`]: ' a ; c,d' };
    const spec = specOf(emulator, pod('web', { annotations, spec: { containers } }));
    expect(spec.containers.filter((one) => one.env === undefined).map((one) => one.name)).toEqual(['a']);
  });

  it('reads the lifetime of the pod first, then of the account', () => {
    const expiration = `${prefix}service-account-token-expiration`;
    emulator.apply(account('long', { [expiration]: '7200' }), account('broken', { [expiration]: 'never' }));
    const seconds = (manifest: Manifest) =>
      specOf(emulator, manifest).volumes[0]?.projected.sources[0]?.serviceAccountToken?.expirationSeconds;
    expect(seconds(pod('a', { spec: { serviceAccountName: 'long' } }))).toBe(7200);
    expect(seconds(pod('b', { annotations: { [expiration]: '86400' }, spec: { serviceAccountName: 'broken' } }))).toBe(
      86400,
    );
    expect(seconds(pod('c', { annotations: { [expiration]: '' }, spec: { serviceAccountName: 'long' } }))).toBe(7200);
  });

  it('injects the proxy when its key is there, whatever the value', () => {
    const annotations = { [`${prefix}inject-proxy-sidecar`]: 'false', [`${prefix}proxy-sidecar-port`]: '9000' };
    const { initContainers = [] } = specOf(emulator, pod('web', { annotations }));
    expect(initContainers.map((one) => one.name)).toEqual(['azwi-proxy', 'azwi-proxy-init']);
    expect(variables(initContainers[1]).PROXY_PORT).toBe('9000');
  });

  it('mounts where the version of the webhook mounts', async () => {
    await restart({ webhook: { tokenLayout: 'fixed', injectEmpty: true } });
    const fixed = specOf(emulator, pod('web'));
    expect(fixed.volumes[0]?.name).toBe('azure-identity-token');
    expect(variables(fixed.containers[0])).toMatchObject({
      AZURE_CLIENT_ID: undefined,
      AZURE_FEDERATED_TOKEN_FILE: '/var/run/secrets/azure/tokens/azure-identity-token',
    });
    await restart({ webhook: { tokenLayout: 'reserved-hashed' } });
    const hashed = specOf(emulator, pod('web'));
    const hash = hashed.volumes[0]?.name.slice(-30);
    expect(variables(hashed.containers[0]).AZURE_FEDERATED_TOKEN_FILE).toBe(
      `/var/run/secrets/azure/wi/${hash}/token/azure-identity-token`,
    );
  });

  it('changes the audience for an identity binding', async () => {
    const identityBinding = { tokenProxy: 'https://10.0.0.1', serverName: 'proxy', caConfigMap: 'proxy-ca' };
    await restart({ webhook: { identityBinding } });
    const annotations = { [`${prefix}use-identity-binding`]: 'TRUE' };
    const spec = specOf(emulator, pod('web', { annotations }));
    expect(spec.volumes[0]?.projected.sources[0]?.serviceAccountToken?.audience).toBe('api://AKSIdentityBinding');
    expect(variables(spec.containers[0])).toMatchObject({ AZURE_KUBERNETES_TOKEN_PROXY: 'https://10.0.0.1' });
  });
});
