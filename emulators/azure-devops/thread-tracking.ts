/** Where a thread stands in a later iteration, as the service computes it on request. */

import { mapLines } from '../github/git/line-map.ts';
import type { CommentThread, Position, ThreadContext } from './model/comment-thread.ts';
import type { AzurePullRequest, Iteration } from './model/pull-request.ts';

/** Stands for "to the end of the line". */
const lineEnd = 2_147_483_647;

/** The context in the iteration; `tracked` when it is not the one the thread was created with. */
export interface TrackedContext {
  readonly context: ThreadContext;
  readonly tracked: boolean;
}

/**
 * Moves the right-side range of a thread along: kept lines shift, a changed line widens to whole lines, and a
 * deleted one leaves an empty range. A thread that does not move is not tracked. (Measured on the service; the
 * plain list never tracks.)
 */
export function trackThread(thread: CommentThread, pull: AzurePullRequest, to: Iteration): TrackedContext | undefined {
  const { context } = thread;
  if (context === undefined) return undefined;
  const { rightFileStart: start, rightFileEnd: end } = context;
  const from = pull.iterations.find((iteration) => iteration.id === thread.iterations.second);
  if (start === undefined || end === undefined || from === undefined) return { context, tracked: false };
  const moved = moveRange(context.filePath, from, to, start, end);
  if (same(moved.start, start) && same(moved.end, end)) return { context, tracked: false };
  return { context: { ...context, rightFileStart: moved.start, rightFileEnd: moved.end }, tracked: true };
}

function same(left: Position, right: Position): boolean {
  return left.line === right.line && left.offset === right.offset;
}

function moveRange(filePath: string, from: Iteration, to: Iteration, start: Position, end: Position) {
  const path = filePath.replace(/^\//, '');
  const [before, after] = [from.source.tree.get(path), to.source.tree.get(path)];
  if (typeof before !== 'string' || typeof after !== 'string') return { start, end: start };
  const map = mapLines(before, after);
  const [first, last] = [map(start.line), map(end.line)];
  if (first.fate === 'deleted' && last.fate === 'deleted') {
    const nowhere = { line: first.line, offset: 1 };
    return { start: nowhere, end: nowhere };
  }
  const whole = first.fate !== 'kept' || last.fate !== 'kept';
  return {
    start: { line: first.line, offset: whole ? 1 : start.offset },
    end: { line: last.line, offset: whole ? lineEnd : end.offset },
  };
}
