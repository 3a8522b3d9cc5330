/** A conversation on lines of a pull request's diff, and how it follows later pushes. */

import type { Tree } from '../git/git-store.ts';
import { mapLines } from '../git/line-map.ts';
import type { UnifiedPatch } from '../git/unified-patch.ts';
import { hunkShowing, type Side } from './diff-anchor.ts';

/** One comment of a thread. Times are ISO 8601. */
export interface ReviewComment {
  readonly id: number;
  readonly nodeId: string;
  readonly reviewId: number;
  readonly author: string;
  readonly createdAt: string;
  readonly inReplyTo?: number;
  body: string;
  updatedAt: string;
}

/** The lines a thread was started on. `startLine` is absent for a single line. */
export interface ThreadAnchor {
  readonly path: string;
  readonly side: Side;
  readonly line: number;
  readonly startLine?: number;
  readonly startSide?: Side;
}

/** A thread keeps its original anchor; `line` and `startLine` are where it stands in the current diff. */
export class ReviewThread {
  readonly nodeId: string;
  readonly anchor: ThreadAnchor;
  readonly originalCommit: string;
  readonly diffHunk: string;
  readonly comments: ReviewComment[] = [];
  line: number | null;
  startLine: number | null;
  /** Login of whoever resolved it. */
  resolvedBy: string | undefined;

  constructor(nodeId: string, anchor: ThreadAnchor, originalCommit: string, diffHunk: string) {
    this.nodeId = nodeId;
    this.anchor = anchor;
    this.originalCommit = originalCommit;
    this.diffHunk = diffHunk;
    this.line = anchor.line;
    this.startLine = anchor.startLine ?? null;
  }

  /** True once its lines changed or left the diff; REST then shows `line` and `position` as null. */
  get outdated(): boolean {
    return this.line === null;
  }

  /** Moves the thread to where its lines are after a push, or marks it outdated. */
  follow(original: Tree, current: Tree, patch: UnifiedPatch | undefined): void {
    const { path, side, line, startLine } = this.anchor;
    const moved = side === 'LEFT' ? [startLine ?? line, line] : mapRange(original, current, path, startLine, line);
    const start = moved?.[0];
    const end = moved?.[1];
    const shown = start !== undefined && end !== undefined && hunkShowing(patch, side, end) !== undefined;
    this.line = shown ? end : null;
    this.startLine = shown && startLine !== undefined ? start : null;
  }
}

/** New first and last line when every line of the range is still there, side by side. */
function mapRange(before: Tree, after: Tree, path: string, startLine: number | undefined, line: number) {
  const oldText = before.get(path);
  const newText = after.get(path);
  if (typeof oldText !== 'string' || typeof newText !== 'string') return undefined;
  const map = mapLines(oldText, newText);
  const first = map(startLine ?? line);
  for (let current = startLine ?? line; current <= line; current += 1) {
    const mapped = map(current);
    const offset = current - (startLine ?? line);
    if (mapped.fate !== 'kept' || mapped.line !== first.line + offset) return undefined;
  }
  return [first.line, map(line).line];
}
