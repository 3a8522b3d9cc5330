/** What `fix` does beside the edits themselves: turns, refusals, writing, and putting back. */
import { describe, expect, it } from 'vitest';
import { mend } from '../../src/app/mend.ts';
import { InputError } from '../../src/model/errors.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Files } from '../../src/ports/files.ts';
import { makeFinding, makeOutcome } from '../report/make-report.ts';
import { memoryFiles } from '../rules/memory-files.ts';
import { type Contents, fixIn, portsFor, writableFiles } from './fix-in-memory.ts';

const account = (key: string, name = 'orders') =>
  `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: ${name}\n  namespace: shop\n  annotations:\n    ${key}: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11\n`;
const wrong = 'azure.workload.identity/clientid';
const right = 'azure.workload.identity/client-id';

describe('a run', () => {
  it('writes, and reports what is left', async () => {
    const contents: Contents = { 'a.yaml': account(wrong), 'b.yaml': account('azure.workload.identity/tenant', 'b') };
    const { report } = await fixIn(contents);
    expect(contents['a.yaml']).toBe(account(right));
    expect(report.command).toBe('fix');
    expect(report.fixes).toMatchObject({
      written: true,
      mended: [{ rule: 'client-id-misspelt', file: 'a.yaml', line: 7 }],
      left: [],
      files: [{ file: 'a.yaml', diff: expect.stringContaining(`\n+    ${right}: `) }],
    });
    expect(report.findings.every(({ file }) => file === 'b.yaml')).toBe(true);
  });

  it('writes nothing when it only shows the edits, and says the same', async () => {
    const contents: Contents = { 'a.yaml': account(wrong) };
    const dry = await fixIn(contents, true, memoryFiles(contents));
    const wet = await fixIn({ ...contents });
    expect(dry.report).toEqual({ ...wet.report, fixes: { ...wet.report.fixes, written: false } });
    expect(dry.report.conclusion).toBe('success');
  });

  it('mends a finding that a suppression silences never', async () => {
    const silenced = account(wrong).replace(
      '    azure',
      '    # idwire-ignore: client-id-misspelt on purpose\n    azure',
    );
    const contents: Contents = { 'a.yaml': silenced };
    const { report } = await fixIn(contents);
    expect(report.fixes).toEqual({ written: true, mended: [], left: [], files: [] });
    expect(contents['a.yaml']).toBe(silenced);
  });

  it('refuses standard input', async () => {
    const { fix } = await import('../../src/app/fix.ts');
    const inputs = { paths: ['a.yaml', '-'], exhaustive: false, failOn: 'error' as const, dryRun: false };
    const run = fix(inputs, portsFor(memoryFiles({ 'a.yaml': account(wrong) })));
    await expect(run).rejects.toThrow(InputError);
    await expect(run).rejects.toMatchObject({ problem: 'Standard input cannot be mended.' });
  });
});

describe('a file that cannot be edited safely is left and named', () => {
  const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));
  const stat =
    (files: Files, readOnly: boolean): Files['stat'] =>
    (path) => {
      const stats = files.stat(path);
      return stats && { ...stats, readOnly };
    };
  const anchored = `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ServiceAccount\n  metadata: {name: a, namespace: shop, annotations: &x {${wrong}: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}}\n- apiVersion: v1\n  kind: ServiceAccount\n  metadata: {name: b, namespace: shop, annotations: *x}\n`;
  const literal = `${account(wrong).split('    azure')[0]}    ${right}: |\n      {1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}\n`;

  it.each<[string, string | Uint8Array, (files: Files) => Partial<Files>, RegExp]>([
    ['UTF-16', utf16(account(wrong)), () => ({}), /not UTF-8/],
    ['read-only', account(wrong), (files) => ({ stat: stat(files, true) }), /read-only/],
    [
      'a symbolic link',
      account(wrong),
      () => ({ realPath: (path) => (path === '.' ? '/' : `/elsewhere/${path}`) }),
      /symbolic link/,
    ],
    ['anchored text', anchored, () => ({}), /anchored and used in other places/],
    ['a block of lines', literal, () => ({}), /block of lines/],
  ])('%s', async (_, text, change, why) => {
    const contents: Contents = { 'a.yaml': text };
    const files = writableFiles(contents);
    const { report } = await fixIn(contents, false, { ...files, ...change(files) });
    expect(report.fixes?.mended).toEqual([]);
    expect(report.fixes?.left.length).toBeGreaterThan(0);
    for (const { file, why: reason } of report.fixes?.left ?? []) {
      expect(file).toBe('a.yaml');
      expect(reason).toMatch(why);
    }
    expect(contents).toEqual({ 'a.yaml': text });
    expect(report.conclusion).toBe('failure');
  });

  it('and does not keep others from being mended', async () => {
    const contents: Contents = { 'a.yaml': utf16(account(wrong, 'a')), 'b.yaml': account(wrong, 'b') };
    const { report } = await fixIn(contents);
    expect(report.fixes?.mended).toMatchObject([{ file: 'b.yaml' }]);
    expect(report.fixes?.left).toMatchObject([{ file: 'a.yaml' }]);
    expect(contents['b.yaml']).toBe(account(right, 'b'));
  });
});

describe('writing', () => {
  it('is all or nothing: when one file cannot be written, the others are put back', async () => {
    const before = { 'a.yaml': account(wrong, 'a'), 'b.yaml': account(wrong, 'b') };
    const contents: Contents = { ...before };
    const files = writableFiles(contents);
    const failing: Files = {
      ...files,
      write: (path, text) => {
        if (path === 'b.yaml') throw new InputError({ problem: 'Cannot write b.yaml.', evidence: '', remedy: 'x' });
        files.write(path, text);
      },
    };
    await expect(fixIn(contents, false, failing)).rejects.toThrow('Cannot write b.yaml.');
    expect(contents).toEqual(before);
  });

  it('is judged again: a file that did not take the edit is put back and named', async () => {
    const before = { 'a.yaml': account(wrong, 'a'), 'b.yaml': account(wrong, 'b') };
    const contents: Contents = { ...before };
    const files = writableFiles(contents);
    // Somebody else saves b.yaml with the fault again, with a line more, right after it was written.
    const racing: Files = {
      ...files,
      write: (path, text) => files.write(path, path === 'b.yaml' ? `# saved\n${before['b.yaml']}` : text),
    };
    const { report } = await fixIn(contents, false, racing);
    expect(report.fixes?.mended).toMatchObject([{ file: 'a.yaml' }]);
    expect(report.fixes?.left).toMatchObject([{ file: 'b.yaml', why: expect.stringContaining('put back') }]);
    expect(report.fixes?.files).toMatchObject([{ file: 'a.yaml' }]);
    expect(contents['a.yaml']).toBe(account(right, 'a'));
    expect(report.conclusion).toBe('failure');
  });
});

describe('mending', () => {
  const text = 'a: 1\nb: 2\nc: 3\n';
  /** A finding whose fix replaces the value in a line. */
  const inLine = (line: number, value: string, fingerprint: string): Finding =>
    makeFinding({
      file: 'a.yaml',
      line,
      fingerprint,
      fix: { safety: 'safe', edits: [{ file: 'a.yaml', line, column: 4, endLine: line, endColumn: 5, text: value }] },
    });
  const read = (files: Files) => new TextDecoder().decode(files.read('a.yaml'));
  /** Judges by the text of the file alone. */
  const judge = (findings: (text: string) => readonly Finding[]) => async (files: Files) =>
    makeOutcome({ findings: findings(read(files)) });

  it('takes edits that overlap one after the other', async () => {
    const mended = await mend(
      memoryFiles({ 'a.yaml': text }),
      judge((now) => [
        ...(now.includes('a: 1') ? [inLine(1, '7', 'f1')] : []),
        ...(now.includes('c: 3') ? [inLine(3, '9', 'f3')] : []),
        ...(now.includes('a: 8') ? [] : [inLine(1, '8', 'f2')]),
      ]),
    );
    expect(mended.texts.get('a.yaml')).toBe('a: 8\nb: 2\nc: 9\n');
    expect(mended.findings.map(({ fingerprint }) => fingerprint)).toEqual(['f1', 'f3', 'f2']);
  });

  it('drops a fix that does not mend its finding, and keeps the others', async () => {
    const mended = await mend(
      memoryFiles({ 'a.yaml': text }),
      judge((now) => [inLine(1, '7', 'stubborn'), ...(now.includes('c: 3') ? [inLine(3, '9', 'f3')] : [])]),
    );
    expect(mended.texts.get('a.yaml')).toBe('a: 1\nb: 2\nc: 9\n');
    expect([...mended.refused]).toEqual([['stubborn', 'The finding would still be there afterwards.']]);
  });

  it('tells equal twins apart when one of them stays', async () => {
    const twins = (now: string) => [
      ...(now.includes('a: 1') ? [inLine(1, '7', 'f')] : []),
      { ...inLine(2, '7', now.includes('a: 1') ? 'f-1' : 'f'), suppressed: { by: 'comment' as const, reason: 'r' } },
    ];
    const mended = await mend(memoryFiles({ 'a.yaml': text }), judge(twins));
    expect(mended.texts.get('a.yaml')).toBe('a: 7\nb: 2\nc: 3\n');
  });

  it('drops a fix that would break the file, and keeps the others', async () => {
    const mended = await mend(
      memoryFiles({ 'a.yaml': text }),
      judge((now) => [inLine(1, '"', 'breaks'), ...(now.includes('c: 3') ? [inLine(3, '9', 'f3')] : [])]),
    );
    expect(mended.texts.get('a.yaml')).toBe('a: 1\nb: 2\nc: 9\n');
    expect([...mended.refused.keys()]).toEqual(['breaks']);
  });

  it('ends when there is always more to mend', async () => {
    const mended = await mend(
      memoryFiles({ 'a.yaml': text }),
      judge((now) => [inLine(1, now.includes('a: 1') ? '2' : '1', now.includes('a: 1') ? 'one' : 'two')]),
    );
    expect([...mended.refused.values()]).toEqual(['There is too much to mend at once; run fix again.']);
  });
});
