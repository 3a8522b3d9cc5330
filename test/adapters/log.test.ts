/** Progress comes only with long work and at a calm pace; notices at once; nothing hostile gets through. */
import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/adapters/log.ts';
import { escapeLine } from '../../src/report/escape.ts';

/** A log over a clock that is set by hand, and all it wrote. */
function logAt(options: { terminal: boolean; debug?: boolean }) {
  const time = { now: 0 };
  const written: string[] = [];
  const log = createLog({
    stream: { isTTY: options.terminal, write: (text) => written.push(text) },
    clock: { monotonic: () => time.now },
    escape: escapeLine,
    debug: options.debug ?? false,
  });
  return { log, time, written };
}

describe('progress', () => {
  it('is silent for two seconds', () => {
    const { log, time, written } = logAt({ terminal: true });
    for (time.now = 0; time.now < 2000; time.now += 100) log.progress('working');
    log.close();
    expect(written).toEqual([]);
  });

  it('overwrites itself on a terminal and is gone at the end', () => {
    const { log, time, written } = logAt({ terminal: true });
    time.now = 2500;
    log.progress('one');
    time.now = 2550;
    log.progress('too soon');
    time.now = 2700;
    log.progress('two');
    log.close();
    expect(written).toEqual(['one', '\r\x1b[K', 'two', '\r\x1b[K']);
  });

  it('is a line every ten seconds in a build log', () => {
    const { log, time, written } = logAt({ terminal: false });
    for (time.now = 0; time.now <= 25_000; time.now += 500) log.progress(`at ${time.now}`);
    log.close();
    expect(written).toEqual(['at 2000\n', 'at 12000\n', 'at 22000\n']);
  });
});

describe('lines', () => {
  it('wipe progress first', () => {
    const { log, time, written } = logAt({ terminal: true });
    time.now = 3000;
    log.progress('working');
    log.notice('look');
    expect(written).toEqual(['working', '\r\x1b[K', 'look\n']);
  });

  it('are inert and stay one line', () => {
    const { log, written } = logAt({ terminal: false });
    log.notice('a\n::error::b ##[add-mask]c');
    expect(written).toEqual(['a\\n:\\u003aerror:\\u003ab #\\u0023[add-mask]c\n']);
  });

  it('for debugging are shown only when asked for', () => {
    const quiet = logAt({ terminal: false });
    quiet.log.debug('details');
    expect(quiet.written).toEqual([]);
    const open = logAt({ terminal: false, debug: true });
    open.log.debug('details');
    expect(open.written).toEqual(['debug: details\n']);
  });
});
