/** Where every key and value of a document stands. */
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../../src/manifests/yaml/parse-document.ts';
import { parse, placesOf } from './tree.ts';

describe('places', () => {
  test.each([
    ['a plain value', 'a: b  # c\n', ['. a: b', '/a~ a', '/a b']],
    ['quotes belong to the value', `"a": 'b''c'\n`, [`. "a": 'b''c'`, '/a~ "a"', `/a 'b''c'`]],
    ['a value over lines', 'a: b\n   c\nd: e', ['. a: b\n   c\nd: e', '/a~ a', '/a b\n   c', '/d~ d', '/d e']],
    ['an absent value', 'a:   # c\nb:', ['. a:   # c\nb:', '/a~ a', '/a a:|', '/b~ b', '/b b:|']],
    ['absent items', '-\n- # c\n-', ['. -\n- # c\n-', '/0 -|', '/1 -|', '/2 -|']],
    ['a key without a colon', '{a, ? b}', ['. {a, ? b}', '/a~ a', '/a {a|', '/b~ b', '/b {a, ? b|']],
    ['an explicit key', '? a # c\n: b\n', ['. ? a # c\n: b', '/a~ a', '/a b']],
    [
      'a tag and an anchor stand before',
      'a: !!str &x b\nc: &y',
      ['. a: !!str &x b\nc: &y', '/a~ a', '/a b', '/c~ c', '/c c: &y|'],
    ],
    [
      'a block scalar',
      'a: |- # c\n  b\n\n  c\n\n\nd: >\n e\n',
      ['. a: |- # c\n  b\n\n  c\n\n\nd: >\n e', '/a~ a', '/a |- # c\n  b\n\n  c', '/d~ d', '/d >\n e'],
    ],
    ['a block scalar that says nothing', 'a: |\n\n\nb: 1', ['. a: |\n\n\nb: 1', '/a~ a', '/a |', '/b~ b', '/b 1']],
    [
      'block scalars in sequences',
      '- |\n  a\n- - >-\n    b\n',
      ['. - |\n  a\n- - >-\n    b', '/0 |\n  a', '/1 - >-\n    b', '/1/0 >-\n    b'],
    ],
    ['a block scalar behind its tag', 'a: !!str &x |\n  b\n', ['. a: !!str &x |\n  b', '/a~ a', '/a |\n  b']],
    [
      'flow collections',
      'a: [ b , {c: d, }, ]\n',
      ['. a: [ b , {c: d, }, ]', '/a~ a', '/a [ b , {c: d, }, ]', '/a/0 b', '/a/1 {c: d, }', '/a/1/c~ c', '/a/1/c d'],
    ],
    ['empty flow collections', '[{}, [ ], [\n# ]\n]]', ['. [{}, [ ], [\n# ]\n]]', '/0 {}', '/1 [ ]', '/2 [\n# ]\n]']],
    ['a pair in a flow sequence', '[a: b, c]', ['. [a: b, c]', '/0 a: b', '/0/a~ a', '/0/a b', '/1 c']],
    [
      'a block collection ends with its last node',
      'a:\n  - b\n  # c\n\nd: e\n# f\n',
      ['. a:\n  - b\n  # c\n\nd: e', '/a~ a', '/a - b', '/a/0 b', '/d~ d', '/d e'],
    ],
    [
      'a block collection that ends with nothing',
      'a:\n  b:\n\nc: d',
      ['. a:\n  b:\n\nc: d', '/a~ a', '/a b:', '/a/b~ b', '/a/b   b:|', '/c~ c', '/c d'],
    ],
    ['an alias shows the anchored value', 'a: &x b\nc: *x', ['. a: &x b\nc: *x', '/a~ a', '/a b', '/c~ c', '/c b']],
    [
      'an alias as a key has a place of its own',
      'a: &x b\n*x : c',
      ['. a: &x b\n*x : c', '/a~ a', '/a b', '/b~ *x', '/b c'],
    ],
    [
      'merged entries stand where they were written',
      'a: &x {b: c}\nd:\n  <<: *x\n',
      [
        '. a: &x {b: c}\nd:\n  <<: *x',
        '/a~ a',
        '/a {b: c}',
        '/a/b~ b',
        '/a/b c',
        '/d~ d',
        '/d <<: *x',
        '/d/b~ b',
        '/d/b c',
      ],
    ],
    ['of duplicate keys the last one', 'a: 1\nb: 2\na: 3\n', ['. a: 1\nb: 2\na: 3', '/b~ b', '/b 2', '/a~ a', '/a 3']],
    [
      'Windows line ends',
      'a: |\r\n  b\r\nc:\r\nd: e\r\n',
      ['. a: |\r\n  b\r\nc:\r\nd: e', '/a~ a', '/a |\r\n  b', '/c~ c', '/c c:|', '/d~ d', '/d e'],
    ],
    ['directives and a marker', '%YAML 1.1\n# ---\n--- |\n  a\n', ['. |\n  a']],
    ['a scalar alone', ' text # c', ['. text']],
  ])('%s', (_name, text, places) => {
    const { root, problems } = parse(text);
    expect(placesOf(text, root)).toEqual(places);
    expect(problems.filter(({ kind }) => kind !== 'duplicate-key')).toEqual([]);
  });

  test('are offsets in the whole source', () => {
    const text = 'x: 1\n---\na: "b"\n---\ny: 2\n';
    const { root } = parseDocument({ path: 'a.yaml', text }, 8, 16);
    expect(placesOf(text, root)).toEqual(['. a: "b"', '/a~ a', '/a "b"']);
  });

  test.each(['', '\n \n', '# c\n', '---\n', '--- # c\n\n', '\t', '%YAML 1.2\n---\n'])('%j says nothing', (text) => {
    expect(parse(text)).toEqual({ root: undefined, problems: [] });
  });

  test.each(['null', '~', '""', '|'])('%j says something', (text) => {
    expect(parse(text).root).toMatchObject({ type: 'scalar', start: 0, end: text.length });
  });

  test('scalars keep their text and style beside the value', () => {
    expect(parse(`[0x10, '0x10', "0\\x78", "yes", yes]`).root).toMatchObject({
      items: [
        { text: '0x10', style: 'plain', value: 16 },
        { text: '0x10', style: 'single', value: '0x10' },
        { text: '0x', style: 'double', value: '0x' },
        { text: 'yes', style: 'double', value: 'yes' },
        { text: 'yes', style: 'plain', value: true },
      ],
    });
    expect(parse('- |\n  yes\n- >\n  a\n  b\n').root).toMatchObject({
      items: [
        { text: 'yes\n', style: 'literal', value: 'yes\n' },
        { text: 'a b\n', style: 'folded', value: 'a b\n' },
      ],
    });
  });
});
