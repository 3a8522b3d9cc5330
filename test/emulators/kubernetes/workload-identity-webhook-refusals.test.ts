/** What the workload identity webhook refuses, and when it is called at all. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type KubernetesEmulator,
  type Manifest,
  startKubernetesEmulator,
} from '../../../emulators/kubernetes/kubernetes-emulator.ts';
import { type PodOptions, pod, prefix, specOf } from './labelled-pods.ts';

let emulator: KubernetesEmulator;
beforeEach(async () => {
  emulator = await startKubernetesEmulator({ protocol: 'http' });
});
afterEach(() => emulator.stop());

describe('refusals', () => {
  const expiration = `${prefix}service-account-token-expiration`;
  const proxy = { [`${prefix}inject-proxy-sidecar`]: '' };
  it.each<[string, PodOptions, string]>([
    [
      'too short',
      { annotations: { [expiration]: '600' } },
      'token expiration 600 not valid. Expected value to be between 3600 and 86400',
    ],
    [
      'too long',
      { annotations: { [expiration]: '86401' } },
      'token expiration 86401 not valid. Expected value to be between 3600 and 86400',
    ],
    ['no integer', { annotations: { [expiration]: '3600.0' } }, 'strconv.ParseInt: parsing "3600.0": invalid syntax'],
    [
      'a leading space',
      { annotations: { [expiration]: ' 3600' } },
      'strconv.ParseInt: parsing " 3600": invalid syntax',
    ],
    [
      'beyond 64 bits',
      { annotations: { [expiration]: '9223372036854775808' } },
      'strconv.ParseInt: parsing "9223372036854775808": value out of range',
    ],
    [
      'a proxy on the host network',
      { annotations: proxy, spec: { hostNetwork: true } },
      'hostNetwork is set to true, cannot inject proxy sidecar',
    ],
    [
      'a proxy port beyond 32 bits',
      { annotations: { ...proxy, [`${prefix}proxy-sidecar-port`]: '4294967296' } },
      'failed to parse proxy sidecar port: strconv.ParseInt: parsing "4294967296": value out of range',
    ],
  ])('denies %s', (_what, options, reason) => {
    expect(() => emulator.apply(pod('web', options))).toThrow(
      expect.objectContaining({
        code: 400,
        message: `admission webhook "mutation.azure-workload-identity.io" denied the request: ${reason}`,
      }),
    );
  });

  it('leaves a proxy port that is no port to the API server', () => {
    const annotations = { ...proxy, [`${prefix}proxy-sidecar-port`]: '70000' };
    expect(() => emulator.apply(pod('web', { annotations }))).toThrow(
      expect.objectContaining({ code: 422, message: expect.stringContaining('must be between 1 and 65535') }),
    );
  });

  it('lets the host network be without the proxy', () => {
    expect(specOf(emulator, pod('web', { spec: { hostNetwork: true } })).containers[0]?.env).toBeDefined();
  });

  it('refuses labelled pods, and only those, while the webhook is down', () => {
    emulator.setWebhookAvailable(false);
    expect(() => emulator.apply(pod('web'))).toThrow(
      expect.objectContaining({
        code: 500,
        message: expect.stringContaining('failed calling webhook "mutation.azure-workload-identity.io"'),
      }),
    );
    expect(() => emulator.apply(pod('plain', { labels: {} }))).not.toThrow();
  });
});

describe('installation', () => {
  it('is the configuration in the cluster', () => {
    emulator.remove('MutatingWebhookConfiguration', '', 'azure-wi-webhook-mutating-webhook-configuration');
    expect(specOf(emulator, pod('web')).containers[0]?.env).toBeUndefined();
  });

  it('can be limited to namespaces', () => {
    const name = 'azure-wi-webhook-mutating-webhook-configuration';
    const stored = emulator.get('MutatingWebhookConfiguration', '', name) as Manifest;
    const webhooks = (stored.webhooks as Record<string, unknown>[]).map((webhook) => ({
      ...webhook,
      namespaceSelector: {
        matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['shop'] }],
      },
    }));
    emulator.apply({ ...stored, webhooks } as Manifest, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'shop' },
    });
    const inShop = pod('web');
    inShop.metadata.namespace = 'shop';
    expect(specOf(emulator, pod('web')).containers[0]?.env).toBeUndefined();
    expect(specOf(emulator, inShop).containers[0]?.env).toBeDefined();
  });
});
