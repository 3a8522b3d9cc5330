/** Streams cut into documents: what each document's text is, and that a real parser sees the same documents. */
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { splitDocuments } from '../../../src/manifests/yaml/split-documents.ts';

function pieces(text: string): string[] {
  return splitDocuments(text).spans.map(({ start, end }) => text.slice(start, end));
}

/** The documents that say something, by the other parser. */
function saidIn(text: string): unknown[] {
  const documents = parseAllDocuments(text).map((document) => document.toJS() as unknown);
  return documents.filter((document) => document !== null);
}

const cases: readonly (readonly [name: string, text: string, pieces: readonly string[]])[] = [
  ['nothing', '', ['']],
  ['one document', 'a: 1\n', ['a: 1\n']],
  ['an opening marker', '---\na: 1\n', ['\na: 1\n']],
  ['two documents', 'a: 1\n---\nb: 2\n', ['a: 1\n', '\nb: 2\n']],
  ['a comment before the first marker', '# licence\n\n---\na: 1\n', ['\na: 1\n']],
  ['a comment alone', '# licence\n', ['# licence\n']],
  ['comments on markers', '--- # one\na: 1\n--- #two\nb: 2\n', [' # one\na: 1\n', ' #two\nb: 2\n']],
  ['text on a marker', '--- text\n--- |\n  block\n---\t"x"', [' text\n', ' |\n  block\n', '\t"x"']],
  ['an empty document between markers', 'a: 1\n---\n---\nb: 2\n', ['a: 1\n', '\n', '\nb: 2\n']],
  ['an empty document at the end', 'a: 1\n---\n', ['a: 1\n', '\n']],
  ['a marker at the very end', 'a: 1\n---', ['a: 1\n', '']],
  ['markers alone', '---\n---', ['\n', '']],
  ['Windows line ends', '---\r\na: 1\r\n---\r\nb: 2\r\n', ['\r\na: 1\r\n', '\r\nb: 2\r\n']],
  ['old Macintosh line ends', 'a: 1\r---\rb: 2', ['a: 1\r', '\rb: 2']],
  ['an end marker', 'a: 1\n...\n', ['a: 1\n']],
  ['a document behind an end marker', 'a: 1\n...\nb: 2\n', ['a: 1\n', '\nb: 2\n']],
  ['an end marker before a marker', 'a: 1\n... # end\n# next\n---\nb: 2\n', ['a: 1\n', '\nb: 2\n']],
  ['directives', '%YAML 1.2\n---\na: 1\n', ['%YAML 1.2\n---\na: 1\n']],
  [
    'directives of a later document',
    'a: 1\n...\n# c\n%TAG !e! tag:example.com:\n---\nb: 2\n---\nc: 3\n',
    ['a: 1\n', '\n# c\n%TAG !e! tag:example.com:\n---\nb: 2\n', '\nc: 3\n'],
  ],
  ['a percent sign that is no directive', 'a: |\n  x\n  %y\n---\nb: 2\n', ['a: |\n  x\n  %y\n', '\nb: 2\n']],
  [
    'dashes that are no marker',
    'a: |\n  ---\n  x\nb: ---\n----\n---c: 1\n',
    ['a: |\n  ---\n  x\nb: ---\n----\n---c: 1\n'],
  ],
  ['dots that are no marker', 'a: |\n  ...\n....\n...b: 1\n', ['a: |\n  ...\n....\n...b: 1\n']],
  ['a comment of dashes', '# ------\n# --- x\n#---\na: 1\n', ['# ------\n# --- x\n#---\na: 1\n']],
  ['files that were joined with their marks', '---\na: 1\n\ufeff---\nb: 2\n', ['\na: 1\n', '\nb: 2\n']],
  ['JSON', '{"a": "---", "b": [\n1\n]}', ['{"a": "---", "b": [\n1\n]}']],
];

describe('splitDocuments', () => {
  test.each(cases)('%s', (_name, text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });

  test.each([
    ['fewer', 2, false],
    ['as many', 3, false],
    ['more', 4, true],
  ])('%s documents than the limit', (_name, count, truncated) => {
    const text = Array(count).fill('a: 1\n').join('---\n');
    const result = splitDocuments(text, 3);
    expect(result.truncated).toBe(truncated);
    expect(result.spans).toEqual(splitDocuments(text).spans.slice(0, 3));
  });

  test('takes a stream of nothing but markers for what it is', () => {
    const { spans, truncated } = splitDocuments('---\n'.repeat(20_000));
    expect({ count: spans.length, truncated }).toEqual({ count: 10_000, truncated: true });
  });

  // Quadratic work on texts of this size takes minutes, and the test its time limit.
  test.each(['-', '.', '--- ---', '#\n', '\n---x', '\n---\n...'])('is quick on eight megabytes of %j', (unit) => {
    const { spans } = splitDocuments(unit.repeat(8_000_000 / unit.length), 5);
    expect(spans.length).toBeLessThanOrEqual(5);
  });

  test('finds the documents that a parser finds', () => {
    const bodies = [
      'a: 1',
      '- x\n- y',
      '"text"',
      '|\n  ---\n  block',
      '{a: "--- b"}',
      '# only a comment',
      'a: >\n  ...',
    ];
    const joints = ['\n---\n', '\n--- # c\n', '\n...\n---\n', '\r\n---\r\n', '\n...\n# c\n---\n', '\n---\t\n'];
    for (const first of bodies) {
      for (const second of bodies) {
        for (const joint of joints) {
          const text = `${first}${joint}${second}\n`;
          const split = pieces(text).flatMap(saidIn);
          expect(split, JSON.stringify(text)).toEqual(saidIn(text));
        }
      }
    }
  });
});
