/** Finds the line and column of a place: where a person would edit what was judged. */
import type { PathStep, Place, ScalarNode, YamlNode } from '../model/manifest.ts';
import { type Location, locationOf, type Spot } from '../model/source.ts';

/** The text of a place in the source of its manifest. */
export function spotOf(place: Place): Spot {
  const { node, key } = walk(place.manifest.root, place.path);
  const source = place.manifest.source;
  if (place.part === 'key' && key) return { source, start: key.start, end: key.end };
  if (node.type === 'scalar' && node.start < node.end)
    return { source, ...firstLine(source.text, node.start, node.end) };
  // An absent value has no text of its own, and a map or list is best shown by the key that opens it.
  const shown = key ?? node;
  return { source, ...firstLine(source.text, shown.start, shown.end) };
}

/** Follows a path as far as it goes, remembering the last key. */
function walk(root: YamlNode, path: readonly PathStep[]): { node: YamlNode; key: ScalarNode | undefined } {
  let node = root;
  let key: ScalarNode | undefined;
  for (const step of path) {
    if (node.type === 'map') {
      const entry = node.entries.find((candidate) => candidate.key.text === String(step));
      if (!entry) break;
      node = entry.value;
      key = entry.key;
    } else if (node.type === 'sequence') {
      const item = node.items[Number(step)];
      if (!item) break;
      node = item;
      key = undefined;
    } else break;
  }
  return { node, key };
}

/** Cuts a stretch at the end of its first line: annotations on several lines lose their columns in both hosts. */
function firstLine(text: string, start: number, end: number): { start: number; end: number } {
  const newline = text.indexOf('\n', start);
  if (newline === -1 || newline >= end) return { start, end };
  return { start, end: Math.max(start, text[newline - 1] === '\r' ? newline - 1 : newline) };
}

/** The location of a place or a spot; of a place in a rendered object, the one a person would edit. */
export function locate(at: Place | Spot): Location {
  const spot = 'manifest' in at ? (at.manifest.rendered?.trace(at).spot ?? spotOf(at)) : at;
  return locationOf(spot.source, spot.start, spot.end);
}
