/** Rule: two secret classes make the same Secret. */
import { secretClassesOf } from '../../manifests/secret-classes.ts';
import { compareTexts, literalOf, writtenText } from '../../model/partial-text.ts';
import type { SecretClass, SyncedSecret } from '../../model/secret-class.ts';
import { compareNamespaces, nameOf, type World } from '../../model/world.ts';
import { defineExamples, defineRule } from '../rule.ts';
import { mounting, secretClass, synced } from '../secret-class-manifests.ts';

export const rule = defineRule({
  id: 'secret-sync-duplicate',
  title: 'Two secret classes make one Secret',
  group: 'Key Vault and other controllers',
  why: 'The driver makes a Secret once and leaves one that is there alone: which class it comes from depends on which pod starts first, and the keys of the other are never in it.',
  remedy: 'Give each Secret a name of its own, or make it of one class with all its keys.',
  severity: 'error',
  sources: ['kubernetes-sigs/secrets-store-csi-driver documentation, sync as Kubernetes Secret'],
  *check(world) {
    const first = new Map<string, Made[]>();
    for (const secretClass of secretClassesOf(world)) {
      for (const secret of secretClass.secrets) {
        const name = literalOf(secret.name);
        if (name === undefined) continue;
        const known = first.get(name) ?? [];
        const other = known.find((made) => clash(world, made.secretClass, secretClass));
        first.set(name, [...known, { secretClass, secret }]);
        if (!other) continue;
        const { object } = secretClass;
        const { object: rival } = other.secretClass;
        // Without a namespace, files of two folders may go to two namespaces.
        const certain = object.manifest.source.path === rival.manifest.source.path || isPlaced(object);
        yield {
          at: secret.nameField,
          message: `The class ${nameOf(object)} makes the Secret "${writtenText(secret.name)}", and so does the class ${nameOf(rival)}.`,
          severity: certain ? 'error' : 'warning',
          related: [{ at: other.secret.nameField, note: 'the same Secret' }],
        };
      }
    }
  },
});

interface Made {
  readonly secretClass: SecretClass;
  readonly secret: SyncedSecret;
}

/** Classes of one namespace that can be there together; copies of one class are alternatives. */
function clash(world: World, { object: a }: SecretClass, { object: b }: SecretClass): boolean {
  return (
    world.sees(a.manifest, b.manifest) &&
    compareNamespaces(a, b) === 'same' &&
    compareTexts(a.name, b.name) === 'different'
  );
}

function isPlaced(object: SecretClass['object']): boolean {
  return object.namespaceGiven && literalOf(object.namespace) !== undefined;
}

const mark = ' #~ secret-sync-duplicate';
const second = { name: 'orders-more', className: 'orders-more' };
const used = `---\n${mounting()}---\n${mounting(second)}`;
const bare = (text: string) => text.replaceAll('  namespace: shop\n', '');

export const examples = defineExamples({
  bad: [
    {
      title: 'Two classes of one namespace',
      files: {
        'orders.yaml': `${secretClass({ secrets: synced() })}---\n${secretClass({ name: 'orders-more', secrets: synced({ secret: `orders-login${mark}` }) })}${used}`,
      },
    },
    {
      title: 'Two files without a namespace: a warning',
      files: {
        'a/orders.yaml': bare(secretClass({ secrets: synced() })),
        'b/orders.yaml': bare(secretClass({ name: 'orders-more', secrets: synced({ secret: `orders-login${mark}` }) })),
      },
    },
  ],
  good: [
    {
      title: 'Two Secrets',
      files: {
        'orders.yaml': `${secretClass({ secrets: synced() })}---\n${secretClass({ name: 'orders-more', secrets: synced({ secret: 'orders-tls' }) })}${used}`,
      },
    },
    {
      title: 'Two namespaces',
      files: {
        'orders.yaml': `${secretClass({ secrets: synced() })}---\n${secretClass({ namespace: 'billing', name: 'billing-vault', secrets: synced() })}`,
      },
    },
    {
      title: 'Two environments',
      files: {
        'dev/class.yaml': secretClass({ secrets: synced() }),
        'prod/class.yaml': secretClass({ name: 'orders-more', secrets: synced() }),
      },
    },
  ],
});
