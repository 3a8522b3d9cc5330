/** ServiceAccounts that Terraform makes are known, whichever provider makes them. */
import { expect, test } from 'vitest';
import { readTerraform } from '../../../src/manifests/declared/terraform.ts';
import { accountSummary, sourcesOf } from './show-credential.ts';

test.each([
  [
    'the kubernetes provider',
    `resource "kubernetes_service_account_v1" "x" {
        metadata {
          name      = "orders"
          namespace = "shop"
          annotations = { "azure.workload.identity/client-id" = azurerm_user_assigned_identity.x.client_id }
        }
      }`,
    'shop/orders «azurerm_user_assigned_identity.x.client_id»',
  ],
  [
    'a manifest',
    'resource "kubernetes_manifest" "x" {\n  manifest = { kind = "ServiceAccount", metadata = { name = "orders" } }\n}',
    '?/orders',
  ],
  [
    'a manifest as text',
    'resource "kubectl_manifest" "x" {\n  yaml_body = <<YAML\nkind: ServiceAccount\nmetadata:\n  name: "orders"\n  namespace: shop\nYAML\n}',
    'shop/orders',
  ],
  [
    'an annotation',
    `resource "kubernetes_annotations" "x" {
        kind = "ServiceAccount"
        metadata {\n  name = "orders"\n  namespace = "shop"\n}
        annotations = { "azure.workload.identity/client-id" = "1" }
      }`,
    'shop/orders 1 (annotated)',
  ],
  [
    'a chart with its account set',
    'resource "helm_release" "x" {\n  namespace = "shop"\n  set {\n    name = "serviceAccount.name"\n    value = "orders"\n  }\n}',
    'shop/orders',
  ],
  [
    'a chart with encoded values',
    'resource "helm_release" "x" {\n  values = [yamlencode({ serviceAccount = { name = "orders" } })]\n}',
    '?/orders',
  ],
  ['a chart', 'resource "helm_release" "x" {\n  namespace = "keda"\n}', 'keda/«helm_release.x»'],
])('of %s', async (_, text, expected) => {
  const { serviceAccounts } = await readTerraform(sourcesOf({ 'main.tf': text }));
  expect(serviceAccounts.map(accountSummary)).toEqual([expected]);
});
