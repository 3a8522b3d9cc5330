/** Proves from a cluster that was read that nothing in it can use a credential any more. */
import type { ClusterContents } from '../model/cluster-contents.ts';
import type { Identity } from '../model/identity.ts';
import type { Trust } from './names.ts';

/** A cluster with the issuer of its tokens, by Resource Manager's word or its own. */
export interface ReadCluster {
  readonly issuer: string;
  readonly contents: ClusterContents | undefined;
}

/**
 * Whether the cluster that a credential trusts was read, and its account is gone or names another identity. False
 * whenever that is not certain: another issuer, a cluster or list that could not be read, a subject that is no account.
 */
export function provenGone(clusters: readonly ReadCluster[]): (trust: Trust, identity: Identity) => boolean {
  return ({ issuer, subject }, identity) => {
    const trusted = clusters.filter((cluster) => cluster.issuer === issuer);
    const [, namespace, name] = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(subject) ?? [];
    if (trusted.length === 0 || namespace === undefined || name === undefined) return false;
    return trusted.every(({ contents }) => {
      // Contents that were read from elsewhere prove nothing: the API server itself must say that it is this issuer.
      if (contents?.issuer !== issuer || !contents.accounts) return false;
      const account = contents.accounts.find((one) => one.namespace === namespace && one.name === name);
      if (!account) return true;
      return account.clientId !== undefined && account.clientId !== '' && !sameId(account.clientId, identity.clientId);
    });
  };
}

function sameId(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.toLowerCase();
}
