/** Finds the configuration file; small, so that a repository without one pays nothing for reading it. */
import type { Files } from '../ports/files.ts';

/** Where a configuration is looked for, the first one first. */
const configurationFiles: readonly string[] = ['idwire.yaml', '.github/idwire.yaml'];

/** The path of the file that a person named, else of the first one that is there; undefined without any. */
export function findConfiguration(files: Pick<Files, 'stat'>, given: string | undefined): string | undefined {
  return given ?? configurationFiles.find((path) => files.stat(path)?.kind === 'file');
}
