/** Where a run takes place, so far as it decides whether anything may be written. */

export type RunEvent = 'push' | 'schedule' | 'manual' | 'pull-request' | 'merge-queue' | 'other';

/** A person's machine, or a job of a pipeline. */
export type RunPlace =
  | { readonly kind: 'local' }
  | {
      readonly kind: 'pipeline';
      readonly event: RunEvent;
      /** The event as its host calls it, for messages. */
      readonly eventName: string;
      /** Short name of the branch that is checked out; undefined for tags and pull requests. */
      readonly branch: string | undefined;
      readonly defaultBranch: string;
      /** Whether the commit that is checked out is the current head of the branch at its remote; undefined when that cannot be told. */
      readonly isCurrentHead: () => Promise<boolean | undefined>;
    };
