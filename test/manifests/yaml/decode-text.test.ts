/** Bytes as text, in every encoding that repositories were seen to hold, and nothing for binary data. */
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/manifests/yaml/decode-text.ts';

const ascii = 'apiVersion: v1\r\nkind: Service\n';
const unicode = 'name: ä€😀\n';
const mark = '\ufeff';

function utf8(text: string): Buffer {
  return Buffer.from(text, 'utf8');
}

function utf16(text: string, order: 'little' | 'big'): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'little' ? bytes : bytes.swap16();
}

describe('decodeText', () => {
  test.each([
    ['ASCII', utf8(ascii), ascii],
    ['nothing', utf8(''), ''],
    ['one character', utf8('a'), 'a'],
    ['UTF-8', utf8(unicode), unicode],
    ['UTF-8 with a mark', utf8(mark + unicode), unicode],
    ['ASCII with a mark', utf8(mark + ascii), ascii],
    ['a mark alone', utf8(mark), ''],
    ['a second mark', utf8(mark + mark + ascii), mark + ascii],
    ['UTF-16 little endian with a mark', utf16(mark + unicode, 'little'), unicode],
    ['UTF-16 big endian with a mark', utf16(mark + unicode, 'big'), unicode],
    ['UTF-16 little endian', utf16(unicode, 'little'), unicode],
    ['UTF-16 big endian', utf16(unicode, 'big'), unicode],
    ['a mark of UTF-16 alone', utf16(mark, 'little'), ''],
  ])('%s', (_name, bytes, text) => {
    expect(decodeText(bytes)).toBe(text);
  });

  test.each([
    ['a NUL in ASCII', utf8('name: a\0b')],
    ['invalid UTF-8', Buffer.from([0x61, 0x3a, 0xe4, 0x0a])],
    ['a half surrogate pair in UTF-16', utf16(`${mark}a\ud83d b`, 'little')],
    ['an odd number of bytes of UTF-16', utf16(mark + ascii, 'little').subarray(0, -1)],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])],
    ['a 16-bit binary file', Buffer.from(Uint16Array.from([1, 2, 3, 500, 40_000]).buffer)],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0])],
    ['compressed data', deflateSync(utf8(ascii.repeat(9)))],
  ])('no text: %s', (_name, bytes) => {
    expect(decodeText(bytes)).toBeUndefined();
  });

  test.each([
    ['ASCII', utf8(ascii), ascii],
    ['UTF-8', utf8(unicode), unicode],
    ['UTF-16', utf16(mark + unicode, 'big'), unicode],
    ['large ASCII', utf8(ascii.repeat(100_000)), ascii.repeat(100_000)],
  ])('keeps nothing of the buffer, and leaves it as it was: %s', (_name, bytes, text) => {
    const before = Buffer.from(bytes);
    const decoded = decodeText(bytes);
    expect(bytes.equals(before)).toBe(true);
    bytes.fill(0x78);
    expect(decoded).toBe(text);
  });

  test('reads only its part of a larger buffer', () => {
    const shared = new Uint8Array(utf8(`xx${ascii}yy`));
    expect(decodeText(shared.subarray(2, 2 + ascii.length))).toBe(ascii);
  });
});
