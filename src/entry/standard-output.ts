/** Standard output, whose reader may go away before everything is written (`idwire check | head`). */

const gone = new Set(['EPIPE', 'ERR_STREAM_DESTROYED']);

/** Resolves when the text has left the process, or when nobody reads it any more. */
export async function print(text: string): Promise<void> {
  const { stdout } = process;
  if (stdout.listenerCount('error') === 0) stdout.on('error', ignoreGoneReader);
  await new Promise<void>((resolve, reject) => {
    stdout.write(text, (error) => (error && !isGone(error) ? reject(error) : resolve()));
  });
}

function ignoreGoneReader(error: Error): void {
  if (!isGone(error)) throw error;
}

function isGone(error: Error): boolean {
  return 'code' in error && gone.has(String(error.code));
}
