/** What a document may cost: nesting, repetition, length and talk are bounded, whatever the text. */
import { describe, expect, test } from 'vitest';
import type { Limits } from '../../../src/manifests/yaml/limits.ts';
import { parseDocument } from '../../../src/manifests/yaml/parse-document.ts';
import { parse } from './tree.ts';

describe('bounds', () => {
  const limitOf = (text: string, limits?: Partial<Limits>) => {
    const { root, problems } = parseDocument({ path: 'a.yaml', text }, 0, text.length, limits);
    return root ? 'read' : problems.map(({ kind, message }) => `${kind}: ${message}`).join();
  };
  const levels = (count: number) => '['.repeat(count) + ']'.repeat(count);
  const anchors = (count: number, next: (previous: string) => string) =>
    Array.from({ length: count }, (_, index) => `a${index + 1}: &a${index + 1} ${next(`*a${index}`)}\n`).join('');

  test.each([
    ['brackets', '['.repeat(100_000)],
    ['closed brackets', levels(100_000)],
    ['braces', '{a: '.repeat(100_000)],
    ['dashes', '- '.repeat(100_000)],
    ['question marks', '? '.repeat(100_000)],
    ['indentation', Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}a:\n`).join('')],
    ['pairs', `${'[a: '.repeat(1000)}${']'.repeat(1000)}`],
    ['one level too many', levels(201)],
    ['aliases', `a0: &a0 ${levels(150)}\na1: ${'['.repeat(60)}*a0${']'.repeat(60)}`],
    ['a chain of aliases', `a0: &a0 [x]\n${anchors(1000, (previous) => `[${previous}]`)}`],
  ])('nesting by %s', (_name, text) => {
    expect(limitOf(text)).toMatch(/^limit: .*200 levels/);
  });

  test('as many levels as the bound are read', () => {
    expect(limitOf(levels(200))).toBe('read');
    expect(limitOf(levels(5), { depth: 5 })).toBe('read');
    expect(limitOf(levels(6), { depth: 5 })).toMatch(/^limit: .*5 levels/);
  });

  test.each([
    [
      'sequences',
      `a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n${anchors(12, (previous) => `[${Array(10).fill(previous).join()}]`)}`,
    ],
    ['maps', `a0: &a0 {x: 1}\n${anchors(60, (previous) => `{l: ${previous}, r: ${previous}}`)}`],
    [
      'merges',
      `a: &a {${Array.from({ length: 400 }, (_, index) => `k${index}: 1`).join()}}\nb:\n${'- {<<: *a}\n'.repeat(400)}`,
    ],
    [
      'nested merges',
      `${'{<<: '.repeat(190)}{${Array.from({ length: 2000 }, (_, index) => `k${index}: 1`).join()}}${'}'.repeat(190)}`,
    ],
    ['many aliases', `a: &a [${'x,'.repeat(999)}x]\nb: [${Array(101).fill('*a').join()}]`],
  ])('expansion by %s', (_name, text) => {
    expect(limitOf(text)).toMatch(/^limit: .*repeat more than 100000/);
  });

  test('expansion up to the bound is read, and shares what it repeats', () => {
    const text = `a: &a [x, x]\nb: [${Array(1000).fill('*a').join()}]`;
    expect(limitOf(text, { aliasNodes: 3000 })).toBe('read');
    expect(limitOf(text, { aliasNodes: 2999 })).toMatch(/^limit/);
    const { root } = parse('a: &a [x]\nb: *a');
    expect(root).toMatchObject({ entries: [{ key: { text: 'a' } }, { key: { text: 'b' } }] });
    if (root?.type === 'map') expect(root.entries[1]?.value).toBe(root.entries[0]?.value);
  });

  test('length', () => {
    expect(limitOf(`a: ${'b'.repeat(97)}`, { fileBytes: 100 })).toBe('read');
    expect(limitOf(`a: ${'b'.repeat(98)}`, { fileBytes: 100 })).toMatch(/^limit: .*longer than 100/);
  });

  test('problems', () => {
    expect(parse('a: 1\n'.repeat(1000)).problems).toHaveLength(100);
    expect(parse('- !x y\n'.repeat(1000)).problems).toHaveLength(100);
  });
});
