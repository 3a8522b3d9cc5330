/** Rule: a role that grants whatever there is, now and later. */
import { rolesOf } from '../../manifests/cluster-rights.ts';
import type { RoleRule } from '../../model/cluster-rights.ts';
import { nameOf } from '../../model/world.ts';
import { role } from '../example-rights.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'rbac-wildcard',
  title: 'A role grants by wildcard',
  group: 'Cluster rights and network',
  why: 'An asterisk grants every resource or verb of a group, those of later versions included: with the core group that is secrets, exec, and tokens of every ServiceAccount.',
  remedy: 'List the resources and verbs that are needed.',
  severity: 'warning',
  sources: ['kubernetes/website docs/concepts/security/rbac-good-practices.md'],
  *check(world) {
    for (const object of rolesOf(world)) {
      for (const roleRule of object.rules) {
        const wildcard = wildcardOf(roleRule);
        if (!wildcard) continue;
        yield {
          at: wildcard.field,
          message: `The ${object.kind} ${nameOf(object)} grants every ${wildcard.of} of ${groupsOf(roleRule)}.`,
        };
      }
    }
  },
});

/** Groups that Kubernetes itself serves; an operator may well own everything in a group of its own. */
const builtIn =
  /^(?:|\*|apps|batch|extensions|policy|autoscaling|(?:rbac\.authorization|networking|storage|admissionregistration|apiextensions|certificates|authentication|authorization|coordination|node|scheduling|discovery|events|apiregistration)\.k8s\.io)$/;

function wildcardOf(roleRule: RoleRule) {
  if (roleRule.limited || !roleRule.groups.some(({ text }) => builtIn.test(text ?? ''))) return undefined;
  const resource = roleRule.resources.find(({ text }) => text === '*');
  if (resource) return { field: resource, of: 'resource' };
  const verb = roleRule.verbs.find(({ text }) => text === '*');
  return verb && { field: verb, of: 'verb' };
}

function groupsOf({ groups }: RoleRule): string {
  const names = groups.map(({ text }) => (text === '' ? 'the core group' : text === '*' ? 'every group' : `${text}`));
  return names.join(', ');
}

const mark = ' #~ rbac-wildcard';

export const examples = defineExamples({
  bad: [
    {
      title: 'Every resource',
      files: { 'role.yaml': role({ groups: '""', resources: `\n      - "*"${mark}`, verbs: '[get, list]' }) },
    },
    {
      title: 'Every verb',
      files: { 'role.yaml': role({ groups: 'apps', resources: '[deployments]', verbs: `["*"]${mark}` }) },
    },
  ],
  good: [
    {
      title: 'What is needed',
      files: { 'role.yaml': role({ groups: 'apps', resources: '[deployments]', verbs: '[get, list, watch]' }) },
    },
    {
      title: 'An operator and the group of its own',
      files: { 'role.yaml': role({ groups: 'shop.contoso.example', resources: '["*"]', verbs: '["*"]' }) },
    },
  ],
});
