/** Where a change is reviewed: remarks of ours beside it, which are made once, kept up to date, and settled. */

/** Lines of a file that a remark stands on, 1-based and inclusive; columns only where the host can show them. */
export interface RemarkPlace {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  readonly column?: number;
  readonly endColumn?: number;
}

export interface Remark {
  readonly id: string;
  /** Markdown with the mark by which the remark is found again. */
  readonly text: string;
  /** Undefined for a remark on the change as a whole. */
  readonly place: RemarkPlace | undefined;
}

/** A remark of ours as it stands at the host. */
export interface PresentRemark extends Pick<Remark, 'id' | 'text'> {
  /** How the host calls it. */
  readonly handle: string;
  /** What it said is mended, by our own word. */
  readonly settled: boolean;
  /** The lines it stood on are gone, so that nobody sees it there any more. */
  readonly outdated: boolean;
}

/** Throws what the host answered instead, with its `status`, or what the network threw. */
export interface CodeHost {
  /** All of ours, the oldest first. */
  remarks(): Promise<readonly PresentRemark[]>;
  /** Posts what can be placed and returns the rest: one that does not fit never costs the others. */
  post(remarks: readonly Remark[]): Promise<readonly Remark[]>;
  /** Replaces the text, and opens or closes the conversation where the host has such a thing. */
  change(remark: PresentRemark, to: { readonly text: string; readonly settled: boolean }): Promise<void>;
}
