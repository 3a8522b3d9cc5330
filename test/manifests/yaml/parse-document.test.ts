/** JSON as YAML, and what is told about documents that are broken or odd. */
import { describe, expect, test } from 'vitest';
import { dataOf, parse, placesOf } from './tree.ts';

describe('JSON', () => {
  const object = {
    'a/b': 'https:\u002f\u002fexample.com',
    text: 'tab\t quote" backslash\\ newline\n ä \u2028 😀 \u007f',
    numbers: [0, -1, 1.5, 1e21, -2.5e-7],
    words: [true, false, null],
    empty: [{}, [], ''],
    long: 'x'.repeat(2000),
    ['k'.repeat(2000)]: 1,
  };

  test.each([
    ['on one line', JSON.stringify(object)],
    ['indented by spaces', JSON.stringify(object, null, 2)],
    ['indented by tabs', JSON.stringify(object, null, '\t')],
    ['with Windows line ends', JSON.stringify(object, null, '\t').replaceAll('\n', '\r\n')],
    [
      'with escapes',
      JSON.stringify(object).replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ],
    ['with escaped slashes', JSON.stringify(object).replaceAll('/', '\\/')],
    ['with space around', `\t\n ${JSON.stringify(object)}\r\n\t`],
  ])('%s', (_name, text) => {
    expect(JSON.parse(text)).toEqual(object);
    const { root, problems } = parse(text);
    expect(problems).toEqual([]);
    expect(dataOf(root)).toEqual(object);
  });

  test('colons need no space, and keys stand where they stand', () => {
    const text = '{"a":{"b":[1,"c"]}}';
    expect(placesOf(text, parse(text).root)).toEqual([
      '. {"a":{"b":[1,"c"]}}',
      '/a~ "a"',
      '/a {"b":[1,"c"]}',
      '/a/b~ "b"',
      '/a/b [1,"c"]',
      '/a/b/0 1',
      '/a/b/1 "c"',
    ]);
  });

  test('of duplicate keys the last one counts', () => {
    const { root, problems } = parse('{"a": 1, "a": 2}');
    expect(dataOf(root)).toEqual({ a: 2 });
    expect(problems).toEqual([expect.objectContaining({ kind: 'duplicate-key', start: 9, end: 12 })]);
  });
});

describe('problems', () => {
  test.each([
    ['a: b: c\n', ': c', /^A second colon stands on this line/],
    ['a: {{ .x }}/b\n', '/b', /has already ended/],
    ['a: 1\n   b: 2', ': 2', /indented deeper than the key before it/],
    ['a:\n    b: 1\n  c: 2\n', 'c: 2', /indentation/],
    ['a: [1, 2\nb: 3\n', 'b: 3', /still open/],
    ['a: [1 2, {b}', '', /never closed/],
    ['a: "b\nc: 1', 'c: 1', /quote, bracket or brace is still open/],
    ['"b\n', '', /double quote .* never closed/],
    ["'b\n", '', /single quote .* never closed/],
    ['a:\n\tb: 1\n', '\tb: 1', /A tab/],
    ['a: "\\d"\n', 'd"', /backslash/],
    ['a: \u0007\n', '\u0007', /control character/],
    ['a: \0\n', '\0', /NUL/],
    ['a: b\nc\nd: 1', undefined, /colon/],
    ['- a\nb: 1\n', 'b: 1', /belongs to nothing before it/],
    ['a: | b\n', 'b', /Nothing but a comment/],
    ['a: [b c: d e\n]', ']', /still open/],
    ['a: !x!y z\n', undefined, /prefix/],
    ['a: *b\n', '*b', /nothing before it is marked &b/],
    ['a: &b [*b]\n', '*b]', /inside the very value/],
    ['a: 1\n<<: b\n', '<<: b', /takes a map/],
    ['[a]: b\n', '[a]: b', /where a key is expected/],
    ['a: 1\n...\nb: 2\n', '\n...\nb: 2', /second document/],
  ])('%j', (text, from, message) => {
    const { root, problems } = parse(text);
    expect(root).toBeUndefined();
    expect(problems).toEqual([expect.objectContaining({ kind: 'syntax', message: expect.stringMatching(message) })]);
    const [problem] = problems;
    const rest = text.slice(problem?.start).trimEnd();
    if (from !== undefined) expect(rest).toBe(from);
    expect(problem?.end).toBeGreaterThanOrEqual(problem?.start as number);
    expect(problem?.end).toBeLessThanOrEqual(text.length);
  });

  test('every duplicate key is told at the later key, merged keys are none', () => {
    const text = 'a: 1\n"a": 2\nb: {c: 1, c: 2}\nd: &x {e: 1}\nf: {<<: *x, e: 2}\na: 3\n';
    const { root, problems } = parse(text);
    expect(dataOf(root)).toEqual({ a: 3, b: { c: 2 }, d: { e: 1 }, f: { e: 2 } });
    expect(problems.map(({ kind, start, end }) => [kind, text.slice(start, end), start])).toEqual([
      ['duplicate-key', '"a"', 5],
      ['duplicate-key', 'c', text.indexOf('c: 2')],
      ['duplicate-key', 'a', text.lastIndexOf('a: 3')],
    ]);
  });

  test('keys are told apart in maps of any size', () => {
    const keys = Array.from({ length: 40 }, (_, index) => `k${index}`);
    const text = [...keys, 'k3', 'k39', 'k3'].map((key, index) => `${key}: ${index}\n`).join('');
    const { root, problems } = parse(text);
    const expected = Object.fromEntries([...keys.map((key, index) => [key, index]), ['k3', 42], ['k39', 41]]);
    expect(dataOf(root)).toEqual(expected);
    expect(problems).toHaveLength(3);
  });

  test.each([
    ['a: !Ref b', '!Ref', 'b'],
    ['a: !Sub "b"', '!Sub', 'b'],
    ['a: !GetAtt b.c', '!GetAtt', 'b.c'],
    ['a: !vault |\n  b', '!vault', 'b\n'],
    ['a: !Ref 12', '!Ref', '12'],
    ['a: !Join [b]', '!Join', ['b']],
    ['a: !custom {b: 1}', '!custom', { b: 1 }],
    ['a: !<tag:example.com,2000:x> b', '!<tag:example.com,2000:x>', 'b'],
    ['%TAG !e! tag:example.com,2000:\n---\na: !e!x b', '!e!x', 'b'],
    ['a: !!python/object:x {b: 1}', '!!python/object:x', { b: 1 }],
    ['a: !!int b', '!!int', 'b'],
  ])('the tag of %j is told, the value read', (text, tag, value) => {
    const { root, problems } = parse(text);
    expect(dataOf(root)).toEqual({ a: value });
    expect(problems.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([['tag', tag]]);
  });

  test.each(['a: !!str b', 'a: !!map {b: 1}', 'a: ! b', '%TAG !e! tag:yaml.org,2002:\n---\na: !e!int "3"'])(
    'the tag of %j is no problem',
    (text) => {
      expect(parse(text).problems).toEqual([]);
    },
  );

  test('a %TAG handle stands for its prefix', () => {
    const { root } = parse('%TAG !e! tag:yaml.org,2002:\n%TAG ! tag:yaml.org,2002:\n---\n[!e!int "3", !bool "yes"]');
    expect(dataOf(root)).toEqual([3, true]);
  });
});
