/** Makes one change, through refusals and conflicts: waits as long as it must, and looks again before it tries again. */
import type { Change } from '../model/change.ts';
import { RemoteError } from '../model/errors.ts';
import type { FederatedCredential, Identity } from '../model/identity.ts';
import { Throttled, WriteConflict } from '../model/write-refusals.ts';
import type { Azure } from '../ports/azure.ts';
import type { Clock } from '../ports/clock.ts';
import type { Pace } from './pace.ts';

/** How often a change is tried before it counts as failed, apart from waiting for a service that asks to wait. */
const mostAttempts = 12;
/** How often the service may ask to wait: at the published rates a full identity takes 80 seconds. */
const mostWaits = 60;
/** The first and the longest wait after a conflict or a failure of the service, in milliseconds. */
const waits = { first: 500, longest: 30_000 };

export interface ChangePorts {
  readonly azure: Azure;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly identity: Pace;
  readonly subscription: Pace;
}

/** Throws why the change could not be made; false when the run was stopped before it was. */
export async function makeChange(identity: Identity, change: Change, ports: ChangePorts): Promise<boolean> {
  let failures = 0;
  for (let asked = 0; ; ) {
    await ports.identity.turn(ports.signal);
    await ports.subscription.turn(ports.signal);
    if (ports.signal.aborted) return false;
    try {
      await send(identity, change, ports.azure);
      for (const pace of [ports.identity, ports.subscription]) pace.record(false);
      return true;
    } catch (thrown) {
      if (thrown instanceof Throttled && thrown.refusal.paced) {
        asked += 1;
        if (asked > mostWaits) throw thrown;
        yieldTo(thrown.refusal.retryAfter, ports);
        continue;
      }
      failures += 1;
      if (!(thrown instanceof RemoteError) || failures >= mostAttempts) throw thrown;
      if (await isSettled(identity, change, thrown, failures, ports)) return true;
    }
  }
}

async function send(identity: Identity, { action, name, issuer, subject, audience }: Change, azure: Azure) {
  if (action === 'delete') return azure.remove(identity, name);
  return azure.write(identity, { name, issuer, subject, audiences: [audience] });
}

/** The identity waits as asked. The subscription waits only when it is what is throttled: one refusal does not tell. */
function yieldTo(retryAfter: number, { identity, subscription }: ChangePorts): void {
  for (const pace of [identity, subscription]) pace.record(true);
  identity.hold(retryAfter);
}

/**
 * After a refusal the world may have moved: another run may have made the change, or taken the name. True when nothing
 * is left to do, false when trying again makes sense; throws when it does not.
 */
async function isSettled(
  identity: Identity,
  change: Change,
  refusal: RemoteError,
  failures: number,
  { azure, clock, signal }: ChangePorts,
): Promise<boolean> {
  const mayPass = refusal instanceof WriteConflict || refusal instanceof Throttled;
  if (mayPass) {
    // Jittered, so that two runs that met part ways.
    const wait = Math.min(waits.longest, waits.first * 2 ** (failures - 1)) * (0.5 + Math.random() / 2);
    const least = refusal instanceof Throttled ? refusal.refusal.retryAfter : 0;
    await clock.sleep(Math.max(least, wait), signal);
    if (signal.aborted) return false;
  }
  const present = await listed(identity, azure);
  if (!present) {
    if (mayPass) return false;
    throw refusal;
  }
  const state = stateOf(change, present);
  if (state === 'made') return true;
  if (state === 'moved') {
    throw new RemoteError({
      problem: `The credential ${change.name} was changed by somebody else meanwhile.`,
      evidence: refusal.problem,
      remedy: 'Run again; the new plan shows what is there now.',
    });
  }
  if (!mayPass) throw refusal;
  return false;
}

/** Undefined when the list cannot be read just now; the refusal that led here stays what is told. */
async function listed(identity: Identity, azure: Azure): Promise<readonly FederatedCredential[] | undefined> {
  try {
    return await azure.credentials(identity);
  } catch (thrown) {
    if (thrown instanceof RemoteError) return undefined;
    throw thrown;
  }
}

/** `made`: as wanted. `moved`: what the plan saw is not there any more, so writing could overwrite something else. */
function stateOf(change: Change, present: readonly FederatedCredential[]): 'made' | 'open' | 'moved' {
  const { action, name, issuer, subject, audience } = change;
  const same = present.find((credential) => credential.issuer === issuer && credential.subject === subject);
  const named = present.find((credential) => credential.name.toLowerCase() === name.toLowerCase());
  if (action === 'delete') return named === undefined ? 'made' : named === same ? 'open' : 'moved';
  if (same && same.audiences.length === 1 && same.audiences[0] === audience) return 'made';
  if (action === 'update') return same !== undefined && same === named ? 'open' : 'moved';
  return same === undefined && named === undefined ? 'open' : 'moved';
}
