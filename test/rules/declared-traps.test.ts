/** Shapes of real repositories that a naive comparison of subjects, issuers or policies would get wrong. */
import { describe, expect, it } from 'vitest';
import { check } from '../../src/app/check.ts';
import { memoryFiles } from './memory-files.ts';

async function found(files: Record<string, string>): Promise<readonly string[]> {
  const log = { progress() {}, notice() {}, debug() {} };
  const clock = { monotonic: () => 0, sleep: async () => {} };
  const outcome = await check(
    { paths: ['.'], exhaustive: false, failOn: 'never' },
    { files: memoryFiles(files), log, clock },
  );
  return outcome.report.findings.map(({ severity, rule, file, line }) => `${severity} ${rule} ${file}:${line}`);
}

const account = (name: string, namespace = 'shop', clientId = '1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11') =>
  `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\n  annotations:\n    azure.workload.identity/client-id: ${clientId}\n`;

const terraform = (
  subject: string,
  more = '',
  name = 'orders',
) => `resource "azurerm_federated_identity_credential" "${name}" {
  name                = "${name}"
  parent_id           = azurerm_user_assigned_identity.${name}.id
  resource_group_name = "shop"
  issuer              = azurerm_kubernetes_cluster.main.oidc_issuer_url
  audience            = ["api://AzureADTokenExchange"]
  subject             = "${subject}"
${more}}
`;

describe('declared credentials', () => {
  it('of Flux: the same symbols on both sides are the same', async () => {
    const symbol = '$' + '{NAMESPACE}';
    expect(
      await found({
        'base/account.yaml': account(symbol, symbol, '$' + '{CLIENT_ID}'),
        'base/credential.yaml': `apiVersion: managedidentity.azure.com/v1api20230131
kind: FederatedIdentityCredential
metadata: {name: "${symbol}", namespace: "${symbol}"}
spec:
  owner: {name: "${symbol}"}
  issuer: $${'{ISSUER_URL}'}
  subject: system:serviceaccount:${symbol}:${symbol}
  audiences: ["api://AzureADTokenExchange"]
`,
      }),
    ).toEqual([]);
  });

  it('for each of several subjects and clusters are no duplicates', async () => {
    const each = 'system:serviceaccount:$' + '{each.value}:orders';
    expect(
      await found({
        'a.tf': terraform(each, '  for_each = toset(["shop", "store"])\n'),
        'shop.yaml': account('orders'),
        'store.yaml': account('orders', 'store'),
      }),
    ).toEqual([]);
  });

  it('with a namespace that is a parameter match by the name alone', async () => {
    expect(
      await found({
        'main.bicep': `param namespace string = 'default'
param issuer string
resource c 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31' = {
  name: 'id-orders/orders'
  properties: {
    issuer: issuer
    subject: 'system:serviceaccount:$${'{namespace}'}:orders'
    audiences: ['api://AzureADTokenExchange']
  }
}
`,
        'account.yaml': account('orders'),
      }),
    ).toEqual([]);
  });

  it('whose account pods use, and something outside makes, are matched', async () => {
    const pods = `apiVersion: apps/v1
kind: Deployment
metadata: {name: orders, namespace: shop}
spec:
  template:
    metadata: {labels: {app: orders}}
    spec:
      serviceAccountName: orders-sa
      containers: [{name: orders, image: "registry.example/orders:1"}]
`;
    const files = { 'a.tf': terraform('system:serviceaccount:shop:orders-sa'), 'account.yaml': account('orders') };
    expect(await found(files)).toEqual(['error credential-subject-unmatched a.tf:7']);
    const used = await found({ ...files, 'orders.yaml': pods });
    expect(used.filter((finding) => finding.includes('unmatched'))).toEqual([]);
  });

  it('whose account bears no client id are matched', async () => {
    const bare = 'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: orders-sa\n  namespace: shop\n';
    const files = {
      'a.tf': terraform('system:serviceaccount:shop:orders-sa'),
      'account.yaml': account('orders'),
      'bare.yaml': bare,
    };
    expect(await found(files)).toEqual(['warning credential-undeclared account.yaml:4']);
  });

  it('beside templates that nobody rendered are never unmatched', async () => {
    expect(
      await found({
        'a.tf': terraform('system:serviceaccount:shop:orders-sa'),
        'account.yaml': account('orders'),
        'chart/Chart.yaml': 'name: shop\n',
        'chart/templates/account.yaml': 'kind: ServiceAccount\nmetadata: {name: {{ .Release.Name }}}\n',
      }),
    ).toEqual([]);
  });

  it('for pods of a namespace that a chart from elsewhere fills are never unmatched', async () => {
    const release = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: orders, namespace: shop}
spec: {chart: {spec: {chart: orders}}}
`;
    const files = { 'a.tf': terraform('system:serviceaccount:shop:orders-sa'), 'account.yaml': account('orders') };
    const findings = await found({ ...files, 'release.yaml': release });
    expect(findings.filter((finding) => finding.includes('unmatched'))).toEqual([]);
  });
});

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: orders, namespace: shop}
spec:
  template:
    metadata: {labels: {app: orders, azure.workload.identity/use: "true"}}
    spec:
      serviceAccountName: orders
      containers: [{name: orders, image: "registry.example/orders:1"}]
`;

const policy = (spec: string) =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, namespace: shop}\nspec: ${spec}\n`;

const open = 'to: [{ipBlock: {cidr: 0.0.0.0/0}}]';
const closed = 'to: [{ipBlock: {cidr: 0.0.0.0/0, except: [169.254.169.254/32]}}]';
const reachable = 'warning imds-reachable p.yaml:4';

describe('egress', () => {
  it.each<[string, string, readonly string[]]>([
    ['every port', `{podSelector: {}, policyTypes: [Egress], egress: [{${open}}]}`, [reachable]],
    ['no policyTypes', `{podSelector: {}, egress: [{${open}}]}`, [reachable]],
    ['port 80', `{podSelector: {}, egress: [{${open}, ports: [{port: 80}, {port: 443}]}]}`, [reachable]],
    ['a range', `{podSelector: {}, egress: [{${open}, ports: [{port: 1, endPort: 1024}]}]}`, [reachable]],
    ['port 443 only', `{podSelector: {}, egress: [{${open}, ports: [{protocol: TCP, port: 443}]}]}`, []],
    ['a named port', `{podSelector: {}, egress: [{${open}, ports: [{port: http}]}, {${closed}}]}`, []],
    [
      'other labels',
      `{podSelector: {matchLabels: {app: x}}, egress: [{${open}}]}`,
      ['warning imds-reachable orders.yaml:3'],
    ],
    [
      'labels In',
      `{podSelector: {matchExpressions: [{key: app, operator: In, values: [orders]}]}, egress: [{${open}}]}`,
      [reachable],
    ],
    [
      'labels NotIn',
      `{podSelector: {matchExpressions: [{key: app, operator: NotIn, values: [x]}]}, egress: [{${open}}]}`,
      [reachable],
    ],
    ['a label that is filled in later', `{podSelector: {matchLabels: {app: "$(APP)"}}, egress: [{${open}}]}`, []],
    ['a block that is filled in later', '{podSelector: {}, egress: [{to: [{ipBlock: {cidr: "$(CIDR)"}}]}]}', []],
    ['every peer', '{podSelector: {}, egress: [{}]}', ['warning imds-reachable orders.yaml:3']],
    [
      'pods only',
      '{podSelector: {}, egress: [{to: [{podSelector: {}}]}]}',
      ['warning identity-egress-blocked p.yaml:4'],
    ],
    ['ingress only', '{podSelector: {}, policyTypes: [Ingress]}', ['note imds-reachable account.yaml:4']],
  ])('%s', async (_, spec, expected) => {
    expect(
      await found({ 'account.yaml': account('orders'), 'orders.yaml': deployment, 'p.yaml': policy(spec) }),
    ).toEqual(expected);
  });

  it('beside policies of another engine says nothing about what is missing', async () => {
    const cilium =
      'apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: c, namespace: shop}\nspec: {}\n';
    const files = { 'account.yaml': account('orders'), 'orders.yaml': deployment, 'c.yaml': cilium };
    expect(await found({ ...files, 'p.yaml': policy('{podSelector: {}, policyTypes: [Egress]}') })).toEqual([]);
  });
});
