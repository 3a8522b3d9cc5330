/** The same tree as a second, independent parser gives, over random documents. */
import { describe, expect, test } from 'vitest';
import { type Document, isAlias, isMap, isScalar, isSeq, type ParsedNode, parseDocument as parseWithYaml } from 'yaml';
import type { YamlNode } from '../../../src/model/manifest.ts';
import { randomYaml } from './random-yaml.ts';
import { parse } from './tree.ts';

/** One line per node in order: what it is and where it stands. */
type Line = readonly [kind: string, text: string, start: number, end: number];

function ours(node: YamlNode | undefined, lines: Line[] = []): Line[] {
  if (!node) return lines;
  const { start, end } = node;
  if (node.type === 'scalar') lines.push([node.style, node.text, start, end]);
  else lines.push([`${node.flow ? 'flow' : 'block'} ${node.type}`, '', start, end]);
  if (node.type === 'sequence') for (const item of node.items) ours(item, lines);
  if (node.type === 'map') for (const entry of node.entries) ours(entry.value, ours(entry.key, lines));
  return lines;
}

const styles: Readonly<Record<string, string>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/**
 * The lines for a node of `yaml`, with its other habits undone: white space counts to an absent value and to the end of
 * a block scalar there, and all that follows counts to the end of a block collection.
 */
function theirs(document: Document.Parsed, text: string): Line[] {
  const lines: Line[] = [];
  let cursor = 0;
  const visit = (node: ParsedNode | null): void => {
    if (node === null) return void lines.push(['plain', '', cursor, cursor]);
    const [start, end] = node.range;
    if (isAlias(node)) {
      visit(node.resolve(document) as ParsedNode);
      cursor = end;
    } else if (isScalar(node)) {
      cursor = start + text.slice(start, end).trimEnd().length;
      if (start === end) cursor = text.slice(0, start).trimEnd().length;
      lines.push([styles[node.type as string] as string, node.source, Math.min(start, cursor), cursor]);
    } else {
      const line: [string, string, number, number] = [
        `${node.flow ? 'flow' : 'block'} ${isMap(node) ? 'map' : 'sequence'}`,
        '',
        start,
        0,
      ];
      lines.push(line);
      if (isSeq(node)) for (const item of node.items) visit(item as ParsedNode);
      else if (isMap(node))
        for (const pair of node.items) visitPair(pair.key as ParsedNode, pair.value as ParsedNode | null);
      if (node.flow) cursor = end;
      line[3] = cursor;
    }
  };
  const visitPair = (key: ParsedNode, value: ParsedNode | null): void => {
    visit(key);
    visit(value);
  };
  visit(document.contents);
  return lines;
}

describe('parseDocument and yaml', () => {
  test.each(Array.from({ length: 20 }, (_, block) => block))('agree on block %i of random documents', (block) => {
    let nodes = 0;
    for (let seed = block * 100; seed < block * 100 + 100; seed++) {
      const text = randomYaml(seed, 3 + (seed % 5));
      const document = parseWithYaml(text, { schema: 'failsafe', logLevel: 'silent', strict: true });
      expect(document.errors, text).toEqual([]);
      const { root, problems } = parse(text);
      const faults = problems.filter(({ kind }) => kind !== 'tag');
      expect(faults, `seed ${seed}\n${text}`).toEqual([]);
      const lines = ours(root);
      expect(lines, `seed ${seed}\n${text}`).toEqual(theirs(document, text));
      nodes += lines.length;
    }
    expect(nodes).toBeGreaterThan(500);
  });
});
