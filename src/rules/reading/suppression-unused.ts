/** Rule: a suppression silences nothing. */
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'suppression-unused',
  title: 'A suppression silences nothing',
  group: 'Reading',
  why: 'The fault it once silenced is gone, or its rule is misspelt; left in place it would hide the next fault.',
  remedy: 'Remove it, or correct the rule it names.',
  severity: 'note',
  sources: ['docs/rules/README.md'],
});

export const examples = defineExamples({
  bad: [
    {
      title: 'The fault is gone',
      files: {
        'account.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    # idwire-ignore: client-id-not-a-guid the release tool fills it in #~ suppression-unused
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`,
      },
    },
  ],
  good: [
    {
      title: 'On the object',
      files: {
        'account.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    idwire.dev/ignore: "client-id-not-a-guid: the release tool fills it in"
    azure.workload.identity/client-id: TBA
`,
      },
    },
  ],
});
