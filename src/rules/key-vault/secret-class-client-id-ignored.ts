/** Rule: a secret class gives a client id in a parameter that its mode does not read. */
import { isKnown, mountsOfClass, secretClassesOf } from '../../manifests/secret-classes.ts';
import type { SecretClass } from '../../model/secret-class.ts';
import { nameOf, type World } from '../../model/world.ts';
import { defineExamples, defineRule, type Observation } from '../rule.ts';
import { mounting, secretClass } from '../secret-class-manifests.ts';

export const rule = defineRule({
  id: 'secret-class-client-id-ignored',
  title: 'A secret class names a client id that is not read',
  group: 'Key Vault and other controllers',
  why: 'userAssignedIdentityID counts only with useVMManagedIdentity, and clientID only without it. Without any identity that counts the provider looks for a service principal and fails ("nodePublishSecretRef secret is not set").',
  remedy:
    'For workload identity write the client id as clientID and leave userAssignedIdentityID out; for the identity of the node set useVMManagedIdentity to "true" and leave clientID out.',
  severity: 'error',
  sources: ['Azure/secrets-store-csi-driver-provider-azure pkg/auth/auth.go', 'issues 952, 1022 and 1104 of the same'],
  *check(world) {
    for (const secretClass of secretClassesOf(world)) {
      const { object, access, nodeClientId, clientId } = secretClass;
      if (nodeClientId && access.nodeIdentity === false) yield observeIgnored(world, secretClass, nodeClientId);
      if (clientId && access.nodeIdentity === true) {
        yield {
          at: clientId.keyPlace,
          message: `The class ${nameOf(object)} has clientID beside useVMManagedIdentity: "true"; the node's identity signs in, and clientID is not read for that.`,
          severity: 'warning',
        };
      }
    }
  },
});

function observeIgnored(
  world: World,
  secretClass: SecretClass,
  at: NonNullable<SecretClass['nodeClientId']>,
): Observation {
  const { object, access, clientId } = secretClass;
  const other = clientId
    ? 'clientID signs in'
    : access.podIdentity !== false
      ? 'pod identity signs in'
      : access.tokenProxy !== false
        ? 'the token proxy signs in'
        : mountsOfClass(world, object).some(({ hasSecretRef }) => hasSecretRef)
          ? 'a service principal signs in'
          : undefined;
  return {
    at: at.keyPlace,
    message: `The class ${nameOf(object)} has userAssignedIdentityID without useVMManagedIdentity: "true", so that it is not read; ${other ?? 'nothing else gives it an identity'}.`,
    // Something else works, or the value may come out empty: then the line is only misleading.
    severity: other === undefined && isKnown(at) ? 'error' : 'warning',
  };
}

const mark = ' #~ secret-class-client-id-ignored';
const id = '1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11';

export const examples = defineExamples({
  bad: [
    {
      title: 'The client id of workload identity under the old name',
      files: {
        'class.yaml': secretClass({
          access: `    usePodIdentity: "false"\n    userAssignedIdentityID: ${id}${mark}\n`,
        }),
      },
    },
    {
      title: 'Both names: a warning',
      files: {
        'class.yaml': secretClass({ access: `    clientID: ${id}\n    userAssignedIdentityID: ${id}${mark}\n` }),
      },
    },
    {
      title: 'The identity of the node signs in: a warning',
      files: {
        'class.yaml': secretClass({
          access: `    useVMManagedIdentity: "true" # idwire-ignore: secret-class-node-identity one team per cluster\n    userAssignedIdentityID: ${id}\n    clientID: ${id}${mark}\n`,
        }),
      },
    },
  ],
  good: [
    { title: 'clientID alone', files: { 'class.yaml': `${secretClass()}---\n${mounting()}` } },
    {
      title: 'Empty, as the templates of the provider write it',
      files: {
        'class.yaml': secretClass({
          access: `    useVMManagedIdentity: "false"\n    userAssignedIdentityID: ""\n    clientID: ${id}\n`,
        }),
      },
    },
    {
      title: 'The mode is filled in later',
      files: {
        'class.yaml': secretClass({
          access: `    useVMManagedIdentity: "\${USE_NODE_IDENTITY}"\n    userAssignedIdentityID: ${id}\n`,
        }),
      },
    },
  ],
});
