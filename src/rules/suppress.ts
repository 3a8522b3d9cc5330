/** Silences findings that a person silenced, and says when such a wish has no reason or no effect. */

import { ignoreAnnotation, readSuppressionAnnotation, readSuppressionComments } from '../manifests/suppressions.ts';
import { fieldsOf } from '../model/field.ts';
import type { Finding } from '../model/finding.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Source } from '../model/source.ts';
import type { Repository } from '../model/world.ts';
import type { At, Observation } from './rule.ts';

/** A finding, with the object it is about when there is one; of one that several renders share, each render's. */
export interface Judged {
  readonly finding: Finding;
  readonly manifests: readonly Manifest[];
}

/** One wish to silence one rule, from a comment or an annotation. */
interface Wish {
  readonly rule: string;
  readonly reason: string;
  readonly by: 'comment' | 'annotation';
  readonly at: At;
  readonly covers: (judged: Judged) => boolean;
}

export interface Suppressed {
  readonly judged: readonly Judged[];
  /** What the two rules about suppressions have to say. */
  readonly withoutReason: readonly Observation[];
  readonly unused: readonly Observation[];
}

/** Applies the wishes of all sources and objects. A wish without a reason still silences, and is itself noted. */
export function suppress(
  judged: readonly Judged[],
  repository: Repository,
  sources: readonly Source[],
  /** Rules that did not run: their suppressions are not in vain. */
  notRun: ReadonlySet<string> = new Set(),
): Suppressed {
  const wishes = [...commentWishes(sources), ...annotationWishes(repository)];
  if (wishes.length === 0) return { judged, withoutReason: [], unused: [] };
  const used = new Set<Wish>();
  const result = judged.map((item) => {
    const matching = wishes.filter((wish) => wish.rule === item.finding.rule && wish.covers(item));
    for (const wish of matching) used.add(wish);
    const [wish] = matching;
    return wish ? { ...item, finding: { ...item.finding, suppressed: { by: wish.by, reason: wish.reason } } } : item;
  });
  return {
    judged: result,
    withoutReason: wishes
      .filter((wish) => wish.reason === '')
      .map((wish) => ({ at: wish.at, message: reasonMissing(wish) })),
    unused: wishes
      .filter((wish) => !used.has(wish) && !notRun.has(wish.rule))
      .map((wish) => ({ at: wish.at, message: hasNoEffect(wish) })),
  };
}

function reasonMissing(wish: Wish): string {
  return wish.rule === '' ? 'This suppression names no rule.' : `This suppression of ${wish.rule} gives no reason.`;
}

function hasNoEffect(wish: Wish): string {
  return `This suppression${wish.rule === '' ? '' : ` of ${wish.rule}`} silences nothing.`;
}

function commentWishes(sources: readonly Source[]): readonly Wish[] {
  return sources.flatMap((source) =>
    readSuppressionComments(source).map((comment) => ({
      rule: comment.rule,
      reason: comment.reason,
      by: 'comment' as const,
      at: comment.spot,
      covers: ({ finding }: Judged) =>
        finding.file === source.path && finding.line >= comment.from && finding.line <= comment.to,
    })),
  );
}

function annotationWishes(repository: Repository): readonly Wish[] {
  return repository.worlds
    .flatMap((world) => world.objects)
    .flatMap(({ manifest }) => {
      const field = fieldsOf(manifest).get('metadata', 'annotations', ignoreAnnotation);
      if (!field?.text) return [];
      return readSuppressionAnnotation(field.text).map((wish) => ({
        ...wish,
        by: 'annotation' as const,
        at: field.keyPlace,
        covers: (judged: Judged) => judged.manifests.includes(manifest),
      }));
    });
}
