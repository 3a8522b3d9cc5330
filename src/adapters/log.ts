/** Tells a person on standard error what a run is doing: at once what matters, progress only when it takes long. */
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';

export interface LogOptions {
  /** Where lines go; on a terminal progress overwrites itself. */
  readonly stream: { readonly isTTY?: boolean; write(text: string): unknown };
  readonly clock: Pick<Clock, 'monotonic'>;
  /** Makes foreign text one inert line; runners read standard error for commands too. */
  readonly escape: (text: string) => string;
  readonly debug: boolean;
}

/** Work shorter than this is silent; in milliseconds. */
const patience = 2000;
/** Time between two progress lines, so that a build log stays short and a terminal calm; in milliseconds. */
const pace = { terminal: 100, log: 10_000 };

/** `close` wipes the last progress line off a terminal. */
export function createLog({ stream, clock, escape: inert, debug }: LogOptions): Log & { close(): void } {
  const terminal = stream.isTTY === true;
  const started = clock.monotonic();
  let lastProgress = Number.NEGATIVE_INFINITY;
  let showsProgress = false;

  function wipe(): void {
    if (showsProgress) stream.write('\r\x1b[K');
    showsProgress = false;
  }
  function line(text: string): void {
    wipe();
    stream.write(`${inert(text)}\n`);
  }

  return {
    progress(message) {
      const now = clock.monotonic();
      if (now - started < patience || now - lastProgress < (terminal ? pace.terminal : pace.log)) return;
      lastProgress = now;
      if (!terminal) return line(message);
      wipe();
      stream.write(inert(message));
      showsProgress = true;
    },
    notice: line,
    debug(message) {
      if (debug) line(`debug: ${message}`);
    },
    close: wipe,
  };
}
