/** Rule: pods ask for a token, but nothing says for which identity. */
import {
  entryOf,
  identityKeys,
  isClusterNamespace,
  podIdentityLabel,
  type ServiceAccount,
} from '../../model/kubernetes.ts';
import { compareTexts, literalOf, literalText, writtenText } from '../../model/partial-text.ts';
import {
  isLabelled,
  nameOf,
  type Repository,
  templatesOf,
  type WorkloadTemplate,
  type World,
} from '../../model/world.ts';
import { isEmptySlot } from '../empty-slot.ts';
import { cause, defineExamples, defineRule, type Observation } from '../rule.ts';
import { isSelfConfiguring } from '../self-configuring.ts';
import { bringsClientId, injectedUses } from '../token-sources.ts';

export const rule = defineRule({
  id: 'client-id-missing',
  title: 'The account of labelled pods names no identity',
  group: 'Workload identity',
  why: 'The webhook takes AZURE_CLIENT_ID from the annotation of the account alone. Without it the pods get a token but no client id, and the SDK reports "no client ID specified" unless the application names one itself.',
  remedy:
    'Add the annotation azure.workload.identity/client-id with the client id of the managed identity to the ServiceAccount.',
  severity: 'warning',
  absence: true,
  sources: ['Azure/azure-workload-identity pkg/webhook/webhook.go', 'kubernetes-sigs/external-dns issue 5199'],
  yieldsTo: ['client-id-misspelt', 'client-id-misplaced', 'service-account-default'],
  *check(world, repository) {
    for (const account of world.serviceAccounts) {
      if (
        account.clientId?.text ||
        (account.clientId && isEmptySlot(account.clientId)) ||
        isClusterNamespace(literalOf(account.namespace))
      )
        continue;
      if (account.metadata.nameField?.text === undefined) continue;
      yield* checkAccount(world, repository, account);
    }
  },
});

function* checkAccount(world: World, repository: Repository, account: ServiceAccount): Iterable<Observation> {
  const pods = templatesOf(world, account).filter(
    ({ workload, template }) =>
      isLabelled(template) &&
      compareTexts(template.account, account.name) === 'same' &&
      workload.namespaceGiven === account.namespaceGiven &&
      !bringsClientId(template) &&
      !isSelfConfiguring(workload, template),
  );
  const [pod] = pods;
  if (!pod) return;
  const proof = corroboration(repository, account, pods);
  const severity = repository.scripts.annotatesAccounts ? 'note' : proof ? 'error' : 'warning';
  yield {
    at: account.clientId?.keyPlace ?? account.metadata.nameField ?? account.root,
    message: `The ServiceAccount ${nameOf(account)} has no client id, and pods of the ${pod.workload.kind} ${nameOf(pod.workload)} ask for a token through it${proof ? `; ${proof.note}` : ''}.`,
    severity,
    related: [
      {
        at: entryOf(pod.template.metadata.labels, identityKeys.use)?.keyPlace ?? pod.template.anchor,
        note: 'pods that ask for a token',
      },
      ...(proof?.at ? [{ at: proof.at, note: proof.note }] : []),
    ],
    about: cause('client id', account),
  };
}

interface Corroboration {
  readonly note: string;
  readonly at: Observation['at'] | undefined;
}

/** What shows that the account is meant to have an identity. */
function corroboration(
  repository: Repository,
  account: ServiceAccount,
  pods: readonly WorkloadTemplate[],
): Corroboration | undefined {
  for (const { template } of pods) {
    const reads = injectedUses(template).find(({ variable }) => variable === 'AZURE_CLIENT_ID');
    if (reads) return { note: 'a container uses AZURE_CLIENT_ID', at: reads.field };
    const left = entryOf(template.metadata.labels, podIdentityLabel);
    if (left) return { note: 'the same pods still have a pod identity label', at: left.keyPlace };
  }
  const literal = literalOf(account.name);
  if (literal === undefined || !account.namespaceGiven) return undefined;
  const subject = literalText(`system:serviceaccount:${writtenText(account.namespace)}:${literal}`);
  const declared = repository.credentials.find(
    (credential) => credential.subject && compareTexts(credential.subject.text, subject) === 'same',
  );
  return declared && { note: 'a federated credential is declared for it', at: declared.at };
}

const pods = (environment: string) => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: orders, namespace: shop}
spec:
  template:
    metadata:
      labels: {azure.workload.identity/use: "true"}
    spec:
      serviceAccountName: orders
      containers:
        - name: orders
          image: registry.example/orders:1${environment}
`;

const bare = (mark: string) => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders${mark}
  namespace: shop
`;

export const examples = defineExamples({
  bad: [
    { title: 'No annotation', severity: 'warning', files: { 'all.yaml': bare(' #~ client-id-missing') + pods('') } },
    {
      title: 'A container counts on the variable',
      severity: 'error',
      files: {
        'all.yaml': bare(' #~ client-id-missing') + pods('\n          args: ["--identity=$(AZURE_CLIENT_ID)"]'),
      },
    },
    {
      title: 'A container counts on two variables',
      severity: 'error',
      files: {
        'all.yaml':
          bare(' #~ client-id-missing') +
          pods('\n          args: ["--tenant=$(AZURE_TENANT_ID)", "--identity=$' + '{AZURE_CLIENT_ID}"]'),
      },
    },
    {
      title: 'A container counts on another variable, and only mentions this one',
      severity: 'warning',
      files: {
        'all.yaml':
          bare(' #~ client-id-missing') +
          pods('\n          args: ["--tenant=$(AZURE_TENANT_ID)", "--help-for=AZURE_CLIENT_ID"]'),
      },
    },
    {
      title: 'An empty annotation',
      files: {
        'all.yaml':
          `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: "" #~ client-id-missing
`.replace(' #~ client-id-missing', ' #~ client-id-missing') + pods(''),
      },
    },
  ],
  good: [
    {
      title: 'The application names its identity itself',
      files: {
        'all.yaml':
          bare('') + pods('\n          env: [{name: AZURE_CLIENT_ID, value: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}]'),
      },
    },
    {
      title: 'A slot that the pipeline fills in',
      files: {
        'all.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: # filled in by the pipeline
${pods('')}`,
      },
    },
    {
      title: 'KEDA takes its identity from each TriggerAuthentication',
      files: {
        'all.yaml': `apiVersion: v1
kind: ServiceAccount
metadata: {name: keda-operator, namespace: keda}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: keda-operator, namespace: keda}
spec:
  template:
    metadata:
      labels: {azure.workload.identity/use: "true"}
    spec:
      serviceAccountName: keda-operator
      containers:
        - {name: keda-operator, image: "ghcr.io/kedacore/keda:2.17.0"}
`,
      },
    },
  ],
});
