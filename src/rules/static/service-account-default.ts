/** Rule: labelled pods run as the account that every namespace has, and it has no identity. */
import { isClusterNamespace, type PodTemplate, type ServiceAccount, type Workload } from '../../model/kubernetes.ts';
import { compareTexts, literalOf, literalText, writtenText } from '../../model/partial-text.ts';
import { accountsFor, compareNamespaces, nameOf, type Repository, templatesOf, type World } from '../../model/world.ts';
import { exampleAccount, exampleClientId, examplePods } from '../example-manifests.ts';
import { labelledPods } from '../labelled-pods.ts';
import { cause, defineExamples, defineRule } from '../rule.ts';
import { isSelfConfiguring } from '../self-configuring.ts';
import { bringsClientId } from '../token-sources.ts';

export const rule = defineRule({
  id: 'service-account-default',
  title: 'Labelled pods run as the default account',
  group: 'Workload identity',
  why: 'Without serviceAccountName the pods run as "default". Their token then names the subject system:serviceaccount:<namespace>:default, which no federated credential usually trusts, and AZURE_CLIENT_ID is not set at all.',
  remedy: 'Write serviceAccountName with the account that has the client id, in the spec of the pods.',
  severity: 'warning',
  absence: true,
  sources: ['Azure/azure-workload-identity issues 691 and 1185', 'Kubernetes documentation, ServiceAccounts'],
  yieldsTo: ['client-id-misspelt', 'client-id-misplaced'],
  *check(world, repository) {
    for (const { workload, template } of labelledPods(world)) {
      if (isClusterNamespace(literalOf(workload.namespace)) || !runsAsDefault(template)) continue;
      const matches = accountsFor(world, workload, template);
      if (matches.some(({ account }) => account.clientId)) continue;
      if (bringsClientId(template) || isSelfConfiguring(workload, template) || isTrusted(repository, workload))
        continue;
      const meant = unusedAccount(world, workload);
      yield {
        at: template.accountField ?? workload.metadata.nameField ?? template.anchor,
        message: `Pods of the ${workload.kind} ${nameOf(workload)} ask for a token but run as "default", which has no client id${meant ? `; the account ${nameOf(meant)} has one, and nothing runs as it` : ''}.`,
        severity: 'warning',
        ...(meant && {
          remedy: `Write serviceAccountName: ${writtenText(meant.name)} in the spec of the pods.`,
          related: [{ at: meant.metadata.nameField ?? meant.root, note: 'the account that nothing runs as' }],
        }),
        about: matches[0] ? cause('client id', matches[0].account) : cause('account', workload),
      };
    }
  },
});

function runsAsDefault(template: PodTemplate): boolean {
  return template.complete && literalOf(template.account) === 'default';
}

/** A credential for the default account shows that it is meant. */
function isTrusted(repository: Repository, workload: Workload): boolean {
  const subject = literalText(`system:serviceaccount:${writtenText(workload.namespace)}:default`);
  return repository.credentials.some(
    (credential) => credential.subject && compareTexts(credential.subject.text, subject) !== 'different',
  );
}

/** The account of that namespace that has a client id and no pods. */
function unusedAccount(world: World, workload: Workload): ServiceAccount | undefined {
  return world.serviceAccounts.find(
    (account) =>
      account.clientId?.text &&
      world.sees(workload.manifest, account.manifest) &&
      compareNamespaces(workload, account) === 'same' &&
      templatesOf(world, account).length === 0,
  );
}

const mark = ' #~ service-account-default';
const unnamed = (name = 'orders', namespace = 'shop') => examplePods({ name, namespace, spec: [] });
const defaultAccount = (annotation: string) => `---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: default
  namespace: shop
${annotation}`;

export const examples = defineExamples({
  bad: [
    { title: 'No account is named', files: { 'all.yaml': unnamed(`orders${mark}`) } },
    {
      title: 'An account with a client id is there, and nothing runs as it',
      files: { 'all.yaml': exampleAccount() + unnamed(`orders${mark}`) },
    },
    {
      title: 'By its name',
      files: { 'all.yaml': exampleAccount() + examplePods({ spec: [`serviceAccountName: default${mark}`] }) },
    },
    {
      title: 'The account is here, without a client id',
      files: { 'all.yaml': defaultAccount('') + unnamed(`orders${mark}`) },
    },
  ],
  good: [
    { title: 'An account with a client id', files: { 'all.yaml': exampleAccount() + examplePods() } },
    {
      title: 'The default account has a client id',
      files: {
        'all.yaml':
          defaultAccount(`  annotations: {azure.workload.identity/client-id: ${exampleClientId}}\n`) + unnamed(),
      },
    },
    {
      title: 'Its client id is filled in later',
      files: {
        'all.yaml':
          defaultAccount('  annotations:\n    azure.workload.identity/client-id: # filled in by the pipeline\n') +
          unnamed(),
      },
    },
    {
      title: 'The application names its identity itself',
      files: {
        'all.yaml': examplePods({
          spec: [],
          container: ['env:', '  - name: AZURE_CLIENT_ID', `    value: ${exampleClientId}`],
        }),
      },
    },
    { title: 'A controller that is configured elsewhere', files: { 'all.yaml': unnamed('external-dns') } },
    { title: 'A namespace that the cluster owns', files: { 'all.yaml': unnamed('orders', 'kube-system') } },
    {
      title: 'Part of an object',
      files: { 'all.yaml': unnamed().replace('          image: registry.example/orders:1\n', '') },
    },
  ],
});
