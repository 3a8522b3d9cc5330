/** What is said about files and streams that are too large to be read whole. */
import type { Source } from '../model/source.ts';
import type { ReadProblem } from '../model/world.ts';
import { defaultLimits } from './yaml/limits.ts';

/** A file of `size` bytes. */
export function tooLarge(path: string, size: number): ReadProblem {
  const source = { path, text: '' };
  const limit = Math.round(defaultLimits.fileBytes / 1024 / 1024);
  return {
    kind: 'limit',
    message: `The file has ${Math.round(size / 1024 / 1024)} MiB, more than the ${limit} MiB that are read; nothing in it was checked.`,
    spot: { source, start: 0, end: 0 },
    manifestLike: true,
  };
}

/** A stream of which the first `count` documents were read. */
export function tooMany(source: Source, count: number): ReadProblem {
  return {
    kind: 'limit',
    message: `The file holds more than ${count} documents; the rest was not checked.`,
    spot: { source, start: 0, end: 0 },
    manifestLike: true,
  };
}
