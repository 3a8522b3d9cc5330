/** The sources keep the layer order, and the check that says so fails on every way of breaking it. */
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../scripts/generated-files.ts';
import { layerViolations } from '../../scripts/layers.ts';
import { readModule, readModules } from '../../scripts/source-graph.ts';

const folders = ['src', 'emulators'];

/** Modules made of texts; each text gets a purpose, and files that are only imported exist. */
function modulesOf(texts: Readonly<Record<string, string>>) {
  return Object.entries(texts).map(([path, text]) => readModule(path, `/** A part. */\n${text}`));
}

describe('the sources', () => {
  test('keep the layer order', () => {
    expect(layerViolations(readModules(projectRoot, folders))).toEqual([]);
  });

  test('are all seen', () => {
    const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...folders], {
      cwd: projectRoot,
      encoding: 'utf8',
    });
    const seen = readModules(projectRoot, folders).map((module) => module.path);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).toEqual(expect.arrayContaining(listed.split('\n').filter(Boolean)));
  });
});

describe('an upward import is refused', () => {
  test.each([
    ['import', "import { b } from '../ports/b.ts';"],
    ['type import', "import type { B } from '../ports/b.ts';"],
    ['inline type import', "import { type B } from '../ports/b.ts';"],
    ['side effect', "import '../ports/b.ts';"],
    ['export', "export { b } from '../ports/b.ts';"],
    ['export of all', "export * from '../ports/b.ts';"],
    ['type export', "export type { B } from '../ports/b.ts';"],
    ['dynamic import', "export const b = () => import('../ports/b.ts');"],
    ['type expression', "export type B = import('../ports/b.ts').B;"],
    ['type of a module', "export type B = typeof import('../ports/b.ts');"],
  ])('as %s', (_, text) => {
    const modules = modulesOf({ 'src/model/a.ts': text, 'src/ports/b.ts': 'export type B = 1; export const b = 1;' });
    expect(layerViolations(modules)).toEqual(['src/model/a.ts:2: model must not import ports (src/ports/b.ts).']);
  });

  test('downward imports are free', () => {
    const modules = modulesOf({ 'src/ports/b.ts': "import type { A } from '../model/a.ts';", 'src/model/a.ts': '' });
    expect(layerViolations(modules)).toEqual([]);
  });

  test.each([
    ['src/adapters/a.ts', 'src/config/b.ts'],
    ['src/hosts/a.ts', 'src/rules/b.ts'],
    ['src/hosts/a.ts', 'src/adapters/b.ts'],
    ['src/app/a.ts', 'src/hosts/b.ts'],
    ['src/app/a.ts', 'src/entry/b.ts'],
    ['emulators/azure/a.ts', 'src/model/b.ts'],
    ['src/hosts/a.ts', 'emulators/azure/b.ts'],
    ['src/model/a.ts', 'scripts/b.ts'],
  ])('%s must not import %s', (from, to) => {
    const up = '../'.repeat(from.split('/').length - 1);
    expect(layerViolations(modulesOf({ [from]: `import '${up}${to}';`, [to]: '' }))).not.toEqual([]);
  });
});

describe('refused too', () => {
  test('a computed import, a file that is not TypeScript, a file that does not parse', () => {
    expect(() => modulesOf({ 'src/app/a.ts': 'export const load = (name: string) => import(name);' })).toThrow(
      /computed/,
    );
    expect(() => modulesOf({ 'src/app/a.js': '' })).toThrow(/not a TypeScript file/);
    expect(() => modulesOf({ 'src/app/a.ts': 'export const = 1;' })).toThrow(/does not parse/);
  });

  test('a file without a sentence of purpose', () => {
    const modules = [
      readModule('src/model/a.ts', '// A part.\n'),
      readModule('src/model/b.ts', '/** no sentence */\n'),
    ];
    expect(layerViolations(modules)).toHaveLength(2);
  });

  test('a file outside every layer, and an import of a file that does not exist', () => {
    expect(layerViolations(modulesOf({ 'src/a.ts': '', 'src/other/a.ts': '' }))).toEqual([
      'src/a.ts: lies in no known layer.',
      'src/other/a.ts: lies in no known layer.',
    ]);
    expect(layerViolations(modulesOf({ 'src/app/a.ts': "import './gone.ts';" }))).toEqual([
      'src/app/a.ts:2: imports src/app/gone.ts, which is no known module.',
    ]);
  });

  test('cycles of files and of folders', () => {
    const files = modulesOf({
      'src/model/a.ts': "import './b.ts';",
      'src/model/b.ts': "import type {} from './a.ts';",
    });
    expect(layerViolations(files)).toEqual(['Import cycle: src/model/a.ts -> src/model/b.ts -> src/model/a.ts.']);
    const folders = modulesOf({
      'src/app/x/a.ts': "import '../y/b.ts';",
      'src/app/y/b.ts': '',
      'src/app/y/c.ts': "import '../x/d.ts';",
      'src/app/x/d.ts': '',
    });
    expect(layerViolations(folders)).toEqual(['Import cycle: src/app/x -> src/app/y -> src/app/x.']);
    const nested = modulesOf({ 'src/rules/index.ts': "import './static/a.ts';", 'src/rules/static/a.ts': '' });
    expect(layerViolations(nested)).toEqual([]);
  });

  test.each([
    'export const token = process.env.TOKEN;',
    "export const token = process['env'];",
    'export const { argv } = process;',
    'export const all = globalThis.process;',
    "import { env } from 'node:process';",
    'process.exitCode = 1;',
  ])('outside entries: %s', (text) => {
    expect(layerViolations(modulesOf({ 'src/adapters/a.ts': text }))).toHaveLength(1);
    expect(layerViolations(modulesOf({ 'src/entry/a.ts': text }))).toEqual([]);
  });

  test('a heavy package on the way to the findings of check', () => {
    const texts = (load: string) => ({
      'src/entry/cli.ts': "import '../app/check.ts';",
      'src/app/check.ts': load,
      'src/model/azure.ts': "import { a } from '@azure/identity';",
    });
    expect(layerViolations(modulesOf(texts("import '../model/azure.ts';")))).toEqual([
      'check loads @azure/identity: src/entry/cli.ts -> src/app/check.ts -> src/model/azure.ts. Load it lazily.',
    ]);
    expect(layerViolations(modulesOf(texts("export const a = () => import('../model/azure.ts');")))).toEqual([]);
    expect(layerViolations(modulesOf(texts("import type {} from '../model/azure.ts';")))).toEqual([]);
    const lazyPart = {
      ...texts(''),
      'src/entry/cli.ts': "export const part = () => import('./part.ts');",
      'src/entry/part.ts': "import '../model/azure.ts';",
    };
    expect(layerViolations(modulesOf(lazyPart))).toEqual([
      'check loads @azure/identity: src/entry/cli.ts -> src/entry/part.ts -> src/model/azure.ts. Load it lazily.',
    ]);
  });
});
