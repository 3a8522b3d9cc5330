/** Rule: a document that can matter is not valid YAML. */
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'syntax-error',
  title: 'The file is not valid YAML',
  group: 'Reading',
  why: 'Neither kubectl nor Idwire can read the document, so nothing in it was checked.',
  remedy:
    'Mend the line; if the file is the input of a template engine, give it another ending or ignore it in idwire.yaml.',
  severity: 'error',
  sources: ['yaml.org specification 1.2.2'],
  *checkRepository(repository) {
    for (const problem of repository.problems) {
      if (problem.kind !== 'syntax') continue;
      yield {
        at: problem.spot,
        message: problem.message,
        ...(problem.manifestLike ? {} : { severity: 'note' as const, confidence: 'medium' as const }),
      };
    }
  },
});

export const examples = defineExamples({
  bad: [
    {
      title: 'A lost indent',
      severity: 'error',
      files: {
        'account.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
   team: orders #~ syntax-error
`,
      },
    },
    {
      title: 'A lost indent in what may be no manifest',
      severity: 'note',
      files: { 'values.yaml': 'environment:\n  AZURE_CLIENT_ID: a\n tag: b #~ syntax-error\n' },
    },
  ],
  good: [
    {
      title: 'The input of a template engine',
      files: {
        'account.yaml': `{{- if .Values.identity }}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  annotations:
    azure.workload.identity/client-id: {{ .Values.identity.clientId }}
{{- end }}
`,
      },
    },
  ],
});
