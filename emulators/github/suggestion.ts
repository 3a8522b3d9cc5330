/** Applies a suggested change as the "Commit suggestion" button does. */

import type { Commit } from './git/git-store.ts';
import type { PullRequest } from './model/pull-request.ts';
import type { ReviewComment, ReviewThread } from './model/review-thread.ts';

/** The button is greyed out; the message is what it shows. */
export class SuggestionRefused extends Error {}

export interface AcceptedSuggestion {
  readonly commit: Commit;
  /** The whole new text of the file. */
  readonly text: string;
}

/** The lines of each suggestion block of a comment, in order; a block without lines deletes the anchored ones. */
export function suggestionsIn(body: string): string[][] {
  const found: string[][] = [];
  let open: { readonly fence: string; readonly isSuggestion: boolean; readonly lines: string[] } | undefined;
  for (const line of body.replaceAll('\r\n', '\n').split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})\s*(.*)$/.exec(line);
    const fence = mark?.[1] ?? '';
    if (open === undefined) {
      if (mark !== null) open = { fence, isSuggestion: /^suggestion\b/.test(mark[2] ?? ''), lines: [] };
    } else if (fence.startsWith(open.fence) && mark?.[2] === '') {
      if (open.isSuggestion) found.push(open.lines);
      open = undefined;
    } else {
      open.lines.push(line);
    }
  }
  return found;
}

/** Replaces exactly the lines `start` to `end` (1-based, inclusive). Line ends of the file are kept. */
export function replaceLines(text: string, start: number, end: number, replacement: readonly string[]): string {
  const lines = text.split('\n');
  const ending = lines[start - 1]?.endsWith('\r') ? '\r' : '';
  const added = replacement.map((line) => line + ending);
  return [...lines.slice(0, start - 1), ...added, ...lines.slice(end)].join('\n');
}

/** Commits the suggestion of a comment to the head branch of its pull request. */
export function acceptSuggestion(pull: PullRequest, commentId: number, by = 'octocat', index = 0): AcceptedSuggestion {
  const found = pull.findComment(commentId);
  if (found === undefined) throw new SuggestionRefused(`Pull request ${pull.number} has no comment ${commentId}.`);
  const { path, start, end } = anchoredLines(pull, found.thread);
  const replacement = suggestionOf(found.comment, index);
  const before = pull.head.tree.get(path);
  if (typeof before !== 'string') throw new SuggestionRefused(`${path} is not a text file of the head branch.`);
  const text = replaceLines(before, start, end, replacement);
  if (text === before) {
    throw new SuggestionRefused('This suggestion is invalid because no changes were made to the code.');
  }
  const message = `Update ${path}`;
  const commit = pull.headRepository.push(pull.headBranch, { [path]: text }, { message, author: by });
  found.thread.resolvedBy = by;
  return { commit, text };
}

function anchoredLines(pull: PullRequest, thread: ReviewThread): { path: string; start: number; end: number } {
  if (pull.state === 'closed') {
    throw new SuggestionRefused('Suggestions cannot be applied while the pull request is closed.');
  }
  if (thread.anchor.side === 'LEFT') throw new SuggestionRefused('Suggestions cannot be applied on deleted lines.');
  if (thread.line === null) throw new SuggestionRefused('Outdated suggestions cannot be applied.');
  return { path: thread.anchor.path, start: thread.startLine ?? thread.line, end: thread.line };
}

function suggestionOf(comment: ReviewComment, index: number): string[] {
  const suggestion = suggestionsIn(comment.body)[index];
  if (suggestion === undefined) throw new SuggestionRefused('The comment has no such suggestion block.');
  return suggestion;
}
