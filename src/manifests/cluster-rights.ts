/** Reads roles and their bindings, the objects of rbac.authorization.k8s.io. */
import type { Binding, Role, RoleRule, Subject } from '../model/cluster-rights.ts';
import type { Field } from '../model/field.ts';
import type { KubernetesObject } from '../model/kubernetes.ts';
import type { World } from '../model/world.ts';

const group = 'rbac.authorization.k8s.io';

/** The Roles and ClusterRoles of a world. */
export function rolesOf(world: World): readonly Role[] {
  return objectsOf(world, 'Role', 'ClusterRole').map((object) => ({
    ...object,
    rules: (object.root.get('rules')?.items() ?? []).map(readRule),
  }));
}

/** The RoleBindings and ClusterRoleBindings of a world. */
export function bindingsOf(world: World): readonly Binding[] {
  return objectsOf(world, 'RoleBinding', 'ClusterRoleBinding').map((object) => ({
    ...object,
    roleKind: object.root.get('roleRef', 'kind')?.text ?? '',
    roleName: object.root.get('roleRef', 'name'),
    subjects: (object.root.get('subjects')?.items() ?? []).flatMap(readSubject),
  }));
}

function objectsOf(world: World, ...kinds: readonly string[]): readonly KubernetesObject[] {
  return world.objects.filter((object) => object.group === group && kinds.includes(object.kind));
}

function readRule(field: Field): RoleRule {
  const texts = (key: string) => (field.get(key)?.items() ?? []).filter((item) => item.text !== undefined);
  return {
    field,
    groups: texts('apiGroups'),
    resources: texts('resources'),
    verbs: texts('verbs'),
    limited: (field.get('resourceNames')?.items() ?? []).length > 0,
  };
}

function readSubject(field: Field): readonly Subject[] {
  const name = field.get('name');
  if (name?.text === undefined) return [];
  return [
    { field, name, text: name.text, kind: field.get('kind')?.text ?? '', namespace: field.get('namespace')?.text },
  ];
}
