/** What the change under review touches, so that a report can be narrowed to it. */

/** Lines of a file as it stands now, 1-based, both included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** By path relative to the working directory with `/`; `all` when it is not known which lines. */
export type ChangedFiles = ReadonlyMap<string, readonly LineRange[] | 'all'>;

/** `since` says against what, for messages; `why` and `remedy` are sentences. */
export type ChangeSet =
  | { readonly known: true; readonly files: ChangedFiles; readonly since: string }
  | { readonly known: false; readonly why: string; readonly remedy: string };

export interface Changes {
  /** Never throws for what the repository or its host lacks: that is not known. */
  read(): Promise<ChangeSet>;
}
