/** Rule: rights in a cluster with which somebody can become an Azure identity. */
import { bindingsOf, rolesOf } from '../../manifests/cluster-rights.ts';
import type { Binding, Role, RoleRule, Subject } from '../../model/cluster-rights.ts';
import type { Field } from '../../model/field.ts';
import type { ServiceAccount } from '../../model/kubernetes.ts';
import { compareTexts, literalOf, literalText } from '../../model/partial-text.ts';
import { compareNamespaces, nameOf, type World } from '../../model/world.ts';
import { exampleAccount } from '../example-manifests.ts';
import { groupId, role, roleBinding, subjectLine } from '../example-rights.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'rbac-path-to-identity',
  title: 'Rights in the cluster lead to an Azure identity',
  group: 'Cluster rights and network',
  why: 'Whoever may start a pod, run a command in one, or ask for the token of a ServiceAccount can get a token for any audience, and so everything that the Azure identity of that account may do.',
  remedy: 'Keep accounts of identities in a namespace where only their workload is deployed, or remove the right.',
  severity: 'warning',
  sources: ['kubernetes/website docs/concepts/security/rbac-good-practices.md'],
  *check(world) {
    const accounts = world.serviceAccounts.filter((account) => account.clientId?.text);
    if (accounts.length === 0) return;
    const roles = rolesOf(world);
    for (const binding of bindingsOf(world)) {
      const power = powerOf(world, binding, roles);
      const subject = power && binding.subjects.find((candidate) => !isOfCluster(candidate));
      if (!power || !subject) continue;
      const reached = accounts.filter((account) => reaches(world, binding, account) && !isItself(subject, account));
      const [first] = reached;
      if (!first) continue;
      const more = reached.length > 1 ? `, and ${reached.length - 1} more` : '';
      yield {
        at: subject.name,
        message: `The ${binding.kind} ${nameOf(binding)} lets ${subject.kind} "${subject.text}" ${power.act}, and so act as the Azure identity ${first.clientId?.text} of ${nameOf(first)}${more}.`,
        related: [
          ...(power.at ? [{ at: power.at, note: 'the right' }] : []),
          { at: first.clientId ?? first.root, note: 'the identity' },
        ],
      };
    }
  },
});

interface Power {
  /** Completes "lets somebody …". */
  readonly act: string;
  readonly at: Field | undefined;
}

const powers: readonly { readonly resource: string; readonly verbs: readonly string[]; readonly act: string }[] = [
  { resource: 'serviceaccounts/token', verbs: ['create'], act: 'ask for tokens of accounts' },
  { resource: 'pods/exec', verbs: ['create', 'get'], act: 'run commands in pods' },
  { resource: 'pods', verbs: ['create'], act: 'start pods' },
];

/** The built-in roles that hold all of these rights (kubernetes/website, "User-facing roles"). */
const builtIn = new Set(['admin', 'edit']);

function powerOf(world: World, binding: Binding, roles: readonly Role[]): Power | undefined {
  const name = binding.roleName?.text;
  if (name === undefined) return undefined;
  const own = roles.filter(
    (candidate) =>
      candidate.kind === binding.roleKind &&
      literalOf(candidate.name) === name &&
      world.sees(binding.manifest, candidate.manifest) &&
      (candidate.kind === 'ClusterRole' || compareNamespaces(binding, candidate) === 'same'),
  );
  if (own.length === 0 && binding.roleKind === 'ClusterRole' && builtIn.has(name)) {
    return { act: 'start pods and ask for tokens of accounts', at: undefined };
  }
  return own.flatMap(({ rules }) => rules.flatMap((roleRule) => powerOfRule(roleRule) ?? []))[0];
}

function powerOfRule({ groups, resources, verbs, limited }: RoleRule): Power | undefined {
  if (limited || !groups.some(({ text }) => text === '' || text === '*')) return undefined;
  for (const power of powers) {
    const at = resources.find(({ text }) => text === power.resource);
    if (at && verbs.some(({ text }) => text === '*' || power.verbs.includes(text ?? ''))) return { act: power.act, at };
  }
  return undefined;
}

/** Parts of the cluster itself. */
function isOfCluster({ kind, text, namespace }: Subject): boolean {
  return kind === 'ServiceAccount' ? namespace === 'kube-system' : text.startsWith('system:');
}

function reaches(world: World, binding: Binding, account: ServiceAccount): boolean {
  if (!world.sees(binding.manifest, account.manifest)) return false;
  return binding.kind === 'ClusterRoleBinding' || compareNamespaces(binding, account) === 'same';
}

function isItself({ kind, text, namespace }: Subject, account: ServiceAccount): boolean {
  if (kind !== 'ServiceAccount' || compareTexts(account.name, literalText(text)) === 'different') return false;
  return namespace === undefined || compareTexts(account.namespace, literalText(namespace)) !== 'different';
}

const mark = ' #~ rbac-path-to-identity';
const toRole = (subject: string) => roleBinding(subject, 'shop-team').replace('kind: ClusterRole', 'kind: Role');

export const examples = defineExamples({
  bad: [
    {
      title: 'Asking for tokens',
      files: {
        'account.yaml': exampleAccount(),
        'role.yaml': role({ groups: '""', resources: '[serviceaccounts/token]', verbs: '[create]' }),
        'binding.yaml': toRole(subjectLine('Group', groupId, mark)),
      },
    },
    {
      title: 'A built-in role that starts pods',
      files: {
        'account.yaml': exampleAccount(),
        'binding.yaml': roleBinding(subjectLine('Group', groupId, mark), 'edit'),
      },
    },
  ],
  good: [
    {
      title: 'Reading only',
      files: {
        'account.yaml': exampleAccount(),
        'role.yaml': role({ groups: '""', resources: '[pods, pods/log]', verbs: '[get, list, watch]' }),
        'binding.yaml': toRole(subjectLine('Group', groupId)),
      },
    },
    {
      title: 'Another namespace than that of the account',
      files: {
        'account.yaml': exampleAccount({ namespace: 'identities' }),
        'binding.yaml': roleBinding(subjectLine('Group', groupId), 'edit'),
      },
    },
  ],
});
