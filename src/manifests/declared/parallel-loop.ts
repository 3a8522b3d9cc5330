/** Tells which credentials a loop would write at once under one identity, which Azure refuses. */
import type { DeclaredCredential } from '../../model/federation.ts';
import { writtenText } from '../../model/partial-text.ts';

/**
 * Marks the credentials of a loop whose runs share an owner. Parallel writes under one identity answer 409
 * (`ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity`).
 *
 * @param runs the credentials of each run; `unknown` ones stand for any number of runs
 * @param mentionsLoop whether a text depends on the loop, and so differs from run to run
 */
export function markParallel(
  runs: readonly { readonly credentials: readonly DeclaredCredential[]; readonly unknown: boolean }[],
  mentionsLoop: (text: string) => boolean,
): readonly DeclaredCredential[] {
  const writers = new Map<string, number>();
  for (const { credentials, unknown } of runs) {
    for (const owner of new Set(credentials.map(ownerOf))) {
      const weight = unknown && !mentionsLoop(owner) ? 2 : 1;
      writers.set(owner, (writers.get(owner) ?? 0) + weight);
    }
  }
  return runs.flatMap(({ credentials }) =>
    credentials.map((credential) => {
      const owner = ownerOf(credential);
      const shared = owner !== '' && (writers.get(owner) ?? 0) > 1;
      return shared ? { ...credential, parallelLoop: true } : credential;
    }),
  );
}

/** What tells identities apart: the name where it is known, else the reference; empty when the owner is not given. */
function ownerOf(credential: DeclaredCredential): string {
  const owner = credential.identityName ?? credential.identity;
  return owner ? writtenText(owner.text) : '';
}
