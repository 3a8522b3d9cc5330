/** Running workloads, garbage collection and changes that the kinds forbid. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type KubernetesEmulator,
  type Manifest,
  startKubernetesEmulator,
} from '../../../emulators/kubernetes/kubernetes-emulator.ts';

const labels = { app: 'web', 'azure.workload.identity/use': 'true' };

function workload(
  kind: string,
  changes: { image?: string; account?: string; spec?: object; annotations?: object } = {},
): Manifest {
  const { image = 'web:1', account = 'default', spec = {}, annotations = {} } = changes;
  const restartPolicy = kind === 'Job' ? 'Never' : 'Always';
  const podSpec = { serviceAccountName: account, restartPolicy, containers: [{ name: 'web', image }] };
  const selector = kind === 'Job' ? {} : { selector: { matchLabels: { app: 'web' } } };
  const template = { metadata: { labels, annotations }, spec: podSpec };
  const apiVersion = kind === 'Job' ? 'batch/v1' : 'apps/v1';
  return { apiVersion, kind, metadata: { name: 'web' }, spec: { ...selector, ...spec, template } } as Manifest;
}

let emulator: KubernetesEmulator;
beforeEach(async () => {
  emulator = await startKubernetesEmulator({ protocol: 'http', runWorkloads: true });
});
afterEach(() => emulator.stop());

const podNames = () => emulator.list('Pod').map((pod) => pod.metadata.name ?? '');
const images = () => emulator.list('Pod').map((pod) => JSON.stringify(pod.spec).match(/"image":"(web:\d)"/)?.[1]);

describe('running', () => {
  it.each(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job'])('gives a %s one pod', (kind) => {
    emulator.apply(workload(kind, { spec: kind === 'Job' || kind === 'DaemonSet' ? {} : { replicas: 3 } }));
    const [pod, ...more] = emulator.list('Pod');
    expect(more).toEqual([]);
    expect(pod?.status).toMatchObject({ phase: 'Running' });
    const owner = { kind: kind === 'Deployment' ? 'ReplicaSet' : kind, controller: true };
    expect(pod?.metadata.ownerReferences).toMatchObject([owner]);
  });

  it('replaces the pod when the template changes, and when somebody deletes it', () => {
    emulator.apply(workload('Deployment'));
    const [first = ''] = podNames();
    emulator.apply(workload('Deployment', { image: 'web:2' }));
    expect(images()).toEqual(['web:2']);
    const [second = ''] = podNames();
    expect(second).not.toBe(first);
    emulator.remove('Pod', 'default', second);
    expect(images()).toEqual(['web:2']);
    expect(podNames()).not.toContain(second);
    emulator.apply(workload('Deployment', { image: 'web:1' }));
    expect(images()).toEqual(['web:1']);
    expect(emulator.list('ReplicaSet')).toHaveLength(2);
  });

  it('keeps no pod at zero replicas', () => {
    emulator.apply(workload('Deployment'));
    emulator.apply(workload('Deployment', { spec: { replicas: 0 } }));
    expect(podNames()).toEqual([]);
  });

  it('accepts a Deployment whose pod is refused, and reports it where a real controller does', () => {
    const annotations = { 'azure.workload.identity/service-account-token-expiration': '1h' };
    emulator.apply(workload('Deployment', { annotations }));
    expect(podNames()).toEqual([]);
    const denied = 'denied the request: strconv.ParseInt: parsing "1h": invalid syntax';
    const [event] = emulator.list('Event');
    expect(event).toMatchObject({ reason: 'FailedCreate', type: 'Warning', involvedObject: { kind: 'ReplicaSet' } });
    expect(event?.message).toContain(denied);
    expect(JSON.stringify(emulator.get('Deployment', 'default', 'web')?.status)).toContain('ReplicaFailure');
  });

  it('takes everything along that an object owns or a namespace holds', () => {
    emulator.apply(workload('Deployment'));
    emulator.remove('Deployment', 'default', 'web');
    expect([...emulator.list('ReplicaSet'), ...emulator.list('Pod')]).toEqual([]);
    emulator.apply(workload('StatefulSet'));
    emulator.remove('Namespace', '', 'default');
    for (const kind of ['StatefulSet', 'Pod', 'ServiceAccount']) expect(emulator.list(kind, 'default')).toEqual([]);
    expect(emulator.list('ServiceAccount', 'kube-system')).toHaveLength(1);
  });
});

describe('changes', () => {
  const refused = (message: string) =>
    expect.objectContaining({ code: 422, message: expect.stringContaining(message) });

  it('counts generations of the specification only', () => {
    const generation = () => emulator.get('Deployment', 'default', 'web')?.metadata.generation;
    emulator.apply(workload('Deployment'));
    const version = emulator.get('Deployment', 'default', 'web')?.metadata.resourceVersion;
    emulator.apply(workload('Deployment'));
    expect(emulator.get('Deployment', 'default', 'web')?.metadata.resourceVersion).toBe(version);
    emulator.apply({ ...workload('Deployment'), metadata: { name: 'web', labels: { a: 'b' } } });
    expect(generation()).toBe(1);
    emulator.apply(workload('Deployment', { image: 'web:2' }));
    expect(generation()).toBe(2);
  });

  it('refuses another service name of a StatefulSet', () => {
    emulator.apply(workload('StatefulSet', { spec: { serviceName: 'a' } }));
    expect(() => emulator.apply(workload('StatefulSet', { spec: { serviceName: 'b' } }))).toThrow(
      refused('updates to statefulset spec for fields other than'),
    );
  });

  it('refuses another template of a Job', () => {
    emulator.apply(workload('Job'));
    expect(() => emulator.apply(workload('Job', { image: 'web:2' }))).toThrow(refused('field is immutable'));
  });

  it('refuses another account of a pod, and takes another image', () => {
    const pod = (serviceAccountName: string, image: string): Manifest => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'single' },
      spec: { serviceAccountName, containers: [{ name: 'web', image }], automountServiceAccountToken: false },
    });
    emulator.apply(pod('default', 'web:1'));
    emulator.apply(pod('default', 'web:2'));
    expect(() => emulator.apply(pod('other', 'web:2'))).toThrow(
      refused('pod updates may not change fields other than'),
    );
  });

  it('refuses another role of a binding, and an account without a namespace', () => {
    const binding = (name: string, subject: object): Manifest =>
      ({
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRoleBinding',
        metadata: { name: 'readers' },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
        subjects: [subject],
      }) as Manifest;
    const account = { kind: 'ServiceAccount', name: 'web', namespace: 'default' };
    emulator.apply(binding('reader', account));
    expect(() => emulator.apply(binding('writer', account))).toThrow(refused('cannot change roleRef'));
    expect(() => emulator.apply(binding('reader', { kind: 'ServiceAccount', name: 'web' }))).toThrow(
      refused('subjects[0].namespace: Required value'),
    );
  });
});

describe('custom kinds', () => {
  const identity = (spec: object): Manifest =>
    ({ apiVersion: 'aadpodidentity.k8s.io/v1', kind: 'AzureIdentity', metadata: { name: 'old' }, spec }) as Manifest;

  it('lose the fields that their schema does not know', () => {
    emulator.apply(identity({ type: 0, ClientID: 'a', clientID: 'b' }));
    expect(emulator.get('AzureIdentity', 'default', 'old')?.spec).toEqual({ type: 0, clientID: 'b' });
  });

  it('refuse values of another type', () => {
    const vault = {
      apiVersion: 'secrets-store.csi.x-k8s.io/v1',
      kind: 'SecretProviderClass',
      metadata: { name: 'vault' },
    };
    expect(() =>
      emulator.apply({ ...vault, spec: { provider: 'azure', parameters: { usePodIdentity: true } } }),
    ).toThrow(
      'SecretProviderClass.secrets-store.csi.x-k8s.io "vault" is invalid: spec.parameters.usePodIdentity: Invalid value: "boolean": spec.parameters.usePodIdentity in body must be of type string: "boolean"',
    );
  });
});
