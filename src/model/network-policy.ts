/** Network policies of Kubernetes, so far as they say what pods may reach. */
import type { Field } from './field.ts';
import type { KubernetesObject } from './kubernetes.ts';

/** `ipBlock` of a peer; a peer without one selects pods or namespaces. */
export interface AddressPeer {
  readonly cidr: Field | undefined;
  readonly excepts: readonly Field[];
}

export interface PolicyPort {
  /** `TCP` when not given. */
  readonly protocol: string;
  /** As written; undefined for every port. */
  readonly port: string | undefined;
  readonly endPort: string | undefined;
}

export interface EgressRule {
  readonly field: Field;
  /** Whether it names any peer; one that names none lets traffic to everywhere. */
  readonly everywhere: boolean;
  readonly addresses: readonly AddressPeer[];
  /** Empty for every port. */
  readonly ports: readonly PolicyPort[];
}

export interface NetworkPolicy extends KubernetesObject {
  readonly podSelector: Field | undefined;
  readonly restrictsEgress: boolean;
  readonly egress: readonly EgressRule[];
  /** All address blocks, those of ingress included. */
  readonly addresses: readonly AddressPeer[];
}
