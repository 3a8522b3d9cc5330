/** Rule: the account has a key that is nearly the one the webhook reads. */

import { hasPlaceholder } from '../../manifests/placeholders.ts';
import type { Field } from '../../model/field.ts';
import { entryOf, identityKeys, type ServiceAccount } from '../../model/kubernetes.ts';
import { nameOf } from '../../model/world.ts';
import { examplePods } from '../example-manifests.ts';
import { misspeltKey } from '../near-miss.ts';
import { cause, defineExamples, defineRule, type Observation } from '../rule.ts';

/** Keys that the webhook reads from accounts. */
const readFromAccounts: ReadonlySet<string> = new Set([
  identityKeys.clientId,
  identityKeys.tenantId,
  identityKeys.tokenExpiration,
]);

export const rule = defineRule({
  id: 'client-id-misspelt',
  title: 'A workload identity key of the account is misspelt',
  group: 'Workload identity',
  why: 'The webhook reads its annotations by their exact keys and ignores everything else. A misspelt key is a missing one: the pods get no client id, and nothing says why.',
  remedy: 'Write the key as the webhook reads it, under `metadata.annotations`.',
  severity: 'error',
  sources: ['Azure/azure-workload-identity pkg/webhook/consts.go, issue 1026'],
  *check(world) {
    for (const account of world.serviceAccounts) {
      for (const annotation of account.metadata.annotations) {
        const meant = hasPlaceholder(annotation.key) ? undefined : misspeltKey(annotation.key);
        if (meant && readFromAccounts.has(meant) && !entryOf(account.metadata.annotations, meant)) {
          yield misspelt(account, annotation, meant);
        }
      }
      for (const label of account.metadata.labels) {
        const meant = readFromAccounts.has(label.key) ? label.key : misspeltKey(label.key);
        if (meant && readFromAccounts.has(meant) && !entryOf(account.metadata.annotations, meant)) {
          yield labelInstead(account, label, meant);
        }
      }
    }
  },
});

function misspelt(account: ServiceAccount, annotation: Field, meant: string): Observation {
  return {
    at: annotation.keyPlace,
    message: `The annotation ${annotation.key} of the ServiceAccount ${nameOf(account)} is not read by anything; ${meant} is.`,
    remedy: `Write ${meant}.`,
    about: aboutKey(account, meant),
    fix: { safety: 'safe', repairs: [{ kind: 'rename-key', at: annotation, key: meant }] },
  };
}

function labelInstead(account: ServiceAccount, label: Field, meant: string): Observation {
  const into = account.metadata.annotationsField;
  return {
    at: label.keyPlace,
    message: `${label.key} of the ServiceAccount ${nameOf(account)} is a label; ${meant} is read from the annotations only.`,
    remedy: `Move it to metadata.annotations as ${meant}.`,
    about: aboutKey(account, meant),
    ...(into &&
      label.text && {
        fix: {
          safety: 'safe',
          repairs: [
            { kind: 'remove-entry', at: label },
            { kind: 'add-entry', into, key: meant, text: label.text },
          ],
        },
      }),
  };
}

function aboutKey(account: ServiceAccount, meant: string): string {
  return cause(meant === identityKeys.clientId ? 'client id' : meant, account);
}

const account = (metadata: string) => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
${metadata}`;
const id = '1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11';

export const examples = defineExamples({
  bad: [
    {
      title: 'Underscore for hyphen',
      files: {
        'account.yaml': account(`  annotations:\n    azure.workload.identity/client_id: ${id} #~ client-id-misspelt\n`),
      },
    },
    {
      title: 'Camel case',
      files: {
        'account.yaml': account(`  annotations:\n    azure.workload.identity/clientId: ${id} #~ client-id-misspelt\n`),
      },
    },
    {
      title: 'A dot is missing in the prefix',
      files: {
        'account.yaml': account(`  annotations:\n    azureworkload.identity/client-id: ${id} #~ client-id-misspelt\n`),
      },
    },
    {
      title: 'Pods ask for a token',
      files: {
        'all.yaml':
          account(`  annotations:\n    azure.workload.identity/client_id: ${id} #~ client-id-misspelt\n`) +
          examplePods(),
      },
    },
    {
      title: 'The tenant is misspelt, and the client id missing',
      files: {
        'all.yaml':
          account('  annotations:\n    azure.workload.identity/tenantid: x #~ client-id-misspelt\n').replace(
            'name: orders',
            'name: orders #~ client-id-missing',
          ) + examplePods(),
      },
    },
    {
      title: 'A label instead of an annotation',
      files: {
        'account.yaml': account(
          `  labels:\n    app: orders\n    azure.workload.identity/client-id: ${id} #~ client-id-misspelt\n  annotations:\n    team: orders\n`,
        ),
      },
    },
  ],
  good: [
    {
      title: 'The right key is there as well',
      files: {
        'account.yaml': account(
          `  labels:\n    azure.workload.identity/client-id: ${id}\n  annotations:\n    azure.workload.identity/client_id: ${id}\n    azure.workload.identity/client-id: ${id}\n`,
        ),
      },
    },
    {
      title: 'Nearly a key that is read from pods only',
      files: {
        'account.yaml': account(
          `  labels:\n    azure.workload.identity/used: "true"\n  annotations:\n    azure.workload.identity/client-id: ${id}\n    azure.workload.identity/skip-container: orders\n`,
        ),
      },
    },
    {
      title: 'Exactly so',
      files: { 'account.yaml': account(`  annotations:\n    azure.workload.identity/client-id: ${id}\n`) },
    },
    {
      title: 'Keys of other systems',
      files: {
        'account.yaml': account(
          '  annotations:\n    iam.gke.io/gcp-service-account: orders@example.iam.gserviceaccount.com\n    eks.amazonaws.com/role-arn: arn:aws:iam::123456789012:role/orders\n',
        ),
      },
    },
  ],
});
