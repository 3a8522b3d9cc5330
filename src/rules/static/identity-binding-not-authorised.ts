/** Rule: pods use an identity binding, and no role lets their account use the identity. */
import { readPlaceholders } from '../../manifests/placeholders.ts';
import type { Field } from '../../model/field.ts';
import { isClusterNamespace, type KubernetesObject, type ServiceAccount } from '../../model/kubernetes.ts';
import { compareTexts, literalOf, type PartialText, writtenText } from '../../model/partial-text.ts';
import { accountsFor, nameOf, type World } from '../../model/world.ts';
import { exampleAccount, exampleClientId, examplePods } from '../example-manifests.ts';
import { bindingAnnotation } from '../identity-bindings.ts';
import { labelledPods } from '../labelled-pods.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'identity-binding-not-authorised',
  title: 'The account may not use the identity of its binding',
  group: 'Workload identity',
  why: 'With an identity binding the cluster decides who may use an identity: the account needs a ClusterRole with the verb use-managed-identity on its client id. Without it the token exchange is refused.',
  remedy:
    'Bind a ClusterRole with apiGroup cid.wi.aks.azure.com, the client id as resource and the verb use-managed-identity to the account; or list the account among the allowed subjects of the binding in Azure.',
  severity: 'warning',
  absence: true,
  // Allowed subjects can also be written in Azure, where this repository does not show them.
  confidence: 'medium',
  sources: ['azure-aks-docs identity-bindings-concepts', 'Azure/azure-cli-extensions pull request 10148'],
  *check(world) {
    const seen = new Set<ServiceAccount>();
    for (const { workload, template } of labelledPods(world)) {
      const binding = bindingAnnotation(template);
      const match = binding && accountsFor(world, workload, template).find(({ certain }) => certain);
      const clientId = match?.account.clientId?.text;
      if (!binding || !match || !clientId || seen.has(match.account)) continue;
      seen.add(match.account);
      if (isClusterNamespace(literalOf(match.account.namespace)) || mayUse(world, match.account, clientId)) continue;
      yield {
        at: match.account.metadata.nameField ?? match.account.root,
        message: `The ServiceAccount ${nameOf(match.account)} uses the identity ${clientId} through an identity binding, and no ClusterRole of these files that is bound to it allows use-managed-identity for that client id.`,
        severity: world.complete ? 'warning' : 'note',
        related: [{ at: binding.keyPlace, note: 'pods that use the binding' }],
      };
    }
  },
});

/** Whether a role that allows the identity is, or may be, bound to the account. */
function mayUse(world: World, account: ServiceAccount, clientId: string): boolean {
  const inSight = world.objects.filter((object) => world.sees(account.manifest, object.manifest));
  const roles = inSight.filter((object) => object.kind === 'ClusterRole' && allows(object, clientId));
  return inSight
    .filter((object) => object.kind === 'ClusterRoleBinding' || object.kind === 'RoleBinding')
    .some(
      (binding) =>
        roles.some((role) => refersTo(binding, role)) &&
        itemsOf(binding, 'subjects').some((subject) => isAccount(subject, account)),
    );
}

function allows(role: KubernetesObject, clientId: string): boolean {
  const has = (rule: Field, key: string, wanted: string) =>
    (rule.get(key)?.items() ?? []).some(
      (item) => item.text === '*' || mayBe(item.text?.toLowerCase(), readPlaceholders(wanted)),
    );
  return itemsOf(role, 'rules').some(
    (rule) =>
      has(rule, 'apiGroups', 'cid.wi.aks.azure.com') &&
      has(rule, 'verbs', 'use-managed-identity') &&
      has(rule, 'resources', clientId.toLowerCase()),
  );
}

function refersTo(binding: KubernetesObject, role: KubernetesObject): boolean {
  return (
    binding.root.get('roleRef', 'kind')?.text === 'ClusterRole' &&
    mayBe(binding.root.get('roleRef', 'name')?.text, role.name)
  );
}

function isAccount(subject: Field, account: ServiceAccount): boolean {
  const kind = subject.get('kind')?.text;
  const name = subject.get('name')?.text;
  const namespace = writtenText(account.namespace);
  if (kind === 'ServiceAccount')
    return mayBe(name, account.name) && isNamespace(subject.get('namespace')?.text, account);
  if (kind === 'User')
    return mayBe(name, readPlaceholders(`system:serviceaccount:${namespace}:${writtenText(account.name)}`));
  const groups = ['system:authenticated', 'system:serviceaccounts', `system:serviceaccounts:${namespace}`];
  return kind === 'Group' && groups.some((group) => mayBe(name, readPlaceholders(group)));
}

function isNamespace(written: string | undefined, account: ServiceAccount): boolean {
  return !account.namespaceGiven || mayBe(written, account.namespace);
}

function mayBe(written: string | undefined, wanted: PartialText): boolean {
  return written !== undefined && compareTexts(readPlaceholders(written), wanted) !== 'different';
}

function itemsOf(object: KubernetesObject, key: string): readonly Field[] {
  return object.root.get(key)?.items() ?? [];
}

const mark = ' #~ identity-binding-not-authorised';
const pods = (binding = '"true"', use = '"true"') =>
  examplePods({
    labels: [`azure.workload.identity/use: ${use}`],
    annotations: [`azure.workload.identity/use-identity-binding: ${binding}`],
  });
interface Rights {
  readonly group?: string;
  readonly resource?: string;
  readonly verb?: string;
  readonly role?: string;
  readonly roleKind?: string;
  readonly bindingKind?: string;
  readonly subject?: string;
}
const rights = ({
  group = 'cid.wi.aks.azure.com',
  resource = exampleClientId,
  verb = 'use-managed-identity',
  role = 'orders-identity',
  roleKind = 'ClusterRole',
  bindingKind = 'ClusterRoleBinding',
  subject = 'kind: ServiceAccount, name: orders, namespace: shop',
}: Rights = {}) => `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${roleKind}
metadata: {name: orders-identity}
rules:
  - {apiGroups: ["${group}"], resources: ["${resource}"], verbs: ["${verb}"]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${bindingKind}
metadata: {name: orders-identity, namespace: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ${roleKind}, name: ${role}}
subjects:
  - {${subject}}
`;
const bad = (given: Rights | undefined) => ({
  'all.yaml': exampleAccount({ name: `orders${mark}` }) + pods() + (given ? rights(given) : ''),
});
const good = (given: Rights) => ({ 'all.yaml': exampleAccount() + pods() + rights(given) });

export const examples = defineExamples({
  bad: [
    {
      title: 'A role of another environment',
      files: {
        'dev/all.yaml': exampleAccount({ name: `orders${mark}` }) + pods(),
        'prod/role.yaml': rights(),
      },
    },
    { title: 'No role', severity: 'warning', files: bad(undefined) },
    { title: 'A role for another identity', files: bad({ resource: 'c40f2a2e-7a54-4b4b-8e58-1f1a4d3d0b77' }) },
    { title: 'A role of another group', files: bad({ group: 'wi.aks.azure.com' }) },
    { title: 'A role for another verb', files: bad({ verb: 'get' }) },
    { title: 'A binding of another role', files: bad({ role: 'other' }) },
    { title: 'A role of one namespace', files: bad({ roleKind: 'Role', bindingKind: 'RoleBinding' }) },
    {
      title: 'Bound to another account',
      files: bad({ subject: 'kind: ServiceAccount, name: other, namespace: shop' }),
    },
    {
      title: 'Bound to its twin elsewhere',
      files: bad({ subject: 'kind: ServiceAccount, name: orders, namespace: other' }),
    },
    {
      title: 'Bound to the accounts of another namespace',
      files: bad({ subject: 'kind: Group, name: "system:serviceaccounts:other"' }),
    },
  ],
  good: [
    {
      title: 'One of several rules and subjects',
      files: {
        'all.yaml':
          exampleAccount() +
          pods() +
          rights({
            resource: `c40f2a2e-7a54-4b4b-8e58-1f1a4d3d0b77", "${exampleClientId}`,
            verb: 'get", "use-managed-identity',
            group: 'apps", "cid.wi.aks.azure.com',
            subject: 'kind: ServiceAccount, name: other, namespace: shop',
          }).replace('rules:\n', 'rules:\n  - {apiGroups: [apps], resources: [deployments], verbs: [get]}\n') +
          '  - {kind: ServiceAccount, name: orders, namespace: shop}\n',
      },
    },
    {
      title: 'Which account it is is only known later',
      files: { 'all.yaml': exampleAccount({ namespace: '$' + '{NAMESPACE}' }) + pods() },
    },
    {
      title: 'A namespace that the cluster owns',
      files: { 'all.yaml': (exampleAccount() + pods()).replaceAll('namespace: shop', 'namespace: kube-system') },
    },
    { title: 'Bound to the account', files: good({}) },
    {
      title: 'Bound to the accounts of its namespace',
      files: good({ subject: 'kind: Group, name: "system:serviceaccounts:shop"' }),
    },
    { title: 'Bound to all accounts', files: good({ subject: 'kind: Group, name: "system:serviceaccounts"' }) },
    {
      title: 'Bound to the user that the account is',
      files: good({ subject: 'kind: User, name: "system:serviceaccount:shop:orders"' }),
    },
    { title: 'All identities', files: good({ resource: '*' }) },
    { title: 'The client id in capitals', files: good({ resource: exampleClientId.toUpperCase() }) },
    { title: 'The client id is filled in later', files: good({ resource: '$' + '{ORDERS_CLIENT_ID}' }) },
    { title: 'Bound within the namespace', files: good({ bindingKind: 'RoleBinding' }) },
    { title: 'No binding is asked for', files: { 'all.yaml': exampleAccount() + pods('"false"') } },
    {
      title: 'Pods that the webhook leaves alone',
      files: { 'all.yaml': exampleAccount() + pods('"true"', '"false"') },
    },
    {
      title: 'No client id that could be bound',
      files: {
        'all.yaml': exampleAccount({ clientId: '# filled in by the pipeline' }) + pods(),
      },
    },
  ],
});
