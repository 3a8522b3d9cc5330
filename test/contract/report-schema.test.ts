/** The schema of the report accepts every report that type-checks, and knows every key of the types. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../scripts/generated-files.ts';
import type { AppliedChange, Change, Plan } from '../../src/model/change.ts';
import type { Finding, TextEdit } from '../../src/model/finding.ts';
import { commands, type Fixes, type ProofRow, type Report } from '../../src/model/report.ts';

type Node = {
  readonly properties: Readonly<Record<string, Node>>;
  readonly items: Node;
  readonly anyOf: readonly Node[];
};

const schema = JSON.parse(readFileSync(join(projectRoot, 'schema/report.schema.json'), 'utf8')) as Node;
const validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);

/* The values below hold every key of their types: the compiler asks for a new one as soon as a type gets it. */

const edit: TextEdit = { file: 'a.yaml', line: 1, column: 1, endLine: 1, endColumn: 2, text: 'x' };
const finding: Required<Finding> = {
  rule: 'pod-label-misplaced',
  severity: 'error',
  confidence: 'high',
  message: 'What is wrong.',
  remedy: 'What to do.',
  file: 'k8s/a.yaml',
  line: 7,
  column: 5,
  endLine: 7,
  endColumn: 40,
  docs: 'docs/rules/pod-label-misplaced.md',
  related: [{ file: 'k8s/sa.yaml', line: 4, note: 'the account' }],
  fingerprint: 'abc',
  rendered: { by: 'kustomize', root: 'overlays/prod' },
  fix: { safety: 'safe', edits: [edit], refused: 'why not' },
  suppressed: { by: 'comment', reason: 'why' },
};
const change: Required<Change> = {
  action: 'update',
  identity: '/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i',
  name: 'name',
  issuer: 'https://issuer.example/',
  subject: 'system:serviceaccount:shop:orders',
  audience: 'api://AzureADTokenExchange',
  owned: true,
  origin: { file: 'k8s/sa.yaml', line: 4 },
  fields: [{ field: 'audience', from: 'a', to: 'b' }],
  blocked: null,
  reason: 'renamed',
};
const plan: Plan = {
  digest: 'd',
  complete: false,
  changes: [change, { ...change, origin: null }],
  unchanged: 3,
  left: [{ identity: 'i', subject: 's', to: 'infra/main.tf:18', origin: { file: 'k8s/sa.yaml', line: 4 } }],
};
const applied: AppliedChange = { action: 'create', identity: 'i', name: 'n', outcome: 'failed', error: 'refused' };
const fixes: Fixes = {
  written: false,
  mended: [{ rule: 'r', file: 'a.yaml', line: 1 }],
  left: [{ rule: 'r', file: 'a.yaml', line: 1, why: 'w' }],
  files: [{ file: 'a.yaml', diff: '--- a/a.yaml' }],
};
const proof: ProofRow = {
  identity: 'c',
  issuer: 'i',
  subject: 's',
  audience: 'a',
  outcome: 'accepted',
  error: null,
};
const report: Required<Report> = {
  version: 1,
  command: 'apply',
  conclusion: 'failure',
  findings: [finding],
  plan,
  applied: [applied, { ...applied, outcome: 'done', error: null }],
  fixes,
  proofs: [proof, { ...proof, outcome: 'refused', error: 'AADSTS700213' }],
  gaps: [{ what: 'w', why: 'y', remedy: 'r' }],
  counts: { errors: 1, warnings: 0, notes: 0 },
  stats: { files: 1, documents: 1, parsed: 1, rendered: 0, durationMs: 1.5 },
};

function without(value: object, ...keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

/** The report as text and back, as a reader of it would have it. */
const asRead = (value: unknown) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;

describe('the schema', () => {
  test('accepts a full report and a small one', () => {
    const plain = { ...without(finding, 'rendered', 'fix'), suppressed: null };
    const small = { ...without(report, 'plan', 'applied', 'fixes'), findings: [plain], gaps: [] };
    for (const value of [report, small]) {
      validate(asRead(value));
      expect(validate.errors).toBeNull();
    }
  });

  test('accepts keys of later versions', () => {
    expect(validate({ ...asRead(report), later: true })).toBe(true);
  });

  test.each([
    ['version', 2],
    ['command', 'guess'],
    ['conclusion', null],
    ['findings', [{ ...finding, line: 0 }]],
    ['findings', [{ ...finding, severity: 'fatal' }]],
    ['counts', {}],
    ['gaps', undefined],
  ])('refuses a wrong %s', (key, value) => {
    expect(validate(asRead({ ...report, [key]: value }))).toBe(false);
  });

  test('knows the keys of the types and no others', () => {
    const properties = (node: Node | undefined) => Object.keys(node?.properties ?? {}).sort();
    const keys = (value: object) => Object.keys(value).sort();
    const { findings, plan: planNode, applied: appliedNode, stats } = schema.properties;
    expect(properties(schema)).toEqual(keys(report));
    expect(properties(findings?.items)).toEqual(keys(finding));
    expect(properties(findings?.items.properties.fix?.properties.edits?.items)).toEqual(keys(edit));
    expect(properties(planNode)).toEqual(keys(plan));
    expect(properties(planNode?.properties.changes?.items)).toEqual(keys(change));
    expect(properties(appliedNode?.items)).toEqual(keys(applied));
    for (const key of ['mended', 'left', 'files'] as const) {
      expect(properties(schema.properties.fixes?.properties[key]?.items)).toEqual(keys(fixes[key][0] as object));
    }
    expect(properties(stats)).toEqual(keys(report.stats));
    expect(schema.properties.command).toMatchObject({ enum: [...commands] });
  });
});
