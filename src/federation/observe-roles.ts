/** Reads what the identities may do: one list for each subscription, grouped by principal. */
import { type Identity, resourceParts } from '../model/identity.ts';
import { type LiveIdentity, type LiveRole, principalOf } from '../model/live.ts';
import type { Gap } from '../model/report.ts';
import { knownRoles, type RoleAssignment, type RoleClass, type RoleDefinition, roleGuid } from '../model/roles.ts';
import type { Audit } from '../ports/audit.ts';
import { inParallel } from './observe.ts';
import { attempt } from './observe-cluster.ts';

export interface ObservedRoles {
  /** By principal id in lower case; only of identities all of whose subscriptions could be read. */
  readonly roles: ReadonlyMap<string, NonNullable<LiveIdentity['roles']>>;
  readonly gaps: readonly Gap[];
}

/** An assignment can stand in any of the subscriptions, so one that cannot be read makes all of them uncertain. */
export async function observeRoles(
  audit: Audit,
  subscriptions: readonly string[],
  identities: readonly Identity[],
): Promise<ObservedRoles> {
  const gaps: Gap[] = [];
  const principals = new Set(identities.flatMap((identity) => principalOf(identity) ?? []));
  if (principals.size === 0) return { roles: new Map(), gaps };
  const ids = subscriptions.length > 0 ? subscriptions : [...subscriptionsOf(identities)];
  const lists = await inParallel(ids, (subscription) =>
    attempt(`the role assignments of subscription ${subscription}`, gaps, () => audit.roleAssignments(subscription)),
  );
  if (gaps.length > 0) return { roles: new Map(), gaps };
  const assignments = new Map<string, RoleAssignment[]>([...principals].map((principal) => [principal, []]));
  const seen = new Set<string>();
  for (const assignment of lists.flatMap((list) => list ?? [])) {
    // Assignments above several subscriptions are in the list of each.
    const key = [assignment.principalId, assignment.scope, roleGuid(assignment.roleDefinitionId)]
      .join(' ')
      .toLowerCase();
    if (!seen.has(key)) assignments.get(assignment.principalId.toLowerCase())?.push(assignment);
    seen.add(key);
  }
  const roleOf = await roleReader(audit, [...assignments.values()].flat(), gaps);
  return {
    roles: new Map(
      [...assignments].map(([principal, own]) => [principal, { count: own.length, far: own.flatMap(roleOf) }]),
    ),
    gaps,
  };
}

function subscriptionsOf(identities: readonly Identity[]): ReadonlySet<string> {
  return new Set(identities.flatMap(({ id }) => resourceParts(id)?.subscription.toLowerCase() ?? []));
}

/** Definitions of roles that are not known by their GUID are read once each; most of those are custom. */
async function roleReader(
  audit: Audit,
  assignments: readonly RoleAssignment[],
  gaps: Gap[],
): Promise<(assignment: RoleAssignment) => readonly LiveRole[]> {
  const unknown = new Map(
    assignments
      .filter(({ roleDefinitionId }) => !knownRoles[roleGuid(roleDefinitionId)])
      .map(({ roleDefinitionId }) => [roleGuid(roleDefinitionId), roleDefinitionId]),
  );
  const definitions = new Map(
    await inParallel([...unknown], async ([guid, id]) => {
      const definition = await attempt(`the role ${guid}`, gaps, () => audit.roleDefinition(id));
      return [guid, definition] as const;
    }),
  );
  return ({ roleDefinitionId, scope }) => {
    const guid = roleGuid(roleDefinitionId);
    const definition = definitions.get(guid);
    const role = knownRoles[guid] ?? (definition?.custom ? customRole(definition) : undefined);
    return role ? [{ scope, role }] : [];
  };
}

/** What of a custom role reaches as far as a built-in one that is known to. */
function customRole({ name, actions }: RoleDefinition): LiveRole['role'] | undefined {
  const lower = actions.map((action) => action.toLowerCase());
  const reach: readonly (readonly [RoleClass, (action: string) => boolean])[] = [
    [
      'grants-access',
      (action) =>
        action === '*' ||
        action === 'microsoft.authorization/*' ||
        action === 'microsoft.authorization/roleassignments/write',
    ],
    ['broad-write', (action) => action === '*/write'],
    [
      'identity-takeover',
      (action) =>
        /^microsoft\.managedidentity\/(?:\*|userassignedidentities\/(?:\*|federatedidentitycredentials\/(?:\*|write)))$/.test(
          action,
        ),
    ],
  ];
  const found = reach.find(([, matches]) => lower.some(matches));
  return found && { name: `${name} (custom)`, class: found[0] };
}
