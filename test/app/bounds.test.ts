/** The bounds at their edges: exactly at one everything is read, one above it is said that something was not. */
import { describe, expect, it } from 'vitest';
import { check } from '../../src/app/check.ts';
import { defaultLimits } from '../../src/manifests/yaml/limits.ts';
import { checkIn, portsFor, writableFiles } from './fix-in-memory.ts';

/** An account with a fault, so that a finding proves that it was read. */
const account = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations: {azure.workload.identity/client-id: not-a-guid}
`;

const padded = (size: number) => account.padEnd(size - 1, '# padding '.repeat(8)).concat('\n');
const documents = (count: number) =>
  `${account}${'---\na: 1\n'.repeat(count - 2)}---\n${account.replace('orders', 'last')}`;
/** Levels count the map of the document. */
const nested = (levels: number) => `${account}deep: ${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}\n`;
const nestedBlocks = (levels: number) =>
  `${account}deep:\n${Array.from({ length: levels - 1 }, (_, at) => `${' '.repeat(at + 1)}k:\n`).join('')}`.replace(
    /k:\n$/,
    'k: 1\n',
  );
/** An alias of a list of 999 stands for a thousand nodes; one of a word for one. */
const aliased = (nodes: number) =>
  `${account}list: &list [${Array(999).fill('x').join(', ')}]\nword: &word x\nuses:\n${'- *list\n'.repeat(Math.floor(nodes / 1000))}${'- *word\n'.repeat(nodes % 1000)}`;

const rulesIn = async (text: string) => (await checkIn({ 'a.yaml': text })).report.findings.map(({ rule }) => rule);

describe.each<[string, (size: number) => string, number]>([
  ['the bytes of a file', padded, defaultLimits.fileBytes],
  ['the documents of a file', documents, defaultLimits.documents],
  ['nested flow', nested, defaultLimits.depth],
  ['nested blocks', nestedBlocks, defaultLimits.depth],
  ['nodes through aliases', aliased, defaultLimits.aliasNodes],
])('%s', (name, make, limit) => {
  it('are read up to the limit', async () => {
    const found = await rulesIn(make(limit));
    expect(found).not.toContain('limit-exceeded');
    expect(found).toHaveLength(name.startsWith('the documents') ? 2 : 1);
    expect(new Set(found)).toEqual(new Set(['client-id-not-a-guid']));
  });

  it('and one above it a finding says that something was not', async () => {
    const outcome = await checkIn({ 'a.yaml': make(limit + 1) });
    const [exceeded, ...rest] = outcome.report.findings.filter(({ rule }) => rule === 'limit-exceeded');
    expect(exceeded).toMatchObject({ severity: 'warning', file: 'a.yaml' });
    expect(rest).toEqual([]);
    expect(outcome.report.conclusion).toBe(name.startsWith('the documents') ? 'failure' : 'success');
  });
});

it('an exhaustive check keeps the same bounds', async () => {
  const files = writableFiles({ 'a.yaml': `${'a: 1\n---\n'.repeat(defaultLimits.documents)}b: 1\n` });
  const outcome = await check({ paths: ['.'], exhaustive: true, failOn: 'error' }, portsFor(files));
  expect(outcome.report.findings.map(({ rule }) => rule)).toEqual(['limit-exceeded']);
});
