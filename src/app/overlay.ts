/** Files with edits on top that nobody else sees yet: what is tried out before anything is written. */
import type { Files } from '../ports/files.ts';

export type Texts = ReadonlyMap<string, string>;

export interface Overlay extends Files {
  /** The edited texts by path, byte order marks included. */
  readonly edited: () => Texts;
  /** Puts these texts over the files, and nothing else. */
  readonly replace: (texts: Texts) => void;
}

export function overlayOn(files: Files): Overlay {
  let edited: Texts = new Map();
  const encoder = new TextEncoder();
  return {
    ...files,
    edited: () => edited,
    replace: (texts) => {
      edited = new Map(texts);
    },
    stat: (path) => {
      const stats = files.stat(path);
      const text = edited.get(path);
      return stats && text !== undefined ? { ...stats, size: encoder.encode(text).length } : stats;
    },
    read: (path) => {
      const text = edited.get(path);
      return text === undefined ? files.read(path) : encoder.encode(text);
    },
    write: (path, text) => {
      edited = new Map([...edited, [path, text]]);
    },
  };
}
