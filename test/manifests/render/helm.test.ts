/** Charts are judged with the values they are given, and findings are on the value that feeds the spot. */
import { describe, expect, test } from 'vitest';
import { realTools } from '../../../scripts/real-tools.ts';
import { fixedLine, reportOf, spotted } from './rendered-check.ts';

const { helm3, helm4 } = await realTools();
const guid = '11111111-1111-4111-8111-111111111111';

const chart = {
  'charts/app/Chart.yaml': 'apiVersion: v2\nname: shop-app\nversion: 0.1.0\n',
  'charts/app/values.yaml': 'serviceAccount:\n  name: orders\n  annotations: {}\npodLabels: {}\n',
  'charts/app/templates/_helpers.tpl': `{{- define "app.account" -}}
{{ .Values.serviceAccount.name | default "orders" }}
{{- end }}
`,
  'charts/app/templates/account.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ include "app.account" . }}
  namespace: {{ .Release.Namespace }}
  {{- with .Values.serviceAccount.annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
`,
  'charts/app/templates/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}-orders
spec:
  selector:
    matchLabels:
      app: orders
  template:
    metadata:
      labels:
        app: orders
        {{- with .Values.podLabels }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec:
      serviceAccountName: {{ include "app.account" . }}
      containers:
        - name: orders
          image: orders:1
`,
};
const values = (annotation: string, label: string, clientId = guid) =>
  `serviceAccount:\n  annotations:\n    azure.workload.identity/${annotation}: ${clientId}\npodLabels:\n  azure.workload.identity/use: ${label}\n`;

describe.each([
  ['helm 3', helm3],
  ['helm 4', helm4],
])('%s', (_, helm) => {
  test('a chart whose values are right is right', async () => {
    const report = await reportOf({ ...chart, 'charts/app/values-prod.yaml': values('client-id', '"true"') }, { helm });
    expect(spotted(report.findings)).toEqual([]);
    expect(report.gaps).toEqual([]);
    expect(report.stats.rendered).toBe(1);
  });

  test('a misspelt annotation in a values file is on its line there, and is mended there', async () => {
    const files = { ...chart, 'charts/app/values-prod.yaml': values('client_id', '"true"') };
    const { findings } = await reportOf(files, { helm });
    expect(spotted(findings)).toEqual(['charts/app/values-prod.yaml:3 client-id-misspelt']);
    expect(findings[0]?.rendered).toEqual({ by: 'helm', root: 'charts/app' });
    expect(fixedLine(findings[0], files)).toBe(`    azure.workload.identity/client-id: ${guid}`);
  });

  test('a boolean label in the values is on its line, and the other environment is silent', async () => {
    const files = {
      ...chart,
      'charts/app/values-prod.yaml': values('client-id', 'true'),
      'charts/app/values.dev.yaml': values('client-id', '"true"', guid.replaceAll('1', '2')),
    };
    const { findings } = await reportOf(files, { helm });
    const lines = spotted(findings);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.map((line) => line.split(' ')[0])).toEqual(lines.map(() => 'charts/app/values-prod.yaml:5'));
  });

  test('a dependency on a neighbour is rendered with it', async () => {
    const files = {
      ...Object.fromEntries(
        Object.entries(chart).map(([path, text]) => [path.replace('charts/app', 'library/app'), text]),
      ),
      'library/app/values.yaml': 'serviceAccount: {name: orders, annotations: {}}\npodLabels: {}\n',
      'umbrella/Chart.yaml':
        'apiVersion: v2\nname: umbrella\nversion: 0.1.0\ndependencies:\n  - name: shop-app\n    version: 0.1.0\n    repository: file://../library/app\n',
      'umbrella/values.yaml': `shop-app:\n  serviceAccount:\n    annotations:\n      azure.workload.identity/client-id: ${guid}\n  podLabels:\n    azure.workload.identity/use: "yes"\n`,
    };
    const report = await reportOf(files, { helm });
    expect(report.gaps).toEqual([]);
    expect(spotted(report.findings)).toEqual(['umbrella/values.yaml:6 pod-label-not-true']);
  });
});

test('a value that a template names is found through the template', async () => {
  const files = {
    ...chart,
    'charts/app/templates/account.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  annotations:
    azure.workload.identity/client-id: {{ .Values.identity.clientId | quote }}
`,
    'charts/app/values.yaml': `identity:\n  clientId: id-orders\nserviceAccount: {}\npodLabels:\n  azure.workload.identity/use: "true"\n`,
  };
  const { findings } = await reportOf(files, { helm: helm3 });
  expect(spotted(findings)).toEqual(['charts/app/values.yaml:2 client-id-not-a-guid']);
});

test('a literal of a template is on its line in the template, and is mended there', async () => {
  const files = {
    ...chart,
    'charts/app/templates/account.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  annotations:
    {{- if true }}
    azure.workload.identity/clientid: {{ .Values.clientId | quote }}
    {{- end }}
`,
    'charts/app/values.yaml': `clientId: ${guid}\nserviceAccount: {}\npodLabels:\n  azure.workload.identity/use: "true"\n`,
  };
  const { findings } = await reportOf(files, { helm: helm3 });
  expect(spotted(findings)).toEqual(['charts/app/templates/account.yaml:7 client-id-misspelt']);
  expect(fixedLine(findings[0], files)).toBe('    azure.workload.identity/client-id: {{ .Values.clientId | quote }}');
});

test('what is missing is at most a note when only a guess at the values says so', async () => {
  const files = {
    ...chart,
    'charts/app/values.yaml': `serviceAccount:\n  name: orders\n  annotations:\n    azure.workload.identity/client-id: ${guid}\npodLabels: {}\n`,
  };
  const report = await reportOf(files, { helm: helm3 });
  expect(report.stats.rendered).toBe(1);
  expect(report.counts).toMatchObject({ errors: 0, warnings: 0 });
});

test('a chart that no values render is one gap with what Helm says', async () => {
  const files = {
    ...chart,
    'charts/app/templates/deployment.yaml': `{{ required "image is needed" .Values.image }}\n`,
    'charts/app/values-prod.yaml': values('client-id', '"true"'),
  };
  const { gaps, findings } = await reportOf(files, { helm: helm3 });
  expect(findings).toEqual([]);
  expect(gaps).toHaveLength(1);
  expect(gaps[0]?.what).toBe('Helm chart charts/app (charts/app/values-prod.yaml)');
  expect(gaps[0]?.why).toContain('image is needed');
});
