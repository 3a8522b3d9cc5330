/** The bundles of the command line, the Action and the task, made in memory. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { grammarFiles } from '../src/manifests/declared/grammar.ts';
import { withoutBuiltinImports, withoutExamples, withoutSideEffects, withoutYamlSchemas } from './bundle-plugins.ts';
import type { GeneratedFiles } from './generated-files.ts';
import { thirdPartyNotice } from './third-party.ts';

/** One set of bundles that share their chunks. */
export interface BundleSet {
  readonly folder: string;
  /** Source files; each becomes `<folder>/<name>.mjs`. */
  readonly entries: readonly string[];
  /** Entries that are bundled once they exist. */
  readonly optional?: readonly string[];
}

/** The task has a folder of its own, since that folder alone is packed for the marketplace. */
export const bundleSets: readonly BundleSet[] = [
  {
    folder: 'dist',
    entries: ['src/entry/cli.ts', 'src/entry/github.ts'],
    optional: ['src/entry/demo.ts'],
  },
  { folder: 'task/dist', entries: ['src/entry/azure-pipelines.ts'] },
];

/** Packages written for CommonJS call `require`, which an ES module does not have; only chunks that call it get one. */
const banner =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";

/**
 * The bundles of one set with the licences of what is in them. The same sources give the same bytes, in any folder.
 * Throws when an entry does not exist.
 */
export async function bundle(root: string, set: BundleSet): Promise<GeneratedFiles> {
  const missing = set.entries.filter((entry) => !existsSync(join(root, entry)));
  if (missing.length > 0) throw new Error(`Cannot build ${set.folder}: there is no ${missing.join(' and no ')}.`);
  const optional = (set.optional ?? []).filter((entry) => existsSync(join(root, entry)));
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...set.entries, ...optional],
    outdir: set.folder,
    outExtension: { '.js': '.mjs' },
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    plugins: [withoutSideEffects, withoutExamples, withoutYamlSchemas],
    define: { IDWIRE_VERSION: JSON.stringify(packageVersion(root)) },
    // The Node build of `yaml` looks up an environment variable for every token; its browser build has no such lookup.
    alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  const files = new Map<string, string | Uint8Array>();
  for (const { path, text } of outputFiles) {
    files.set(relative(root, path), withRequire(withoutBuiltinImports(text.replaceAll('\r\n', '\n'))));
  }
  const inputs = bundledInputs(metafile);
  const grammars = inputs.includes(grammarLoader) ? Object.values(grammarFiles) : [];
  const sources = grammars.map((file) => `node_modules/${file}`);
  for (const source of sources) files.set(`${set.folder}/${basename(source)}`, readFileSync(join(root, source)));
  files.set(`${set.folder}/THIRD-PARTY.txt`, thirdPartyNotice(root, [...inputs, ...sources]));
  return files;
}

/** Reads the grammars beside its bundle: no import leads to them, so esbuild does not know of them. */
const grammarLoader = 'src/manifests/declared/grammar.ts';

/** The banner goes below a `#!` line. */
function withRequire(text: string): string {
  if (!/\brequire\b/.test(text)) return text;
  const first = /^#!.*\n/.exec(text)?.[0] ?? '';
  return `${first}${banner}\n${text.slice(first.length)}`;
}

function packageVersion(root: string): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
}

function relative(root: string, path: string): string {
  return path.slice(join(root, '/').length).replaceAll('\\', '/');
}

/** The sources of which something is left in the bundles. */
function bundledInputs(metafile: Metafile): readonly string[] {
  return Object.values(metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
}
