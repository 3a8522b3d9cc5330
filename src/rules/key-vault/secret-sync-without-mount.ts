/** Rule: pods read a Secret that a class makes, and nothing mounts the class. */

import { textOf } from '../../manifests/relevance.ts';
import { mountsOfClass, type SecretMount, secretClassesOf } from '../../manifests/secret-classes.ts';
import { readersOfSecret, type SecretReader } from '../../manifests/secret-readers.ts';
import { compareTexts, writtenText } from '../../model/partial-text.ts';
import type { SecretClass, SyncedSecret } from '../../model/secret-class.ts';
import { compareNamespaces, nameOf, type World } from '../../model/world.ts';
import { defineExamples, defineRule, type Observation } from '../rule.ts';
import { mounting, reads, secretClass, synced } from '../secret-class-manifests.ts';

export const rule = defineRule({
  id: 'secret-sync-without-mount',
  title: 'A synced Secret is read, and nothing mounts its class',
  group: 'Key Vault and other controllers',
  why: 'The driver makes the Secret only while some pod mounts the class, and deletes it with the last of them. Pods that read it without such a mount stay in CreateContainerConfigError ("secret not found").',
  remedy:
    'Mount the class as a CSI volume in these pods, with a volumeMount in a container, even when the files are not read.',
  severity: 'error',
  absence: true,
  sources: ['kubernetes-sigs/secrets-store-csi-driver documentation, sync as Kubernetes Secret'],
  *check(world) {
    for (const secretClass of secretClassesOf(world)) {
      for (const secret of secretClass.secrets) {
        const seen = new Set<unknown>();
        for (const reader of readersOfSecret(world, secret.name)) {
          if (seen.has(reader.template) || !isRead(world, secretClass, secret, reader)) continue;
          const observation = observe(world, secretClass, secret, reader);
          if (!observation) continue;
          seen.add(reader.template);
          yield observation;
        }
      }
    }
  },
});

/** Certain on both counts: a Secret that only may be the one is left alone. */
function isRead(world: World, { object }: SecretClass, { name }: SyncedSecret, reader: SecretReader): boolean {
  return (
    compareTexts(reader.name, name) === 'same' &&
    compareNamespaces(reader.workload, object) === 'same' &&
    world.sees(reader.workload.manifest, object.manifest) &&
    !otherClassMounted(world, object, reader)
  );
}

/** The pods mount another class that makes the same Secret. */
function otherClassMounted(world: World, own: SecretClass['object'], { template, name }: SecretReader): boolean {
  return secretClassesOf(world).some(
    ({ object, secrets }) =>
      object !== own &&
      secrets.some((secret) => compareTexts(secret.name, name) !== 'different') &&
      mountsOfClass(world, object).some((mount) => mount.template === template && mount.used),
  );
}

function observe(
  world: World,
  secretClass: SecretClass,
  secret: SyncedSecret,
  reader: SecretReader,
): Observation | undefined {
  const { object } = secretClass;
  const mounts = mountsOfClass(world, object);
  if (mounts.some((mount) => mount.template === reader.template && mount.used)) return undefined;
  const other = mounts.find((mount) => mount.used && mount.template !== reader.template);
  const idle = mounts.find((mount) => mount.template === reader.template);
  const elsewhere = isNamedElsewhere(world, secretClass, mounts);
  return {
    at: reader.nameField,
    message: `Pods of the ${reader.workload.kind} ${nameOf(reader.workload)} read the Secret "${writtenText(secret.name)}", which the class ${nameOf(object)} makes only while a pod mounts it; ${other ? `only pods of the ${other.workload.kind} ${nameOf(other.workload)} do` : idle ? 'these pods have the volume, and no container mounts it' : 'none does'}.`,
    severity: other || elsewhere || !world.complete ? 'warning' : 'error',
    related: [
      { at: secret.nameField, note: 'where the Secret is made' },
      ...(idle ? [{ at: idle.classField, note: 'the volume that no container mounts' }] : []),
    ],
  };
}

/** Values of a chart, say, can bring the mount: the class is named in an object that is neither it nor a workload here. */
function isNamedElsewhere(world: World, { object }: SecretClass, mounts: readonly SecretMount[]): boolean {
  const known = new Set([object.manifest, ...mounts.map(({ workload }) => workload.manifest)]);
  const name = writtenText(object.name);
  return world.objects.some(
    ({ manifest, kind }) =>
      (kind === 'HelmRelease' || kind === 'Application') && !known.has(manifest) && textOf(manifest).includes(name),
  );
}

const mark = ' #~ secret-sync-without-mount';
const makes = secretClass({ secrets: synced() });
const reading = (marks = '') => reads(`orders-login${marks}`);
const idle = mounting({ environment: reading(mark) }).replace(/ +volumeMounts: .*\n/, '');

export const examples = defineExamples({
  bad: [
    {
      title: 'Nothing mounts it',
      files: { 'orders.yaml': `${makes}---\n${mounting({ environment: reading(mark), mounts: false })}` },
    },
    { title: 'A volume that no container mounts', files: { 'orders.yaml': `${makes}---\n${idle}` } },
    {
      title: 'Only other pods mount it: a warning',
      files: {
        'orders.yaml': `${makes}---\n${mounting({ environment: reading(mark), mounts: false })}---\n${mounting({ name: 'invoices' })}`,
      },
    },
    {
      title: 'All of a Secret as environment, in a file of its own',
      files: {
        'class.yaml': makes,
        'orders.yaml': mounting({
          mounts: false,
          account: '',
          environment: `          envFrom:\n            - secretRef:\n                name: orders-login${mark}\n`,
        }),
      },
    },
  ],
  good: [
    { title: 'The pods mount it', files: { 'orders.yaml': `${makes}---\n${mounting({ environment: reading() })}` } },
    {
      title: 'Another Secret',
      files: { 'orders.yaml': `${makes}---\n${mounting({ environment: reads('orders-tls'), mounts: false })}` },
    },
    {
      title: 'A Secret of another namespace',
      files: {
        'orders.yaml': `${makes}---\n${mounting({ namespace: 'billing', environment: reading(), mounts: false })}`,
      },
    },
    {
      title: 'Not needed to start',
      files: {
        'orders.yaml': `${makes}---\n${mounting({ environment: reading().replace('key: password', 'key: password\n                  optional: true'), mounts: false })}`,
      },
    },
    {
      title: 'A Secret of another provider',
      files: {
        'orders.yaml': `${secretClass({ secrets: synced(), provider: 'vault' })}---\n${mounting({ environment: reading(), mounts: false })}`,
      },
    },
  ],
});
