/** Rule: a binding names a client id where Entra presents an object id. */
import { bindingsOf } from '../../manifests/cluster-rights.ts';
import { literalOf } from '../../model/partial-text.ts';
import { nameOf, type Repository } from '../../model/world.ts';
import { exampleAccount } from '../example-manifests.ts';
import { groupId, roleBinding, subjectLine } from '../example-rights.ts';
import { cause, defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'rbac-user-is-client-id',
  title: 'A binding names a client id as its user',
  group: 'Cluster rights and network',
  why: 'A managed identity or service principal signs in to the cluster as its object (principal) id. A binding to its client id grants nothing to anybody, and every request of the identity is forbidden.',
  remedy: 'Write the object id: az identity show --query principalId, or az ad sp show --query id.',
  severity: 'error',
  sources: ['MicrosoftDocs/azure-aks-docs kubernetes-rbac-entra-id.md', 'Azure/kubelogin docs'],
  *check(world, repository) {
    const clientIds = clientIdsOf(repository);
    for (const binding of bindingsOf(world)) {
      for (const { kind, name, text, field } of binding.subjects) {
        if (kind !== 'User' || !clientIds.has(text.toLowerCase())) continue;
        yield {
          at: name,
          message: `The ${binding.kind} ${nameOf(binding)} names the user "${text}", which is the client id of ${clientIds.get(text.toLowerCase())}; Entra presents the object id.`,
          about: cause(`subject ${field.key}`, binding),
        };
      }
    }
  },
});

/** Client ids by what bears them, for people. */
function clientIdsOf(repository: Repository): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const account of repository.worlds.flatMap((world) => world.serviceAccounts)) {
    if (account.clientId?.text) found.set(account.clientId.text.toLowerCase(), `the ServiceAccount ${nameOf(account)}`);
  }
  for (const { clientId } of [...repository.credentials, ...repository.declaredAccounts]) {
    const literal = clientId && literalOf(clientId.loose ?? clientId.text);
    if (literal) found.set(literal.toLowerCase(), 'a declared identity');
  }
  return found;
}

export const examples = defineExamples({
  bad: [
    {
      title: 'The client id of an account',
      files: {
        'account.yaml': exampleAccount(),
        'binding.yaml': roleBinding(
          subjectLine('User', '1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11', ' #~ rbac-user-is-client-id'),
        ),
      },
    },
  ],
  good: [
    {
      title: 'A group by its object id',
      files: { 'account.yaml': exampleAccount(), 'binding.yaml': roleBinding(subjectLine('Group', groupId)) },
    },
  ],
});
