/** Rule: labelled pods name an account that is nowhere among the files. */
import { isClusterNamespace, type PodTemplate, type Workload } from '../../model/kubernetes.ts';
import { compareTexts, literalOf } from '../../model/partial-text.ts';
import {
  accountsFor,
  compareNamespaces,
  nameOf,
  type Repository,
  twinsElsewhere,
  type WorkloadTemplate,
  type World,
} from '../../model/world.ts';
import { mayMakeAccounts } from '../account-makers.ts';
import { exampleAccount, examplePods } from '../example-manifests.ts';
import { labelledPods } from '../labelled-pods.ts';
import { cause, defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'service-account-missing',
  title: 'The ServiceAccount of labelled pods is not here',
  group: 'Workload identity',
  why: 'Without the account the pods are refused ("serviceaccount not found"). It may be made elsewhere, by a chart, Terraform or an operator; then its client id cannot be checked here.',
  remedy:
    'Add the ServiceAccount with its client id, correct the name, or make sure that what makes the account runs before the pods.',
  severity: 'note',
  absence: true,
  sources: [
    'Azure/azure-workload-identity pkg/webhook/webhook.go (the account is read)',
    'Kubernetes ServiceAccount admission',
  ],
  *check(world, repository) {
    for (const { workload, template } of labelledPods(world)) {
      if (isClusterNamespace(literalOf(workload.namespace)) || repository.scripts.createsAccounts) continue;
      if (!isMissing(world, workload, template) || isMadeByOperator(repository, workload, template)) continue;
      const others = othersDeclared(world, repository, workload, template);
      yield {
        at: template.accountField ?? template.anchor,
        message: `Pods of the ${workload.kind} ${nameOf(workload)} run as the ServiceAccount "${literalOf(template.account)}", which is not in these files${others ? ', although the other accounts of their namespace are' : ''}.`,
        severity: others ? 'warning' : 'note',
        about: cause('account', workload),
      };
    }
  },
});

/** A literal name other than `default`, which always exists, and no account that has it or may have it. */
function isMissing(world: World, workload: Workload, template: PodTemplate): boolean {
  const name = literalOf(template.account);
  if (name === undefined || name === 'default' || !template.accountField || !template.complete) return false;
  return accountsFor(world, workload, template).length === 0 && twinsElsewhere(world, workload, template).length === 0;
}

/** Whether an object asks an operator for exactly this account. */
function isMadeByOperator({ declaredAccounts }: Repository, workload: Workload, template: PodTemplate): boolean {
  return declaredAccounts.some(
    ({ created, name, namespace }) =>
      created &&
      compareTexts(name.text, template.account) !== 'different' &&
      (!namespace || !workload.namespaceGiven || compareTexts(namespace.text, workload.namespace) !== 'different'),
  );
}

/** Whether this repository is where the accounts of the namespace are declared: all others that its pods name are. */
function othersDeclared(world: World, repository: Repository, workload: Workload, template: PodTemplate): boolean {
  if (!world.complete || world.guessed || mayMakeAccounts(world, repository, workload)) return false;
  const declared = world.serviceAccounts.some(
    (account) =>
      world.sees(workload.manifest, account.manifest) &&
      account.namespaceGiven &&
      compareNamespaces(workload, account) === 'same',
  );
  return (
    declared && !neighbours(world, workload, template).some((pods) => isMissing(world, pods.workload, pods.template))
  );
}

/** Labelled pods of the same namespace that run as another account. */
function neighbours(world: World, workload: Workload, template: PodTemplate): readonly WorkloadTemplate[] {
  return [...labelledPods(world)].filter(
    (other) =>
      world.sees(workload.manifest, other.workload.manifest) &&
      compareNamespaces(workload, other.workload) === 'same' &&
      compareTexts(template.account, other.template.account) !== 'same',
  );
}

const mark = ' #~ service-account-missing';
const pods = (name: string, more = '', namespace = 'shop') =>
  examplePods({ name, namespace, spec: [`serviceAccountName: ${name}${more}`] });
const identity = (kind: string, namespace = 'shop') => `---
apiVersion: application.dis.altinn.cloud/v1alpha1
kind: ${kind}
metadata: {name: orders, namespace: ${namespace}}
`;

export const examples = defineExamples({
  bad: [
    { title: 'No account at all', severity: 'note', files: { 'all.yaml': pods('orders', mark) } },
    {
      title: 'The only one that is missing',
      severity: 'warning',
      files: { 'all.yaml': exampleAccount() + pods('orders') + pods('invoices', mark) },
    },
    {
      title: 'Accounts of another namespace only',
      severity: 'note',
      files: { 'all.yaml': exampleAccount({ namespace: 'other', name: 'other' }) + pods('orders', mark) },
    },
    {
      title: 'One of several that are missing',
      severity: 'note',
      files: { 'all.yaml': exampleAccount() + pods('orders') + pods('invoices', mark) + pods('reports', mark) },
    },
    {
      title: 'An operator makes accounts in that namespace',
      severity: 'note',
      files: {
        'all.yaml': exampleAccount() + pods('orders') + pods('invoices', mark) + identity('ApplicationIdentity'),
      },
    },
    {
      title: 'An operator makes accounts in another namespace',
      severity: 'warning',
      files: {
        'all.yaml': exampleAccount() + pods('orders') + pods('invoices', mark) + identity('WorkloadIdentity', 'other'),
      },
    },
    {
      title: 'A file that cannot be read may hold it',
      severity: 'note',
      files: {
        'all.yaml': exampleAccount() + pods('orders') + pods('invoices', mark),
        'broken.yaml':
          'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: invoices\n  annotations: {azure.workload.identity/client-id: "1b0f\n #~ syntax-error',
      },
    },
    {
      title: 'An operator makes one of that name elsewhere',
      severity: 'note',
      files: { 'all.yaml': pods('orders', mark) + identity('ApplicationIdentity', 'other') },
    },
  ],
  good: [
    { title: 'An operator makes it', files: { 'all.yaml': pods('orders') + identity('ApplicationIdentity') } },
    { title: 'The account is here', files: { 'all.yaml': exampleAccount() + pods('orders') } },
    {
      title: 'Its namespace is filled in later',
      files: { 'all.yaml': exampleAccount({ namespace: '$' + '{NAMESPACE}' }) + pods('orders') },
    },
    {
      title: 'Its name is filled in later',
      files: {
        'all.yaml': pods('orders').replace('serviceAccountName: orders', 'serviceAccountName: "$' + '{ACCOUNT}"'),
      },
    },
    { title: 'A namespace that the cluster owns', files: { 'all.yaml': pods('orders', '', 'kube-system') } },
    {
      title: 'Part of an object',
      files: { 'all.yaml': pods('orders').replace('          image: registry.example/orders:1\n', '') },
    },
    {
      title: 'Pods that the webhook leaves alone',
      files: { 'all.yaml': pods('orders').replace('use: "true"', 'use: "false"') },
    },
  ],
});
