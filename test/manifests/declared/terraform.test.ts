/** Terraform is read as far as literals, locals and defaults go, and everything keeps its place. */
import { describe, expect, test } from 'vitest';
import { readTerraform } from '../../../src/manifests/declared/terraform.ts';
import { declarationScope } from '../../../src/model/federation.ts';
import {
  accountSummary,
  bracketPlaceholders,
  lineOf,
  mutations,
  parseTree,
  plainText,
  pointedAt,
  sourcesOf,
  summary,
} from './show-credential.ts';

const options = { readPlaceholders: plainText, parseTree };

function read(files: Readonly<Record<string, string>>) {
  return readTerraform(sourcesOf(files), options);
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
    ['an escaped interpolation', '', `$$\{x}`, `\${x}`],
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
    const { credentials } = await readTerraform(sourcesOf({ 'main.tf': text }), {
      ...options,
      readPlaceholders: bracketPlaceholders,
    });
    expect(credentials[0]?.name).toBeUndefined();
    expect(credentials[0]?.subject?.text).toEqual({ pieces: ['system:serviceaccount:', ':orders'], symbols: ['<ns>'] });
  });
});

describe('copies', () => {
  const subject = `  subject = "system:serviceaccount:\${each.value}:\${each.key}"`;
  test.each([
    ['a set', 'toset(["a", "b", "a"])', ['a:a', 'b:b']],
    ['a map', '{ orders = "shop", "pay" = "money" }', ['shop:orders', 'money:pay']],
    ['a comprehension', `{ for k in ["a", "b"] : "x-\${k}" => k }`, ['a:x-a', 'b:x-b']],
    ['merged maps', 'merge({ a = "1" }, { b = "2" })', ['1:a', '2:b']],
    ['nothing', '{}', []],
  ])('for_each over %s', async (_, collection, expected) => {
    const found = await summaries({ 'main.tf': resource(`  for_each = ${collection}\n${subject}`) });
    expect(found).toEqual(expected.map((end) => ({ subject: `system:serviceaccount:${end}` })));
  });

  test.each([
    'module.clusters.issuers',
    'var.apps',
    '{ for k in var.l : k => k }',
    '{ for k in ["a"] : k => k if k != "" }',
  ])('for_each over %s is one conditional credential', async (collection) => {
    const found = await summaries({ 'main.tf': resource(`  for_each = ${collection}\n${subject}`) });
    expect(found).toEqual([{ subject: 'system:serviceaccount:«each.value»:«each.key»', flags: 'conditional' }]);
  });

  test('a default collection gives its items, loosely, and leaves room for others', async () => {
    const text = `variable "apps" {\n  default = ["a"]\n}\n${resource(`  for_each = toset(var.apps)\n${subject}`)}`;
    expect(await summaries({ 'main.tf': text })).toEqual([
      {
        subject: 'system:serviceaccount:a:a | system:serviceaccount:«var.apps[0]»:«var.apps[0]»',
        flags: 'conditional',
      },
      { subject: 'system:serviceaccount:«each.value»:«each.key»', flags: 'conditional' },
    ]);
  });

  test('count', async () => {
    const counted = (count: string) =>
      summaries({ 'main.tf': resource(`  count = ${count}\n  name = "c${'$'}{count.index}"`) });
    expect(await counted('2')).toEqual([{ name: 'c0' }, { name: 'c1' }]);
    expect(await counted('0')).toEqual([]);
    expect(await counted('var.on ? 1 : 0')).toEqual([{ name: 'c«count.index»', flags: 'conditional' }]);
  });

  test('what is not understood stays apart from copy to copy when it depends on the copy', async () => {
    const text = resource(
      '  for_each = toset(["a", "b"])\n  subject = format("x:%s", each.key)\n  issuer = trim(var.i)',
    );
    const found = await summaries({ 'main.tf': text });
    expect(new Set(found.map((credential) => credential.subject)).size).toBe(2);
    expect(new Set(found.map((credential) => credential.issuer)).size).toBe(1);
  });
});

describe('modules', () => {
  const child = `variable "subject" {}
variable "audience" {
  default = "api://AzureADTokenExchange"
}
resource "azurerm_federated_identity_credential" "this" {
  parent_id = azurerm_user_assigned_identity.this.id
  subject   = var.subject
  audience  = [var.audience]
}
`;

  test('are read as their callers use them', async () => {
    const caller = `module "eso" {
  source   = "../modules/credential"
  for_each = toset(["a", "b"])
  subject  = "system:serviceaccount:${'$'}{each.key}:eso"
}
`;
    const { credentials } = await read({ 'live/main.tf': caller, 'modules/credential/main.tf': child });
    expect(credentials.map(summary)).toEqual([
      {
        identity: '«module.eso["a"].azurerm_user_assigned_identity.this.id»',
        subject: 'system:serviceaccount:a:eso',
        audiences: 'api://AzureADTokenExchange',
      },
      {
        identity: '«module.eso["b"].azurerm_user_assigned_identity.this.id»',
        subject: 'system:serviceaccount:b:eso',
        audiences: 'api://AzureADTokenExchange',
      },
    ]);
    const [first] = credentials;
    expect(first && [lineOf(first.at), pointedAt(first.at), declarationScope(first)]).toEqual([
      'live/main.tf:1',
      'module "eso"',
      'live',
    ]);
    expect(first?.subject && lineOf(first.subject.at)).toBe('live/main.tf:4');
    expect(first?.audiences[0] && lineOf(first.audiences[0].at)).toBe('modules/credential/main.tf:3');
  });

  test('that nobody here calls stand for themselves, and one that calls itself ends', async () => {
    expect(await summaries({ 'm/main.tf': child })).toMatchObject([{ subject: '«var.subject»' }]);
    const loop = `module "again" {\n  source = "../m"\n  subject = "s"\n}\n${child}`;
    expect(
      await summaries({ 'm/main.tf': loop, 'root/main.tf': 'module "m" {\n  source = "../m"\n  subject = "r"\n}' }),
    ).toMatchObject([{ subject: 'r' }, { subject: 's', flags: 'conditional' }]);
  });

  test('of a registry give conditional credentials for objects with a subject', async () => {
    const text = `module "identity" {
  source = "Azure/avm-res-managedidentity-userassignedidentity/azurerm"
  federated_identity_credentials = {
    orders = { name = "orders", issuer = var.issuer, subject = "system:serviceaccount:shop:orders", audience = ["x"] }
  }
}`;
    expect(await summaries({ 'main.tf': text })).toEqual([
      {
        name: 'orders',
        issuer: '«var.issuer»',
        subject: 'system:serviceaccount:shop:orders',
        audiences: 'x',
        flags: 'conditional',
      },
    ]);
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

describe('ServiceAccounts', () => {
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
    expect((await read({ 'main.tf': text })).serviceAccounts.map(accountSummary)).toEqual([expected]);
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
    'main.tf': `resource "a" {\n  x = = 1\n}\n${resource('  subject = "s"')}`,
  });
  expect(broken.map((at) => lineOf(at))).toEqual(['main.tf:2']);
  expect(credentials.map(summary)).toEqual([{ subject: 's' }]);
});

describe('hostile texts', () => {
  const doubling = Array.from(
    { length: 60 },
    (_, index) => `  l${index + 1} = "\${local.l${index}}\${local.l${index}}"`,
  );
  const nested = Array.from({ length: 8 }, (_, index) => `for v${index} in local.many :`).join(' [');
  test.each([
    ['doubling', `locals {\n  l0 = "xx"\n${doubling.join('\n')}\n}\n${resource('  subject = local.l60')}`],
    [
      'nested loops',
      `locals {\n  many = [${'"x",'.repeat(60)}]\n  all = [${nested} "x"${']'.repeat(8)}\n}\n${resource('  subject = local.all[0]')}`,
    ],
    ['deep brackets', resource(`  subject = ${'['.repeat(5000)}"x"${']'.repeat(5000)}`)],
    ['many copies', resource('  count = 999999999\n  subject = "x"')],
  ])('%s end soon', async (_, text) => {
    const started = performance.now();
    const { credentials } = await read({ 'main.tf': text });
    expect(credentials.length).toBeGreaterThan(0);
    expect(credentials.length).toBeLessThan(100);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

test('mutated files never throw', async () => {
  const text = `locals {\n  apps = { a = { ns = "shop" }, b = { ns = var.ns } }\n}\nvariable "ns" {\n  default = "x"\n}
${resource(`  for_each = local.apps\n  subject = "system:serviceaccount:\${each.value.ns}:\${each.key}"\n  audience = ["a"]`)}
module "m" {\n  source = "./m"\n  subject = <<EOT\n${'$'}{local.apps["a"].ns}\nEOT\n}\n`;
  for (const mutant of mutations(text, 300, 7)) {
    const { credentials } = await read({ 'main.tf': mutant, 'm/main.tf': resource('  subject = var.subject') });
    for (const credential of credentials) expect(pointedAt(credential.at).length).toBeGreaterThan(0);
  }
});
