/** Rule: containers keep NET_RAW where spoofed addresses would give them another pod's identity. */
import { podIdentityLabelIn, podIdentityOf } from '../../manifests/pod-identity.ts';
import {
  type Container,
  entryOf,
  isClusterNamespace,
  type KubernetesObject,
  type Workload,
} from '../../model/kubernetes.ts';
import { compareTexts, literalOf } from '../../model/partial-text.ts';
import { nameOf, type World } from '../../model/world.ts';
import { pods } from '../pod-identity-manifests.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'net-raw-allowed',
  title: 'Containers keep NET_RAW beside pod identity',
  group: 'Pod identity and migration',
  why: 'NMI knows a pod by its address. On kubenet a container with NET_RAW, which is there by default, can spoof the address of another pod and take its tokens.',
  remedy:
    'Drop NET_RAW (or ALL) in securityContext.capabilities of every container, and keep it dropped with a constraint; the real end is workload identity.',
  severity: 'warning',
  absence: true,
  sources: [
    'azure-aks-docs use-azure-ad-pod-identity.md (kubenet mitigation)',
    'open-policy-agent/gatekeeper-library, pod-security-policy/capabilities',
  ],
  *check(world) {
    const { kubenet } = podIdentityOf(world);
    const guards = world.objects.filter((object) => requiresDrop(object) || isRestricted(object));
    for (const workload of world.workloads) {
      if (isClusterNamespace(literalOf(workload.namespace))) continue;
      const plugin = kubenet.find((field) => world.sees(field.manifest, workload.manifest));
      for (const template of workload.templates) {
        const reason = plugin ?? podIdentityLabelIn(template.metadata.labels);
        if (!reason || !template.complete || template.spec.get('hostNetwork')?.value === true) continue;
        const container = template.containers.find(keepsNetRaw);
        if (!container || guards.some((guard) => keepsFrom(world, guard, workload))) continue;
        yield {
          at: container.field.get('name') ?? template.anchor,
          message: `The container "${container.name}" of the ${workload.kind} ${nameOf(workload)} keeps NET_RAW${plugin ? ', and the cluster is declared to use kubenet' : ', and its pods use pod identity'}.`,
          related: [{ at: reason.keyPlace, note: plugin ? 'kubenet' : 'pod identity' }],
        };
      }
    }
  },
});

/** The runtime gives NET_RAW unless it is dropped; adding it wins over dropping all. */
function keepsNetRaw({ field }: Container): boolean {
  const context = field.get('securityContext');
  if (context?.get('privileged')?.value === true) return true;
  const named = (key: string) =>
    (context?.get('capabilities', key)?.items() ?? []).map((item) =>
      (item.text ?? '').toUpperCase().replace(/^CAP_/, ''),
    );
  if (named('add').some((name) => name === 'NET_RAW' || name === 'ALL')) return true;
  return !named('drop').some((name) => name === 'NET_RAW' || name === 'ALL');
}

/** A constraint counts for all it sees, the Pod Security level of a namespace for that one. */
function keepsFrom(world: World, guard: KubernetesObject, workload: Workload): boolean {
  return (
    world.sees(guard.manifest, workload.manifest) &&
    (guard.kind !== 'Namespace' || compareTexts(guard.name, workload.namespace) !== 'different')
  );
}

function requiresDrop(object: KubernetesObject): boolean {
  if (object.kind !== 'K8sPSPCapabilities') return false;
  const required = object.root.get('spec', 'parameters', 'requiredDropCapabilities')?.items() ?? [];
  return required.some((item) => /^(?:NET_RAW|ALL)$/.test(item.text ?? ''));
}

function isRestricted(object: KubernetesObject): boolean {
  if (object.kind !== 'Namespace' || object.group !== '') return false;
  return entryOf(object.metadata.labels, 'pod-security.kubernetes.io/enforce')?.text === 'restricted';
}

const plain = (name: string, label: string) =>
  pods({ name, label })
    .replace(/\n {10}securityContext: .*/, '')
    .replace(`- name: ${name}`, `- name: ${name} #~ net-raw-allowed`);
const unmarked = (text: string) => text.replace(/ #~ .*/g, '');
const keptLabel = 'aadpodidbinding: orders # idwire-ignore: pod-identity-label it moves in spring';
const cluster = `apiVersion: containerservice.azure.com/v1api20231001
kind: ManagedCluster
metadata: {name: shop, namespace: infrastructure}
spec:
  networkProfile: {networkPlugin: kubenet}
`;
const account = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: invoices
  namespace: shop
  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
`;

export const examples = defineExamples({
  bad: [
    { title: 'Pods with pod identity', files: { 'orders.yaml': plain('orders', keptLabel) } },
    {
      title: 'Kubenet is declared, and the pods have an identity',
      files: {
        'invoices.yaml': `${plain('invoices', 'azure.workload.identity/use: "true"').replace('      containers:', '      serviceAccountName: invoices\n      containers:')}---\n${account}`,
        'cluster.yaml': cluster,
      },
    },
  ],
  good: [
    { title: 'All capabilities dropped', files: { 'orders.yaml': pods(), 'cluster.yaml': cluster } },
    {
      title: 'A constraint drops it',
      files: {
        'orders.yaml': unmarked(plain('orders', keptLabel)),
        'constraint.yaml': `apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sPSPCapabilities
metadata: {name: drop-net-raw}
spec:
  match: {kinds: [{apiGroups: [""], kinds: [Pod]}]}
  parameters:
    allowedCapabilities: ["*"]
    requiredDropCapabilities: [NET_RAW]
`,
      },
    },
    {
      title: 'The namespace enforces the restricted level',
      files: {
        'orders.yaml': unmarked(plain('orders', keptLabel)),
        'namespace.yaml': `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels: {pod-security.kubernetes.io/enforce: restricted}
`,
      },
    },
    { title: 'No pod identity, no kubenet', files: { 'orders.yaml': unmarked(plain('orders', '')) } },
  ],
});
