/** Terraform is read as far as literals, locals and defaults go, and everything keeps its place. */
import { describe, expect, test } from 'vitest';
import { readTerraform } from '../../../src/manifests/declared/terraform.ts';
import { lineOf, pointedAt, sourcesOf, summary } from './show-credential.ts';

function read(files: Readonly<Record<string, string>>) {
  return readTerraform(sourcesOf(files));
}

async function summaries(files: Readonly<Record<string, string>>) {
  return (await read(files)).credentials.map(summary);
}

/** A credential resource of the azurerm provider with the given attributes. */
function resource(attributes: string): string {
  return `resource "azurerm_federated_identity_credential" "x" {\n${attributes}\n}\n`;
}

describe('resource types', () => {
  test('azurerm with the old owner field', async () => {
    const text = resource(`
      name                = "orders"
      resource_group_name = "rg"
      parent_id           = azurerm_user_assigned_identity.orders.id
      audience            = ["api://AzureADTokenExchange"]
      issuer              = azurerm_kubernetes_cluster.aks.oidc_issuer_url
      subject             = "system:serviceaccount:shop:orders"`);
    expect(await summaries({ 'main.tf': text })).toEqual([
      {
        identity: '«azurerm_user_assigned_identity.orders.id»',
        name: 'orders',
        issuer: '«azurerm_kubernetes_cluster.aks.oidc_issuer_url»',
        subject: 'system:serviceaccount:shop:orders',
        audiences: 'api://AzureADTokenExchange',
      },
    ]);
  });

  test('azurerm with the new owner field, its name looked up, and a plain audience', async () => {
    const identity = `resource "azurerm_user_assigned_identity" "orders" {\n  name = "id-orders"\n}\n`;
    const text = resource(`
      name                      = azurerm_user_assigned_identity.orders.name
      user_assigned_identity_id = azurerm_user_assigned_identity.orders.id
      audience                  = "api://AzureADTokenExchange"
      subject                   = "system:serviceaccount:shop:orders"`);
    expect(await summaries({ 'main.tf': identity + text })).toEqual([
      {
        identity: '«azurerm_user_assigned_identity.orders.id»',
        identityName: 'id-orders',
        name: 'id-orders',
        subject: 'system:serviceaccount:shop:orders',
        audiences: 'api://AzureADTokenExchange',
      },
    ]);
  });

  test.each(['application_id', 'application_object_id'])('azuread with %s', async (owner) => {
    const text = `resource "azuread_application_federated_identity_credential" "x" {
      ${owner}     = "/applications/1"
      display_name = "github"
      audiences    = ["api://AzureADTokenExchange"]
      issuer       = "https://token.actions.githubusercontent.com"
      subject      = "repo:contoso/shop:environment:production"
    }`;
    expect(await summaries({ 'main.tf': text })).toEqual([
      {
        identity: '/applications/1',
        name: 'github',
        issuer: 'https://token.actions.githubusercontent.com',
        subject: 'repo:contoso/shop:environment:production',
        audiences: 'api://AzureADTokenExchange',
      },
    ]);
  });

  test('a flexible credential has a pattern and no subject', async () => {
    const text = `resource "azuread_application_flexible_federated_identity_credential" "x" {
      claims_matching_expression = "claims['sub'] matches 'repo:contoso/*'"
    }`;
    expect(await summaries({ 'main.tf': text })).toEqual([{ flags: 'claims' }]);
  });

  test.each(['body = {', 'body = jsonencode({'])('azapi with %s', async (start) => {
    const text = `resource "azapi_resource" "x" {
      type      = "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31"
      name      = "orders"
      parent_id = "/subscriptions/1/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-orders"
      ${start}
        properties = { issuer = "https://a/", subject = "s", audiences = ["x"] }
      }${start.endsWith('({') ? ')' : ''}
    }`;
    const [credential] = await summaries({ 'main.tf': text });
    expect(credential).toMatchObject({ identityName: 'id-orders', issuer: 'https://a/', subject: 's', audiences: 'x' });
  });

  test('other resources and an azapi resource of another type are none', async () => {
    const text = `resource "azapi_resource" "x" {\n  type = "Microsoft.Web/sites@2023-01-01"\n  subject = "s"\n}
      resource "tls_cert_request" "y" {\n  subject {\n    common_name = "x"\n  }\n}`;
    expect(await summaries({ 'main.tf': text })).toEqual([]);
  });
});

describe('texts', () => {
  test.each([
    ['a local', 'locals {\n  ns = "shop"\n}', `\${local.ns}`, 'shop'],
    ['a local of a local', 'locals {\n  a = "shop"\n  ns = local.a\n}', `\${local.ns}`, 'shop'],
    ['a local that leads to itself', 'locals {\n  ns = local.ns\n}', `\${local.ns}`, '«local.ns»'],
    ['a map', 'locals {\n  m = { ns = "shop" }\n}', `\${local.m.ns}`, 'shop'],
    ['a map by index', 'locals {\n  m = { "a-b" = "shop" }\n}', `\${local.m["a-b"]}`, 'shop'],
    ['a list', 'locals {\n  l = ["x", "shop"]\n}', `\${local.l[1]}`, 'shop'],
    ['a variable without default', 'variable "ns" {}', `\${var.ns}`, '«var.ns»'],
    ['an empty default', 'variable "ns" {\n  default = ""\n}', `\${var.ns}`, '«var.ns»'],
    ['a function', '', `\${lower(var.ns)}`, '«lower(var.ns)»'],
    ['a condition', '', `\${var.x ? "a" : "b"}`, '«var.x ? "a" : "b"»'],
    ['an escaped interpolation', '', `$$\{x}`, '«x»'],
    ['an escaped quote', '', '\\"x\\"', '"x"'],
    ['a directive', '', '%{ if true }x%{ endif }', '«%{ if true }x%{ endif }»'],
  ])('%s', async (_, before, written, read) => {
    const text = `${before}\n${resource(`  subject = "system:serviceaccount:${written}:orders"`)}`;
    expect(await summaries({ 'main.tf': text })).toEqual([{ subject: `system:serviceaccount:${read}:orders` }]);
  });

  test('a default is read, and left open beside it', async () => {
    const text = `variable "ns" {\n  default = "shop"\n}\n${resource(`  subject = "system:serviceaccount:\${var.ns}:orders"`)}`;
    expect(await summaries({ 'main.tf': text })).toEqual([
      { subject: 'system:serviceaccount:shop:orders | system:serviceaccount:«var.ns»:orders' },
    ]);
  });

  test('one value of the variables files beats the default; several make it unknown', async () => {
    const text = `variable "ns" {\n  default = "none"\n}\n${resource(`  subject = "\${var.ns}-x"`)}`;
    const one = { 'main.tf': text, 'env/prod.tfvars': 'ns = "shop"\n' };
    expect(await summaries(one)).toEqual([{ subject: 'shop-x | «var.ns»-x' }]);
    expect(await summaries({ ...one, 'env/dev.tfvars': 'ns = "pets"\n' })).toEqual([{ subject: '«var.ns»-x' }]);
  });

  test('a null is not given, and placeholders in literals are symbols', async () => {
    const text = resource('  name = null\n  subject = "system:serviceaccount:<ns>:orders"');
    const { credentials } = await readTerraform(sourcesOf({ 'main.tf': text }));
    expect(credentials[0]?.name).toBeUndefined();
    expect(credentials[0]?.subject?.text).toEqual({ pieces: ['system:serviceaccount:', ':orders'], symbols: ['<ns>'] });
  });
});

describe('places', () => {
  const text = `# système
locals {
  apps = {
    orders = { ns = "shop" }
  }
}
${resource(`  for_each = local.apps\n  subject  = "system:serviceaccount:\${each.value.ns}:orders"\n  name     = each.value.ns`)}`;

  test('are those of the literal, or of the template', async () => {
    const { credentials } = await read({ 'main.tf': text });
    const [credential] = credentials;
    expect(credential && pointedAt(credential.at)).toBe('resource "azurerm_federated_identity_credential" "x"');
    expect(credential && lineOf(credential.at)).toBe('main.tf:7');
    expect(credential?.subject && pointedAt(credential.subject.at)).toBe(
      `"system:serviceaccount:\${each.value.ns}:orders"`,
    );
    expect(credential?.name && [pointedAt(credential.name.at), lineOf(credential.name.at)]).toEqual([
      '"shop"',
      'main.tf:4',
    ]);
  });

  test('hold with CR LF, in JSON syntax, and in a here-document', async () => {
    const windows = await read({ 'main.tf': text.replaceAll('\n', '\r\n') });
    expect(windows.credentials.map(summary)).toEqual((await read({ 'main.tf': text })).credentials.map(summary));
    const json = `{ "variable": { "ns": { "default": "shop" } },
  "resource": { "azurerm_federated_identity_credential": { "x": {
    "name": "orders \\u0041", "subject": "\\"${'$'}{var.ns}:orders" } } } }`;
    const { credentials } = await read({ 'main.tf.json': json });
    expect(credentials.map(summary)).toEqual([{ name: 'orders A', subject: '"shop:orders | "«var.ns»:orders' }]);
    expect(credentials[0]?.subject && pointedAt(credentials[0].subject.at)).toBe(`"\\"\${var.ns}:orders"`);
    expect(credentials[0] && [pointedAt(credentials[0].at), lineOf(credentials[0].at)]).toEqual([
      '"x"',
      'main.tf.json:2',
    ]);
  });
});

test('files that templatefile fills in are told, parsed or not', async () => {
  const text = `resource "x" "y" {\n  v = templatefile("\${path.module}/templates/sa.yaml", {})\n}\n`;
  const { templateFiles } = await read({ 'infra/dev/main.tf': text });
  expect(templateFiles.map(({ path, at }) => [path, lineOf(at)])).toEqual([
    ['infra/dev/templates/sa.yaml', 'infra/dev/main.tf:2'],
  ]);
});

test('broken syntax is told, and the rest is read', async () => {
  const { broken, credentials } = await read({
    'main.tf': `locals {\n  x = = 1\n}\n${resource('  subject = "s"')}`,
  });
  expect(broken.map((at) => lineOf(at))).toEqual(['main.tf:2']);
  expect(credentials.map(summary)).toEqual([{ subject: 's' }]);
});
