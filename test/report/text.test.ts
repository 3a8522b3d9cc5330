/** What a person reads: places, frames, remedies, gaps and the sum; colour only when asked for. */
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { renderText } from '../../src/report/text.ts';
import { makeFinding, makeOutcome } from './make-report.ts';

const source = { 'k8s/orders.yaml': ['kind: Deployment', 'metadata:', '    azure.workload.identity/use: "true"'] };

describe('a finding', () => {
  const finding = makeFinding({
    remedy: 'Move it:\n  kubectl edit',
    related: [{ file: 'k8s/sa.yaml', line: 4, note: 'the account that is meant' }],
    rendered: { by: 'kustomize', root: 'overlays/prod' },
  });
  const text = renderText(makeOutcome({ findings: [finding] }, source), { color: false });

  it('starts with its place, severity and message, and ends with its rule', () => {
    expect(text.split('\n')[0]).toBe(`k8s/orders.yaml:3:5: error: ${finding.message} [pod-label-misplaced]`);
  });

  it('shows the line with carets under the range', () => {
    expect(text).toContain(
      '  3 |     azure.workload.identity/use: "true"\n    |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n',
    );
  });

  it('shows the remedy with its lines indented, related places, the rendered root and the page of the rule', () => {
    expect(text).toContain(
      [
        '  remedy: Move it:',
        '      kubectl edit',
        '  see: k8s/sa.yaml:4: the account that is meant',
        '  rendered: by kustomize from overlays/prod',
        '  rule: docs/rules/pod-label-misplaced.md',
      ].join('\n'),
    );
  });

  it('links the page of the rule when it is known where Idwire came from', () => {
    const linked = renderText(makeOutcome(), { color: false, docsUrl: 'https://github.com/contoso/idwire/blob/v1' });
    expect(linked).toContain('rule: https://github.com/contoso/idwire/blob/v1/docs/rules/pod-label-misplaced.md\n');
  });

  it('has no frame when its file was not read', () => {
    expect(renderText(makeOutcome(), { color: false })).not.toContain('|');
  });
});

describe('the sum', () => {
  const suppressed = makeFinding({ suppressed: { by: 'comment', reason: 'x' }, message: 'not shown' });
  const gaps = [{ what: 'charts/app', why: 'helm is not on PATH', remedy: 'Install helm.' }];
  const stats = { files: 1, documents: 1, parsed: 1, rendered: 2, durationMs: 1 };
  const table: [string, Parameters<typeof makeOutcome>[0], string][] = [
    ['nothing', { findings: [] }, 'No problems in 4 files.'],
    ['one of one', { stats }, '1 error, no warnings, no notes in 1 file and 2 rendered roots.'],
    ['suppressed', { findings: [suppressed] }, 'No problems in 4 files (1 suppressed).'],
    ['a gap', { findings: [], gaps }, 'No problems in 4 files (1 not checked).'],
  ];
  it.each(table)('is the last line: %s', (_, parts, last) => {
    const text = renderText(makeOutcome(parts), { color: false });
    expect(text.endsWith(`${last}\n`)).toBe(true);
    expect(text).not.toContain('not shown');
  });

  it('comes after what was not checked', () => {
    const text = renderText(makeOutcome({ findings: [], gaps }), { color: false });
    expect(text).toBe(
      'not checked: charts/app: helm is not on PATH\n  remedy: Install helm.\n\nNo problems in 4 files (1 not checked).\n',
    );
  });
});

describe('colour', () => {
  it('changes nothing but colour', () => {
    const outcome = makeOutcome({ gaps: [{ what: 'a', why: 'b', remedy: 'c' }] }, source);
    const colored = renderText(outcome, { color: true });
    expect(colored).toContain('\u001b[31m');
    expect(stripVTControlCharacters(colored)).toBe(renderText(outcome, { color: false }));
  });
});
