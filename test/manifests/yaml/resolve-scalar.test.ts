/** Scalars as Kubernetes reads them: a table, and kubectl itself over the same table. */
import { afterAll, describe, expect, test } from 'vitest';
import { resolveScalar } from '../../../src/manifests/yaml/resolve-scalar.ts';
import { type KubectlPackage, unpackKubectl } from './kubectl.ts';
import { misfits, plainCases, taggedCases, textCases, unspeakableCases } from './scalar-cases.ts';

const plain = plainCases.flatMap(([value, texts]) => texts.split(' ').map((text) => ({ text, value })));
const unspeakable = unspeakableCases.flatMap(([value, texts]) => texts.split(' ').map((text) => ({ text, value })));

describe('resolveScalar', () => {
  test.each(plain)('plain $text is $value', ({ text, value }) => {
    expect(resolveScalar(text, 'plain')).toBe(value);
  });

  test.each(textCases)('plain %s is text', (text) => {
    expect(resolveScalar(text, 'plain')).toBe(text);
  });

  test.each(unspeakable)('plain $text is $value', ({ text, value }) => {
    expect(resolveScalar(text, 'plain')).toBe(value);
  });

  test('nothing is null', () => {
    expect(resolveScalar('', 'plain')).toBeNull();
  });

  test.each(['single', 'double', 'literal', 'folded'] as const)('%s scalars are text', (style) => {
    for (const { text } of plain) expect(resolveScalar(text, style)).toBe(text);
    expect(resolveScalar('', style)).toBe('');
  });

  test.each(taggedCases)('$tag on $style "$text" is $value', ({ tag, style, text, value }) => {
    expect(resolveScalar(text, style, tag)).toBe(value);
  });

  test.each(misfits)('%s on "%s" leaves the text', (tag, text) => {
    expect(resolveScalar(text, 'double', tag)).toBe(text);
  });

  test('base 64 may run over lines', () => {
    expect(resolveScalar('aGVs\nbG8=\n', 'literal', '!!binary')).toBe('hello');
  });
});

describe.each<KubectlPackage>(['h3', 'h4'])('kubectl of %s agrees', (name) => {
  const kubectl = unpackKubectl(name);
  afterAll(() => kubectl?.remove());

  test.skipIf(!kubectl)('on plain scalars', () => {
    const cases = [...plain, ...textCases.map((text) => ({ text, value: text })), { text: '', value: null }];
    const spec = cases.map(({ text }, index) => `k${index}: ${text}`).join('\n');
    const values = Object.fromEntries(cases.map(({ value }, index) => [`k${index}`, value]));
    expect(kubectl?.read(spec)).toEqual({ spec: values });
  });

  test.skipIf(!kubectl)('on tagged scalars', () => {
    const written = (style: string, text: string) => (style === 'plain' ? text : JSON.stringify(text));
    const spec = taggedCases.map(({ tag, style, text }, index) => `k${index}: ${tag} ${written(style, text)}`);
    const values = Object.fromEntries(taggedCases.map(({ value }, index) => [`k${index}`, value]));
    expect(kubectl?.read(spec.join('\n'))).toEqual({ spec: values });
  });

  test.skipIf(!kubectl)('that some numbers cannot be passed on', () => {
    for (const { text } of unspeakable) {
      expect(kubectl?.read(`v: ${text}`)).toEqual({ refusal: expect.stringContaining('unsupported value') });
    }
  });

  test.skipIf(!kubectl)('that text must fit its tag', () => {
    for (const [tag, text] of misfits) {
      const refusal = expect.stringMatching(/cannot decode|invalid base64/);
      expect(kubectl?.read(`v: ${tag} ${JSON.stringify(text)}`), `${tag} ${text}`).toEqual({ refusal });
    }
  });
});
