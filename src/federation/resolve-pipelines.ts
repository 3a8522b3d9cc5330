/** Finds the identities of what pipelines want, and says what a credential of theirs takes the place of. */
import { locate } from '../manifests/locate.ts';
import type { Change } from '../model/change.ts';
import type { Configuration, ConfiguredIdentity } from '../model/configuration.ts';
import { type Application, type Identity, sameResource } from '../model/identity.ts';
import type { Gap } from '../model/report.ts';
import { covers } from './observe.ts';
import type { PipelineWish } from './pipeline-wishes.ts';
import type { ObservedIdentity, ResolvedWish } from './plan.ts';

/** The app registrations of the configuration; whether they exist shows when their credentials are listed. */
export function configuredApplications({ identities, tenant }: Configuration): readonly Application[] {
  return identities.flatMap((entry) => {
    if (entry.kind !== 'application') return [];
    const { value } = entry.application;
    return { kind: 'application', id: `application:${value}`, clientId: value, tenantId: tenant?.value ?? '' };
  });
}

export interface ResolvedPipelines {
  readonly wishes: readonly ResolvedWish[];
  /** Rows of wishes whose identity does not exist. */
  readonly lost: readonly Change[];
  readonly gaps: readonly Gap[];
}

/** `complete` says that every subscription could be read: only then is an identity that is not here not there. */
export function resolvePipelines(
  wishes: readonly PipelineWish[],
  { identities, complete }: { readonly identities: readonly Identity[]; readonly complete: boolean },
): ResolvedPipelines {
  const resolved: ResolvedWish[] = [];
  const lost: PipelineWish[] = [];
  for (const wish of wishes) {
    const target = identities.find((identity) => covers(wish.entry, identity));
    if (target) resolved.push(resolvedWish(wish, target));
    else lost.push(wish);
  }
  const gaps = [...new Set(lost.map(({ entry }) => entry))].map((entry) => ({
    what: `the identity ${nameOf(entry)}`,
    why: `it was not found in the subscriptions that ${complete ? 'are looked at' : 'could be read'}`,
    remedy: 'Correct its entry under identities in idwire.yaml.',
  }));
  return { wishes: resolved, lost: complete ? lost.map(lostRow) : [], gaps };
}

function resolvedWish({ entry, clientId, ...wish }: PipelineWish, target: Identity): ResolvedWish {
  const other = clientId !== undefined && clientId.toLowerCase() !== target.clientId.toLowerCase();
  const blocked = other
    ? `the pipeline signs in as ${clientId}, and ${nameOf(entry)} is ${target.clientId}`
    : wish.blocked;
  return { ...wish, identity: { clientId: target.clientId }, target, blocked };
}

function lostRow({ entry, issuer, subject, audience, origin }: PipelineWish): Change {
  const { file, line } = locate(origin);
  return {
    action: 'create',
    identity: nameOf(entry),
    name: '',
    issuer,
    subject,
    audience,
    owned: true,
    origin: { file, line },
    fields: [],
    blocked: 'the identity does not exist in the subscriptions that are looked at',
  };
}

function nameOf(entry: ConfiguredIdentity): string {
  if (entry.kind === 'resource') return entry.resource.value;
  return entry.kind === 'application' ? `application:${entry.application.value}` : entry.resourceGroup.value;
}

/** The wishes, each that takes the place of a credential that nothing wants any more with a sentence that says so. */
export function withPredecessors(
  wishes: readonly ResolvedWish[],
  observed: readonly ObservedIdentity[],
): readonly ResolvedWish[] {
  return wishes.map((wish) => {
    const present = observed.find(({ identity }) => sameResource(identity.id, wish.target.id))?.credentials ?? [];
    const wanted = wishes.filter(({ target }) => sameResource(target.id, wish.target.id));
    const stray = present.filter(
      ({ issuer, subject }) => !wanted.some((other) => other.issuer === issuer && other.subject === subject),
    );
    for (const { issuer, subject } of stray) {
      const change = subject === undefined ? undefined : describeChange({ issuer, subject }, wish);
      if (change) return { ...wish, reason: [change, ...(wish.reason ? [wish.reason] : [])].join('; ') };
    }
    return wish;
  });
}

interface Trusted {
  readonly issuer: string;
  readonly subject: string;
}

/** What happened to a pipeline between two trusts of one identity; undefined when they are not of one pipeline. */
function describeChange(before: Trusted, after: Trusted): string | undefined {
  const [, oldPrefix, oldContext] = /^(repo:[^:]+):(.+)$/.exec(before.subject) ?? [];
  const [, prefix, context] = /^(repo:[^:]+):(.+)$/.exec(after.subject) ?? [];
  const instead = `takes the place of ${before.subject}`;
  if (oldPrefix && prefix) {
    if (before.issuer !== after.issuer)
      return before.subject === after.subject ? `the issuer was ${before.issuer}` : undefined;
    if (oldPrefix !== prefix && oldContext === context)
      return `${instead}: the repository was renamed, transferred or made immutable`;
    const environments = [oldContext, context].every((text) => text?.startsWith('environment:'));
    return oldPrefix === prefix && environments ? `${instead}, which nothing asks for any more` : undefined;
  }
  if (!before.subject.startsWith('sc://')) return undefined;
  if (after.subject.startsWith('/eid1/')) return `${instead}: the service connection has Entra as its issuer`;
  const renamed = after.subject.startsWith('sc://') && before.issuer === after.issuer;
  return renamed ? `${instead}: the organization, project or service connection was renamed` : undefined;
}
