import {
  planRepository
} from "./chunk-GBPDGTHL.mjs";
import "./chunk-OWTZMZZE.mjs";
import {
  chunk_VATPHQYF_mjs_buildReport as buildReport
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import {
  Throttled,
  WriteConflict
} from "./chunk-QSL2B2D3.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./chunk-ZFHMEM2U.mjs";
import "./chunk-J2GT4XCC.mjs";
import "./check-CA0AB372.mjs";
import {
  chunk_P3PXVN6G_mjs_InputError as InputError,
  chunk_P3PXVN6G_mjs_RemoteError as RemoteError,
  chunk_P3PXVN6G_mjs_explain as explain
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import {
  chunk_52TH525W_mjs_resourceParts as resourceParts
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/federation/make-change.ts
var mostAttempts = 12;
var mostWaits = 60;
var waits = { first: 500, longest: 3e4 };
async function makeChange(identity, change, ports) {
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
async function send(identity, { action, name, issuer, subject, audience }, azure) {
  if (action === "delete") return azure.remove(identity, name);
  return azure.write(identity, { name, issuer, subject, audiences: [audience] });
}
function yieldTo(retryAfter, { identity, subscription }) {
  for (const pace of [identity, subscription]) pace.record(true);
  identity.hold(retryAfter);
}
async function isSettled(identity, change, refusal, failures, { azure, clock, signal }) {
  const mayPass = refusal instanceof WriteConflict || refusal instanceof Throttled;
  if (mayPass) {
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
  if (state === "made") return true;
  if (state === "moved") {
    throw new RemoteError({
      problem: `The credential ${change.name} was changed by somebody else meanwhile.`,
      evidence: refusal.problem,
      remedy: "Run again; the new plan shows what is there now."
    });
  }
  if (!mayPass) throw refusal;
  return false;
}
async function listed(identity, azure) {
  try {
    return await azure.credentials(identity);
  } catch (thrown) {
    if (thrown instanceof RemoteError) return void 0;
    throw thrown;
  }
}
function stateOf(change, present) {
  const { action, name, issuer, subject, audience } = change;
  const same = present.find((credential) => credential.issuer === issuer && credential.subject === subject);
  const named = present.find((credential) => credential.name.toLowerCase() === name.toLowerCase());
  if (action === "delete") return named === void 0 ? "made" : named === same ? "open" : "moved";
  if (same && same.audiences.length === 1 && same.audiences[0] === audience) return "made";
  if (action === "update") return same !== void 0 && same === named ? "open" : "moved";
  return same === void 0 && named === void 0 ? "open" : "moved";
}

// src/federation/pace.ts
var remembered = 20;
var tooMany = 6;
var clean = 20;
var doublings = 5;
var Pace = class {
  clock;
  interval;
  outcomes = [];
  /** Times the published rate at which a paced scope goes; undefined while it goes free. */
  speed;
  next = 0;
  blockedUntil = 0;
  constructor(clock, perSecond) {
    this.clock = clock;
    this.interval = 1e3 / perSecond;
  }
  /**
   * Resolves when the next request of this scope may start, or at once when the run is stopped. First come, first served:
   * else one identity would be asked again before the next one had its turn.
   */
  async turn(signal) {
    const now = this.clock.monotonic();
    let start = Math.max(now, this.blockedUntil);
    if (this.speed !== void 0) {
      start = Math.max(start, this.next);
      this.next = start + this.interval / this.speed;
    }
    if (start > now && !signal.aborted) await this.clock.sleep(start - now, signal);
  }
  /** Remembers how the last request went. A refusal slows a paced scope down again, to the published rate at least. */
  record(refused) {
    this.outcomes = [...this.outcomes, refused].slice(-remembered);
    if (this.speed === void 0) {
      const refusals = this.outcomes.filter(Boolean).length;
      if (refusals >= tooMany && refusals >= this.outcomes.length / 2) this.goAt(1);
    } else if (refused) {
      this.goAt(Math.max(1, this.speed / 2));
    } else if (this.outcomes.length >= clean && !this.outcomes.includes(true)) {
      this.goAt(this.speed < 2 ** doublings ? this.speed * 2 : void 0);
    }
  }
  /** Holds the whole scope back for so many milliseconds. */
  hold(milliseconds) {
    this.blockedUntil = Math.max(this.blockedUntil, this.clock.monotonic() + milliseconds);
  }
  goAt(speed) {
    if (this.speed === void 0) this.next = this.clock.monotonic() + this.interval;
    this.speed = speed;
    this.outcomes = [];
  }
};

// src/federation/apply.ts
var identitiesAtOnce = 64;
var publishedRates = { identity: 0.25, subscription: 2 };
async function applyChanges(work, ports) {
  const open = work.map(({ identity, changes }) => ({
    identity,
    changes: changes.filter(({ blocked }) => blocked === null)
  }));
  const total = open.reduce((sum, { changes }) => sum + changes.length, 0);
  let done = 0;
  const onDone = () => {
    done += 1;
    ports.onProgress(done, total);
  };
  const subscriptions = /* @__PURE__ */ new Map();
  const results = [];
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
async function changeIdentity(identity, changes, ports) {
  const applied = [];
  const pace = new Pace(ports.clock, publishedRates.identity);
  for (const change of changes) {
    applied.push(await oneOutcome(identity, change, applied, { ...ports, identity: pace }));
    ports.onDone();
  }
  return applied;
}
async function oneOutcome(identity, change, before, ports) {
  if (change.action === "delete" && before.some(({ outcome, action }) => outcome !== "done" && action !== "delete")) {
    return outcomeOf(change, "skipped", "an earlier change of the identity was not made");
  }
  try {
    const made = await makeChange(identity, change, ports);
    return made ? outcomeOf(change, "done", null) : outcomeOf(change, "skipped", "the run was stopped");
  } catch (thrown) {
    const { problem, evidence } = explain(thrown);
    return outcomeOf(change, "failed", [problem, evidence].filter((text) => text !== "").join(" "));
  }
}
function subscriptionPace(known, identity, clock) {
  const scope = resourceParts(identity.id)?.subscription.toLowerCase() ?? identity.id;
  const pace = known.get(scope) ?? new Pace(clock, publishedRates.subscription);
  known.set(scope, pace);
  return pace;
}
function outcomeOf({ action, identity, name }, outcome, error) {
  return { action, identity, name, outcome, error };
}

// src/app/apply.ts
async function apply(inputs, ports) {
  await checkPlace(ports.place);
  const planned = await planRepository(inputs, ports, { owner: true });
  const plan = approved(planned.plan, inputs.digest);
  const { applied, gaps } = inputs.dryRun ? nothingDone : await carryOut(planned, plan, ports);
  const report = buildReport({
    command: "apply",
    findings: planned.judged.findings,
    failures: planned.judged.bugs,
    plan,
    applied,
    gaps: [...planned.gaps, ...gaps],
    stats: planned.judged.stats(),
    failOn: inputs.failOn
  });
  return { report, sourceLine: planned.judged.sourceLine };
}
var nothingDone = { applied: [], gaps: [] };
var writingEvents = /* @__PURE__ */ new Set(["push", "schedule", "manual"]);
async function checkPlace(place) {
  if (place.kind === "local") return;
  const { event, eventName, branch, defaultBranch } = place;
  if (!writingEvents.has(event)) throw notHere(`The event is ${eventName}; only push, schedule and manual runs write.`);
  if (branch !== defaultBranch) throw notHere(`This run is on ${branch ?? "no branch"}; only ${defaultBranch} writes.`);
  const current = await place.isCurrentHead();
  if (current === void 0) throw notHere(`Whether this commit is the head of ${defaultBranch} cannot be told.`);
  if (!current) throw notHere(`This commit is not the head of ${defaultBranch} any more; a later run writes.`);
}
function notHere(evidence) {
  return new InputError({
    problem: "Nothing may be written by this run.",
    evidence,
    remedy: "Run apply on a push to the default branch, on a schedule, or by hand; use plan to look."
  });
}
function approved(plan, digest) {
  if (digest === void 0 || digest === plan.digest) return plan;
  const blocked = `the plan is not the approved one (${digest}) any more`;
  return { ...plan, changes: plan.changes.map((change) => ({ ...change, blocked: change.blocked ?? blocked })) };
}
async function carryOut(planned, plan, { clock, log, stopSignal }) {
  const open = plan.changes.filter((change) => change.blocked === null);
  const work = planned.observed.map(({ identity }) => ({ identity, changes: open.filter((change) => change.identity === identity.id) })).filter(({ changes }) => changes.length > 0);
  if (work.length === 0) return nothingDone;
  const signal = stopSignal();
  const applied = await applyChanges(work, {
    azure: planned.azure,
    clock,
    signal,
    onProgress: (done, total) => log.progress(`Writing federated credentials: ${done} of ${total}`)
  });
  if (signal.aborted) return { applied, gaps: [unconfirmed("the run was stopped")] };
  log.progress("Reading back");
  return readBack(planned, applied);
}
async function readBack({ observed, again }, applied) {
  const touched = new Set(applied.map(({ identity }) => identity));
  const before = observed.filter(({ identity }) => touched.has(identity.id));
  try {
    const { plan, observed: after } = await again(before);
    const gaps = after.length < before.length ? [unconfirmed("not every identity could be read again")] : [];
    return { applied: applied.map((change) => confirmed(change, plan.changes)), gaps };
  } catch (thrown) {
    const { problem, evidence } = explain(thrown);
    return { applied, gaps: [unconfirmed(`${problem} ${evidence}`.trim())] };
  }
}
function unconfirmed(why) {
  return { what: "reading back what was written", why, remedy: "Run plan to see what is there now." };
}
function confirmed(change, left) {
  const open = left.some(
    (other) => other.action === change.action && other.identity === change.identity && other.name === change.name
  );
  return change.outcome === "done" && open ? { ...change, outcome: "failed", error: "the change is not there when read back" } : change;
}
export {
  apply
};
