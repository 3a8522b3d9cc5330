/** Which files differ between two trees, renames recognised as git does it. */

import type { FileContent, Tree } from './git-store.ts';

/** One differing file. `before` is absent for an added file, `after` for a removed one. */
export interface FileChange {
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  readonly path: string;
  readonly previousPath?: string;
  readonly before?: FileContent;
  readonly after?: FileContent;
}

/** The changes from one tree to another, sorted by path. */
export function changesBetween(before: Tree, after: Tree): FileChange[] {
  const removed = new Map([...before].filter(([path]) => !after.has(path)));
  const changes: FileChange[] = [];
  for (const [path, content] of after) {
    const old = before.get(path);
    if (old === undefined) {
      changes.push(addedOrRenamed(path, content, removed));
    } else if (!sameContent(old, content)) {
      changes.push({ status: 'modified', path, before: old, after: content });
    }
  }
  for (const [path, content] of removed) changes.push({ status: 'removed', path, before: content });
  return changes.sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** A binary file: bytes, or text with a NUL, which is git's own test. */
export function isBinary(content: FileContent | undefined): boolean {
  return content !== undefined && (typeof content !== 'string' || content.includes('\0'));
}

function addedOrRenamed(path: string, content: FileContent, removed: Map<string, FileContent>): FileChange {
  for (const [previousPath, old] of removed) {
    if (similarity(old, content) < 0.5) continue;
    removed.delete(previousPath);
    return { status: 'renamed', path, previousPath, before: old, after: content };
  }
  return { status: 'added', path, after: content };
}

function sameContent(left: FileContent, right: FileContent): boolean {
  return Buffer.from(left).equals(Buffer.from(right));
}

/** Share of common lines, 0 to 1; git calls a pair a rename from one half on. */
function similarity(left: FileContent, right: FileContent): number {
  if (sameContent(left, right)) return 1;
  if (typeof left !== 'string' || typeof right !== 'string') return 0;
  const counts = new Map<string, number>();
  const leftLines = left.split('\n');
  const rightLines = right.split('\n');
  for (const line of leftLines) counts.set(line, (counts.get(line) ?? 0) + 1);
  let common = 0;
  for (const line of rightLines) {
    const count = counts.get(line) ?? 0;
    if (count > 0) common += 1;
    counts.set(line, count - 1);
  }
  return (2 * common) / (leftLines.length + rightLines.length);
}
