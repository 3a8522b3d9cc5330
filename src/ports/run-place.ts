/** Where a run takes place, so far as it decides whether anything may be written, and whom a configuration may name. */

export type RunEvent = 'push' | 'schedule' | 'manual' | 'pull-request' | 'merge-queue' | 'other';

/** What a file holds on the default branch: its text, null when it is not there, undefined when that cannot be told. */
export type DefaultBranchText = string | null | undefined;

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
      /** A file, by its path relative to the working directory, as the default branch has it. */
      readonly onDefaultBranch: (path: string) => Promise<DefaultBranchText>;
    };
