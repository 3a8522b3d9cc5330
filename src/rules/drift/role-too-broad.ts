/** Rule: an identity that workloads act as has a role that reaches further than a workload needs. */
import type { Severity } from '../../model/finding.ts';
import type { LiveRole } from '../../model/live.ts';
import { type RoleClass, type ScopeLevel, scopeLevel } from '../../model/roles.ts';
import { estate, exampleConfiguration, exampleSubscription, exampleWire, healthyExample } from '../live-estate.ts';
import { defineExamples, defineRule } from '../rule.ts';
import { nameOfIdentity } from '../wire-verdict.ts';

export const rule = defineRule({
  id: 'role-too-broad',
  title: 'An identity has a role that reaches too far',
  group: 'Live (drift)',
  why: 'Whoever takes over one pod, or may start one with its account, has everything that the role permits.',
  remedy: 'Assign a role with only the rights that the workload uses, on the resource that it uses.',
  severity: 'warning',
  sources: ['Microsoft Learn, Azure built-in roles', 'Microsoft Learn, best practices for Azure RBAC'],
  *checkLive(live) {
    for (const { identity, roles, at } of live.identities) {
      for (const far of roles?.far ?? []) {
        const severity = severityOf(far);
        if (!severity) continue;
        yield {
          at,
          severity,
          topic: `${identity.id.toLowerCase()} ${far.role.name} ${far.scope.toLowerCase()}`,
          message: `Identity ${nameOfIdentity(identity)} has the role ${far.role.name} on ${describeScope(far.scope)}: ${meanings[far.role.class]}.`,
        };
      }
    }
  },
});

const meanings: Readonly<Record<RoleClass, string>> = {
  'grants-access': 'it can give itself, and others, any role there',
  'broad-write': 'it can change or delete everything there',
  'identity-takeover':
    'it can trust new tokens for identities there, or put identities on machines, and so become them',
  'node-takeover': 'it can run commands on machines there, nodes of clusters included',
  cluster: 'it can start pods there as any account, and so become any identity that is wired there',
  vault: 'it can change secrets there, not only read them',
};

/** On one resource, what is meant to be managed is no fault: the role is the one for it. */
function severityOf({ role, scope }: LiveRole): Severity | undefined {
  const level = scopeLevel(scope);
  if (level !== 'resource') return role.class === 'vault' && level === 'resource-group' ? 'note' : 'warning';
  if (role.class === 'grants-access') return 'warning';
  return role.class === 'broad-write' || role.class === 'cluster' || role.class === 'node-takeover'
    ? 'note'
    : undefined;
}

const levels: Readonly<Record<ScopeLevel, string>> = {
  everything: 'the whole tenant',
  'management-group': 'the management group',
  subscription: 'the subscription',
  'resource-group': 'the resource group',
  resource: 'the resource',
};

function describeScope(scope: string): string {
  const level = scopeLevel(scope);
  return level === 'everything' ? levels[level] : `${levels[level]} ${scope.slice(scope.lastIndexOf('/') + 1)}`;
}

const files = { 'idwire.yaml': exampleConfiguration({ identity: ' #~ role-too-broad' }), ...exampleWire() };
const subscription = `/subscriptions/${exampleSubscription}`;
const holding = (name: string, roleClass: RoleClass, scope: string) =>
  estate({ identity: { roles: { count: 1, far: [{ scope, role: { name, class: roleClass } }] } } });

export const examples = defineExamples({
  bad: [
    {
      title: 'Contributor of the subscription',
      severity: 'warning',
      files,
      live: holding('Contributor', 'broad-write', subscription),
    },
    {
      title: 'Contributor of one resource',
      severity: 'note',
      files,
      live: holding(
        'Contributor',
        'broad-write',
        `${subscription}/resourceGroups/rg-shop/providers/Microsoft.Storage/storageAccounts/shop`,
      ),
    },
    {
      title: 'Managed Identity Contributor of a resource group',
      severity: 'warning',
      files,
      live: holding('Managed Identity Contributor', 'identity-takeover', `${subscription}/resourceGroups/rg-shop`),
    },
  ],
  good: [
    healthyExample,
    {
      title: 'Managed Identity Contributor of one identity, as apply needs it',
      files: healthyExample.files,
      live: holding(
        'Managed Identity Contributor',
        'identity-takeover',
        `${subscription}/resourceGroups/rg-shop/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-orders`,
      ),
    },
  ],
});
