/** What a job downloads: the committed bundles of the Action and the task without those that only the demo needs. */

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';

export interface DownloadSize {
  readonly files: number;
  readonly bytes: number;
  /** Each file deflated on its own, as in a .vsix or any other zip archive. */
  readonly compressedBytes: number;
}

/**
 * Size of all files below the folders, except modules that are reachable from `demo.mjs` and from no other entry.
 *
 * @param folders absolute; one that does not exist counts as nothing
 * @throws Error when none of them exists
 */
export async function downloadSize(folders: readonly string[]): Promise<DownloadSize> {
  const paths = folders.filter((folder) => existsSync(folder)).flatMap(filesBelow);
  if (paths.length === 0) throw new Error(`Nothing is built in ${folders.join(' or ')}. Run "npm run build".`);
  const demoOnly = await modulesOfDemoOnly(paths);
  const counted = paths.filter((path) => !demoOnly.has(path)).map((path) => readFileSync(path));
  return {
    files: counted.length,
    bytes: sum(counted.map((content) => content.length)),
    compressedBytes: sum(counted.map((content) => deflateRawSync(content, { level: 9 }).length)),
  };
}

/** Sum of the sizes of files in bytes. */
export function sizeOf(paths: readonly string[]): number {
  return sum(paths.map((path) => statSync(path).size));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The entries that a job may start; `demo.mjs` is loaded by a person's `idwire demo` alone. */
const entryNames = ['cli.mjs', 'github.mjs', 'azure-pipelines.mjs'];
const demoName = 'demo.mjs';

async function modulesOfDemoOnly(paths: readonly string[]): Promise<ReadonlySet<string>> {
  const modules = paths.filter((path) => path.endsWith('.mjs'));
  const imports = await importGraph(modules);
  const named = (names: readonly string[]) => modules.filter((path) => names.includes(basename(path)));
  const wanted = reachable(named(entryNames), (path) =>
    imports(path).filter((target) => basename(target) !== demoName),
  );
  const demo = reachable(named([demoName]), imports);
  return new Set([...demo].filter((path) => !wanted.has(path)));
}

/** Static and dynamic imports among the modules, read by the bundler: a pattern would find them in strings too. */
async function importGraph(modules: readonly string[]): Promise<(path: string) => readonly string[]> {
  const { metafile } = await build({
    entryPoints: [...modules],
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outdir: 'nowhere',
    write: false,
    metafile: true,
    absWorkingDir: '/',
    logLevel: 'error',
  });
  const targets = new Map(
    Object.entries(metafile.inputs).map(([path, { imports }]) => [
      `/${path}`,
      imports.filter(({ external }) => external !== true).map((target) => `/${target.path}`),
    ]),
  );
  return (path) => targets.get(path) ?? [];
}

function reachable(roots: readonly string[], imports: (path: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set(roots);
  // A set grows while it is walked, and the walk meets what was added.
  for (const path of found) for (const target of imports(path)) found.add(target);
  return found;
}
