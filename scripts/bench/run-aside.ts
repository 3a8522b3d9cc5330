/** Runs a process beside this one, which meanwhile serves what the process talks to. */
import { spawn } from 'node:child_process';
import type { Command } from './measure.ts';

export interface RanAside {
  /** Wall time from start to end. */
  readonly seconds: number;
  /** What it wrote to file descriptor 3. */
  readonly report: string;
}

/** Rejects when the process ends with another code than its success codes. */
export function runAside(command: Command): Promise<RanAside> {
  const started = performance.now();
  const child = spawn(command.file, command.arguments, {
    cwd: command.directory,
    env: command.environment,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [errors, report]: [string[], string[]] = [[], []];
  child.stdio[2]?.on('data', (chunk: Buffer) => errors.push(String(chunk)));
  child.stdio[3]?.on('data', (chunk: Buffer) => report.push(String(chunk)));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const seconds = (performance.now() - started) / 1000;
      if (code !== null && (command.successCodes ?? [0]).includes(code)) resolve({ seconds, report: report.join('') });
      else reject(new Error(`"${command.arguments.join(' ')}" ended with ${code}: ${errors.join('').slice(0, 1000)}`));
    });
  });
}
