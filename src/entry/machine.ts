/** The ports of this process: its folder, its standard error, its clock, its tools. */
import { isatty } from 'node:tty';
import { systemClock } from '../adapters/clock.ts';
import { createFiles } from '../adapters/files.ts';
import { createLog } from '../adapters/log.ts';
import { isCrowded } from '../hosts/budget.ts';
import type { Environment } from '../hosts/environment.ts';
import type { Outcome } from '../model/report.ts';
import type { ChangeSet, Changes } from '../ports/changes.ts';
import { escapeLine } from '../report/escape.ts';
import type { Ports } from './use-cases.ts';

/** `close` wipes what a terminal still shows of progress; call it before anything is printed. */
export function thisMachine(environment: Environment): Omit<Ports, 'changes'> & { close(): void } {
  const debug = environment.RUNNER_DEBUG === '1' || environment.SYSTEM_DEBUG?.toLowerCase() === 'true';
  const stream = { isTTY: isatty(2), write: (text: string) => process.stderr.write(text) };
  const log = createLog({ stream, clock: systemClock, escape: escapeLine, debug });
  return {
    files: createFiles(process.cwd()),
    log,
    clock: systemClock,
    createRenderer: async (options) => {
      const { createRenderer } = await import('../adapters/tools/renderer.ts');
      return createRenderer({ ...options, workingDirectory: process.cwd(), environment });
    },
    close: () => log.close(),
  };
}

/** What changed since the first of the bases that the clone in this folder holds. Git is only asked when a run wants to know. */
export function changesSince(bases: readonly string[], environment: Environment): Changes {
  return {
    async read() {
      const { createGitChanges } = await import('../adapters/git.ts');
      return createGitChanges({ directory: process.cwd(), environment, bases }).read();
    },
  };
}

/** What the first source that knows it says; asked once, and only if a run wants to know. */
export function firstKnown(sources: readonly Changes[]): Changes {
  let answer: Promise<ChangeSet> | undefined;
  const ask = async () => {
    const unknown: Extract<ChangeSet, { known: false }>[] = [];
    for (const source of sources) {
      const set = await source.read();
      if (set.known) return set;
      unknown.push(set);
    }
    const sentences = (of: 'why' | 'remedy') => unknown.flatMap((set) => set[of] || []).join(' ');
    return { known: false, why: sentences('why'), remedy: sentences('remedy') } as const;
  };
  return {
    read() {
      answer ??= ask();
      return answer;
    },
  };
}

/** The files that changed, where there is no room for all findings and it matters which come first. */
export async function filesToShowFirst(
  { report }: Outcome,
  changes: Changes,
): Promise<{ readonly changedFiles?: ReadonlySet<string> }> {
  const set = isCrowded(report.findings) ? await changes.read() : undefined;
  return set?.known ? { changedFiles: new Set(set.files.keys()) } : {};
}
