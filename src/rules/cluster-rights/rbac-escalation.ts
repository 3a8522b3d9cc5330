/** Rule: a role with which its holder can give itself further rights. */
import { rolesOf } from '../../manifests/cluster-rights.ts';
import { nameOf } from '../../model/world.ts';
import { role } from '../example-rights.ts';
import { defineExamples, defineRule } from '../rule.ts';

/** What each verb lets its holder do. */
const verbs: Readonly<Record<string, string>> = {
  escalate: 'write roles with rights beyond its own',
  bind: 'bind anybody to roles beyond its own',
  impersonate: 'act as other users, groups or accounts',
};

export const rule = defineRule({
  id: 'rbac-escalation',
  title: 'A role lets its holder raise its own rights',
  group: 'Cluster rights and network',
  why: 'The verbs escalate, bind and impersonate switch off the check that nobody gives away more than they have. Whoever holds them can become cluster-admin, or any account that an Azure identity trusts.',
  remedy: 'Remove the verb, or limit it by resourceNames to the roles and names that are needed.',
  severity: 'warning',
  sources: ['kubernetes/website docs/concepts/security/rbac-good-practices.md'],
  *check(world) {
    for (const object of rolesOf(world)) {
      for (const { verbs: granted, limited } of object.rules) {
        const verb = granted.find(({ text }) => text !== undefined && text in verbs);
        if (!verb || limited) continue;
        yield {
          at: verb,
          message: `The ${object.kind} ${nameOf(object)} grants "${verb.text}", so that its holder can ${verbs[verb.text as string]}.`,
        };
      }
    }
  },
});

const groups = 'rbac.authorization.k8s.io';

export const examples = defineExamples({
  bad: [
    {
      title: 'Binding roles',
      files: {
        'role.yaml': role({ groups, resources: '[clusterroles]', verbs: '[get, bind] #~ rbac-escalation' }),
      },
    },
    {
      title: 'Acting as others',
      files: {
        'role.yaml': role({
          groups: '""',
          resources: '[serviceaccounts]',
          verbs: '\n      - impersonate #~ rbac-escalation',
        }),
      },
    },
  ],
  good: [
    {
      title: 'Binding one role only',
      files: {
        'role.yaml': `${role({ groups, resources: '[clusterroles]', verbs: '[bind]' })}    resourceNames: [view]\n`,
      },
    },
  ],
});
