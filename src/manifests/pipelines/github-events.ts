/** The runs that the events of a workflow can start: which event, on which ref. */
import type { Field } from '../../model/field.ts';
import { literalText, type PartialText } from '../../model/partial-text.ts';

/** One way in which a run starts. */
export interface Start {
  readonly event: string;
  /** `github.ref` of the run. */
  readonly ref: PartialText;
  /** False when a condition that cannot be decided may exclude it. */
  readonly certain: boolean;
  /** Whether a fork can be the origin. */
  readonly fork: boolean;
}

/** A ref of which only the beginning is known. */
function openRef(start: string, rest: string, end = ''): PartialText {
  return { pieces: [start, end], symbols: [`\${{ ${rest} }}`] };
}

const anyRef = openRef('refs/', 'ref');
const anyBranch = openRef('refs/heads/', 'branch');
const anyTag = openRef('refs/tags/', 'tag');
const defaultBranch = openRef('refs/heads/', 'default branch');
const mergeRef = openRef('refs/pull/', 'number', '/merge');
const queueRef = openRef('refs/heads/gh-readonly-queue/', 'entry');

/** Refs of the events that have one of their own; every other event runs on the default branch. */
const refsOfEvents: Readonly<Record<string, PartialText>> = {
  pull_request: mergeRef,
  pull_request_review: mergeRef,
  pull_request_review_comment: mergeRef,
  merge_group: queueRef,
  workflow_dispatch: anyRef,
  create: anyRef,
  deployment: anyRef,
  deployment_status: anyRef,
  release: anyTag,
};

/** The events under `on`, each with its settings when it has any. */
export function eventsOf(workflow: Field): ReadonlyMap<string, Field | undefined> {
  const on = workflow.get('on');
  const listed = (on?.items() ?? []).map((item) => [item.text ?? '', undefined] as const);
  const mapped = (on?.entries() ?? []).map((entry) => [entry.key, entry] as const);
  const single = on?.text === undefined ? [] : [[on.text, undefined] as const];
  return new Map<string, Field | undefined>([...single, ...listed, ...mapped]);
}

/** Every way in which events start the workflow; calls by other workflows are not among them. */
export function startsOf(workflow: Field): readonly Start[] {
  return [...eventsOf(workflow)]
    .filter(([event]) => event !== 'workflow_call')
    .flatMap(([event, settings]) => {
      const refs = event === 'push' ? pushedRefs(settings) : [refsOfEvents[event] ?? defaultBranch];
      return refs.map((ref) => ({ event, ref, certain: true, fork: event.startsWith('pull_request') }));
    });
}

/** With filters for branches alone no tag starts a run, and the other way round (github/docs, workflow syntax). */
function pushedRefs(settings: Field | undefined): readonly PartialText[] {
  const branches = patterns(settings, 'branches', 'refs/heads/', anyBranch);
  const tags = patterns(settings, 'tags', 'refs/tags/', anyTag);
  return branches || tags ? [...(branches ?? []), ...(tags ?? [])] : [anyBranch, anyTag];
}

function patterns(
  settings: Field | undefined,
  key: string,
  prefix: string,
  any: PartialText,
): readonly PartialText[] | undefined {
  if (settings?.get(`${key}-ignore`)) return [any];
  const filter = settings?.get(key);
  if (!filter) return undefined;
  const written = filter.text === undefined ? filter.items().map((item) => item.text ?? '') : [filter.text];
  return written.filter((pattern) => !pattern.startsWith('!')).map((pattern) => refText(prefix, pattern));
}

/** `?` and `+` count the character before them, so that one is unknown too. */
function refText(prefix: string, pattern: string): PartialText {
  const special = pattern.search(/[*?+[\\]/);
  if (special === -1) return literalText(prefix + pattern);
  const known = pattern.slice(0, /[?+]/.test(pattern[special] as string) ? Math.max(0, special - 1) : special);
  return openRef(prefix + known, pattern);
}
