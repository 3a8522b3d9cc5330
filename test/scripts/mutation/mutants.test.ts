/** Mutants change the conditions of a check, one at a time, and nothing else. */
import { describe, expect, test } from 'vitest';
import { mutantsOf } from '../../../scripts/mutation/mutants.ts';

const rule = (body: string, more = '') =>
  `export const rule = defineRule({\n  id: 'a',\n  *check(world) {\n    ${body}\n  },\n});\n${more}`;
const changes = (text: string) => mutantsOf(text).map(({ change }) => change);

describe('a condition', () => {
  test.each([
    ['if (a) return;', ['a -> !(a)']],
    ["yield { severity: a ? 'error' : 'note' };", ['a -> !(a)']],
    ['f(a && b);', ['&& -> ||']],
    ['f(a === b);', ['=== -> !==']],
    ['f(a < b);', ['< -> >=', '< -> <=']],
    ['f(!a);', ['!a -> Boolean(a)']],
    ['f(list.filter(g));', ['.filter(g) -> (dropped)']],
    ['f(list.find(g));', ['.find(g) -> .at(0)']],
    ['f(list.some(g));', ['some -> every']],
    ['f(a ?? b);', []],
  ])('%s', (body, expected) => {
    expect(changes(rule(body)).map((change) => change.replace(/ {2}-> {2}/, ' -> '))).toEqual(expected);
  });

  test('is changed where it stands, and the rest is kept', () => {
    const text = rule('if (a) return;');
    expect(mutantsOf(text)).toEqual([{ line: 4, change: 'a  ->  !(a)', text: text.replace('if (a)', 'if (!(a))') }]);
  });

  test('counts in functions and constants that the check reaches', () => {
    expect(changes(rule('yield* f(world);', 'function f(w) { return g(w); }\nconst g = (w) => !w;\n'))).toHaveLength(1);
  });
});

describe('left alone', () => {
  test.each([
    ['examples and what only they use', rule('f();', 'const h = (a) => !a;\nexport const examples = { bad: h(1) };\n')],
    ['words', rule('yield { message: a ? b : c, related: a ? b : c };')],
    ['templates', rule(`f(${'`$'}{a ? b : c}${'`'});`)],
    ['fixes', rule("yield { ...(a && { fix: { safety: 'safe' } }) };")],
    ['files without a rule', 'export const other = (a) => !a;\n'],
  ])('%s', (_, text) => {
    expect(changes(text)).toEqual([]);
  });
});
