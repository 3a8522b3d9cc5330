/** Joins chunks that every check loads into one, since each file costs a start about a third of a millisecond. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';

/** What a check runs from its first line to its report; the parts of it that wait for a need are loaded apart. */
const always = ['src/config/command-line.ts', 'src/entry/run-command.ts', 'src/entry/run-task.ts', 'src/app/check.ts'];
/** Loads next to nothing, for `--version`. */
const lean = 'src/entry/cli.ts';

/**
 * The bundles, by file name, with one chunk in place of all that `always` leads to. The bundler itself gives every set of
 * entries that share a module a chunk of its own: two dozen files for a check.
 */
export async function mergeChunks(
  files: ReadonlyMap<string, string>,
  outputs: Metafile['outputs'],
): Promise<ReadonlyMap<string, string>> {
  const reached = (entries: readonly string[]) => chunksOf(outputs, (entry) => entries.includes(entry));
  const kept = reached([lean]);
  const merged = [...reached(always)].filter((name) => !kept.has(name)).sort();
  if (merged.length < 2) return files;
  const chunk = await joined(files, merged, outputs);
  const name = `check-${createHash('sha256').update(chunk).digest('hex').slice(0, 8).toUpperCase()}.mjs`;
  const others = [...files].filter(([file]) => !merged.includes(file));
  return new Map([...others.map(([file, code]) => [file, redirected(code, merged, name)] as const), [name, chunk]]);
}

/** The shared chunks that certain entries import, at once and in turn, by file name. */
function chunksOf(outputs: Metafile['outputs'], isRoot: (entry: string) => boolean): ReadonlySet<string> {
  const paths = Object.keys(outputs).filter((path) => isRoot(outputs[path]?.entryPoint ?? ''));
  const found = new Set(paths);
  // A set grows while it is walked, and the walk meets what was added.
  for (const path of found) {
    for (const target of outputs[path]?.imports ?? []) if (target.kind === 'import-statement') found.add(target.path);
  }
  const shared = [...found].filter((path) => outputs[path] && !outputs[path].entryPoint);
  return new Set(shared.map((path) => basename(path)));
}

/** The chunks as one module, which exports every name under that of its chunk, so that no two are alike. */
function joined(
  files: ReadonlyMap<string, string>,
  merged: readonly string[],
  outputs: Metafile['outputs'],
): Promise<string> {
  const exportsOf = new Map(Object.entries(outputs).map(([path, { exports }]) => [basename(path), exports]));
  const contents = merged
    .map((name) => {
      const names = (exportsOf.get(name) ?? []).map((each) => `${each} as ${apart(name, each)}`);
      return names.length > 0 ? `export { ${names.join(', ')} } from './${name}';` : `import './${name}';`;
    })
    .join('\n');
  const options = { stdin: { contents, resolveDir: '/' }, bundle: true, write: false } as const;
  return build({
    ...options,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    plugins: [fromMemory(files, merged)],
    logLevel: 'warning',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
}

function fromMemory(files: ReadonlyMap<string, string>, merged: readonly string[]): Plugin {
  return {
    name: 'from-memory',
    setup(host) {
      host.onResolve({ filter: /^\.\// }, ({ path, kind }) => {
        const name = basename(path);
        const inside = merged.includes(name) && kind === 'import-statement';
        return inside ? { path: name, namespace: 'memory', sideEffects: true } : { path, external: true };
      });
      host.onLoad({ filter: /.*/, namespace: 'memory' }, ({ path }) => ({
        contents: files.get(path) ?? '',
        loader: 'js',
      }));
    },
  };
}

/** An import of chunks as esbuild prints it, for its names or for its effects alone. */
const importOf = /^import (?:\{([^}]*)\} from )?"\.\/([^"]+)";$/gm;

function redirected(code: string, merged: readonly string[], name: string): string {
  return code.replace(importOf, (written, names: string | undefined, from: string) => {
    if (!merged.includes(from)) return written;
    if (names === undefined) return `import "./${name}";`;
    const list = names.split(',').map((each) => each.trim().split(' as ') as [string, string?]);
    const renamed = list.map(([outer, inner = outer]) => `  ${apart(from, outer)} as ${inner}`);
    return `import {\n${renamed.join(',\n')}\n} from "./${name}";`;
  });
}

function apart(chunk: string, name: string): string {
  return `${chunk.replace(/\W/g, '_')}_${name}`;
}
