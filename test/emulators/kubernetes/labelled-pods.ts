/** Pods and accounts as the webhook tests write them, and pods as they come back. */
import type { KubernetesEmulator, Manifest } from '../../../emulators/kubernetes/kubernetes-emulator.ts';

export const prefix = 'azure.workload.identity/';

export interface PodOptions {
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  spec?: Record<string, unknown>;
}

export function pod(name: string, options: PodOptions = {}): Manifest {
  const { labels = { [`${prefix}use`]: 'true' }, annotations = {}, spec = {} } = options;
  const containers = [{ name: 'web', image: 'web:1' }];
  const metadata = { name, labels, annotations };
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers, ...spec } } as Manifest;
}

export function account(name: string, annotations: Record<string, string>): Manifest {
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, annotations } };
}

interface Container {
  name: string;
  env?: { name: string; value?: string }[];
  volumeMounts?: { name: string; mountPath: string }[];
}
interface PodSpec {
  containers: Container[];
  initContainers?: Container[];
  volumes: { name: string; projected: { sources: { serviceAccountToken?: Record<string, unknown> }[] } }[];
}

/** The specification as stored, without the API server's own token volume. */
export function specOf(emulator: KubernetesEmulator, manifest: Manifest): PodSpec {
  const [stored] = emulator.apply(manifest);
  const spec = structuredClone(stored?.spec) as unknown as PodSpec;
  const own = (one: { name: string }) => !one.name.startsWith('kube-api-access-');
  for (const container of spec.containers) container.volumeMounts = container.volumeMounts?.filter(own) ?? [];
  return { ...spec, volumes: spec.volumes.filter(own) };
}

export function variables(container: Container | undefined): Record<string, string | undefined> {
  return Object.fromEntries((container?.env ?? []).map(({ name, value }) => [name, value]));
}
