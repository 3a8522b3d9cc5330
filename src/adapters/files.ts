/** The file system of the machine, read synchronously into one buffer that grows as it must. */
import fs from 'node:fs';
import path from 'node:path';
import { InputError } from '../model/errors.ts';
import type { DirectoryEntry, Files } from '../ports/files.ts';

const smallestBuffer = 256 * 1024;

/** Files below a working directory; absolute paths are taken as they are, `-` is standard input. */
export function createFiles(workingDirectory: string): Files {
  let buffer = Buffer.allocUnsafeSlow(smallestBuffer);
  /** Joined without being tidied up: the system does that, and this runs for every file. */
  const absolute = (file: string) => (path.isAbsolute(file) ? file : `${workingDirectory}/${file}`);

  /** Reads a descriptor to its end and returns the number of bytes; `expected` saves a read when it is right. */
  function fill(descriptor: number, expected: number): number {
    let filled = 0;
    for (;;) {
      if (filled === buffer.length) buffer = grown(buffer, Math.max(expected + 1, buffer.length * 2));
      const count = readSome(descriptor, buffer, filled);
      filled += count;
      if (count === 0 || (expected > 0 && filled === expected)) return filled;
    }
  }

  return {
    list: (directory) => guarded('list', directory, () => entriesOf(absolute(directory))),
    stat: (file) => guarded('read', file, () => statOf(absolute(file))),
    realPath: (file) => guarded('find', file, () => slashed(fs.realpathSync.native(absolute(file)))),
    write: (file, text) => guarded('write', file, () => writeAtomically(absolute(file), text)),
    read: (file) =>
      guarded('read', file, () => {
        const descriptor = file === '-' ? 0 : fs.openSync(absolute(file), 'r');
        try {
          const length = fill(descriptor, file === '-' ? 0 : fs.fstatSync(descriptor).size);
          return buffer.subarray(0, length);
        } finally {
          if (file !== '-') fs.closeSync(descriptor);
        }
      }),
  };
}

function grown(buffer: Buffer<ArrayBuffer>, size: number): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafeSlow(size);
  buffer.copy(larger);
  return larger;
}

/** Standard input may be a terminal or pipe that has nothing yet (EAGAIN), and ends with an error on Windows (EOF). */
function readSome(descriptor: number, buffer: Buffer, offset: number): number {
  for (;;) {
    try {
      return fs.readSync(descriptor, buffer, offset, buffer.length - offset, null);
    } catch (thrown) {
      const code = codeOf(thrown);
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw thrown;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

function entriesOf(directory: string): readonly DirectoryEntry[] {
  return fs.readdirSync(directory, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
}

function kindOf(entry: fs.Dirent): DirectoryEntry['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'directory';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

/** Nothing stands at a path that leads through a file, either. */
function statsOf(file: string): fs.Stats | undefined {
  try {
    return fs.statSync(file, { throwIfNoEntry: false });
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOTDIR') return undefined;
    throw thrown;
  }
}

function statOf(file: string): ReturnType<Files['stat']> {
  const stats = statsOf(file);
  if (!stats) return undefined;
  return {
    kind: stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'other',
    size: stats.size,
    readOnly: (stats.mode & 0o222) === 0 || !mayWrite(file),
  };
}

function mayWrite(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Through a neighbour that takes the file's place and mode; a link is written through, not replaced. */
function writeAtomically(file: string, text: string): void {
  const target = fs.existsSync(file) ? fs.realpathSync.native(file) : file;
  const mode = fs.statSync(target, { throwIfNoEntry: false })?.mode;
  const temporary = path.join(path.dirname(target), `.idwire-${process.pid}-${Date.now()}.tmp`);
  try {
    fs.writeFileSync(temporary, text, { flag: 'wx' });
    if (mode !== undefined) fs.chmodSync(temporary, mode & 0o7777);
    fs.renameSync(temporary, target);
  } catch (thrown) {
    fs.rmSync(temporary, { force: true });
    throw thrown;
  }
}

function slashed(file: string): string {
  return path.sep === '/' ? file : file.replaceAll(path.sep, '/');
}

const remedies: Readonly<Record<string, string>> = {
  ENOENT: 'Check the spelling, and that it is relative to the working directory.',
  ENOTDIR: 'Check the spelling: a part of the path is a file, not a folder.',
  EISDIR: 'Name a file instead of a folder.',
  EACCES: 'Give this user permission, or leave the path out.',
  EPERM: 'Give this user permission, or leave the path out.',
  ELOOP: 'Mend the symbolic links, which lead to themselves.',
};

/** What the system refuses becomes an error that names the path as it was given and says how to mend it. */
function guarded<T>(action: string, file: string, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    const code = codeOf(thrown);
    if (code === undefined) throw thrown;
    throw new InputError(
      {
        problem: `Cannot ${action} ${file === '-' ? 'standard input' : file}.`,
        evidence: (thrown as Error).message.replace(/^[A-Z]+: /, '').replace(/, \w+(?: '.*)?$/s, ` (${code})`),
        remedy: remedies[code] ?? 'Check that the path can be used by this user on this machine.',
      },
      { cause: thrown },
    );
  }
}

function codeOf(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
}
