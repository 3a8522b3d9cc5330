/** Walks the scalars of a field, wherever they stand in it. */
import type { Field } from '../model/field.ts';

/** Every scalar below a field, in order; maps under one of the keys are left out. */
export function* scalarsOf(field: Field, except: ReadonlySet<string> = new Set()): Iterable<Field> {
  if (field.node.type === 'scalar') yield field;
  for (const child of [...field.entries(), ...field.items()]) {
    if (!except.has(child.key)) yield* scalarsOf(child, except);
  }
}
