/** Ways to look at a parsed tree in tests: the data in it, and the text that each node stands on. */

import { type ParsedDocument, parseDocument } from '../../../src/manifests/yaml/parse-document.ts';
import type { ScalarNode, YamlNode } from '../../../src/model/manifest.ts';

/** Parses a whole text as one document. */
export function parse(text: string): ParsedDocument {
  return parseDocument({ path: 'test.yaml', text }, 0, text.length);
}

/** The data as kubectl prints it in JSON; null when there is no tree. */
export function dataOf(node: YamlNode | undefined): unknown {
  if (node === undefined) return null;
  if (node.type === 'scalar') return node.value;
  if (node.type === 'sequence') return node.items.map(dataOf);
  return Object.fromEntries(node.entries.map(({ key, value }) => [nameOf(key), dataOf(value)]));
}

function nameOf(key: ScalarNode): string {
  return String(key.value);
}

/**
 * One line per node in order: its path, and the stretch of text it stands on. Keys have a `~` behind their path. A node
 * on an empty stretch shows the text of its line up to there, and a `|`.
 */
export function placesOf(text: string, root: YamlNode | undefined): string[] {
  const lines: string[] = [];
  const visit = (node: YamlNode, path: string) => {
    lines.push(`${path || '.'} ${stretch(text, node)}`);
    if (node.type === 'sequence') for (const [index, item] of node.items.entries()) visit(item, `${path}/${index}`);
    if (node.type !== 'map') return;
    for (const { key, value } of node.entries) {
      lines.push(`${path}/${key.text}~ ${stretch(text, key)}`);
      visit(value, `${path}/${key.text}`);
    }
  };
  if (root) visit(root, '');
  return lines;
}

function stretch(text: string, { start, end }: YamlNode): string {
  return start < end ? text.slice(start, end) : `${text.slice(text.lastIndexOf('\n', start - 1) + 1, start)}|`;
}
