/** The values that a chart is given, layer by layer, and which of them a template refers to. */
import type { Field } from '../../model/field.ts';
import type { Source } from '../../model/source.ts';

/** Layers in order of precedence; a subchart sees its parent's under its own key, and its own defaults last. */
export interface ValueLayer {
  readonly root: Field;
  /** Where the values of the chart in question stand in the layer. */
  readonly prefix: readonly string[];
}

/** The values at a path: what the first layer that has it says. */
export function lookup(layers: readonly ValueLayer[], path: readonly string[]): Field | undefined {
  for (const { root, prefix } of layers) {
    const field = root.get(...prefix, ...path) ?? (path[0] === 'global' ? root.get(...path) : undefined);
    if (field) return field;
  }
  return undefined;
}

/** Every entry of the layers under one key, in order of precedence, with the path of the map that holds it. */
export function entriesNamed(
  layers: readonly ValueLayer[],
  key: string,
): readonly { readonly field: Field; readonly owner: string }[] {
  return layers.flatMap(({ root, prefix }) => {
    const start = root.get(...prefix);
    return start ? walk(start, []).filter(({ field }) => field.key === key && field.keyNode) : [];
  });
}

/** Every scalar of the layers with one text, in order of precedence. */
export function scalarsOf(layers: readonly ValueLayer[], text: string): readonly Field[] {
  return layers.flatMap(({ root, prefix }) => {
    const start = root.get(...prefix);
    return start
      ? walk(start, [])
          .map(({ field }) => field)
          .filter((field) => field.text === text)
      : [];
  });
}

function walk(field: Field, owner: readonly string[]): readonly { field: Field; owner: string }[] {
  const children = field.node.type === 'map' ? field.entries() : field.items();
  return children.flatMap((child) => [{ field: child, owner: owner.join('.') }, ...walk(child, [...owner, child.key])]);
}

const reference = /\.Values\.([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)/g;
const indexed = /index\s+\$?\.Values((?:\s+"[^"]+")+)/g;
const inclusion = /(?:include|template)\s+"([^"]+)"/g;
const deepestInclusion = 4;

/** Named templates of a chart: what stands between their `define` and the next. */
export function namedTemplates(sources: readonly Source[]): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const { text } of sources) {
    const parts = text.split(/\{\{-?\s*define\s+"([^"]+)"\s*-?\}\}/);
    for (let index = 1; index < parts.length; index += 2) named.set(parts[index] as string, parts[index + 1] as string);
  }
  return named;
}

/** The paths of values that a stretch of a template refers to, directly or through named templates. */
export function referencesIn(text: string, named: ReadonlyMap<string, string>, depth = 0): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const match of text.matchAll(reference)) paths.add(match[1] as string);
  for (const match of text.matchAll(indexed))
    paths.add([...(match[1] as string).matchAll(/"([^"]+)"/g)].map((part) => part[1]).join('.'));
  if (depth < deepestInclusion) {
    for (const match of text.matchAll(inclusion))
      for (const path of referencesIn(named.get(match[1] as string) ?? '', named, depth + 1)) paths.add(path);
  }
  return paths;
}
