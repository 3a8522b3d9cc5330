/** Files that a script makes: writing them, and proving that the committed ones are the same. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Contents by path; paths are relative to the root of the project, with `/`. */
export type GeneratedFiles = ReadonlyMap<string, string | Uint8Array>;

/** What a script makes: the files, and the folders that hold nothing else. */
export interface Generated {
  readonly files: GeneratedFiles;
  readonly folders: readonly string[];
}

/** The root of the project. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** Every file under a folder, sorted, as paths relative to the root; empty when there is no such folder. */
export function filesUnder(root: string, folder: string): readonly string[] {
  if (!statSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, '/').length).replaceAll('\\', '/'))
    .sort();
}

/** Writes what differs and deletes what is left over; returns the paths that changed, sorted. */
export function writeGenerated(root: string, generated: Generated): readonly string[] {
  const changed = differences(root, generated);
  for (const path of changed) {
    const contents = generated.files.get(path);
    if (contents === undefined) {
      rmSync(join(root, path));
    } else {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), contents);
    }
  }
  return changed;
}

/** The paths whose file on disk is missing, different or left over, sorted. */
export function differences(root: string, generated: Generated): readonly string[] {
  const leftOver = generated.folders
    .flatMap((folder) => filesUnder(root, folder))
    .filter((path) => !generated.files.has(path));
  const changed = [...generated.files].filter(([path, contents]) => !holds(join(root, path), contents));
  return [...new Set([...leftOver, ...changed.map(([path]) => path)])].sort();
}

function holds(file: string, contents: string | Uint8Array): boolean {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
  return readFileSync(file).equals(Buffer.from(contents));
}

/** Writes, or with `--check` among the arguments compares and exits with 1 when something is not fresh. */
export function writeOrCheck(root: string, generated: Generated, remedy: string): void {
  if (!process.argv.includes('--check')) {
    const changed = writeGenerated(root, generated);
    console.log(changed.length === 0 ? 'Everything was up to date.' : `Wrote ${changed.join(', ')}.`);
    return;
  }
  const stale = differences(root, generated);
  if (stale.length === 0) return;
  console.error(
    `These files are not what the sources make:\n${stale.map((path) => `  ${path}`).join('\n')}\n${remedy}`,
  );
  process.exitCode = 1;
}
