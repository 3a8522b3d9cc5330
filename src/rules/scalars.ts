/** Walks the scalars of a field, wherever they stand in it. */
import type { Field } from '../model/field.ts';
import type { KubernetesObject } from '../model/kubernetes.ts';

/** Every scalar below a field, in order; maps under one of the keys are left out. */
export function* scalarsOf(field: Field, except: ReadonlySet<string> = new Set()): Iterable<Field> {
  if (field.node.type === 'scalar') yield field;
  for (const child of [...field.entries(), ...field.items()]) {
    if (!except.has(child.key)) yield* scalarsOf(child, except);
  }
}

/** Whether the text of an object holds a word at all: far cheaper than to look at each of its scalars. */
export function mentions({ manifest }: KubernetesObject, word: string): boolean {
  return manifest.source.text.slice(manifest.start, manifest.end).includes(word);
}
