/** Rule: pods mount a secret class that exists only in another namespace. */
import {
  classesNamed,
  isAzureClass,
  mountsOfClass,
  type SecretMount,
  secretMountsOf,
} from '../../manifests/secret-classes.ts';
import type { KubernetesObject } from '../../model/kubernetes.ts';
import { compareTexts, literalOf, writtenText } from '../../model/partial-text.ts';
import { compareNamespaces, nameOf, type World } from '../../model/world.ts';
import { cause, defineExamples, defineRule } from '../rule.ts';
import { mounting, secretClass } from '../secret-class-manifests.ts';

export const rule = defineRule({
  id: 'secret-class-wrong-namespace',
  title: 'The secret class is in another namespace',
  group: 'Key Vault and other controllers',
  why: 'A pod mounts classes of its own namespace alone. With the class elsewhere the mount fails ("secretproviderclasses not found"), and the pods do not start.',
  remedy: 'Put the class into the namespace of the pods; pods of several namespaces need one in each.',
  severity: 'error',
  absence: true,
  sources: ['kubernetes-sigs/secrets-store-csi-driver documentation, usage'],
  *check(world) {
    for (const mount of secretMountsOf(world)) {
      const twins = twinsElsewhere(world, mount);
      const [twin] = twins;
      if (!twin) continue;
      // A class that is used where it is may well have a copy beside these pods, made by other hands.
      const unused = twins.every((object) => mountsOfClass(world, object).length === 0);
      const known = [mount.workload, twin].every(({ namespace }) => literalOf(namespace) !== undefined);
      yield {
        at: mount.classField,
        message: `Pods of the ${mount.workload.kind} ${nameOf(mount.workload)} mount the class "${writtenText(mount.className)}", which is only in namespace "${writtenText(twin.namespace)}".`,
        severity: unused && known && world.complete ? 'error' : 'warning',
        related: [{ at: twin.metadata.namespaceField ?? twin.root, note: 'the class of that name' }],
        about: cause('secret class', mount.workload),
      };
    }
  },
});

/** Azure classes of the name in other namespaces, when no class of any provider can be the one in the pods' own. */
function twinsElsewhere(world: World, mount: SecretMount): readonly KubernetesObject[] {
  const named = classesNamed(world, mount);
  if (named.some((object) => compareNamespaces(mount.workload, object) !== 'different')) return [];
  return named.filter((object) => isAzureClass(object) && compareTexts(mount.className, object.name) === 'same');
}

const mark = ' #~ secret-class-wrong-namespace';
const other = { namespace: 'vaults' };

export const examples = defineExamples({
  bad: [
    {
      title: 'The class elsewhere',
      files: { 'class.yaml': secretClass(other), 'orders.yaml': mounting({ className: `orders-vault${mark}` }) },
    },
    {
      title: 'The class is used where it is: a warning',
      files: {
        'class.yaml': `${secretClass(other)}---\n${mounting({ name: 'backup', ...other })}`,
        'orders.yaml': mounting({ className: `orders-vault${mark}` }),
      },
    },
  ],
  good: [
    { title: 'Side by side', files: { 'class.yaml': secretClass(), 'orders.yaml': mounting() } },
    {
      title: 'One in each',
      files: { 'class.yaml': `${secretClass()}---\n${secretClass(other)}`, 'orders.yaml': mounting() },
    },
    {
      title: 'The namespace is filled in later',
      files: { 'class.yaml': secretClass(other), 'orders.yaml': mounting({ namespace: '"$' + '{NAMESPACE}"' }) },
    },
    {
      title: 'A class of another provider',
      files: { 'class.yaml': secretClass({ ...other, provider: 'vault' }), 'orders.yaml': mounting() },
    },
    {
      title: 'No class of that name at all: a chart makes it',
      files: { 'class.yaml': secretClass({ ...other, name: 'backup-vault' }), 'orders.yaml': mounting() },
    },
  ],
});
