/** Proves with real kubectl binaries that the emulated API server refuses what a real one refuses, in its words. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KubernetesEmulator, startKubernetesEmulator } from '../../../emulators/kubernetes/kubernetes-emulator.ts';
import { Kubectl } from './kubectl.ts';
import { shop } from './shop-manifests.ts';

const manifest = (kind: string, metadata: string, rest = '') =>
  `apiVersion: ${kind === 'Deployment' ? 'apps/v1' : 'v1'}\nkind: ${kind}\nmetadata: ${metadata}\n${rest}`;
const deployment = (metadata: string, template: string) =>
  manifest('Deployment', metadata, `spec: { selector: { matchLabels: { app: a } }, template: ${template} }`);
const containers = 'spec: { containers: [{ name: a, image: b }] }';

describe.each(['1.32', '1.35'] as const)('kubectl %s', { timeout: 60_000 }, (release) => {
  let emulator: KubernetesEmulator;
  let kubectl: Kubectl;
  let reader: Kubectl;

  beforeAll(async () => {
    emulator = await startKubernetesEmulator({ users: [{ name: 'reader' }] });
    kubectl = new Kubectl(release, emulator.kubeconfig());
    reader = new Kubectl(release, emulator.kubeconfig('reader'));
  });
  afterAll(async () => {
    kubectl.remove();
    reader.remove();
    await emulator.stop();
  });

  it('is refused what its rules do not cover', async () => {
    expect(await reader.stderr(['get', 'pods', '-A'])).toBe(
      'Error from server (Forbidden): pods is forbidden: User "reader" cannot list resource "pods" in API group "" at the cluster scope\n',
    );
    expect(await reader.stderr(['delete', 'serviceaccount', 'orders', '-n', 'shop'])).toBe(
      'Error from server (Forbidden): serviceaccounts "orders" is forbidden: User "reader" cannot delete resource "serviceaccounts" in API group "" in the namespace "shop"\n',
    );
    expect(await kubectl.stderr(['get', 'pods', '--token=unknown'])).toContain('You must be logged in to the server');
  });

  it('is refused server-side apply and watches, in words that it understands', async () => {
    expect(await kubectl.stderr(['apply', '--server-side', '-f', '-'], shop('web:3'))).toContain(
      'Server-side apply not available on the server',
    );
    expect(await kubectl.stderr(['get', 'pods', '-w', '--output-watch-events', '-n', 'shop'])).toContain(
      'MethodNotAllowed',
    );
  });

  it.each([
    [
      'a label that YAML reads as true',
      deployment(
        '{ name: a }',
        `{ metadata: { labels: { app: a, azure.workload.identity/use: true } }, ${containers} }`,
      ),
      'json: cannot unmarshal bool into Go struct field ObjectMeta.spec.template.metadata.labels of type string',
    ],
    [
      'a variable that YAML reads as a number',
      manifest('Pod', '{ name: a }', 'spec: { containers: [{ name: a, image: b, env: [{ name: PORT, value: 80 }] }] }'),
      'json: cannot unmarshal number into Go struct field EnvVar.spec.containers.env.value of type string',
    ],
    [
      'the label beside the metadata',
      deployment(
        '{ name: a }',
        `{ labels: { azure.workload.identity/use: "true" }, metadata: { labels: { app: a } }, ${containers} }`,
      ),
      'Deployment in version "v1" cannot be handled as a Deployment: strict decoding error: unknown field "spec.template.labels"',
    ],
    ['a name with capitals', manifest('ServiceAccount', '{ name: Orders }'), 'metadata.name: Invalid value: "Orders"'],
    [
      'a label value that is too long',
      manifest('ServiceAccount', `{ name: a, labels: { a: ${'x'.repeat(64)} } }`),
      'must be no more than 63 characters',
    ],
    [
      'a namespace that is not there',
      manifest('ServiceAccount', '{ name: a, namespace: gone }'),
      'namespaces "gone" not found',
    ],
    [
      'an account that is not there',
      manifest('Pod', '{ name: a }', 'spec: { serviceAccountName: gone, containers: [{ name: a, image: b }] }'),
      'pods "a" is forbidden: error looking up service account default/gone: serviceaccount "gone" not found',
    ],
    [
      'labels that the selector does not match',
      deployment('{ name: a }', `{ metadata: { labels: { app: other } }, ${containers} }`),
      '`selector` does not match template `labels`',
    ],
    [
      'a token lifetime that is no number',
      manifest(
        'Pod',
        '{ name: a, labels: { azure.workload.identity/use: "true" }, annotations: { azure.workload.identity/service-account-token-expiration: 1h } }',
        containers,
      ),
      'admission webhook "mutation.azure-workload-identity.io" denied the request: strconv.ParseInt: parsing "1h": invalid syntax',
    ],
  ])('is refused %s', async (_what, text, message) => {
    expect(await kubectl.stderr(['apply', '-f', '-'], text)).toContain(message);
  });

  it('is refused a change of the selector', async () => {
    await kubectl.stdout(['apply', '-f', '-'], shop('web:2'));
    const relabelled = shop('web:2').replaceAll('app: orders', 'app: renamed');
    expect(await kubectl.stderr(['apply', '-f', '-'], relabelled)).toMatch(
      /spec\.selector: Invalid value: .*: field is immutable/,
    );
  });
});
