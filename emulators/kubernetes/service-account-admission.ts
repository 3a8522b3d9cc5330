/** The built-in ServiceAccount admission plugin: the account must exist, and its API token is mounted. */
import { randomName } from './generated-names.ts';
import type { JsonRecord, KubernetesObject } from './json.ts';
import { recordOf, recordsOf, textOf } from './json.ts';
import { kindNamed } from './kinds.ts';
import type { ObjectStore } from './object-store.ts';
import { forbidden } from './status.ts';

const tokenFolder = '/var/run/secrets/kubernetes.io/serviceaccount';
const tokenSeconds = 3607;

function tokenVolume(name: string): JsonRecord {
  const namespace = { path: 'namespace', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } };
  const sources = [
    { serviceAccountToken: { expirationSeconds: tokenSeconds, path: 'token' } },
    { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
    { downwardAPI: { items: [namespace] } },
  ];
  return { name, projected: { defaultMode: 420, sources } };
}

function mountToken(spec: JsonRecord): void {
  const name = randomName('kube-api-access-');
  const containers = [...recordsOf(spec.initContainers), ...recordsOf(spec.containers)];
  const bare = containers.filter(
    (container) => !recordsOf(container.volumeMounts).some((mount) => mount.mountPath === tokenFolder),
  );
  if (bare.length === 0) return;
  for (const container of bare) {
    const mount = { name, mountPath: tokenFolder, readOnly: true };
    container.volumeMounts = [...recordsOf(container.volumeMounts), mount];
  }
  spec.volumes = [...recordsOf(spec.volumes), tokenVolume(name)];
}

/**
 * Gives a new pod its ServiceAccount (`default` when none is named) and the volume with the token for the API server,
 * unless the pod or, if the pod is silent, the account turns that off.
 *
 * @returns the account.
 * @throws ApiError 403 when the account does not exist in the pod's namespace.
 */
export function admitServiceAccount(store: ObjectStore, pod: KubernetesObject): KubernetesObject {
  const spec = recordOf(pod.spec);
  const namespace = textOf(pod.metadata.namespace);
  const name = textOf(spec.serviceAccountName) || 'default';
  spec.serviceAccountName = name;
  spec.serviceAccount = name;
  const account = store.find(kindNamed('ServiceAccount'), namespace, name);
  if (!account) {
    const why = `error looking up service account ${namespace}/${name}: serviceaccount "${name}" not found`;
    throw forbidden(kindNamed('Pod'), textOf(pod.metadata.name), why);
  }
  const mounts = spec.automountServiceAccountToken ?? account.automountServiceAccountToken ?? true;
  if (mounts === true) mountToken(spec);
  return account;
}
