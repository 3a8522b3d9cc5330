/** Rule: the list of objects of a secret class cannot be read, or asks for something that cannot be had. */
import { secretClassesOf } from '../../manifests/secret-classes.ts';
import { literalOf, writtenText } from '../../model/partial-text.ts';
import type { VaultObject } from '../../model/secret-class.ts';
import { nameOf } from '../../model/world.ts';
import { type At, defineExamples, defineRule } from '../rule.ts';
import { secretClass } from '../secret-class-manifests.ts';

export const rule = defineRule({
  id: 'secret-class-objects-invalid',
  title: 'The objects of a secret class are invalid',
  group: 'Key Vault and other controllers',
  why: 'The provider reads `objects` at the mount, not before: with a list that it cannot read the pods stay in ContainerCreating, and the cause is only in the events.',
  remedy:
    'Write `array:` and, for each object, a text of its own (`- |`) with objectName and objectType: secret, key or cert.',
  severity: 'error',
  sources: ['Azure/secrets-store-csi-driver-provider-azure pkg/provider/types, pkg/provider/provider.go'],
  *check(world) {
    for (const { object, objects } of secretClassesOf(world)) {
      if (!objects) continue;
      for (const { at, reason } of objects.faults) {
        yield { at, message: `The objects of the class ${nameOf(object)} cannot be read: ${reason}.` };
      }
      for (const item of objects.items) {
        for (const { at, reason } of faultsOf(item)) {
          yield { at, message: `In the objects of the class ${nameOf(object)} ${reason}.` };
        }
      }
    }
  },
});

interface Fault {
  readonly at: At;
  readonly reason: string;
}

function faultsOf(item: VaultObject): readonly Fault[] {
  const name = item.name ? `"${writtenText(item.name)}"` : 'one entry';
  return [...typeFaults(item, name), ...pathFaults(item)];
}

/** Compared letter by letter with the three that there are. */
function typeFaults({ type, typeAt, at }: VaultObject, name: string): readonly Fault[] {
  if (!type) return [{ at, reason: `${name} has no objectType` }];
  const word = literalOf(type);
  if (word === undefined || /^(?:secret|key|cert)$/.test(word)) return [];
  return [{ at: typeAt, reason: `${name} has the objectType "${word}", which is none of secret, key and cert` }];
}

/** The file's name in the volume: the alias, else the object's own name. */
function pathFaults({ name, alias, nameAt, aliasAt, at }: VaultObject): readonly Fault[] {
  const path = alias ?? name;
  if (!path) return [{ at, reason: 'one entry has no objectName' }];
  const where = alias ? aliasAt : nameAt;
  const text = path.pieces[0] ?? '';
  if (text.startsWith('/')) return [{ at: where, reason: `"${writtenText(path)}" is an absolute path` }];
  if (writtenText(path).split('/').includes('..'))
    return [{ at: where, reason: `"${writtenText(path)}" leads out of the volume` }];
  return [];
}

const mark = ' #~ secret-class-objects-invalid';
const one = (type: string, alias = '') => `    objects: |
      array:
        - |
          objectName: orders-password
          objectType: ${type}
${alias && `          objectAlias: ${alias}\n`}`;

export const examples = defineExamples({
  bad: [
    { title: 'A type in another letter case', files: { 'class.yaml': secretClass({ list: one(`Secret${mark}`) }) } },
    { title: 'A word that is no type', files: { 'class.yaml': secretClass({ list: one(`certificate${mark}`) }) } },
    {
      title: 'An absolute path',
      files: { 'class.yaml': secretClass({ list: one('secret', `/etc/password${mark}`) }) },
    },
    {
      title: 'A path out of the volume',
      files: { 'class.yaml': secretClass({ list: one('secret', `../password${mark}`) }) },
    },
    {
      title: 'Maps where texts are wanted',
      files: {
        'class.yaml': secretClass({
          list: `    objects: |
      array:
        - objectName: orders-password${mark}
          objectType: secret
`,
        }),
      },
    },
    {
      title: 'No list at all',
      files: {
        'class.yaml': secretClass({
          list: `    objects: |${mark}
      - objectName: orders-password
        objectType: secret
`,
        }),
      },
    },
    {
      title: 'No type',
      files: {
        'class.yaml': secretClass({
          list: `    objects: |
      array:
        - |
          objectName: orders-password${mark}
`,
        }),
      },
    },
  ],
  good: [
    {
      title: 'One of each',
      files: {
        'class.yaml': secretClass({
          list: `${one('secret', 'logins/orders')}        - |\n          objectName: signing\n          objectType: key\n        - |\n          objectName: tls\n          objectType: cert\n          objectVersion: ""   # the latest\n`,
        }),
      },
    },
    { title: 'Names filled in later', files: { 'class.yaml': secretClass({ list: one('$OBJECT_TYPE', '<alias>') }) } },
    {
      title: 'The list is filled in later',
      files: { 'class.yaml': secretClass({ list: '    objects: |\n      $' + '{OBJECTS}\n' }) },
    },
    {
      title: 'Another provider',
      files: { 'class.yaml': secretClass({ provider: 'gcp', list: '    objects: none\n' }) },
    },
    { title: 'An empty list', files: { 'class.yaml': secretClass({ list: '    objects: |\n      array: []\n' }) } },
  ],
});
