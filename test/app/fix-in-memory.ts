/** `fix` and `check` over files in memory that can be written. */
import { check } from '../../src/app/check.ts';
import { fix } from '../../src/app/fix.ts';
import type { CheckPorts } from '../../src/app/judge-repository.ts';
import type { Outcome } from '../../src/model/report.ts';
import type { Files } from '../../src/ports/files.ts';
import { memoryFiles } from '../rules/memory-files.ts';

export type Contents = Record<string, string | Uint8Array>;

/** Files that keep what is written to them; `contents` shows it. */
export function writableFiles(contents: Contents): Files {
  return {
    ...memoryFiles(contents),
    write: (path, text) => {
      contents[path] = text;
    },
  };
}

const inputs = { paths: ['.'], exhaustive: false, failOn: 'error' as const };

export function portsFor(files: Files): CheckPorts {
  return {
    files,
    log: { progress() {}, notice() {}, debug() {} },
    clock: { monotonic: () => 0, sleep: async () => {} },
  };
}

export const checkIn = (contents: Contents): Promise<Outcome> => check(inputs, portsFor(memoryFiles(contents)));

/** Fixes the contents in place, unless `dryRun`. */
export const fixIn = (contents: Contents, dryRun = false, files = writableFiles(contents)): Promise<Outcome> =>
  fix({ ...inputs, dryRun }, portsFor(files));

/** The text of one of the contents, byte order mark included. */
export function textIn(contents: Contents, path: string): string {
  const content = contents[path] ?? '';
  return typeof content === 'string' ? content : new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
}
