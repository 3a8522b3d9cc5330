/** Rule: an account with a client id for which none of the declared credentials fits. */

import { readPlaceholders } from '../../manifests/placeholders.ts';
import type { DeclaredCredential } from '../../model/federation.ts';
import { entryOf, identityKeys, isClusterNamespace, type ServiceAccount } from '../../model/kubernetes.ts';
import { compareTexts, literalOf } from '../../model/partial-text.ts';
import { nameOf, type Repository, templatesOf, type World } from '../../model/world.ts';
import { literalSubject, mayBeFor, namespaceOfSubject } from '../account-subjects.ts';
import { openText } from '../declared-values.ts';
import { exampleAccount, exampleCredential } from '../example-manifests.ts';
import { cause, defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'credential-undeclared',
  title: 'No declared credential fits an account with a client id',
  group: 'Declared credentials',
  why: 'The repository declares federated credentials for the accounts beside this one. Without one of its own, a token of this account is refused (AADSTS700213), unless the credential was made by other means.',
  remedy: 'Declare a credential with the subject system:serviceaccount:<namespace>:<name> of this account.',
  severity: 'warning',
  absence: true,
  sources: ['Azure/azure-workload-identity docs/book/src/topics/federated-identity-credential.md'],
  yieldsTo: ['credential-subject-unmatched'],
  *check(world, repository) {
    if (!repository.complete || repository.credentials.length === 0) return;
    for (const account of world.serviceAccounts) {
      const beside = credentialBeside(world, repository, account);
      if (!beside) continue;
      yield {
        at: account.metadata.nameField ?? account.root,
        message: `The ServiceAccount ${nameOf(account)} has a client id, and none of the credentials that this repository declares has its subject.`,
        related: [{ at: beside.at, note: 'a credential for the same namespace or identity' }],
        about: cause('credential', account),
      };
    }
  },
});

/** A credential that shows that this account's would be declared here too; undefined when one may fit it. */
function credentialBeside(
  world: World,
  repository: Repository,
  account: ServiceAccount,
): DeclaredCredential | undefined {
  const [namespace, name] = [literalOf(account.namespace), literalOf(account.name)];
  if (!account.clientId?.text || !account.namespaceGiven || namespace === undefined || name === undefined)
    return undefined;
  if (isClusterNamespace(namespace) || usesBinding(world, account)) return undefined;
  const subject = literalSubject(namespace, name);
  if (repository.credentials.some((credential) => mayBeFor(credential, subject))) return undefined;
  const clientId = readPlaceholders(account.clientId.text);
  return repository.credentials.find(
    (credential) =>
      !credential.conditional &&
      ((credential.subject && namespaceOfSubject(openText(credential.subject)) === namespace) ||
        (credential.clientId && compareTexts(credential.clientId.text, clientId) === 'same')),
  );
}

/** Identity bindings share one credential that AKS writes itself. */
function usesBinding(world: World, account: ServiceAccount): boolean {
  return templatesOf(world, account).some(({ template }) =>
    entryOf(template.metadata.annotations, identityKeys.useBinding),
  );
}

export const examples = defineExamples({
  bad: [
    {
      title: 'The account beside it has one',
      files: {
        'accounts.yaml': exampleAccount() + exampleAccount({ name: 'billing #~ credential-undeclared' }),
        'credential.yaml': exampleCredential(),
      },
    },
  ],
  good: [
    {
      title: 'One for each account',
      files: {
        'accounts.yaml': exampleAccount() + exampleAccount({ name: 'billing' }),
        'credentials.yaml': exampleCredential() + exampleCredential({ name: 'billing' }),
      },
    },
    {
      title: 'A credential whose namespace is filled in later',
      files: {
        'account.yaml': exampleAccount({ name: 'billing' }),
        'credentials.yaml': exampleCredential({ subject: 'system:serviceaccount:$' + '{NAMESPACE}:$' + '{NAMESPACE}' }),
      },
    },
    {
      title: 'Credentials of another namespace say nothing',
      files: {
        'accounts.yaml': exampleAccount() + exampleAccount({ name: 'billing', namespace: 'finance' }),
        'credential.yaml': exampleCredential(),
      },
    },
  ],
});
