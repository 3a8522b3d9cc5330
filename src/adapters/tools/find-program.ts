/** Finds a program as a shell would, but never in a folder that is relative to where we stand. */
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

/** Where programs are looked for: `PATH`, and on Windows `PATHEXT`. */
export type SearchPath = Readonly<Record<string, string | undefined>>;

/**
 * The absolute path of a program by its name, or by its path from the working directory. A relative or empty entry of
 * PATH would let a repository bring a program along, so such entries are passed over.
 */
export function findProgram(name: string, environment: SearchPath, workingDirectory: string): string | undefined {
  if (/[\\/]/.test(name)) return withExtension(path.resolve(workingDirectory, name), environment);
  for (const folder of (environment.PATH ?? environment.Path ?? '').split(path.delimiter)) {
    if (!path.isAbsolute(folder)) continue;
    const found = withExtension(path.join(folder, name), environment);
    if (found) return found;
  }
  return undefined;
}

function withExtension(file: string, environment: SearchPath): string | undefined {
  const extensions = process.platform === 'win32' ? ['', ...(environment.PATHEXT ?? '.EXE').split(';')] : [''];
  return extensions.map((extension) => file + extension).find(isExecutable);
}

function isExecutable(file: string): boolean {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EACCES') return false;
    throw thrown;
  }
}
