/** Decides what would have to change on the identities, and what must not be changed although it is wanted. */
import { createHash } from 'node:crypto';
import { locate } from '../manifests/locate.ts';
import type { Change, ChangeAction, LeftToOthers, Plan } from '../model/change.ts';
import { compareText } from '../model/finding.ts';
import { bindingCredentialName, type FederatedCredential, type Identity, normalResource } from '../model/identity.ts';
import { credentialName, isOwned, type Trust } from './names.ts';
import { reconcile } from './reconcile.ts';
import type { Wish } from './wish.ts';

/** Most credentials that one identity or application holds (Microsoft Entra, federated credential considerations). */
export const mostCredentials = 20;

/** An identity with all of its credentials. */
export interface ObservedIdentity {
  readonly identity: Identity;
  readonly credentials: readonly FederatedCredential[];
}

/** A wish whose identity was found. */
export interface ResolvedWish extends Wish {
  readonly target: Identity;
}

export interface PlanRequest {
  readonly owner: string;
  readonly wishes: readonly ResolvedWish[];
  readonly observed: readonly ObservedIdentity[];
  /** Whether everything could be seen; an incomplete plan never deletes. */
  readonly complete: boolean;
  readonly adopt: boolean;
  /** Rows of wishes that no identity answers to. */
  readonly lost: readonly Change[];
  readonly deletions: DeletionPolicy;
}

/** What may be deleted at all; `mayDelete` is asked for owned credentials that nothing wants. */
export interface DeletionPolicy {
  readonly mayDelete: (identity: Identity, trust: Trust) => boolean;
  readonly most: number;
}

/** A credential that can be compared: it has a subject, and is not one that AKS manages. */
type Comparable = FederatedCredential & Trust;

/** The plan over all identities. Rows are in the order in which they would be made, identity by identity. */
export function planChanges(request: PlanRequest): Plan {
  const wishes = new Map<string, ResolvedWish[]>();
  for (const wish of request.wishes) {
    const key = normalResource(wish.target.id);
    const known = wishes.get(key);
    if (known) known.push(wish);
    else wishes.set(key, [wish]);
  }
  const parts = request.observed.map((observed) =>
    compare(request, observed, wishes.get(normalResource(observed.identity.id)) ?? []),
  );
  const heldBack = whyNotDelete(parts, request);
  const changes = [
    ...parts.flatMap((part) => {
      const deletes = part.deletes.map((change) => ({ ...change, blocked: heldBack }));
      return arranged(part, deletes);
    }),
    ...request.lost,
  ];
  const left = parts.flatMap((part) => part.left);
  return {
    digest: digestOf(changes),
    complete: request.complete,
    changes,
    unchanged: parts.reduce((sum, part) => sum + part.unchanged, 0),
    ...(left.length > 0 && { left }),
  };
}

/** What would change on one identity, before quota and order. */
interface IdentityPlan {
  readonly present: number;
  readonly creates: readonly Change[];
  readonly updates: readonly Change[];
  readonly deletes: readonly Change[];
  readonly unchanged: number;
  readonly left: readonly LeftToOthers[];
}

function compare(
  request: PlanRequest,
  { identity, credentials }: ObservedIdentity,
  wanted: readonly ResolvedWish[],
): IdentityPlan {
  // Of several wishes for one credential the first decides, so those with a reason against them come first.
  const wishes = wanted.toSorted((a, b) => Number(a.blocked === null) - Number(b.blocked === null));
  const { missing, both, extra } = reconcile(wishes, credentials.filter(isComparable), keyOf, keyOf);
  const others = (wish: ResolvedWish) => wish.leftTo !== undefined;
  const differing = both.filter(({ wanted, present }) => !trusts(present, wanted.audience));
  return {
    present: credentials.length,
    creates: missing.filter((wish) => !others(wish)).map((wish) => createOf(request.owner, wish, credentials)),
    updates: differing.flatMap((pair) => (others(pair.wanted) ? [] : updateOf(request, pair.wanted, pair.present))),
    deletes: request.complete ? extra.flatMap((credential) => deleteOf(request, identity, credential) ?? []) : [],
    unchanged: both.length - differing.length,
    left: [...missing, ...differing.map(({ wanted }) => wanted)].filter(others).map((wish) => ({
      identity: identity.id,
      subject: wish.subject,
      to: wish.leftTo ?? '',
      origin: originOf(wish),
    })),
  };
}

function isComparable(credential: FederatedCredential): credential is Comparable {
  return credential.subject !== undefined && credential.name.toLowerCase() !== bindingCredentialName;
}

function keyOf({ issuer, subject }: Trust): string {
  return JSON.stringify([issuer, subject]);
}

function createOf(owner: string, wish: ResolvedWish, present: readonly FederatedCredential[]): Change {
  const name = credentialName(owner, wish);
  const blocked = wish.blocked ?? unproven(wish) ?? clash(name, wish, present);
  return { ...rowOf('create', wish), name, owned: true, fields: [], blocked };
}

/** What would make Azure overwrite a credential, or refuse a second one of the same issuer and subject. */
function clash(name: string, wish: ResolvedWish, present: readonly FederatedCredential[]): string | null {
  const bound = present.find(({ issuer, subject }) => issuer === wish.issuer && subject === wish.subject);
  if (bound) return `${bound.name}, which AKS manages, has the same issuer and subject`;
  return present.some((credential) => credential.name.toLowerCase() === name.toLowerCase())
    ? `a credential named ${name} exists with another issuer or subject; somebody changed it`
    : null;
}

function trusts({ audiences }: FederatedCredential, audience: string): boolean {
  return audiences.length === 1 && audiences[0] === audience;
}

/** Only the audience of a credential is ever changed: another issuer or subject is another credential. */
function updateOf(request: PlanRequest, wish: ResolvedWish, present: Comparable): Change {
  const owned = isOwned(request.owner, present.name, present);
  const foreign = owned || request.adopt ? null : 'the credential is not ours; adopt lets Idwire change its audience';
  return {
    ...rowOf('update', wish),
    name: present.name,
    owned,
    fields: [{ field: 'audience', from: present.audiences.join(', '), to: wish.audience }],
    blocked: wish.blocked ?? unproven(wish) ?? foreign,
  };
}

function deleteOf(request: PlanRequest, identity: Identity, present: Comparable): Change | undefined {
  if (!isOwned(request.owner, present.name, present) || !request.deletions.mayDelete(identity, present))
    return undefined;
  return {
    action: 'delete',
    identity: identity.id,
    name: present.name,
    issuer: present.issuer,
    subject: present.subject,
    audience: present.audiences.join(', '),
    owned: true,
    origin: null,
    fields: [],
    blocked: null,
  };
}

/** A wish whose identity does not exist: shown, so that nobody takes the plan for complete, and never made. */
export function lostChange(wish: Wish): Change {
  const { issuer, subject, audience } = wish;
  return {
    action: 'create',
    identity: `client-id:${wish.identity.clientId}`,
    name: '',
    issuer,
    subject,
    audience,
    owned: true,
    origin: originOf(wish),
    fields: [],
    blocked: `no identity with the client id ${wish.identity.clientId} is in the subscriptions that are looked at`,
  };
}

function unproven(wish: ResolvedWish): string | null {
  return wish.proven ? null : 'the subject is a guess: no token, host or configuration confirms it';
}

function rowOf(action: ChangeAction, wish: ResolvedWish) {
  const { issuer, subject, audience } = wish;
  return { action, identity: wish.target.id, issuer, subject, audience, origin: originOf(wish) };
}

function originOf(wish: Wish): { readonly file: string; readonly line: number } {
  const { file, line } = locate(wish.origin);
  return { file, line };
}

/**
 * Beyond the limit nothing at all is deleted: many at once look like a mistake. Nor while something that is wanted may
 * not be made: what replaces a credential has to be there before it goes.
 */
function whyNotDelete(parts: readonly IdentityPlan[], { lost, deletions }: PlanRequest): string | null {
  const count = parts.reduce((sum, { deletes }) => sum + deletes.length, 0);
  const others = [...parts.flatMap(({ creates, updates }) => [...creates, ...updates]), ...lost];
  if (count > deletions.most) return `${count} deletions are more than max-deletes allows (${deletions.most})`;
  return others.every(isOpen) ? null : 'nothing is deleted while a change that is wanted is blocked';
}

const isOpen = ({ blocked }: Change) => blocked === null;

/**
 * The rows of one identity in the order in which they can be made: update, create, delete, so that nothing is without
 * trust in between; where the identity cannot hold all of them at once, delete first. More than it can ever hold is
 * refused before any write, so that nothing is half done.
 */
function arranged({ present, creates, updates }: IdentityPlan, deletes: readonly Change[]): readonly Change[] {
  const added = creates.filter(isOpen).length;
  const least = present + added - deletes.filter(isOpen).length;
  const full = added > 0 && least > mostCredentials;
  const blocked = `the identity would need ${least} credentials and can hold ${mostCredentials}`;
  const refused = full ? creates.map((change) => ({ ...change, blocked: change.blocked ?? blocked })) : creates;
  const deletesFirst = !full && present + added > mostCredentials;
  const groups = deletesFirst ? [deletes, updates, refused] : [updates, refused, deletes];
  return groups.flatMap((group) =>
    group.toSorted((a, b) => compareText(a.subject, b.subject) || compareText(a.issuer, b.issuer)),
  );
}

/** A hash over what the rows would do, not over the lines that asked for it. */
export function digestOf(changes: readonly Change[]): string {
  const rows = changes.map(({ action, identity, name, issuer, subject, audience, fields, blocked }) =>
    JSON.stringify([action, identity.toLowerCase(), name, issuer, subject, audience, fields, blocked !== null]),
  );
  return createHash('sha256').update(rows.sort().join('\n')).digest('hex');
}
