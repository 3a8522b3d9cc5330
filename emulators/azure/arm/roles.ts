/** Knows Azure's built-in roles as far as they matter here, and decides what an assignment permits. */

import { randomUUID } from 'node:crypto';
import type { RoleAssignment } from '../resources.ts';

/** A role definition: what its actions, read with `*` as a wildcard, allow on the control plane. */
export interface Role {
  readonly guid: string;
  readonly name: string;
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly dataActions: readonly string[];
}

const identities = 'Microsoft.ManagedIdentity/userAssignedIdentities';
const clusters = 'Microsoft.ContainerService/managedClusters';
const vaults = 'Microsoft.KeyVault/vaults';

function role(
  guid: string,
  name: string,
  actions: string[],
  notActions: string[] = [],
  dataActions: string[] = [],
): Role {
  return { guid, name, actions, notActions, dataActions };
}

/** GUIDs and names as in Microsoft's "Azure built-in roles"; actions shortened to what this emulator serves. */
export const builtInRoles: readonly Role[] = [
  role('8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'Owner', ['*']),
  role(
    'b24988ac-6180-42a0-ab88-20f7382dd24c',
    'Contributor',
    ['*'],
    [
      'Microsoft.Authorization/*/Delete',
      'Microsoft.Authorization/*/Write',
      'Microsoft.Authorization/elevateAccess/Action',
    ],
  ),
  role('acdd72a7-3385-48ef-bd42-f606fba81ae7', 'Reader', ['*/read']),
  role('18d7d88d-d35e-4fb5-a5c3-7773c20a72d9', 'User Access Administrator', ['*/read', 'Microsoft.Authorization/*']),
  role('f58310d9-a9f6-439a-9e8d-f62e7b41a168', 'Role Based Access Control Administrator', [
    'Microsoft.Authorization/roleAssignments/write',
    'Microsoft.Authorization/roleAssignments/delete',
    '*/read',
  ]),
  role('e40ec5ca-96e0-45a2-b4ff-59039f2c2b59', 'Managed Identity Contributor', [
    `${identities}/*`,
    'Microsoft.Authorization/*/read',
    'Microsoft.Resources/subscriptions/resourceGroups/read',
  ]),
  role('f1a07417-d97a-45cb-824c-7a7467783830', 'Managed Identity Operator', [
    `${identities}/*/read`,
    `${identities}/read`,
    `${identities}/*/assign/action`,
    'Microsoft.Authorization/*/read',
    'Microsoft.Resources/subscriptions/resourceGroups/read',
  ]),
  role('9980e02c-c2be-4d73-94e8-173b1dc7cf3c', 'Virtual Machine Contributor', [
    'Microsoft.Compute/virtualMachines/*',
    'Microsoft.Authorization/*/read',
  ]),
  role('0ab0b1a8-8aac-4efd-b8c2-3ee1fb270be8', 'Azure Kubernetes Service Cluster Admin Role', [
    `${clusters}/listClusterAdminCredential/action`,
    `${clusters}/read`,
  ]),
  role('4abbcc35-e782-43d8-92c5-2d3f1bd2253f', 'Azure Kubernetes Service Cluster User Role', [
    `${clusters}/listClusterUserCredential/action`,
    `${clusters}/read`,
  ]),
  role('ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8', 'Azure Kubernetes Service Contributor Role', [
    `${clusters}/*`,
    'Microsoft.Resources/deployments/*',
  ]),
  role(
    'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b',
    'Azure Kubernetes Service RBAC Cluster Admin',
    [],
    [],
    [`${clusters}/*`],
  ),
  role('3498e952-d568-435e-9b2c-8d77e338d7f7', 'Azure Kubernetes Service RBAC Admin', [], [], [`${clusters}/*`]),
  role('a7ffa36f-339b-4b5c-8bdf-e2c188b2c0eb', 'Azure Kubernetes Service RBAC Writer', [], [], [`${clusters}/*/write`]),
  role('7f6c6a51-bcf8-42ba-9220-52d62157d7db', 'Azure Kubernetes Service RBAC Reader', [], [], [`${clusters}/*/read`]),
  role('00482a5a-887f-4fb3-b363-3b7fe8e74483', 'Key Vault Administrator', [`${vaults}/*/read`], [], [`${vaults}/*`]),
  role(
    'b86a8fe4-44ce-4948-aee5-eccb2c155cd7',
    'Key Vault Secrets Officer',
    [`${vaults}/*/read`],
    [],
    [`${vaults}/secrets/*`],
  ),
  role(
    '4633458b-17de-408a-b874-0445c86b69e6',
    'Key Vault Secrets User',
    [],
    [],
    [`${vaults}/secrets/getSecret/action`],
  ),
  role('db79e9a7-68ee-4b58-9aeb-b90e7c24fcba', 'Key Vault Certificate User', [], [], [`${vaults}/certificates/read`]),
  role('f25e0fa2-a7c8-4377-a976-54943a77a395', 'Key Vault Contributor', ['Microsoft.KeyVault/*']),
];

const customRoles: Role[] = [];

/** Makes a role of one's own, as `az role definition create` does; it can be assigned by its name. */
export function defineRole(name: string, actions: readonly string[]): void {
  customRoles.push({ guid: randomUUID(), name, actions, notActions: [], dataActions: [] });
}

/** @throws RangeError when no role has this name or GUID. */
export function findRole(nameOrGuid: string): Role {
  const wanted = nameOrGuid.toLowerCase();
  const found = [...builtInRoles, ...customRoles].find(
    ({ guid, name }) => guid === wanted || name.toLowerCase() === wanted,
  );
  if (!found) throw new RangeError(`No role is called "${nameOrGuid}"`);
  return found;
}

/** Whether some assignment of the principal, at the scope or above it, grants the action. */
export function isPermitted(
  assignments: readonly RoleAssignment[],
  principalId: string,
  action: string,
  scope: string,
): boolean {
  return assignments.some(
    (assignment) =>
      assignment.principalId === principalId &&
      isAtOrAbove(assignment.scope, scope) &&
      grants(findRole(assignment.roleDefinitionGuid), action),
  );
}

/** Whether `upper` is the scope itself or contains it, ids compared without case; a management group contains everything. */
export function isAtOrAbove(upper: string, scope: string): boolean {
  const above = upper.toLowerCase().replace(/\/$/, '');
  if (above.startsWith('/providers/microsoft.management/managementgroups/')) return true;
  const below = scope.toLowerCase().replace(/\/$/, '');
  return below === above || below.startsWith(`${above}/`);
}

function grants(definition: Role, action: string): boolean {
  const covers = (patterns: readonly string[]) => patterns.some((pattern) => wildcard(pattern).test(action));
  return covers(definition.actions) && !covers(definition.notActions);
}

const wildcards = new Map<string, RegExp>();

function wildcard(pattern: string): RegExp {
  const known = wildcards.get(pattern);
  if (known) return known;
  const made = new RegExp(`^${pattern.replaceAll('.', String.raw`\.`).replaceAll('*', '.*')}$`, 'i');
  wildcards.set(pattern, made);
  return made;
}
