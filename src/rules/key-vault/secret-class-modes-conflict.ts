/** Rule: a secret class switches on more than one way to sign in. */
import { secretClassesOf } from '../../manifests/secret-classes.ts';
import { parameterOf, type SecretClass } from '../../model/secret-class.ts';
import { nameOf } from '../../model/world.ts';
import { defineExamples, defineRule } from '../rule.ts';
import { secretClass } from '../secret-class-manifests.ts';

export const rule = defineRule({
  id: 'secret-class-modes-conflict',
  title: 'A secret class has more than one access mode',
  group: 'Key Vault and other controllers',
  why: 'The provider refuses a class with more than one of usePodIdentity, useVMManagedIdentity and useAzureTokenProxy: the mount fails, and the pods do not start.',
  remedy: 'Keep one, or none and a clientID for workload identity.',
  severity: 'error',
  sources: ['Azure/secrets-store-csi-driver-provider-azure pkg/provider/provider.go, pkg/auth/auth.go'],
  *check(world) {
    for (const secretClass of secretClassesOf(world)) {
      const [first, second, third] = switchedOn(secretClass);
      if (!first || !second) continue;
      yield {
        at: second,
        message: `The class ${nameOf(secretClass.object)} switches on ${[first, second, third].flatMap((item) => item?.key ?? []).join(' and ')}; the provider takes one at most.`,
        related: [{ at: first, note: 'the other mode' }],
      };
    }
  },
});

/** The switches that are certainly on, in the order of the file. */
function switchedOn(secretClass: SecretClass) {
  const { podIdentity, nodeIdentity, tokenProxy } = secretClass.access;
  const on = [
    ...(podIdentity ? ['usePodIdentity'] : []),
    ...(nodeIdentity ? ['useVMManagedIdentity'] : []),
    ...(tokenProxy ? ['useAzureTokenProxy'] : []),
  ];
  return secretClass.parameters.filter(({ key }) => on.includes(key) && parameterOf(secretClass, key));
}

export const examples = defineExamples({
  bad: [
    {
      title: 'Pod identity and the identity of the node',
      files: {
        'class.yaml': secretClass({
          access: `    usePodIdentity: "true" #~ secret-class-pod-identity
    useVMManagedIdentity: "true" #~ secret-class-modes-conflict secret-class-node-identity
`,
        }),
      },
    },
  ],
  good: [
    {
      title: 'All off',
      files: {
        'class.yaml': secretClass({
          access:
            '    usePodIdentity: "false"\n    useVMManagedIdentity: "false"\n    clientID: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11\n',
        }),
      },
    },
  ],
});
