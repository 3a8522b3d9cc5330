/** Rule: somebody is bound to cluster-admin. */
import { bindingsOf } from '../../manifests/cluster-rights.ts';
import type { Binding } from '../../model/cluster-rights.ts';
import { nameOf } from '../../model/world.ts';
import { clusterRoleBinding, groupId, roleBinding, subjectLine } from '../example-rights.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'rbac-cluster-admin',
  title: 'A binding gives away cluster-admin',
  group: 'Cluster rights and network',
  why: 'cluster-admin may do everything with every object: read all secrets, and get a token of any ServiceAccount and so of every Azure identity that the cluster is trusted for.',
  remedy: 'Bind a role that lists what is needed, with a RoleBinding in the namespace where it is needed.',
  severity: 'warning',
  sources: ['kubernetes/website docs/concepts/security/rbac-good-practices.md'],
  *check(world) {
    for (const binding of bindingsOf(world)) {
      const { roleName, subjects } = binding;
      if (binding.roleKind !== 'ClusterRole' || roleName?.text !== 'cluster-admin' || subjects.length === 0) continue;
      yield {
        at: roleName,
        message: `The ${binding.kind} ${nameOf(binding)} gives ${namesOf(binding)} ${binding.kind === 'RoleBinding' ? 'every right in its namespace' : 'every right in the cluster'}.`,
        // Within one namespace it is what the role admin nearly is.
        severity: binding.kind === 'RoleBinding' ? 'note' : 'warning',
      };
    }
  },
});

const everybody = /^system:(?:authenticated|unauthenticated|serviceaccounts|anonymous)$/;

function namesOf({ subjects }: Binding): string {
  const open = subjects.find(({ text }) => everybody.test(text));
  if (open) return `"${open.text}", which is everybody,`;
  const [first] = subjects;
  const others = subjects.length > 1 ? ` and ${subjects.length - 1} more` : '';
  return `${first?.kind} "${first?.text}"${others}`;
}

const mark = ' #~ rbac-cluster-admin';

export const examples = defineExamples({
  bad: [
    {
      title: 'In the whole cluster',
      files: { 'binding.yaml': clusterRoleBinding(subjectLine('Group', groupId), 'cluster-admin', mark) },
    },
    {
      title: 'In one namespace',
      files: { 'binding.yaml': roleBinding(subjectLine('Group', groupId), 'cluster-admin', mark) },
    },
  ],
  good: [
    {
      title: 'A role that reads',
      files: { 'binding.yaml': clusterRoleBinding(subjectLine('Group', groupId), 'view') },
    },
  ],
});
