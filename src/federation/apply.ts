/** Makes the changes of a plan: one identity's one after another, many identities at once, each decided again when in doubt. */
import type { AppliedChange, Change } from '../model/change.ts';
import { explain } from '../model/errors.ts';
import { type Identity, resourceParts } from '../model/identity.ts';
import type { Azure } from '../ports/azure.ts';
import type { Clock } from '../ports/clock.ts';
import { makeChange } from './make-change.ts';
import { Pace } from './pace.ts';

/** How many identities are written to at once. */
const identitiesAtOnce = 64;
/** Writes per second that Azure publishes for an identity and for a subscription (Microsoft Entra, considerations). */
const publishedRates = { identity: 0.25, subscription: 2 };

export interface ApplyPorts {
  readonly azure: Azure;
  readonly clock: Clock;
  /** Aborted when a person stops the run: the write in flight ends, and nothing new starts. */
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** All changes of one identity, in the order in which they are to be made. */
export interface IdentityChanges {
  readonly identity: Identity;
  readonly changes: readonly Change[];
}

/** Never throws: what failed, and what was not tried any more, is in the answer. Blocked changes are left out. */
export async function applyChanges(
  work: readonly IdentityChanges[],
  ports: ApplyPorts,
): Promise<readonly AppliedChange[]> {
  const open = work.map(({ identity, changes }) => ({
    identity,
    changes: changes.filter(({ blocked }) => blocked === null),
  }));
  const total = open.reduce((sum, { changes }) => sum + changes.length, 0);
  let done = 0;
  const onDone = () => {
    done += 1;
    ports.onProgress(done, total);
  };
  const subscriptions = new Map<string, Pace>();
  const results: AppliedChange[][] = [];
  const queue = [...open.entries()];
  const worker = async () => {
    for (let item = queue.shift(); item; item = queue.shift()) {
      const [index, { identity, changes }] = item;
      const subscription = subscriptionPace(subscriptions, identity, ports.clock);
      results[index] = await changeIdentity(identity, changes, { ...ports, subscription, onDone });
    }
  };
  await Promise.all(Array.from({ length: Math.min(identitiesAtOnce, queue.length) }, worker));
  return results.flat();
}

interface IdentityPorts extends ApplyPorts {
  readonly subscription: Pace;
  readonly onDone: () => void;
}

/** One write at a time: Azure refuses two at once on one identity with 409. A failure does not stop the rest. */
async function changeIdentity(
  identity: Identity,
  changes: readonly Change[],
  ports: IdentityPorts,
): Promise<AppliedChange[]> {
  const applied: AppliedChange[] = [];
  const pace = new Pace(ports.clock, publishedRates.identity);
  for (const change of changes) {
    applied.push(await oneOutcome(identity, change, applied, { ...ports, identity: pace }));
    ports.onDone();
  }
  return applied;
}

async function oneOutcome(
  identity: Identity,
  change: Change,
  before: readonly AppliedChange[],
  ports: IdentityPorts & { readonly identity: Pace },
): Promise<AppliedChange> {
  // What replaces a credential is made first; when that failed, the old one may be all that still works.
  if (change.action === 'delete' && before.some(({ outcome, action }) => outcome !== 'done' && action !== 'delete')) {
    return outcomeOf(change, 'skipped', 'an earlier change of the identity was not made');
  }
  try {
    const made = await makeChange(identity, change, ports);
    return made ? outcomeOf(change, 'done', null) : outcomeOf(change, 'skipped', 'the run was stopped');
  } catch (thrown) {
    const { problem, evidence } = explain(thrown);
    return outcomeOf(change, 'failed', [problem, evidence].filter((text) => text !== '').join(' '));
  }
}

function subscriptionPace(known: Map<string, Pace>, identity: Identity, clock: Clock): Pace {
  const scope = resourceParts(identity.id)?.subscription.toLowerCase() ?? identity.id;
  const pace = known.get(scope) ?? new Pace(clock, publishedRates.subscription);
  known.set(scope, pace);
  return pace;
}

function outcomeOf(
  { action, identity, name }: Change,
  outcome: AppliedChange['outcome'],
  error: string | null,
): AppliedChange {
  return { action, identity, name, outcome, error };
}
