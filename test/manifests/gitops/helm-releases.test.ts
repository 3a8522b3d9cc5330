/** HelmReleases of charts in the repository become roots; those of common charts elsewhere become what rules see. */
import { describe, expect, it } from 'vitest';
import { fluxRoots } from '../../../src/manifests/gitops/flux-roots.ts';
import { helmReleaseRoots } from '../../../src/manifests/gitops/helm-releases.ts';
import { knownReleases } from '../../../src/manifests/gitops/known-releases.ts';
import { locate } from '../../../src/manifests/locate.ts';
import { readPlaceholders } from '../../../src/manifests/placeholders.ts';
import { Field } from '../../../src/model/field.ts';
import { writtenText } from '../../../src/model/partial-text.ts';
import type { Repository } from '../../../src/model/world.ts';
import { templatesOf, type World } from '../../../src/model/world.ts';
import type { Observation, Rule } from '../../../src/rules/rule.ts';
import { rule as clientIdMissing } from '../../../src/rules/static/client-id-missing.ts';
import { rule as labelMisplaced } from '../../../src/rules/static/pod-label-misplaced.ts';
import { rule as labelMissing } from '../../../src/rules/static/pod-label-missing.ts';
import { folderOfTexts } from './folder-of-texts.ts';

const release = (chart: string, values: string, more = '') => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: shop, namespace: web}
spec:
${chart.replace(/^/gm, '  ')}
${more.replace(/^(?=.)/gm, '  ')}
  values:
${values.replace(/^/gm, '    ')}
`;

describe('charts of the repository', () => {
  const local =
    'chart: {spec: {chart: ./charts/shop, sourceRef: {kind: GitRepository, name: flux-system}, valuesFiles: ["charts/shop/values-${ENV}.yaml"]}}';
  const kustomization = (name: string, spec: string) =>
    `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: ${name}}\nspec:\n  sourceRef: {kind: GitRepository, name: flux-system}\n${spec.replace(/^/gm, '  ')}\n`;
  const { files, manifests } = folderOfTexts({
    'charts/shop/Chart.yaml': 'name: shop\n',
    'charts/shop/values-prod.yaml': 'a: 1\n',
    'clusters/prod/sync.yaml': kustomization('top', 'path: ./clusters/prod'),
    'clusters/prod/apps.yaml': kustomization('apps', 'path: ./apps\npostBuild: {substitute: {ENV: prod}}'),
    'apps/kustomization.yaml':
      'namespace: from-kustomization\nresources: [shop.yaml]\nconfigMapGenerator: [{name: generated, files: [values.yaml=extra.yaml]}]\n',
    'apps/extra.yaml': 'c: 3\n',
    'apps/shop.yaml': `${release(local, 'podLabels: {a: b}', 'targetNamespace: ""\nvaluesFrom:\n  - {kind: ConfigMap, name: generated}\n  - {kind: ConfigMap, name: written}')}---
apiVersion: v1
kind: ConfigMap
metadata: {name: written}
data:
  values.yaml: |
    serviceAccount:
      name: from-map
`,
  });
  const [root, ...others] = helmReleaseRoots(manifests, fluxRoots(manifests, files), files);

  it('are rendered once for the cluster that applies them, as it fills them in', () => {
    expect(others).toEqual([]);
    expect(root).toMatchObject({
      chart: 'charts/shop',
      values: ['charts/shop/values-prod.yaml', 'apps/extra.yaml'],
      release: 'shop',
      namespace: 'from-kustomization',
      cluster: 'clusters/prod',
      environment: 'production',
    });
    expect(root?.flux?.values.get('ENV')).toBe('prod');
  });

  it('keep the places of values that stand in a ConfigMap', () => {
    const name = root?.inline?.[0]?.get('serviceAccount', 'name');
    expect(name?.text).toBe('from-map');
    expect(name && locate(name.place)).toMatchObject({ file: 'apps/shop.yaml', line: 19 });
    expect(root?.inline?.[1]?.get('podLabels', 'a')?.text).toBe('b');
  });
});

const id = '1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11';
const known = (chart: string) => `chart: {spec: {chart: ${chart}, sourceRef: {kind: HelmRepository, name: r}}}`;
const label = 'azure.workload.identity/use: "true"';
const annotation = `azure.workload.identity/client-id: ${id}`;

function worldOf(text: string): World {
  const { manifests } = folderOfTexts({ 'release.yaml': text });
  const read = knownReleases(manifests, (value) => readPlaceholders(value));
  return {
    name: '.',
    complete: true,
    guessed: false,
    objects: [],
    ...read,
    sees: () => true,
    environmentOf: () => undefined,
    neverFilled: () => [],
  };
}

const nothing: Repository = {
  problems: [],
  worlds: [],
  credentials: [],
  pipelines: [],
  declaredAccounts: [],
  complete: true,
  scripts: { annotatesAccounts: false, createsAccounts: false, substitutes: new Set() },
};

const observed = (rule: Rule, world: World): readonly Observation[] => [...(rule.check?.(world, nothing) ?? [])];
const lineOf = ({ at }: Observation) => locate(at instanceof Field ? at.place : at).line;

describe('charts that are not in the repository', () => {
  it.each([
    ['external-dns', `podLabels: {${label}}\nserviceAccount: {annotations: {${annotation}}}`, 'shop-external-dns'],
    ['cert-manager', `podLabels: {${label}}\nserviceAccount: {name: issuer, annotations: {${annotation}}}`, 'issuer'],
    ['velero', `podLabels: {${label}}\nserviceAccount: {server: {annotations: {${annotation}}}}`, 'shop-velero-server'],
    ['keda', `podIdentity: {azureWorkload: {enabled: true, clientId: ${id}}}`, 'keda-operator'],
    [
      'keda',
      `podLabels: {keda: {${label}}}\nserviceAccount: {operator: {annotations: {${annotation}}}}`,
      'keda-operator',
    ],
    ['ingress-azure', `armAuth: {type: workloadIdentity, identityClientID: ${id}}`, 'shop-sa-ingress-azure'],
    [
      'external-secrets',
      `fullnameOverride: eso\npodLabels: {${label}}\nserviceAccount: {annotations: {${annotation}}}`,
      'eso',
    ],
  ])('%s is wired from its values', (chart, values, name) => {
    const world = worldOf(release(known(chart), values));
    const [account] = world.serviceAccounts;
    expect(account && writtenText(account.name)).toBe(name);
    expect(account?.clientId?.text).toBe(id);
    expect(account && writtenText(account.namespace)).toBe('web');
    expect(account && templatesOf(world, account)).toHaveLength(1);
    for (const rule of [clientIdMissing, labelMissing, labelMisplaced]) expect(observed(rule, world)).toEqual([]);
  });

  it('points at the values where the label is missing', () => {
    const world = worldOf(
      release(known('external-dns'), `provider: azure\nserviceAccount:\n  annotations: {${annotation}}`),
    );
    const [finding, ...others] = observed(labelMissing, world);
    expect(others).toEqual([]);
    expect(finding && lineOf(finding)).toBe(7);
  });

  it('knows the label that went to the Deployment instead of its pods', () => {
    const world = worldOf(
      release(known('velero'), `labels:\n  ${label}\nserviceAccount: {server: {annotations: {${annotation}}}}`),
    );
    const [finding] = observed(labelMisplaced, world);
    expect(finding?.severity).toBe('error');
    expect(finding && lineOf(finding)).toBe(9);
  });

  it.each([
    ['KEDA, which takes an identity per trigger', known('keda'), `podLabels: {keda: {${label}}}`],
    [
      'cert-manager, whose issuer may name it',
      known('cert-manager'),
      `podLabels: {${label}}\nserviceAccount: {name: certs}`,
    ],
    [
      'Grafana, which may name it in its settings',
      known('grafana'),
      `podLabels: {${label}}\nserviceAccount: {name: charts}`,
    ],
    [
      'values that come from elsewhere as well',
      known('external-dns'),
      `serviceAccount: {annotations: {${annotation}}}`,
    ],
    ['volumes of its own', known('external-dns'), `extraVolumes: []\nserviceAccount: {annotations: {${annotation}}}`],
  ])('says nothing of %s', (what, chart, values) => {
    const more = what.startsWith('values') ? 'valuesFrom: [{kind: ConfigMap, name: more}]' : '';
    const world = worldOf(release(chart, values, more));
    expect(world.workloads).toHaveLength(1);
    for (const rule of [clientIdMissing, labelMissing, labelMisplaced]) expect(observed(rule, world)).toEqual([]);
  });

  it.each([
    ['a chart that is not known', known('shop'), `podLabels: {${label}}`],
    ['a release without a word of identities', known('external-dns'), 'provider: azure'],
    [
      'a chart of the repository',
      'chart: {spec: {chart: ./keda, sourceRef: {kind: GitRepository, name: r}}}',
      `podLabels: {${label}}`,
    ],
  ])('makes nothing of %s', (_, chart, values) => {
    expect(worldOf(release(chart, values)).workloads).toEqual([]);
  });

  it('finds the chart behind an OCI repository', () => {
    const text = `${release('chartRef: {kind: OCIRepository, name: x}', `podLabels: {${label}}\nserviceAccount: {annotations: {${annotation}}}`)}---
apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata: {name: x}
spec: {url: "oci://registry.example/charts/grafana"}
`;
    expect(worldOf(text).serviceAccounts.map(({ name }) => writtenText(name))).toEqual(['shop-grafana']);
  });
});
