/** The job summary: worst first, linked, and never longer than a host accepts. */
import { describe, expect, it } from 'vitest';
import { renderMarkdown, summaryLimit } from '../../src/report/markdown.ts';
import { makeFinding, makeOutcome } from './make-report.ts';

const rowsOf = (markdown: string) => markdown.split('\n').filter((line) => /^\| (error|warning|note) \|/.test(line));

describe('the table', () => {
  it('has every finding that counts, worst first, those of changed files before others', () => {
    const findings = [
      makeFinding({ file: 'a.yaml', severity: 'note' }),
      makeFinding({ file: 'b.yaml', severity: 'warning' }),
      makeFinding({ file: 'c.yaml', severity: 'error' }),
      makeFinding({ file: 'd.yaml', severity: 'error' }),
      makeFinding({ file: 'e.yaml', suppressed: { by: 'baseline', reason: '' } }),
    ];
    const markdown = renderMarkdown(makeOutcome({ findings }), { changedFiles: new Set(['d.yaml']) });
    const places = rowsOf(markdown).map((row) => /<code>(.*?)<\/code>/.exec(row)?.[1]);
    expect(places).toEqual(['d.yaml:3', 'c.yaml:3', 'b.yaml:3', 'a.yaml:3']);
    expect(markdown).toContain('2 errors, 1 warning, 1 note in 4 files (1 suppressed).');
  });

  it('links lines and rules when their addresses are known', () => {
    const [row] = rowsOf(
      renderMarkdown(makeOutcome(), {
        fileUrl: (file, line) => `https://git.example.com/${file}#L${line}`,
        docsUrl: 'https://git.example.com/idwire',
      }),
    );
    expect(row).toContain('<a href="https://git.example.com/k8s/orders.yaml#L3"><code>k8s/orders.yaml:3</code></a>');
    expect(row).toContain('<a href="https://git.example.com/idwire/docs/rules/pod-label-misplaced.md">');
  });

  it('is left out when there is nothing to show', () => {
    expect(renderMarkdown(makeOutcome({ findings: [] }))).toBe('## Idwire check: passed\n\nNo problems in 4 files.\n');
  });
});

describe('what fix did', () => {
  const place = { rule: 'a-rule', file: 'a.yaml', line: 2 };
  const outcome = makeOutcome({ findings: [] });
  const withFixes = (written: boolean, count: number) => {
    const fixes = {
      written,
      mended: Array(count).fill(place),
      left: [{ ...place, why: 'It is read-only.' }],
      files: [],
    };
    return renderMarkdown({ ...outcome, report: { ...outcome.report, command: 'fix', fixes } });
  };

  it('is listed and counted', () => {
    expect(withFixes(true, 1)).toMatch(/^No problems in 4 files \(1 mended, 1 left\)\.$/m);
    expect(withFixes(true, 1)).toMatch(
      /### Fixes\n\n- Mended a-rule at a.yaml:2.\n- Left a-rule at a.yaml&#58;<!-- -->2: It is/,
    );
    expect(withFixes(false, 1)).toMatch(/- Would mend a-rule at a.yaml:2./);
  });

  it('is cut with the rest counted', () => {
    expect(withFixes(true, 150)).toContain('51 more findings did not fit here');
  });
});

describe('the limit', () => {
  const findings = Array.from({ length: 20_000 }, (_, line) =>
    makeFinding({
      line: line + 1,
      message: `Finding number ${line + 1} 日本`,
      severity: line < 10 ? 'error' : 'warning',
    }),
  );
  const gaps = Array.from({ length: 5000 }, (_, at) => ({ what: `gap ${at}`, why: '日'.repeat(900), remedy: 'r' }));

  it('of a job summary holds, with the dropped tail counted', () => {
    const markdown = renderMarkdown(makeOutcome({ findings, gaps }));
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(summaryLimit);
    expect(summaryLimit).toBeLessThan(1024 * 1024);
    const shown = rowsOf(markdown).length;
    expect(shown).toBeGreaterThan(1000);
    expect(markdown).toContain(`${20_000 - shown} more findings did not fit here`);
    const gapsShown = markdown.split('\n').filter((line) => line.startsWith('- gap')).length;
    expect(markdown).toContain(`${5000 - gapsShown} more gaps did not fit here`);
    expect(
      rowsOf(markdown)
        .slice(0, 10)
        .every((row) => row.startsWith('| error |')),
    ).toBe(true);
  });

  it.each([600, 1000, 5000, 60_000])('of %i bytes holds', (maxBytes) => {
    const markdown = renderMarkdown(makeOutcome({ findings }), { maxBytes });
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(maxBytes);
    expect(markdown).toContain(`${20_000 - rowsOf(markdown).length} more findings did not fit here`);
  });

  it('holds for one finding with endless text, which is shortened', () => {
    const endless = makeFinding({ message: '@'.repeat(2_000_000), remedy: '_'.repeat(2_000_000) });
    const markdown = renderMarkdown(makeOutcome({ findings: [endless] }));
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(summaryLimit);
    expect(rowsOf(markdown)).toHaveLength(1);
  });
});
