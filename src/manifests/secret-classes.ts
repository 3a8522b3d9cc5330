/** Reads the SecretProviderClasses of a world, and which pods mount them. */
import type { Field } from '../model/field.ts';
import type { KubernetesObject, PodTemplate, Workload } from '../model/kubernetes.ts';
import type { PartialText } from '../model/partial-text.ts';
import { compareTexts } from '../model/partial-text.ts';
import type { SecretClass, SyncedSecret } from '../model/secret-class.ts';
import { candidates, compareNamespaces, indexBy, type World } from '../model/world.ts';
import { hasPlaceholder, readPlaceholders } from './placeholders.ts';
import { truth } from './pod-identity-components.ts';
import { readVaultObjects } from './vault-objects.ts';

const classesByWorld = new WeakMap<World, readonly SecretClass[]>();
const mountsByWorld = new WeakMap<World, ReadonlyMap<string, readonly SecretMount[]>>();
const classIndexes = new WeakMap<World, ReadonlyMap<string, readonly KubernetesObject[]>>();

/** The name of the CSI driver that mounts such classes. */
const driver = 'secrets-store.csi.k8s.io';

function isSecretClass(object: KubernetesObject): boolean {
  return object.kind === 'SecretProviderClass' && object.group === 'secrets-store.csi.x-k8s.io';
}

export function isAzureClass(object: KubernetesObject): boolean {
  return object.root.get('spec', 'provider')?.text === 'azure';
}

/** The classes whose provider is Azure; other clouds use some of the same words for other things. */
export function secretClassesOf(world: World): readonly SecretClass[] {
  let classes = classesByWorld.get(world);
  if (!classes) {
    classes = world.objects.filter((object) => isSecretClass(object) && isAzureClass(object)).map(readSecretClass);
    classesByWorld.set(world, classes);
  }
  return classes;
}

function readSecretClass(object: KubernetesObject): SecretClass {
  const parameters = object.root.get('spec', 'parameters')?.entries() ?? [];
  const parameter = (name: string) => parameters.find((entry) => entry.key === name);
  const nonEmpty = (name: string) => (parameter(name)?.text ? parameter(name) : undefined);
  return {
    object,
    parameters,
    access: {
      podIdentity: switchOf(parameter('usePodIdentity')),
      nodeIdentity: switchOf(parameter('useVMManagedIdentity')),
      tokenProxy: switchOf(parameter('useAzureTokenProxy')),
    },
    clientId: nonEmpty('clientID'),
    nodeClientId: nonEmpty('userAssignedIdentityID'),
    objects: readVaultObjects(parameter('objects')),
    secrets: (object.root.get('spec', 'secretObjects')?.items() ?? []).flatMap(readSecret),
  };
}

/** Absent and empty are off; text that Go does not take for a boolean, a placeholder say, is unknown. */
function switchOf(parameter: Field | undefined): boolean | undefined {
  return parameter?.text ? truth(parameter.text) : false;
}

function readSecret(entry: Field): readonly SyncedSecret[] {
  const nameField = entry.get('secretName');
  if (!nameField?.text) return [];
  const objectNames = (entry.get('data')?.items() ?? []).flatMap((data) => data.get('objectName') ?? []);
  return [{ nameField, name: readPlaceholders(nameField.text), objectNames }];
}

/** A volume of a pod that mounts a class. */
export interface SecretMount {
  readonly workload: Workload;
  readonly template: PodTemplate;
  /** The volume's `secretProviderClass`. */
  readonly classField: Field;
  readonly className: PartialText;
  /** Whether a container mounts the volume: the kubelet leaves out volumes that none uses. */
  readonly used: boolean;
  /** Whether the volume brings a Secret with a service principal. */
  readonly hasSecretRef: boolean;
}

/** Every volume of the world's pods that names a class. */
export function secretMountsOf(world: World): readonly SecretMount[] {
  return [...mountIndex(world).values()].flat();
}

function mountIndex(world: World): ReadonlyMap<string, readonly SecretMount[]> {
  let index = mountsByWorld.get(world);
  if (!index) {
    const mounts = world.workloads.flatMap((workload) =>
      workload.templates.flatMap((template) => mountsOfTemplate(workload, template)),
    );
    index = indexBy(mounts, ({ className }) => className);
    mountsByWorld.set(world, index);
  }
  return index;
}

function mountsOfTemplate(workload: Workload, template: PodTemplate): readonly SecretMount[] {
  return (template.spec.get('volumes')?.items() ?? []).flatMap((volume) => {
    const csi = volume.get('csi');
    const classField = csi?.get('volumeAttributes', 'secretProviderClass');
    if (csi?.get('driver')?.text !== driver || !classField?.text) return [];
    const name = volume.get('name')?.text;
    const used =
      !template.complete ||
      template.containers.some((container) =>
        (container.field.get('volumeMounts')?.items() ?? []).some((mount) => mount.get('name')?.text === name),
      );
    const hasSecretRef = csi.get('nodePublishSecretRef', 'name') !== undefined;
    return [{ workload, template, classField, className: readPlaceholders(classField.text), used, hasSecretRef }];
  });
}

/** The mounts that lead, or may lead, to a class. */
export function mountsOfClass(world: World, object: KubernetesObject): readonly SecretMount[] {
  return candidates(mountIndex(world), object.name).filter(
    (mount) =>
      world.sees(mount.workload.manifest, object.manifest) &&
      compareTexts(mount.className, object.name) !== 'different' &&
      compareNamespaces(mount.workload, object) !== 'different',
  );
}

/** The classes in sight, of any provider and in any namespace, that a volume names or may name. */
export function classesNamed(world: World, { workload, className }: SecretMount): readonly KubernetesObject[] {
  let index = classIndexes.get(world);
  if (!index) {
    index = indexBy(world.objects.filter(isSecretClass), ({ name }) => name);
    classIndexes.set(world, index);
  }
  return candidates(index, className).filter(
    (object) => world.sees(workload.manifest, object.manifest) && compareTexts(className, object.name) !== 'different',
  );
}

/** Whether a parameter's value is known as it stands. */
export function isKnown(field: Field): boolean {
  return !hasPlaceholder(field.text ?? '');
}
