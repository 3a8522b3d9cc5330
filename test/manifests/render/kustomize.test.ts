/** Kustomize roots are judged as they are applied, and findings are on the line that a person edits. */
import { describe, expect, test } from 'vitest';
import { realTools } from '../../../scripts/real-tools.ts';
import { fixedLine, reportOf, spotted } from './rendered-check.ts';

const { kubectl32, kubectl35 } = await realTools();
const guid = '11111111-1111-4111-8111-111111111111';

const account = (annotation: string) => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  annotations:
    ${annotation}
`;
const deployment = (label: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
spec:
  selector:
    matchLabels:
      app: orders
  template:
    metadata:
      labels:
        app: orders
${label}    spec:
      serviceAccountName: orders
      containers:
        - name: orders
          image: orders:1
`;
const base = (annotation: string, label: string) => ({
  'base/kustomization.yaml': 'resources:\n  - account.yaml\n  - deployment.yaml\n',
  'base/account.yaml': account(annotation),
  'base/deployment.yaml': deployment(label),
});
const goodAnnotation = `azure.workload.identity/client-id: ${guid}`;
const goodLabel = '        azure.workload.identity/use: "true"\n';

const overlay = `namePrefix: prod-
namespace: shop
resources:
  - ../../base
patches:
  - path: label.yaml
`;
const labelPatch = (value: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
spec:
  template:
    metadata:
      labels:
        azure.workload.identity/use: ${value}
`;

describe.each([
  ['kubectl 1.32', kubectl32],
  ['kubectl 1.35', kubectl35],
])('%s', (_, kustomize) => {
  test('an overlay with a prefix, a namespace and a label patch is right as a whole', async () => {
    const report = await reportOf(
      {
        ...base(goodAnnotation, ''),
        'overlays/prod/kustomization.yaml': overlay,
        'overlays/prod/label.yaml': labelPatch('"true"'),
      },
      { kustomize },
    );
    expect(spotted(report.findings)).toEqual([]);
    expect(report.gaps).toEqual([]);
    expect(report.stats.rendered).toBe(1);
  });

  test('a wrong label is on the line of the patch, and is mended there', async () => {
    const files = {
      ...base(goodAnnotation, ''),
      'overlays/prod/kustomization.yaml': overlay,
      'overlays/prod/label.yaml': labelPatch('"True"'),
    };
    const { findings } = await reportOf(files, { kustomize });
    expect(spotted(findings)).toEqual(['overlays/prod/label.yaml:9 pod-label-not-true']);
    expect(findings[0]?.rendered).toEqual({ by: 'kustomize', root: 'overlays/prod' });
    expect(findings[0]?.message).toContain('shop/prod-orders');
    expect(fixedLine(findings[0], files)).toBe('        azure.workload.identity/use: "true"');
  });

  test('a misspelt annotation is on the line of the resource, and is mended there', async () => {
    const files = {
      ...base(`azure.workload.identity/clientid: ${guid}`, goodLabel),
      'overlays/prod/kustomization.yaml': overlay.slice(0, overlay.indexOf('patches:')),
    };
    const { findings } = await reportOf(files, { kustomize });
    expect(spotted(findings)).toEqual(['base/account.yaml:6 client-id-misspelt']);
    expect(fixedLine(findings[0], files)).toBe(`    ${goodAnnotation}`);
  });

  test('a fault of a base that five overlays share is one finding, with the overlays as related', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const files = {
      ...base(`azure.workload.identity/clientid: ${guid}`, goodLabel),
      ...Object.fromEntries(
        names.map((name) => [
          `overlays/${name}/kustomization.yaml`,
          `namePrefix: ${name}-\nnamespace: shop-${name}\nresources: [../../base]\n`,
        ]),
      ),
    };
    const { findings } = await reportOf(files, { kustomize });
    expect(spotted(findings)).toEqual(['base/account.yaml:6 client-id-misspelt']);
    expect(findings[0]?.related.map(({ file }) => file).filter((file) => file.startsWith('overlays/'))).toEqual(
      names.slice(1).map((name) => `overlays/${name}/kustomization.yaml`),
    );
  });
});

test('operations that stand in the kustomization itself are found there', async () => {
  const files = {
    ...base('example.com/team: shop', goodLabel),
    'overlays/prod/kustomization.yaml': `resources: [../../base]
patches:
  - target:
      kind: ServiceAccount
      name: orders
    patch: |-
      - op: add
        path: /metadata/annotations/azure.workload.identity~1client-id
        value: id-orders
`,
  };
  const { findings } = await reportOf(files, { kustomize: kubectl32 });
  expect(spotted(findings)).toEqual(['overlays/prod/kustomization.yaml:9 client-id-not-a-guid']);
});

test('a part of an object that stands in the kustomization itself is found there', async () => {
  const files = {
    ...base(goodAnnotation, ''),
    'overlays/prod/kustomization.yaml': `resources: [../../base]
patches:
  - patch: |-
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: orders
      spec:
        template:
          metadata:
            labels:
              azure.workload.identity/use: "yes"
`,
  };
  const { findings } = await reportOf(files, { kustomize: kubectl32 });
  expect(spotted(findings)).toEqual(['overlays/prod/kustomization.yaml:12 pod-label-not-true']);
  expect(fixedLine(findings[0], files)).toBe('              azure.workload.identity/use: "true"');
});

test('an annotation that the kustomization gives to all is found in the kustomization', async () => {
  const files = {
    ...base(goodAnnotation, goodLabel),
    'overlays/prod/kustomization.yaml': `resources: [../../base]
commonAnnotations:
  azure.workload.identity/client-id: id-orders
`,
  };
  const { findings } = await reportOf(files, { kustomize: kubectl32 });
  expect(new Set(spotted(findings).map((text) => text.split(' ')[0]))).toEqual(
    new Set(['overlays/prod/kustomization.yaml:3']),
  );
});

test('an account that the overlay moves away from its pods is told with the namespace it gets', async () => {
  const files = {
    'apps/kustomization.yaml': 'namespace: shop\nresources: [deployment.yaml]\n',
    'apps/deployment.yaml': deployment(goodLabel),
    'accounts/kustomization.yaml': 'resources: [account.yaml]\n',
    'accounts/account.yaml': account(goodAnnotation),
  };
  const report = await reportOf(files, { kustomize: kubectl32 });
  expect(report.stats.rendered).toBe(2);
  expect(report.counts.errors).toBe(0);
});

test('a base that is a patch only for one overlay is judged as applied: a number becomes text', async () => {
  const files = {
    ...base(goodAnnotation, goodLabel),
    'overlays/prod/kustomization.yaml': 'resources: [../../base]\npatches:\n  - path: expiry.yaml\n',
    'overlays/prod/expiry.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  annotations:
    azure.workload.identity/service-account-token-expiration: 3600
`,
  };
  const { findings } = await reportOf(files, { kustomize: kubectl32 });
  expect(spotted(findings)).toEqual([]);
});

test('a suppression in a base silences the fault in every overlay', async () => {
  const files = {
    ...base(
      `azure.workload.identity/clientid: ${guid} # idwire-ignore: client-id-misspelt kept for the old agent`,
      goodLabel,
    ),
    'overlays/a/kustomization.yaml': 'namePrefix: a-\nresources: [../../base]\n',
    'overlays/b/kustomization.yaml': 'namePrefix: b-\nresources: [../../base]\n',
  };
  const { findings } = await reportOf(files, { kustomize: kubectl32 });
  expect(findings.map(({ rule, suppressed }) => [rule, suppressed?.by])).toEqual([['client-id-misspelt', 'comment']]);
});

test('roots without an identity are not rendered', async () => {
  const files = {
    ...base(goodAnnotation, goodLabel),
    'other/kustomization.yaml': 'resources: [service.yaml]\n',
    'other/service.yaml': 'apiVersion: v1\nkind: Service\nmetadata:\n  name: other\n',
  };
  const report = await reportOf(files, { kustomize: kubectl32 });
  expect(report.stats.rendered).toBe(1);
});
