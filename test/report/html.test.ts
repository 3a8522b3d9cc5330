/** The HTML page: everything on it, nothing it needs from elsewhere, and readable in any light. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/report/html.ts';
import { makeFinding, makeOutcome } from './make-report.ts';

const lines = { 'k8s/orders.yaml': ['kind: Deployment', '  labels:', '    azure.workload.identity/use: "true"'] };
const text = (html: string) =>
  html.replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

describe('the page', () => {
  it('shows findings worst first, with their lines, remedy, places and rule', () => {
    const findings = [
      makeFinding({ file: 'z.yaml', severity: 'note', message: 'A small thing.' }),
      makeFinding({
        related: [{ file: 'k8s/sa.yaml', line: 4, note: 'the account' }],
        rendered: { by: 'helm', root: 'charts/app' },
      }),
    ];
    const html = renderHtml(makeOutcome({ findings }, lines), { docsUrl: 'https://git.example.com/idwire' });
    const page = text(html.split('</head>')[1] ?? '');
    expect(page.indexOf('not on its pods')).toBeLessThan(page.indexOf('A small thing.'));
    expect(page).toContain('k8s/orders.yaml:3:5');
    expect(page).toContain('3     azure.workload.identity/use: "true"\n      ^^^');
    expect(page).toContain('Remedy Move the label');
    expect(page).toContain('See k8s/sa.yaml:4 the account');
    expect(page).toContain('Rendered by helm from charts/app');
    expect(page).toContain('1 error, no warnings, 1 note in 4 files.');
    expect(text(html.match(/href="([^"]*)"/)?.[1] ?? '')).toBe(
      'https://git.example.com/idwire/docs/rules/pod-label-misplaced.md',
    );
  });

  it('shows what was mended, what was not checked, and what was suppressed with its reason', () => {
    const findings = [makeFinding({ suppressed: { by: 'comment', reason: 'known and accepted' } })];
    const outcome = makeOutcome({ findings, gaps: [{ what: 'charts/app', why: 'no helm', remedy: 'install it' }] });
    const fixes = {
      written: true,
      mended: [{ rule: 'a-rule', file: 'a.yaml', line: 2 }],
      left: [{ rule: 'b-rule', file: 'b.yaml', line: 3, why: 'The file is read-only.' }],
      files: [{ file: 'a.yaml', diff: '--- a/a.yaml\n+++ b/a.yaml\n@@ -1 +1 @@\n-a: 1\r\n+a: 2\r\n' }],
    };
    const page = text(renderHtml({ ...outcome, report: { ...outcome.report, fixes } }).split('</head>')[1] ?? '');
    expect(page).toContain('Mended a-rule at a.yaml:2.');
    expect(page).toContain('Left b-rule at b.yaml:3: The file is read-only.');
    expect(page).toContain('-a: 1\n+a: 2\n');
    expect(page).toContain('charts/appno helminstall it');
    expect(page).toContain('comment known and accepted');
    expect(page).toContain('(1 mended, 1 left, 1 suppressed, 1 not checked).');
  });

  it('says that nothing was found', () => {
    const html = renderHtml(makeOutcome({ findings: [] }));
    expect(text(html)).toContain('No problems in 4 files.');
    expect(html).not.toContain('<table');
  });
});

describe('the head', () => {
  const html = renderHtml(makeOutcome());
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';

  it('allows its own style by hash and nothing else', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
    expect(html).not.toMatch(/<script|<link|<img|<iframe| src=|url\(|@import| style="/);
  });

  it('has colours for light and dark, and a way to lay it out on a narrow screen', () => {
    expect(style).toContain('prefers-color-scheme: dark');
    expect(style).toMatch(/@media \(max-width/);
    const [light = '', dark = ''] = style.split('prefers-color-scheme: dark');
    for (const name of style.matchAll(/var\((--\w+)\)/g)) {
      expect(light).toContain(`${name[1]}:`);
      expect(dark).toContain(`${name[1]}:`);
    }
  });

  it('is the same, byte for byte, for the same report', () => {
    expect(renderHtml(makeOutcome())).toBe(html);
    expect(html.startsWith('<!doctype html>\n<html lang="en">')).toBe(true);
    expect(html.endsWith('</html>\n')).toBe(true);
  });
});
