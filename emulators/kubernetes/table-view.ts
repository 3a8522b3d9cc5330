/** Lists and objects as the tables that `kubectl get` prints (meta.k8s.io/v1 Table). */
import type { Json, JsonRecord, KubernetesObject } from './json.ts';
import { listOf, numberOf, recordOf, recordsOf, textOf, valueAt } from './json.ts';
import type { Kind } from './kinds.ts';

interface Column {
  readonly name: string;
  readonly type: 'string' | 'integer';
  readonly cell: (object: KubernetesObject) => Json;
}

const text = (name: string, ...path: string[]): Column => ({
  name,
  type: 'string',
  cell: (object) => textOf(valueAt(object, ...path)),
});
const count = (name: string, ...path: string[]): Column => ({
  name,
  type: 'integer',
  cell: (object) => numberOf(valueAt(object, ...path)),
});
const size = (name: string, ...path: string[]): Column => ({
  name,
  type: 'integer',
  cell: (object) => {
    const value = valueAt(object, ...path);
    return Array.isArray(value) ? listOf(value).length : Object.keys(recordOf(value)).length;
  },
});
const ready: Column = {
  name: 'Ready',
  type: 'string',
  cell: (object) => {
    const part = (...path: string[]) => numberOf(valueAt(object, ...path));
    return `${part('status', 'readyReplicas')}/${part('spec', 'replicas')}`;
  },
};
const podReady: Column = {
  name: 'Ready',
  type: 'string',
  cell: (pod) => {
    const containers = recordsOf(valueAt(pod, 'spec', 'containers')).length;
    return `${valueAt(pod, 'status', 'phase') === 'Running' ? containers : 0}/${containers}`;
  },
};
const role: Column = {
  name: 'Role',
  type: 'string',
  cell: (binding) => {
    const { kind, name } = recordOf(binding.roleRef);
    return `${textOf(kind)}/${textOf(name)}`;
  },
};

/** Columns between NAME and AGE. */
const columns: Readonly<Record<string, readonly Column[]>> = {
  Namespace: [text('Status', 'status', 'phase')],
  ServiceAccount: [size('Secrets', 'secrets')],
  Pod: [podReady, text('Status', 'status', 'phase'), { name: 'Restarts', type: 'string', cell: () => '0' }],
  ConfigMap: [size('Data', 'data')],
  Secret: [text('Type', 'type'), size('Data', 'data')],
  Service: [text('Type', 'spec', 'type'), text('Cluster-IP', 'spec', 'clusterIP')],
  Event: [text('Type', 'type'), text('Reason', 'reason'), text('Message', 'message')],
  Deployment: [
    ready,
    count('Up-to-date', 'status', 'updatedReplicas'),
    count('Available', 'status', 'availableReplicas'),
  ],
  StatefulSet: [ready],
  DaemonSet: [count('Desired', 'status', 'desiredNumberScheduled'), count('Ready', 'status', 'numberReady')],
  ReplicaSet: [count('Desired', 'spec', 'replicas'), count('Ready', 'status', 'readyReplicas')],
  CronJob: [text('Schedule', 'spec', 'schedule'), count('Active', 'status', 'active')],
  MutatingWebhookConfiguration: [size('Webhooks', 'webhooks')],
  ClusterRoleBinding: [role],
  RoleBinding: [role],
};

function age(object: KubernetesObject): string {
  const seconds = Math.max(0, Math.floor((Date.now() - Date.parse(textOf(object.metadata.creationTimestamp))) / 1000));
  if (seconds < 120) return `${seconds}s`;
  return seconds < 7200 ? `${Math.floor(seconds / 60)}m` : `${Math.floor(seconds / 3600)}h`;
}

/** What a row carries of its object: `None`, `Metadata` (the default) or `Object`. */
function rowObject(object: KubernetesObject, include: string): JsonRecord {
  if (include === 'None') return {};
  if (include === 'Object') return { object };
  return { object: { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1', metadata: object.metadata } };
}

/** The table of some objects of a kind; `include` is the `includeObject` parameter. */
export function tableOf(
  kind: Kind,
  objects: readonly KubernetesObject[],
  metadata: JsonRecord,
  include: string,
): JsonRecord {
  const all: readonly Column[] = [
    text('Name', 'metadata', 'name'),
    ...(columns[kind.kind] ?? []),
    { name: 'Age', type: 'string', cell: age },
  ];
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
    columnDefinitions: all.map(({ name, type }, index) => {
      return { name, type, format: index === 0 ? 'name' : '', description: name, priority: 0 };
    }),
    rows: objects.map((object) => ({ cells: all.map(({ cell }) => cell(object)), ...rowObject(object, include) })),
  };
}
