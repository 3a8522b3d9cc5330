/** What a pull request changes, as GitHub lists it: the second way to know it, and where review comments may stand. */
import { parsePatch } from 'diff';
import type { ChangedFiles, Changes, LineRange } from '../../ports/changes.ts';
import type { Files } from '../../ports/files.ts';
import type { GithubClient } from './client.ts';
import type { GithubContext } from './context.ts';
import { whyRefused } from './refusal.ts';

/** A line of the new text that the diff shows. */
export interface ShownLine {
  /** Counts the hunks of the file: a comment may not span two. */
  readonly hunk: number;
  readonly text: string;
  readonly added: boolean;
}

export interface PullRequestFile {
  readonly path: string;
  readonly removed: boolean;
  /** By 1-based line; undefined when GitHub shows no diff, as for huge files. */
  readonly lines: ReadonlyMap<number, ShownLine> | undefined;
}

/** All files, at most the 3,000 that GitHub lists (docs: list pull requests files). */
export async function pullRequestFiles(
  { octokit, target }: GithubClient,
  number: number,
): Promise<readonly PullRequestFile[]> {
  const files = await octokit.paginate(octokit.rest.pulls.listFiles, { ...target, pull_number: number, per_page: 100 });
  return files.map(({ filename, status, patch }) => ({
    path: filename,
    removed: status === 'removed',
    lines: patch === undefined ? undefined : shownLines(patch),
  }));
}

/** A patch that does not parse shows nothing, so that nothing is placed on it. */
function shownLines(patch: string): ReadonlyMap<number, ShownLine> | undefined {
  const shown = new Map<number, ShownLine>();
  for (const [hunk, { newStart, lines }] of hunksOf(patch).entries()) {
    let at = newStart;
    for (const line of lines) {
      if (line.startsWith('-') || line.startsWith('\\')) continue;
      shown.set(at, { hunk, text: line.slice(1).replace(/\r$/, ''), added: line.startsWith('+') });
      at++;
    }
  }
  return shown.size > 0 ? shown : undefined;
}

function hunksOf(patch: string) {
  try {
    return parsePatch(patch)[0]?.hunks ?? [];
  } catch (thrown) {
    if (thrown instanceof Error) return [];
    throw thrown;
  }
}

/** Whether these lines of the new text stand in one hunk, and read as given. */
export function showsLines(file: PullRequestFile, from: number, texts: readonly string[]): boolean {
  const first = file.lines?.get(from);
  return texts.every((text, index) => {
    const shown = file.lines?.get(from + index);
    return shown !== undefined && shown.hunk === first?.hunk && shown.text === text;
  });
}

/**
 * The files of the pull request as what changed. They are not known when they are not all here: then the repository
 * was checked out somewhere else, and every finding would seem untouched.
 */
export function githubChanges(
  client: () => Promise<GithubClient>,
  { pullRequest }: GithubContext,
  files: Pick<Files, 'stat'>,
): Changes {
  return {
    async read() {
      if (!pullRequest) return { known: false, why: 'what started this run is no pull request.', remedy: '' };
      try {
        const listed = await pullRequestFiles(await client(), pullRequest.number);
        const absent = listed.find(({ path, removed }) => !removed && !files.stat(path));
        if (!absent) return { known: true, files: changedLines(listed), since: pullRequest.baseRef };
        const remedy = 'Check the repository out into the folder in which Idwire runs.';
        return { known: false, why: `${absent.path} of the pull request is not in this folder.`, remedy };
      } catch (thrown) {
        return { known: false, ...whyRefused(thrown, 'pull-requests: read') };
      }
    },
  };
}

function changedLines(files: readonly PullRequestFile[]): ChangedFiles {
  return new Map(files.filter(({ removed }) => !removed).map(({ path, lines }) => [path, addedRanges(lines)]));
}

function addedRanges(lines: PullRequestFile['lines']): readonly LineRange[] | 'all' {
  if (!lines) return 'all';
  return [...lines].flatMap(([line, { added }]) => (added ? { from: line, to: line } : []));
}
