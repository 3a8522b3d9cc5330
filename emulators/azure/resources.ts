/** Describes what exists in the emulated tenants: subscriptions, identities, applications, clusters and role assignments. */

/** A rule that matches claims instead of one exact subject; preview, languageVersion 1. */
export interface ClaimsMatchingExpression {
  value: string;
  languageVersion: number;
}

/** A federated identity credential of a managed identity or of an application. */
export interface FederatedCredential {
  /** GUID that only Graph shows. */
  id: string;
  name: string;
  issuer: string;
  /** Null when `claimsMatchingExpression` stands in its place. */
  subject: string | null;
  audiences: string[];
  /** Exists on Graph only; an ARM credential has neither description nor tags. */
  description: string | null;
  claimsMatchingExpression: ClaimsMatchingExpression | null;
  /** Milliseconds since the epoch of the last write; token requests may not see the credential for a while after it. */
  writtenAt: number;
}

/** What managed identities and applications have in common: they hold credentials and sign in as a service principal. */
export interface CredentialHolder {
  /** Names the holder in the journal: the lower-case ARM id, or `application:<application id>`. */
  readonly key: string;
  readonly tenantId: string;
  /** Application id that a client sends as `client_id`. */
  readonly clientId: string;
  /** Object id of the service principal; role assignments name it. */
  readonly principalId: string;
  /** By lower-case name. */
  readonly credentials: Map<string, FederatedCredential>;
}

/** A user-assigned managed identity. */
export interface ManagedIdentity extends CredentialHolder {
  readonly kind: 'managed-identity';
  /** ARM id as Azure writes it, `resourcegroups` in lower case. */
  readonly id: string;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
  readonly location: string;
  tags: Record<string, string>;
  isolationScope: 'None' | 'Regional';
  assignmentRestrictions: { providers: string[] };
}

/** An app registration together with its service principal. */
export interface Application extends CredentialHolder {
  readonly kind: 'application';
  readonly objectId: string;
  readonly displayName: string;
  readonly signInAudience: 'AzureADMyOrg' | 'AzureADMultipleOrgs';
  /** Object ids of service principals that own it, for `Application.ReadWrite.OwnedBy`. */
  readonly owners: Set<string>;
  /** Made at run time; null for an application that signs in with credentials only. */
  readonly secret: string | null;
  /** PEM; null for an application without one. */
  readonly certificate: string | null;
}

export interface Subscription {
  readonly subscriptionId: string;
  readonly tenantId: string;
  readonly displayName: string;
}

/** An AKS cluster; `properties` is answered as it stands, so that scenarios state any posture they need. */
export interface ManagedCluster {
  readonly id: string;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
  readonly location: string;
  properties: Record<string, unknown>;
  identityBindings: { name: string; properties: Record<string, unknown> }[];
}

export interface RoleAssignment {
  readonly name: string;
  readonly principalId: string;
  readonly roleDefinitionGuid: string;
  readonly scope: string;
  readonly createdOn: string;
}

/** Rights on Microsoft Graph. */
export type GraphPermission =
  | 'Application.Read.All'
  | 'Application.ReadWrite.All'
  | 'Application.ReadWrite.OwnedBy'
  | 'Directory.Read.All';

/** ARM id of an identity as the service writes it: `resourcegroups` in lower case, the rest as created. */
export function managedIdentityId(subscriptionId: string, resourceGroup: string, name: string): string {
  return `/subscriptions/${subscriptionId}/resourcegroups/${resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`;
}

/** ARM id of a cluster. */
export function managedClusterId(subscriptionId: string, resourceGroup: string, name: string): string {
  return `/subscriptions/${subscriptionId}/resourcegroups/${resourceGroup}/providers/Microsoft.ContainerService/managedClusters/${name}`;
}
