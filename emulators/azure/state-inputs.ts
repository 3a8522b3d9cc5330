/** Defines what a scenario states about things that it adds; the rest gets ordinary values. */

import type { Application, ClaimsMatchingExpression, GraphPermission, ManagedCluster } from './resources.ts';

/** A credential that a scenario puts in place; visible to token requests at once. */
export interface CredentialInput {
  name: string;
  issuer: string;
  subject?: string | null;
  audience?: string;
  description?: string;
  claimsMatchingExpression?: ClaimsMatchingExpression;
}

export interface IdentityInput {
  name: string;
  resourceGroup?: string;
  subscriptionId?: string;
  location?: string;
  tags?: Record<string, string>;
  clientId?: string;
  principalId?: string;
  credentials?: CredentialInput[];
}

/** A role by its name or GUID, on a scope; the default scope is the first subscription. */
export interface RoleInput {
  role: string;
  scope?: string;
}

export interface ApplicationInput {
  displayName?: string;
  tenantId?: string;
  appId?: string;
  signInAudience?: Application['signInAudience'];
  /** True makes a client secret, readable as `secret` of the result. */
  withSecret?: boolean;
  /** Certificate (PEM) whose key signs the application's own assertions. */
  certificate?: string;
  roles?: RoleInput[];
  graph?: GraphPermission[];
  /** Object ids of service principals. */
  owners?: string[];
  credentials?: CredentialInput[];
}

export interface ClusterInput {
  name: string;
  resourceGroup?: string;
  subscriptionId?: string;
  location?: string;
  /** Shorthand for `properties.oidcIssuerProfile`, enabled. */
  issuer?: string;
  properties?: Record<string, unknown>;
  identityBindings?: ManagedCluster['identityBindings'];
}

/** A Kubernetes version as AKS lists it for a location. */
export interface KubernetesVersion {
  version: string;
  isPreview?: boolean;
  supportPlan?: string[];
}
