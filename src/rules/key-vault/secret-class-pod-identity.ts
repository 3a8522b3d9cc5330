/** Rule: a secret class signs in through retired pod identity. */
import { secretClassesOf } from '../../manifests/secret-classes.ts';
import { parameterOf } from '../../model/secret-class.ts';
import { nameOf } from '../../model/world.ts';
import { defineExamples, defineRule } from '../rule.ts';
import { secretClass } from '../secret-class-manifests.ts';

export const rule = defineRule({
  id: 'secret-class-pod-identity',
  title: 'A secret class uses retired pod identity',
  group: 'Key Vault and other controllers',
  why: 'The provider asks NMI on the node for a token. Pod identity is retired: without NMI every mount of the class fails, and the pods do not start.',
  remedy:
    'Remove usePodIdentity, give the class a clientID, and create a federated credential for each ServiceAccount whose pods mount it.',
  severity: 'error',
  sources: [
    'Azure/secrets-store-csi-driver-provider-azure pkg/auth/auth.go',
    'azure-aks-docs csi-secrets-store-identity-access.md',
  ],
  *check(world) {
    for (const secretClass of secretClassesOf(world)) {
      const parameter = parameterOf(secretClass, 'usePodIdentity');
      if (!parameter || secretClass.access.podIdentity !== true) continue;
      yield {
        at: parameter,
        message: `The class ${nameOf(secretClass.object)} signs in to the vault through pod identity, which is retired.`,
      };
    }
  },
});

const on = (mark = '') => `    usePodIdentity: "true"${mark}\n`;
const mark = ' #~ secret-class-pod-identity';

export const examples = defineExamples({
  bad: [
    { title: 'Switched on', files: { 'class.yaml': secretClass({ access: on(mark) }) } },
    {
      title: 'In a file that a script fills in',
      files: {
        'secret-volume.yml.tpl': secretClass({ access: on(mark) }).replace(
          /tenantID: .*/,
          'tenantId: "$' + '{AZ_TENANT_ID}"',
        ),
      },
    },
  ],
  good: [
    {
      title: 'Workload identity',
      files: {
        'class.yaml': secretClass({
          access: '    usePodIdentity: "false"\n    clientID: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11\n',
        }),
      },
    },
    {
      title: 'The pod identity of Amazon, which is another thing',
      files: { 'class.yaml': secretClass({ access: on(), provider: 'aws' }) },
    },
    {
      title: 'Filled in later',
      files: { 'class.yaml': secretClass({ access: '    usePodIdentity: "$' + '{USE_POD_IDENTITY}"\n' }) },
    },
  ],
});
