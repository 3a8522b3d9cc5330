/** SARIF 2.1.0: valid for every rule's examples, complete, and within what code scanning takes. */
import { describe, expect, it } from 'vitest';
import { check } from '../../src/app/check.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Outcome } from '../../src/model/report.ts';
import { mostRelated, mostResults, renderSarif } from '../../src/report/sarif.ts';
import { rules } from '../../src/rules/index.ts';
import { prepareExample } from '../rules/judge-example.ts';
import { memoryFiles } from '../rules/memory-files.ts';
import { fileExampleModules } from '../rules/rule-examples.ts';
import { makeFinding, makeOutcome } from './make-report.ts';
import { sarifFaults } from './sarif-schema.ts';

const docsUrl = 'https://github.com/contoso/idwire/blob/v1';
const runOf = (outcome: Outcome, options = {}) => JSON.parse(renderSarif(outcome, options)).runs[0];
const resultOf = (changes: Partial<Finding>) => runOf(makeOutcome({ findings: [makeFinding(changes)] })).results[0];

describe('the examples of every rule', async () => {
  const modules = await fileExampleModules();
  const log = { progress() {}, notice() {}, debug() {} };
  const clock = { monotonic: () => 0, sleep: async () => {} };

  it.each(modules.map(({ module }) => [module.rule.id, module] as const))('%s', async (id, { examples }) => {
    for (const example of [...examples.bad, ...examples.good]) {
      const files = memoryFiles(prepareExample(example).files);
      const outcome = await check({ paths: ['.'], exhaustive: false, failOn: 'error' }, { files, log, clock });
      const text = renderSarif(outcome, { docsUrl });
      expect(sarifFaults(JSON.parse(text))).toEqual([]);
      const { results, tool } = JSON.parse(text).runs[0];
      expect(results).toHaveLength(outcome.report.findings.length);
      for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
      if (examples.bad.includes(example)) expect(results.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain(id);
    }
  });
});

describe('a rule', () => {
  const { driver } = runOf(makeOutcome(), { docsUrl }).tool;

  it('is listed whether or not it found anything, with help, level, precision and page', () => {
    expect(driver.rules.map(({ id }: { id: string }) => id)).toEqual(rules.map(({ id }) => id).sort());
    for (const [index, rule] of rules.entries()) {
      const listed = driver.rules[index];
      expect(listed.defaultConfiguration.level).toBe(rule.severity);
      expect(listed.help.text).toMatch(/Remedy: /);
      expect(listed.help.markdown).toContain(rule.remedy);
      expect(listed.helpUri).toBe(`${docsUrl}/docs/rules/${rule.id}.md`);
      expect(listed.properties.tags.length).toBeLessThanOrEqual(20);
      expect(listed.properties.precision).toMatch(/^(?:high|medium|low)$/);
      expect(listed.properties['problem.severity']).toMatch(/^(?:error|warning|recommendation)$/);
    }
  });

  it('has no page where nobody knows one', () => {
    expect(JSON.stringify(runOf(makeOutcome()).tool)).not.toContain('helpUri');
  });
});

describe('a result', () => {
  it('says what, where to the column, and how to know it again', () => {
    expect(resultOf({})).toMatchObject({
      ruleId: 'pod-label-misplaced',
      level: 'error',
      message: { text: expect.stringMatching(/on the Deployment, not on its pods\.\nRemedy: Move/) },
      partialFingerprints: { 'idwire/v1': 'a1' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'k8s/orders.yaml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 41 },
          },
        },
      ],
    });
    expect(runOf(makeOutcome())).toMatchObject({
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { '%SRCROOT%': {} },
    });
  });

  it.each([
    ['a b%20#?.yaml', 'a%20b%2520%23%3F.yaml', true],
    ['c:d/ü.yaml', 'c%3Ad/%C3%BC.yaml', true],
    ['../up.yaml', '../up.yaml', true],
    ['/abs/x.yaml', 'file:///abs/x.yaml', false],
    ['C:/abs/x.yaml', 'file:///C%3A/abs/x.yaml', false],
    ['-', '-', false],
  ])('in %j has the address %j', (file, uri, relative) => {
    expect(resultOf({ file }).locations[0].physicalLocation.artifactLocation).toEqual({
      uri,
      ...(relative && { uriBaseId: '%SRCROOT%' }),
    });
  });

  it('names related places', () => {
    const { relatedLocations } = resultOf({ related: [{ file: 'k8s/sa.yaml', line: 4, note: 'the account' }] });
    expect(relatedLocations).toEqual([
      {
        id: 1,
        physicalLocation: {
          artifactLocation: { uri: 'k8s/sa.yaml', uriBaseId: '%SRCROOT%' },
          region: { startLine: 4 },
        },
        message: { text: 'the account' },
      },
    ]);
  });

  it.each([
    ['comment', 'inSource'],
    ['annotation', 'inSource'],
    ['baseline', 'external'],
    ['unchanged', 'external'],
  ] as const)('suppressed by %s is suppressed %s', (by, kind) => {
    const { suppressions } = resultOf({ suppressed: { by, reason: 'known' } });
    expect(suppressions).toEqual([{ kind, status: 'accepted', justification: 'known' }]);
    expect(resultOf({ suppressed: { by, reason: '' } }).suppressions).toEqual([{ kind, status: 'accepted' }]);
  });

  it('has its fix, file by file, and none when there are no edits', () => {
    const at = { line: 3, column: 5, endLine: 3, endColumn: 9 };
    const edits = ['a.yaml', 'b.yaml', 'a.yaml'].map((file, index) => ({ file, ...at, text: String(index) }));
    const [fix] = resultOf({ fix: { safety: 'unsafe', edits } }).fixes;
    expect(fix.properties).toEqual({ safety: 'unsafe' });
    expect(fix.artifactChanges).toMatchObject([
      {
        artifactLocation: { uri: 'a.yaml' },
        replacements: [{ insertedContent: { text: '0' } }, { insertedContent: { text: '2' } }],
      },
      { artifactLocation: { uri: 'b.yaml' }, replacements: [{ insertedContent: { text: '1' } }] },
    ]);
    expect(resultOf({ fix: { safety: 'safe', edits: [], refused: 'no' } })).not.toHaveProperty('fixes');
  });
});

describe('a run', () => {
  it('failed only when the job could not be done, and says what was not checked', () => {
    expect(runOf(makeOutcome()).invocations).toEqual([{ executionSuccessful: true }]);
    const failures = [{ problem: 'Rule x failed', evidence: 'stack', remedy: 'report it' }];
    expect(runOf(makeOutcome({ failures })).invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: 'warning', message: { text: expect.stringContaining('Rule x failed') } }],
      },
    ]);
  });

  it.each([
    [mostResults, mostResults, 0],
    [mostResults + 1, mostResults, 1],
  ])('of %i findings holds %i and states the rest', (count, held, notes) => {
    const findings = Array.from({ length: count }, (_, line) =>
      makeFinding({ line: line + 1, severity: line === 0 ? 'note' : 'warning', fingerprint: String(line) }),
    );
    const run = runOf(makeOutcome({ findings }));
    expect(run.results).toHaveLength(held);
    expect(run.invocations[0].toolExecutionNotifications ?? []).toHaveLength(notes);
    if (notes > 0) expect(run.results.every(({ level }: { level: string }) => level === 'warning')).toBe(true);
  });

  it('has at most a thousand places in a result, and states the rest', () => {
    const related = Array.from({ length: mostRelated + 1 }, (_, at) => ({ file: 'a.yaml', line: at + 1, note: 'n' }));
    const result = resultOf({ related });
    expect(result.locations.length + result.relatedLocations.length).toBe(1000);
    expect(result.message.text).toContain('1 more related places did not fit here');
    expect(resultOf({ related: related.slice(1) }).message.text).not.toContain('did not fit');
  });
});
