/** Decides which objects can matter: by themselves, or because an object that does names them. */
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
}

/** The text of an object in its source. */
export function textOf({ source, start, end }: Manifest): string {
  return source.text.slice(start, end);
}

/**
 * What the objects that matter by themselves lead to: pods of identity accounts, and the accounts of such pods; the
 * accounts that secret stores borrow; and all pods once a class makes Secrets, which any of them may read.
 */
export function wantedBy(manifests: readonly Manifest[]): Wanted {
  const pods = new Set<string>();
  const accounts = new Set<string>();
  let anyPod = false;
  for (const manifest of manifests) {
    if (!isInteresting(textOf(manifest))) continue;
    const object = readObject(manifest);
    if (manifest.kind === 'ServiceAccount') {
      // A name that is filled in later is that of pods that write it the same way.
      if (holdsIdentityWord(textOf(manifest))) pods.add(writtenText(object.name));
    } else {
      for (const template of readWorkload(object, readPlaceholders)?.templates ?? [])
        accounts.add(writtenText(template.account));
      for (const name of borrowedAccounts(object)) accounts.add(name);
      anyPod ||= object.kind === 'SecretProviderClass' && object.root.get('spec', 'secretObjects') !== undefined;
    }
  }
  for (const name of pods) accounts.add(name);
  if (anyPod) pods.add('*');
  return { pods, accounts };
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
