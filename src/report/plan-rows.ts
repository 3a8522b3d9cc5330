/** The rows of a plan, each with what became of it, and the sentence that sums them up: the same for every format. */
import type { AppliedChange, Change, Plan } from '../model/change.ts';
import type { Report } from '../model/report.ts';

/** `planned`: it would be, or will be, made. */
export type RowState = 'planned' | 'blocked' | 'done' | 'failed' | 'skipped';

export interface PlanRow {
  readonly change: Change;
  readonly state: RowState;
  /** Why it is blocked, failed or was skipped; empty otherwise. */
  readonly reason: string;
}

/** Rows in the order of the plan. */
export function planRows(plan: Plan, applied: readonly AppliedChange[] = []): readonly PlanRow[] {
  const key = ({ action, identity, name }: Pick<Change, 'action' | 'identity' | 'name'>) =>
    JSON.stringify([action, identity, name]);
  const outcomes = new Map(applied.map((change) => [key(change), change]));
  return plan.changes.map((change) => {
    if (change.blocked !== null) return { change, state: 'blocked', reason: change.blocked };
    const outcome = outcomes.get(key(change));
    return { change, state: outcome?.outcome ?? 'planned', reason: outcome?.error ?? '' };
  });
}

/** What a person calls an identity: the name at the end of its id. */
export function shortIdentity(identity: string): string {
  return identity.slice(identity.lastIndexOf('/') + 1) || identity;
}

/** `file:line` that asked for a change; undefined when nothing does. */
export function originText({ origin }: Pick<Change, 'origin'>): string | undefined {
  return origin ? `${origin.file}:${origin.line}` : undefined;
}

const pastWords = { create: 'created', update: 'updated', delete: 'deleted' } as const;

/** `2 created, 1 blocked, 38 unchanged`, or undefined without a plan. */
export function planSum({ plan, applied }: Pick<Report, 'plan' | 'applied'>): string | undefined {
  if (!plan) return undefined;
  const rows = planRows(plan, applied);
  const count = (words: string, fits: (row: PlanRow) => boolean) => {
    const number = rows.filter(fits).length;
    return number > 0 ? [`${number} ${words}`] : [];
  };
  const parts = [
    ...(['create', 'update', 'delete'] as const).flatMap((action) => [
      ...count(pastWords[action], ({ change, state }) => state === 'done' && change.action === action),
      ...count(`to ${action}`, ({ change, state }) => state === 'planned' && change.action === action),
    ]),
    ...(['blocked', 'failed', 'skipped'] as const).flatMap((word) => count(word, ({ state }) => state === word)),
    `${plan.unchanged} unchanged`,
    ...(plan.left?.length ? [`${plan.left.length} left to others`] : []),
  ];
  return `${parts.join(', ')}${plan.complete ? '' : ', incomplete'}`;
}
