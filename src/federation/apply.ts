/** Makes the changes of a plan: one identity's one after another, many identities at once, each decided again when in doubt. */
import type { AppliedChange, Change } from '../model/change.ts';
import { explain } from '../model/errors.ts';
import { type FederatedCredential, type Identity, resourceParts } from '../model/identity.ts';
import { Throttled, WriteConflict } from '../model/write-refusals.ts';
import type { Azure } from '../ports/azure.ts';
import type { Clock } from '../ports/clock.ts';
import { Pace } from './pace.ts';

/** How many identities are written to at once. */
const identitiesAtOnce = 64;
/** How often one change is tried before it counts as failed. */
const mostAttempts = 12;

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
  const run = new ApplyRun(work, ports);
  return run.all();
}

class ApplyRun {
  private readonly work: readonly IdentityChanges[];
  private readonly ports: ApplyPorts;
  private readonly subscriptions = new Map<string, Pace>();
  private readonly total: number;
  private done = 0;

  constructor(work: readonly IdentityChanges[], ports: ApplyPorts) {
    this.work = work.map(({ identity, changes }) => ({
      identity,
      changes: changes.filter(({ blocked }) => blocked === null),
    }));
    this.ports = ports;
    this.total = this.work.reduce((sum, { changes }) => sum + changes.length, 0);
  }

  async all(): Promise<readonly AppliedChange[]> {
    const results: AppliedChange[][] = this.work.map(() => []);
    const queue = [...this.work.entries()];
    const worker = async () => {
      for (let item = queue.shift(); item; item = queue.shift()) results[item[0]] = await this.identity(item[1]);
    };
    await Promise.all(Array.from({ length: Math.min(identitiesAtOnce, queue.length) }, worker));
    return results.flat();
  }

  /** One write at a time: Azure refuses two at once on one identity with 409. A failure does not stop the rest. */
  private async identity({ identity, changes }: IdentityChanges): Promise<AppliedChange[]> {
    const applied: AppliedChange[] = [];
    const paces = [new Pace(this.ports.clock, 0.25), this.subscriptionPace(identity)];
    for (const change of changes) {
      applied.push(
        this.ports.signal.aborted
          ? outcomeOf(change, 'skipped', 'the run was stopped')
          : await this.change(identity, change, paces),
      );
      this.done += 1;
      this.ports.onProgress(this.done, this.total);
    }
    return applied;
  }

  private async change(identity: Identity, change: Change, paces: readonly Pace[]): Promise<AppliedChange> {
    for (let attempt = 1; ; attempt += 1) {
      for (const pace of paces) await pace.turn(this.ports.signal);
      if (this.ports.signal.aborted) return outcomeOf(change, 'skipped', 'the run was stopped');
      try {
        await this.make(identity, change);
        for (const pace of paces) pace.record(false);
        return outcomeOf(change, 'done', null);
      } catch (thrown) {
        const again = attempt < mostAttempts && (await this.waitAfter(thrown, attempt, paces));
        if (!again) return outcomeOf(change, 'failed', explain(thrown).problem);
        if (thrown instanceof WriteConflict && (await this.isMade(identity, change)))
          return outcomeOf(change, 'done', null);
      }
    }
  }

  private async make(identity: Identity, change: Change): Promise<void> {
    if (change.action === 'delete') return this.ports.azure.remove(identity, change.name);
    return this.ports.azure.write(identity, credentialOf(change));
  }

  /** Whether another attempt makes sense; waits for it. The wait grows and is jittered, so that two runs part ways. */
  private async waitAfter(thrown: unknown, attempt: number, paces: readonly Pace[]): Promise<boolean> {
    if (thrown instanceof Throttled) {
      for (const pace of paces) pace.record(true, thrown.retryAfter);
      return true;
    }
    if (!(thrown instanceof WriteConflict)) return false;
    const longest = Math.min(30_000, 250 * 2 ** attempt);
    await this.ports.clock.sleep(longest * (0.5 + Math.random() / 2), this.ports.signal);
    return true;
  }

  /** After a refusal the world may have moved: another run may have made the change, or taken the name. */
  private async isMade(identity: Identity, change: Change): Promise<boolean> {
    const present = await this.ports.azure.credentials(identity).catch(() => undefined);
    if (!present) return false;
    const same = present.find(
      (credential) => credential.issuer === change.issuer && credential.subject === change.subject,
    );
    if (change.action === 'delete') return same === undefined;
    return same !== undefined && same.audiences.length === 1 && same.audiences[0] === change.audience;
  }

  private subscriptionPace(identity: Identity): Pace {
    const scope = resourceParts(identity.id)?.subscription.toLowerCase() ?? identity.id;
    const known = this.subscriptions.get(scope) ?? new Pace(this.ports.clock, 2);
    this.subscriptions.set(scope, known);
    return known;
  }
}

function credentialOf({ name, issuer, subject, audience }: Change): FederatedCredential {
  return { name, issuer, subject, audiences: [audience] };
}

function outcomeOf(
  { action, identity, name }: Change,
  outcome: AppliedChange['outcome'],
  error: string | null,
): AppliedChange {
  return { action, identity, name, outcome, error };
}
