/** Rule: a group is bound by its name instead of its object id. */
import { bindingsOf } from '../../manifests/cluster-rights.ts';
import { isSystemName } from '../../model/cluster-rights.ts';
import { nameOf } from '../../model/world.ts';
import { groupId, roleBinding, subjectLine } from '../example-rights.ts';
import { describeNotGuid } from '../guid.ts';
import { isOpen } from '../open-text.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'rbac-group-not-object-id',
  title: 'A group is bound by its name',
  group: 'Cluster rights and network',
  why: 'Tokens of Entra carry groups by object id. In a cluster that is integrated with Entra, a binding to a name grants nothing to anybody.',
  remedy: 'Write the object id of the group: az ad group show --group <name> --query id.',
  severity: 'warning',
  sources: ['MicrosoftDocs/azure-aks-docs kubernetes-rbac-entra-id.md'],
  *check(world, repository) {
    for (const binding of bindingsOf(world)) {
      for (const { kind, name, text } of binding.subjects) {
        if (kind !== 'Group' || isSystemName(text) || isOpen(text, repository) || !describeNotGuid(text)) continue;
        yield {
          at: name,
          message: `The ${binding.kind} ${nameOf(binding)} names the group "${text}"; Entra presents groups by object id.`,
        };
      }
    }
  },
});

export const examples = defineExamples({
  bad: [
    {
      title: 'The name that people use',
      files: { 'binding.yaml': roleBinding(subjectLine('Group', 'shop-developers', ' #~ rbac-group-not-object-id')) },
    },
  ],
  good: [
    { title: 'The object id', files: { 'binding.yaml': roleBinding(subjectLine('Group', groupId)) } },
    {
      title: 'A group of the system',
      files: { 'binding.yaml': roleBinding(subjectLine('Group', 'system:serviceaccounts:shop')) },
    },
    {
      title: 'An id that is filled in later',
      files: { 'binding.yaml': roleBinding(subjectLine('Group', '$' + '{DEVELOPERS_GROUP_ID}')) },
    },
  ],
});
