/** Rule: a binding names the group that passes every check. */
import { bindingsOf } from '../../manifests/cluster-rights.ts';
import { nameOf } from '../../model/world.ts';
import { groupId, roleBinding, subjectLine } from '../example-rights.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'rbac-system-masters',
  title: 'A binding names system:masters',
  group: 'Cluster rights and network',
  why: 'Members of system:masters pass every check, whatever is bound, and no webhook of Entra is asked. A binding of that group grants nothing that it does not have, and shows that somebody counts on its membership.',
  remedy: 'Remove the subject and bind the group of people that was meant.',
  severity: 'error',
  sources: ['kubernetes/website docs/concepts/security/rbac-good-practices.md'],
  *check(world) {
    for (const binding of bindingsOf(world)) {
      for (const { kind, name, text } of binding.subjects) {
        if (kind !== 'Group' || text !== 'system:masters' || isBuiltIn(binding)) continue;
        yield {
          at: name,
          message: `The ${binding.kind} ${nameOf(binding)} names the group system:masters, which passes every check already.`,
        };
      }
    }
  },
});

/** The binding that every API server makes itself, exported with the rest of a cluster. */
function isBuiltIn({ metadata }: { readonly metadata: { readonly labels: readonly { key: string }[] } }): boolean {
  return metadata.labels.some((label) => label.key === 'kubernetes.io/bootstrapping');
}

export const examples = defineExamples({
  bad: [
    {
      title: 'As a subject',
      files: { 'binding.yaml': roleBinding(subjectLine('Group', 'system:masters', ' #~ rbac-system-masters')) },
    },
  ],
  good: [{ title: 'A group of people', files: { 'binding.yaml': roleBinding(subjectLine('Group', groupId)) } }],
});
