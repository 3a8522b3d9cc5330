/** `idwire.yaml` from text to typed values: every mistake on its line, and the JSON Schema refuses what it can tell. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../scripts/generated-files.ts';
import { inspectConfiguration, readConfiguration } from '../../src/config/file.ts';
import { InputError } from '../../src/model/errors.ts';
import { lineAt } from '../../src/model/source.ts';
import { customCloud, everyKey } from './example.ts';

const schema = JSON.parse(readFileSync(join(projectRoot, 'schema/config.schema.json'), 'utf8')) as object;
const validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);
const accepted = (text: string) => validate(parse(text) ?? {});

const inspect = (text: string) => inspectConfiguration({ path: 'idwire.yaml', text });
const guid = '5b0f0c5e-9a53-4f3b-8c1f-7a10b0e3b1e4';
const group = `/subscriptions/${guid}/resourceGroups/rg`;

describe('a right file', () => {
  it.each([everyKey, customCloud, '', '# nothing yet\n', 'version: 1\n', '{"owner": "contoso/shop"}'])(
    'is accepted here and by its schema: %.40s',
    async (text) => {
      expect((await inspect(text)).faults).toEqual([]);
      expect(accepted(text), JSON.stringify(validate.errors)).toBe(true);
    },
  );

  it('becomes values that know their lines', async () => {
    const { configuration } = await inspect(everyKey);
    expect(configuration).toMatchObject({
      owner: { value: 'contoso/shop' },
      cloud: { value: 'public' },
      clusters: [
        { name: { value: 'prod-weu' }, trustExternalIssuer: false, helm: [{ release: { value: 'app' } }] },
        { name: { value: 'on-premises' }, trustExternalIssuer: true, helm: [] },
      ],
      identities: [
        { kind: 'resource', allowPullRequest: false, allow: { clusters: [{ value: 'prod-weu' }] } },
        { kind: 'resource-group' },
        { kind: 'application', allowPullRequest: true },
        { kind: 'resource', name: { value: 'reader' } },
      ],
      pipelines: [
        { kind: 'github', subjects: [{ value: 'environment:production' }, { value: 'ref:refs/heads/main' }] },
        { kind: 'github', repository: { value: 'contoso/shop' } },
        { kind: 'azure-pipelines', serviceConnection: { value: 'prod' } },
      ],
      makesServiceAccounts: [
        { value: { group: 'application.example.io', kind: 'ApplicationIdentity' } },
        { value: { group: '', kind: 'Bundle' } },
      ],
    });
    expect(configuration?.substitutions.get('REPLICAS')?.value).toBe('3');
    expect(configuration?.rules.get('client-id-missing')?.value).toBe('off');
    const source = configuration?.clusters[1]?.sources[0]?.at;
    expect(source && lineAt(source.source, source.start)).toBe(15);
  });
});

/** `[text, the place and part of the message of every fault in order, whether the JSON Schema can tell]`. */
const mistakes: readonly (readonly [string, readonly string[], boolean])[] = [
  ['ownr: a\n', ['1:1 There is no key "ownr" (did you mean owner?); allowed: version, owner,'], true],
  ['version: 2\n', ['1:10 version is the number 2; allowed: 1.'], true],
  ['owner: 5\n', ['1:8 owner must be text; it is the number 5, so put it in quotes.'], true],
  ['owner:\n', ['1:1 owner must be text; it is empty.'], true],
  ['tenant: contoso\n', ['1:9 tenant must be a GUID such as'], true],
  [`subscriptions: ${guid}\n`, ['1:16 subscriptions must be a list; it is "5b0f'], true],
  [`subscriptions: [${guid}, x]\n`, ['1:55 subscriptions[1] must be a GUID'], true],
  ['cloud: publik\n', ['1:8 cloud is "publik" (did you mean public?); allowed: public, usgov, china.'], true],
  [
    'cloud: {authority: http://a.example, audience: x}\n',
    ['1:8 cloud needs the key resource-manager.', '1:20 cloud.authority must be an https URL'],
    true,
  ],
  ['cloud: {authority: "https://a@b", resource-manager: "https://b?c"}\n', ['1:20 ', '1:53 '], true],
  ['clusters: {name: a}\n', ['1:11 clusters must be a list; it is a map.'], true],
  [
    'clusters:\n  - nmae: a\n',
    ['2:5 clusters[0] has no key "nmae"; allowed: name,', '2:5 clusters[0] needs the key name.'],
    true,
  ],
  [
    'clusters:\n  - name: a\n    trust-external-issuer: yes\n    issuer: http://x\n',
    ['3:28 clusters[0].trust-external-issuer is the truth value yes; allowed: true, false.', '4:13 '],
    true,
  ],
  ['clusters:\n  - name: a\n  - name: a\n', ['3:11 The name a is given to more than one cluster.'], false],
  ['clusters: [{name: "a*"}]\n', ['1:19 clusters[0].name must be a name of letters'], true],
  [`clusters: [{name: a, resource: ${group}}]\n`, ['1:32 clusters[0].resource must be the ARM id of a cluster'], true],
  ['clusters: [{name: a, sources: [../b]}]\n', ['1:32 clusters[0].sources[0] must be a path below'], true],
  ['clusters: [{name: a, sources: [/b, "c\\\\d"]}]\n', ['1:32 ', '1:36 '], true],
  ['clusters: [{name: a, helm: [{values: [a.yaml]}]}]\n', ['1:29 clusters[0].helm[0] needs the key chart.'], true],
  [
    'identities: [{name: a}]\n',
    ['1:14 identities[0] needs exactly one of resource, resource-group, application; it'],
    true,
  ],
  [`identities: [{resource-group: ${group}, application: ${guid}}]\n`, ['has resource-group and application.'], true],
  [`identities: [{application: ${guid}, client-id: ${guid}}]\n`, ['identities[0] has no key "client-id"'], true],
  [
    `identities:\n  - application: ${guid}\n    allow: {clusters: [prd], namespaces: [Shop]}\nclusters: [{name: prod}]\n`,
    ['3:24 There is no cluster "prd" (did you mean prod?); allowed: prod.', '3:43 identities[0].allow.namespaces[0]'],
    true,
  ],
  [
    `identities: [{application: ${guid}, allow: {clusters: [prod], namespaces: [a]}}]\n`,
    ['There is no cluster "prod"; none has a name.'],
    false,
  ],
  ['pipelines: [{host: gitlab}]\n', ['1:20 pipelines[0].host is "gitlab"; allowed: github, azure-pipelines.'], true],
  ['pipelines: [{identity: a}]\n', ['1:13 pipelines[0].host is missing', '1:24 There is no identity "a"'], true],
  [
    'pipelines: [{host: github, identity: a, subjects: []}]\n',
    ['1:38 There is no identity "a"; none has a name.', '1:51 pipelines[0].subjects must have an entry.'],
    true,
  ],
  [
    `identities: [{name: rg, resource-group: ${group}}]\npipelines:\n  - {host: github, identity: rg, subjects: [pull_request]}\n`,
    ['3:30 The identity rg is a whole resource group'],
    false,
  ],
  [
    `identities: [{name: a, application: ${guid}}]\npipelines: [{host: github, identity: a, subjects: ["repo:a/b:pull_request"]}]\n`,
    ['2:52 pipelines[0].subjects[0] must be the part of the subject behind the repository'],
    true,
  ],
  ['substitutions: {A: [1]}\n', ['1:20 substitutions.A must be a single value; it is a list.'], true],
  ['ignore: vendor\n', ['1:9 ignore must be a list'], true],
  ['makes-service-accounts: [apps/v1/Thing]\n', ['1:26 makes-service-accounts[0] must be a kind'], true],
  [
    'rules: {client-id-mising: off}\n',
    ['1:9 rules has no key "client-id-mising" (did you mean client-id-missing?)'],
    true,
  ],
  ['rules: {client-id-missing: on}\n', ['1:28 rules.client-id-missing is the truth value on'], true],
  ['owner: a\nowner: b\n', ['2:1 The key "owner" stands twice'], false],
  ['owner: a\n---\nowner: b\n', ['2:4 The file holds more than one document'], false],
  ['- owner\n', ['1:1 The configuration must be a map of keys; it is a list.'], true],
  ['owner: [a\n', ['2:1 '], false],
];

describe('a mistake', () => {
  it.each(mistakes)('is told on its line: %j', async (text, expected, inSchema) => {
    const { configuration, faults } = await inspect(text);
    expect(configuration).toBeUndefined();
    const told = faults.map(({ line, column, message }) => `${line}:${column} ${message}`);
    expect(told).toEqual(expected.map((part) => expect.stringContaining(part)));
    if (inSchema) expect(accepted(text)).toBe(false);
  });

  it('does not hide the others, and all of them are one error', async () => {
    const text = 'ownr: a\ntenant: b\nclusters: [{name: c, surces: []}]\n';
    const files = { read: () => new TextEncoder().encode(text) };
    const error = await readConfiguration(files, '.github/idwire.yaml').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    const { problem, evidence } = error as InputError;
    expect(problem).toBe('.github/idwire.yaml has 3 mistakes.');
    expect(evidence.split('\n').map((line) => line.slice(0, 25))).toEqual([
      '.github/idwire.yaml:1:1: ',
      '.github/idwire.yaml:2:9: ',
      '.github/idwire.yaml:3:22:',
    ]);
  });
});
