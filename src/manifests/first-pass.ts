/** The first pass over raw bytes: many files are searched as one text, and only those that can matter are decoded. */
import { accountsDeclared, accountsUsed, findInteresting } from './interests.ts';

/** What the first pass found in one file. Its `bytes` are only valid during the call that hands it over. */
export interface FirstLook {
  readonly path: string;
  readonly bytes: () => Uint8Array;
  /** Something in it matters by itself, or it is no one-byte text and has to be decoded to know. */
  readonly interesting: boolean;
  /** Names that a second pass may ask for, as `namesIn` gives them. */
  readonly names: readonly string[];
  /** Documents by their separators. */
  readonly documents: number;
}

/** Large enough that searching costs little more than reading, small beside what a run needs anyway. */
const batchBytes = 2 * 1024 * 1024;

/** Collects files and looks at them a batch at a time; `flush` looks at what is left. */
export class FirstPass {
  private readonly buffer = Buffer.allocUnsafeSlow(batchBytes);
  private readonly look: (look: FirstLook) => void;
  private paths: string[] = [];
  private ends: number[] = [];
  private used = 0;

  constructor(look: (look: FirstLook) => void) {
    this.look = look;
  }

  /** Takes a copy of the bytes, since the reader reuses its buffer. */
  add(path: string, bytes: Uint8Array): void {
    if (this.used + bytes.length + 1 > batchBytes) this.flush();
    if (bytes.length + 1 > batchBytes) {
      lookAt(Buffer.from(bytes), [path], [bytes.length], this.look);
      return;
    }
    this.buffer.set(bytes, this.used);
    this.used += bytes.length;
    this.paths.push(path);
    this.ends.push(this.used);
    // A line feed between files, so that nothing matches across them.
    this.buffer[this.used] = 0x0a;
    this.used += 1;
  }

  flush(): void {
    const { paths, ends, used } = this;
    [this.paths, this.ends, this.used] = [[], [], 0];
    if (paths.length > 0) lookAt(this.buffer.subarray(0, used), paths, ends, this.look);
  }
}

function lookAt(
  buffer: Buffer,
  paths: readonly string[],
  ends: readonly number[],
  look: (look: FirstLook) => void,
): void {
  const view = buffer.toString('latin1');
  const interesting = filesMatching(view, ends, findInteresting);
  const wide = filesHolding(buffer, ends, 0);
  const pods = filesHolding(view, ends, 'containers');
  // `serviceAccountName` of pods and `kind: ServiceAccount` alike, so that one search finds both.
  const naming = filesHolding(view, ends, 'erviceAccount');
  const documents = countDocuments(view, ends);
  let start = 0;
  for (const [index, path] of paths.entries()) {
    const from = start;
    const end = ends[index] as number;
    // Cut out only where there is something to read in it; most files are never made a text of their own.
    const text = naming[index] ? view.slice(start, end) : '';
    look({
      path,
      bytes: () => buffer.subarray(from, end),
      interesting: interesting[index] === 1 || wide[index] === 1,
      names: text === '' ? (pods[index] ? ['default'] : []) : namesIn(text),
      documents: documents[index] as number,
    });
    start = end + 1;
  }
}

/** One flag for each file that holds a match; after a match the search goes on in the next file. */
function filesMatching(view: string, ends: readonly number[], pattern: RegExp): Uint8Array {
  const flags = new Uint8Array(ends.length);
  let file = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(view); match; match = pattern.exec(view)) {
    while ((ends[file] as number) < match.index) file += 1;
    flags[file] = 1;
    pattern.lastIndex = (ends[file] as number) + 1;
    if (pattern.lastIndex >= view.length) break;
  }
  return flags;
}

/** The same for one word or byte, which is found several times faster without a pattern. */
function filesHolding<Sought>(
  view: { indexOf(sought: Sought, from: number): number },
  ends: readonly number[],
  sought: Sought,
): Uint8Array {
  const flags = new Uint8Array(ends.length);
  let file = 0;
  for (let at = view.indexOf(sought, 0); at !== -1; at = view.indexOf(sought, (ends[file] as number) + 1)) {
    while ((ends[file] as number) < at) file += 1;
    flags[file] = 1;
  }
  return flags;
}

/** Documents of each file: one, and one more for each separator that starts a line within it. */
function countDocuments(view: string, ends: readonly number[]): Uint32Array {
  const counts = new Uint32Array(ends.length).fill(1);
  let file = 0;
  for (let at = view.indexOf('\n---'); at !== -1; at = view.indexOf('\n---', at + 4)) {
    while ((ends[file] as number) < at) file += 1;
    // The line feed before the first line of a file is the one between files.
    if (at !== ends[file]) counts[file] = (counts[file] as number) + 1;
  }
  return counts;
}

/** The accounts that pods of a text may use (`default` when a pod may name none), and with `@` those it declares. */
export function namesIn(text: string): readonly string[] {
  const used = text.includes('containers') ? [...accountsUsed(text), 'default'] : [];
  return [...used, ...[...accountsDeclared(text)].map((name) => `@${name}`)];
}
