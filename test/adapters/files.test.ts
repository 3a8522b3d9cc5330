/** The real file system through the port: reading, listing, writing, standard input, and what the system refuses. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFiles } from '../../src/adapters/files.ts';
import { InputError } from '../../src/model/errors.ts';

let root = '';
beforeAll(() => {
  root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'idwire-files-')));
});
afterAll(() => fs.rmSync(root, { recursive: true }));

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('read', () => {
  it.each([0, 1, 262_143, 262_144, 262_145, 2_000_000])('gives all %i bytes, whatever was read before', (size) => {
    const files = createFiles(root);
    const text = 'aé日'.repeat(size).slice(0, size);
    fs.writeFileSync(path.join(root, 'before'), 'z'.repeat(500_000));
    fs.writeFileSync(path.join(root, 'sized'), text);
    files.read('before');
    expect(decode(files.read('sized'))).toBe(text);
    expect(decode(files.read(path.join(root, 'sized')))).toBe(text);
  });

  it.runIf(process.platform === 'linux')('reads files that do not know their size', () => {
    expect(decode(createFiles('/').read('proc/self/status'))).toContain('Pid:');
  });

  it('takes standard input for -, slow and long as it may be', () => {
    const adapter = fileURLToPath(new URL('../../src/adapters/files.ts', import.meta.url));
    const script = `import { createFiles } from ${JSON.stringify(adapter)};
      process.stdout.write(String(createFiles('.').read('-').length));`;
    const slowly = `process.stdout.write('a'.repeat(400000)); setTimeout(() => process.stdout.write('b'.repeat(7)), 300)`;
    const command = '"$0" -e "$1" | "$0" --input-type=module -e "$2"';
    const { stdout, stderr } = spawnSync('sh', ['-c', command, process.execPath, slowly, script], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toBe('400007');
  });
});

describe('list and stat', () => {
  it('tell files, folders and links apart, and follow links only for stat', () => {
    const folder = path.join(root, 'kinds');
    fs.mkdirSync(path.join(folder, 'folder'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'file'), 'abc');
    fs.symlinkSync('folder', path.join(folder, 'link'));
    fs.symlinkSync('nowhere', path.join(folder, 'dangling'));
    const files = createFiles(root);
    expect(files.list('kinds').toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      { name: 'dangling', kind: 'link' },
      { name: 'file', kind: 'file' },
      { name: 'folder', kind: 'directory' },
      { name: 'link', kind: 'link' },
    ]);
    expect(files.stat('kinds/file')).toEqual({ kind: 'file', size: 3, readOnly: false });
    expect(files.stat('kinds/link')?.kind).toBe('directory');
    expect(files.stat('kinds/dangling')).toBeUndefined();
    expect(files.stat('kinds/file/below')).toBeUndefined();
    expect(files.realPath('kinds/link')).toBe(path.join(folder, 'folder'));
  });
});

describe('write', () => {
  it('replaces the whole text, keeps the mode, and leaves nothing else behind', () => {
    const folder = path.join(root, 'written');
    fs.mkdirSync(folder);
    const file = path.join(folder, 'script.sh');
    fs.writeFileSync(file, 'a much longer text than the next one', { mode: 0o750 });
    fs.chmodSync(file, 0o750);
    createFiles(root).write('written/script.sh', 'short');
    expect(fs.readFileSync(file, 'utf8')).toBe('short');
    expect(fs.statSync(file).mode & 0o777).toBe(0o750);
    expect(fs.readdirSync(folder)).toEqual(['script.sh']);
  });

  it('writes through a link', () => {
    fs.writeFileSync(path.join(root, 'target'), 'old');
    fs.symlinkSync('target', path.join(root, 'alias'));
    createFiles(root).write('alias', 'new');
    expect(fs.readFileSync(path.join(root, 'target'), 'utf8')).toBe('new');
    expect(fs.lstatSync(path.join(root, 'alias')).isSymbolicLink()).toBe(true);
  });
});

describe('what the system refuses', () => {
  const table: [string, (files: ReturnType<typeof createFiles>) => unknown, RegExp, RegExp][] = [
    ['a file that is not there', (files) => files.read('none/x.yaml'), /^Cannot read none\/x\.yaml\.$/, /ENOENT/],
    ['a folder read as a file', (files) => files.read('.'), /^Cannot read \.\.$/, /EISDIR/],
    ['a folder that is not there', (files) => files.list('none'), /^Cannot list none\.$/, /ENOENT/],
    ['a real path of nothing', (files) => files.realPath('none'), /^Cannot find none\.$/, /ENOENT/],
    [
      'a file in a folder that is not there',
      (files) => files.write('none/x', ''),
      /^Cannot write none\/x\.$/,
      /ENOENT/,
    ],
  ];
  it.each(table)('%s is an input error with its path, evidence and remedy', (_, work, problem, evidence) => {
    let thrown: unknown;
    try {
      work(createFiles(root));
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(InputError);
    const error = thrown as InputError;
    expect(error.problem).toMatch(problem);
    expect(error.evidence).toMatch(evidence);
    expect(error.evidence).not.toContain(root);
    expect(error.remedy).toMatch(/\.$/);
  });
});
