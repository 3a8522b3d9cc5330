/** A fault without its finding and a finding without its fault are both mistakes. */

import { expect, test } from 'vitest';
import { mistakesOf } from '../../../scripts/bench/accuracy.ts';

const faults = [
  { rule: 'client-id-misspelt', application: 'apps/billing/cart-1' },
  { rule: 'pod-label-not-true', application: 'apps/search/index-2' },
] as const;
const right = [
  { rule: 'client-id-misspelt', file: 'apps/billing/cart-1/service-account.yaml' },
  { rule: 'pod-label-not-true', file: 'apps/search/index-2/deployment.yaml' },
];

test('exactly the injected faults are no mistake', () => {
  expect(mistakesOf({ faults }, right)).toEqual([]);
  expect(mistakesOf({ faults: [] }, [])).toEqual([]);
});

test('a missed fault, another rule and another application are mistakes', () => {
  expect(mistakesOf({ faults }, right.slice(1))).toEqual(['client-id-misspelt missed in apps/billing/cart-1']);
  expect(mistakesOf({ faults: [] }, right.slice(1))).toEqual([
    'pod-label-not-true made up in apps/search/index-2/deployment.yaml',
  ]);
  const elsewhere = { rule: 'client-id-misspelt', file: 'apps/billing/cart-11/service-account.yaml' };
  expect(mistakesOf({ faults: faults.slice(0, 1) }, [elsewhere])).toHaveLength(2);
});
