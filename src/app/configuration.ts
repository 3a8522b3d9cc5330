/** The configuration of a run: the file that was named or found, with every path in it there. */
import { findConfiguration } from '../config/find.ts';
import type { Configuration } from '../model/configuration.ts';
import { locationOf } from '../model/source.ts';
import type { Files } from '../ports/files.ts';

/** Undefined when there is no file. Throws an `InputError` that names every mistake in it. */
export async function loadConfiguration(
  files: Pick<Files, 'read' | 'stat'>,
  given: string | undefined,
): Promise<Configuration | undefined> {
  const path = findConfiguration(files, given);
  if (path === undefined) return undefined;
  const { readConfiguration, wrongConfiguration } = await import('../config/file.ts');
  const { missingPaths } = await import('../manifests/configured-paths.ts');
  const configuration = await readConfiguration(files, path);
  const missing = missingPaths(configuration.clusters, files).map(({ value, at }) => {
    const { line, column } = locationOf(at.source, at.start, at.end);
    return `${path}:${line}:${column}: There is no ${value}.`;
  });
  if (missing.length > 0) throw wrongConfiguration(path, missing);
  return configuration;
}
