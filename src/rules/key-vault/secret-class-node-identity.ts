/** Rule: a secret class signs in as the node. */
import { secretClassesOf } from '../../manifests/secret-classes.ts';
import { parameterOf } from '../../model/secret-class.ts';
import { nameOf } from '../../model/world.ts';
import { defineExamples, defineRule } from '../rule.ts';
import { secretClass } from '../secret-class-manifests.ts';

export const rule = defineRule({
  id: 'secret-class-node-identity',
  title: 'A secret class uses the identity of the node',
  group: 'Key Vault and other controllers',
  why: 'Every namespace that may create a class can use an identity that is assigned to the nodes, and every pod can ask the instance metadata service for its tokens: what one team may read, all may read.',
  remedy:
    'Use workload identity: remove useVMManagedIdentity, give a clientID, and federate it with the account of the pods.',
  severity: 'warning',
  sources: [
    'azure-aks-docs csi-secrets-store-identity-access.md',
    'Azure/secrets-store-csi-driver-provider-azure pkg/auth/auth.go',
  ],
  *check(world) {
    for (const secretClass of secretClassesOf(world)) {
      const parameter = parameterOf(secretClass, 'useVMManagedIdentity');
      if (!parameter || secretClass.access.nodeIdentity !== true) continue;
      const identity = secretClass.nodeClientId ? 'a user-assigned identity' : 'the system-assigned identity';
      yield {
        at: parameter,
        message: `The class ${nameOf(secretClass.object)} signs in as ${identity} of the node, which pods of every namespace can use.`,
      };
    }
  },
});

const mark = ' #~ secret-class-node-identity';

export const examples = defineExamples({
  bad: [
    {
      title: 'A user-assigned identity of the node',
      files: {
        'class.yaml': secretClass({
          access: `    useVMManagedIdentity: "true"${mark}\n    userAssignedIdentityID: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11\n`,
        }),
      },
    },
    {
      title: 'The system-assigned one',
      files: {
        'class.yaml': secretClass({
          access: `    useVMManagedIdentity: "true"${mark}\n    userAssignedIdentityID: ""\n`,
        }),
      },
    },
  ],
  good: [{ title: 'Workload identity', files: { 'class.yaml': secretClass() } }],
});
