/** Reads the resources and components of AAD Pod Identity out of a world. */
import type { Field } from '../model/field.ts';
import type { KubernetesObject } from '../model/kubernetes.ts';
import { entryOf, podIdentityLabel } from '../model/kubernetes.ts';
import type { PartialText } from '../model/partial-text.ts';
import {
  modeOf,
  type PodIdentity,
  type PodIdentityBinding,
  type PodIdentityComponent,
  type PodIdentityMode,
  type PodIdentitySystem,
} from '../model/pod-identity.ts';
import type { World } from '../model/world.ts';
import { chartValues } from './chart-values.ts';
import { readPlaceholders } from './placeholders.ts';
import { componentsOf } from './pod-identity-components.ts';

/** The API group of the four resources (Azure/aad-pod-identity config/crd). */
export const podIdentityGroup = 'aadpodidentity.k8s.io';

const systems = new WeakMap<World, PodIdentitySystem>();

/** Pod identity in a world; read once. */
export function podIdentityOf(world: World): PodIdentitySystem {
  let system = systems.get(world);
  if (!system) {
    system = readSystem(world);
    systems.set(world, system);
  }
  return system;
}

/** How pods near an object are matched, by the components that can be in its cluster. */
export function modeNear(world: World, object: KubernetesObject): PodIdentityMode {
  return modeOf(
    podIdentityOf(world).components.filter((component) => world.sees(object.manifest, component.object.manifest)),
  );
}

function readSystem(world: World): PodIdentitySystem {
  const ofKind = (kind: string) =>
    world.objects.filter((object) => object.group === podIdentityGroup && object.kind === kind);
  const clusters = world.objects.flatMap((object) => addOnProfile(object) ?? []);
  const components = componentsOf(world);
  return {
    identities: ofKind('AzureIdentity').map(readIdentity),
    bindings: ofKind('AzureIdentityBinding').map(readBinding),
    exceptions: ofKind('AzurePodIdentityException').map((object) => ({
      object,
      podLabels: object.root.get('spec', 'podLabels')?.entries() ?? [],
    })),
    assigned: ofKind('AzureAssignedIdentity'),
    components,
    otherSelectors: [...clusters.flatMap(addOnSelectors), ...components.flatMap(chartSelectors)],
    addOnIdentities: clusters.map((profile) => profile.get('userAssignedIdentities')?.items() ?? []),
    addOnExceptions: clusters.map((profile) => profile.get('userAssignedIdentityExceptions')?.items() ?? []),
    kubenet: [...world.objects.flatMap((object) => kubenetPlugin(object) ?? []), ...allowingKubenet(components)],
  };
}

function readIdentity(object: KubernetesObject): PodIdentity {
  const spec = object.root.get('spec');
  const typeField = spec?.get('type');
  // Absent decodes to Go's zero value; a quoted number is refused, but plainly means the number.
  const type = typeField === undefined ? 0 : Number(typeField.text);
  return {
    object,
    type: Number.isInteger(type) ? type : undefined,
    typeField,
    resourceId: spec?.get('resourceID'),
    clientId: spec?.get('clientID'),
    namespaced: entryOf(object.metadata.annotations, `${podIdentityGroup}/Behavior`)?.string === 'namespaced',
  };
}

function readBinding(object: KubernetesObject): PodIdentityBinding {
  const identityField = object.root.get('spec', 'azureIdentity');
  const selectorField = object.root.get('spec', 'selector');
  return {
    object,
    identityField,
    identity: textIn(identityField),
    selectorField,
    selector: textIn(selectorField),
  };
}

function textIn(field: Field | undefined): PartialText | undefined {
  return field?.text ? readPlaceholders(field.text) : undefined;
}

/** `spec.podIdentityProfile` of a cluster declared through Azure Service Operator. */
function addOnProfile(object: KubernetesObject): Field | undefined {
  return object.kind === 'ManagedCluster' ? object.root.get('spec', 'podIdentityProfile') : undefined;
}

/** The add-on binds by the selector given, or by the identity's name (azure-aks-docs use-azure-ad-pod-identity.md). */
function addOnSelectors(profile: Field): readonly PartialText[] {
  return (profile.get('userAssignedIdentities')?.items() ?? []).flatMap(
    (identity) => textIn(identity.get('bindingSelector') ?? identity.get('name')) ?? [],
  );
}

/** Bindings that the chart makes from its values: a list before chart 3.0.0, a map since. */
function chartSelectors({ object, kind }: PodIdentityComponent): readonly PartialText[] {
  if (kind !== 'chart') return [];
  return chartValues(object).flatMap((values) => {
    const identities = values.get('azureIdentities');
    return [...(identities?.items() ?? []), ...(identities?.entries() ?? [])].flatMap(
      (identity) => textIn(identity.get('binding', 'selector')) ?? [],
    );
  });
}

function kubenetPlugin(object: KubernetesObject): Field | undefined {
  if (object.kind !== 'ManagedCluster') return undefined;
  const plugin = object.root.get('spec', 'networkProfile', 'networkPlugin');
  return plugin?.text === 'kubenet' ? plugin : undefined;
}

function allowingKubenet(components: readonly PodIdentityComponent[]): readonly Field[] {
  return components.flatMap(({ kubenetAllowed }) => (kubenetAllowed?.value ? [kubenetAllowed.at] : []));
}

/** The pod identity label of some metadata; one without a value asks for nothing. */
export function podIdentityLabelIn(labels: readonly Field[]): Field | undefined {
  const label = entryOf(labels, podIdentityLabel);
  return label?.text ? label : undefined;
}
