/** The second reading: off until it is loaded, then the same tree for what both parsers read, and bounded as well. */
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../src/manifests/yaml/limits.ts';
import { loadTolerantParser, tolerantParser } from '../../../src/manifests/yaml/load-tolerant-parser.ts';
import { parseDocument } from '../../../src/manifests/yaml/parse-document.ts';
import { Unreadable } from '../../../src/manifests/yaml/yaml-problem.ts';
import { accepted, refused } from './structure-cases.ts';
import { dataOf, parse, placesOf } from './tree.ts';

/** The fast parser wants the brace deeper than `a`; Kubernetes and the tolerant parser do not. */
const shallow = 'a: {\n  b: [c,\n  d]\n}\ne: !Ref f\n';

describe('before it is loaded', () => {
  test('a text that only the fast parser refuses is a syntax problem', () => {
    expect(tolerantParser()).toBeUndefined();
    const { root, problems } = parse(shallow);
    expect(root).toBeUndefined();
    expect(problems).toEqual([expect.objectContaining({ kind: 'syntax', start: shallow.indexOf('}') })]);
  });

  test('the hot path does not hold it', async () => {
    const { metafile } = await build({
      entryPoints: ['src/manifests/yaml/parse-document.ts'],
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      write: false,
      metafile: true,
      outdir: 'none',
    });
    const chunks = Object.values(metafile.outputs);
    const holdsYaml = (inputs: object) => Object.keys(inputs).some((path) => path.includes('node_modules/yaml/'));
    const entry = chunks.find(({ entryPoint }) => entryPoint?.endsWith('parse-document.ts'));
    const loaded = entry?.imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path) ?? [];
    expect(entry && holdsYaml(entry.inputs)).toBe(false);
    expect(loaded.filter((path) => holdsYaml(metafile.outputs[path]?.inputs ?? {}))).toEqual([]);
    expect(chunks.filter(({ inputs }) => holdsYaml(inputs))).toHaveLength(1);
  });
});

describe('once it is loaded', () => {
  beforeAll(loadTolerantParser);

  test('the text is read, with its places', () => {
    const { root, problems } = parse(shallow);
    expect(dataOf(root)).toEqual({ a: { b: ['c', 'd'] }, e: 'f' });
    expect(placesOf(shallow, root)).toEqual([
      `. ${shallow.trimEnd()}`,
      '/a~ a',
      '/a {\n  b: [c,\n  d]\n}',
      '/a/b~ b',
      '/a/b [c,\n  d]',
      '/a/b/0 c',
      '/a/b/1 d',
      '/e~ e',
      '/e f',
    ]);
    expect(problems).toEqual([expect.objectContaining({ kind: 'tag', start: shallow.indexOf('!') })]);
  });

  test('offsets are those of the whole source', () => {
    const text = `x: 1\n---\n${shallow}---\ny: 2\n`;
    const { root } = parseDocument({ path: 'a.yaml', text }, 8, 9 + shallow.length);
    expect(placesOf(text, root)).toContain('/a/b/1 d');
  });

  // Left out: braces that only one reads, and a first key with a tag or anchor, where they start the map differently.
  const both = accepted
    .filter((snippet) => !/\{\n|\[\n|^(?:\? )?[!&]/.test(snippet))
    .concat('a: |\n  b\n\n\nc:  # d\n- \n-\n# e\n', 'a: !x &y z', 'a: &y !<!x> z', '[!x y, {!y z: !z }]');
  test.each(both)('both parsers give %j the same tree', (snippet) => {
    const builder = tolerantParser()?.(snippet, 0, defaultLimits);
    const { root, problems } = parse(snippet);
    expect(builder?.root).toEqual(root);
    expect(builder?.problems).toEqual(problems);
  });

  test.each(refused)('%j stays refused', (snippet) => {
    let refusal: unknown;
    try {
      refusal = tolerantParser()?.(snippet, 0, defaultLimits);
    } catch (error) {
      refusal = error;
    }
    if (refusal !== undefined) expect(refusal).toBeInstanceOf(Unreadable);
  });

  test('what both refuse keeps the exact place of the first fault', () => {
    const text = 'a: {\n}\nb: c: d\n';
    const { problems } = parse(text);
    expect(problems).toEqual([expect.objectContaining({ kind: 'syntax' })]);
  });

  test.each([
    ['brackets', '['.repeat(60_000)],
    ['closed brackets', '['.repeat(60_000) + ']'.repeat(60_000)],
    ['just too many', '['.repeat(201) + ']'.repeat(201)],
    ['dashes', `\n  ${'- '.repeat(60_000)}`],
  ])('nesting by %s is bounded', (_name, deep) => {
    const { root, problems } = parse(`${shallow}z: ${deep}`);
    expect(root).toBeUndefined();
    expect(problems).toEqual([expect.objectContaining({ kind: 'limit' })]);
  });

  test('expansion is bounded', () => {
    const text = `${shallow}x: &x [${'y,'.repeat(400)}]\nz: [${'*x,'.repeat(400)}]`;
    expect(parse(text).problems).toContainEqual(expect.objectContaining({ kind: 'limit' }));
  });

  test('a long text is not read again', () => {
    const text = `${shallow}${'# comment\n'.repeat(30_000)}`;
    expect(parse(text)).toMatchObject({ root: undefined, problems: [{ kind: 'syntax' }] });
  });
});
