/** Subjects of ServiceAccounts: what a credential names, and the accounts of a repository that it can mean. */

import type { DeclaredCredential } from '../model/federation.ts';
import type { ServiceAccount } from '../model/kubernetes.ts';
import { compareTexts, literalOf, literalText, type PartialText, unknownText } from '../model/partial-text.ts';
import type { Repository } from '../model/world.ts';
import { accountBorrowed } from './borrowed-accounts.ts';
import { openText } from './declared-values.ts';

const lead = 'system:serviceaccount:';

/** An account by its namespace and name, each perhaps only partly known. */
export interface AccountName {
  readonly namespace: PartialText;
  readonly name: PartialText;
}

/** `system:serviceaccount:<namespace>:<name>`. */
export function subjectOf({ namespace, name }: AccountName): PartialText {
  const front = [`${lead}${namespace.pieces[0]}`, ...namespace.pieces.slice(1)];
  const [first = '', ...rest] = name.pieces;
  return {
    pieces: [...front.slice(0, -1), `${front.at(-1)}:${first}`, ...rest],
    symbols: [...namespace.symbols, ...name.symbols],
  };
}

/** The account that a literal subject names; undefined for any other text. */
export function accountOfSubject(subject: PartialText): { namespace: string; name: string } | undefined {
  const [, namespace, name] = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(literalOf(subject) ?? '') ?? [];
  return namespace !== undefined && name !== undefined ? { namespace, name } : undefined;
}

/** The literal namespace that a subject names, whatever is known of the account's name. */
export function namespaceOfSubject(subject: PartialText): string | undefined {
  return /^system:serviceaccount:([^:]+):/.exec(subject.pieces[0] as string)?.[1];
}

/** The subject that an account's tokens have; a namespace that nobody gave is open. */
export function subjectOfAccount(account: ServiceAccount): PartialText {
  return subjectOf(account.namespaceGiven ? account : { namespace: unknownText('namespace'), name: account.name });
}

const knownSubjects = new WeakMap<Repository, readonly PartialText[]>();

/**
 * The subjects of every account that there is, or may be, anywhere: declared by manifests or by other code, used by
 * pods, or borrowed by objects of controllers. `<namespace>:default` always exists and is not among them.
 */
function subjectsKnown(repository: Repository): readonly PartialText[] {
  let subjects = knownSubjects.get(repository);
  if (!subjects) {
    subjects = [...collectSubjects(repository)];
    knownSubjects.set(repository, subjects);
  }
  return subjects;
}

function* collectSubjects(repository: Repository): Iterable<PartialText> {
  for (const world of repository.worlds) {
    for (const account of world.serviceAccounts) yield subjectOfAccount(account);
    for (const workload of world.workloads) {
      const namespace = workload.namespaceGiven ? workload.namespace : unknownText('namespace');
      for (const template of workload.templates) yield subjectOf({ namespace, name: template.account });
    }
    for (const object of world.objects) yield* accountBorrowed(object).map(subjectOf);
  }
  for (const { name, namespace } of repository.declaredAccounts) {
    yield subjectOf({ name: openText(name), namespace: namespace ? openText(namespace) : unknownText('namespace') });
  }
}

/** Whether a credential can be for a subject; one whose subject nobody could read can be for any. */
export function mayBeFor(credential: DeclaredCredential, subject: PartialText): boolean {
  if (credential.claimsMatchingExpression || !credential.subject) return true;
  return compareTexts(openText(credential.subject), subject) !== 'different';
}

/** Whether any account of the repository fits the subject of a credential. */
export function fitsSomeAccount(repository: Repository, subject: PartialText): boolean {
  if (accountOfSubject(subject)?.name === 'default') return true;
  return subjectsKnown(repository).some((known) => compareTexts(known, subject) !== 'different');
}

/** A literal subject. */
export function literalSubject(namespace: string, name: string): PartialText {
  return literalText(`${lead}${namespace}:${name}`);
}
