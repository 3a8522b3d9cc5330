/** Rule: a key stands twice in one map, so that one of its values is lost. */
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'duplicate-key',
  title: 'A key stands twice',
  group: 'Reading',
  why: 'Of two equal keys in one map only the last one counts; kubectl says so at most in a warning. The other value looks wired and is not.',
  remedy: 'Keep one of the two.',
  severity: 'warning',
  sources: ['yaml.org specification 1.2.2, section 3.2.1.1', 'Kubernetes API concepts, field validation'],
  *checkRepository(repository) {
    for (const problem of repository.problems) {
      if (problem.kind === 'duplicate-key' && problem.manifestLike)
        yield { at: problem.spot, message: problem.message };
    }
  },
});

export const examples = defineExamples({
  bad: [
    {
      title: 'Two annotations maps',
      files: {
        'account.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
  annotations: #~ duplicate-key
    team: orders
`,
      },
    },
  ],
  good: [
    {
      title: 'No manifest',
      files: { 'values.yaml': 'env:\n  AZURE_CLIENT_ID: a\n  AZURE_CLIENT_ID: b\n' },
    },
    {
      title: 'The same key in two maps',
      files: {
        'account.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  labels: {team: orders}
  annotations:
    team: orders
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`,
      },
    },
  ],
});
