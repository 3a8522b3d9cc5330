/** Carets stand under what they mean, for tabs, wide and hidden characters, long lines and long ranges. */
import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../src/report/code-frame.ts';

/** The frame of `needle` in the last of the lines. */
function frameOf(needle: string, line: string, width = 80): string[] {
  const column = line.indexOf(needle) + 1;
  const range = { line: 1, endLine: 1, column, endColumn: column + needle.length };
  return codeFrame(range, () => line, width).map((row) => row.text);
}

describe('one line', () => {
  const table: [string, string, string, string, string][] = [
    ['plain', 'use', '  use: true', '  use: true', '  ^^^'],
    ['tab before', 'b', '\ta\tb', '    a   b', '        ^'],
    ['tab within', 'a\tb', 'a\tb', 'a   b', '^^^^^'],
    ['wide before', 'b', '日本 b', '日本 b', '     ^'],
    ['wide within', '日本', 'a: 日本', 'a: 日本', '   ^^^^'],
    ['emoji before', 'b', '🚀 b', '🚀 b', '   ^'],
    ['combining mark before', 'b', 'e\u0301 b', 'e\u0301 b', '  ^'],
    ['hidden before', 'b', 'a\u202eb', 'a\\u202eb', '       ^'],
    ['hidden within', 'a\u200bb', 'a\u200bb', 'a\\u200bb', '^^^^^^^^'],
    ['runner command before', 'b', 'x ##[b', 'x #\\u0023[b', '          ^'],
    ['carriage return at the end', 'a', 'a\r', 'a\\r', '^'],
  ];
  it.each(table)('%s', (_, needle, line, shown, carets) => {
    expect(frameOf(needle, line)).toEqual([shown, carets]);
  });

  it('has one caret for an empty range and at the end of the line', () => {
    expect(codeFrame({ line: 1, endLine: 1, column: 4, endColumn: 4 }, () => 'a: ', 80)[1]?.text).toBe('   ^');
  });
});

describe('a long line', () => {
  const line = `${'a'.repeat(500)}NEEDLE${'b'.repeat(500)}`;
  it('is clipped around the range on both sides', () => {
    const [shown = '', carets = ''] = frameOf('NEEDLE', line, 60);
    expect(shown).toMatch(/^…a+NEEDLEb+…$/);
    expect(shown).toHaveLength(60);
    expect(shown.slice(carets.indexOf('^'), carets.length)).toBe('NEEDLE');
  });

  it('is clipped on one side near its start and near its end', () => {
    expect(frameOf('NEEDLE', `NEEDLE${'b'.repeat(500)}`, 60)[0]).toMatch(/^NEEDLEb{52}…$/);
    const [shown = '', carets = ''] = frameOf('NEEDLE', `${'a'.repeat(500)}NEEDLE`, 60);
    expect(shown).toMatch(/^…a{52}NEEDLE$/);
    expect(shown.slice(carets.indexOf('^'), carets.length)).toBe('NEEDLE');
  });

  it('never grows past the width, even when the range does', () => {
    for (const row of frameOf('b'.repeat(500), line, 60)) expect(row.length).toBeLessThanOrEqual(60);
    const wide = '日'.repeat(3000);
    for (const row of frameOf(wide.slice(1000, 1010), wide, 60)) expect(row.length).toBeLessThanOrEqual(60);
  });

  it('of a megabyte takes no time', () => {
    const huge = `${'a'.repeat(1_000_000)}NEEDLE${'b'.repeat(1_000_000)}`;
    const started = performance.now();
    for (let i = 0; i < 20; i++) frameOf('NEEDLE', huge);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('several lines', () => {
  const lines = ['metadata:', '  labels:', '    a: b', '    c: d', '    e: f'];
  const lineText = (line: number) => lines[line - 1];

  it('shows each with its own carets', () => {
    const rows = codeFrame({ line: 2, column: 3, endLine: 3, endColumn: 9 }, lineText, 80);
    expect(rows).toEqual([
      { number: 2, text: '  labels:' },
      { number: null, text: '  ^^^^^^^' },
      { number: 3, text: '    a: b' },
      { number: null, text: '    ^^^^' },
    ]);
  });

  it('stops after three lines and says so', () => {
    const rows = codeFrame({ line: 1, column: 1, endLine: 5, endColumn: 3 }, lineText, 80);
    expect(rows.filter((row) => row.number !== null).map((row) => row.number)).toEqual([1, 2, 3]);
    expect(rows.at(-1)?.text).toBe('…');
  });

  it('leaves out a last line of which nothing is meant', () => {
    const rows = codeFrame({ line: 3, column: 5, endLine: 4, endColumn: 1 }, lineText, 80);
    expect(rows.map((row) => row.number)).toEqual([3, null]);
  });

  it('shows nothing of a file that was not read', () => {
    expect(codeFrame({ line: 1, column: 1, endLine: 1, endColumn: 2 }, () => undefined, 80)).toEqual([]);
  });
});
