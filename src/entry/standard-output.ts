/** Standard output, whose reader may go away before everything is written (`idwire check | head`). */
import { fstatSync, writeSync } from 'node:fs';
import type { Environment } from '../hosts/environment.ts';

const descriptor = 1;
const retryAfter = 5;

/**
 * Writes the text and returns when it has left the process, or when nobody reads it any more. Straight to the
 * descriptor: nothing can be lost when the process ends, and setting up the stream of Node would cost a sixth of its
 * start-up.
 */
export function print(text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (thrown) {
      const code = (thrown as NodeJS.ErrnoException).code;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw thrown;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, retryAfter);
    }
  }
}

/**
 * Whether a person looks at what is written to a descriptor (1 or 2). Node's own answer brings its network sockets
 * along, so it is only asked where there can be a terminal: one on Windows, or one that says in TERM what it can do.
 */
export function isTerminal(stream: 1 | 2, environment: Environment): boolean {
  if (!environment.TERM && process.platform !== 'win32') return false;
  return fstatSync(stream).isCharacterDevice() && process.getBuiltinModule('node:tty').isatty(stream);
}
