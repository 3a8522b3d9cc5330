/** Roles and bindings for the examples of rules about rights. */

/** The object id of a group, as Entra makes them. */
export const groupId = '6d0c5a8e-41f7-4c1b-8a52-0e7b9d3f1c64';

/** One subject line; the mark, if any, stands on it. */
export function subjectLine(kind: 'User' | 'Group', name: string, mark = ''): string {
  return `  - kind: ${kind}
    apiGroup: rbac.authorization.k8s.io
    name: ${name}${mark}
`;
}

/** A RoleBinding in the namespace `shop` to the ClusterRole `view`, unless another role is given. */
export function roleBinding(subjects: string, role = 'view', roleMark = ''): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: shop-team
  namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: ${role}${roleMark}
subjects:
${subjects}`;
}

/** A ClusterRoleBinding to a ClusterRole. */
export function clusterRoleBinding(subjects: string, role: string, roleMark = ''): string {
  return roleBinding(subjects, role, roleMark)
    .replace('kind: RoleBinding', 'kind: ClusterRoleBinding')
    .replace('  namespace: shop\n', '');
}

/** A Role in the namespace `shop` with one rule. */
export function role(rule: { groups: string; resources: string; verbs: string }): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: shop-team
  namespace: shop
rules:
  - apiGroups: [${rule.groups}]
    resources: ${rule.resources}
    verbs: ${rule.verbs}
`;
}
