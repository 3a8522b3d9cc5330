/** What Idwire asks of Azure: identities, clusters, and the federated credentials of an identity. */
import type { FederatedCredential, Identity, ManagedCluster, ManagedIdentity } from '../model/identity.ts';
import type { Audit } from './audit.ts';
import type { TokenExchange } from './token-exchange.ts';

/**
 * Failures are thrown: `AccessError` for sign-in and permission, `RemoteError` for the rest. Waiting for 429 and 503 and
 * repeating after 409 is the caller's part, since it must list again and decide again: `WriteConflict` and `Throttled`
 * tell these apart.
 */
export interface Azure {
  /** All user-assigned identities of a subscription. */
  identities(subscription: string): Promise<readonly ManagedIdentity[]>;
  /** A cluster by its resource id; undefined when there is none. */
  cluster(resource: string): Promise<ManagedCluster | undefined>;
  /** All federated credentials of an identity, in no particular order. */
  credentials(identity: Identity): Promise<readonly FederatedCredential[]>;
  /** Creates, or replaces the contents of, the credential of that name. */
  write(identity: Identity, credential: FederatedCredential): Promise<void>;
  /** Deletes a credential; deleting one that is gone is no failure. */
  remove(identity: Identity, name: string): Promise<void>;
}

/** Azure as one identity sees it. */
export interface AzureSession {
  readonly azure: Azure;
  /** The tenant that was signed in to, when the way to sign in names one. */
  readonly tenantId: string | undefined;
  /** For drift alone: roles, versions and applications. */
  readonly audit: Audit;
  /** For a proof alone: whether Entra accepts a token. */
  readonly tokenExchange: TokenExchange;
  /** What the token that signed in was issued for, when it is known: deleting what trusts it would lock us out. */
  readonly ownTrust: () => { readonly issuer: string; readonly subject: string } | undefined;
}
