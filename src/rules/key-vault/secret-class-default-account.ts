/** Rule: a secret class that signs in as its pods' account is mounted by pods of the default account. */
import { mountsOfClass, secretClassesOf } from '../../manifests/secret-classes.ts';
import { literalOf } from '../../model/partial-text.ts';
import { usesPodAccount } from '../../model/secret-class.ts';
import { nameOf } from '../../model/world.ts';
import { defineExamples, defineRule } from '../rule.ts';
import { mounting, secretClass } from '../secret-class-manifests.ts';

export const rule = defineRule({
  id: 'secret-class-default-account',
  title: 'A secret class is mounted as the default account',
  group: 'Key Vault and other controllers',
  why: 'With clientID the provider signs in with a token of the account that the pods run as. For `default` the credential would trust every pod of the namespace that names no account; without such a credential the mount fails (AADSTS700213).',
  remedy:
    'Give the pods a ServiceAccount of their own and federate the identity with that; it needs no annotation for this.',
  severity: 'warning',
  absence: true,
  sources: ['Azure/secrets-store-csi-driver-provider-azure pkg/auth/auth.go (token of the mounting pod)'],
  *check(world) {
    for (const secretClass of secretClassesOf(world)) {
      if (!usesPodAccount(secretClass)) continue;
      for (const { workload, template, classField, hasSecretRef } of mountsOfClass(world, secretClass.object)) {
        if (literalOf(template.account) !== 'default' || hasSecretRef || !template.complete) continue;
        yield {
          at: template.accountField ?? workload.metadata.nameField ?? workload.root,
          message: `Pods of the ${workload.kind} ${nameOf(workload)} mount the class ${nameOf(secretClass.object)} as the account "default" of their namespace.`,
          related: [{ at: classField, note: 'the class' }],
        };
      }
    }
  },
});

const mark = ' #~ secret-class-default-account';

export const examples = defineExamples({
  bad: [
    {
      title: 'No account named',
      files: {
        'orders.yaml': `${secretClass()}---\n${mounting({ name: 'orders', account: '' }).replace('  name: orders\n', `  name: orders${mark}\n`)}`,
      },
    },
    {
      title: 'default named',
      files: {
        'orders.yaml': `${secretClass()}---\n${mounting({ account: `      serviceAccountName: default${mark}\n` })}`,
      },
    },
  ],
  good: [
    { title: 'An account of their own, bare as it is', files: { 'orders.yaml': `${secretClass()}---\n${mounting()}` } },
    {
      title: 'A service principal signs in',
      files: {
        'orders.yaml': `${secretClass({ access: '' })}---\n${mounting({ account: '', secretRef: '            nodePublishSecretRef: {name: vault-login}\n' })}`,
      },
    },
  ],
});
