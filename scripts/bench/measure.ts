/** Whole-process measurements: wall time as medians of interleaved runs, and peak memory. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process to measure. */
export interface Command {
  readonly file: string;
  readonly arguments: readonly string[];
  readonly directory: string;
  /** The whole environment; nothing is inherited, so that a developer's `NODE_OPTIONS` changes no figure. */
  readonly environment: Readonly<Record<string, string>>;
  /** Exit codes that mean the work was done; 0 unless given. */
  readonly successCodes?: readonly number[];
}

/** Runs each command is measured by, after one warm-up. */
const measuredRuns = 5;

/**
 * Median wall time in seconds of each command, from start of the process to its end.
 *
 * The commands take turns (A, B, A, B, …), so that a noisy minute of the machine hits all of them alike.
 * @throws Error when a command ends with another code than its success codes
 */
export function compareTimes(commands: readonly Command[], runs = measuredRuns): readonly number[] {
  const times: number[][] = commands.map(() => []);
  // The first round fills the page cache and is not counted.
  for (let round = 0; round <= runs; round++) {
    for (const [index, command] of commands.entries()) {
      const seconds = time(command);
      if (round > 0) times[index]?.push(seconds);
    }
  }
  return times.map(median);
}

/** Wall time in seconds of one run. */
export function time(command: Command): number {
  const start = process.hrtime.bigint();
  run(command, 'ignore');
  return Number(process.hrtime.bigint() - start) / 1e9;
}

const peakMemoryHook = fileURLToPath(new URL('peak-memory.cjs', import.meta.url));

/**
 * Median peak of resident memory in MiB of a Node command.
 *
 * The child itself reads its high-water mark (`VmHWM`) while it exits: from outside, the process may be gone before it
 * is read, and `resourceUsage().maxRSS` of a child starts at the size of the parent that forked it. Linux only.
 */
export function peakMemory(command: Command, runs = measuredRuns): number {
  const hooked = { ...command, arguments: ['--require', peakMemoryHook, ...command.arguments] };
  return median(Array.from({ length: runs }, () => Number(run(hooked, 'pipe')) / 1024));
}

/** Runs a command to its end; what it wrote to file descriptor 3 when `report` is `pipe`. */
export function run(command: Command, report: 'ignore' | 'pipe'): string {
  const { status, signal, error, output } = spawnSync(command.file, command.arguments, {
    cwd: command.directory,
    env: command.environment,
    stdio: ['ignore', 'ignore', 'pipe', report],
    maxBuffer: 1 << 28,
  });
  if (error !== undefined) throw error;
  if (status === null || !(command.successCodes ?? [0]).includes(status)) {
    const line = [command.file, ...command.arguments].join(' ');
    throw new Error(`"${line}" ended with ${status ?? signal}: ${String(output[2]).slice(0, 1000)}`);
  }
  return String(output[3]);
}

/** The middle of the values; the mean of the two middle ones when their number is even. NaN without values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}
