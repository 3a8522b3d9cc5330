/** The JSON report keeps everything, in the contract's order, the same bytes each time. */
import { expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { renderJson } from '../../src/report/json.ts';

type Complete<T> = T extends readonly (infer Item)[]
  ? readonly Complete<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]-?: Complete<T[Key]> }
    : T;

/** Has every key of the contract, so that a key that is added to the model has to be added here. */
const complete: Complete<Report> = {
  version: 1,
  command: 'plan',
  conclusion: 'failure',
  findings: [
    {
      rule: 'pod-label-misplaced',
      severity: 'error',
      confidence: 'high',
      message: 'm',
      remedy: 'r',
      file: 'k8s/a.yaml',
      line: 7,
      column: 5,
      endLine: 7,
      endColumn: 40,
      docs: 'docs/rules/pod-label-misplaced.md',
      related: [{ file: 'k8s/sa.yaml', line: 4, note: 'n' }],
      fingerprint: 'f',
      rendered: { by: 'kustomize', root: 'overlays/prod' },
      fix: {
        safety: 'safe',
        edits: [{ file: 'k8s/a.yaml', line: 7, column: 5, endLine: 7, endColumn: 9, text: 'x: y\n' }],
        refused: 'no',
      },
      suppressed: { by: 'comment', reason: 'known' },
    },
  ],
  plan: {
    digest: 'd',
    complete: true,
    changes: [
      {
        action: 'update',
        identity: '/subscriptions/a',
        name: 'n',
        issuer: 'https://issuer.example.com',
        subject: 'system:serviceaccount:shop:orders',
        audience: 'api://AzureADTokenExchange',
        owned: true,
        origin: { file: 'k8s/sa.yaml', line: 4 },
        fields: [{ field: 'audience', from: 'a', to: 'b' }],
        blocked: 'not allowed by idwire.yaml',
        reason: 'renamed',
      },
    ],
    unchanged: 3,
    left: [{ identity: 'i', subject: 's', to: 'infra/main.tf:18', origin: { file: 'k8s/sa.yaml', line: 4 } }],
  },
  applied: [{ action: 'create', identity: 'i', name: 'n', outcome: 'failed', error: '403' }],
  fixes: {
    written: true,
    mended: [{ rule: 'r', file: 'f', line: 1 }],
    left: [{ rule: 'r', file: 'f', line: 1, why: 'w' }],
    files: [{ file: 'f', diff: 'd' }],
  },
  proofs: [{ identity: 'c', issuer: 'i', subject: 's', audience: 'a', outcome: 'refused', error: 'AADSTS700213' }],
  gaps: [{ what: 'w', why: 'y', remedy: 'r' }],
  counts: { errors: 1, warnings: 0, notes: 0 },
  stats: { files: 1, documents: 2, parsed: 3, rendered: 4, durationMs: 5 },
};

/** The same value with the keys of every object in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).toReversed();
  return Object.fromEntries(entries.map(([key, inner]) => [key, shuffled(inner)]));
}

const render = (report: Report) => renderJson({ report, sourceLine: () => undefined });

it('loses nothing and ends with a line feed', () => {
  expect(JSON.parse(render(complete))).toEqual(complete);
  expect(render(complete).endsWith('}\n')).toBe(true);
});

it('writes the keys in the order of the contract, whatever order they were made in', () => {
  const text = render(shuffled(complete) as Report);
  expect(text).toBe(render(complete));
  const back = JSON.parse(text);
  expect(Object.keys(back)).toEqual(Object.keys(complete));
  expect(Object.keys(back.findings[0])).toEqual(Object.keys(complete.findings[0] as object));
  expect(Object.keys(back.plan.changes[0])).toEqual(Object.keys(complete.plan.changes[0] as object));
  expect(Object.keys(back.stats)).toEqual(Object.keys(complete.stats));
});
