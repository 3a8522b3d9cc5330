/** Holds the field table and the merge of patches against independent implementations of the Kubernetes types. */
import * as client from '@kubernetes/client-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { structs } from '../../../emulators/kubernetes/field-schema.ts';
import { fieldType } from '../../../emulators/kubernetes/field-type.ts';
import type { JsonRecord } from '../../../emulators/kubernetes/json.ts';
import { strategicMerge } from '../../../emulators/kubernetes/strategic-merge.ts';
import { Kubectl } from './kubectl.ts';

interface Attribute {
  readonly baseName: string;
  readonly type: string;
}

/** The classes of client-node are generated from the OpenAPI document of Kubernetes 1.34. */
const attributesOf = (struct: string): readonly Attribute[] | undefined => {
  const names: Record<string, string> = { Subject: 'RbacV1Subject', Event: 'CoreV1Event' };
  const model = (client as unknown as Record<string, { attributeTypeMap?: Attribute[] }>)[
    names[struct] ?? `V1${struct}`
  ];
  return model?.attributeTypeMap;
};

const wireTypes: Record<string, string> = { string: 'string', bool: 'boolean', int32: 'number', int64: 'number' };

describe('field table', () => {
  const builtIn = Object.keys(structs).filter((struct) => attributesOf(struct));

  it('covers the kinds of the Kubernetes API', () => {
    expect(builtIn).toEqual(
      expect.arrayContaining(['Pod', 'PodSpec', 'Container', 'ObjectMeta', 'JobSpec', 'ServiceSpec']),
    );
    expect(builtIn.length).toBeGreaterThan(50);
  });

  it.each(builtIn)('%s has the fields of the published API, with their types', (struct) => {
    const published = new Map(attributesOf(struct)?.map(({ baseName, type }) => [baseName, type]));
    const table = structs[struct] ?? {};
    const members = Object.keys(table);
    expect(members.toSorted()).toEqual([...published.keys()].toSorted());
    for (const [member, notation] of Object.entries(table)) {
      const { shape, of } = fieldType(notation);
      const wire = published.get(member) ?? '';
      if (shape === 'map') expect([member, wire]).toEqual([member, '{ [key: string]: string; }']);
      if (shape === 'one' && wireTypes[of] && !/Date|MicroTime/.test(wire))
        expect([member, wire]).toEqual([member, wireTypes[of]]);
      if (shape === 'atomic' || shape === 'merged' || shape === 'set')
        expect([member, wire.startsWith('Array<')]).toEqual([member, true]);
    }
  });
});

describe('strategic merge patch', { timeout: 30_000 }, () => {
  let kubectl: Kubectl;
  beforeAll(() => {
    kubectl = new Kubectl('1.35', '');
  });
  afterAll(() => kubectl.remove());

  const deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', labels: { a: '1', b: '2' }, finalizers: ['x', 'y'] },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: {
          containers: [
            {
              name: 'web',
              image: 'web:1',
              args: ['a', 'b'],
              env: [
                { name: 'A', value: '1' },
                { name: 'B', value: '2' },
              ],
            },
            {
              name: 'side',
              image: 'side:1',
              ports: [
                { containerPort: 80, name: 'http' },
                { containerPort: 81, name: 'more' },
              ],
            },
          ],
          volumes: [{ name: 'tmp', emptyDir: { medium: 'Memory' } }],
        },
      },
    },
  };
  const podSpec = (spec: JsonRecord): JsonRecord => ({ spec: { template: { spec } } });

  it.each<[string, JsonRecord]>([
    ['a member of a list, by key', podSpec({ containers: [{ name: 'side', image: 'side:2' }] })],
    [
      'a list inside a member',
      podSpec({
        containers: [
          {
            name: 'web',
            env: [
              { name: 'B', value: '3' },
              { name: 'C', value: '4' },
            ],
          },
        ],
      }),
    ],
    ['a new member of a list', podSpec({ containers: [{ name: 'new', image: 'new:1' }] })],
    ['a new member behind one that is there', podSpec({ containers: [{ name: 'side' }, { name: 'new' }] })],
    ['an atomic list', podSpec({ containers: [{ name: 'web', args: ['c'] }] })],
    ['a deleted member', podSpec({ containers: [{ name: 'side', $patch: 'delete' }] })],
    ['a replaced list', podSpec({ containers: [{ $patch: 'replace' }, { name: 'only', image: 'only:1' }] })],
    [
      'the order of a list',
      podSpec({
        '$setElementOrder/containers': [{ name: 'side' }, { name: 'web' }],
        containers: [{ name: 'web', image: 'web:2' }],
      }),
    ],
    [
      'retained keys',
      podSpec({ volumes: [{ name: 'tmp', $retainKeys: ['name', 'configMap'], configMap: { name: 'c' } }] }),
    ],
    ['numbers as keys', podSpec({ containers: [{ name: 'side', ports: [{ containerPort: 81, name: 'renamed' }] }] })],
    ['removed and added labels', { metadata: { labels: { a: null, c: '3' } } }],
    ['a set of texts', { metadata: { finalizers: ['z'] } }],
    ['a text taken out of a set', { metadata: { '$deleteFromPrimitiveList/finalizers': ['x'] } }],
    ['a map replaced as a whole', { metadata: { labels: { $patch: 'replace', only: '1' } } }],
    ['a map merged', { spec: { strategy: { $retainKeys: ['type'], type: 'Recreate' } } }],
  ])('merges %s as kubectl does', async (_what, patch) => {
    const args = ['patch', '--local', '-f', '-', '--type', 'strategic', '-p', JSON.stringify(patch), '-o', 'json'];
    const expected: unknown = JSON.parse(await kubectl.stdout(args, JSON.stringify(deployment)));
    const merged = strategicMerge('Deployment', deployment as unknown as JsonRecord, patch);
    expect(merged).toEqual(withoutZeroValues(expected));
  });
});

/** kubectl prints members that Go does not omit when they are empty; they stand for absent ones. */
function withoutZeroValues(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutZeroValues);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([member, inner]): [string, unknown] => [member, withoutZeroValues(inner)])
    .filter(([member, inner]) => inner !== null && !(member === 'resources' || member === 'status'));
  return Object.fromEntries(entries);
}
