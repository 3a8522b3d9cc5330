/** Compares a wire with the credentials of its identity: the one comparison behind the rules about credentials. */

import { bindingCredentialName } from '../model/identity.ts';
import type { LiveCredential, LiveState, LiveWire } from '../model/live.ts';

/** What became of the credential that a wire needs. */
export type Verdict =
  | { readonly kind: 'fits' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unknown' }
  /** Issuer and subject fit, the audience does not. */
  | { readonly kind: 'audience'; readonly credential: LiveCredential }
  /** Differs by a slash, by letter case, or by swapped parts: Entra compares byte for byte. */
  | { readonly kind: 'near'; readonly credential: LiveCredential; readonly differences: readonly string[] }
  /** The same subject, trusted for an issuer that no cluster of the configuration has. */
  | { readonly kind: 'old-issuer'; readonly credential: LiveCredential };

const verdicts = new WeakMap<LiveState, ReadonlyMap<LiveWire, Verdict>>();

/** The verdict on each wire of the state. */
export function verdictsOf(live: LiveState): ReadonlyMap<LiveWire, Verdict> {
  let known = verdicts.get(live);
  if (!known) {
    const wanted = new Set(live.wires.map((wire) => keyOf(wire.clientId, wire)));
    known = new Map(live.wires.map((wire) => [wire, judge(live, wire, wanted)]));
    verdicts.set(live, known);
  }
  return known;
}

/** A key of what an identity trusts. */
export function keyOf(clientId: string, { issuer, subject }: { issuer: string; subject: string | undefined }): string {
  return [clientId.toLowerCase(), issuer, subject].join('\n');
}

function judge(live: LiveState, wire: LiveWire, wanted: ReadonlySet<string>): Verdict {
  const all = wire.target?.credentials;
  if (!all || wire.issuer === '') return { kind: 'unknown' };
  const exact = all.find(({ issuer, subject }) => issuer === wire.issuer && subject === wire.subject);
  if (exact) {
    const fits = exact.audiences.length === 1 && exact.audiences[0] === wire.audience;
    return fits ? { kind: 'fits' } : { kind: 'audience', credential: exact };
  }
  // What another wire wants is that wire's, however alike it looks.
  const free = all.filter(
    (one) => one.subject && one.name !== bindingCredentialName && !wanted.has(keyOf(wire.clientId, one)),
  );
  for (const credential of free) {
    const differences = nearMiss(wire, credential);
    if (differences) return { kind: 'near', credential, differences };
  }
  const current = new Set(live.clusters.flatMap(({ issuer }) => issuer ?? []));
  const old = free.find(({ issuer, subject }) => subject === wire.subject && !current.has(issuer));
  if (old && wire.cluster && isReplaced(live, wire, old)) return { kind: 'old-issuer', credential: old };
  return { kind: 'missing' };
}

/**
 * Whether a cluster was replaced, rather than that one trusts another cluster as well: we wrote the credential for one of
 * ours, or the account has a credential for nothing but that one issuer.
 */
function isReplaced(live: LiveState, wire: LiveWire, old: LiveCredential): boolean {
  if (old.owned) return true;
  const issuers = new Set(
    live.identities
      .flatMap(({ credentials = [] }) => credentials)
      .filter(({ subject, issuer }) => subject === wire.subject && issuer !== wire.issuer)
      .map(({ issuer }) => issuer),
  );
  return issuers.size === 1;
}

function nearMiss(wire: LiveWire, credential: LiveCredential): readonly string[] | undefined {
  const { subject = '' } = credential;
  const differences = [
    ...(credential.issuer === wire.issuer ? [] : [issuerDifference(credential.issuer, wire.issuer)]),
    ...(subject === wire.subject ? [] : [subjectDifference(subject, wire.subject)]),
  ];
  return differences.every((difference) => difference !== undefined) ? differences : undefined;
}

function issuerDifference(recorded: string, wanted: string): string | undefined {
  const plain = (issuer: string) => issuer.replace(/\/+$/, '');
  if (plain(recorded) === plain(wanted))
    return wanted.endsWith('/')
      ? 'its issuer lacks the slash at the end that the tokens have'
      : 'its issuer has a slash at the end that the tokens have not';
  if (plain(recorded).toLowerCase() !== plain(wanted).toLowerCase()) return undefined;
  return 'its issuer differs in letter case';
}

function subjectDifference(recorded: string, wanted: string): string | undefined {
  if (recorded.trim() === wanted) return 'its subject has white space around it';
  if (recorded.toLowerCase() === wanted.toLowerCase()) return 'its subject differs in letter case';
  const parts = recorded.split(':');
  if (parts.toSorted().join(':') === wanted.split(':').sort().join(':'))
    return 'its subject has namespace and account the wrong way round';
  return undefined;
}

/** How messages name a wire: the account with its cluster, or the subject of a pipeline. */
export function describeWire({ subject, cluster }: LiveWire): string {
  return cluster ? `${subject} of cluster ${cluster.name}` : subject;
}

/** The last part of a resource id, or an application by its id. */
export function nameOfIdentity({ id }: { readonly id: string }): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
