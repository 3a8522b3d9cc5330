/** Every safe fix of every rule's examples, however the files are written: mended, and no other line changed. */
import { structuredPatch } from 'diff';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { Finding } from '../../src/model/finding.ts';
import { prepareExample } from '../rules/judge-example.ts';
import { exampleModules } from '../rules/rule-examples.ts';
import { type Contents, checkIn, fixIn, textIn } from './fix-in-memory.ts';

const yaml = { schema: 'failsafe', resolveKnownTags: false, logLevel: 'silent' } as const;

/** The documents written out anew as flow; comments and plain scalars stay what they are. */
function inFlow(text: string, width: number): string {
  return parseAllDocuments(text, yaml)
    .map((document) => {
      if (document.errors.length > 0) return text;
      return document.toString({ collectionStyle: 'flow', lineWidth: width, flowCollectionPadding: false });
    })
    .join('---\n');
}

const quotedKeys = (quote: string) => (text: string) =>
  text.replace(/^(\s*)(azure\.?workload\.identity\/[\w-]+):/gm, `$1${quote}$2${quote}:`);

/** The ways in which the same files can be written; `exact` where every fix must succeed. */
const forms: Record<string, { write: (text: string) => string; exact: boolean }> = {
  'line feeds': { write: (text) => text, exact: true },
  'line ends of Windows': { write: (text) => text.replaceAll('\n', '\r\n'), exact: true },
  'a byte order mark': { write: (text) => `\ufeff${text}`, exact: true },
  'no last line end': { write: (text) => text.replace(/\n+$/, ''), exact: true },
  'keys in single quotes': { write: quotedKeys("'"), exact: true },
  'keys in double quotes': { write: quotedKeys('"'), exact: true },
  'a comment behind each line': { write: (text) => text.replace(/(azure.*[^|>\-\s])$/gm, '$1 # why'), exact: false },
  'one line of flow': { write: (text) => inFlow(text, 0), exact: false },
  'flow on many lines': { write: (text) => inFlow(text, 20), exact: false },
};

const safeOf = (findings: readonly Finding[]) =>
  findings.filter(({ fix, suppressed }) => fix?.safety === 'safe' && !suppressed);

/** Lines of the old text that the fixes name, by file; an insertion names the line it stands at. */
function namedLines(findings: readonly Finding[]): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { file, line, column, endLine, endColumn } of findings.flatMap(({ fix }) => fix?.edits ?? [])) {
    const last = endColumn === 1 && endLine > line && column === 1 ? endLine - 1 : endLine;
    for (let at = line; at <= last; at++) named.add(`${file}:${at}`);
  }
  return named;
}

/** Lines of the old text that are gone or changed, by file. */
function changedLines(file: string, before: string, after: string): readonly string[] {
  const { hunks } = structuredPatch(file, file, before, after, undefined, undefined, { context: 0 });
  return hunks.flatMap(({ oldStart, oldLines }) =>
    Array.from({ length: oldLines }, (_, at) => `${file}:${oldStart + at}`),
  );
}

const modules = await exampleModules();
const withFixes: { id: string; title: string; files: Record<string, string> }[] = [];
for (const { module } of modules) {
  for (const example of module.examples.bad) {
    const { files } = prepareExample(example);
    const { report } = await checkIn(files);
    if (safeOf(report.findings).length > 0) withFixes.push({ id: module.rule.id, title: example.title, files });
  }
}

it('there are rules with safe fixes', () => {
  expect(new Set(withFixes.map(({ id }) => id)).size).toBeGreaterThanOrEqual(5);
});

describe.each(Object.entries(forms))('%s', (_, { write, exact }) => {
  it.each(withFixes)('$id: $title', async ({ files }) => {
    const originals: Contents = {};
    for (const [path, text] of Object.entries(files)) originals[path] = write(text);
    const before = safeOf((await checkIn(originals)).report.findings);
    const contents = { ...originals };
    const { report } = await fixIn(contents);
    const { mended, left } = report.fixes as NonNullable<typeof report.fixes>;

    if (exact) expect(left).toEqual([]);
    expect(mended.length > 0 || left.length > 0).toBe(before.length > 0);
    expect(safeOf(report.findings)).toHaveLength(left.length);
    for (const { rule, file, line } of exact ? before : mended) {
      expect(
        report.findings.filter(
          (finding) =>
            finding.rule === rule && finding.file === file && finding.line === line && finding.severity === 'error',
        ),
      ).toEqual([]);
    }
    expect((await checkIn(contents)).report.findings).toEqual(report.findings);

    const named = namedLines(before);
    for (const path of Object.keys(originals)) {
      const [old, now] = [textIn(originals, path), textIn(contents, path)];
      for (const line of changedLines(path, old, now)) expect(named).toContain(line);
      expect(now.startsWith('\ufeff')).toBe(old.startsWith('\ufeff'));
      expect(now.endsWith('\n')).toBe(old.endsWith('\n'));
      if (/\r\n/.test(old)) expect(now).not.toMatch(/[^\r]\n/);
      else expect(now).not.toContain('\r');
      const comments = (text: string) =>
        text
          .split(/\r?\n/)
          .flatMap((line) => /#.*$/.exec(line)?.[0] ?? [])
          .sort();
      // A line that is only removed takes its comment along.
      const removes = before.some(({ fix }) => fix?.edits.every(({ text }) => text === ''));
      if (!removes) expect(comments(now)).toEqual(comments(old));
    }

    const again = { ...contents };
    expect((await fixIn(again)).report.fixes?.mended).toEqual([]);
    expect(again).toEqual(contents);
  });
});
