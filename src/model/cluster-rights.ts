/** Rights in a cluster: roles with their rules, and who is bound to them. */
import type { Field } from './field.ts';
import type { KubernetesObject } from './kubernetes.ts';

/** One rule of a role; every list as it is written. */
export interface RoleRule {
  readonly field: Field;
  readonly groups: readonly Field[];
  readonly resources: readonly Field[];
  readonly verbs: readonly Field[];
  /** Whether it holds for objects of given names only. */
  readonly limited: boolean;
}

export interface Role extends KubernetesObject {
  readonly rules: readonly RoleRule[];
}

export interface Subject {
  readonly field: Field;
  readonly name: Field;
  /** The name as written. */
  readonly text: string;
  /** `User`, `Group` or `ServiceAccount`. */
  readonly kind: string;
  readonly namespace: string | undefined;
}

export interface Binding extends KubernetesObject {
  readonly roleKind: string;
  readonly roleName: Field | undefined;
  readonly subjects: readonly Subject[];
}

/** Names that Kubernetes gives out itself. */
export function isSystemName(name: string): boolean {
  return name.startsWith('system:');
}
