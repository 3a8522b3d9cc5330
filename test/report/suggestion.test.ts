/** A fix as whole lines makes the same text as the fix itself, and is offered only where that is sure. */
import { describe, expect, it } from 'vitest';
import { replaceLines, suggestionsIn } from '../../emulators/github/suggestion.ts';
import { applyEdits, offsetEdits } from '../../src/manifests/apply-edits.ts';
import type { Finding, TextEdit } from '../../src/model/finding.ts';
import { renderRemark } from '../../src/report/review.ts';
import { suggestionOf } from '../../src/report/suggestion.ts';
import { rules } from '../../src/rules/index.ts';
import { findingsOf, loadExample, prepareExample } from '../rules/judge-example.ts';
import { exampleModules } from '../rules/rule-examples.ts';
import { makeFinding } from './make-report.ts';

const modules = await exampleModules();
const reader = (files: Readonly<Record<string, string>>) => (file: string, line: number) =>
  files[file]?.split('\n')[line - 1]?.replace(/\r$/, '');
const fixable = (edits: readonly Partial<TextEdit>[], safety: 'safe' | 'unsafe' = 'safe'): Finding =>
  makeFinding({
    fix: {
      safety,
      edits: edits.map((edit) => ({ file: 'a.yaml', line: 1, column: 1, endLine: 1, endColumn: 1, text: '', ...edit })),
    },
  });

describe('the fixes of all examples', () => {
  it('are the same as whole lines', async () => {
    let offered = 0;
    for (const example of modules.flatMap(({ module }) => module.examples.bad)) {
      const { files } = prepareExample(example);
      for (const finding of findingsOf(await loadExample(files), rules)) {
        const suggestion = suggestionOf(finding, reader(files));
        if (!suggestion) continue;
        const text = files[suggestion.file] as string;
        const edits = (finding.fix?.edits ?? []).filter((edit) => edit.file === suggestion.file);
        const fixed = applyEdits(text, offsetEdits({ path: suggestion.file, text }, edits));
        const [lines = []] = suggestionsIn(renderRemark(finding, { suggestion }));
        expect(replaceLines(text, suggestion.from, suggestion.to, lines)).toBe(fixed);
        offered++;
      }
    }
    expect(offered).toBeGreaterThan(20);
  });
});

describe('an edit', () => {
  const files = { 'a.yaml': 'one\ntwo\r\nthree\n' };
  it.each<[string, Partial<TextEdit>, unknown]>([
    [
      'in a line',
      { line: 2, column: 1, endLine: 2, endColumn: 4, text: '2' },
      { from: 2, to: 2, before: ['two'], lines: ['2'] },
    ],
    ['that adds a line at the top', { text: 'new\n' }, { from: 1, to: 1, before: ['one'], lines: ['new', 'one'] }],
    [
      'that adds a line at the end',
      { line: 4, endLine: 4, text: 'new\n' },
      { from: 3, to: 3, lines: ['three', 'new'] },
    ],
    ['that removes a line', { line: 2, endLine: 3 }, { from: 2, to: 2, before: ['two'], lines: [] }],
  ])('%s', (_, edit, expected) => {
    expect(suggestionOf(fixable([edit]), reader(files))).toMatchObject(expected as object);
  });

  it.each<[string, Finding]>([
    ['is not safe', fixable([{ text: 'x' }], 'unsafe')],
    ['touches two files', fixable([{ text: 'x' }, { file: 'b.yaml', text: 'x' }])],
    ['touches a file that was not read', fixable([{ file: 'b.yaml', text: 'x' }])],
    ['changes nothing', fixable([{ endColumn: 4, text: 'one' }])],
    ['holds what a reader would not see', fixable([{ text: 'a\u202eb' }])],
    ['is not there', makeFinding()],
  ])('is not offered when it %s', (_, finding) => {
    expect(suggestionOf(finding, reader(files))).toBeUndefined();
  });

  it('cannot end its fence', () => {
    const lines = ['```', '`````', 'a: 1'];
    const text = renderRemark(makeFinding(), { suggestion: { file: 'a', from: 1, to: 1, before: ['x'], lines } });
    expect(suggestionsIn(text)).toEqual([lines]);
  });
});
