/** Rule: KEDA is to use an identity that trusts the workload's account and not KEDA's own. */
import { type DeclaredSubject, declaredSubjects } from '../../manifests/declared-subjects.ts';
import type { KubernetesObject, ServiceAccount } from '../../model/kubernetes.ts';
import { compareTexts, type PartialText, writtenText } from '../../model/partial-text.ts';
import { nameOf, type World } from '../../model/world.ts';
import { isOpen } from '../open-text.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'keda-operator-credential',
  title: "The identity of a trigger does not trust KEDA's account",
  group: 'Key Vault and other controllers',
  why: 'KEDA asks for the token in its own name: the operator exchanges the token of its own ServiceAccount for the identity of the trigger. A credential for the account of the workload does not help, and the scaler fails (AADSTS700213).',
  remedy:
    'Add a federated credential with the subject of the operator, usually system:serviceaccount:keda:keda-operator (kube-system for the add-on), to this identity.',
  severity: 'error',
  sources: ['kedacore/keda issues 4219, 4597 and 5491', 'Azure/AKS issue 3616'],
  *check(world, repository) {
    const subjects = declaredSubjects(world, repository);
    if (subjects.length === 0) return;
    for (const object of world.objects) {
      const podIdentity = triggerIdentity(object);
      const id = podIdentity?.get('identityId');
      if (!podIdentity || !id?.text || isOpen(id.text, repository)) continue;
      const found = declaredForWorkload(world, object, id.text, subjects);
      if (!found || subjects.some((other) => mayBeKeda(other.subject) && !ownersDiffer(other, found.declared)))
        continue;
      yield {
        at: id,
        message: `The ${object.kind} ${nameOf(object)} uses the identity of the ServiceAccount ${nameOf(found.account)}, whose declared credential trusts that account ("${writtenText(found.declared.subject as PartialText)}") and not KEDA's.`,
        related: [
          { at: found.declared.at, note: 'the credential of that identity' },
          { at: found.account.clientId ?? found.account.root, note: 'the same client id' },
        ],
      };
    }
  },
});

/** `spec.podIdentity` with the provider for workload identity; without `identityId` KEDA takes its own. */
function triggerIdentity(object: KubernetesObject) {
  if (object.kind !== 'TriggerAuthentication' && object.kind !== 'ClusterTriggerAuthentication') return undefined;
  const podIdentity = object.root.get('spec', 'podIdentity');
  return podIdentity?.get('provider')?.text === 'azure-workload' ? podIdentity : undefined;
}

/** An account with the same client id, and a credential whose subject is exactly that account: so whose it is is known. */
function declaredForWorkload(
  world: World,
  object: KubernetesObject,
  clientId: string,
  subjects: readonly DeclaredSubject[],
): { account: ServiceAccount; declared: DeclaredSubject } | undefined {
  for (const account of world.serviceAccounts) {
    if (account.clientId?.text?.toLowerCase() !== clientId.toLowerCase()) continue;
    if (!account.namespaceGiven || !world.sees(object.manifest, account.manifest)) continue;
    if (/keda/i.test(writtenText(account.name))) return undefined;
    const wanted = subjectOf(account);
    const declared = subjects.find(({ subject }) => subject && compareTexts(subject, wanted) === 'same');
    if (declared) return { account, declared };
  }
  return undefined;
}

function subjectOf({ name, namespace }: ServiceAccount): PartialText {
  const lead = 'system:serviceaccount:';
  const join = `${namespace.pieces.at(-1) ?? ''}:${name.pieces[0] ?? ''}`;
  const head =
    namespace.pieces.length === 1 ? [] : [lead + (namespace.pieces[0] ?? ''), ...namespace.pieces.slice(1, -1)];
  const middle = namespace.pieces.length === 1 ? lead + join : join;
  return { pieces: [...head, middle, ...name.pieces.slice(1)], symbols: [...namespace.symbols, ...name.symbols] };
}

/** KEDA's account has many names, and one that is filled in later may be any of them. */
function mayBeKeda(subject: PartialText | undefined): boolean {
  return !subject || subject.symbols.length > 0 || /keda/i.test(writtenText(subject));
}

function ownersDiffer(a: DeclaredSubject, b: DeclaredSubject): boolean {
  return a.owner !== undefined && b.owner !== undefined && a.owner.toLowerCase() !== b.owner.toLowerCase();
}

const id = '1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11';
const trigger = (mark = '') => `apiVersion: keda.sh/v1alpha1
kind: TriggerAuthentication
metadata: {name: orders-queue, namespace: shop}
spec:
  podIdentity:
    provider: azure-workload
    identityId: ${id}${mark}
`;
const account = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations: {azure.workload.identity/client-id: ${id}}
`;
const credential = (name: string, subject: string) => `apiVersion: managedidentity.azure.com/v1api20230131
kind: FederatedIdentityCredential
metadata: {name: ${name}, namespace: infrastructure}
spec:
  owner: {name: orders}
  audiences: [api://AzureADTokenExchange]
  issuer: https://westeurope.oic.prod-aks.azure.com/5b0f2f1c-6a0e-4f3f-9b53-1f0f6d2a7c11/2f6a1d90-7c44-4f0e-8a53-0d8b1f6f2a7c/
  subject: ${subject}
`;
const forWorkload = credential('orders', 'system:serviceaccount:shop:orders');

export const examples = defineExamples({
  bad: [
    {
      title: 'A credential for the workload alone',
      files: { 'keda.yaml': `${trigger(' #~ keda-operator-credential')}---\n${account}---\n${forWorkload}` },
    },
  ],
  good: [
    {
      title: 'One for the operator as well',
      files: {
        'keda.yaml': `${trigger()}---\n${account}---\n${forWorkload}---\n${credential('keda', 'system:serviceaccount:keda:keda-operator')}`,
      },
    },
    {
      title: 'A subject that is filled in later',
      files: {
        'keda.yaml': `${trigger()}---\n${account}---\n${forWorkload}---\n${credential('keda', 'system:serviceaccount:$' + '{OPERATOR}')}`,
      },
    },
    { title: 'Credentials are declared elsewhere', files: { 'keda.yaml': `${trigger()}---\n${account}` } },
    {
      title: "The operator's own identity",
      files: { 'keda.yaml': `${trigger().replace(/ {4}identityId.*\n/, '')}---\n${account}---\n${forWorkload}` },
    },
  ],
});
