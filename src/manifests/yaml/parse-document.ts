/** One document of YAML or JSON text as a tree that knows where every key and value stands. */
// The plain build starts every parse with an object of a new hidden class on Node 20 (object spread, V8 11.3), which makes
// it four times slower there: 15 against 55 MB/s. On Node 24 the two are equal.
import { parseEvents, YAMLException } from 'js-yaml/browser';
import type { YamlNode } from '../../model/manifest.ts';
import type { Source } from '../../model/source.ts';
import { EventReader } from './event-reader.ts';
import { type Limits, limitsWith } from './limits.ts';
import { tolerantParser } from './load-tolerant-parser.ts';
import { syntaxMessage } from './syntax-message.ts';
import { TreeBuilder } from './tree-builder.ts';
import { tooDeep, tooLong, Unreadable, type YamlProblem } from './yaml-problem.ts';

export type { YamlProblem, YamlProblemKind } from './yaml-problem.ts';

export interface ParsedDocument {
  /** Undefined for a document that says nothing, and for one with a `syntax` or `limit` problem. */
  readonly root: YamlNode | undefined;
  readonly problems: readonly YamlProblem[];
}

/**
 * Parses the stretch `[start, end)` of a source, which holds one document (`splitDocuments`); offsets in the result are
 * those of the source. Never throws for what the text holds.
 *
 * Values, merge keys and duplicate keys are read as kubectl reads them. A text that this fast parser takes for broken
 * gets a second reading by the tolerant one when `loadTolerantParser` has been awaited: on the first `syntax` problem of
 * a run, await it and parse again.
 */
export function parseDocument(source: Source, start: number, end: number, limits?: Partial<Limits>): ParsedDocument {
  const bounds = limitsWith(limits);
  try {
    if (end - start > bounds.fileBytes) throw tooLong(bounds, start);
    const { root, problems } = read(source.text.slice(start, end), start, bounds);
    const saysNothing = root?.type === 'scalar' && root.start === root.end;
    return { root: saysNothing ? undefined : root, problems };
  } catch (error) {
    if (error instanceof Unreadable) return { root: undefined, problems: [error.problem] };
    throw error;
  }
}

function read(text: string, offset: number, limits: Limits): TreeBuilder {
  try {
    // js-yaml counts scalars as a level of their own.
    const events = parseEvents(text, { maxDepth: limits.depth + 1 });
    const builder = new TreeBuilder(limits);
    new EventReader(text, offset, builder).read(events);
    return builder;
  } catch (error) {
    if (error instanceof YAMLException) return readAgain(text, offset, limits, error);
    throw error;
  }
}

function readAgain(text: string, offset: number, limits: Limits, { reason, mark }: YAMLException): TreeBuilder {
  const at = mark?.position ?? 0;
  const start = offset + at;
  const end = offset + Math.min(at + 1, text.length);
  if (reason.startsWith('nesting exceeded')) throw tooDeep(limits, start, end);
  const parseTolerantly = text.length <= limits.tolerantLength ? tolerantParser() : undefined;
  const builder = parseTolerantly?.(text, offset, limits);
  if (builder) return builder;
  throw new Unreadable('syntax', syntaxMessage(reason, text, at), start, end);
}
