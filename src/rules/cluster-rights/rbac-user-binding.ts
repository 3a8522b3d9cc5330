/** Rule: a single user is bound where a group should be. */
import { bindingsOf } from '../../manifests/cluster-rights.ts';
import { hasPlaceholder } from '../../manifests/placeholders.ts';
import type { Severity } from '../../model/finding.ts';
import { nameOf } from '../../model/world.ts';
import { groupId, roleBinding, subjectLine } from '../example-rights.ts';
import { describeNotGuid } from '../guid.ts';
import { cause, defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'rbac-user-binding',
  title: 'A single user is bound to a role',
  group: 'Cluster rights and network',
  why: 'Rights of single people outlive their task: nobody removes the line when they change teams, and guests are named by an object id that no reader recognises. Membership of a group is reviewed in Entra.',
  remedy: 'Bind an Entra group by its object id and manage its members in Entra.',
  severity: 'warning',
  sources: ['MicrosoftDocs/azure-aks-docs kubernetes-rbac-entra-id.md'],
  yieldsTo: ['rbac-user-is-client-id'],
  *check(world) {
    for (const binding of bindingsOf(world)) {
      for (const { kind, name, text, field } of binding.subjects) {
        const severity = kind === 'User' ? severityOf(text) : undefined;
        if (!severity) continue;
        const who = severity === 'note' ? 'a service principal or a guest' : 'one person';
        yield {
          at: name,
          message: `The ${binding.kind} ${nameOf(binding)} binds "${text}", ${who}, instead of a group.`,
          severity,
          about: cause(`subject ${field.key}`, binding),
        };
      }
    }
  },
});

/** Users of certificates and of the system have names of other shapes, and no group could take their place. */
function severityOf(name: string): Severity | undefined {
  if (name.startsWith('system:') || hasPlaceholder(name)) return undefined;
  if (describeNotGuid(name) === undefined) return 'note';
  return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(name) ? 'warning' : undefined;
}

const mark = ' #~ rbac-user-binding';

export const examples = defineExamples({
  bad: [
    { title: 'A person', files: { 'binding.yaml': roleBinding(subjectLine('User', 'jo@contoso.example', mark)) } },
    {
      title: 'An object id',
      files: { 'binding.yaml': roleBinding(subjectLine('User', '0f3c8f0a-9a55-4a0e-8a51-55d1d0a1c3b7', mark)) },
    },
  ],
  good: [
    { title: 'A group', files: { 'binding.yaml': roleBinding(subjectLine('Group', groupId)) } },
    {
      title: 'A user of the system',
      files: { 'binding.yaml': roleBinding(subjectLine('User', 'system:kube-scheduler')) },
    },
  ],
});
