/** Bicep is read in all shapes in which it declares credentials, with places, loops and modules. */
import { describe, expect, test } from 'vitest';
import { readBicep } from '../../../src/manifests/declared/bicep.ts';
import { lineOf, mutations, pointedAt, sourcesOf, summary } from './show-credential.ts';

const type = 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31';
const identityType = 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31';
const identity = `resource id '${identityType}' = {\n  name: 'id-orders'\n}\n`;

async function summaries(text: string, others: Readonly<Record<string, string>> = {}) {
  return (await readBicep(sourcesOf({ 'main.bicep': text, ...others }))).credentials.map(summary);
}

describe('shapes', () => {
  test('a child by parent', async () => {
    const text = `${identity}resource c '${type}' = {
  parent: id
  name: 'orders'
  properties: {
    issuer: aks.properties.oidcIssuerProfile.issuerURL
    subject: 'system:serviceaccount:shop:orders'
    audiences: [
      'api://AzureADTokenExchange'
    ]
  }
}`;
    expect(await summaries(text)).toEqual([
      {
        identity: '«id»',
        identityName: 'id-orders',
        name: 'orders',
        issuer: '«aks.properties.oidcIssuerProfile.issuerURL»',
        subject: 'system:serviceaccount:shop:orders',
        audiences: 'api://AzureADTokenExchange',
      },
    ]);
  });

  test.each([
    ["'id-orders/orders'", { identity: 'id-orders', identityName: 'id-orders', name: 'orders' }],
    [`'\${id.name}/orders'`, { identity: 'id-orders', identityName: 'id-orders', name: 'orders' }],
    [`'\${other}/orders'`, { identity: '«other»', name: 'orders' }],
  ])('a child by name %s', async (name, expected) => {
    const text = `${identity}resource c '${type}' = {\n  name: ${name}\n  properties: { subject: 's' }\n}`;
    expect(await summaries(text)).toEqual([{ ...expected, subject: 's' }]);
  });

  test('nested, under a condition', async () => {
    const text = `param deploy bool
resource id '${identityType}' = {
  name: 'id-orders'
  resource c 'federatedIdentityCredentials' = if (deploy) {
    name: 'orders'
    properties: { subject: 's' }
  }
}`;
    expect(await summaries(text)).toEqual([
      { identity: '«id»', identityName: 'id-orders', name: 'orders', subject: 's', flags: 'conditional' },
    ]);
  });

  test('of an application', async () => {
    const text = `resource app 'Microsoft.Graph/applications@v1.0' = {
  uniqueName: 'shop'
  resource c 'federatedIdentityCredentials@v1.0' = {
    name: '\${app.uniqueName}/github'
    issuer: 'https://token.actions.githubusercontent.com'
    subject: 'repo:contoso/shop:ref:refs/heads/main'
    audiences: ['x']
  }
}`;
    expect(await summaries(text)).toMatchObject([
      { identity: '«app»', name: 'github', subject: 'repo:contoso/shop:ref:refs/heads/main', audiences: 'x' },
    ]);
  });

  test('existing ones, and a flexible one', async () => {
    const text = `resource old '${type}' existing = {\n  name: 'a/b'\n}
resource c '${type}' = {\n  name: 'a/b'\n  properties: { claimsMatchingExpression: { value: 'x', languageVersion: 1 } }\n}`;
    expect(await summaries(text)).toMatchObject([{ name: 'b', flags: 'claims' }]);
  });
});

describe('texts', () => {
  test.each([
    ["param ns string = 'shop'", `\${ns}`, 'shop', '«ns»'],
    ['param ns string', `\${ns}`, '«ns»', undefined],
    ["param ns string = ''", `\${ns}`, '«ns»', undefined],
    ["var ns = 'shop'", `\${ns}`, 'shop', undefined],
    ["var names = { ns: 'shop' }", `\${names.ns}`, 'shop', undefined],
    ["var names = [ 'shop' ]", `\${names[0]}`, 'shop', undefined],
    ["var ns = toLower('SHOP')", `\${ns}`, "«toLower('SHOP')»", undefined],
    ['', `\${a ? 1 : 2}`, '«a ? 1 : 2»', undefined],
    ['', "it\\'s \\u{41}", "it's A", undefined],
  ])('%s in %s', async (before, written, text, loose) => {
    const found = await summaries(
      `${before}\nresource c '${type}' = {\n  name: 'a/b'\n  properties: { subject: 'x:${written}:y' }\n}`,
    );
    expect(found[0]?.subject).toBe(loose ? `x:${text}:y | x:${loose}:y` : `x:${text}:y`);
  });

  test('what looks like a placeholder in a raw text is one', async () => {
    const found = await summaries(
      `resource c '${type}' = {\n  name: 'a/b'\n  properties: { subject: '''\nx\${y}''' }\n}`,
    );
    expect(found[0]?.subject).toBe('x«y»');
  });
});

describe('loops', () => {
  const loop = (collection: string, parent: string, decorator = '') => `${identity}param names array
${decorator}
resource c '${type}' = [for (n, i) in ${collection}: {
  parent: ${parent}
  name: 'c-\${n}'
  properties: { subject: 's:\${n}' }
}]`;

  test.each([
    ['one identity, at once', loop("[ 'a', 'b' ]", 'id'), ['s:a parallel', 's:b parallel']],
    ['one identity, one after another', loop("[ 'a', 'b' ]", 'id', '@batchSize(1)'), ['s:a', 's:b']],
    ['one identity, two at a time', loop("[ 'a', 'b' ]", 'id', '@batchSize(2)'), ['s:a parallel', 's:b parallel']],
    ['identities of their own', loop("[ 'a', 'b' ]", 'ids[i]'), ['s:a', 's:b']],
    ['a single run', loop("[ 'a' ]", 'id'), ['s:a']],
    ['an unknown number on one identity', loop('names', 'id'), ['s:«n» conditional parallel']],
    ['an unknown number on identities of their own', loop('names', 'ids[i]'), ['s:«n» conditional']],
    ['numbers', loop('range(1, 2)', 'ids[i]'), ['s:1', 's:2']],
  ])('%s', async (_, text, expected) => {
    const found = await summaries(text);
    expect(found.map(({ subject, flags }) => [subject, flags].filter(Boolean).join(' '))).toEqual(expected);
  });

  test('a filter makes it conditional; a loop over modules counts too', async () => {
    const filtered = loop("[ 'a' ]", 'id').replace(': {', ": if (n != '') {");
    expect(await summaries(filtered)).toMatchObject([{ subject: 's:a', flags: 'conditional' }]);
    const module = `param owner string\nparam name string\nresource c '${type}' = {\n  name: '\${owner}/\${name}'\n  properties: { subject: 's' }\n}`;
    const caller = `module m './c.bicep' = [for n in [ 'a', 'b' ]: {\n  name: n\n  params: { owner: 'id', name: n }\n}]`;
    expect(await summaries(caller, { 'c.bicep': module })).toMatchObject([
      { identity: 'id', name: 'a', flags: 'parallel' },
      { identity: 'id', name: 'b', flags: 'parallel' },
    ]);
  });
});

describe('modules', () => {
  const child = `param ns string\nparam sa string = 'orders'\nresource c '${type}' = {
  name: 'id/c'\n  properties: { subject: 'system:serviceaccount:\${ns}:\${sa}', issuer: cluster.issuer }\n}`;

  test('of the repository are read as they are used', async () => {
    const text = "param k8sNamespace string = 'shop'\nmodule app 'app/c.bicep' = {\n  params: { ns: k8sNamespace }\n}";
    const { credentials } = await readBicep(sourcesOf({ 'infra/main.bicep': text, 'infra/app/c.bicep': child }));
    expect(credentials.map(summary)).toMatchObject([
      {
        subject: 'system:serviceaccount:shop:orders | system:serviceaccount:«k8sNamespace»:orders',
        issuer: '«app.cluster.issuer»',
      },
    ]);
    expect(credentials[0] && [lineOf(credentials[0].at), pointedAt(credentials[0].at)]).toEqual([
      'infra/main.bicep:2',
      "module app 'app/c.bicep'",
    ]);
    expect(credentials[0]?.subject && lineOf(credentials[0].subject.at)).toBe('infra/app/c.bicep:5');
  });

  test('of a registry give conditional credentials', async () => {
    const text = `module id 'br/public:avm/res/managed-identity/user-assigned-identity:0.4.0' = {
  params: {
    name: 'id-orders'
    federatedIdentityCredentials: [ { name: 'orders', issuer: 'https://a/', subject: 's', audiences: [ 'x' ] } ]
  }
}`;
    expect(await summaries(text)).toEqual([
      {
        identity: 'id-orders',
        identityName: 'id-orders',
        name: 'orders',
        issuer: 'https://a/',
        subject: 's',
        audiences: 'x',
        flags: 'conditional',
      },
    ]);
  });
});

test('places are those of the literal, also after other letters and with CR LF', async () => {
  const text = `// système\r\nvar s = 'system:serviceaccount:shop:orders'\r\nresource c '${type}' = {\r\n  name: 'a/b'\r\n  properties: { subject: s }\r\n}`;
  const { credentials } = await readBicep(sourcesOf({ 'main.bicep': text }));
  expect(credentials[0] && [lineOf(credentials[0].at), pointedAt(credentials[0].at)]).toEqual([
    'main.bicep:3',
    `resource c '${type}'`,
  ]);
  const subject = credentials[0]?.subject;
  expect(subject && [lineOf(subject.at), pointedAt(subject.at)]).toEqual([
    'main.bicep:2',
    "'system:serviceaccount:shop:orders'",
  ]);
});

test('syntax that is not understood costs no more than itself', async () => {
  const credential = (more: string) =>
    `resource c '${type}' = {\n  ${more}name: 'a/b'\n  properties: { subject: 's' }\n}\n`;
  const elsewhere = await readBicep(sourcesOf({ 'main.bicep': `extension x\n${credential('')}` }));
  expect(elsewhere.credentials.map(summary)).toMatchObject([{ name: 'b', subject: 's' }]);
  expect(elsewhere.broken).toEqual([]);
  const inside = await readBicep(sourcesOf({ 'main.bicep': credential('...more\n  ') }));
  expect(inside.credentials.map(summary)).toMatchObject([{ name: 'b', subject: 's' }]);
  expect(inside.broken.map(lineOf)).toEqual(['main.bicep:2']);
});

test('mutated files never throw', async () => {
  const text = `param ns string = 'x'\nvar l = [ 'a', 'b' ]\n${identity}@batchSize(1)
resource c '${type}' = [for (n, i) in l: if (i > 0) {\n  parent: id\n  name: '\${n}-x'\n  properties: { subject: 's:\${ns}' }\n}]
module m './m.bicep' = [for i in range(0, 2): {\n  params: { subject: '\${i}' }\n}]\n`;
  for (const mutant of mutations(text, 300, 11)) {
    const { credentials } = await readBicep(sourcesOf({ 'main.bicep': mutant, 'm.bicep': 'param subject string' }));
    for (const credential of credentials) expect(pointedAt(credential.at).length).toBeGreaterThan(0);
  }
});
