/** Recognises an empty value that something fills in later. */
import type { Field } from '../model/field.ts';

/** Whether a comment stands beside an empty value: then it is a slot for a pipeline, not a mistake. */
export function isEmptySlot(field: Field): boolean {
  if (field.node.type !== 'scalar' || field.text) return false;
  const { text } = field.manifest.source;
  const lineEnd = text.indexOf('\n', field.node.end);
  return text.slice(field.node.end, lineEnd === -1 ? undefined : lineEnd).includes('#');
}
