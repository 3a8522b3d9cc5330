/** Makes the changes of the plan and confirms them by reading back: the command that writes to people's trust configuration. */
import { applyChanges } from '../federation/apply.ts';
import type { AppliedChange, Change, Plan } from '../model/change.ts';
import { explain, InputError } from '../model/errors.ts';
import type { Gap, Outcome } from '../model/report.ts';
import type { RunPlace } from '../ports/run-place.ts';
import { buildReport } from '../report/build.ts';
import { type AzurePlan, type PlanPorts, planRepository } from './azure-plan.ts';
import type { PlanInputs } from './planning-scope.ts';

export interface ApplyInputs extends PlanInputs {
  readonly dryRun: boolean;
  /** The digest of the plan that was approved; any other plan is refused. */
  readonly digest: string | undefined;
}

export interface ApplyPorts extends PlanPorts {
  readonly place: RunPlace;
  /** Called before the first write; from then on a person who stops the run only keeps the next write from starting. */
  readonly stopSignal: () => AbortSignal;
}

/** Throws `InputError` where nothing may be written at all; what a single identity refuses is in the report. */
export async function apply(inputs: ApplyInputs, ports: ApplyPorts): Promise<Outcome> {
  await checkPlace(ports.place);
  const planned = await planRepository(inputs, ports, { owner: true });
  const plan = approved(planned.plan, inputs.digest);
  const { applied, gaps } = inputs.dryRun ? nothingDone : await carryOut(planned, plan, ports);
  const report = buildReport({
    command: 'apply',
    findings: planned.judged.findings,
    failures: planned.judged.bugs,
    plan,
    applied,
    gaps: [...planned.gaps, ...gaps],
    stats: planned.judged.stats(),
    failOn: inputs.failOn,
  });
  return { report, sourceLine: planned.judged.sourceLine };
}

const nothingDone: CarriedOut = { applied: [], gaps: [] };

const writingEvents: ReadonlySet<string> = new Set(['push', 'schedule', 'manual']);

/** In a pipeline only the current head of the default branch is what the team agreed on. */
async function checkPlace(place: RunPlace): Promise<void> {
  if (place.kind === 'local') return;
  const { event, eventName, branch, defaultBranch } = place;
  if (!writingEvents.has(event)) throw notHere(`The event is ${eventName}; only push, schedule and manual runs write.`);
  if (branch !== defaultBranch) throw notHere(`This run is on ${branch ?? 'no branch'}; only ${defaultBranch} writes.`);
  const current = await place.isCurrentHead();
  if (current === undefined) throw notHere(`Whether this commit is the head of ${defaultBranch} cannot be told.`);
  if (!current) throw notHere(`This commit is not the head of ${defaultBranch} any more; a later run writes.`);
}

function notHere(evidence: string): InputError {
  return new InputError({
    problem: 'Nothing may be written by this run.',
    evidence,
    remedy: 'Run apply on a push to the default branch, on a schedule, or by hand; use plan to look.',
  });
}

/** A plan that is not the approved one is shown, and nothing of it is done. */
function approved(plan: Plan, digest: string | undefined): Plan {
  if (digest === undefined || digest === plan.digest) return plan;
  const blocked = `the plan is not the approved one (${digest}) any more`;
  return { ...plan, changes: plan.changes.map((change) => ({ ...change, blocked: change.blocked ?? blocked })) };
}

interface CarriedOut {
  readonly applied: readonly AppliedChange[];
  readonly gaps: readonly Gap[];
}

async function carryOut(planned: AzurePlan, plan: Plan, { clock, log, stopSignal }: ApplyPorts): Promise<CarriedOut> {
  const open = plan.changes.filter((change) => change.blocked === null);
  const work = planned.observed
    .map(({ identity }) => ({ identity, changes: open.filter((change) => change.identity === identity.id) }))
    .filter(({ changes }) => changes.length > 0);
  if (work.length === 0) return nothingDone;
  const signal = stopSignal();
  const applied = await applyChanges(work, {
    azure: planned.azure,
    clock,
    signal,
    onProgress: (done, total) => log.progress(`Writing federated credentials: ${done} of ${total}`),
  });
  if (signal.aborted) return { applied, gaps: [unconfirmed('the run was stopped')] };
  log.progress('Reading back');
  return readBack(planned, applied);
}

/** What was reported as done and is wanted still was not done. What cannot be read back stays as it was reported. */
async function readBack({ observed, again }: AzurePlan, applied: readonly AppliedChange[]): Promise<CarriedOut> {
  const touched = new Set(applied.map(({ identity }) => identity));
  const before = observed.filter(({ identity }) => touched.has(identity.id));
  try {
    const { plan, observed: after } = await again(before);
    const gaps = after.length < before.length ? [unconfirmed('not every identity could be read again')] : [];
    return { applied: applied.map((change) => confirmed(change, plan.changes)), gaps };
  } catch (thrown) {
    const { problem, evidence } = explain(thrown);
    return { applied, gaps: [unconfirmed(`${problem} ${evidence}`.trim())] };
  }
}

function unconfirmed(why: string): Gap {
  return { what: 'reading back what was written', why, remedy: 'Run plan to see what is there now.' };
}

function confirmed(change: AppliedChange, left: readonly Change[]): AppliedChange {
  const open = left.some(
    (other) => other.action === change.action && other.identity === change.identity && other.name === change.name,
  );
  return change.outcome === 'done' && open
    ? { ...change, outcome: 'failed', error: 'the change is not there when read back' }
    : change;
}
