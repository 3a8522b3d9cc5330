/** Bytes of a file as text: UTF-8 and UTF-16 with or without a byte order mark, and a clear no for anything binary. */
import { Buffer, isAscii, isUtf8 } from 'node:buffer';

type ByteOrder = 'little' | 'big';

/** Binary data in 16-bit units can look like UTF-16; control characters and half surrogate pairs give it away. */
const notText = /[^\P{Cc}\t\n\v\f\r\x85]|\p{Surrogate}|\p{Noncharacter_Code_Point}/u;

/**
 * The text of a file without its byte order mark; undefined when the bytes are no text: a NUL character, invalid UTF-8,
 * half surrogate pairs. The text never refers to `bytes`, so the caller may reuse its buffer at once.
 *
 * UTF-16 is what Windows PowerShell writes with `>`; real repositories hold manifests in it. Without a mark it is
 * recognised by the zero half of two leading ASCII characters (YAML 1.2 section 5.2, RFC 4627 section 3).
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const marked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const order = utf16Order(marked);
  if (order) return decodeUtf16(marked, order);
  const buffer = startsWithUtf8Mark(marked) ? marked.subarray(3) : marked;
  if (buffer.includes(0)) return undefined;
  // One byte per character in memory, searched and sliced at full speed: nearly every manifest is plain ASCII.
  if (isAscii(buffer)) return buffer.toString('latin1');
  return isUtf8(buffer) ? buffer.toString('utf8') : undefined;
}

function startsWithUtf8Mark(buffer: Buffer): boolean {
  return buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf;
}

function utf16Order(buffer: Buffer): ByteOrder | undefined {
  const [a, b, c, d] = buffer;
  if (a === 0xff && b === 0xfe) return 'little';
  if (a === 0xfe && b === 0xff) return 'big';
  if (a && b === 0 && c && d === 0) return 'little';
  if (a === 0 && b && c === 0 && d) return 'big';
  return undefined;
}

function decodeUtf16(buffer: Buffer, order: ByteOrder): string | undefined {
  if (buffer.length % 2 !== 0) return undefined;
  const text = (order === 'little' ? buffer : Buffer.from(buffer).swap16()).toString('utf16le');
  if (notText.test(text)) return undefined;
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
