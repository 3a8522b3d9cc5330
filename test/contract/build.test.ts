/** The build gives the same bytes everywhere, names what is missing, and ships the licences of what it bundles. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type BundleSet, bundle } from '../../scripts/bundle.ts';
import { differences, filesUnder, writeGenerated } from '../../scripts/generated-files.ts';
import { grammarFiles } from '../../src/manifests/declared/grammar.ts';

const set: BundleSet = { folder: 'dist', entries: ['src/entry/cli.ts', 'src/entry/github.ts'] };

/** A project with two entries that share a chunk, load another lazily, and use packages with and without a licence file. */
const project: Readonly<Record<string, string>> = {
  'package.json': '{"version": "3.2.1", "type": "module"}',
  'src/shared.ts': "import { license } from 'licensed';\nexport const shared = 'shared ' + license;\n",
  'src/lazy.ts': "import { parse } from 'yaml';\nexport const lazy = parse();\n",
  'src/entry/cli.ts': `import { shared } from '../shared.ts';
declare const IDWIRE_VERSION: string;
console.log(IDWIRE_VERSION, shared, (await import('../lazy.ts')).lazy);
`,
  'src/entry/github.ts': "import { shared } from '../shared.ts';\nimport old from 'old';\nconsole.log(shared, old);\n",
  'node_modules/yaml/package.json': '{"name": "yaml", "version": "2.0.0", "license": "ISC", "main": "dist/index.js"}',
  'node_modules/yaml/LICENSE': 'The licence of yaml.\r\n',
  'node_modules/yaml/dist/index.js': "exports.parse = () => 'the Node build';\n",
  'node_modules/yaml/browser/index.js': "export const parse = () => 'the browser build';\n",
  'node_modules/licensed/package.json': '{"name": "licensed", "version": "1.0.0", "license": "MIT", "type": "module"}',
  'node_modules/licensed/LICENCE.md': 'The licence of licensed.\n',
  'node_modules/licensed/index.js': "/*! kept\r\n comment */\nexport const license = 'MIT';\n",
  'node_modules/old/package.json': '{"name": "old", "version": "0.1.0", "license": "MIT"}',
  'node_modules/old/index.js': "const path = require('path');\nmodule.exports = path.posix.join('o', 'ld');\n",
};

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function makeProject(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'idwire-build-'));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

describe('the build', () => {
  test('gives the same bytes again and in another folder', async () => {
    const [one, other] = [makeProject(project), makeProject(project)];
    const first = await bundle(one, set);
    const names = [...first.keys()].map((path) => path.replace(/-[A-Z0-9]{8}\./, '-HASH.'));
    expect(new Set(names)).toEqual(
      new Set(['dist/THIRD-PARTY.txt', 'dist/chunk-HASH.mjs', 'dist/cli.mjs', 'dist/github.mjs', 'dist/lazy-HASH.mjs']),
    );
    expect(await bundle(one, set)).toEqual(first);
    expect(await bundle(other, set)).toEqual(first);
    for (const text of first.values()) expect(text).not.toContain('\r');
  });

  test('makes bundles that run: version written in, packages for CommonJS, the browser build of yaml', async () => {
    const root = makeProject(project);
    writeGenerated(root, { files: await bundle(root, set), folders: ['dist'] });
    const run = (file: string) => execFileSync(process.execPath, [join(root, file)], { encoding: 'utf8' }).trim();
    expect(run('dist/cli.mjs')).toBe('3.2.1 shared MIT the browser build');
    expect(run('dist/github.mjs')).toBe('shared MIT o/ld');
  });

  test('ships the licences of what is in the bundles', async () => {
    const notice = (await bundle(makeProject(project), set)).get('dist/THIRD-PARTY.txt');
    expect(notice).toContain('licensed 1.0.0 (MIT)');
    expect(notice).toContain('The licence of licensed.');
    expect(notice).toContain('yaml 2.0.0 (ISC)');
    expect(notice).toContain('old 0.1.0 (MIT)');
    expect(notice).toContain('holds no licence file; its package.json says: MIT');
  });

  test('puts the grammars beside bundles that load them, byte for byte, with their licences', async () => {
    const bytes = (file: string) => Buffer.from(`\0asm\r\n\u00ff${file}`, 'latin1');
    const root = makeProject({
      ...project,
      'src/manifests/declared/grammar.ts': 'export const loaded = import.meta.url;\n',
      'src/lazy.ts': "export { loaded as lazy } from './manifests/declared/grammar.ts';\n",
    });
    for (const file of Object.values(grammarFiles)) {
      const name = file.slice(0, file.lastIndexOf('/'));
      mkdirSync(join(root, 'node_modules', name), { recursive: true });
      writeFileSync(join(root, 'node_modules', file), bytes(file));
      writeFileSync(
        join(root, 'node_modules', name, 'package.json'),
        JSON.stringify({ name, version: '1.2.3', license: 'MIT' }),
      );
    }
    const files = await bundle(root, set);
    for (const file of Object.values(grammarFiles)) {
      const [name, path] = [file.slice(0, file.lastIndexOf('/')), `dist/${file.slice(file.lastIndexOf('/') + 1)}`];
      expect(Buffer.from(files.get(path) ?? '')).toEqual(bytes(file));
      expect(files.get('dist/THIRD-PARTY.txt')).toContain(`${name} 1.2.3 (MIT)`);
    }
    writeGenerated(root, { files, folders: ['dist'] });
    expect(differences(root, { files, folders: ['dist'] })).toEqual([]);
    writeFileSync(join(root, 'dist/tree-sitter-hcl.wasm'), 'another');
    expect(differences(root, { files, folders: ['dist'] })).toEqual(['dist/tree-sitter-hcl.wasm']);
  });

  test('refuses a package that says nothing about its licence', async () => {
    const root = makeProject({ ...project, 'node_modules/old/package.json': '{"name": "old", "version": "0.1.0"}' });
    await expect(bundle(root, set)).rejects.toThrow('old 0.1.0 is bundled and says nothing about its licence');
  });

  test('names an entry that does not exist', async () => {
    const root = makeProject(project);
    rmSync(join(root, 'src/entry/github.ts'));
    await expect(bundle(root, set)).rejects.toThrow('there is no src/entry/github.ts');
  });

  test('bundles an optional entry once it exists', async () => {
    const optional = { ...set, optional: ['src/entry/demo.ts'] };
    expect([...(await bundle(makeProject(project), optional)).keys()]).not.toContain('dist/demo.mjs');
    const root = makeProject({ ...project, 'src/entry/demo.ts': 'console.log(1);\n' });
    expect([...(await bundle(root, optional)).keys()]).toContain('dist/demo.mjs');
  });
});

describe('generated files', () => {
  test('are compared, written, and cleared of what is left over', () => {
    const root = makeProject({
      'out/same': 'same',
      'out/stale': 'old',
      'out/deep/left': 'over',
      'beside/kept': 'kept',
    });
    const generated = {
      files: new Map([
        ['out/same', 'same'],
        ['out/stale', 'new'],
        ['out/missing', 'new'],
        ['beside/new', 'new'],
      ]),
      folders: ['out'],
    };
    const changed = ['beside/new', 'out/deep/left', 'out/missing', 'out/stale'];
    expect(differences(root, generated)).toEqual(changed);
    expect(writeGenerated(root, generated)).toEqual(changed);
    expect(differences(root, generated)).toEqual([]);
    expect(filesUnder(root, 'out')).toEqual(['out/missing', 'out/same', 'out/stale']);
    expect(filesUnder(root, 'beside')).toEqual(['beside/kept', 'beside/new']);
  });
});
