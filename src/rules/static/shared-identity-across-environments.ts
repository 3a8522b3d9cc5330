/** Rule: one identity serves more than one environment. */

import type { Field } from '../../model/field.ts';
import { compareText } from '../../model/finding.ts';
import type { KubernetesObject } from '../../model/kubernetes.ts';
import { nameOf, type Repository, type World } from '../../model/world.ts';
import { exampleAccount, exampleClientId } from '../example-manifests.ts';
import { describeNotGuid } from '../guid.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'shared-identity-across-environments',
  title: 'One identity serves several environments',
  group: 'Workload identity',
  why: 'Whoever can change a workload of the lesser environment gets the rights that the identity has in the other one. Often it is a client id that was copied with the file and never changed.',
  remedy:
    'Give each environment an identity of its own; where sharing is wanted, switch this rule off under `rules` in idwire.yaml.',
  severity: 'warning',
  sources: ['Microsoft Entra documentation, managed identity best practices'],
  *checkRepository(repository) {
    for (const uses of usesByIdentity(repository).values()) {
      const [main, ...others] = [...firstByEnvironment(uses).values()].sort(mostProtectedFirst);
      for (const use of main ? others : []) {
        yield {
          at: use.at,
          message: `The ${use.object.kind} ${nameOf(use.object)} of ${use.environment} has the same identity as ${nameOf((main as Use).object)} of ${(main as Use).environment}.`,
          related: [{ at: (main as Use).at, note: `the same identity in ${(main as Use).environment}` }],
        };
      }
    }
  },
});

interface Use {
  readonly at: Field;
  readonly object: KubernetesObject;
  readonly environment: string;
}

function usesByIdentity(repository: Repository): ReadonlyMap<string, readonly Use[]> {
  const identities = new Map<string, Use[]>();
  for (const world of repository.worlds) {
    for (const { at, object } of clientIdsOf(world)) {
      const environment = world.environmentOf(object.manifest);
      const id = at.string?.toLowerCase();
      if (environment === undefined || id === undefined || describeNotGuid(id)) continue;
      identities.set(id, [...(identities.get(id) ?? []), { at, object, environment }]);
    }
  }
  return identities;
}

/** Where client ids stand: on accounts, and in the classes of the Key Vault driver. */
function* clientIdsOf(world: World): Iterable<{ at: Field; object: KubernetesObject }> {
  for (const account of world.serviceAccounts) if (account.clientId) yield { at: account.clientId, object: account };
  for (const object of world.objects) {
    const at = object.kind === 'SecretProviderClass' ? object.root.get('spec', 'parameters', 'clientID') : undefined;
    if (at) yield { at, object };
  }
}

function firstByEnvironment(uses: readonly Use[]): ReadonlyMap<string, Use> {
  const first = new Map<string, Use>();
  for (const use of uses) if (!first.has(use.environment)) first.set(use.environment, use);
  return first;
}

/** The identity belongs to the environment that has most to lose; the others borrow it. */
function mostProtectedFirst(a: Use, b: Use): number {
  return rank(a.environment) - rank(b.environment) || compareText(a.environment, b.environment);
}

const ranks = ['production', 'staging', 'acceptance', 'integration', 'test'];

function rank(environment: string): number {
  const index = ranks.indexOf(environment);
  return index === -1 ? ranks.length : index;
}

const other = 'c40f2a2e-7a54-4b4b-8e58-1f1a4d3d0b77';
const mark = ' #~ shared-identity-across-environments';
const secretClass = (clientId: string) => `---
apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
metadata: {name: orders, namespace: shop}
spec:
  provider: azure
  parameters:
    keyvaultName: orders
    tenantId: 7c1f3f0e-2b64-4e0e-8f4c-4b8f9f6f2a90
    clientID: ${clientId}
    objects: "array:\\n  - |\\n    objectName: orders\\n    objectType: secret\\n"
`;

export const examples = defineExamples({
  bad: [
    {
      title: 'Development uses the identity of production',
      files: {
        'dev/account.yaml': exampleAccount({ clientId: exampleClientId.toUpperCase() + mark }),
        'prod/account.yaml': exampleAccount(),
      },
    },
    {
      title: 'Three environments, several accounts',
      files: {
        'dev/account.yaml': exampleAccount({ clientId: exampleClientId + mark }) + exampleAccount({ name: 'reports' }),
        'staging/account.yaml': exampleAccount(),
        'test/account.yaml': exampleAccount({ clientId: exampleClientId + mark }),
      },
    },
    {
      title: 'Two environments of equal rank',
      files: {
        'dev/account.yaml': exampleAccount(),
        'sandbox/account.yaml': exampleAccount({ clientId: exampleClientId + mark }),
      },
    },
    {
      title: 'A class of the Key Vault driver',
      files: { 'dev/class.yaml': secretClass(exampleClientId + mark), 'prod/class.yaml': secretClass(exampleClientId) },
    },
  ],
  good: [
    {
      title: 'An identity for each',
      files: { 'dev/account.yaml': exampleAccount({ clientId: other }), 'prod/account.yaml': exampleAccount() },
    },
    {
      title: 'One environment, two regions',
      files: { 'prod-weu/account.yaml': exampleAccount(), 'prod-neu/account.yaml': exampleAccount() },
    },
    {
      title: 'A folder that is no environment',
      files: { 'base/account.yaml': exampleAccount(), 'prod/account.yaml': exampleAccount() },
    },
    {
      title: 'Filled in later, which may differ',
      files: {
        'dev/account.yaml': exampleAccount({ clientId: '$' + '{CLIENT_ID}' }),
        'prod/account.yaml': exampleAccount({ clientId: '$' + '{CLIENT_ID}' }),
      },
    },
  ],
});
