/** Reads the network policies of a world, and which pods they select. */
import type { Field } from '../model/field.ts';
import type { KubernetesObject, PodTemplate, Workload } from '../model/kubernetes.ts';
import type { AddressPeer, EgressRule, NetworkPolicy } from '../model/network-policy.ts';
import { compareNamespaces, type World } from '../model/world.ts';
import { hasPlaceholder } from './placeholders.ts';

const read = new WeakMap<World, readonly NetworkPolicy[]>();

/** The NetworkPolicies of networking.k8s.io (or its predecessor, extensions). */
export function networkPoliciesOf(world: World): readonly NetworkPolicy[] {
  let policies = read.get(world);
  if (!policies) {
    policies = world.objects.filter(isNetworkPolicy).map(readPolicy);
    read.set(world, policies);
  }
  return policies;
}

function isNetworkPolicy({ kind, group }: KubernetesObject): boolean {
  return kind === 'NetworkPolicy' && (group === 'networking.k8s.io' || group === 'extensions');
}

/** Whether policies of another engine (Cilium, Calico, the policy API) are there too, which are not judged. */
export function hasForeignPolicies(world: World): boolean {
  return world.objects.some((object) => object.kind.endsWith('NetworkPolicy') && !isNetworkPolicy(object));
}

function readPolicy(object: KubernetesObject): NetworkPolicy {
  const spec = object.root.get('spec');
  const types = spec?.get('policyTypes')?.items();
  const egress = (spec?.get('egress')?.items() ?? []).map(readEgress);
  const ingress = (spec?.get('ingress')?.items() ?? []).flatMap((rule) => addressesOf(rule.get('from')));
  return {
    ...object,
    podSelector: spec?.get('podSelector'),
    restrictsEgress: types?.length ? types.some((type) => type.text === 'Egress') : spec?.get('egress') !== undefined,
    egress,
    addresses: [...egress.flatMap((rule) => rule.addresses), ...ingress],
  };
}

function readEgress(field: Field): EgressRule {
  return {
    field,
    everywhere: (field.get('to')?.items() ?? []).length === 0,
    addresses: addressesOf(field.get('to')),
    ports: (field.get('ports')?.items() ?? []).map((port) => ({
      protocol: port.get('protocol')?.text ?? 'TCP',
      port: port.get('port')?.text,
      endPort: port.get('endPort')?.text,
    })),
  };
}

function addressesOf(peers: Field | undefined): readonly AddressPeer[] {
  return (peers?.items() ?? []).flatMap((peer) => {
    const block = peer.get('ipBlock');
    return block ? [{ cidr: block.get('cidr'), excepts: block.get('except')?.items() ?? [] }] : [];
  });
}

export type Certainty = 'yes' | 'no' | 'unknown';

/** Whether a policy selects the pods of a template, by namespace and labels. */
export function selectsPods(
  world: World,
  policy: NetworkPolicy,
  { workload, template }: { readonly workload: Workload; readonly template: PodTemplate },
): Certainty {
  const namespace = compareNamespaces(policy, workload);
  if (!world.sees(policy.manifest, workload.manifest) || namespace === 'different') return 'no';
  const labels = selectsLabels(policy.podSelector, template, isPlain(workload));
  return labels === 'yes' && namespace === 'unknown' ? 'unknown' : labels;
}

/** Controllers of other kinds put labels of their own on pods. */
function isPlain({ group }: Workload): boolean {
  return group === '' || group === 'apps' || group === 'batch';
}

function selectsLabels(selector: Field | undefined, { metadata }: PodTemplate, whole: boolean): Certainty {
  const labels = new Map(metadata.labels.map((label) => [label.key, label.text ?? '']));
  const verdicts = [
    ...(selector?.get('matchLabels')?.entries() ?? []).map((entry) =>
      isOneOf(labels.get(entry.key), [entry.text ?? '']),
    ),
    ...(selector?.get('matchExpressions')?.items() ?? []).map((item) => expression(item, labels)),
  ];
  if (verdicts.includes('no')) return whole ? 'no' : 'unknown';
  return verdicts.includes('unknown') ? 'unknown' : 'yes';
}

function isOneOf(value: string | undefined, values: readonly string[]): Certainty {
  if (value === undefined) return 'no';
  if (values.includes(value)) return 'yes';
  return hasPlaceholder(value) || values.some(hasPlaceholder) ? 'unknown' : 'no';
}

function expression(item: Field, labels: ReadonlyMap<string, string>): Certainty {
  const value = labels.get(item.get('key')?.text ?? '');
  const values = (item.get('values')?.items() ?? []).map((entry) => entry.text ?? '');
  switch (item.get('operator')?.text) {
    case 'In':
      return isOneOf(value, values);
    case 'NotIn':
      return opposite(isOneOf(value, values));
    case 'Exists':
      return value === undefined ? 'no' : 'yes';
    case 'DoesNotExist':
      return value === undefined ? 'yes' : 'no';
    default:
      return 'unknown';
  }
}

function opposite(certainty: Certainty): Certainty {
  return certainty === 'unknown' ? 'unknown' : certainty === 'yes' ? 'no' : 'yes';
}
