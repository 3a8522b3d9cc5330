/** Role assignments and what the built-in roles are worth to somebody who takes an identity over. */

export interface RoleAssignment {
  readonly principalId: string;
  readonly scope: string;
  /** The id of the definition as assigned; its last part is the GUID of the role. */
  readonly roleDefinitionId: string;
}

export interface RoleDefinition {
  readonly name: string;
  readonly actions: readonly string[];
  readonly custom: boolean;
}

export type ScopeLevel = 'everything' | 'management-group' | 'subscription' | 'resource-group' | 'resource';

/** How far a scope reaches. */
export function scopeLevel(scope: string): ScopeLevel {
  const parts = scope.toLowerCase().split('/').filter(Boolean);
  if (parts.length === 0) return 'everything';
  if (parts.includes('managementgroups')) return 'management-group';
  if (parts[0] !== 'subscriptions') return 'resource';
  if (parts.length === 2) return 'subscription';
  return parts.length === 4 && parts[2] === 'resourcegroups' ? 'resource-group' : 'resource';
}

export type RoleClass = 'grants-access' | 'broad-write' | 'identity-takeover' | 'node-takeover' | 'cluster' | 'vault';

export interface KnownRole {
  readonly name: string;
  readonly class: RoleClass;
}

/** Built-in roles that reach further than a workload needs, by GUID (Microsoft Learn, Azure built-in roles). */
export const knownRoles: Readonly<Record<string, KnownRole>> = {
  '8e3af657-a8ff-443c-a75c-2fe8c4bcb635': { name: 'Owner', class: 'grants-access' },
  '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9': { name: 'User Access Administrator', class: 'grants-access' },
  'f58310d9-a9f6-439a-9e8d-f62e7b41a168': {
    name: 'Role Based Access Control Administrator',
    class: 'grants-access',
  },
  'b24988ac-6180-42a0-ab88-20f7382dd24c': { name: 'Contributor', class: 'broad-write' },
  'e40ec5ca-96e0-45a2-b4ff-59039f2c2b59': { name: 'Managed Identity Contributor', class: 'identity-takeover' },
  'f1a07417-d97a-45cb-824c-7a7467783830': { name: 'Managed Identity Operator', class: 'identity-takeover' },
  '9980e02c-c2be-4d73-94e8-173b1dc7cf3c': { name: 'Virtual Machine Contributor', class: 'node-takeover' },
  '0ab0b1a8-8aac-4efd-b8c2-3ee1fb270be8': {
    name: 'Azure Kubernetes Service Cluster Admin Role',
    class: 'cluster',
  },
  'ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8': {
    name: 'Azure Kubernetes Service Contributor Role',
    class: 'cluster',
  },
  'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b': {
    name: 'Azure Kubernetes Service RBAC Cluster Admin',
    class: 'cluster',
  },
  '3498e952-d568-435e-9b2c-8d77e338d7f7': { name: 'Azure Kubernetes Service RBAC Admin', class: 'cluster' },
  'a7ffa36f-339b-4b5c-8bdf-e2c188b2c0eb': { name: 'Azure Kubernetes Service RBAC Writer', class: 'cluster' },
  '00482a5a-887f-4fb3-b363-3b7fe8e74483': { name: 'Key Vault Administrator', class: 'vault' },
  'b86a8fe4-44ce-4948-aee5-eccb2c155cd7': { name: 'Key Vault Secrets Officer', class: 'vault' },
  'f25e0fa2-a7c8-4377-a976-54943a77a395': { name: 'Key Vault Contributor', class: 'vault' },
};

/** The GUID at the end of the id of a definition, in lower case. */
export function roleGuid(roleDefinitionId: string): string {
  return roleDefinitionId.slice(roleDefinitionId.lastIndexOf('/') + 1).toLowerCase();
}
