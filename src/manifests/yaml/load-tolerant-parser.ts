/** The place where the tolerant parser waits until it is needed: most runs never meet a broken document. */
import type { Limits } from './limits.ts';
import type { TreeBuilder } from './tree-builder.ts';

/** Reads what the fast parser refuses; undefined when the text is broken for it too. Throws `Unreadable`. */
export type TolerantParser = (text: string, offset: number, limits: Limits) => TreeBuilder | undefined;

let loaded: TolerantParser | undefined;

/** Loads the tolerant parser once; from then on `parseDocument` asks it about every document that looks broken. */
export async function loadTolerantParser(): Promise<void> {
  loaded ??= (await import('./parse-tolerantly.ts')).parseTolerantly;
}

/** The tolerant parser, once it is loaded. */
export function tolerantParser(): TolerantParser | undefined {
  return loaded;
}
