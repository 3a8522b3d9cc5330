/** What a rule is: one file that says what is wrong, why it matters, how to mend it, and shows examples of both. */
import type { SymbolicRepair } from '../manifests/edits.ts';
import type { Field } from '../model/field.ts';
import type { Confidence, Severity } from '../model/finding.ts';
import type { KubernetesObject } from '../model/kubernetes.ts';
import type { LiveState } from '../model/live.ts';
import type { Place } from '../model/manifest.ts';
import type { Spot } from '../model/source.ts';
import type { Repository, World } from '../model/world.ts';
import type { LiveEstate } from './live-estate.ts';

/** Where an observation points: the value of a field, or exactly a key, a value or a stretch of text. */
export type At = Field | Place | Spot;

/** One thing a rule saw. What is left out comes from the rule. */
export interface Observation {
  readonly at: At;
  /** What is wrong here, with the evidence: names and values as written. */
  readonly message: string;
  readonly remedy?: string;
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  readonly related?: readonly { readonly at: At; readonly note: string }[];
  /** The cause, by `cause()`: of two observations with one cause the more specific rule's is kept. */
  readonly about?: string;
  /** Tells it from others of the rule at the same spot, over runs: the name of what is wrong in Azure or a cluster. */
  readonly topic?: string;
  readonly fix?: { readonly safety: 'safe' | 'unsafe'; readonly repairs: readonly SymbolicRepair[] };
}

/** Files by path, as a repository would hold them. */
export interface RuleExample {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  /** The severity that the findings of this rule must have in a bad example; not compared when left out. */
  readonly severity?: Severity;
  /** What Azure and the clusters hold, for live rules; `files` then has an `idwire.yaml` that names them. */
  readonly live?: LiveEstate;
}

/**
 * `bad`: lines that must fire end in ` #~ rule-id` (several ids apart by spaces); the mark is no part of the file.
 * `good`: silent under every rule.
 */
export interface RuleExamples {
  readonly bad: readonly RuleExample[];
  readonly good: readonly RuleExample[];
}

export const ruleGroups = [
  'Workload identity',
  'Declared credentials',
  'Pipelines',
  'Pod identity and migration',
  'Key Vault and other controllers',
  'Cluster rights and network',
  'Live (drift)',
  'Reading',
] as const;
export type RuleGroup = (typeof ruleGroups)[number];

export interface Rule {
  /** Also the file name, the page in the docs, the SARIF id and the suppression word. */
  readonly id: string;
  readonly title: string;
  readonly group: RuleGroup;
  /** What goes wrong for a person when this is ignored. */
  readonly why: string;
  readonly remedy: string;
  readonly severity: Severity;
  readonly confidence?: Confidence;
  /** It says that something is missing: where values are only guessed, that is a note at most. */
  readonly absence?: true;
  /** Where the outside facts come from. */
  readonly sources: readonly string[];
  /** Rules that speak instead when they see the same cause. */
  readonly yieldsTo?: readonly string[];
  readonly check?: (world: World, repository: Repository) => Iterable<Observation>;
  /** For what does not belong to one world. */
  readonly checkRepository?: (repository: Repository) => Iterable<Observation>;
  /** For what only shows beside Azure and the clusters; run by drift alone. */
  readonly checkLive?: (live: LiveState) => Iterable<Observation>;
}

/** Types a rule literal; the identity function, so that a rule file reads as data. */
export function defineRule(rule: Rule): Rule {
  return rule;
}

export function defineExamples(examples: RuleExamples): RuleExamples {
  return examples;
}

/** A cause that several rules may see: a topic of one object. */
export function cause(topic: string, object: KubernetesObject): string {
  return `${topic} of ${object.manifest.source.path}#${object.manifest.start}`;
}
