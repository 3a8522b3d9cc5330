/** What Kubernetes makes of a scalar: YAML 1.1 with the special ways of the Go reader behind kubectl. */
import { Buffer } from 'node:buffer';
import type { ScalarStyle, ScalarValue } from '../../model/manifest.ts';

/**
 * The value as kubectl reads it (sigs.k8s.io/yaml over go-yaml v2; seen with kubectl 1.32.3 and 1.35.2).
 *
 * `text` is the scalar unquoted and unescaped. `tag` is the short form of an explicit tag (`!!int`, `!Ref`); an explicit
 * core tag makes a quoted scalar resolve too, every other tag makes it text. Text that does not fit its core tag
 * (`!!int abc`) is given back as it is: kubectl refuses such a document. Integers beyond 2^53 lose their last digits
 * here as in every JSON reader; `.inf` and `.nan`, which kubectl cannot pass on, are the numbers they name.
 */
export function resolveScalar(text: string, style: ScalarStyle, tag?: string): ScalarValue {
  switch (tag) {
    case undefined:
      return style === 'plain' ? resolvePlain(text) : text;
    case '!!int':
      return resolveInteger(text) ?? text;
    case '!!float':
      return resolveNumber(text) ?? text;
    case '!!bool':
      return words.get(text) ?? text;
    case '!!null':
      return words.get(text) === null ? null : text;
    case '!!binary':
      return isBase64(text) ? Buffer.from(text, 'base64').toString('utf8') : text;
    default:
      return text;
  }
}

const truths = ['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'];
const falsehoods = ['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'];
const nothings = ['', '~', 'null', 'Null', 'NULL'];

/** Booleans and nulls in exactly these spellings: `yEs` is text. */
const words: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ...truths.map((word) => [word, true] as const),
  ...falsehoods.map((word) => [word, false] as const),
  ...nothings.map((word) => [word, null] as const),
]);

/** Most scalars are longer than any of `words`; this keeps them away from the table. */
const longestWord = 5;

function resolvePlain(text: string): ScalarValue {
  const first = text.charCodeAt(0);
  if (first >= 0x2b && first <= 0x39) return resolveNumber(text) ?? text;
  if (text.length > longestWord) return text;
  const word = words.get(text);
  return word === undefined ? text : word;
}

/** Only infinity takes a sign; again exactly these spellings. */
const infinity = /^([-+]?)\.(?:inf|Inf|INF)$/;
const notANumber = /^\.(?:nan|NaN|NAN)$/;

function resolveNumber(text: string): number | undefined {
  const integer = resolveInteger(text);
  if (integer !== undefined) return integer;
  const special = infinity.exec(text);
  if (special) return special[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (notANumber.test(text)) return Number.NaN;
  // Underscores go anywhere, save in numbers that start with their point: there they must stand between two digits.
  if (text.startsWith('.') && /(?<!\d)_|_(?!\d)/.test(text)) return undefined;
  return /^[-+.\d]/.test(text) ? decimalNumber(text.replaceAll('_', '')) : undefined;
}

/** No base 60 and no hexadecimal fraction; what does not fit a double is text. */
function decimalNumber(text: string): number | undefined {
  if (!/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(text)) return undefined;
  return withoutNegativeZero(Number(text));
}

const decimalInteger = /^[-+]?(?:0|[1-9]\d*)$/;
const basedInteger = /^([-+]?)0(?:[xX](?<hexadecimal>[\da-fA-F]+)|[oO]?(?<octal>[0-7]+)|[bB](?<binary>[01]+))$/;
/** Go strips `0b` and reads the rest with a sign of its own. */
const signInsideBinary = /^0b([-+])(?<binary>[01]+)$/;

/** Go's integer literals: a leading zero means octal, and underscores go anywhere behind the first character. */
function resolveInteger(text: string): number | undefined {
  if (!/^[-+\d]/.test(text)) return undefined;
  const plain = text.replaceAll('_', '');
  if (decimalInteger.test(plain)) return withoutNegativeZero(Number(plain));
  const match = basedInteger.exec(plain) ?? signInsideBinary.exec(plain);
  if (!match) return undefined;
  const { hexadecimal, octal, binary } = match.groups as Record<string, string | undefined>;
  const magnitude = BigInt(hexadecimal ? `0x${hexadecimal}` : octal ? `0o${octal}` : `0b${binary}`);
  return withinRange(match[1] as string, magnitude) ? Number(match[1] === '-' ? -magnitude : magnitude) : undefined;
}

/** 64 bits: without a sign the unsigned range counts as well. */
function withinRange(sign: string, magnitude: bigint): boolean {
  if (sign === '') return magnitude < 2n ** 64n;
  return sign === '-' ? magnitude <= 2n ** 63n : magnitude < 2n ** 63n;
}

/** Finite, and zero without its sign, as it is in the JSON that kubectl makes. */
function withoutNegativeZero(number: number): number | undefined {
  if (!Number.isFinite(number)) return undefined;
  return number === 0 ? 0 : number;
}

/** Standard base 64 with its padding; line ends do not count. */
function isBase64(text: string): boolean {
  const packed = text.replace(/[\r\n]/g, '');
  return packed.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(packed);
}
