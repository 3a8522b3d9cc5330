/** The subjects that a repository trusts: declared credentials, and those that are objects of a world. */

import type { Place } from '../model/manifest.ts';
import type { PartialText } from '../model/partial-text.ts';
import type { Spot } from '../model/source.ts';
import type { Repository, World } from '../model/world.ts';
import { readPlaceholders } from './placeholders.ts';

/** A subject, and the identity that trusts it, as written; undefined when that is not told. */
export interface DeclaredSubject {
  readonly subject: PartialText | undefined;
  readonly owner: string | undefined;
  readonly at: Place | Spot;
}

/** Owner and subject of Azure Service Operator (`spec.subject`) and of Crossplane (`spec.forProvider.subject`). */
export function declaredSubjects(world: World, repository: Repository): readonly DeclaredSubject[] {
  const declared = repository.credentials.map(({ subject, identity, at }) => ({
    subject: subject?.text,
    owner: identity && identity.text.symbols.length === 0 ? identity.text.pieces[0] : undefined,
    at,
  }));
  const objects = world.objects
    .filter(({ kind }) => kind === 'FederatedIdentityCredential')
    .map(({ root }) => {
      const spec = root.get('spec', 'forProvider') ?? root.get('spec') ?? root;
      const subject = spec.get('subject');
      const owner =
        spec.get('owner', 'name') ??
        spec.get('owner', 'armId') ??
        spec.get('parentId') ??
        spec.get('parentIdRef', 'name');
      return {
        subject: subject?.text ? readPlaceholders(subject.text) : undefined,
        owner: owner?.text,
        at: (subject ?? root).place,
      };
    });
  return [...declared, ...objects];
}
