/**
 * Checks the Azure emulator's bodies against the published specification of Microsoft.ManagedIdentity: run by hand, with
 * a folder of Azure/azure-rest-api-specs files (`*-<api-version>.json`, and `examples/<api-version>/*.json` if any).
 */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { startAzureEmulator } from '../emulators/azure/azure-emulator.ts';
import type { CredentialInput } from '../emulators/azure/state-inputs.ts';
import { type Answer, LoopbackClient } from '../test/emulators/azure/loopback-client.ts';

type Json = Record<string, unknown>;

interface Specification {
  paths: Record<string, Record<string, { responses: Record<string, { schema?: { $ref: string } }> }>>;
  definitions: Record<string, Json>;
}

interface Example {
  parameters: Record<string, unknown> & { parameters?: Json };
  responses: Record<string, { body?: Json }>;
  operationId: string;
}

const [folder] = process.argv.slice(2);
if (!folder) {
  process.stderr.write('usage: node scripts/check-emulator-against-specification.ts <folder of specifications>\n');
  process.exit(2);
}

const group = '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}';
const identityPath = `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{resourceName}`;
const credentialPath = `${identityPath}/federatedIdentityCredentials/{federatedIdentityCredentialResourceName}`;
const exampleSubscription = 'c267c0e7-0a73-4789-9e17-d26aeb0904e5';

const azure = await startAzureEmulator({ settings: { pageSize: 1, credentialPageSize: 1 } });
const client = new LoopbackClient(azure);
try {
  const scopes = [azure.state.subscriptionId, exampleSubscription].map((id) => `/subscriptions/${id}`);
  const roles = scopes.map((scope) => ({ role: 'Contributor', scope }));
  const token = await client.signIn(azure.state.addApplication({ withSecret: true, roles }));
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const version = /\d{4}-\d\d-\d\d(-preview)?(?=\.json$)/.exec(file)?.[0];
    assert.ok(version, `${file} does not end with an API version`);
    const specification = readJson<Specification>(join(folder, file));
    const checked = await checkVersion(specification, version, token);
    const examples = await checkExamples(join(folder, 'examples', version), version, token);
    process.stdout.write(
      `${version}: ${checked} answers fit the specification, ${examples} answers equal its examples\n`,
    );
  }
} finally {
  client.close();
  await azure.stop();
}

/** Sends every operation of the specification, successes and refusals, and validates the answers. */
async function checkVersion(specification: Specification, version: string, token: string): Promise<number> {
  const validate = validator(specification);
  const { subscriptionId } = azure.state;
  let checked = 0;
  const call = async (method: string, template: string, names: [string, string], body?: Json): Promise<Answer> => {
    const [identity, credential] = names;
    const path = fillIn(template, subscriptionId, 'rg-check', identity, credential);
    const answer = await client.arm(path, { method, token, body, version });
    validate(method, template, answer);
    checked += 1;
    return answer;
  };
  azure.state.addResourceGroup('rg-check');
  const properties = {
    issuer: 'https://issuer.example.com/',
    subject: 'one',
    audiences: ['api://AzureADTokenExchange'],
  };
  const tags = { location: 'westeurope', tags: { team: 'shop' } };
  for (const name of ['first', 'second', 'second']) await call('PUT', identityPath, [name, ''], tags);
  await call('PATCH', identityPath, ['first', ''], { tags: { team: 'cart' } });
  await call('GET', identityPath, ['first', '']);
  await call('GET', identityPath, ['absent', '']);
  await call('GET', identityPath.replace(group, '/subscriptions/{subscriptionId}').replace('/{resourceName}', ''), [
    '',
    '',
  ]);
  await call('GET', identityPath.replace('/{resourceName}', ''), ['', '']);
  for (const name of ['one', 'one', 'x', 'two']) await call('PUT', credentialPath, ['first', name], { properties });
  await call('PUT', credentialPath, ['first', 'two'], { properties: { ...properties, subject: 'two' } });
  await call('PUT', credentialPath, ['absent', 'one'], { properties });
  await call('GET', credentialPath, ['first', 'one']);
  await call('GET', credentialPath.slice(0, credentialPath.lastIndexOf('/')), ['first', '']);
  const identity = azure.state.identities.get(
    fillIn(identityPath, subscriptionId, 'rg-check', 'first', '').toLowerCase(),
  );
  assert.ok(identity);
  const claimsMatchingExpression = { value: "claims['sub'] matches 'x'", languageVersion: 1 };
  azure.state.addCredential(identity, { name: 'flexible', issuer: properties.issuer, claimsMatchingExpression });
  // Versions that require a subject cannot show this credential at all; how they fail is not known.
  if (!requiresSubject(specification)) await call('GET', credentialPath, ['first', 'flexible']);
  for (const _ of [1, 2]) await call('DELETE', credentialPath, ['first', 'one']);
  for (const _ of [1, 2]) await call('DELETE', identityPath, ['first', '']);
  await call('DELETE', identityPath, ['second', '']);
  return checked;
}

function requiresSubject({ definitions }: Specification): boolean {
  return [definitions.FederatedIdentityCredentialProperties?.required].flat().includes('subject');
}

/** Sends the requests of the examples that create or get, and compares the answers, but for generated values. */
async function checkExamples(path: string, version: string, token: string): Promise<number> {
  if (!existsSync(path)) return 0;
  let compared = 0;
  for (const file of readdirSync(path).toSorted()) {
    const example = readJson<Example>(join(path, file));
    const [resource, operation] = example.operationId.split('_');
    const method = operation === 'CreateOrUpdate' ? 'PUT' : operation === 'Get' ? 'GET' : null;
    if (!method) continue;
    const target = prepareExample(resource === 'FederatedIdentityCredentials', method, example);
    for (const status of Object.keys(example.responses).toSorted().reverse()) {
      const answer = await client.arm(target, { method, token, body: example.parameters.parameters, version });
      assert.equal(String(answer.status), status, `${file}: status`);
      assert.deepEqual(shapeOf(answer.body), shapeOf(example.responses[status]?.body ?? null), `${file}: ${status}`);
      compared += 1;
    }
  }
  return compared;
}

/** Makes what the example takes for granted, in the words of its answer, and returns its path. */
function prepareExample(isCredential: boolean, method: string, example: Example): string {
  const common = { name: 'identityName', resourceGroup: 'rgName', subscriptionId: exampleSubscription };
  azure.state.addSubscription({ subscriptionId: exampleSubscription });
  const identity = azure.state.addIdentity({ ...common, location: 'eastus', tags: { key1: 'value1', key2: 'value2' } });
  if (!isCredential && method === 'PUT') azure.state.removeIdentity(identity.id);
  if (isCredential && method === 'GET') {
    const { issuer, subject, claimsMatchingExpression } = (example.responses['200']?.body?.properties ??
      {}) as CredentialInput;
    const flexible = claimsMatchingExpression ? { claimsMatchingExpression } : {};
    azure.state.addCredential(identity, { name: 'ficResourceName', issuer, subject: subject ?? null, ...flexible });
  }
  const template = isCredential ? credentialPath : identityPath;
  return fillIn(template, exampleSubscription, 'rgName', 'identityName', 'ficResourceName');
}

/** Validates status and body; fields that the specification does not know are errors too. */
function validator(specification: Specification) {
  const ajv = new Ajv2019({
    strict: false,
    allErrors: true,
    formats: { uri: (text: string) => URL.canParse(text), uuid: /^[0-9a-f-]{36}$/, int32: true },
  });
  const text = JSON.stringify(specification.definitions).replaceAll(
    /"[^"]*common-types\/resource-management\/v\d\/types\.json#\/definitions\/(\w+)"/g,
    '"common#/definitions/$1"',
  );
  ajv.addSchema(commonTypes(), 'common');
  const definitions = JSON.parse(text) as Specification['definitions'];
  for (const definition of Object.values(definitions)) {
    if (definition.properties) definition.unevaluatedProperties = false;
  }
  ajv.addSchema({ $id: 'specification', definitions });
  return (method: string, template: string, { status, body }: Answer): void => {
    const responses = specification.paths[template]?.[method.toLowerCase()]?.responses;
    assert.ok(responses, `${method} ${template} is not in the specification`);
    const response = responses[String(status)] ?? (status >= 400 ? responses.default : undefined);
    assert.ok(response, `${method} ${template}: status ${status} is not in the specification`);
    const reference = response.schema?.$ref ?? '';
    assert.equal(body === null, reference === '', `${method} ${template}: ${status} has a body exactly if specified`);
    if (body === null) return;
    const check = ajv.getSchema(`specification${reference}`);
    assert.ok(check, `no schema ${reference}`);
    assert.ok(check(body), `${method} ${template}: ${JSON.stringify(body)}\n${ajv.errorsText(check.errors)}`);
  };
}

/** The three base types that the specification refers to (Azure Resource Manager common types, version 4). */
function commonTypes(): Json {
  const text = { type: 'string' };
  const resource = { type: 'object', properties: { id: text, name: text, type: text, systemData: { type: 'object' } } };
  const tracked = { tags: { type: 'object', additionalProperties: text }, location: text };
  return {
    definitions: {
      Resource: resource,
      ProxyResource: resource,
      TrackedResource: { type: 'object', properties: { ...resource.properties, ...tracked }, required: ['location'] },
    },
  };
}

/** Names and types of all fields; the text of fields that the example's author and not the service chose. */
function shapeOf(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => shapeOf(item, key));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner, name)]));
  }
  return /^(clientId|principalId|tenantId|id)$/.test(key) ? typeof value : value;
}

function fillIn(
  template: string,
  subscription: string,
  resourceGroup: string,
  identity: string,
  credential: string,
): string {
  return template
    .replace('{subscriptionId}', subscription)
    .replace('{resourceGroupName}', resourceGroup)
    .replace('{resourceName}', identity)
    .replace('{federatedIdentityCredentialResourceName}', credential);
}

function readJson<Type>(path: string): Type {
  return JSON.parse(readFileSync(path, 'utf8'));
}
