/** Decides which objects can matter: by themselves, or because an object that does names them. */
import { fieldsOf } from '../model/field.ts';
import type { KubernetesObject } from '../model/kubernetes.ts';
import type { Manifest } from '../model/manifest.ts';
import { writtenText } from '../model/partial-text.ts';
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
  /** Namespaces, as objects themselves name them, all of whose pods matter; the empty text is that of none. */
  readonly namespaces: ReadonlySet<string>;
}

/** The text of an object in its source. */
export function textOf({ source, start, end }: Manifest): string {
  return source.text.slice(start, end);
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

/**
 * What the objects that matter by themselves lead to: pods of identity accounts, the accounts of such pods, what
 * declared subjects (names of accounts, `*` for an unknown one) are compared with, the accounts that secret stores
 * borrow, and all pods once a class makes Secrets, which any of them may read.
 */
export function wantedBy(manifests: readonly Manifest[], subjects: readonly string[] = []): Wanted {
  const leads = manifests.map(leadsOf).filter((some) => some !== undefined);
  const pods = leads.flatMap((some) => some.pods);
  // Only beside all accounts of a repository is a declared subject without one worth a word.
  const declared = subjects.length > 0 ? ['*'] : [];
  return {
    pods: new Set([...subjects, ...pods]),
    accounts: new Set([...declared, ...subjects, ...leads.flatMap(({ accounts }) => accounts)]),
    namespaces: judgedNamespaces(manifests),
  };
}

function leadsOf(manifest: Manifest): Leads | undefined {
  if (!known.has(manifest)) known.set(manifest, readLeads(manifest));
  return known.get(manifest);
}

function readLeads(manifest: Manifest): Leads | undefined {
  const text = textOf(manifest);
  if (!isInteresting(text)) return undefined;
  const object = readObject(manifest);
  if (manifest.kind === 'ServiceAccount') {
    // A name that is filled in later is that of pods that write it the same way.
    const names = holdsIdentityWord(text) ? [writtenText(object.name)] : [];
    return { pods: names, accounts: names };
  }
  const templates = readWorkload(object, readPlaceholders)?.templates ?? [];
  const makesSecrets = object.kind === 'SecretProviderClass' && object.root.get('spec', 'secretObjects') !== undefined;
  return {
    pods: makesSecrets ? ['*'] : [],
    accounts: [...templates.map(({ account }) => writtenText(account)), ...borrowedAccounts(object)],
  };
}

/** Accounts that a store of External Secrets names for signing in to a vault. */
function borrowedAccounts(object: KubernetesObject): readonly string[] {
  if (object.kind !== 'SecretStore' && object.kind !== 'ClusterSecretStore') return [];
  const name = object.root.get('spec', 'provider', 'azurekv', 'serviceAccountRef', 'name')?.text;
  return name ? [name] : [];
}

/** Whether one of some names is wanted. */
export function isWanted(names: Iterable<string>, wanted: ReadonlySet<string>): boolean {
  if (wanted.has('*')) return true;
  for (const name of names) if (name === '*' || wanted.has(name)) return true;
  return false;
}

/** Where egress policies decide what pods reach, every pod of a namespace that uses identities matters. */
function judgedNamespaces(manifests: readonly Manifest[]): ReadonlySet<string> {
  if (!manifests.some(restrictsEgress)) return new Set();
  return new Set(manifests.filter((manifest) => holdsIdentityWord(textOf(manifest))).map(ownNamespace));
}

function restrictsEgress(manifest: Manifest): boolean {
  return manifest.kind === 'NetworkPolicy' && /egress/i.test(textOf(manifest));
}

/** The namespace that an object itself names; empty when it names none. */
export function ownNamespace(manifest: Manifest): string {
  return fieldsOf(manifest).get('metadata', 'namespace')?.text ?? '';
}

const namespaceLine = /\bnamespace["']?[ \t]*:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s,}#]+))/g;

/** Whether a text can hold an object of one of some namespaces; a name that only a parser can read counts for all. */
export function mayBeIn(text: string, namespaces: ReadonlySet<string>): boolean {
  if (namespaces.size === 0) return false;
  const names = [...text.matchAll(namespaceLine)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  return names.length === 0 ? namespaces.has('') : names.some((name) => namespaces.has(name) || /^[*&!]/.test(name));
}
