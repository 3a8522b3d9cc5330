/** Asks git about the default branch: whether this commit is its head, and what a file holds there. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { DefaultBranchText } from '../ports/run-place.ts';
import { findProgram, type SearchPath } from './tools/find-program.ts';

const run = promisify(execFile);

export interface BranchOptions {
  readonly directory: string;
  /** Where git is looked for, and what it runs with. */
  readonly environment: SearchPath;
  /** Short name of the branch. */
  readonly branch: string;
}

export interface DefaultBranch {
  /** Undefined when the remote cannot be asked. */
  isCurrentHead(): Promise<boolean | undefined>;
  /** `path` is relative to the directory. */
  read(path: string): Promise<DefaultBranchText>;
}

const timeout = 60_000;
/** A configuration beyond this is none; in bytes. */
const largestOutput = 4 * 1024 * 1024;

/** The remote is `origin`, as the checkout of both hosts names it. */
export function createDefaultBranch({ directory, environment, branch }: BranchOptions): DefaultBranch {
  const program = findProgram('git', environment, directory);
  /** Standard output, or undefined when git is absent or says no. Nothing that a repository configures may run a program. */
  const git = async (...args: readonly string[]): Promise<string | undefined> => {
    if (program === undefined) return undefined;
    const env = { ...environment, GIT_TERMINAL_PROMPT: '0' };
    const settings = ['-c', 'core.fsmonitor=false', '-c', 'protocol.ext.allow=never'];
    const options = { cwd: directory, env, maxBuffer: largestOutput, timeout, windowsHide: true };
    try {
      return (await run(program, [...settings, ...args], options)).stdout;
    } catch (thrown) {
      if (typeof (thrown as { code?: unknown }).code === 'number') return undefined;
      throw thrown;
    }
  };
  const reference = `refs/remotes/origin/${branch}`;
  return {
    async isCurrentHead() {
      const head = (await git('rev-parse', '--verify', 'HEAD^{commit}'))?.trim();
      const listed = await git('ls-remote', '--exit-code', 'origin', `refs/heads/${branch}`);
      const [remote] = listed?.split(/\s/, 1) ?? [];
      return head && remote ? head === remote : undefined;
    },
    async read(path) {
      const commit = (
        await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${reference}^{commit}`)
      )?.trim();
      if (!commit) return undefined;
      const inside = path.startsWith('/') ? path : `./${path}`;
      return (await git('cat-file', 'blob', `${commit}:${inside}`)) ?? null;
    },
  };
}
