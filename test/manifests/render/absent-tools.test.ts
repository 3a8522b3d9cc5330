/** Without the tools a check says so once for each, and judges raw files as if there was nothing to render. */
import { expect, test } from 'vitest';
import { realTools } from '../../../scripts/real-tools.ts';
import { reportOf, spotted } from './rendered-check.ts';

const { kubectl32 } = await realTools();
const guid = '11111111-1111-4111-8111-111111111111';
const account = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  annotations:
    azure.workload.identity/clientid: ${guid}
`;
const files = {
  'raw/account.yaml': account,
  'base/kustomization.yaml': 'resources: [account.yaml]\n',
  'base/account.yaml': account.replace('name: orders', 'name: billing'),
  'chart/Chart.yaml': 'apiVersion: v2\nname: app\nversion: 0.1.0\n',
  'chart/templates/account.yaml': account,
};

test('one gap for each tool, and the findings of raw files', async () => {
  const report = await reportOf(files, {});
  expect(report.gaps.map(({ what }) => what)).toEqual(['1 Helm chart (chart)', '1 Kustomize root (base)']);
  expect(spotted(report.findings)).toEqual([
    'base/account.yaml:6 client-id-misspelt',
    'raw/account.yaml:6 client-id-misspelt',
  ]);
  expect(report.conclusion).toBe('failure');
});

test('a tool that is there is used although the other is not', async () => {
  const report = await reportOf(files, { kustomize: kubectl32 });
  expect(report.gaps.map(({ what }) => what)).toEqual(['1 Helm chart (chart)']);
  expect(report.stats.rendered).toBe(1);
});
