/** Rule: a synced Secret takes an object that the class does not fetch. */
import { readPlaceholders } from '../../manifests/placeholders.ts';
import { secretClassesOf } from '../../manifests/secret-classes.ts';
import { compareTexts, literalOf, type PartialText, writtenText } from '../../model/partial-text.ts';
import type { VaultObject } from '../../model/secret-class.ts';
import { nameOf } from '../../model/world.ts';
import { defineExamples, defineRule } from '../rule.ts';
import { mounting, reads, secretClass, synced } from '../secret-class-manifests.ts';

export const rule = defineRule({
  id: 'secret-sync-object-unknown',
  title: 'A synced Secret takes an object that is not fetched',
  group: 'Key Vault and other controllers',
  why: 'The driver looks for a mounted file of that name: the alias of an object when it has one, else its name. When there is none, the Secret is not made, and the event says "file matching objectName not found in the pod".',
  remedy: 'Write the objectAlias of the object, or its objectName when it has no alias.',
  severity: 'error',
  absence: true,
  sources: [
    'kubernetes-sigs/secrets-store-csi-driver documentation, sync as Kubernetes Secret',
    'Azure/secrets-store-csi-driver-provider-azure pkg/provider',
  ],
  *check(world) {
    for (const { object, objects, secrets } of secretClassesOf(world)) {
      if (!objects?.complete || objects.items.length === 0) continue;
      for (const field of secrets.flatMap(({ objectNames }) => objectNames)) {
        if (!field.text) continue;
        const wanted = readPlaceholders(field.text);
        if (objects.items.some((item) => fits(item, wanted))) continue;
        const renamed = objects.items.find(({ name, alias }) => alias && name && compareTexts(name, wanted) === 'same');
        yield {
          at: field,
          message: renamed?.alias
            ? `A Secret of the class ${nameOf(object)} takes "${field.text}", which is fetched under the alias "${writtenText(renamed.alias)}".`
            : `A Secret of the class ${nameOf(object)} takes "${field.text}", which is not among its objects.`,
          ...(renamed && { related: [{ at: renamed.aliasAt, note: 'the alias' }] }),
          ...(renamed?.alias &&
            literalOf(renamed.alias) !== undefined && {
              fix: { safety: 'safe', repairs: [{ kind: 'set-text', at: field, text: writtenText(renamed.alias) }] },
            }),
        };
      }
    }
  },
});

/** Histories are mounted as `name/0`, `name/1` and so on. */
function fits({ name, alias, versionHistory }: VaultObject, wanted: PartialText): boolean {
  const file = alias ?? name;
  if (!file) return true;
  if (compareTexts(file, wanted) !== 'different') return true;
  return versionHistory !== undefined && writtenText(wanted).startsWith(`${writtenText(file)}/`);
}

const aliased = (alias: string) => `    objects: |
      array:
        - |
          objectName: orders-password
          objectType: secret
          objectAlias: ${alias}
`;
const used = `---\n${mounting({ environment: reads() })}`;
const mark = ' #~ secret-sync-object-unknown';

export const examples = defineExamples({
  bad: [
    {
      title: 'Another name',
      files: { 'orders.yaml': `${secretClass({ secrets: synced({ object: `orders-pasword${mark}` }) })}${used}` },
    },
    {
      title: 'The name instead of the alias',
      files: {
        'orders.yaml': `${secretClass({ secrets: synced({ object: `orders-password${mark}` }), list: aliased('password') })}${used}`,
      },
    },
  ],
  good: [
    { title: 'The name', files: { 'orders.yaml': `${secretClass({ secrets: synced() })}${used}` } },
    {
      title: 'The alias',
      files: {
        'orders.yaml': `${secretClass({ secrets: synced({ object: 'password' }), list: aliased('password') })}${used}`,
      },
    },
    {
      title: 'Names filled in later',
      files: {
        'orders.yaml': `${secretClass({ secrets: synced({ object: 'password' }), list: aliased('$ALIAS') })}${used}`,
      },
    },
    {
      title: 'A version of a history',
      files: {
        'orders.yaml': `${secretClass({ secrets: synced({ object: 'password/0' }), list: `${aliased('password')}          objectVersionHistory: 2\n` })}${used}`,
      },
    },
  ],
});
