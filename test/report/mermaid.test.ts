/** The picture of the wires: what is drawn, what is marked, and that no name can end it. */
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/adapters/clock.ts';
import { check } from '../../src/app/check.ts';
import type { DeclaredCredential } from '../../src/model/federation.ts';
import { literalText } from '../../src/model/partial-text.ts';
import { type Wire, wiresAtFault } from '../../src/model/wire.ts';
import { renderWires } from '../../src/report/mermaid.ts';
import { rules } from '../../src/rules/index.ts';
import { account, pod, wrongLabel } from '../e2e/review-manifests.ts';
import { findingsOf, loadExample } from '../rules/judge-example.ts';
import { memoryFiles } from '../rules/memory-files.ts';

const silent = { progress() {}, notice() {}, debug() {} };
const wiresOf = async (files: Record<string, string>) => {
  const inputs = { paths: ['.'], exhaustive: false, failOn: 'error', render: 'never' } as const;
  const { wires } = await check(inputs, { files: memoryFiles(files), log: silent, clock: systemClock });
  return wires?.() ?? [];
};
/** A credential that a file declares for the account, as a reader of declarations makes it. */
const declared = (subject: string): DeclaredCredential => {
  const source = { path: 'infra/main.tf', text: subject };
  const at = { source, start: 0, end: subject.length };
  const rest = { audiences: [], conditional: false, parallelLoop: false, claimsMatchingExpression: false };
  return { language: 'terraform', at, subject: { text: literalText(subject), at }, ...rest };
};
const right = { name: expect.any(String), fault: null };

describe('the wires at fault', () => {
  it('lead from the pods to the credential, with the fault at its link', async () => {
    const loaded = await loadExample({ 'k8s/a.yaml': account, 'k8s/b.yaml': wrongLabel('orders') });
    const credentials = ['other', 'orders'].map((name) => declared(`system:serviceaccount:shop:${name}`));
    expect(wiresAtFault({ ...loaded.repository, credentials }, findingsOf(loaded, rules))).toEqual([
      {
        pods: { name: 'Pod shop/orders', fault: 'error' },
        account: { name: 'shop/orders', fault: null },
        identity: { name: '1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11', fault: null },
        credential: { name: 'system:serviceaccount:shop:orders', fault: null },
      },
    ]);
  });

  it('have the fault of a client id at the identity', async () => {
    const wires = await wiresOf({
      'a.yaml': account.replace(/client-id: .*/, 'client-id: orders'),
      'b.yaml': pod('b'),
    });
    expect(wires).toMatchObject([{ pods: right, account: right, identity: { name: 'orders', fault: 'error' } }]);
  });

  it('are none when nothing is wrong', async () => {
    expect(await wiresOf({ 'a.yaml': account, 'b.yaml': pod('orders') })).toEqual([]);
  });
});

describe('the picture', () => {
  const wire = (name: string): Wire => ({
    pods: { name, fault: 'error' },
    account: { name: 'shop/orders', fault: null },
    identity: undefined,
    credential: undefined,
  });

  it('draws an account once, and the arrow of a fault dotted', () => {
    const picture = renderWires([wire('Pod a'), wire('Pod b')]);
    expect(picture.match(/ServiceAccount/g)).toHaveLength(1);
    expect(picture).toContain('  p0 -.-> s1\n  p2 -.-> s1\n');
    expect(picture).toMatch(/p0\["Pods<br\/>Pod a"\]:::error\n/);
  });

  it('is bounded and counts the rest', () => {
    const picture = renderWires(Array.from({ length: 40 }, (_, at) => wire(`Pod ${at} ${'x'.repeat(500)}`)));
    expect(picture.length).toBeLessThan(5000);
    expect(picture.match(/:::error/g)).toHaveLength(12);
    expect(picture).toContain('28 more wires are at fault.');
  });

  it('holds no name that could end a label, the fence or the page', () => {
    const hostile = 'a"];b\n```\n<script>%%{init: {}}%%click x href "y" ##[add-mask]c\u202e';
    const picture = renderWires([wire(hostile)]);
    const [row = ''] = picture.split('\n').filter((line) => line.includes(':::error'));
    expect(row).toMatch(/^ {2}p0\["Pods<br\/>[\w ./,()#;-]*"\]:::error$/);
    expect(picture.match(/```/g)).toHaveLength(2);
    expect(picture).not.toMatch(/script>|%%|##/);
  });

  it('is not there without wires', () => expect(renderWires([])).toBe(''));
});
