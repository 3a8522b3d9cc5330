/** Rule: pods that are wired for pod identity and for workload identity at once. */
import { type LabelledPods, podsWithLabel } from '../../manifests/pod-identity-pods.ts';
import { entryOf, identityKeys } from '../../model/kubernetes.ts';
import { compareTexts, writtenText } from '../../model/partial-text.ts';
import {
  accountsFor,
  compareNamespaces,
  isLabelled,
  nameOf,
  type Repository,
  templatesOf,
  type World,
} from '../../model/world.ts';
import { borrowerOf } from '../account-borrowers.ts';
import { subjectOfAccount } from '../account-subjects.ts';
import { binding, clientId, identity, kept, pods } from '../pod-identity-manifests.ts';
import { defineExamples, defineRule, type Observation } from '../rule.ts';

export const rule = defineRule({
  id: 'pod-identity-mixed',
  title: 'One workload uses both identity systems',
  group: 'Pod identity and migration',
  why: 'Both at once is a step of the move, not its end: which of the two answers depends on the SDK and on what the pods ask for, and the identity stays on the nodes until pod identity is gone.',
  remedy: 'Once the pods are verified with workload identity, delete aadpodidbinding from their labels.',
  severity: 'note',
  sources: ['azure-aks-docs workload-identity-migrate-from-pod-identity.md'],
  *check(world, repository) {
    for (const { workload, template, label } of podsWithLabel(world)) {
      const account = accountsFor(world, workload, template).find(
        (match) => match.certain && match.account.clientId?.text,
      );
      const use = isLabelled(template) ? entryOf(template.metadata.labels, identityKeys.use) : undefined;
      const other = use?.keyPlace ?? account?.account.clientId?.keyPlace;
      if (!other) {
        yield* halfMoved(world, repository, { workload, template, label });
        continue;
      }
      yield {
        at: label.keyPlace,
        message: `Pods of the ${workload.kind} ${nameOf(workload)} are wired for pod identity and for workload identity.`,
        related: [{ at: other, note: 'workload identity' }],
      };
    }
  },
});

/** An account with an identity of its own that nothing runs as, while pods beside it still ask pod identity. */
function* halfMoved(world: World, repository: Repository, { workload, template, label }: LabelledPods) {
  const waiting = world.serviceAccounts.find(
    (account) =>
      account.clientId?.text &&
      world.sees(workload.manifest, account.manifest) &&
      compareNamespaces(workload, account) === 'same' &&
      templatesOf(world, account).length === 0 &&
      !borrowerOf(world, account),
  );
  if (!waiting?.clientId) return;
  const subject = subjectOfAccount(waiting);
  const credential = repository.credentials.find(
    (one) => one.subject && compareTexts(one.subject.text, subject) === 'same',
  );
  yield {
    at: template.accountField ?? label.keyPlace,
    message: `Pods of the ${workload.kind} ${nameOf(workload)} still use pod identity, and run as the ServiceAccount "${writtenText(template.account)}"; nothing runs as ${nameOf(waiting)}, which has an identity.`,
    remedy: `If that account was made for these pods, run them as it, with the label ${identityKeys.use}: "true".`,
    // Only a credential shows that somebody made the account to be used.
    severity: credential ? 'warning' : 'note',
    related: [
      { at: waiting.clientId.keyPlace, note: 'workload identity' },
      ...(credential ? [{ at: credential.at, note: 'its credential' }] : []),
    ],
  } satisfies Observation;
}

const account = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations: {azure.workload.identity/client-id: ${clientId}}
`;
const rest = `---\n${account}---\n${identity()}---\n${binding()}`;
const credential = `resource "azurerm_federated_identity_credential" "orders" {
  name      = "orders"
  parent_id = azurerm_user_assigned_identity.orders.id
  audience  = ["api://AzureADTokenExchange"]
  issuer    = azurerm_kubernetes_cluster.main.oidc_issuer_url
  subject   = "system:serviceaccount:shop:orders"
}
`;
const use = 'azure.workload.identity/use: "true"\n        ';
const runsAs = '      serviceAccountName: orders\n';

export const examples = defineExamples({
  bad: [
    {
      title: 'Both labels on the pods',
      files: {
        'orders.yaml': `${pods({ label: `${use}aadpodidbinding: orders #~ pod-identity-label pod-identity-mixed`, spec: runsAs })}${rest}`,
      },
    },
    {
      title: 'The new account is there, and nothing runs as it',
      severity: 'note',
      files: {
        'orders.yaml': `${pods({ label: 'aadpodidbinding: orders #~ pod-identity-label', spec: '      serviceAccountName: before #~ pod-identity-mixed\n' })}${rest}`,
      },
    },
    {
      title: 'Nothing runs as it, and its credential is declared',
      severity: 'warning',
      files: {
        'orders.yaml': `${pods({ label: 'aadpodidbinding: orders #~ pod-identity-label pod-identity-mixed' })}${rest}`,
        'main.tf': credential,
      },
    },
  ],
  good: [
    {
      title: 'The account belongs to other pods',
      files: {
        'orders.yaml': `${pods({ label: use.trim(), spec: runsAs })}${rest}`,
        'invoices.yaml': pods({
          name: 'invoices',
          label: `aadpodidbinding: orders${kept('pod-identity-label')}`,
          spec: '      serviceAccountName: invoices\n',
        }),
      },
    },
    {
      title: 'The account is in another namespace, or has no identity',
      files: {
        'orders.yaml': `${pods({ namespace: 'other', label: `aadpodidbinding: orders${kept('pod-identity-label')}` })}---\n${account}---\n${account.replace('shop', 'other').replace(/ {2}annotations.*\n/, '')}---\n${identity(undefined, { namespace: 'other' })}---\n${binding(undefined, { namespace: 'other' })}`,
      },
    },
    {
      title: 'Workload identity alone, while others are still to move',
      files: {
        'orders.yaml': `${pods({ label: use.trim(), spec: runsAs })}${rest}`,
        'invoices.yaml': pods({ name: 'invoices', label: `aadpodidbinding: orders${kept('pod-identity-label')}` }),
      },
    },
  ],
});
