/** Rule: pods of a namespace that uses identities may reach the instance metadata endpoint, by the declared policies. */
import { hasForeignPolicies, networkPoliciesOf, selectsPods } from '../../manifests/network-policies.ts';
import type { Field } from '../../model/field.ts';
import { isClusterNamespace, type KubernetesObject, type Workload } from '../../model/kubernetes.ts';
import type { EgressRule, NetworkPolicy } from '../../model/network-policy.ts';
import { literalOf } from '../../model/partial-text.ts';
import { compareNamespaces, isLabelled, nameOf, type WorkloadTemplate, type World } from '../../model/world.ts';
import { openingTo } from '../egress.ts';
import { egressExamples } from '../example-egress.ts';
import { exampleAccount } from '../example-manifests.ts';
import { defineExamples, defineRule, type Observation } from '../rule.ts';

const endpoint = '169.254.169.254';

export const rule = defineRule({
  id: 'imds-reachable',
  title: 'Pods may reach the instance metadata endpoint',
  group: 'Cluster rights and network',
  why: `Any pod that reaches ${endpoint} can get tokens of the identities of its node. Policies add up: one rule that lets traffic to everywhere opens what another one closes. Whether a policy is enforced at all depends on the network engine of the cluster, so this is about what is declared.`,
  remedy: `Except ${endpoint}/32 from every block that holds it, or restrict the endpoint for the cluster (az aks update --enable-imds-restriction).`,
  severity: 'warning',
  absence: true,
  sources: [
    'kubernetes/website docs/concepts/services-networking/network-policies.md',
    'MicrosoftDocs/azure-aks-docs imds-restriction.md',
  ],
  *check(world) {
    const users = identityUsers(world);
    if (users.length === 0 || networkPoliciesOf(world).length === 0) return;
    const policies = networkPoliciesOf(world).filter((policy) => policy.restrictsEgress);
    if (policies.length === 0) yield* withoutEgressPolicy(world, users);
    else yield* openWays(world, policies, users);
  },
});

/** Accounts and pods that use identities: their namespaces are those to be judged. */
function identityUsers(world: World): readonly KubernetesObject[] {
  return [
    ...world.serviceAccounts.filter((account) => account.clientId?.text),
    ...world.workloads.filter((workload) => workload.templates.some(isLabelled)),
  ].filter(({ namespace }) => !isClusterNamespace(literalOf(namespace)));
}

/** Where traffic into pods is restricted and traffic out of them is not, one word for all of them. */
function* withoutEgressPolicy(world: World, users: readonly KubernetesObject[]): Iterable<Observation> {
  const [first] = users;
  if (!first || hasForeignPolicies(world)) return;
  yield {
    at: first.metadata.nameField ?? first.root,
    message: `No declared NetworkPolicy restricts egress, so that pods that use identities may reach ${endpoint}.`,
    severity: 'note',
  };
}

function* openWays(
  world: World,
  policies: readonly NetworkPolicy[],
  users: readonly KubernetesObject[],
): Iterable<Observation> {
  const byBlock = new Map<Field['node'], { readonly cidr: Field; readonly pods: Workload[] }>();
  for (const pods of judgedPods(world, users)) {
    const way = wayOut(world, policies, pods);
    if (!way) continue;
    if (way.cidr) {
      const known = byBlock.get(way.cidr.node) ?? { cidr: way.cidr, pods: [] };
      known.pods.push(pods.workload);
      byBlock.set(way.cidr.node, known);
    } else yield observeWorkload(pods.workload, way.rule);
  }
  for (const { cidr, pods } of byBlock.values()) {
    const [first] = pods;
    yield {
      at: cidr,
      message: `By the declared policies, ${cidr.text} lets pods of ${first ? nameOf(first) : ''}${pods.length > 1 ? ` and ${pods.length - 1} more` : ''} reach ${endpoint}.`,
    };
  }
}

/** Pods of the network of their node cannot be blocked by any policy. */
function judgedPods(world: World, users: readonly KubernetesObject[]): readonly WorkloadTemplate[] {
  return world.workloads
    .filter(
      (workload) =>
        !isClusterNamespace(literalOf(workload.namespace)) &&
        users.some(
          (user) => compareNamespaces(user, workload) === 'same' && world.sees(user.manifest, workload.manifest),
        ),
    )
    .flatMap((workload) => workload.templates.map((template) => ({ workload, template })))
    .filter(({ template }) => template.complete && template.spec.get('hostNetwork')?.value !== true);
}

interface Way {
  readonly cidr: Field | undefined;
  /** The rule that lets traffic through; undefined where no policy selects the pods. */
  readonly rule: EgressRule | undefined;
}

/** A way that is certainly open; a policy that perhaps selects the pods may close it where none certainly opens it. */
function wayOut(world: World, policies: readonly NetworkPolicy[], pods: WorkloadTemplate): Way | undefined {
  let selected = false;
  for (const policy of policies) {
    const certainty = selectsPods(world, policy, pods);
    if (certainty === 'no') continue;
    selected = true;
    if (certainty === 'unknown') continue;
    for (const rule of policy.egress) {
      const { certainty: open, cidr } = openingTo(rule, endpoint, 80);
      if (open === 'yes') return { cidr, rule };
    }
  }
  const absent = !selected && world.complete && !world.guessed && !hasForeignPolicies(world);
  return absent ? { cidr: undefined, rule: undefined } : undefined;
}

function observeWorkload(workload: Workload, opening: EgressRule | undefined): Observation {
  const why = opening ? 'a rule without peers lets its pods' : 'no policy for egress selects its pods, which may';
  return {
    at: workload.metadata.nameField ?? workload.root,
    message: `By the declared policies, the ${workload.kind} ${nameOf(workload)} is not kept from ${endpoint}: ${why} reach it.`,
    ...(opening && { related: [{ at: opening.field, note: 'the rule without peers' }] }),
  };
}

const { deployment, policy, everything, exceptMetadata } = egressExamples;
const mark = ' #~ imds-reachable';

export const examples = defineExamples({
  bad: [
    {
      title: 'A second policy opens what the first one closes',
      files: {
        'orders.yaml': exampleAccount() + deployment(''),
        'policies.yaml': `${policy('egress', exceptMetadata)}---\n${policy('internet', everything(mark))}`,
      },
    },
    {
      title: 'Pods that no policy selects',
      files: {
        'orders.yaml': exampleAccount() + deployment(''),
        'worker.yaml': deployment(mark, 'worker', false),
        'policies.yaml': policy('egress', exceptMetadata, '\n    matchLabels: {app: orders}'),
      },
    },
    {
      title: 'Policies that restrict ingress only',
      files: {
        'orders.yaml': exampleAccount({ name: `orders${mark}` }) + deployment(''),
        'policies.yaml': policy('ingress', '').replace('[Egress]', '[Ingress]'),
      },
    },
  ],
  good: [
    {
      title: 'The endpoint is an exception',
      files: { 'orders.yaml': exampleAccount() + deployment(''), 'policies.yaml': policy('egress', exceptMetadata) },
    },
    {
      title: 'Pods of the network of their node',
      files: {
        'orders.yaml': exampleAccount() + deployment(''),
        'agent.yaml': deployment('', 'agent', false).replace('    spec:\n', '    spec:\n      hostNetwork: true\n'),
        'policies.yaml': policy('egress', exceptMetadata, '\n    matchLabels: {app: orders}'),
      },
    },
  ],
});
