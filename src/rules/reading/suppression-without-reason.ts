/** Rule: a finding is silenced without saying why. */
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'suppression-without-reason',
  title: 'A suppression gives no reason',
  group: 'Reading',
  why: 'Whoever reads the file next cannot tell whether the silence still holds.',
  remedy: 'Write the reason after the rule: `# idwire-ignore: rule-id why it is right here`.',
  severity: 'note',
  sources: ['docs/rules/README.md'],
});

export const examples = defineExamples({
  bad: [
    {
      title: 'No reason',
      files: {
        'account.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: TBA # idwire-ignore: client-id-not-a-guid #~ suppression-without-reason
`,
      },
    },
  ],
  good: [
    {
      title: 'With a reason',
      files: {
        'account.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    # idwire-ignore: client-id-not-a-guid the release tool fills it in
    azure.workload.identity/client-id: TBA
`,
      },
    },
  ],
});
