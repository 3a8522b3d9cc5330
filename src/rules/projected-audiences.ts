/** The audiences for which something in a repository asks the cluster for tokens. */

import { readPlaceholders } from '../manifests/placeholders.ts';
import type { Field } from '../model/field.ts';
import { type PartialText, unknownText } from '../model/partial-text.ts';
import type { Repository } from '../model/world.ts';

/** Templates nest projected volumes this deep at most. */
const deepest = 16;

/**
 * Audiences of projected `serviceAccountToken` volumes, and of the `tokenRequests` of CSI drivers, wherever they stand.
 * An audience that is left out is the cluster's own issuer.
 */
export function projectedAudiences(repository: Repository): readonly PartialText[] {
  const objects = new Set(repository.worlds.flatMap((world) => world.objects));
  return [...objects].flatMap(({ root }) => audiencesIn(root, 0));
}

function audiencesIn(field: Field, depth: number): readonly PartialText[] {
  if (depth > deepest) return [];
  // A block of text that some template engine reads may ask for anything.
  if (field.string?.includes('serviceAccountToken')) return [unknownText('template')];
  return [...field.entries(), ...field.items()].flatMap((child) => {
    const requests = child.key === 'tokenRequests' ? child.items() : child.key === 'serviceAccountToken' ? [child] : [];
    return [
      ...requests.flatMap((request) => readPlaceholders(request.get('audience')?.text ?? '')),
      ...audiencesIn(child, depth + 1),
    ];
  });
}
