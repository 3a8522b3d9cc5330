/** ARM templates are read with nested resources, copies, parameters and their common functions. */
import { describe, expect, test } from 'vitest';
import { readArm } from '../../../src/manifests/declared/arm.ts';
import { lineOf, mutations, pointedAt, summary } from './show-credential.ts';

const type = 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials';

function read(text: string) {
  return readArm({ path: 'azuredeploy.json', text });
}

/** A template with one credential of the given subject, and parameters and variables. */
function template(subject: string, sections = '', more = ''): string {
  return `{ ${sections} "resources": [ { "type": "${type}", "name": "id-orders/orders", ${more}
    "properties": { "issuer": "[parameters('issuer')]", "subject": ${JSON.stringify(subject)}, "audiences": ["x"] } } ] }`;
}

describe('expressions', () => {
  const sections = `"parameters": { "ns": { "type": "string", "defaultValue": "shop" }, "free": { "type": "string" } },
    "variables": { "sa": "orders", "list": ["a", "b"] },`;
  test.each([
    ['system:serviceaccount:shop:orders', 'system:serviceaccount:shop:orders'],
    ["[concat('a:', parameters('ns'))]", 'a:shop | a:«parameters.ns»'],
    ["[CONCAT('a:', Variables('SA'))]", 'a:orders'],
    ["[format('{0}:{1}', variables('sa'), parameters('free'))]", 'orders:«parameters.free»'],
    ["[variables('list')[1]]", 'b'],
    ["[toLower(variables('sa'))]", "«toLower(variables('sa'))»"],
    ["[if(true, 'a', 'b')]", 'a'],
    ["[concat('it''s', string('x'))]", "it'sx"],
    ['[[not an expression]', '[not an expression]'],
    ['[broken(', '[broken('],
    ['[broken(]', '«"[broken(]"»'],
  ])('%s', (subject, expected) => {
    expect(read(template(subject, sections)).map(summary)).toEqual([
      {
        identity: 'id-orders',
        identityName: 'id-orders',
        name: 'orders',
        issuer: '«parameters.issuer»',
        subject: expected,
        audiences: 'x',
      },
    ]);
  });
});

describe('copies', () => {
  const sections =
    '"parameters": { "l": { "type": "array", "defaultValue": ["a", "b"] } }, "variables": { "l": ["a", "b"] },';
  const subject = "[variables('l')[copyIndex()]]";
  test.each([
    ['at once', '"copy": { "name": "c", "count": 2 },', ['a parallel', 'b parallel']],
    ['serial', '"copy": { "name": "c", "count": 2, "mode": "Serial" },', ['a', 'b']],
    [
      'counted by a list',
      `"copy": { "name": "c", "count": "[length(variables('l'))]" },`,
      ['a parallel', 'b parallel'],
    ],
    ['once', '"copy": { "name": "c", "count": 1 },', ['a']],
    [
      'unknown',
      `"copy": { "name": "c", "count": "[parameters('n')]" },`,
      ["«variables('l')[copyIndex()]» conditional parallel"],
    ],
  ])('%s', (_, copy, expected) => {
    const found = read(template(subject, sections, copy)).map(summary);
    expect(found.map((item) => [item.subject, item.flags].filter(Boolean).join(' '))).toEqual(expected);
  });

  test('of identities of their own are not parallel', () => {
    const text = template(subject, sections, '"copy": { "name": "c", "count": 2 },').replace(
      '"id-orders/orders"',
      `"[format('id-{0}/x', copyIndex())]"`,
    );
    expect(read(text).map(summary)).toMatchObject([{ identity: 'id-0' }, { identity: 'id-1' }]);
    expect(read(text).some((credential) => credential.parallelLoop)).toBe(false);
  });
});

describe('places of resources', () => {
  test('nested under the identity, symbolic, in deployments, with comments and conditions', () => {
    const text = `{
  // système
  "resources": {
    "id": { "type": "Microsoft.ManagedIdentity/userAssignedIdentities", "name": "id-orders", "resources": [
      { "type": "federatedIdentityCredentials", "name": "nested", "condition": "[parameters('on')]", /* why */
        "properties": { "subject": "a" } } ] },
    "old": { "type": "${type}@2023-01-31", "existing": true, "name": "a/b" },
    "inner": { "type": "Microsoft.Resources/deployments", "name": "inner", "properties": {
      "expressionEvaluationOptions": { "scope": "Inner" },
      "parameters": { "s": { "value": "given" } },
      "template": { "parameters": { "s": { "type": "string", "defaultValue": "none" } }, "resources": [
        { "type": "${type}", "name": "x/y", "properties": { "subject": "[parameters('s')]" } } ] } } }
  }
}`;
    const credentials = read(text);
    expect(credentials.map(summary)).toEqual([
      { identity: 'id-orders', identityName: 'id-orders', name: 'nested', subject: 'a', flags: 'conditional' },
      { identity: 'x', identityName: 'x', name: 'y', subject: 'given' },
    ]);
    expect(credentials.map((credential) => lineOf(credential.at))).toEqual([
      'azuredeploy.json:5',
      'azuredeploy.json:12',
    ]);
    expect(credentials.map((credential) => credential.subject && pointedAt(credential.subject.at))).toEqual([
      '"a"',
      '"given"',
    ]);
  });

  test('a call inside an expression points at itself', () => {
    const [credential] = read(template("[concat('a', reference('x').y)]"));
    expect(credential && summary(credential).subject).toBe("a«reference('x').y»");
  });
});

test('other JSON is none', () => {
  expect(read('{"resources": []}')).toEqual([]);
  expect(read('{"federatedIdentityCredentials": ["resources" ')).toEqual([]);
  expect(read('["federatedIdentityCredentials", "resources"]')).toEqual([]);
});

test('mutated templates never throw, and hostile ones end', () => {
  const text = template(
    "[concat('a:', variables('l')[copyIndex()], format('{0}', parameters('ns')))]",
    '"variables": { "l": ["a"] },',
  );
  for (const mutant of mutations(text, 400, 3)) for (const credential of read(mutant)) summary(credential);
  const started = performance.now();
  read(template(`[${'concat('.repeat(20_000)}`));
  read(`{"resources": [], "x": "federatedIdentityCredentials" ${'/*'.repeat(200_000)}`);
  read(`{"resources": [], "x": "federatedIdentityCredentials" ${'\\"'.repeat(200_000)}`);
  expect(performance.now() - started).toBeLessThan(3000);
});
