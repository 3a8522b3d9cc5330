/** The generated repository is deterministic, as large as announced, parseable, and wired as its summary says. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { type GenerateOptions, generateRepository } from '../../../scripts/bench/generate-repository.ts';
import { faultRules } from '../../../scripts/bench/generated-application.ts';
import { temporaryFolder } from './temporary-folder.ts';

// Real processes and thousands of files: slow beside other work on the machine, never stuck.
vi.setConfig({ testTimeout: 60_000 });

interface Labelled {
  readonly labels?: Readonly<Record<string, unknown>>;
  readonly annotations?: Readonly<Record<string, unknown>>;
}

interface PodTemplate {
  readonly metadata: Labelled;
  readonly spec: { readonly serviceAccountName?: string };
}

interface KubernetesObject {
  readonly kind: string;
  readonly metadata: Labelled & { readonly name: string; readonly namespace?: string };
  readonly spec?: {
    readonly template?: PodTemplate;
    readonly jobTemplate?: { readonly spec: { readonly template: PodTemplate } };
  };
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function generate(options: GenerateOptions) {
  const summary = generateRepository(temporaryFolder(), options);
  const files = readdirSync(summary.directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const contents = new Map(
    files.map((path) => [path.slice(summary.directory.length + 1), readFileSync(path, 'utf8')] as const),
  );
  return { summary, contents };
}

function objectsOf(contents: ReadonlyMap<string, string>): readonly KubernetesObject[] {
  const manifests = [...contents].filter(([path]) => /\.ya?ml$/.test(path));
  return manifests.flatMap(([path, text]) =>
    parseAllDocuments(text).map((document) => {
      expect(document.errors, path).toEqual([]);
      expect(document.warnings, path).toEqual([]);
      const object: KubernetesObject = document.toJS();
      return object;
    }),
  );
}

function podTemplate({ spec }: KubernetesObject): PodTemplate | undefined {
  return spec?.template ?? spec?.jobTemplate?.spec.template;
}

const key = (kind: string, namespace: string | undefined, name: string) => `${kind} ${namespace ?? ''}/${name}`;

test('the same seed gives the same bytes, another seed gives others', () => {
  const { contents } = generate({ manifests: 60, seed: 7 });
  expect(generate({ manifests: 60, seed: 7 }).contents).toEqual(contents);
  expect(generate({ manifests: 60, seed: 8 }).contents).not.toEqual(contents);
});

test.each([1, 20, 333])('%i manifests are written and counted', (manifests) => {
  const { summary, contents } = generate({ manifests });
  const texts = [...contents].map(([path, text]) => ({ path, bytes: Buffer.byteLength(text), text }));
  const yaml = texts.filter(({ path }) => /\.ya?ml$/.test(path));
  const total = (list: readonly { bytes: number }[]) => list.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(summary.manifests).toBe(manifests);
  expect(yaml).toHaveLength(manifests);
  expect(yaml.every(({ path }) => summary.manifestFolders.includes(path.split('/')[0] ?? ''))).toBe(true);
  expect(summary.manifestBytes).toBe(total(yaml));
  expect(summary.files).toBe(texts.length);
  expect(summary.bytes).toBe(total(texts));
  expect(summary.documents).toBe(objectsOf(contents).length);
  expect(summary.identityManifests).toBe(yaml.filter(({ text }) => text.includes('azure.workload.identity/')).length);
});

test('one in twenty manifests touches an identity, and one manifest is a little under four thousand bytes', () => {
  const { summary } = generate({ manifests: 2000 });
  expect(summary.identityManifests / summary.manifests).toBeCloseTo(0.05, 2);
  const average = summary.manifestBytes / summary.manifests;
  expect(average).toBeGreaterThan(3500);
  expect(average).toBeLessThan(4200);
  expect(summary.documents).toBeGreaterThan(summary.manifests);
});

test('every kind occurs, each object once, and every pod finds its account', () => {
  const objects = objectsOf(generate({ manifests: 400 }).contents);
  const keys = objects.map(({ kind, metadata }) => key(kind, metadata.namespace, metadata.name));
  expect(new Set(keys).size).toBe(keys.length);
  expect([...new Set(objects.map(({ kind }) => kind))].toSorted()).toEqual([
    'ConfigMap',
    'CronJob',
    'CustomResourceDefinition',
    'Deployment',
    'Service',
    'ServiceAccount',
    'StatefulSet',
  ]);
  const workloads = objects.filter((object) => podTemplate(object) !== undefined);
  const used = workloads.flatMap((object) => {
    const account = podTemplate(object)?.spec.serviceAccountName;
    return account === undefined ? [] : [key('ServiceAccount', object.metadata.namespace, account)];
  });
  expect(used.length).toBeGreaterThan(50);
  expect(used.length).toBeLessThan(workloads.length - 50);
  expect(keys).toEqual(expect.arrayContaining(used));
});

test('in a clean repository every labelled pod runs as an account with a client id of its own', () => {
  const objects = objectsOf(generate({ manifests: 400 }).contents);
  const clientIds = new Map(
    objects
      .filter(({ kind }) => kind === 'ServiceAccount')
      .map(({ kind, metadata }) => [
        key(kind, metadata.namespace, metadata.name),
        metadata.annotations?.['azure.workload.identity/client-id'],
      ]),
  );
  const wired = [...clientIds.values()].filter((clientId) => clientId !== undefined);
  expect(wired.length).toBeGreaterThan(5);
  expect(new Set(wired).size).toBe(wired.length);
  for (const clientId of wired) expect(clientId).toMatch(guid);
  const labelled = objects.filter(
    (object) => podTemplate(object)?.metadata.labels?.['azure.workload.identity/use'] === 'true',
  );
  expect(labelled).toHaveLength(wired.length);
  for (const object of labelled) {
    const account = podTemplate(object)?.spec.serviceAccountName ?? '';
    expect(wired).toContain(clientIds.get(key('ServiceAccount', object.metadata.namespace, account)));
  }
});

test('each fault changes one file of the application that the summary names, and nothing else', () => {
  const faults = faultRules.length;
  const clean = generate({ manifests: 400 });
  const faulty = generate({ manifests: 400, faults });
  expect(clean.summary.faults).toEqual([]);
  expect(faulty.summary.faults.map(({ rule }) => rule)).toEqual(faultRules);
  expect([...faulty.contents.keys()]).toEqual([...clean.contents.keys()]);
  const changed = [...faulty.contents].filter(([path, text]) => clean.contents.get(path) !== text);
  expect(changed).toHaveLength(faults);
  for (const { application } of faulty.summary.faults) {
    expect(changed.filter(([path]) => path.startsWith(`${application}/`))).toHaveLength(1);
  }
});

test('more faults than identity-bearing applications are refused', () => {
  expect(() => generate({ manifests: 20, faults: 19 })).toThrow(RangeError);
});
