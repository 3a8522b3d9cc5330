/** The ports of this process: its folder, its standard error, its clock, its tools. */
import { systemClock } from '../adapters/clock.ts';
import { createFiles } from '../adapters/files.ts';
import { createLog } from '../adapters/log.ts';
import type { Environment } from '../hosts/environment.ts';
import type { Changes } from '../ports/changes.ts';
import { escapeLine } from '../report/escape.ts';
import { isTerminal } from './standard-output.ts';
import type { Ports } from './use-cases.ts';

/** `close` wipes what a terminal still shows of progress; call it before anything is printed. */
export function thisMachine(environment: Environment): Omit<Ports, 'changes'> & { close(): void } {
  const debug = environment.RUNNER_DEBUG === '1' || environment.SYSTEM_DEBUG?.toLowerCase() === 'true';
  const stream = { isTTY: isTerminal(2, environment), write: (text: string) => process.stderr.write(text) };
  const log = createLog({ stream, clock: systemClock, escape: escapeLine, debug });
  return {
    // Relative, since the system would look up every folder above this one again for each file.
    files: createFiles('.'),
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
