/** Decides which objects can matter: by themselves, or because an object that does names them. */
import type { Manifest } from '../model/manifest.ts';
import { literalOf, writtenText } from '../model/partial-text.ts';
import { holdsIdentityWord, isInteresting } from './interests.ts';
import { readObject } from './kubernetes.ts';
import { readPlaceholders } from './placeholders.ts';
import { readWorkload } from './workloads.ts';

/** Names as written, by which further objects are fetched; `*` stands for all of them. */
export interface Wanted {
  /** Accounts whose pods matter. */
  readonly pods: ReadonlySet<string>;
  /** Accounts that matter themselves, although nothing in them says so. */
  readonly accounts: ReadonlySet<string>;
}

/** What one object that matters by itself leads to. */
interface Leads {
  readonly pods: readonly string[];
  readonly accounts: readonly string[];
}

/** Asked when the first pass ends and again by every world; reading an object is dear, and it never changes. */
const known = new WeakMap<Manifest, Leads | undefined>();

/** Whether an object matters by itself, whatever else there is. */
export function matters(manifest: Manifest): boolean {
  return leadsOf(manifest) !== undefined;
}

/** What the objects that matter by themselves lead to: pods of identity accounts, and the accounts of such pods. */
export function wantedBy(manifests: readonly Manifest[]): Wanted {
  const leads = manifests.map(leadsOf).filter((some) => some !== undefined);
  return {
    pods: new Set(leads.flatMap(({ pods }) => pods)),
    accounts: new Set(leads.flatMap(({ accounts }) => accounts)),
  };
}

function leadsOf(manifest: Manifest): Leads | undefined {
  if (!known.has(manifest)) known.set(manifest, readLeads(manifest));
  return known.get(manifest);
}

function readLeads(manifest: Manifest): Leads | undefined {
  const text = manifest.source.text.slice(manifest.start, manifest.end);
  if (!isInteresting(text)) return undefined;
  const object = readObject(manifest);
  if (manifest.kind === 'ServiceAccount') {
    // A name that is filled in later is that of pods that write it the same way.
    const names = holdsIdentityWord(text) ? [writtenText(object.name)] : [];
    return { pods: names, accounts: names };
  }
  const templates = readWorkload(object, readPlaceholders)?.templates ?? [];
  return { pods: [], accounts: templates.map(({ account }) => writtenText(account)) };
}

/**
 * The names by which an object may be wanted: accounts of its pods, and `@` before its own as an account; `*` for a name
 * that something fills in.
 */
export function namesOf(manifest: Manifest): readonly string[] {
  const object = readObject(manifest);
  if (manifest.kind === 'ServiceAccount') return [`@${literalOf(object.name) ?? '*'}`];
  const templates = readWorkload(object, readPlaceholders)?.templates ?? [];
  return templates.map(({ account }) => literalOf(account) ?? '*');
}

/** Whether one of some names is wanted. */
export function isWanted(names: Iterable<string>, wanted: ReadonlySet<string>): boolean {
  if (wanted.has('*')) return true;
  for (const name of names) if (name === '*' || wanted.has(name)) return true;
  return false;
}
