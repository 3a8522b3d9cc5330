/** Asks the local git what the change under review touches: commits since it left its base, and edits not yet committed. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { parsePatch } from 'diff';
import type { ChangedFiles, ChangeSet, Changes, LineRange } from '../ports/changes.ts';
import { findProgram, type SearchPath } from './tools/find-program.ts';

const run = promisify(execFile);

export interface GitOptions {
  readonly directory: string;
  /** Where git is looked for, and what it runs with. */
  readonly environment: SearchPath;
  /** Revisions that may be the base, the best one first; the first that this clone holds with a common ancestor counts. */
  readonly bases: readonly string[];
}

/** A diff beyond this is no change that anybody reviews; in bytes. */
const largestOutput = 64 * 1024 * 1024;
const timeout = 60_000;

export function createGitChanges({ directory, environment, bases }: GitOptions): Changes {
  const program = findProgram('git', environment, directory);
  /** Standard output; throws what git says. Nothing that a repository configures may run a program. */
  const git = async (...args: readonly string[]) => {
    if (program === undefined) throw new Error('git was not found on PATH.');
    const options = { cwd: directory, env: { ...environment }, maxBuffer: largestOutput, timeout, windowsHide: true };
    return (await run(program, ['-c', 'core.fsmonitor=false', ...args], options)).stdout;
  };
  return {
    async read() {
      try {
        await git('rev-parse', '--is-inside-work-tree');
        const base = await firstBase(git, bases);
        if (!base) return unknownBase(bases);
        const diff = await git('diff', ...diffOptions, base.commit, '--', '.');
        const untracked = await git('ls-files', '--others', '--exclude-standard', '-z', '--', '.');
        return { known: true, files: changedFiles(diff, untracked), since: base.name };
      } catch (thrown) {
        return { known: false, why: messageOf(thrown), remedy: 'Run it in a clone, with git on PATH.' };
      }
    },
  };
}

type Git = (...args: readonly string[]) => Promise<string>;

const diffOptions = [
  '--relative',
  '--unified=0',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules',
  '--src-prefix=a/',
  '--dst-prefix=b/',
];

/** A base without a common ancestor (a shallow clone) is as good as none. */
async function firstBase(git: Git, bases: readonly string[]) {
  for (const name of bases) {
    const commit = await answer(git('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`));
    const ancestor = commit && (await answer(git('merge-base', commit, 'HEAD')));
    if (ancestor) return { name: name.replace(/^refs\/(?:remotes|heads)\//, ''), commit: ancestor };
  }
  return undefined;
}

/** Undefined when git says no (exit code 1 and, for a revision it lacks, 128). */
async function answer(question: Promise<string>): Promise<string | undefined> {
  try {
    return (await question).trim() || undefined;
  } catch (thrown) {
    const { code } = thrown as { code?: unknown };
    if (code === 1 || code === 128) return undefined;
    throw thrown;
  }
}

function unknownBase(bases: readonly string[]): ChangeSet {
  if (bases.length === 0) return { known: false, why: 'what started this run is no change under review.', remedy: '' };
  return {
    known: false,
    why: `this clone has no commit in common with ${bases.join(', ')}.`,
    remedy: 'Fetch the base as well: `fetch-depth: 0` for actions/checkout, `fetchDepth: 0` in Azure Pipelines.',
  };
}

/** Files that git does not know yet are new from the first line on. */
function changedFiles(diff: string, untracked: string): ChangedFiles {
  const files = new Map<string, readonly LineRange[] | 'all'>();
  for (const { newFileName, hunks } of parsePatch(diff)) {
    if (newFileName?.startsWith('b/')) files.set(newFileName.slice(2), hunks.map(touched));
  }
  for (const path of untracked.split('\0')) if (path !== '') files.set(path, 'all');
  return files;
}

/** What was only removed touches the lines that now meet; `newStart` is then the line behind the gap. */
function touched({ newStart, newLines }: { newStart: number; newLines: number }): LineRange {
  return newLines > 0 ? { from: newStart, to: newStart + newLines - 1 } : { from: newStart - 1, to: newStart };
}

/** What git says for itself, or what kept it from running, in one line. */
function messageOf(thrown: unknown): string {
  const { stderr, message } = thrown as { stderr?: unknown; message?: unknown };
  const saysSo = typeof stderr === 'string' && stderr.trim() !== '';
  const line = (saysSo ? stderr : String(message ?? thrown)).trim().split('\n', 1)[0] ?? '';
  return `${saysSo ? 'git says: ' : ''}${line}${line.endsWith('.') ? '' : '.'}`;
}
