/** The controllers of the emulated cluster: default accounts of namespaces and, on request, pods of workloads. */
import { createHash } from 'node:crypto';
import type { Cluster } from './cluster.ts';
import type { JsonRecord, KubernetesObject } from './json.ts';
import { recordOf, recordsOf, textOf, valueAt } from './json.ts';
import type { Kind } from './kinds.ts';
import { apiVersionOf, kindNamed } from './kinds.ts';
import { ApiError } from './status.ts';

const now = () => new Date().toISOString().replace(/\.\d+Z$/, 'Z');

/** Gives each new namespace its `default` ServiceAccount and the ConfigMap with the cluster's CA certificate. */
export function provisionNamespaces(cluster: Cluster, certificateAuthority: string): void {
  cluster.reactions.push((kind, namespace) => {
    const name = textOf(namespace.metadata.name);
    if (kind.kind !== 'Namespace' || !cluster.store.find(kind, '', name)) return;
    const missing = (child: Kind, childName: string) => !cluster.store.find(child, name, childName);
    const account = kindNamed('ServiceAccount');
    const configMap = kindNamed('ConfigMap');
    if (missing(account, 'default')) cluster.create(account, name, { metadata: { name: 'default' } });
    if (missing(configMap, 'kube-root-ca.crt')) {
      const data = { 'ca.crt': certificateAuthority };
      cluster.create(configMap, name, { metadata: { name: 'kube-root-ca.crt' }, data });
    }
  });
}

function controlled(owner: KubernetesObject, kind: Kind): JsonRecord {
  const { name, uid } = owner.metadata;
  const reference = { apiVersion: apiVersionOf(kind), kind: kind.kind, name: textOf(name), uid: textOf(uid) };
  return { ...reference, controller: true, blockOwnerDeletion: true };
}

function ownedBy(cluster: Cluster, owner: KubernetesObject, kind: Kind): KubernetesObject[] {
  return cluster.store
    .list(kind, owner.metadata.namespace)
    .filter((one) => recordsOf(one.metadata.ownerReferences).some((reference) => reference.uid === owner.metadata.uid));
}

function hashOf(template: JsonRecord): string {
  return createHash('sha256').update(JSON.stringify(template)).digest('hex').slice(0, 10);
}

/** Records the failure as the real controllers do: an Event on the owner and, for a ReplicaSet, a condition. */
function reportFailure(cluster: Cluster, kind: Kind, owner: KubernetesObject, error: ApiError): void {
  const message = `Error creating: ${error.message}`;
  const { name = '', namespace = '', uid = '' } = owner.metadata;
  cluster.create(kindNamed('Event'), namespace, {
    metadata: { generateName: `${name}.` },
    involvedObject: { apiVersion: apiVersionOf(kind), kind: kind.kind, name, namespace, uid },
    reason: 'FailedCreate',
    message,
    type: 'Warning',
    count: 1,
    firstTimestamp: now(),
    lastTimestamp: now(),
    source: { component: `${kind.kind.toLowerCase()}-controller` },
  });
  const condition = { type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message: error.message };
  cluster.setStatus(kind, owner, { ...statusOf(kind, 0), conditions: [{ ...condition, lastTransitionTime: now() }] });
}

/** Status of an owner with that many running pods. */
function statusOf(kind: Kind, pods: number): JsonRecord {
  if (kind.kind === 'Job') return { active: pods };
  if (kind.kind === 'DaemonSet') return { desiredNumberScheduled: 1, currentNumberScheduled: pods, numberReady: pods };
  return { replicas: pods, readyReplicas: pods, availableReplicas: pods, updatedReplicas: pods };
}

/** The label by which a controller tells pods of an earlier template; ReplicaSets and Jobs keep theirs. */
function revisionOf(kind: Kind, owner: KubernetesObject, template: JsonRecord): JsonRecord {
  if (kind.kind !== 'StatefulSet' && kind.kind !== 'DaemonSet') return {};
  return { 'controller-revision-hash': `${owner.metadata.name}-${hashOf(template)}` };
}

function startPod(cluster: Cluster, kind: Kind, owner: KubernetesObject, template: JsonRecord): void {
  const metadata = recordOf(template.metadata);
  const prefix = `${owner.metadata.name}-`;
  const named = kind.kind === 'StatefulSet' ? { name: `${prefix}0` } : { generateName: prefix };
  const labels = { ...recordOf(metadata.labels), ...revisionOf(kind, owner, template) };
  const annotations = recordOf(metadata.annotations);
  const body = {
    metadata: { ...named, labels, annotations, ownerReferences: [controlled(owner, kind)] },
    spec: recordOf(template.spec),
  };
  const pods = kindNamed('Pod');
  try {
    const { object } = cluster.create(pods, textOf(owner.metadata.namespace), body);
    const conditions = [{ type: 'Ready', status: 'True', lastTransitionTime: now() }];
    cluster.setStatus(pods, object, { phase: 'Running', startTime: now(), conditions });
    cluster.setStatus(kind, owner, statusOf(kind, 1));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    reportFailure(cluster, kind, owner, error);
  }
}

/** Keeps one pod of the current template, or none when the owner asks for no replicas. */
function keepPod(cluster: Cluster, kind: Kind, owner: KubernetesObject): void {
  const template = recordOf(valueAt(owner, 'spec', 'template'));
  const pods = kindNamed('Pod');
  const wanted = valueAt(owner, 'spec', 'replicas') !== 0 && valueAt(owner, 'spec', 'suspend') !== true;
  const revision = Object.entries(revisionOf(kind, owner, template));
  const current = (pod: KubernetesObject) =>
    wanted && revision.every(([label, value]) => valueAt(pod, 'metadata', 'labels', label) === value);
  for (const pod of ownedBy(cluster, owner, pods).filter((one) => !current(one))) {
    cluster.remove(pods, textOf(pod.metadata.namespace), textOf(pod.metadata.name));
  }
  if (wanted && ownedBy(cluster, owner, pods).length === 0) startPod(cluster, kind, owner, template);
}

/** Keeps the ReplicaSet of the current template at one replica and the earlier ones at none. */
function keepReplicaSet(cluster: Cluster, kind: Kind, deployment: KubernetesObject): void {
  const replicaSets = kindNamed('ReplicaSet');
  const spec = recordOf(deployment.spec);
  const template = recordOf(spec.template);
  const hash = hashOf(template);
  const { namespace = '', name = '' } = deployment.metadata;
  const replicas = spec.replicas === 0 ? 0 : 1;
  for (const old of ownedBy(cluster, deployment, replicaSets)) {
    const wanted = old.metadata.name === `${name}-${hash}` ? replicas : 0;
    const patch = { mediaType: 'application/merge-patch+json', body: { spec: { replicas: wanted } } };
    cluster.patch(replicaSets, namespace, textOf(old.metadata.name), patch);
  }
  if (!cluster.store.find(replicaSets, namespace, `${name}-${hash}`)) {
    const labels = { ...recordOf(valueAt(template, 'metadata', 'labels')), 'pod-template-hash': hash };
    const selector = {
      matchLabels: { ...recordOf(valueAt(spec, 'selector', 'matchLabels')), 'pod-template-hash': hash },
    };
    cluster.create(replicaSets, namespace, {
      metadata: { name: `${name}-${hash}`, labels, ownerReferences: [controlled(deployment, kind)] },
      spec: { replicas, selector, template: { ...template, metadata: { ...recordOf(template.metadata), labels } } },
    });
  }
  const current = cluster.get(replicaSets, namespace, `${name}-${hash}`);
  cluster.setStatus(kind, deployment, {
    ...recordOf(current.status),
    observedGeneration: deployment.metadata.generation,
  });
}

const podOwners = ['StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job'];

/** The owner that replaces a deleted pod, if it is still there. */
function controllerOf(cluster: Cluster, pod: KubernetesObject): { kind: Kind; owner: KubernetesObject } | undefined {
  const reference = recordsOf(pod.metadata.ownerReferences).find((one) => podOwners.includes(textOf(one.kind)));
  if (!reference) return undefined;
  const kind = kindNamed(textOf(reference.kind));
  const owner = cluster.store.find(kind, textOf(pod.metadata.namespace), textOf(reference.name));
  return owner && owner.metadata.uid === reference.uid ? { kind, owner } : undefined;
}

/**
 * Runs workloads: a pod for each StatefulSet, DaemonSet, ReplicaSet and Job, and a ReplicaSet with a pod for each
 * Deployment, one replica whatever number is asked for (none for 0). A deleted pod is replaced. CronJobs are never due.
 */
export function runWorkloads(cluster: Cluster): void {
  cluster.reactions.push((kind, object) => {
    const { namespace = '', name = '' } = object.metadata;
    if (!kind.namespaced || !cluster.store.find(kindNamed('Namespace'), '', namespace)) return;
    const gone = !cluster.store.find(kind, namespace, name);
    const replacing = gone && kind.kind === 'Pod' ? controllerOf(cluster, object) : undefined;
    if (replacing) keepPod(cluster, replacing.kind, replacing.owner);
    if (gone) return;
    if (kind.kind === 'Deployment') keepReplicaSet(cluster, kind, object);
    if (podOwners.includes(kind.kind)) keepPod(cluster, kind, object);
  });
}
