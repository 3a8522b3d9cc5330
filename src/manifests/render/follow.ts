/** Finds a spot of a rendered object in a text that was made into it: the same keys, and list items by their names. */
import { type Field, fieldsOf } from '../../model/field.ts';
import type { Manifest, PathStep, Place, YamlNode } from '../../model/manifest.ts';
import { couldBe } from '../../model/partial-text.ts';
import { readPlaceholders } from '../placeholders.ts';

/** How far a path could be followed; `whole` when all of it was there. */
export interface Followed {
  readonly field: Field;
  readonly whole: boolean;
}

/** Follows a place of a rendered object below a field of a source. */
export function follow(below: Field, { manifest, path }: Pick<Place, 'manifest' | 'path'>): Followed {
  let rendered: Field | undefined = fieldsOf(manifest);
  let field = below;
  for (const step of path) {
    rendered = rendered?.get(step);
    const next: Field | undefined = typeof step === 'number' ? alikeItem(field, rendered?.node, step) : field.get(step);
    if (!next) return { field, whole: false };
    field = next;
  }
  return { field, whole: true };
}

/** The item of the same name; of unnamed ones the same text, else the same index. */
function alikeItem(list: Field, wanted: YamlNode | undefined, index: number): Field | undefined {
  const items = list.items();
  const name = nameOf(wanted);
  if (name !== undefined) return items.find((item) => nameOf(item.node) === name);
  if (wanted?.type === 'scalar') return items.find((item) => item.text === wanted.text);
  return items[index];
}

function nameOf(node: YamlNode | undefined): string | undefined {
  if (node?.type !== 'map') return undefined;
  const value = node.entries.find((entry) => entry.key.text === 'name')?.value;
  return value?.type === 'scalar' ? value.text : undefined;
}

/** How the source of a value compares with what was rendered: the same, something that can have become it, or not. */
export function likeness(source: Field, rendered: Field | undefined): 'same' | 'filled' | 'other' {
  if (rendered === undefined) return 'other';
  if (rendered.node.type !== 'scalar' || source.node.type !== 'scalar')
    return source.node.type === rendered.node.type ? 'same' : 'other';
  if (source.node.text === rendered.node.text) return 'same';
  const text = readPlaceholders(source.node.text);
  return text.symbols.length > 0 && couldBe(text, rendered.node.text) ? 'filled' : 'other';
}

/** The field of a place, when its manifest has it. */
export function fieldAt({ manifest, path }: { manifest: Manifest; path: readonly PathStep[] }): Field | undefined {
  return fieldsOf(manifest).get(...path);
}
