/** Repositories whose credentials are declared in Terraform, Bicep or scripts, and pipelines that sign in. */
import { describe } from 'vitest';
import { account, clientId, judgeCases, otherId, pods, terraformCredential, use, variable } from './case.ts';

const githubIssuer = '"https://token.actions.githubusercontent.com"';
const workflow = (
  job: string,
  permissions = 'permissions: {id-token: write, contents: read}',
  on = 'on: {push: {branches: [main]}}',
) => `name: deploy
${on}
${permissions}
jobs:
  deploy:
    runs-on: ubuntu-latest
${job}    steps:
      - uses: azure/login@v2
        with:
          client-id: ${clientId}
          tenant-id: ${otherId}
          subscription-id: ${otherId}
`;
const origin = (url: string) => ({ '.git/config': `[remote "origin"]\n\turl = ${url}\n` });

describe('D8-D9, D13, D16, D18, D23-D27: declared credentials', () => {
  judgeCases([
    {
      title: 'D8: a template that Terraform fills in is no manifest',
      files: {
        'main.tf': `resource "kubectl_manifest" "account" {\n  yaml_body = templatefile("$\{path.module}/templates/account.yaml", { identity_id = azurerm_user_assigned_identity.shop.client_id })\n}\n`,
        'templates/account.yaml': account('reader', 'monitor', variable('identity_id')),
      },
      found: [],
    },
    {
      title: 'D9: four accounts times the issuers of all clusters, counted only in Azure',
      files: {
        'main.tf': `locals {
  subjects = toset(["system:serviceaccount:a:reader", "system:serviceaccount:b:reader", "system:serviceaccount:c:reader", "system:serviceaccount:d:reader"])
}
resource "azurerm_federated_identity_credential" "reader" {
  for_each  = { for pair in setproduct(local.subjects, var.issuers) : "$\{pair[0]}-$\{pair[1]}" => pair }
  name      = each.key
  parent_id = azurerm_user_assigned_identity.reader.id
  audience  = ["api://AzureADTokenExchange"]
  issuer    = each.value[1]
  subject   = each.value[0]
}
`,
      },
      found: [],
    },
    {
      title: 'D13: the namespace is a parameter, the name is the account',
      files: {
        'infra/main.tf': terraformCredential('orders', `system:serviceaccount:${variable('var.k8s_namespace')}:orders`),
        'infra/main.bicep': `param k8sNamespace string
param issuer string
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = { name: 'orders' }
resource credential 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31' = {
  parent: identity
  name: 'orders'
  properties: {
    audiences: ['api://AzureADTokenExchange']
    issuer: issuer
    subject: 'system:serviceaccount:$\{k8sNamespace}:orders'
  }
}
`,
        'k8s/all.yaml': account('orders', 'shop') + pods('orders', 'shop', use, 'serviceAccountName: orders'),
      },
      found: [],
    },
    {
      title: 'D16: of two declarations only one fits an account',
      files: {
        'k8s/account.yaml': account('store', 'simple', '<client-id>'),
        'README.md':
          '```sh\naz identity federated-credential create --name store --identity-name store --resource-group shop --issuer $ISSUER --subject system:serviceaccount:simple:store\n```\n',
        'deploy.ps1':
          '$issuer = az aks show -n shop -g shop --query oidcIssuerProfile.issuerUrl -o tsv\naz identity federated-credential create --name store --identity-name store --resource-group shop --issuer $issuer --subject system:serviceaccount:default:workload-identity-sa\n',
      },
      found: ['warning credential-subject-unmatched deploy.ps1:2'],
    },
    {
      title: 'D18: an account with dots in its name',
      files: {
        'README.md':
          '```sh\naz identity federated-credential create --name delivery --identity-name delivery --resource-group shop --issuer "$ISSUER" --subject system:serviceaccount:backend-dev:delivery-sa-v0.1.0\n```\n',
        'all.yaml': account('delivery-sa-v0.1.0', 'backend-dev'),
      },
      found: [],
    },
    {
      title: 'D23: a credential within a template in a block of text',
      files: {
        'apis/composition.yaml': `apiVersion: apiextensions.crossplane.io/v1
kind: Composition
metadata: {name: identity}
spec:
  mode: Pipeline
  pipeline:
    - step: render
      functionRef: {name: function-go-templating}
      input:
        apiVersion: gotemplating.fn.crossplane.io/v1beta1
        kind: GoTemplate
        source: Inline
        inline:
          template: |
            apiVersion: managedidentity.azure.upbound.io/v1beta1
            kind: FederatedIdentityCredential
            spec:
              forProvider:
                subject: system:serviceaccount:{{ $ns }}:{{ $name }}
`,
      },
      found: [],
    },
    {
      title: 'D24: the account is made by Terraform',
      files: {
        'kubernetes/main.tf': `resource "kubernetes_service_account_v1" "store" {
  metadata {
    name        = "store"
    namespace   = "shop"
    annotations = { "azure.workload.identity/client-id" = var.client_id }
  }
}
`,
        'pods.yaml': pods('store', 'shop', use, 'serviceAccountName: store'),
      },
      found: [],
    },
    {
      title: 'D25-D27: half migrated, with text of the Vault agent in annotations',
      files: {
        'secret-volume.yml.tpl': `apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
metadata: {name: vault}
spec:
  provider: azure
  parameters:
    usePodIdentity: "true"
    keyvaultName: ${variable('VAULT')}
    tenantId: ${variable('TENANT')}
    objects: |
      array:
        - |
          objectName: password
          objectType: secret
`,
        'account.yaml.tpl': account('challenge-sa', 'default', variable('CLIENT_ID')),
        'pods.yml.tpl': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: challenge
  namespace: default
  labels:
    app: challenge
    aadpodidbinding: challenge
spec:
  selector: {matchLabels: {app: challenge}}
  template:
    metadata:
      annotations:
        vault.hashicorp.com/agent-inject-template-config: |
          {{ with secret "secret/challenge" }}{{ .Data.data.password }}{{ end }}
      labels:
        app: challenge
        aadpodidbinding: challenge
    spec:
      serviceAccountName: vault
      containers:
        - name: challenge
          image: registry.example.com/challenge:1
`,
        'identity.tf': terraformCredential('challenge', 'system:serviceaccount:default:challenge-sa'),
      },
      found: [
        'warning pod-identity-label pods.yml.tpl:18',
        'warning pod-identity-mixed pods.yml.tpl:20',
        'warning net-raw-allowed pods.yml.tpl:22',
        'error secret-class-pod-identity secret-volume.yml.tpl:7',
      ],
    },
    {
      title: 'D32: an identity binding with its role',
      files: {
        'all.yaml': `${account('store', 'shop')}${pods('store', 'shop', use, 'serviceAccountName: store').replace('      labels:\n        app', '      annotations: {azure.workload.identity/use-identity-binding: "true"}\n      labels:\n        app')}apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: use-store}
rules:
  - apiGroups: [cid.wi.aks.azure.com]
    resources: [${clientId}]
    verbs: [use-managed-identity]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: use-store}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: use-store}
subjects:
  - {kind: ServiceAccount, name: store, namespace: shop}
`,
      },
      found: [],
    },
  ]);
});

describe('D10 and the pipelines', () => {
  const declared = (...subjects: readonly string[]) =>
    subjects
      .map((subject, index) =>
        terraformCredential(`deploy${index}`, subject, githubIssuer).replace(
          /azurerm_user_assigned_identity\.deploy\d/,
          'azurerm_user_assigned_identity.deploy',
        ),
      )
      .join('');
  const named = { ...origin('https://github.com/contoso/shop.git') };
  judgeCases([
    {
      title: 'D10: a matrix of environments that the declared branch does not cover',
      files: {
        ...named,
        'main.tf': declared('repo:contoso/shop:ref:refs/heads/master'),
        '.github/workflows/check.yaml': `name: check
on: {pull_request: {}}
permissions: {id-token: write, contents: read}
jobs:
  check:
    runs-on: ubuntu-latest
    strategy:
      matrix:
        target: [{name: dev}, {name: production}]
    environment: ${variable('{ matrix.target.name }')}
    steps:
      - uses: azure/login@v2
        with:
          client-id: ${variable('{ vars.CLIENT_ID }')}
          tenant-id: ${otherId}
          subscription-id: ${otherId}
`,
      },
      found: [
        'warning pipeline-subject-undeclared .github/workflows/check.yaml:10',
        'note pipeline-fork-cannot-login .github/workflows/check.yaml:12',
      ],
    },
    {
      title: 'environments that only an input knows are judged by nobody',
      files: {
        ...named,
        'main.tf': declared('repo:contoso/shop:environment:dev'),
        '.github/workflows/deploy.yaml': workflow(
          `    environment: ${variable('{ inputs.target }')}\n`,
          undefined,
          'on: {workflow_dispatch: {inputs: {target: {type: string}}}}',
        ),
      },
      found: [],
    },
    {
      title: 'letter case of an environment (Azure/login 515)',
      files: {
        ...named,
        'main.tf': declared('repo:contoso/shop:environment:Production'),
        '.github/workflows/deploy.yaml': workflow('    environment: production\n'),
      },
      found: ['warning pipeline-subject-undeclared .github/workflows/deploy.yaml:7'],
    },
    {
      title: 'pull-request for pull_request (Azure/login 178)',
      files: {
        ...named,
        'main.tf': declared('repo:contoso/shop:pull-request'),
        '.github/workflows/deploy.yaml': workflow('', undefined, 'on: {pull_request: {}}'),
      },
      found: [
        'note pipeline-fork-cannot-login .github/workflows/deploy.yaml:8',
        'error pipeline-subject-undeclared main.tf:6',
      ],
    },
    {
      title: 'the immutable form of a subject is as good',
      files: {
        ...named,
        'main.tf': declared('repo:contoso@123/shop@456:environment:production'),
        '.github/workflows/deploy.yaml': workflow('    environment: production\n'),
      },
      found: [],
    },
    {
      title: 'no permission to ask for a token (actions/toolkit 952)',
      files: { ...named, '.github/workflows/deploy.yaml': workflow('', 'permissions: {contents: read}') },
      found: ['error pipeline-token-permission-missing .github/workflows/deploy.yaml:3'],
    },
    {
      title: 'the issuer of GitHub with a slash at its end (azure-docs 97699)',
      files: {
        'main.tf': terraformCredential(
          'deploy',
          'repo:contoso/shop:environment:production',
          '"https://token.actions.githubusercontent.com/"',
        ),
      },
      found: ['error credential-issuer-slash main.tf:5'],
    },
    {
      title: 'the issuer of AKS without one (azure-workload-identity 1700)',
      files: {
        'main.tf': terraformCredential(
          'orders',
          'system:serviceaccount:shop:orders',
          `"https://westeurope.oic.prod-aks.azure.com/${otherId}/${clientId}"`,
        ),
        'all.yaml': account('orders', 'shop'),
      },
      found: ['error credential-issuer-slash main.tf:5'],
    },
    {
      title: "a trigger's identity that trusts the worker and not KEDA (keda 4219)",
      files: {
        'main.tf': terraformCredential('worker', 'system:serviceaccount:shop:worker'),
        'all.yaml': `${account('worker', 'shop')}${pods('worker', 'shop', use, 'serviceAccountName: worker')}apiVersion: keda.sh/v1alpha1
kind: TriggerAuthentication
metadata: {name: queue, namespace: shop}
spec:
  podIdentity: {provider: azure-workload, identityId: ${clientId}}
`,
      },
      found: ['error keda-operator-credential all.yaml:31'],
    },
  ]);
});
