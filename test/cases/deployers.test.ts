/** Repositories that Flux, Helm or Kustomize fill in and deploy. */
import { describe } from 'vitest';
import { account, clientId, fluxKustomization, judgeCases, otherId, pods, use, variable } from './case.ts';

const release = (name: string, chart: string, values: string) => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: ${name}
  namespace: ${name}
spec:
  chart: {spec: {chart: ${chart}, sourceRef: {kind: HelmRepository, name: upstream}}}
  values:
${values}
`;
const chart = {
  'charts/jobs/Chart.yaml': 'apiVersion: v2\nname: jobs\nversion: 1.0.0\n',
  'charts/jobs/values.yaml': 'identity:\n  on: false\n  clientId: ""\n',
};

describe('D1-D7: Flux', () => {
  judgeCases([
    {
      title: 'D1: a substitution is closed one letter early, in a label that nothing reads any more',
      files: {
        'apps/base/account.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${variable('NAMESPACE')}
  namespace: ${variable('NAMESPACE')}
  annotations:
    azure.workload.identity/client-id: ${variable('CLIENT_ID')}
  labels:
    azure.workload.identity/use: "${variable('WITH_IDENTITY:fals')}e"
`,
      },
      found: [
        'note service-account-label-ignored apps/base/account.yaml:9',
        'note substitution-broken apps/base/account.yaml:9',
      ],
    },
    {
      title: 'D2: account and credential of the operator are the same symbols',
      files: {
        'apps/base/kustomization.yaml': 'resources: [account.yaml, credential.yaml]\n',
        'apps/base/account.yaml': account(variable('NAMESPACE'), variable('NAMESPACE'), variable('CLIENT_ID')),
        'apps/base/credential.yaml': `apiVersion: managedidentity.azure.com/v1api20230131
kind: FederatedIdentityCredential
metadata: {name: fic, namespace: "${variable('NAMESPACE')}"}
spec:
  owner: {name: "${variable('NAMESPACE')}"}
  audiences: ["api://AzureADTokenExchange"]
  issuer: ${variable('ISSUER_URL')}
  subject: system:serviceaccount:${variable('NAMESPACE')}:${variable('NAMESPACE')}
`,
      },
      found: [],
    },
    {
      title: 'D3: a ScaledJob without account and label asks for nothing',
      files: {
        'apps/agent/job.yaml': `apiVersion: keda.sh/v1alpha1
kind: ScaledJob
metadata: {name: agent, namespace: agents}
spec:
  jobTargetRef:
    template:
      spec:
        containers:
          - name: agent
            image: registry.example.com/agent:1
            env: [{name: AZP_URL, value: "https://dev.azure.com/contoso"}]
`,
      },
      found: [],
    },
    {
      title: 'D4: accounts of one name in three namespaces that a controller borrows',
      files: {
        'stores/kustomization.yaml': 'resources: [accounts.yaml, store.yaml]\n',
        'stores/accounts.yaml': ['monitor', 'ingress', 'flux-system']
          .map((one) => account('vault-reader', one, variable('ID')))
          .join(''),
        'stores/store.yaml': ['monitor', 'ingress', 'flux-system']
          .map(
            (one) => `apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: {name: vault, namespace: ${one}}
spec:
  provider:
    azurekv:
      authType: WorkloadIdentity
      vaultUrl: https://shop.vault.azure.net
      serviceAccountRef: {name: vault-reader}
---
`,
          )
          .join(''),
      },
      found: [],
    },
    {
      title: 'three accounts of one name in one file, each fault on its own line',
      files: {
        'stores/kustomization.yaml': 'resources: [accounts.yaml]\n',
        'stores/accounts.yaml': account('reader', 'a', 'TBA') + account('reader', 'b') + account('reader', 'c', 'TBA'),
      },
      found: [
        'error client-id-not-a-guid stores/accounts.yaml:7',
        'error client-id-not-a-guid stores/accounts.yaml:23',
      ],
    },
    {
      title: 'D5: the client id of cert-manager is in its issuer',
      files: {
        'apps/cert-manager.yaml': release(
          'cert-manager',
          'cert-manager',
          `    podLabels:\n      ${use}\n    serviceAccount:\n      create: true`,
        ),
        'apps/issuer.yaml': `apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata: {name: dns}
spec:
  acme:
    server: https://acme-v02.api.letsencrypt.org/directory
    privateKeySecretRef: {name: acme}
    solvers:
      - dns01:
          azureDNS:
            resourceGroupName: dns
            subscriptionID: ${otherId}
            hostedZoneName: example.com
            managedIdentity: {clientID: ${clientId}}
`,
      },
      found: [],
    },
    {
      title: 'D6: KEDA takes an identity per trigger',
      files: { 'apps/keda.yaml': release('keda', 'keda', `    podLabels:\n      keda:\n        ${use}`) },
      found: [],
    },
    {
      title: 'D7: label and client id come with the values of Flux, the GUID with the cluster',
      files: {
        ...chart,
        'charts/jobs/templates/all.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: cost
  annotations:
    azure.workload.identity/client-id: {{ .Values.identity.clientId | quote }}
---
apiVersion: batch/v1
kind: CronJob
metadata: {name: cost}
spec:
  schedule: "0 1 * * *"
  jobTemplate:
    spec:
      template:
        metadata:
          labels:
            {{- toYaml .Values.identity.labels | nindent 12 }}
        spec:
          serviceAccountName: cost
          restartPolicy: Never
          containers:
            - {name: cost, image: "registry.example.com/cost:1"}
`,
        'clusters/dev/apps.yaml': fluxKustomization(
          'apps',
          './apps',
          `  postBuild: {substitute: {COST_ID: ${clientId}}}\n`,
        ),
        'apps/release.yaml': `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: cost, namespace: cost}
spec:
  chart: {spec: {chart: ./charts/jobs, sourceRef: {kind: GitRepository, name: flux-system}}}
  values:
    identity:
      clientId: ${variable('COST_ID')}
      labels: {${use}}
`,
      },
      found: [],
    },
  ]);
});

describe('what Flux leaves empty', () => {
  const apps = (id: string, annotation = '') => ({
    'apps/account.yaml': account('orders', 'shop', id).replace('  annotations:\n', `  annotations:\n${annotation}`),
    'apps/pods.yaml': pods('orders', 'shop', use, 'serviceAccountName: orders'),
  });
  const substitute = '  postBuild: {substitute: {REGION: weu}}\n';
  judgeCases([
    {
      title: 'a client id that no substitution gives',
      files: {
        'clusters/dev/apps.yaml': fluxKustomization('apps', './apps', substitute),
        ...apps(variable('ORDERS_ID')),
      },
      found: ['error client-id-not-a-guid apps/account.yaml:7'],
    },
    {
      title: 'the same in a folder with a kustomization',
      files: {
        'clusters/dev/apps.yaml': fluxKustomization('apps', './apps', substitute),
        'apps/kustomization.yaml': 'resources: [account.yaml, pods.yaml]\n',
        ...apps(variable('ORDERS_ID')),
      },
      found: ['error client-id-not-a-guid apps/account.yaml:7'],
    },
    {
      title: 'a value may be in what only the cluster holds',
      files: {
        'clusters/dev/apps.yaml': fluxKustomization(
          'apps',
          './apps',
          '  postBuild: {substituteFrom: [{kind: ConfigMap, name: of-terraform}]}\n',
        ),
        ...apps(variable('ORDERS_ID:-not-yet')),
      },
      found: [],
    },
    {
      title: 'nothing is filled in where nothing is substituted',
      files: { 'clusters/dev/apps.yaml': fluxKustomization('apps', './apps'), ...apps(variable('ORDERS_ID')) },
      found: [],
    },
    {
      title: 'a default counts when all values are known',
      files: {
        'clusters/dev/apps.yaml': fluxKustomization('apps', './apps', substitute),
        ...apps(variable('ORDERS_ID:-not-yet')),
      },
      found: ['error client-id-not-a-guid apps/account.yaml:7'],
    },
    {
      title: 'an object that keeps its variables',
      files: {
        'clusters/dev/apps.yaml': fluxKustomization('apps', './apps', '  postBuild: {substitute: {ORDERS_ID: x}}\n'),
        ...apps(variable('ORDERS_ID'), '    kustomize.toolkit.fluxcd.io/substitute: disabled\n'),
      },
      found: ['error client-id-not-a-guid apps/account.yaml:8'],
    },
  ]);
});

describe('values that are patched into a release', () => {
  const local = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: cost, namespace: cost}
spec:
  chart: {spec: {chart: ./charts/jobs, sourceRef: {kind: GitRepository, name: flux-system}}}
  values:
    identity: {on: true, clientId: TBA}
`;
  const files = (patches: string) => ({
    ...chart,
    'charts/jobs/templates/account.yaml': `{{- if .Values.identity.on }}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: cost
  annotations:
    azure.workload.identity/client-id: {{ .Values.identity.clientId | quote }}
{{- end }}
`,
    'clusters/dev/apps.yaml': fluxKustomization('apps', './apps', patches),
    'apps/release.yaml': local,
  });
  const values = (id: string) =>
    `  patches:\n    - patch: |\n        apiVersion: helm.toolkit.fluxcd.io/v2\n        kind: HelmRelease\n        metadata: {name: cost}\n        spec: {values: {identity: {clientId: ${id}}}}\n`;
  judgeCases([
    { title: 'none', files: files(''), found: ['error client-id-not-a-guid apps/release.yaml:7'] },
    { title: 'a right one over a wrong one', files: files(values(clientId)), found: [] },
    {
      title: 'a wrong one, on its own line',
      files: files(values('CHANGEME')),
      found: ['error client-id-not-a-guid clusters/dev/apps.yaml:14'],
    },
  ]);
});

describe('D8-D9, D11, D17, D28, D33-D34: templates', () => {
  judgeCases([
    {
      title: 'D11, D28: label and account under a condition, with the old spelling of the account',
      files: {
        'chart/Chart.yaml': 'apiVersion: v2\nname: store\nversion: 1.0.0\n',
        'chart/values.yaml': 'useIdentity: false\nclientId: ""\n',
        'chart/templates/all.yaml': `{{- if .Values.useIdentity }}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: store
  annotations:
    azure.workload.identity/client-id: {{ .Values.clientId | quote }}
{{- end }}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: store}
spec:
  selector: {matchLabels: {app: store}}
  template:
    metadata:
      labels:
        app: store
        {{- if .Values.useIdentity }}
        azure.workload.identity/use: "true"
        {{- end }}
    spec:
      {{- if .Values.useIdentity }}
      serviceAccount: store
      {{- end }}
      containers: [{name: store, image: "registry.example.com/store:1"}]
`,
      },
      found: [],
    },
    {
      title: 'the old spelling of the account counts',
      files: {
        'all.yaml': account('store', 'shop') + pods('store', 'shop', use, 'serviceAccount: store'),
      },
      found: [],
    },
    {
      title: 'D17: all values are empty until somebody gives them',
      files: {
        'charts/delivery/Chart.yaml': 'apiVersion: v2\nname: delivery\nversion: 1.0.0\n',
        'charts/delivery/values.yaml': 'identity:\n  clientid:\n  tenant:\n',
        'charts/delivery/templates/account.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: delivery
  annotations:
    azure.workload.identity/client-id: {{ .Values.identity.clientid }}
`,
      },
      found: [],
    },
    {
      title: 'D33: pod labels, another map of labels, and the account of the server',
      files: {
        'chart/Chart.yaml': 'apiVersion: v2\nname: backup\nversion: 1.0.0\n',
        'chart/values.yaml': `podLabels: {}\nlabels: {}\nserviceAccount:\n  server:\n    create: true\n    annotations:\n`,
        'chart/templates/all.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: backup
  {{- with .Values.serviceAccount.server.annotations }}
  annotations: {{ toYaml . | nindent 4 }}
  {{- end }}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: backup
  labels: {{ toYaml .Values.labels | nindent 4 }}
spec:
  selector: {matchLabels: {app: backup}}
  template:
    metadata:
      labels:
        app: backup
        {{- with .Values.podLabels }}{{ toYaml . | nindent 8 }}{{ end }}
    spec:
      serviceAccountName: backup
      containers: [{name: backup, image: "registry.example.com/backup:1"}]
`,
        'release.yaml': release(
          'velero',
          'velero',
          `    labels:\n      ${use}\n    serviceAccount:\n      server:\n        annotations:\n          azure.workload.identity/client-id: ${clientId}`,
        ),
      },
      found: ['error pod-label-misplaced release.yaml:10'],
    },
    {
      title: 'D34: a helper prints the label without quotes',
      files: {
        'chart/Chart.yaml': 'apiVersion: v2\nname: query\nversion: 1.0.0\n',
        'chart/templates/_helpers.tpl':
          '{{- define "query.identity" -}}\n{{- print "azure.workload.identity/use: true" -}}\n{{- end -}}\n',
        'chart/templates/pods.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: {name: query}
spec:
  selector: {matchLabels: {app: query}}
  template:
    metadata:
      labels:
        app: query
        {{- include "query.identity" . | nindent 8 }}
    spec:
      serviceAccountName: query
      containers: [{name: query, image: "registry.example.com/query:1"}]
`,
      },
      found: ['error metadata-value-not-string chart/templates/_helpers.tpl:2'],
    },
  ]);
});

describe('D12, D14-D15, D19-D22, D30-D31, D35: manifests and kustomize', () => {
  judgeCases([
    {
      title: 'D12: a hook of azd annotates the account',
      files: {
        'kustomize/base/kustomization.yaml': 'resources: [all.yaml]\n',
        'kustomize/base/all.yaml':
          account('orders', 'shop', '') + pods('orders', 'shop', use, 'serviceAccountName: orders'),
        'azure.yaml': `name: store
services:
  orders:
    host: aks
    hooks:
      predeploy:
        shell: sh
        run: cd kustomize/base && kustomize edit add annotation azure.workload.identity/client-id:$\{CLIENT_ID}
`,
      },
      found: ['note client-id-missing kustomize/base/all.yaml:4'],
    },
    {
      title: 'D14: the label is off on purpose and the account a comment',
      files: {
        'auth.yaml': pods('auth', 'shop', 'azure.workload.identity/use: "false"', '# serviceAccountName: auth'),
      },
      found: [],
    },
    {
      title: 'D15: angle brackets that the instructions replace',
      files: {
        'account.yaml': account('store', 'shop', '<client-id>'),
        'README.md': 'Run `sed -i "s/<client-id>/$ID/" account.yaml`.\n',
      },
      found: [],
    },
    {
      title: 'words that a script replaces',
      files: {
        'account.yaml':
          account('the-account', 'shop', 'put-client-here') +
          pods('store', 'shop', use, 'serviceAccountName: the-account'),
        'deploy.sh': '#!/bin/sh\nsed -i -e "s/put-client-here/$ID/" -e "s/the-account/$NAME/" account.yaml\n',
      },
      found: [],
    },
    {
      title: 'D19: the label is in the selector',
      files: {
        'all.yaml': `${account('todo', 'shop')}apiVersion: apps/v1
kind: Deployment
metadata: {name: todo, namespace: shop}
spec:
  selector:
    matchLabels:
      ${use}
  template:
    metadata:
      labels:
        ${use}
    spec:
      serviceAccountName: todo
      containers: [{name: todo, image: "registry.example.com/todo:1"}]
`,
      },
      found: ['note selector-holds-identity-label all.yaml:15'],
    },
    {
      title: 'D20-D21: partial patches with a number that the build quotes',
      files: {
        'sync/kustomization.yaml': 'resources: [components.yaml]\npatches: [{path: account.yaml}, {path: pods.yaml}]\n',
        'sync/components.yaml':
          account('controller', 'flux-system', '') +
          pods('controller', 'flux-system', '', 'serviceAccountName: controller'),
        'sync/account.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: controller
  namespace: flux-system
  annotations:
    azure.workload.identity/client-id: ${clientId}
    azure.workload.identity/service-account-token-expiration: 3600
`,
        'sync/pods.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: {name: controller, namespace: flux-system}
spec: {template: {metadata: {labels: {${use}}}}}
`,
      },
      found: [],
    },
    {
      title: 'the same number in an object that nothing builds',
      files: {
        'account.yaml': account('controller', 'shop').replace(
          '---\n',
          '    azure.workload.identity/service-account-token-expiration: 3600\n',
        ),
      },
      found: ['error metadata-value-not-string account.yaml:8'],
    },
    {
      title: 'D22: a Secret that SOPS encrypted',
      files: {
        'secret.yaml': `apiVersion: v1
kind: Secret
metadata: {name: sql, namespace: shop}
stringData:
  AZURE_CLIENT_SECRET: ENC[AES256_GCM,data:q1,iv:q2,tag:q3,type:str]
sops:
  azure_kv:
    - {vault_url: "https://shop.vault.azure.net", name: sops}
  version: 3.9.0
`,
      },
      found: [],
    },
    {
      title: 'D29-D30: the label in a webhook, the word in a schema',
      files: {
        'webhook.yaml': `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: workload-identity}
webhooks:
  - name: mutation.azure-workload-identity.io
    objectSelector: {matchLabels: {${use}}}
    clientConfig: {service: {name: webhook, namespace: kube-system}}
    admissionReviewVersions: [v1]
    sideEffects: None
`,
        'crd.yaml': `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: triggerauthentications.keda.sh}
spec:
  group: keda.sh
  names: {kind: TriggerAuthentication, plural: triggerauthentications}
  scope: Namespaced
  versions:
    - name: v1alpha1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties: {provider: {type: string, enum: [azure-workload, none]}}
`,
      },
      found: [],
    },
    {
      title: 'D31, D35: the retired mode of Azure, and the same words of another provider',
      files: {
        'azure.yaml': `apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
metadata: {name: vault, namespace: shop}
spec:
  provider: azure
  parameters:
    usePodIdentity: "true"
    keyvaultName: shop
    tenantId: ${otherId}
    objects: |
      array:
        - |
          objectName: password
          objectType: secret
`,
        'amazon.yaml': `apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
metadata: {name: vault, namespace: other}
spec:
  provider: aws
  parameters:
    usePodIdentity: "true"
    objects: |
      - objectName: password
        objectType: secretsmanager
`,
      },
      found: ['error secret-class-pod-identity azure.yaml:7'],
    },
  ]);
});
