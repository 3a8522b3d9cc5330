/** Retired AAD Pod Identity as the rules see it: its four resources, its components, and how it matches pods. */
import type { Field } from './field.ts';
import type { KubernetesObject } from './kubernetes.ts';
import type { PartialText } from './partial-text.ts';

/** An `AzureIdentity`; a field that the cluster would prune for its spelling is not read. */
export interface PodIdentity {
  readonly object: KubernetesObject;
  /** 0 user-assigned identity, 1 service principal with secret, 2 with certificate; undefined when it is filled in later. */
  readonly type: number | undefined;
  readonly typeField: Field | undefined;
  readonly resourceId: Field | undefined;
  readonly clientId: Field | undefined;
  /** Annotated so that only pods of its own namespace may use it, whatever the mode. */
  readonly namespaced: boolean;
}

/** An `AzureIdentityBinding`: pods whose label equals the selector, byte for byte, may use the identity. */
export interface PodIdentityBinding {
  readonly object: KubernetesObject;
  readonly identityField: Field | undefined;
  readonly identity: PartialText | undefined;
  readonly selectorField: Field | undefined;
  readonly selector: PartialText | undefined;
}

/** An `AzurePodIdentityException`: pods with any one of the labels reach the instance metadata service itself. */
export interface PodIdentityException {
  readonly object: KubernetesObject;
  readonly podLabels: readonly Field[];
}

export type PodIdentityComponentKind = 'mic' | 'nmi' | 'chart' | 'add-on' | 'command';

/** A setting of a component: on, off, or filled in later. */
export interface ComponentSetting {
  readonly at: Field;
  readonly value: boolean | undefined;
}

/** Something that puts pod identity into a cluster. */
export interface PodIdentityComponent {
  readonly object: KubernetesObject;
  readonly kind: PodIdentityComponentKind;
  /** Where it is switched on: its `kind` for an object that should not be there, else the setting. */
  readonly at: Field;
  /** Undefined when the component does not tell. */
  readonly operation: 'standard' | 'managed' | undefined;
  readonly forceNamespaced: ComponentSetting | undefined;
  readonly kubenetAllowed: ComponentSetting | undefined;
  readonly headerRequired: ComponentSetting | undefined;
}

/** How pods are matched, as far as the components in sight tell. */
export type PodIdentityMode = 'managed' | 'standard' | 'namespaced' | 'unknown';

/** Everything of pod identity in one world. */
export interface PodIdentitySystem {
  readonly identities: readonly PodIdentity[];
  readonly bindings: readonly PodIdentityBinding[];
  readonly exceptions: readonly PodIdentityException[];
  readonly assigned: readonly KubernetesObject[];
  readonly components: readonly PodIdentityComponent[];
  /** Selectors that a chart or the add-on makes bindings of, beside those that are objects here. */
  readonly otherSelectors: readonly PartialText[];
  /** Identities and exceptions listed in the add-on's profile of a cluster. */
  readonly addOnIdentities: readonly (readonly Field[])[];
  readonly addOnExceptions: readonly (readonly Field[])[];
  /** Where a cluster, or NMI, is declared to run on kubenet. */
  readonly kubenet: readonly Field[];
}

/** The mode that some components agree on; the cluster cannot run both, so a mixture tells nothing. */
export function modeOf(components: readonly PodIdentityComponent[]): PodIdentityMode {
  const operations = new Set(components.flatMap(({ operation }) => operation ?? []));
  if (operations.size !== 1) return 'unknown';
  if (operations.has('managed')) return 'managed';
  const settings = components.flatMap(({ forceNamespaced }) => forceNamespaced ?? []);
  if (settings.some(({ value }) => value === true)) return 'namespaced';
  return settings.some(({ value }) => value === undefined) ? 'unknown' : 'standard';
}
