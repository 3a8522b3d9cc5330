/** What benchmarks share: the programs under measurement, generated repositories, and a scratch folder. */

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { realTools } from '../real-tools.ts';
import { type CpuProfile, ruleCosts } from './dearest-rules.ts';
import { type GeneratedRepository, generateRepository } from './generate-repository.ts';
import type { Command } from './measure.ts';
import { runnerEnvironment } from './runner-environment.ts';

export interface WorkbenchOptions {
  /** Bundle of the command line tool; `dist/cli.mjs` unless given. */
  readonly cli?: string;
  /** Bundle of the GitHub Action; `dist/github.mjs` unless given. */
  readonly action?: string;
  /** Node binary to measure with; the running one unless given. */
  readonly node?: string;
}

export const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

export class Workbench {
  readonly #scratch = mkdtempSync(join(tmpdir(), 'idwire-bench-'));
  readonly #repositories = new Map<number, GeneratedRepository>();
  readonly #cli: string;
  readonly #action: string;
  readonly #node: string;

  constructor(options: WorkbenchOptions) {
    this.#cli = options.cli ?? join(projectFolder, 'dist/cli.mjs');
    this.#action = options.action ?? join(projectFolder, 'dist/github.mjs');
    this.#node = options.node ?? process.execPath;
  }

  /** Removes everything that was written. */
  close(): void {
    rmSync(this.#scratch, { recursive: true, force: true });
  }

  /** A clean repository of that many manifests, generated at the first request. */
  repository(manifests: number): GeneratedRepository {
    let repository = this.#repositories.get(manifests);
    if (repository === undefined) {
      repository = generateRepository(this.folder(`repository-${manifests}`), { manifests });
      this.#repositories.set(manifests, repository);
    }
    return repository;
  }

  folder(name: string): string {
    const folder = join(this.#scratch, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  /** A file in the scratch folder; its absolute path. */
  file(name: string, text: string): string {
    const path = join(this.#scratch, name);
    writeFileSync(path, text);
    return path;
  }

  /** Node with any arguments. */
  node(args: readonly string[], directory = this.#scratch): Command {
    return { file: this.#node, arguments: args, directory, environment: this.#environment() };
  }

  /** The command line tool with any arguments. */
  cli(args: readonly string[], directory = this.#scratch): Command {
    return this.node([built(this.#cli), ...args], directory);
  }

  /** `idwire check` over a generated repository, without rendering. */
  check(manifests: number, ...options: readonly string[]): Command {
    return this.cli(['check', '--render', 'never', ...options], this.repository(manifests).directory);
  }

  /** The same check as the GitHub runner starts the Action. */
  actionCheck(manifests: number): Command {
    const { directory } = this.repository(manifests);
    const command = this.node([built(this.#action)], directory);
    const runner = runnerEnvironment({
      workspace: directory,
      temporary: this.folder('runner'),
      definition: join(projectFolder, 'action.yml'),
      inputs: { command: 'check', render: 'never' },
    });
    return { ...command, environment: { ...command.environment, ...runner } };
  }

  /** The least that a check must do, as CommonJS, so that neither type stripping nor module loading slows it. */
  floor(manifests: number): Command {
    const outfile = join(this.#scratch, 'floor.cjs');
    if (!existsSync(outfile)) {
      const contents = "import { readEveryByte } from './floor.ts'; readEveryByte('.');";
      const resolveDir = fileURLToPath(new URL('.', import.meta.url));
      buildSync({ stdin: { contents, resolveDir }, outfile, bundle: true, platform: 'node', format: 'cjs' });
    }
    return this.node([outfile], this.repository(manifests).directory);
  }

  /** `kubectl annotate --local`: parses every manifest, judges nothing, prints one short line an object. */
  async kubectl(manifests: number): Promise<Command> {
    const { kubectl32 } = await realTools();
    const { directory, manifestFolders } = this.repository(manifests);
    const folders = manifestFolders.flatMap((folder) => ['-f', folder]);
    const args = ['annotate', '--local', '--recursive', ...folders, '--output', 'name', 'example.com/bench=1'];
    return { file: kubectl32, arguments: args, directory, environment: this.#environment() };
  }

  /** The costs of one command's rules, dearest first, by a CPU profile with a sample every tenth of a millisecond. */
  ruleCosts(command: Command, run: (command: Command) => unknown): ReadonlyMap<string, number> {
    const folder = this.folder('profile');
    const profiling = ['--cpu-prof', '--cpu-prof-interval', '100', '--cpu-prof-dir', folder];
    run({ ...command, arguments: [...profiling, ...command.arguments] });
    const [name] = readdirSync(folder);
    if (name === undefined) throw new Error('Node wrote no CPU profile.');
    const profile: CpuProfile = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    return ruleCosts(profile);
  }

  /** The compile cache is off, since a fresh runner starts without one. */
  #environment(): Readonly<Record<string, string>> {
    const path = `${dirname(this.#node)}:/usr/bin:/bin`;
    return { PATH: path, HOME: this.#scratch, TMPDIR: this.#scratch, LANG: 'C.UTF-8', NODE_DISABLE_COMPILE_CACHE: '1' };
  }
}

function built(bundle: string): string {
  if (!existsSync(bundle)) throw new Error(`${bundle} does not exist. Run "npm run build".`);
  return bundle;
}
