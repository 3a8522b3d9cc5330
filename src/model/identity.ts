/** Managed identities, app registrations and clusters as Azure tells of them, with their ids compared as Azure does. */

/** A user-assigned managed identity. Ids are as Resource Manager wrote them. */
export interface ManagedIdentity {
  readonly kind: 'managed-identity';
  /** `/subscriptions/…/userAssignedIdentities/<name>`. */
  readonly id: string;
  readonly clientId: string;
  readonly principalId: string;
  readonly tenantId: string;
  readonly location: string;
}

/** An app registration; `id` is `application:<application id>`, which is how plans name it. */
export interface Application {
  readonly kind: 'application';
  readonly id: string;
  readonly clientId: string;
  readonly tenantId: string;
}

export type Identity = ManagedIdentity | Application;

/** A federated credential as it stands on an identity. */
export interface FederatedCredential {
  readonly name: string;
  readonly issuer: string;
  /** Undefined for a flexible credential, or when the API version hides what it has instead: always left alone. */
  readonly subject: string | undefined;
  readonly audiences: readonly string[];
}

/** A managed cluster, so far as the wiring needs it; `properties` is what Resource Manager answered. */
export interface ManagedCluster {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  /** Undefined while the OIDC issuer is off. */
  readonly issuer: string | undefined;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The credential that AKS writes for identity bindings, shared by all clusters: never edited, never deleted. */
export const bindingCredentialName = 'aks-identity-binding';

/** Resource Manager compares ids without regard to letter case. */
export function sameResource(a: string, b: string): boolean {
  return normalResource(a) === normalResource(b);
}

/** An id as a key of maps: lower case, without a slash at the end. */
export function normalResource(id: string): string {
  return id.toLowerCase().replace(/\/+$/, '');
}

/** The parts of `/subscriptions/<subscription>/resourceGroups/<group>/providers/<type>/<name>`; undefined for other ids. */
export function resourceParts(id: string): { subscription: string; group: string; name: string } | undefined {
  const match = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/[^/]+\/[^/]+\/([^/]+)\/?$/i.exec(id);
  if (!match) return undefined;
  const [, subscription = '', group = '', name = ''] = match;
  return { subscription, group, name };
}
