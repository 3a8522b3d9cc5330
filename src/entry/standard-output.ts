/** Standard output, whose reader may go away before everything is written (`idwire check | head`). */
import { writeSync } from 'node:fs';

const descriptor = 1;
const retryAfter = 5;

/**
 * Writes the text and returns when it has left the process, or when nobody reads it any more. Straight to the
 * descriptor: nothing can be lost when the process ends, and setting up the stream of Node would cost a sixth of its
 * start-up.
 */
export function print(text: string): void {
  const bytes = new TextEncoder().encode(text);
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
