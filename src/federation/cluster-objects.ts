/** Reads what the wiring needs out of the objects of an API server, which may lack any field. */
import type {
  LabelSelector,
  ObservedAccount,
  ObservedContainer,
  ObservedNamespace,
  ObservedObject,
  ObservedPod,
  ObservedWebhook,
} from '../model/cluster-contents.ts';
import { identityKeys } from '../model/kubernetes.ts';
import type { ClusterObject } from '../ports/cluster.ts';

interface Metadata {
  readonly name?: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly ownerReferences?: readonly {
    readonly kind?: string;
    readonly name?: string;
    readonly controller?: boolean;
  }[];
}

function metadataOf(object: ClusterObject): Metadata {
  return (object.metadata ?? {}) as Metadata;
}

export function toAccount(object: ClusterObject): ObservedAccount {
  const { namespace = '', name = '', annotations = {} } = metadataOf(object);
  return {
    namespace,
    name,
    clientId: annotations[identityKeys.clientId],
    tenantId: annotations[identityKeys.tenantId],
  };
}

interface PodSpec {
  readonly serviceAccountName?: string;
  readonly containers?: readonly ContainerSpec[];
}

interface ContainerSpec {
  readonly name?: string;
  readonly env?: readonly { readonly name?: string; readonly value?: string }[];
}

export function toPod(object: ClusterObject): ObservedPod {
  const metadata = metadataOf(object);
  const { serviceAccountName = 'default', containers = [] } = (object.spec ?? {}) as PodSpec;
  const annotations = metadata.annotations ?? {};
  const skipped = new Set((annotations[identityKeys.skipContainers] ?? '').split(';').map((name) => name.trim()));
  return {
    namespace: metadata.namespace ?? '',
    name: metadata.name ?? '',
    account: serviceAccountName,
    phase: ((object.status ?? {}) as { phase?: string }).phase ?? 'Unknown',
    owner: ownerOf(metadata),
    binding: annotations[identityKeys.useBinding] === 'true',
    containers: containers.map((container) => toContainer(container, skipped)),
  };
}

function toContainer({ name = '', env = [] }: ContainerSpec, skipped: ReadonlySet<string>): ObservedContainer {
  const environment = Object.fromEntries(env.map((variable) => [variable.name ?? '', variable.value ?? '']));
  return { name, skipped: skipped.has(name), environment };
}

/** A ReplicaSet is named after its Deployment and a Job after its CronJob, each with one more part. */
function ownerOf({ ownerReferences = [], labels = {} }: Metadata): string | undefined {
  const owner = ownerReferences.find(({ controller }) => controller) ?? ownerReferences[0];
  if (!owner?.name) return undefined;
  const hash = labels['pod-template-hash'];
  if (owner.kind === 'ReplicaSet' && hash && owner.name.endsWith(`-${hash}`))
    return owner.name.slice(0, -hash.length - 1);
  return owner.kind === 'Job' ? owner.name.replace(/-\d{8,}$/, '') : owner.name;
}

interface WebhookSpec {
  readonly name?: string;
  readonly objectSelector?: LabelSelector;
  readonly namespaceSelector?: LabelSelector;
  readonly rules?: readonly {
    readonly apiGroups?: readonly string[];
    readonly operations?: readonly string[];
    readonly resources?: readonly string[];
  }[];
}

export function toWebhooks(object: ClusterObject): readonly ObservedWebhook[] {
  const { name: configuration = '' } = metadataOf(object);
  const webhooks = (object.webhooks ?? []) as readonly WebhookSpec[];
  return webhooks.map(({ name = '', objectSelector = {}, namespaceSelector = {}, rules = [] }) => ({
    configuration,
    name,
    objectSelector,
    namespaceSelector,
    seesNewPods: rules.some(
      ({ apiGroups = [], operations = [], resources = [] }) =>
        has(apiGroups, '') && has(operations, 'CREATE') && (has(resources, 'pods') || resources.includes('*/*')),
    ),
  }));
}

function has(values: readonly string[], wanted: string): boolean {
  return values.includes(wanted) || values.includes('*');
}

export function toNamespace(object: ClusterObject): ObservedNamespace {
  const { name = '', labels = {} } = metadataOf(object);
  return { name, labels };
}

export function toObject(kind: string): (object: ClusterObject) => ObservedObject {
  return (object) => {
    const { namespace = '', name = '' } = metadataOf(object);
    return { kind, namespace, name };
  };
}
