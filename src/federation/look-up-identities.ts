/** Looks for those whom client ids name and no listed subscription holds: applications, object ids, nobody. */
import type { Application, Identity } from '../model/identity.ts';
import { type KnownObject, principalOf } from '../model/live.ts';
import type { Gap } from '../model/report.ts';
import type { Audit } from '../ports/audit.ts';
import { inParallel } from './observe.ts';
import { attempt } from './observe-cluster.ts';

export interface LookedUp {
  readonly applications: readonly Application[];
  readonly objects: readonly KnownObject[];
  /** Client ids, in lower case, that certainly belong to nobody. */
  readonly nobody: ReadonlySet<string>;
  readonly gaps: readonly Gap[];
}

/** `complete` says whether every listed subscription was read; the directory has to answer as well to be certain. */
export async function lookUpIdentities(
  audit: Audit,
  clientIds: readonly string[],
  { identities, complete }: { readonly identities: readonly Identity[]; readonly complete: boolean },
): Promise<LookedUp> {
  const gaps: Gap[] = [];
  const known = new Set(identities.map(({ clientId }) => clientId.toLowerCase()));
  const unknown = [...new Set(clientIds.map((id) => id.toLowerCase()))].filter((id) => !known.has(id));
  const principals = identities.flatMap((identity): readonly KnownObject[] => {
    const objectId = principalOf(identity);
    const name = `identity ${identity.id.slice(identity.id.lastIndexOf('/') + 1)}`;
    return objectId === undefined ? [] : [{ objectId, clientId: identity.clientId, name }];
  });
  const ofIdentity = new Set(principals.map(({ objectId }) => objectId));
  const asked = unknown.filter((id) => !ofIdentity.has(id));
  const answers = await inParallel(asked, async (id) => {
    const found = await attempt(`the application ${id}`, gaps, async () => (await audit.application(id)) ?? null);
    return { id, found };
  });
  const applications = answers.flatMap(({ found }) => (found ? [found] : []));
  return {
    applications: applications.filter(({ clientId }) => unknown.includes(clientId.toLowerCase())),
    objects: [
      ...principals,
      ...applications.map(({ objectId, clientId }) => ({ objectId, clientId, name: `application ${clientId}` })),
    ],
    nobody: new Set(complete ? answers.flatMap(({ id, found }) => (found === null ? [id] : [])) : []),
    gaps,
  };
}
