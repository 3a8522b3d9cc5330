/** Changes to federated credentials: what a plan wants and what an apply did, as the JSON contract shows them. */

export type ChangeAction = 'create' | 'update' | 'delete';

/** The line that asked for a credential; `line` is 1-based. */
export interface Origin {
  readonly file: string;
  readonly line: number;
}

/** One row of a plan. `identity` is an ARM id or `application:<application id>`. */
export interface Change {
  readonly action: ChangeAction;
  readonly identity: string;
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
  /** Whether the name bears our ownership mark. */
  readonly owned: boolean;
  readonly origin: Origin | null;
  /** Fields that differ, for updates. */
  readonly fields: readonly { readonly field: string; readonly from: string; readonly to: string }[];
  /** Why the change will not be made, or null. */
  readonly blocked: string | null;
  /** What it is for, where the configuration alone does not say so: a rename, a successor. */
  readonly reason?: string;
}

/** A wanted credential that other code of the repository makes; `to` is `file:line` of its declaration. */
export interface LeftToOthers {
  readonly identity: string;
  readonly subject: string;
  readonly to: string;
  readonly origin: Origin;
}

export interface Plan {
  /** Hash over the changes: an apply can insist on exactly the plan that was shown. */
  readonly digest: string;
  /** False when anything could not be seen; an incomplete plan never deletes. */
  readonly complete: boolean;
  readonly changes: readonly Change[];
  readonly unchanged: number;
  /** Wanted credentials that are made elsewhere; absent when there are none. */
  readonly left?: readonly LeftToOthers[];
}

export interface AppliedChange {
  readonly action: ChangeAction;
  readonly identity: string;
  readonly name: string;
  readonly outcome: 'done' | 'failed' | 'skipped';
  readonly error: string | null;
}
