/** Repairs become edits of exactly the text they are about, in the style it is written in, or are refused with a reason. */
import { describe, expect, it } from 'vitest';
import { applyEdits, offsetEdits } from '../../src/manifests/apply-edits.ts';
import { editsOf, type SymbolicRepair } from '../../src/manifests/edits.ts';
import { doubtAbout } from '../../src/manifests/verify-edits.ts';
import { parseDocument } from '../../src/manifests/yaml/parse-document.ts';
import { type Field, fieldsOf } from '../../src/model/field.ts';
import type { MapNode, RenderedFrom } from '../../src/model/manifest.ts';

function rootOf(text: string, rendered?: RenderedFrom): Field {
  const source = { path: 'a.yaml', text };
  const { root } = parseDocument(source, 0, text.length);
  const manifest = { source, root: root as MapNode, apiVersion: 'v1', kind: 'X', start: 0, end: text.length };
  return fieldsOf(rendered ? { ...manifest, rendered } : manifest);
}

const at = (root: Field, path: string) =>
  root.get(...path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))) as Field;

type Repairs = (root: Field) => readonly SymbolicRepair[];
const rename: Repairs = (root) => [{ kind: 'rename-key', at: at(root, 'm.old'), key: 'a.b/new' }];
const set =
  (text: string): Repairs =>
  (root) => [{ kind: 'set-text', at: at(root, 'm.k'), text }];
const add: Repairs = (root) => [{ kind: 'add-entry', into: at(root, 'm'), key: 'a.b/use', text: 'true' }];
const remove: Repairs = (root) => [{ kind: 'remove-entry', at: at(root, 'm.k') }];
const move: Repairs = (root) => [
  { kind: 'add-entry', into: at(root, 'n'), key: 'a.b/use', text: 'true' },
  { kind: 'remove-entry', at: at(root, 'm.k') },
];

/** The text after the repairs, which a second parser must agree with; or why they are refused. */
function repaired(text: string, repairs: Repairs): string {
  const result = editsOf(repairs(rootOf(text)));
  if ('refused' in result) return `refused: ${result.refused}`;
  const edits = offsetEdits({ path: 'a.yaml', text }, result.edits);
  const after = applyEdits(text, edits);
  expect(doubtAbout(text, after, edits)).toBeUndefined();
  return after;
}

const table: readonly (readonly [name: string, repairs: Repairs, before: string, after: string])[] = [
  ['rename plain', rename, 'm:\n  old: x # c\n', 'm:\n  a.b/new: x # c\n'],
  ['rename in double quotes', rename, 'm:\n  "old" : x\n', 'm:\n  "a.b/new" : x\n'],
  ['rename in single quotes', rename, "m: {'old': x}\n", "m: {'a.b/new': x}\n"],
  ['rename in JSON', rename, '{"m": {"old": "x"}}', '{"m": {"a.b/new": "x"}}'],
  [
    'rename a key with a block below',
    rename,
    'm:\n  old: |\n    a\n    b\n  z: 1\n',
    'm:\n  a.b/new: |\n    a\n    b\n  z: 1\n',
  ],
  ['set plain', set('true'), 'm:\n  k: yes # c\n', 'm:\n  k: "true" # c\n'],
  ['set plain to a word', set('word'), 'm:\n  k: other\n', 'm:\n  k: word\n'],
  ['set plain to a number', set('7200'), 'm:\n  k: 7200\n', 'm:\n  k: "7200"\n'],
  ['set single-quoted', set("it's"), "m:\n  k: 'x'\n", "m:\n  k: 'it''s'\n"],
  ['set double-quoted', set('a"b\\'), 'm:\n  k: "x"\n', 'm:\n  k: "a\\"b\\\\"\n'],
  ['set what would break plain text', set('a: b #c'), 'm:\n  k: x\n', 'm:\n  k: "a: b #c"\n'],
  ['set in flow', set('a, b'), 'm: {k: x, l: y}\n', 'm: {k: "a, b", l: y}\n'],
  ['set on two lines', set('one'), 'm:\n  k: a\n    b\n  l: 1\n', 'm:\n  k: one\n  l: 1\n'],
  ['set a block of lines', set('x'), 'm:\n  k: |\n    a\n', 'refused: The text is a block of lines.'],
  ['set a map', set('x'), 'm:\n  k: {a: b}\n', 'refused: A map or a list stands where the text belongs.'],
  [
    'add behind the last line',
    add,
    'm:\n  # one\n  a: 1 # two\nn: 1\n',
    'm:\n  # one\n  a: 1 # two\n  a.b/use: "true"\nn: 1\n',
  ],
  ['add at the end of the file', add, 'm:\n  a: 1', 'm:\n  a: 1\n  a.b/use: "true"'],
  ['add with Windows lines', add, 'm:\r\n  a: 1\r\nn: 1\r\n', 'm:\r\n  a: 1\r\n  a.b/use: "true"\r\nn: 1\r\n'],
  [
    'add above a block and its comment',
    add,
    'm:\n  # one\n  a: |\n    x\nn: 1\n',
    'm:\n  a.b/use: "true"\n  # one\n  a: |\n    x\nn: 1\n',
  ],
  ['add below quoted keys', add, 'm:\n  "a": 1\n', 'm:\n  "a": 1\n  "a.b/use": "true"\n'],
  ['add to flow', add, 'm: {a: 1}\n', 'm: {a: 1, a.b/use: "true"}\n'],
  ['add to empty flow', add, 'm: {}\n', 'm: {a.b/use: "true"}\n'],
  ['add to flow with a last comma', add, 'm: {a: 1,}\n', 'm: {a: 1, a.b/use: "true",}\n'],
  [
    'add to JSON',
    add,
    '{\n  "m": {\n    "a": "1"\n  }\n}\n',
    '{\n  "m": {\n    "a": "1",\n    "a.b/use": "true"\n  }\n}\n',
  ],
  ['add to nothing', add, 'm:\n', 'refused: There is no map to write the entry into.'],
  ['remove a line', remove, 'm:\n  a: 1\n  k: x # c\n  b: 2\n', 'm:\n  a: 1\n  b: 2\n'],
  ['remove the last line', remove, 'm:\n  a: 1\n  k: x', 'm:\n  a: 1\n'],
  ['remove with Windows lines', remove, 'm:\r\n  k: x\r\n  a: 1\r\n', 'm:\r\n  a: 1\r\n'],
  ['remove the only entry', remove, 'a: 1\nm:\n  k: x\nb: 2\n', 'a: 1\nb: 2\n'],
  [
    'remove the only entry below a comment',
    remove,
    'a: 1\nm:\n  # why\n  k: x\n',
    'refused: The map would be empty, and it bears a comment, an anchor or a tag.',
  ],
  ['remove from flow', remove, 'm: {a: 1, k: x, b: 2}\n', 'm: {a: 1, b: 2}\n'],
  ['remove first from flow', remove, 'm: {k: x, b: 2}\n', 'm: {b: 2}\n'],
  ['remove only from flow', remove, 'm: {k: x}\n', 'm: {}\n'],
  [
    'remove between comments of flow',
    remove,
    'm: {\n  a: 1, # c\n  k: x\n  }\n',
    'refused: A comment stands between the entries.',
  ],
  ['remove a block of lines', remove, 'm:\n  a: 1\n  k: >\n    x\n', 'refused: The text is a block of lines.'],
  [
    'remove from an item',
    (root) => [{ kind: 'remove-entry', at: at(root, 'm.0.k') }],
    'm:\n- k: x\n  b: 1\n',
    'refused: Other things stand on the same line.',
  ],
  [
    'move with its comment',
    move,
    'm:\n  a: 1\n  k: x # c\nn:\n  b: 2\n',
    'm:\n  a: 1\nn:\n  b: 2\n  a.b/use: "true" # c\n',
  ],
  [
    'move with its comment to flow',
    move,
    'm:\n  a: 1\n  k: x # c\nn: {b: 2}\n',
    'refused: The comment behind the line has no place in the one-line map it would move to.',
  ],
  [
    'change what a merge brings',
    (root) => [{ kind: 'set-text', at: at(root, 'm.k'), text: 'x' }],
    'b: &b\n  k: 1\nm:\n  <<: *b\n',
    'refused: The entry comes from an anchor, which other places use too.',
  ],
  [
    'remove what a merge brings',
    remove,
    'b: &b\n  k: 1\nm:\n  <<: *b\n  a: 1\n',
    'refused: The entry comes from an anchor, which other places use too.',
  ],
];

it.each(table)('%s', (_, repairs, before, after) => {
  expect(repaired(before, repairs)).toBe(after);
});

describe('a rendered object', () => {
  const origin = rootOf('m:\n    k: x # c\n');
  const rendered = (exact: boolean): RenderedFrom => ({
    by: 'helm',
    root: 'charts/app',
    file: 'charts/app/values.yaml',
    trace: ({ path, part }) => {
      const place = { manifest: origin.manifest, path, part };
      const spot = { source: origin.manifest.source, start: 0, end: 1 };
      return exact ? { spot, exact: place } : { spot };
    },
  });

  it('is edited where its text comes from', () => {
    const root = rootOf('m:\n  k: x\n', rendered(true));
    expect(editsOf(set('yes')(root))).toEqual({
      edits: [{ file: 'a.yaml', line: 2, column: 8, endLine: 2, endColumn: 9, text: '"yes"' }],
    });
  });

  it('is left when no text is exactly this spot', () => {
    expect(editsOf(set('y')(rootOf('m:\n  k: x\n', rendered(false))))).toEqual({
      refused: 'The object is rendered, and no text of the repository is exactly this spot.',
    });
  });
});

describe('the second parser', () => {
  const doubt = (before: string, start: number, end: number, text: string) => {
    const edits = [{ start, end, text }];
    return doubtAbout(before, applyEdits(before, edits), edits);
  };

  it.each([
    ['an edit that swallows what follows', 'a: x\nb: y\n', 3, 4, '"x', /not be valid|more than the spot/],
    [
      'an edit that moves a neighbour into another map',
      'a:\n  b: 1\n  c: 2\n',
      9,
      9,
      '\nd:',
      /more than the spot|not be valid/,
    ],
    ['an edit that changes the indent below it', 'a:\n  b: 1\nc: 2\n', 10, 10, ' ', /more than the spot|not be valid/],
    ['an edit that makes a key twice', 'a: 1\nb: 2\n', 0, 1, 'b', /not be valid/],
    ['an edit that opens a second document', 'a: 1\nb: 2\n', 5, 5, '---\n', /more than the spot/],
    ['an edit of what an alias repeats', 'a: &x {k: 1}\nb: *x\n', 10, 11, '2', /anchored/],
    ['an edit of a file that is broken', 'a: [1\n', 0, 1, 'b', /not YAML for every reader/],
    ['a removal of an anchor that is used', 'a: &x 1\nb: *x\nc: 3\n', 0, 8, '', /anchored/],
  ])('doubts %s', (_, before, start, end, text, why) => {
    expect(doubt(before, start, end, text)).toMatch(why);
  });

  it('does not doubt an anchor that nobody uses, or a change of one scalar among documents', () => {
    expect(doubt('a: &x {k: 1}\nb: 2\n', 10, 11, '2')).toBeUndefined();
    expect(doubt('a: 1\n---\nb: 2\n---\nc: 3\n', 12, 13, '"7"')).toBeUndefined();
  });
});
