/** Flux's substitution, expression by expression, and what it refuses. */
import { describe, expect, it } from 'vitest';
import {
  brokenSubstitution,
  fluxReader,
  fluxResolver,
  substitute,
  substitutedText,
  unfilledVariables,
} from '../../../src/manifests/envsubst/envsubst.ts';
import { literalOf } from '../../../src/model/partial-text.ts';

const values = new Map([
  ['A', 'orders-prod'],
  ['E', ''],
  ['P', '/opt/data/file.tar.gz'],
  ['O', 'id-${OUTER}'],
]);
const closed = { values, open: false };
const open = { values, open: true };

describe('substitute', () => {
  it.each([
    ['plain', 'plain'],
    ['${A}', 'orders-prod'],
    ['x-${A}-y', 'x-orders-prod-y'],
    ['$A stays', '$A stays'],
    ['$${A}', '${A}'],
    ['a$$b', 'a$b'],
    ['${E}', ''],
    ['${A:-d}', 'orders-prod'],
    ['${E:-d}', 'd'],
    ['${E:=d}', 'd'],
    ['${E=d}', 'd'],
    ['${E:-}', ''],
    ['${N:-d}', 'd'],
    ['${N:=d}', 'd'],
    ['${N:-${A}}', 'orders-prod'],
    ['${N:-x${A}y}', 'xorders-prody'],
    ['${N:-${M:-deep}}', 'deep'],
    ['${A:+other}', 'orders-prod'],
    ['${#A}', '11'],
    ['${A:7}', 'prod'],
    ['${A:0:6}', 'orders'],
    ['${A:7:99}', 'prod'],
    ['${A:-4}', 'orders-prod'],
    ['${A:1:-1}', 'rders-pro'],
    ['${A:99}', ''],
    ['${A^}', 'Orders-prod'],
    ['${A^^}', 'ORDERS-PROD'],
    ['${A,,}', 'orders-prod'],
    ['${A/o/0}', '0rders-prod'],
    ['${A//o/0}', '0rders-pr0d'],
    ['${A//-/}', 'ordersprod'],
    ['${A/#orders/x}', 'x-prod'],
    ['${A/%prod/x}', 'orders-x'],
    ['${P//\\//-}', '-opt-data-file.tar.gz'],
    ['${A#orders-}', 'prod'],
    ['${P##*/}', 'file.tar.gz'],
    ['${P#*/}', 'opt/data/file.tar.gz'],
    ['${P%.*}', '/opt/data/file.tar'],
    ['${P%%.*}', '/opt/data/file'],
  ])('%s is %s', (text, expected) => {
    expect(literalOf(substitute(text, closed))).toBe(expected);
  });

  it.each([
    ['${N}', ['${N}']],
    ['a-${N}-${A}', ['${N}']],
    ['${N^^}', ['${N^^}']],
    ['${O}', ['${OUTER}']],
    ['${O^^}', ['${O^^}']],
    ['${A-d}', ['${A-d}']],
  ])('%s keeps its symbols', (text, symbols) => {
    expect(substitute(text, closed).symbols).toEqual(symbols);
  });

  it('leaves a default open while more values may come from elsewhere', () => {
    expect(substitute('${N:-d}', open).symbols).toEqual(['${N:-d}']);
    expect(literalOf(substitute('${E:-d}', open))).toBe('d');
  });

  it('writes what it knows into a whole text and leaves the rest as it is', () => {
    expect(substitutedText('a: ${A}\nb: ${N}\nc: ${A-x}\nd: $${A}\n', closed)).toBe(
      'a: orders-prod\nb: ${N}\nc: ${A-x}\nd: ${A}\n',
    );
  });
});

describe('placeholders', () => {
  it('resolves symbols of its own style alone', () => {
    const resolve = fluxResolver(closed);
    expect(['${A}', '$(A)', '__A__', '${N}', '${O}'].map(resolve)).toEqual([
      'orders-prod',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('reads text as Flux leaves it', () => {
    const read = fluxReader(closed);
    expect(read('${A}/$(B)/${O}')).toEqual({ pieces: ['orders-prod/', '/id-', ''], symbols: ['$(B)', '${OUTER}'] });
    expect(read('$${A}')).toEqual({ pieces: ['${A}'], symbols: [] });
  });

  it('names what nothing fills', () => {
    expect([...unfilledVariables('${A} ${N} ${M:-d} ${K:-${L}} $${X} $Y', closed)]).toEqual(['N', 'L']);
  });
});

describe('broken expressions', () => {
  it.each([
    ['"${ENABLE_WORKLOAD_IDENTITY:fals}e"', '${ENABLE_WORKLOAD_IDENTITY:fals}', 'ignored'],
    ['${USE:true}', '${USE:true}', 'ignored'],
    ['${A', '${A', 'refused'],
    ['x: ${A\ny: }', '${A', 'refused'],
    ['${A-d}', '${A-d}', 'refused'],
    ['${A.b}', '${A.b}', 'refused'],
    ['${}', '${}', 'refused'],
    ['${A:}', '${A:}', 'refused'],
    ['${ A }', '${ A }', 'refused'],
  ])('%s', (text, stretch, effect) => {
    const broken = brokenSubstitution(text);
    expect(broken && text.slice(broken.start, broken.end)).toBe(stretch);
    expect(broken?.effect).toBe(effect);
    expect(broken?.why).not.toBe('');
  });

  it.each(['${A}', '${A:-d}', '${A:2}', '${A: 2}'.replace(' ', ''), '$A', '$${A-d}', 'no {braces}', '${A:1:2}'])(
    '%s is whole',
    (text) => {
      expect(brokenSubstitution(text)).toBeUndefined();
    },
  );
});
