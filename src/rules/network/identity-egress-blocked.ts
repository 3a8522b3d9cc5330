/** Rule: the declared policies leave pods that exchange tokens no way to Entra. */
import { hasForeignPolicies, networkPoliciesOf, selectsPods } from '../../manifests/network-policies.ts';
import { entryOf, identityKeys, type PodTemplate } from '../../model/kubernetes.ts';
import type { NetworkPolicy } from '../../model/network-policy.ts';
import { isLabelled, nameOf, type WorkloadTemplate, type World } from '../../model/world.ts';
import { allowsPort } from '../egress.ts';
import { egressExamples } from '../example-egress.ts';
import { exampleAccount } from '../example-manifests.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'identity-egress-blocked',
  title: 'Policies leave pods no way to exchange their token',
  group: 'Cluster rights and network',
  why: 'Pods with a workload identity send their token to the login endpoint of Entra over TCP 443. Under policies that let nothing through to it, every exchange times out.',
  remedy: 'Add an egress rule for TCP 443 to addresses outside the cluster.',
  severity: 'warning',
  absence: true,
  sources: [
    'kubernetes/website docs/concepts/services-networking/network-policies.md',
    'MicrosoftDocs/azure-aks-docs outbound-rules-control-egress.md',
  ],
  *check(world) {
    const policies = networkPoliciesOf(world).filter((policy) => policy.restrictsEgress);
    if (policies.length === 0 || hasForeignPolicies(world)) return;
    const seen = new Set<NetworkPolicy>();
    for (const workload of world.workloads) {
      for (const template of workload.templates) {
        if (!exchangesTokens(template)) continue;
        const policy = blockerOf(world, policies, { workload, template });
        if (!policy || seen.has(policy)) continue;
        seen.add(policy);
        yield {
          at:
            policy.root.get('spec', 'egress')?.keyPlace ??
            policy.root.get('spec', 'policyTypes')?.keyPlace ??
            policy.root,
          message: `By the declared policies, pods of the ${workload.kind} ${nameOf(workload)} exchange tokens and may not reach TCP 443 outside the cluster.`,
          related: [{ at: workload.metadata.nameField ?? workload.root, note: 'pods that exchange tokens' }],
        };
      }
    }
  },
});

/** Identity bindings exchange tokens inside the cluster, and a proxy is reached on a port of its own. */
function exchangesTokens(template: PodTemplate): boolean {
  if (!isLabelled(template) || template.spec.get('hostNetwork')?.value === true) return false;
  if (entryOf(template.metadata.annotations, identityKeys.useBinding)) return false;
  return !template.containers.some(
    (container) =>
      container.field.get('envFrom') || container.environment.some(({ name }) => /^https?_proxy$/i.test(name)),
  );
}

/** The first policy that certainly selects the pods, when none that may select them may let the exchange through. */
function blockerOf(
  world: World,
  policies: readonly NetworkPolicy[],
  pods: WorkloadTemplate,
): NetworkPolicy | undefined {
  const selecting = policies.filter((policy) => selectsPods(world, policy, pods) !== 'no');
  const open = selecting.some((policy) =>
    policy.egress.some((rule) => allowsPort(rule, 443) !== 'no' && (rule.everywhere || rule.addresses.length > 0)),
  );
  return open ? undefined : selecting.find((policy) => selectsPods(world, policy, pods) === 'yes');
}

const { deployment, policy, exceptMetadata } = egressExamples;

const nameServiceOnly = (mark = '') => `  egress:${mark}
    - to:
        - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}
      ports:
        - {protocol: UDP, port: 53}
        - {protocol: TCP, port: 53}
`;

export const examples = defineExamples({
  bad: [
    {
      title: 'The name service only',
      files: {
        'orders.yaml': exampleAccount() + deployment(''),
        'policy.yaml': policy('egress', nameServiceOnly(' #~ identity-egress-blocked')),
      },
    },
    {
      title: 'Nothing at all',
      files: {
        'orders.yaml': exampleAccount() + deployment(''),
        'policy.yaml': policy('egress', '').replace('[Egress]\n', '[Egress] #~ identity-egress-blocked\n'),
      },
    },
  ],
  good: [
    {
      title: 'A second policy lets it through',
      files: {
        'orders.yaml': exampleAccount() + deployment(''),
        'policies.yaml': `${policy('egress', nameServiceOnly())}---\n${policy('internet', `${exceptMetadata}      ports: [{protocol: TCP, port: 443}]\n`)}`,
      },
    },
    {
      title: 'A policy for other pods',
      files: {
        'orders.yaml': exampleAccount() + deployment(''),
        'policies.yaml': `${policy('egress', exceptMetadata, '\n    matchLabels: {app: orders}')}---\n${policy('closed', '', '\n    matchLabels: {app: report}')}`,
      },
    },
  ],
});
