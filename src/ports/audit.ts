/** What only drift asks of Azure: who may do what, which versions AKS supports, and which applications exist. */
import type { Application } from '../model/identity.ts';
import type { RoleAssignment, RoleDefinition } from '../model/roles.ts';

/** Failures are thrown: `AccessError` for permission, `RemoteError` for the rest. */
export interface Audit {
  /** Every assignment at, above and below a subscription. */
  roleAssignments(subscription: string): Promise<readonly RoleAssignment[]>;
  /** What a role permits, by the id that assignments carry; undefined when it is gone. */
  roleDefinition(id: string): Promise<RoleDefinition | undefined>;
  /** Versions that AKS offers in a location, such as `1.34`. */
  supportedVersions(subscription: string, location: string): Promise<readonly string[]>;
  /** The app registration with this application id or object id; undefined when there is none. */
  application(id: string): Promise<(Application & { readonly objectId: string }) | undefined>;
}
