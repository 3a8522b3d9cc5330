/** Runs the rules over a repository and turns what they saw into findings: one fault, one finding, in a fixed order. */
import { editsOf } from '../manifests/edits.ts';
import { locate } from '../manifests/locate.ts';
import { Bug } from '../model/errors.ts';
import { Field, fieldsOf } from '../model/field.ts';
import { cappedSeverity, compareFindings, type Finding, type RuleLevel, type Severity } from '../model/finding.ts';
import type { LiveState } from '../model/live.ts';
import type { Manifest, Place } from '../model/manifest.ts';
import type { Location, Source, Spot } from '../model/source.ts';
import type { Repository } from '../model/world.ts';
import { mergeAlike } from './merge-alike.ts';
import type { At, Observation, Rule } from './rule.ts';
import { type Judged, suppress } from './suppress.ts';

/** What the engine made of a repository; a rule that threw is a bug of ours and hides no other finding. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly bugs: readonly Bug[];
}

export interface EngineOptions {
  readonly levels?: Readonly<Record<string, RuleLevel>>;
  /** Sources whose suppression comments count, whether or not anything was found in them. */
  readonly sources: readonly Source[];
}

interface Seen {
  readonly rule: Rule;
  readonly observation: Observation;
}

/** Runs every rule that is not off. Same repository, same findings, in the same order. */
export function judge(repository: Repository, rules: readonly Rule[], options: EngineOptions): Judgement {
  const bugs: Bug[] = [];
  const seen: Seen[] = [];
  const active = rules.filter((rule) => options.levels?.[rule.id] !== 'off');
  for (const rule of active) {
    try {
      for (const observation of observationsOf(rule, repository)) seen.push({ rule, observation });
    } catch (thrown) {
      bugs.push(bugOf(rule, thrown));
    }
  }
  const judged = mergeAlike(withoutRepeatedCauses(seen).map((item) => toJudged(item, options)));
  // Whether a live rule is silenced in vain only a look at Azure can tell.
  const live = new Set(rules.filter(({ checkLive }) => checkLive).map(({ id }) => id));
  const { judged: suppressed, withoutReason, unused } = suppress(judged, repository, options.sources, live);
  const about = (id: string, observations: readonly Observation[]) =>
    active
      .filter((rule) => rule.id === id)
      .flatMap((rule) => observations.map((observation) => ({ rule, observation })));
  const notes = [...about('suppression-without-reason', withoutReason), ...about('suppression-unused', unused)];
  const findings = [...suppressed, ...mergeAlike(notes.map((item) => toJudged(item, options)))];
  return { findings: findings.map((item) => item.finding).sort(compareFindings), bugs };
}

/** Runs the live rules over what was observed. Suppressions of the repository count as everywhere. */
export function judgeLive(live: LiveState, rules: readonly Rule[], options: EngineOptions): Judgement {
  const bugs: Bug[] = [];
  const seen: Seen[] = [];
  for (const rule of rules.filter(({ id }) => options.levels?.[id] !== 'off')) {
    try {
      for (const observation of rule.checkLive?.(live) ?? []) seen.push({ rule, observation });
    } catch (thrown) {
      bugs.push(bugOf(rule, thrown));
    }
  }
  const judged = mergeAlike(withoutRepeatedCauses(seen).map((item) => toJudged(item, options)));
  const { judged: suppressed } = suppress(judged, live.repository, options.sources);
  return { findings: suppressed.map(({ finding }) => finding).sort(compareFindings), bugs };
}

function* observationsOf(rule: Rule, repository: Repository): Iterable<Observation> {
  if (rule.checkRepository) yield* rule.checkRepository(repository);
  if (!rule.check) return;
  for (const world of repository.worlds) {
    const doubtful = world.guessed && rule.absence;
    for (const observation of rule.check(world, repository))
      yield doubtful ? { ...observation, severity: 'note' } : observation;
  }
}

function bugOf(rule: Rule, thrown: unknown): Bug {
  const cause = thrown instanceof Error ? thrown : new Error(String(thrown));
  return new Bug(
    {
      problem: `Rule ${rule.id} failed: ${cause.message}`,
      evidence: cause.stack ?? cause.message,
      remedy: `This is a bug of Idwire; the other rules ran. Please report it, and set "${rule.id}: off" under rules in idwire.yaml meanwhile.`,
    },
    { cause },
  );
}

/** Drops what a more specific rule says about the same cause. */
function withoutRepeatedCauses(seen: readonly Seen[]): readonly Seen[] {
  const speakers = new Map<string, Set<string>>();
  for (const { rule, observation } of seen) {
    if (observation.about === undefined) continue;
    const rules = speakers.get(observation.about) ?? new Set();
    speakers.set(observation.about, rules.add(rule.id));
  }
  return seen.filter(({ rule, observation }) => {
    if (observation.about === undefined || !rule.yieldsTo) return true;
    const others = speakers.get(observation.about) as Set<string>;
    return !rule.yieldsTo.some((id) => others.has(id));
  });
}

function placeOf(at: At): Place | Spot {
  return at instanceof Field ? at.place : at;
}

function toJudged({ rule, observation }: Seen, options: EngineOptions): Judged {
  const at = placeOf(observation.at);
  const location = locate(at);
  const confidence = observation.confidence ?? rule.confidence ?? 'high';
  const level = options.levels?.[rule.id];
  const severity = cappedSeverity(levelled(observation.severity ?? rule.severity, rule.severity, level), confidence);
  const rendered = 'manifest' in at ? at.manifest.rendered : undefined;
  const edits = observation.fix && editsOf(observation.fix.repairs);
  const finding: Finding = {
    rule: rule.id,
    severity,
    confidence,
    message: observation.message,
    remedy: observation.remedy ?? rule.remedy,
    ...location,
    docs: `docs/rules/${rule.id}.md`,
    related: (observation.related ?? []).map(({ at: other, note }) => {
      const { file, line } = locate(placeOf(other));
      return { file, line, note };
    }),
    fingerprint: fingerprintOf(rule, at, location, observation.topic),
    ...(rendered ? { rendered: { by: rendered.by, root: rendered.root } } : {}),
    ...(observation.fix && edits ? { fix: { safety: observation.fix.safety, edits: [], ...edits } } : {}),
    suppressed: null,
  };
  return { finding, manifests: 'manifest' in at ? [at.manifest] : [] };
}

/** A configured level replaces the rule's own; an observation that turned itself down stays down as far. */
function levelled(severity: Severity, own: Severity, level: RuleLevel | undefined): Severity {
  if (level === undefined || level === 'off') return severity;
  return severity === own ? level : severity;
}

/** Made of what survives an unrelated edit: rule, file, the object's identity and the path in it. */
function fingerprintOf(rule: Rule, at: Place | Spot, location: Location, topic: string | undefined): string {
  // Taken when there is something to tell: a tenth of the start-up of Node, and most runs find nothing.
  const { createHash } = process.getBuiltinModule('node:crypto');
  const parts = [rule.id, location.file, ...identityParts(at), ...(topic === undefined ? [] : [topic])];
  return createHash('sha256')
    .update(parts.map((part) => `${part.length}:${part}`).join(''))
    .digest('hex')
    .slice(0, 32);
}

/** Of a rendered object the source counts, so that a root more or less changes nothing. */
function identityParts(at: Place | Spot): readonly string[] {
  if (!('manifest' in at)) return [spotText(at)];
  const { rendered, kind } = at.manifest;
  if (!rendered) return [identityOf(at.manifest), at.path.join('/'), at.part];
  const { exact } = rendered.trace(at);
  return exact ? [identityOf(exact.manifest), exact.path.join('/'), exact.part] : [kind, at.path.join('/'), at.part];
}

function spotText(spot: Spot): string {
  return spot.source.text.slice(spot.start, spot.end);
}

function identityOf(manifest: Manifest): string {
  const metadata = fieldsOf(manifest).get('metadata');
  const name = metadata?.get('name')?.text ?? '';
  return `${manifest.apiVersion}/${manifest.kind}/${metadata?.get('namespace')?.text ?? ''}/${name}`;
}
