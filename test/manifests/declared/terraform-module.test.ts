/** Terraform's loops and modules are followed as far as they can be known, and hostile ones end. */
import { describe, expect, test } from 'vitest';
import { readTerraform } from '../../../src/manifests/declared/terraform.ts';
import { declarationScope } from '../../../src/model/federation.ts';
import { lineOf, mutations, pointedAt, sourcesOf, summary } from './show-credential.ts';

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
