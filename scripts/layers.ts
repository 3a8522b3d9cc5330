/** The layer order of the sources and every way in which a set of modules can break it. */
import { posix } from 'node:path';
import type { Module } from './source-graph.ts';

/** One break of the order, as a sentence that names file, line and remedy. */
export type Violation = string;

const chain = ['model', 'ports', 'manifests', 'rules', 'config', 'federation', 'report', 'app'] as const;

/** What each layer may import beside itself; every folder of `src` is a layer, and `emulators` is one of its own. */
export const mayImport: ReadonlyMap<string, readonly string[]> = new Map([
  ...chain.map((layer, index) => [layer, chain.slice(0, index)] as const),
  ['adapters', ['model', 'ports']],
  ['hosts', ['model', 'ports', 'config', 'report']],
  ['entry', [...chain, 'adapters', 'hosts', 'emulators']],
  ['emulators', []],
]);

/** Packages that are slow to load: never loaded on the way to the findings of `check` on the command line. */
const heavy = /^(?:@azure\/|@kubernetes\/|@actions\/|azure-pipelines-task-lib(?:\/|$)|web-tree-sitter(?:\/|$))/;

/** Where the way to the findings of `check` begins. */
const checkRoots: readonly string[] = ['src/entry/cli.ts', 'src/app/check.ts'];

/** Every break of the order, in the order of the modules. */
export function layerViolations(modules: readonly Module[]): readonly Violation[] {
  return [
    ...modules.flatMap((module) => [...purposeViolations(module), ...importViolations(module, modules)]),
    ...modules.filter((module) => module.path.startsWith('src/')).flatMap(processViolations),
    ...cycleViolations(modules),
    ...heavyViolations(modules),
  ];
}

/** The layer of a path, undefined outside `src` and `emulators`. A file straight in `src` belongs to none. */
function layerOf(path: string): string | undefined {
  const [top, second, ...rest] = path.split('/');
  if (top === 'emulators') return top;
  return top === 'src' && rest.length > 0 ? second : undefined;
}

function purposeViolations(module: Module): readonly Violation[] {
  if (module.purpose) return [];
  return [`${module.path}: start the file with one sentence of purpose in a /** … */ comment.`];
}

function importViolations(module: Module, modules: readonly Module[]): readonly Violation[] {
  const layer = layerOf(module.path);
  const allowed = layer === undefined ? undefined : mayImport.get(layer);
  if (layer === undefined || !allowed) return [`${module.path}: lies in no known layer.`];
  return module.imports.flatMap(({ target, line }): readonly Violation[] => {
    const at = `${module.path}:${line}`;
    if (isProcess(target) && layer !== 'entry' && layer !== 'emulators')
      return [`${at}: only entries import ${target}.`];
    if (!isProjectPath(target)) return [];
    if (!modules.some((other) => other.path === target)) return [`${at}: imports ${target}, which is no known module.`];
    const other = layerOf(target);
    if (other === layer || (other !== undefined && allowed.includes(other))) return [];
    return [`${at}: ${layer} must not import ${other} (${target}).`];
  });
}

function isProcess(target: string): boolean {
  return target === 'process' || target === 'node:process';
}

/** Relative imports were made relative to the root; what climbs out of it starts with `..`. */
function isProjectPath(target: string): boolean {
  return target.endsWith('.ts') || target.startsWith('..') || target.startsWith('src/');
}

function processViolations(module: Module): readonly Violation[] {
  if (layerOf(module.path) === 'entry') return [];
  return module.processUses.map(
    ({ what, line }) => `${module.path}:${line}: only entries touch ${what}; take what you need as a parameter.`,
  );
}

/**
 * Cycles of files, and cycles of folders neither of which holds the other. In emulators a type may name the one that
 * holds it (a pull request knows its repository, as in the services they stand for).
 */
function cycleViolations(modules: readonly Module[]): readonly Violation[] {
  const files = new Map<string, ReadonlySet<string>>();
  const folders = new Map<string, Set<string>>();
  for (const { path, imports } of modules) {
    const emulator = path.startsWith('emulators/');
    const counted = imports.filter((one) => !emulator || one.kind !== 'type');
    const targets = counted.map((one) => one.target).filter(isProjectPath);
    files.set(path, new Set(targets));
    const folder = posix.dirname(path);
    const others = folders.get(folder) ?? new Set();
    folders.set(folder, others);
    for (const other of targets.map((target) => posix.dirname(target))) {
      if (!isWithin(folder, other) && !isWithin(other, folder)) others.add(other);
    }
  }
  return [...findCycles(files), ...findCycles(folders)].map((cycle) => `Import cycle: ${cycle.join(' -> ')}.`);
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** One cycle for each edge that closes one in a depth-first walk; each starts and ends with the same node. */
function findCycles(graph: ReadonlyMap<string, Iterable<string>>): readonly (readonly string[])[] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const walk = (node: string, trail: readonly string[]): void => {
    const start = trail.indexOf(node);
    if (start !== -1) cycles.push([...trail.slice(start), node]);
    if (start !== -1 || done.has(node)) return;
    for (const next of graph.get(node) ?? []) walk(next, [...trail, node]);
    done.add(node);
  };
  for (const node of graph.keys()) walk(node, []);
  return cycles;
}

/** Entries load their own parts when they are needed; the demo is a program of its own. */
function isCommandLinePart(target: string): boolean {
  return target.startsWith('src/entry/') && target !== 'src/entry/demo.ts';
}

/** Heavy packages that are evaluated before `check` can have findings, with the way to them. */
function heavyViolations(modules: readonly Module[]): readonly Violation[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const violations: Violation[] = [];
  const seen = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const { target, kind } of byPath.get(path)?.imports ?? []) {
      if (kind === 'type' || (kind === 'dynamic' && !isCommandLinePart(target))) continue;
      if (heavy.test(target))
        violations.push(`check loads ${target}: ${[...trail, path].join(' -> ')}. Load it lazily.`);
      else walk(target, [...trail, path]);
    }
  };
  for (const root of checkRoots) walk(root, []);
  return violations;
}
