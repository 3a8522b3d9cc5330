/** Fills in what kube-apiserver defaults, so that clients read back objects of the shape that a real cluster returns. */
import type { Json, JsonRecord, KubernetesObject } from './json.ts';
import { isRecord, recordOf, recordsOf, textOf, valueAt } from './json.ts';
import type { Kind } from './kinds.ts';

/** Sets the members that are missing. */
function fill(record: JsonRecord, defaults: JsonRecord): void {
  for (const [member, value] of Object.entries(defaults)) record[member] ??= structuredClone(value);
}

/** The member as an object of the record, made when missing. */
function member(record: JsonRecord, name: string): JsonRecord {
  const value = record[name];
  if (isRecord(value)) return value;
  const made: JsonRecord = {};
  record[name] = made;
  return made;
}

function defaultContainer(container: JsonRecord): void {
  const image = textOf(container.image);
  const moving = !image.includes('@') && (!/:[^/]+$/.test(image) || image.endsWith(':latest'));
  fill(container, {
    imagePullPolicy: moving ? 'Always' : 'IfNotPresent',
    resources: {},
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
  });
  for (const port of recordsOf(container.ports)) fill(port, { protocol: 'TCP' });
}

/**
 * Defaults a pod specification in place. The deprecated `serviceAccount` and `serviceAccountName` are kept alike, with the
 * newer name winning, as the conversion of core/v1 does.
 */
function defaultPodSpec(spec: JsonRecord): void {
  const account = textOf(spec.serviceAccountName) || textOf(spec.serviceAccount);
  if (account) {
    spec.serviceAccountName = account;
    spec.serviceAccount = account;
  }
  fill(spec, {
    dnsPolicy: 'ClusterFirst',
    restartPolicy: 'Always',
    schedulerName: 'default-scheduler',
    securityContext: {},
    terminationGracePeriodSeconds: 30,
  });
  for (const container of [...recordsOf(spec.containers), ...recordsOf(spec.initContainers)]) {
    defaultContainer(container);
  }
}

const rollingUpdate = { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } };

/** Defaults of `spec` that depend on nothing else. */
const specDefaults: Readonly<Record<string, JsonRecord>> = {
  Namespace: { finalizers: ['kubernetes'] },
  Deployment: { replicas: 1, strategy: rollingUpdate, revisionHistoryLimit: 10, progressDeadlineSeconds: 600 },
  StatefulSet: {
    replicas: 1,
    podManagementPolicy: 'OrderedReady',
    revisionHistoryLimit: 10,
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
  },
  DaemonSet: {
    revisionHistoryLimit: 10,
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
  },
  ReplicaSet: { replicas: 1 },
  Job: { backoffLimit: 6, completionMode: 'NonIndexed', completions: 1, parallelism: 1, suspend: false },
  CronJob: { concurrencyPolicy: 'Allow', failedJobsHistoryLimit: 1, successfulJobsHistoryLimit: 3, suspend: false },
  Service: { internalTrafficPolicy: 'Cluster', sessionAffinity: 'None', type: 'ClusterIP' },
};

function defaultSecret(secret: JsonRecord): void {
  fill(secret, { type: 'Opaque' });
  const texts = recordOf(secret.stringData);
  for (const [key, text] of Object.entries(texts)) {
    member(secret, 'data')[key] = Buffer.from(textOf(text)).toString('base64');
  }
  delete secret.stringData;
}

function defaultBinding(binding: JsonRecord): void {
  const group = 'rbac.authorization.k8s.io';
  fill(member(binding, 'roleRef'), { apiGroup: group });
  for (const subject of recordsOf(binding.subjects)) {
    if (subject.kind !== 'ServiceAccount') fill(subject, { apiGroup: group });
  }
}

function defaultWebhooks(configuration: JsonRecord): void {
  for (const webhook of recordsOf(configuration.webhooks)) {
    fill(webhook, {
      failurePolicy: 'Fail',
      matchPolicy: 'Equivalent',
      namespaceSelector: {},
      objectSelector: {},
      reinvocationPolicy: 'Never',
      timeoutSeconds: 10,
    });
  }
}

/** A Job selects its pods by a label that carries its own uid (batch/v1 strategy, `manualSelector` aside). */
function defaultJob(job: KubernetesObject): void {
  const spec = member(job, 'spec');
  if (spec.manualSelector === true || spec.selector !== undefined) return;
  const uid = textOf(job.metadata.uid);
  spec.selector = { matchLabels: { 'batch.kubernetes.io/controller-uid': uid } };
  const labels = member(member(member(spec, 'template'), 'metadata'), 'labels');
  const name = textOf(job.metadata.name);
  Object.assign(labels, { 'batch.kubernetes.io/controller-uid': uid, 'batch.kubernetes.io/job-name': name });
  fill(labels, { 'controller-uid': uid, 'job-name': name });
}

const byKind: Readonly<Record<string, (object: KubernetesObject) => void>> = {
  Secret: defaultSecret,
  ClusterRoleBinding: defaultBinding,
  RoleBinding: defaultBinding,
  MutatingWebhookConfiguration: defaultWebhooks,
  Job: defaultJob,
  Namespace: (namespace) => {
    member(namespace, 'status').phase ??= 'Active';
    member(namespace.metadata, 'labels')['kubernetes.io/metadata.name'] = textOf(namespace.metadata.name);
  },
  Pod: (pod) => {
    fill(member(pod, 'spec'), { enableServiceLinks: true });
    member(pod, 'status').phase ??= 'Pending';
  },
  Service: (service) => {
    for (const port of recordsOf(valueAt(service, 'spec', 'ports')))
      fill(port, { protocol: 'TCP', targetPort: port.port });
  },
  NetworkPolicy: (policy) => {
    const spec = member(policy, 'spec');
    const egress: Json[] = spec.egress === undefined ? [] : ['Egress'];
    fill(spec, { podSelector: {}, policyTypes: ['Ingress', ...egress] });
  },
};

/** Defaults an object in place; its metadata must already carry name and uid. */
export function defaultObject(kind: Kind, object: KubernetesObject): void {
  const defaults = specDefaults[kind.kind];
  if (defaults) fill(member(object, 'spec'), defaults);
  byKind[kind.kind]?.(object);
  const spec = kind.podTemplate && valueAt(object, ...kind.podTemplate, 'spec');
  if (isRecord(spec)) defaultPodSpec(spec);
}
