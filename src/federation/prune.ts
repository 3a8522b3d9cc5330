/** Which of our own credentials that nothing wants may be deleted: when in doubt, none. */
import type { Identity } from '../model/identity.ts';
import type { TrustedCluster } from './desired.ts';
import type { Trust } from './names.ts';
import type { Wish } from './wish.ts';

export interface PruneRequest {
  readonly prune: 'never' | 'proven' | 'owned';
  /** The run looks at less than the whole repository. */
  readonly narrowed: boolean;
  readonly wishes: readonly Wish[];
  readonly clusters: readonly TrustedCluster[];
  /** Whether the configuration lists an identity, so that it may be written to. */
  readonly isListed: (identity: Identity) => boolean;
  /** What our own token was issued for, as far as it is known. */
  readonly ownTrust: () => Trust | undefined;
}

/**
 * Only credentials of ServiceAccounts: what pipelines want is not part of the wishes yet. A cluster that wants nothing at
 * all looks like a mistake, so what trusts it stays. Proof that an account is gone comes from reading the cluster;
 * without it `proven` deletes nothing.
 */
export function mayDelete(request: PruneRequest): (identity: Identity, trust: Trust) => boolean {
  const { prune, narrowed, wishes, clusters, isListed, ownTrust } = request;
  const wanting = new Set(wishes.map(({ issuer }) => issuer));
  const emptied = new Set(clusters.flatMap(({ issuer }) => (issuer && !wanting.has(issuer) ? [issuer] : [])));
  return (identity, { issuer, subject }) => {
    if (!isListed(identity)) return false;
    if (prune !== 'owned' || narrowed || wishes.length === 0 || emptied.has(issuer)) return false;
    const own = ownTrust();
    return subject.startsWith('system:serviceaccount:') && !(own?.issuer === issuer && own.subject === subject);
  };
}
