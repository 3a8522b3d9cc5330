/** What is wrong with a document as YAML, and the way a reader gives up on one. */
import type { Limits } from './limits.ts';

/**
 * `syntax` and `limit`: the document could not be read, and has no tree. `duplicate-key` and `tag`: it could, and the
 * tree says what kubectl makes of it.
 */
export type YamlProblemKind = 'syntax' | 'duplicate-key' | 'limit' | 'tag';

export interface YamlProblem {
  readonly kind: YamlProblemKind;
  /** One or two plain sentences, without a place. */
  readonly message: string;
  /** Offsets in the whole source, end exclusive; equal at the very end of a text. */
  readonly start: number;
  readonly end: number;
}

/** Thrown inside the reader for a document that has no tree; `parseDocument` turns it into its problem. */
export class Unreadable extends Error {
  readonly problem: YamlProblem;

  constructor(kind: 'syntax' | 'limit', message: string, start: number, end: number) {
    super(message);
    this.problem = { kind, message, start, end };
  }
}

/** Thrown where the nesting goes past its bound. */
export function tooDeep({ depth }: Limits, start: number, end: number): Unreadable {
  const message = `Maps and lists nest more than ${depth} levels deep here; the document is not read.`;
  return new Unreadable('limit', message, start, end);
}

/** Thrown where aliases and merge keys repeat more than their bound. */
export function tooManyAliases({ aliasNodes }: Limits, start: number, end: number): Unreadable {
  const message = `The aliases of this document repeat more than ${aliasNodes} values; it is not read.`;
  return new Unreadable('limit', message, start, end);
}

/** Thrown for a document that is longer than its bound. */
export function tooLong({ fileBytes }: Limits, start: number): Unreadable {
  const message = `The document is longer than ${fileBytes} characters; it is not read.`;
  return new Unreadable('limit', message, start, start);
}
