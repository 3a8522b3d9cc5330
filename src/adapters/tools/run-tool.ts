/** Runs one program with bounds on time, output and memory; no shell, no input, and nothing of it survives. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface ToolRun {
  readonly program: string;
  readonly args: readonly string[];
  readonly directory: string;
  /** The whole environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly limits: ToolLimits;
  readonly signal: AbortSignal;
}

export interface ToolLimits {
  readonly milliseconds: number;
  readonly outputBytes: number;
  /** Resident memory; only watched on Linux. */
  readonly memoryBytes: number;
}

/** `stopped` says which bound ended it, in words; then `output` is what had come by then. */
export interface ToolResult {
  readonly succeeded: boolean;
  readonly output: string;
  readonly errors: string;
  readonly stopped: string | undefined;
}

const mebibyte = 1024 * 1024;
const errorBytes = 64 * 1024;
const pollMilliseconds = 50;

/** Resolves when the program has ended, by itself or because it hit a bound. */
export function runTool(run: ToolRun): Promise<ToolResult> {
  const { limits } = run;
  return new Promise((resolve) => {
    // A group of its own, so that whatever it starts is ended with it.
    const child = spawn(run.program, run.args, {
      cwd: run.directory,
      env: run.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const output = collect(limits.outputBytes);
    const errors = collect(errorBytes);
    let stopped: string | undefined;
    const stop = (why: string) => {
      stopped ??= why;
      endGroup(child.pid);
    };
    child.stdout.on('data', (chunk: Buffer) => {
      if (!output.add(chunk)) stop(`its output is larger than ${Math.round(limits.outputBytes / mebibyte)} MiB`);
    });
    child.stderr.on('data', (chunk: Buffer) => void errors.add(chunk));
    const timer = setTimeout(() => stop(`it ran longer than ${limits.milliseconds / 1000} s`), limits.milliseconds);
    const watch = setInterval(() => {
      if (residentBytes(child.pid) > limits.memoryBytes)
        stop(`it used more than ${Math.round(limits.memoryBytes / mebibyte)} MiB of memory`);
    }, pollMilliseconds);
    const abort = () => stop('the run was ended');
    run.signal.addEventListener('abort', abort);
    const finish = (succeeded: boolean, message: string) => {
      clearTimeout(timer);
      clearInterval(watch);
      run.signal.removeEventListener('abort', abort);
      resolve({ succeeded: succeeded && !stopped, output: output.text(), errors: message, stopped });
    };
    child.on('error', (error) => finish(false, error.message));
    child.on('close', (code) => finish(code === 0, errors.text()));
  });
}

/** Keeps bytes up to a bound; `add` is false when there are more. */
function collect(limit: number): { add(chunk: Buffer): boolean; text(): string } {
  let chunks: Buffer[] = [];
  let size = 0;
  return {
    add(chunk) {
      const room = limit - size;
      if (room > 0) chunks.push(room < chunk.length ? chunk.subarray(0, room) : chunk);
      size += chunk.length;
      return size <= limit;
    },
    text() {
      const text = Buffer.concat(chunks).toString('utf8');
      chunks = [];
      return text;
    },
  };
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch (thrown) {
    // It has ended meanwhile.
    if ((thrown as NodeJS.ErrnoException).code !== 'ESRCH') throw thrown;
  }
}

const pageBytes = 4096;

/** 0 where the system does not tell. */
function residentBytes(pid: number | undefined): number {
  if (pid === undefined || process.platform !== 'linux') return 0;
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * pageBytes;
  } catch (thrown) {
    // It has ended meanwhile.
    const code = (thrown as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ESRCH') return 0;
    throw thrown;
  }
}
