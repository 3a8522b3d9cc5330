/** Rule: a file is larger or deeper than is read, so that it was not checked. */
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'limit-exceeded',
  title: 'A file exceeds a limit and was not checked',
  group: 'Reading',
  why: 'Repository text is not trusted: file size, number of documents, depth and alias expansion are bounded, and what lies beyond a bound is not checked. That must be said rather than passed over.',
  remedy: 'Split the file, or ignore it in idwire.yaml when it holds no wiring.',
  severity: 'warning',
  sources: ['docs/architecture.md (bounds)'],
  *checkRepository(repository) {
    for (const problem of repository.problems) {
      if (problem.kind === 'limit') yield { at: problem.spot, message: problem.message };
    }
  },
});

const level = (depth: number) =>
  `  l${depth}: &l${depth} [${Array(9)
    .fill(`*l${depth - 1}`)
    .join(', ')}]\n`;

export const examples = defineExamples({
  bad: [
    {
      title: 'Aliases that expand without end',
      files: {
        'bomb.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
bomb:
  l0: &l0 [a, b, c, d, e, f, g, h, i]
${[1, 2, 3, 4].map(level).join('')}${level(5).trimEnd()} #~ limit-exceeded
${level(6)}`,
      },
    },
  ],
  good: [
    {
      title: 'Anchors as people use them',
      files: {
        'accounts.yaml': `apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: ServiceAccount
    metadata:
      name: orders
      namespace: shop
      annotations: &identity
        azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
  - apiVersion: v1
    kind: ServiceAccount
    metadata: {name: invoices, namespace: shop, annotations: *identity}
`,
      },
    },
  ],
});
