/** The traps that real repositories hold, the commonest first, and faults that people asked about in public. */
import { describe } from 'vitest';
import { account, clientId, judgeCases, otherId, pods, use, variable } from './case.ts';

const wired = (id = clientId) =>
  account('orders', 'shop', id) + pods('orders', 'shop', use, 'serviceAccountName: orders');
const chart = (templates: Readonly<Record<string, string>>, values = '') => ({
  'chart/Chart.yaml': 'apiVersion: v2\nname: store\nversion: 1.0.0\n',
  'chart/values.yaml': values,
  ...Object.fromEntries(Object.entries(templates).map(([name, text]) => [`chart/templates/${name}`, text])),
});

describe('1: values that are not there yet', () => {
  judgeCases(
    [
      variable('ID'),
      variable('ID:-none'),
      variable('ID:=none'),
      '$ID',
      '$(ID)',
      '"#{ID}#"',
      '__ID__',
      '<id>',
      '"{{ .Values.id }}"',
      "'{{metadata.annotations.id}}'",
      'REPLACE_ME_ID',
      '# filled in by the pipeline',
      'CLIENT_ID_HERE',
      'ENC[AES256_GCM,data:q1]',
    ].map((id) => ({
      title: id,
      files: { 'all.yaml': wired(id) },
      found: [],
    })),
  );
  judgeCases(
    ['TBA', 'CHANGEME', '"00000000-0000-0000-0000-000000000000"'].map((id) => ({
      title: `${id} is no placeholder`,
      files: { 'all.yaml': wired(id) },
      found: ['error client-id-not-a-guid all.yaml:7'],
    })),
  );
});

describe('2-8: objects that are somewhere else', () => {
  const overlay = (id: string, name: string) => ({
    [`overlays/${name}/kustomization.yaml`]:
      'resources: [../../base]\npatches: [{path: account.yaml}, {path: list.yaml, target: {kind: Deployment}}]\n',
    [`overlays/${name}/account.yaml`]: `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: orders\n  namespace: shop\n  annotations:\n    azure.workload.identity/client-id: ${id}\n`,
    [`overlays/${name}/list.yaml`]: '- {op: replace, path: /spec/template/spec/serviceAccountName, value: orders}\n',
  });
  judgeCases([
    {
      title: '2, 8: patches are parts, and a wrong base is right in every overlay',
      files: {
        'base/kustomization.yaml': 'resources: [all.yaml]\n',
        'base/all.yaml': wired('TBA'),
        ...overlay(clientId, 'east'),
        ...overlay(otherId, 'west'),
      },
      found: [],
    },
    {
      title: '3: an account that nobody declares here is a note',
      files: { 'all.yaml': pods('orders', 'shop', use, 'serviceAccountName: orders') },
      found: ['note service-account-missing all.yaml:14'],
    },
    {
      title: '3: an operator makes the account',
      files: {
        'all.yaml': `${pods('orders', 'shop', use, 'serviceAccountName: orders')}apiVersion: application.dis.altinn.cloud/v1alpha1\nkind: ApplicationIdentity\nmetadata: {name: orders, namespace: shop}\n`,
      },
      found: [],
    },
    {
      title: '3: azwi makes the account',
      files: {
        'all.yaml': pods('orders', 'shop', use, 'serviceAccountName: orders'),
        'deploy.sh':
          'azwi serviceaccount create phase sa --service-account-name orders --service-account-namespace shop\n',
      },
      found: [],
    },
    {
      title: '4: the client id is in the configuration of the application',
      files: {
        'all.yaml':
          account('orders', 'shop', '') +
          pods('orders', 'shop', use, 'serviceAccountName: orders').replace(
            /( +)image: .*\n/,
            `$&$1env: [{name: AZURE_CLIENT_ID, value: ${clientId}}]\n`,
          ),
      },
      found: [],
    },
    {
      title: '5: pods that only mount a class need neither label nor annotation',
      files: {
        'all.yaml': `${account('orders', 'shop', '')}${pods('orders', 'shop', '', 'serviceAccountName: orders', 'volumes:', '  - name: vault', '    csi: {driver: secrets-store.csi.k8s.io, readOnly: true, volumeAttributes: {secretProviderClass: vault}}')}apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
metadata: {name: vault, namespace: shop}
spec:
  provider: azure
  parameters:
    clientID: ${clientId}
    keyvaultName: shop
    tenantId: ${otherId}
    objects: |
      array:
        - |
          objectName: password
          objectType: secret
`,
      },
      found: [],
    },
    {
      title: '6: an account without pods, used by the objects of controllers',
      files: {
        'all.yaml': `${account('orders', 'shop')}apiVersion: keda.sh/v1alpha1\nkind: TriggerAuthentication\nmetadata: {name: queue, namespace: shop}\nspec:\n  podIdentity: {provider: azure-workload}\n---\napiVersion: azconfig.io/v1\nkind: AzureAppConfigurationProvider\nmetadata: {name: settings, namespace: shop}\nspec:\n  endpoint: https://shop.azconfig.io\n  auth: {workloadIdentity: {serviceAccountName: orders}}\n`,
      },
      found: [],
    },
    {
      title: '7: a second copy that nothing applies',
      files: { 'k8s/all.yaml': wired(), 'old/pods.yaml': pods('orders', 'shop', '', 'serviceAccountName: before') },
      found: [],
    },
  ]);
});

describe('9-13: spelling and shape', () => {
  judgeCases([
    {
      title: '9: a boolean label in a resource stays one',
      files: {
        'app/kustomization.yaml': 'resources: [all.yaml]\n',
        'app/all.yaml': wired().replace(use, 'azure.workload.identity/use: true'),
      },
      found: ['error metadata-value-not-string app/all.yaml:20'],
    },
    {
      title: '9: what Helm takes from the values as it is written there',
      files: chart(
        {
          'all.yaml': `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: store\n  annotations:\n    {{- toYaml .Values.account | nindent 4 }}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: store}\nspec:\n  selector: {matchLabels: {app: store}}\n  template:\n    metadata:\n      labels:\n        app: store\n        {{- toYaml .Values.podLabels | nindent 8 }}\n    spec:\n      serviceAccountName: store\n      containers: [{name: store, image: "registry.example.com/store:1"}]\n`,
        },
        `account:\n  azure.workload.identity/client-id: ${clientId}\npodLabels:\n  azure.workload.identity/use: true\n`,
      ),
      found: ['error metadata-value-not-string chart/values.yaml:4'],
    },
    {
      title: '10: pod templates in odd places',
      files: {
        'all.yaml': `${account('orders', 'shop')}${[
          `apiVersion: keda.sh/v1alpha1\nkind: ScaledJob\nmetadata: {name: job, namespace: shop}\nspec:\n  jobTargetRef:\n    template:\n      metadata: {labels: {${use}}}\n      spec: {serviceAccountName: orders, containers: [{name: a, image: "registry.example.com/a:1"}]}\n`,
          `apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {name: flow, namespace: shop}\nspec:\n  serviceAccountName: orders\n  podMetadata: {labels: {${use}}}\n  entrypoint: main\n  templates: [{name: main, container: {image: "registry.example.com/a:1"}}]\n`,
          `apiVersion: sparkoperator.k8s.io/v1beta2\nkind: SparkApplication\nmetadata: {name: spark, namespace: shop}\nspec:\n  driver: {serviceAccount: orders, labels: {${use}}}\n  executor: {serviceAccount: orders, labels: {${use}}}\n`,
          `apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec:\n  template:\n    metadata: {labels: {${use}}}\n    spec: {serviceAccountName: orders, containers: [{image: "registry.example.com/a:1"}]}\n`,
        ].join('---\n')}`,
      },
      found: [],
    },
    {
      title: '11: the older key of the account',
      files: { 'all.yaml': wired().replace('serviceAccountName', 'serviceAccount') },
      found: [],
    },
    {
      title: '12: off on purpose, and an old label on the account',
      files: {
        'all.yaml':
          account('orders', 'shop').replace('  annotations', `  labels:\n    ${use}\n  annotations`) +
          pods('orders', 'shop', 'azure.workload.identity/use: "false"', 'serviceAccountName: orders'),
      },
      found: ['note service-account-label-ignored all.yaml:7'],
    },
    {
      title: '13: an argument that is no placeholder of a deployment',
      files: { 'all.yaml': wired().replace(/( +)image: .*\n/, '$&$1args: ["--client=$(AZURE_CLIENT_ID)"]\n') },
      found: [],
    },
  ]);
});

describe('14-16: policy, what Azure manages, and what is hard to read', () => {
  judgeCases([
    {
      title: '14: many accounts on one identity',
      files: { 'all.yaml': account('orders', 'shop') + account('invoices', 'shop') + account('orders', 'stock') },
      found: [],
    },
    {
      title: '15: accounts of add-ons',
      files: { 'all.yaml': pods('monitor', 'kube-system', use, 'serviceAccountName: ama-metrics') },
      found: [],
    },
    { title: '16: CR LF', files: { 'all.yaml': wired().replaceAll('\n', '\r\n') }, found: [] },
    {
      title: '16: a list in JSON',
      files: {
        'all.json': `{"apiVersion": "v1", "kind": "List", "items": [
  {"apiVersion": "v1", "kind": "ServiceAccount",
   "metadata": {"name": "orders", "namespace": "shop", "annotations": {
     "azure.workload.identity/client-id": "id-orders"}}}]}
`,
      },
      found: ['error client-id-not-a-guid all.json:4'],
    },
    {
      title: '16: two patches on one object',
      files: {
        'app/kustomization.yaml': 'resources: [all.yaml]\npatches: [{path: a.yaml}, {path: b.yaml}]\n',
        'app/all.yaml': account('orders', 'shop', '') + pods('orders', 'shop', '', 'serviceAccountName: orders'),
        'app/a.yaml': `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: orders\n  namespace: shop\n  annotations:\n    azure.workload.identity/tenant-id: none\n`,
        'app/b.yaml': `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: orders\n  namespace: shop\n  annotations:\n    azure.workload.identity/client-id: TBA\n`,
      },
      found: [
        'error tenant-id-not-a-guid app/a.yaml:7',
        'warning pod-label-missing app/all.yaml:16',
        'error client-id-not-a-guid app/b.yaml:7',
      ],
    },
  ]);
});

describe('from threads', () => {
  judgeCases([
    {
      title: 'azure-workload-identity 691: the job runs as an account without identity',
      files: {
        'all.yaml':
          account('orders', 'shop') + account('job', 'shop', '') + pods('job', 'shop', use, 'serviceAccountName: job'),
      },
      found: ['warning client-id-missing all.yaml:12'],
    },
    {
      title: 'azure-workload-identity 449: the account is in another namespace',
      files: {
        'all.yaml': account('orders', 'identities') + pods('orders', 'shop', use, 'serviceAccountName: orders'),
      },
      found: ['error service-account-wrong-namespace all.yaml:22'],
    },
    {
      title: 'azure-workload-identity 1210: false injects the sidecar all the same',
      files: {
        'all.yaml': wired().replace(
          '      labels:\n',
          '      annotations:\n        azure.workload.identity/inject-proxy-sidecar: "false"\n      labels:\n',
        ),
      },
      found: ['warning proxy-sidecar-always-on all.yaml:19'],
    },
    {
      title: 'external-dns 5199: the client id is on the pods',
      files: {
        'all.yaml':
          account('orders', 'shop', '') +
          pods('orders', 'shop', use, 'serviceAccountName: orders').replace(
            '      labels:\n',
            `      annotations:\n        azure.workload.identity/client-id: ${clientId}\n      labels:\n`,
          ),
      },
      found: ['warning client-id-misplaced all.yaml:17'],
    },
    {
      title: 'cert-manager 1609: labels on the account, and no annotation',
      files: { 'all.yaml': account('orders', 'shop', '').replace('---', `  labels:\n    ${use}\n---`) },
      found: ['note service-account-label-ignored all.yaml:7'],
    },
    {
      title: 'cnp-flux-config 33457: the label is on the Deployment',
      files: {
        'all.yaml':
          account('orders', 'shop') +
          pods('orders', 'shop', '', 'serviceAccountName: orders').replace(
            '  namespace: shop\nspec',
            `  namespace: shop\n  labels:\n    ${use}\nspec`,
          ),
      },
      found: ['error pod-label-misplaced all.yaml:15'],
    },
    {
      title: 'azure-service-operator-samples 53: the label is missing',
      files: { 'all.yaml': account('orders', 'shop') + pods('orders', 'shop', '', 'serviceAccountName: orders') },
      found: ['warning pod-label-missing all.yaml:18'],
    },
  ]);
});
