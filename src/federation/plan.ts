/** Decides what would have to change on the identities, and what must not be changed although it is wanted. */
import { createHash } from 'node:crypto';
import { locate } from '../manifests/locate.ts';
import type { Change, ChangeAction, LeftToOthers, Plan } from '../model/change.ts';
import { compareText } from '../model/finding.ts';
import { bindingCredentialName, type FederatedCredential, type Identity } from '../model/identity.ts';
import { reconcile } from '../model/reconcile.ts';
import { credentialName, isOwned, type Trust } from './names.ts';
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
  const parts = request.observed.map((observed) => planIdentity(request, observed));
  const changes = withinDeletionLimit(
    parts.flatMap((part) => part.changes),
    request.deletions.most,
  );
  const left = parts.flatMap((part) => part.left);
  return {
    digest: digestOf(changes),
    complete: request.complete,
    changes,
    unchanged: parts.reduce((sum, part) => sum + part.unchanged, 0),
    ...(left.length > 0 && { left }),
  };
}

interface IdentityPlan {
  readonly changes: readonly Change[];
  readonly unchanged: number;
  readonly left: readonly LeftToOthers[];
}

function planIdentity(request: PlanRequest, { identity, credentials }: ObservedIdentity): IdentityPlan {
  const wishes = request.wishes.filter((wish) => wish.target.id === identity.id);
  const comparable = credentials.filter(isComparable);
  const { missing, both, extra } = reconcile(wishes, comparable, keyOf, keyOf);
  const left = missing.filter((wish) => wish.leftTo !== undefined);
  const names = new Set(credentials.map((credential) => credential.name.toLowerCase()));
  const creates = missing
    .filter((wish) => wish.leftTo === undefined)
    .map((wish) => createOf(request.owner, wish, names));
  const updates = both.flatMap(({ wanted, present }) => updateOf(request, wanted, present) ?? []);
  const deletes = request.complete ? extra.flatMap((credential) => deleteOf(request, identity, credential) ?? []) : [];
  const changes = withinQuota(credentials.length, [...updates, ...creates, ...deletes]);
  return {
    changes: inOrder(changes, credentials.length),
    unchanged: both.length - updates.length,
    left: left.map((wish) => ({
      identity: identity.id,
      subject: wish.subject,
      to: wish.leftTo ?? '',
      origin: originOf(wish),
    })),
  };
}

function isComparable(credential: FederatedCredential): credential is Comparable {
  return credential.subject !== undefined && credential.name !== bindingCredentialName;
}

function keyOf({ issuer, subject }: Trust): string {
  return `${issuer}\n${subject}`;
}

function createOf(owner: string, wish: ResolvedWish, taken: ReadonlySet<string>): Change {
  const name = credentialName(owner, wish);
  const clash = taken.has(name.toLowerCase())
    ? `a credential named ${name} exists with another issuer or subject; somebody changed it`
    : null;
  return { ...rowOf('create', wish), name, owned: true, fields: [], blocked: wish.blocked ?? unproven(wish) ?? clash };
}

/** Only the audience of a credential is ever changed: another issuer or subject is another credential. */
function updateOf(request: PlanRequest, wish: ResolvedWish, present: Comparable): Change | undefined {
  const [audience = ''] = present.audiences;
  if (present.audiences.length === 1 && audience === wish.audience) return undefined;
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

/** More than an identity can hold is refused before any write, so that nothing is half done. */
function withinQuota(present: number, changes: readonly Change[]): readonly Change[] {
  const open = changes.filter((change) => change.blocked === null);
  const creates = open.filter((change) => change.action === 'create').length;
  const wanted = present + creates - open.filter((change) => change.action === 'delete').length;
  if (creates === 0 || wanted <= mostCredentials) return changes;
  const blocked = `the identity would need ${wanted} credentials and can hold ${mostCredentials}`;
  return changes.map((change) =>
    change.action === 'create' && change.blocked === null ? { ...change, blocked } : change,
  );
}

/** Update, create, delete; an identity that is full has to lose credentials first. */
function inOrder(changes: readonly Change[], present: number): readonly Change[] {
  const order: readonly ChangeAction[] =
    present >= mostCredentials ? ['delete', 'update', 'create'] : ['update', 'create', 'delete'];
  return changes.toSorted(
    (a, b) =>
      order.indexOf(a.action) - order.indexOf(b.action) ||
      compareText(a.subject, b.subject) ||
      compareText(a.issuer, b.issuer),
  );
}

/** Beyond the limit nothing at all is deleted: many at once look like a mistake. */
function withinDeletionLimit(changes: readonly Change[], most: number): readonly Change[] {
  const count = changes.filter((change) => change.action === 'delete' && change.blocked === null).length;
  if (count <= most) return changes;
  const blocked = `${count} deletions are more than max-deletes allows (${most})`;
  return changes.map((change) =>
    change.action === 'delete' ? { ...change, blocked: change.blocked ?? blocked } : change,
  );
}

/** A hash over what the rows would do, not over the lines that asked for it. */
export function digestOf(changes: readonly Change[]): string {
  const rows = changes.map(({ action, identity, name, issuer, subject, audience, fields, blocked }) =>
    JSON.stringify([action, identity.toLowerCase(), name, issuer, subject, audience, fields, blocked !== null]),
  );
  return createHash('sha256').update(rows.sort().join('\n')).digest('hex');
}
