/** The report's order, counts and conclusion. */
import { describe, expect, it } from 'vitest';
import type { AppliedChange, Change, Plan } from '../../src/model/change.ts';
import type { FailOn } from '../../src/report/build.ts';
import { makeFinding, makeReport } from './make-report.ts';

const note = makeFinding({ severity: 'note', fingerprint: 'n' });
const warning = makeFinding({ severity: 'warning', fingerprint: 'w' });
const error = makeFinding({ severity: 'error', fingerprint: 'e' });
const suppressed = makeFinding({ suppressed: { by: 'comment', reason: 'known' }, fingerprint: 's' });

describe('conclusion', () => {
  const table: [FailOn, string, string][] = [
    ['error', 'note warning', 'success'],
    ['error', 'error', 'failure'],
    ['warning', 'note', 'success'],
    ['warning', 'warning', 'failure'],
    ['note', 'note', 'failure'],
    ['note', '', 'success'],
    ['never', 'error warning note', 'success'],
  ];
  it.each(table)('fail-on %s with findings "%s" is %s', (failOn, severities, conclusion) => {
    const all = { note, warning, error };
    const findings = severities.split(' ').flatMap((severity) => all[severity as keyof typeof all] ?? []);
    expect(makeReport({ failOn, findings }).conclusion).toBe(conclusion);
  });

  it('never fails over suppressed findings, and does not count them', () => {
    const report = makeReport({ failOn: 'note', findings: [suppressed] });
    expect(report.conclusion).toBe('success');
    expect(report.counts).toEqual({ errors: 0, warnings: 0, notes: 0 });
    expect(report.findings).toHaveLength(1);
  });

  it('is an error when a rule threw, with the other findings still there', () => {
    const failure = { problem: 'The rule pod-label-misplaced failed', evidence: 'TypeError: x', remedy: 'Report it.' };
    const report = makeReport({ findings: [note], failures: [failure], failOn: 'never' });
    expect(report.conclusion).toBe('error');
    expect(report.findings).toEqual([note]);
    expect(report.gaps).toEqual([{ what: failure.problem, why: failure.evidence, remedy: failure.remedy }]);
  });

  it('fails over a blocked change and over a failed write, whatever fail-on says', () => {
    const change: Change = {
      action: 'create',
      identity: 'i',
      name: 'n',
      issuer: 's',
      subject: 'u',
      audience: 'a',
      owned: true,
      origin: null,
      fields: [],
      blocked: 'not allowed by idwire.yaml',
    };
    const plan: Plan = { digest: 'd', complete: true, changes: [change], unchanged: 0 };
    const applied: AppliedChange[] = [{ action: 'create', identity: 'i', name: 'n', outcome: 'failed', error: '403' }];
    expect(makeReport({ findings: [], failOn: 'never', plan }).conclusion).toBe('failure');
    expect(makeReport({ findings: [], failOn: 'never', applied }).conclusion).toBe('failure');
    expect(makeReport({ findings: [], plan: { ...plan, changes: [{ ...change, blocked: null }] } }).conclusion).toBe(
      'success',
    );
  });
});

describe('order', () => {
  it('is by file, line, column, rule, fingerprint, whatever order findings and gaps came in', () => {
    const findings = [
      makeFinding({ file: 'b.yaml', line: 1 }),
      makeFinding({ file: 'a.yaml', line: 10, rule: 'z' }),
      makeFinding({ file: 'a.yaml', line: 10, rule: 'a', fingerprint: '2' }),
      makeFinding({ file: 'a.yaml', line: 10, rule: 'a', fingerprint: '1' }),
      makeFinding({ file: 'a.yaml', line: 9, column: 99 }),
      makeFinding({ file: 'B.yaml', line: 1 }),
    ];
    const gaps = [
      { what: 'b', why: '', remedy: '' },
      { what: 'a', why: '2', remedy: '' },
      { what: 'a', why: '1', remedy: '' },
    ];
    const report = makeReport({ findings, gaps });
    expect(report).toEqual(makeReport({ findings: findings.toReversed(), gaps: gaps.toReversed() }));
    expect(report.findings.map(({ file, line, rule, fingerprint }) => [file, line, rule, fingerprint].join())).toEqual([
      'B.yaml,1,pod-label-misplaced,a1',
      'a.yaml,9,pod-label-misplaced,a1',
      'a.yaml,10,a,1',
      'a.yaml,10,a,2',
      'a.yaml,10,z,a1',
      'b.yaml,1,pod-label-misplaced,a1',
    ]);
    expect(report.gaps.map(({ what, why }) => what + why)).toEqual(['a1', 'a2', 'b']);
  });
});
