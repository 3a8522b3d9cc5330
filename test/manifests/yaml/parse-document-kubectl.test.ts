/** Documents as Kubernetes reads them: kubectl itself over snippets on which a reader can go wrong. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadTolerantParser } from '../../../src/manifests/yaml/load-tolerant-parser.ts';
import { unpackKubectl } from './kubectl.ts';
import { randomYaml } from './random-yaml.ts';
import { accepted, readNevertheless, refused } from './structure-cases.ts';
import { dataOf, parse } from './tree.ts';

const kubectl = unpackKubectl('h4');

beforeAll(loadTolerantParser);
afterAll(() => kubectl?.remove());

describe('parseDocument', () => {
  test.each(accepted)('reads %j', (snippet) => {
    const { root, problems } = parse(snippet);
    expect(root).toBeDefined();
    expect(problems.filter(({ kind }) => kind === 'syntax' || kind === 'limit')).toEqual([]);
  });

  test.each(refused)('refuses %j', (snippet) => {
    const { root, problems } = parse(snippet);
    expect(root).toBeUndefined();
    expect(problems).toEqual([expect.objectContaining({ kind: 'syntax' })]);
  });

  test.each(readNevertheless)('reads %j', (snippet) => {
    const { root, problems } = parse(snippet);
    expect(root).toBeDefined();
    expect(problems).toEqual([]);
  });
});

describe.skipIf(!kubectl)('kubectl', () => {
  test('reads the same data', () => {
    const data = accepted.map((snippet) => ({ snippet, data: dataOf(parse(snippet).root) }));
    const seen = kubectl?.readAll(accepted).map((spec, index) => ({ snippet: accepted[index], data: spec }));
    expect(seen).toEqual(data);
  });

  test('reads the same data in random documents', () => {
    const documents = Array.from({ length: 500 }, (_, seed) => randomYaml(seed, 3 + (seed % 5)).trimEnd());
    const data = documents.map((text) => ({ text, data: dataOf(parse(text).root) }));
    const seen = kubectl?.readAll(documents).map((spec, index) => ({ text: documents[index], data: spec }));
    expect(seen).toEqual(data);
  });

  test.each([...refused, ...readNevertheless])('refuses %j', (snippet) => {
    expect(kubectl?.read(snippet)).toEqual({ refusal: expect.stringContaining('error') });
  });
});
