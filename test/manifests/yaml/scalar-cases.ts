/** Scalars and what kubectl 1.32.3 and 1.35.2 were seen to make of them. */
import type { ScalarStyle, ScalarValue } from '../../../src/model/manifest.ts';

/** Plain scalars by their value. */
export const plainCases: readonly (readonly [value: ScalarValue, texts: string])[] = [
  [true, 'y Y yes Yes YES on On ON true True TRUE'],
  [false, 'n N no No NO off Off OFF false False FALSE'],
  [null, 'null Null NULL ~'],
  [0, '0 -0 +0 00 0x0 0b0 -0.0 0.0 0e0 1e-400 0_'],
  [1, '1 +1 01 1. 1.0 +1.0 1.0e0 1_ +_1 0x1_ 0_x1 0_b1 0b+1 0x01 0o1'],
  [-1, '-1 -_1 -0x1 -0b1 -0_b1 0b-1 -1.0 -0o1'],
  [8, '010 +010 0_10 08 0o10 8e0'],
  [9, '09 9 0b1001 0B1001 9.0'],
  [18, '018 0x12 0X12 022 0o22 0O22'],
  [31, '0x1F 0X1f +0x1F 0x_1F 037'],
  [-31, '-0x1F -037 -0o37 -0b11111'],
  [0.5, '.5 +.5 0.5 00.5 .5_0 5e-1 5E-1'],
  [-0.5, '-.5 -0.5 -._5'],
  [1000, '1e3 1E3 1e+3 1.e3 1_000 1__000 1_e3 .1e4'],
  [3600, '3600 3600.0 3_600 3.6e3'],
  [86400.25, '86400.25 86_400.25'],
  [10_000_000_000, '10000000000 1e1_0'],
  [
    2 ** 63,
    '9223372036854775808 0x8000000000000000 0b1000000000000000000000000000000000000000000000000000000000000000',
  ],
  [-(2 ** 63), '-9223372036854775808 -9223372036854775809 -0x8000000000000000'],
  [2 ** 64, '18446744073709551615 18446744073709551616 0xFFFFFFFFFFFFFFFF 01777777777777777777777'],
  [7.777777777777778e23, '0777777777777777777777777'],
];

/** Plain scalars that stay text. */
export const textCases: readonly string[] = [
  'yEs nO oN oFF tRUE fALSE nULL t f T F nil none None yes! true. ～ ١ １',
  '0o 0o8 0x 0xg 0b 0b2 0x+1 -0b+1 --1 +-1 + -. _ _1 0xFFFFFFFFFFFFFFFFF -0x8000000000000001 +0x8000000000000000',
  '. .. e3 1e 1e+ .e3 1e400 -1e400 .5e400 ._5 .5_ .5__0 .5_e3 0x1p3 0x1.8p3 1.2.3 1e3.5 1d 1f .5f .0x1',
  '12:30:45 1:30 190:20:30 190:20:30.15 1,000 0.1.0 v1 1Gi 100m 1% $1',
  '2001-01-01 2001-1-1 2001-01 2001-01-01T00:00:00Z 2001-12-15T2:59:43.1Z 2001-12-14t21:59:43.10-05:00',
  'infinity inf NaN nan .Nan .INf +.nan -.nan .infx << = <<< -_. 0_.0_. -flag --port=8080',
].flatMap((line) => line.split(' '));

/** Numbers that JSON has no word for; kubectl refuses the document. */
export const unspeakableCases: readonly (readonly [value: number, texts: string])[] = [
  [Number.POSITIVE_INFINITY, '.inf .Inf .INF +.inf +.Inf +.INF'],
  [Number.NEGATIVE_INFINITY, '-.inf -.Inf -.INF'],
  [Number.NaN, '.nan .NaN .NAN'],
];

export interface TaggedCase {
  readonly tag: string;
  readonly style: ScalarStyle;
  readonly text: string;
  readonly value: ScalarValue;
}

/** Explicit tags on scalars that kubectl accepts. */
export const taggedCases: readonly TaggedCase[] = (
  [
    ['!!str', 'plain', '12', '12'],
    ['!!str', 'plain', 'yes', 'yes'],
    ['!!str', 'plain', '', ''],
    ['!!str', 'plain', 'null', 'null'],
    ['!!int', 'double', '12', 12],
    ['!!int', 'plain', '0b11', 3],
    ['!!int', 'double', '0x1F', 31],
    ['!!int', 'plain', '1_000', 1000],
    ['!!float', 'plain', '3', 3],
    ['!!float', 'double', '3', 3],
    ['!!float', 'plain', '0x10', 16],
    ['!!float', 'double', '1_0.5', 10.5],
    ['!!bool', 'plain', 'yes', true],
    ['!!bool', 'double', 'no', false],
    ['!!null', 'double', '', null],
    ['!!null', 'plain', '', null],
    ['!!null', 'double', 'null', null],
    ['!!timestamp', 'plain', '2001-01-01', '2001-01-01'],
    ['!!binary', 'plain', 'aGVsbG8=', 'hello'],
    ['!!binary', 'double', '', ''],
    ['!!binary', 'plain', 'gA==', '\ufffd'],
    ['!!merge', 'plain', 'a', 'a'],
    ['!!value', 'plain', '=', '='],
    ['!!unknown', 'plain', '3', '3'],
    ['!', 'plain', '12', '12'],
    ['!', 'double', 'a', 'a'],
    ['!', 'plain', '', ''],
    ['!Ref', 'plain', '12', '12'],
    ['!Ref', 'plain', '', ''],
    ['!Sub', 'double', 'x', 'x'],
  ] as const
).map(([tag, style, text, value]) => ({ tag, style, text, value }));

/** Text that does not fit its tag; kubectl refuses the document. */
export const misfits: readonly (readonly [tag: string, text: string])[] = [
  ['!!int', 'abc'],
  ['!!int', '1.5'],
  ['!!int', ''],
  ['!!int', 'true'],
  ['!!int', ' 1'],
  ['!!int', '_1'],
  ['!!int', '2001-01-01'],
  ['!!float', 'abc'],
  ['!!float', ''],
  ['!!bool', '1'],
  ['!!bool', ''],
  ['!!null', 'abc'],
  ['!!binary', 'abc'],
  ['!!binary', '%%%%'],
  ['!!binary', 'aGVs bG8='],
];
