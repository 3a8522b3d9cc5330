/** What Argo CD Applications and ApplicationSets apply from the repository. */
import { describe, expect, it } from 'vitest';
import { argoRoots } from '../../../src/manifests/gitops/argo-applications.ts';
import { locate } from '../../../src/manifests/locate.ts';
import type { RootRequest } from '../../../src/manifests/render/root.ts';
import { folderOfTexts } from './folder-of-texts.ts';

const repository: Record<string, string> = {
  'charts/shop/Chart.yaml': 'name: shop\n',
  'charts/shop/values-prod.yaml': 'a: 1\n',
  'config/prod.yaml': 'b: 2\n',
  'apps/orders/kustomization.yaml': 'resources: []\n',
  'apps/billing/kustomization.yaml': 'resources: []\n',
  'apps/legacy/kustomization.yaml': 'resources: []\n',
  'apps/orders/overlays/prod/kustomization.yaml': 'resources: []\n',
};

const rootsOf = (text: string): readonly RootRequest[] => {
  const { files, manifests } = folderOfTexts({ ...repository, 'argocd/app.yaml': text });
  return argoRoots(manifests, files);
};

const application = (spec: string) =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: shop-app}\nspec:\n${spec.replace(/^/gm, '  ')}\n`;

describe('Application', () => {
  it('with kustomize options', () => {
    const [root] = rootsOf(
      application(
        'destination: {server: "https://kubernetes.default.svc", namespace: given-to-nameless}\nsource:\n  path: ./apps/orders/\n  kustomize: {namePrefix: eu-, nameSuffix: -v2, namespace: orders}',
      ),
    );
    expect(root).toMatchObject({
      kind: 'kustomize',
      folder: 'apps/orders',
      namePrefix: 'eu-',
      nameSuffix: '-v2',
      namespace: 'orders',
    });
    expect(root?.cluster).toBeUndefined();
    expect(root && locate(root.namedBy)).toMatchObject({ file: 'argocd/app.yaml', line: 7 });
  });

  it('with a chart, its values files and all that is laid over them', () => {
    const [root] = rootsOf(
      application(
        `destination: {name: prod-weu, namespace: shop}
source:
  path: charts/shop
  helm:
    valueFiles: [values-prod.yaml, /config/prod.yaml, "https://example.com/x.yaml"]
    values: |
      podLabels:
        team: shop
    parameters:
      - {name: image.tag, value: "1.2"}`,
      ),
    );
    expect(root).toMatchObject({
      kind: 'helm',
      chart: 'charts/shop',
      values: ['charts/shop/values-prod.yaml', 'config/prod.yaml'],
      release: 'shop-app',
      namespace: 'shop',
      cluster: 'prod-weu',
      environment: 'production',
      sets: [{ path: 'image.tag', text: '1.2' }],
    });
    const label = root?.kind === 'helm' ? root.inline?.[0]?.get('podLabels', 'team') : undefined;
    expect(label?.text).toBe('shop');
    expect(label && locate(label.place).line).toBe(12);
  });

  it('takes valuesObject over values, and values files of a referenced source', () => {
    const [root] = rootsOf(
      application(
        'sources:\n  - {repoURL: here, ref: values}\n  - path: charts/shop\n    helm:\n      releaseName: own\n      valueFiles: [$values/config/prod.yaml]\n      values: "a: no"\n      valuesObject: {a: yes-it-is}',
      ),
    );
    expect(root).toMatchObject({ kind: 'helm', values: ['config/prod.yaml'], release: 'own' });
    expect(root?.kind === 'helm' && root.inline?.[0]?.get('a')?.text).toBe('yes-it-is');
  });

  it('leaves missing values files out only when the Application does', () => {
    const spec = (lenient: string) =>
      application(`source:\n  path: charts/shop\n  helm: {valueFiles: [values-gone.yaml]${lenient}}`);
    const valuesOf = (text: string) => rootsOf(text).map((root) => root.kind === 'helm' && root.values);
    expect(valuesOf(spec(''))).toEqual([['charts/shop/values-gone.yaml']]);
    expect(valuesOf(spec(', ignoreMissingValueFiles: true'))).toEqual([[]]);
  });

  it.each([
    ['a chart of a registry', 'source: {repoURL: "https://charts.example.com", chart: shop, targetRevision: 1.0.0}'],
    ['a path of another repository', 'source: {path: somewhere/else}'],
    ['a path that is filled in', 'source: {path: "apps/{{ .name }}"}'],
    ['no path', 'source: {repoURL: here}'],
    ['the root of a repository', 'source: {path: .}'],
  ])('gives nothing for %s', (_, spec) => {
    expect(rootsOf(application(spec))).toEqual([]);
  });
});

describe('ApplicationSet', () => {
  const set = (generators: string, template: string) =>
    `apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: all}\nspec:\n  generators:\n${generators.replace(/^/gm, '    ')}\n  template:\n    metadata: {name: "{{name}}"}\n    spec:\n${template.replace(/^/gm, '      ')}\n`;
  const folders = (text: string) =>
    rootsOf(text).map((root) => (root.kind === 'kustomize' ? root.folder : `${root.chart}:${root.release}`));

  it('expands a literal list', () => {
    expect(
      folders(
        set('- list: {elements: [{name: orders}, {name: billing}, {name: gone}]}', 'source: {path: "apps/{{name}}"}'),
      ),
    ).toEqual(['apps/orders', 'apps/billing']);
  });

  it('expands folders of the repository, without those excluded', () => {
    expect(
      folders(
        set(
          '- git: {repoURL: here, directories: [{path: "apps/*"}, {path: apps/legacy, exclude: true}]}',
          'source: {path: "{{ .path.path }}"}',
        ),
      ),
    ).toEqual(['apps/orders', 'apps/billing']);
  });

  it('expands a matrix, the second generator by what the first gives', () => {
    expect(
      folders(
        set(
          '- matrix:\n    generators:\n      - list: {elements: [{name: orders}, {name: billing}]}\n      - git: {directories: [{path: "apps/{{name}}/overlays/*"}]}',
          'source: {path: "{{path}}"}',
        ),
      ),
    ).toEqual(['apps/orders/overlays/prod']);
  });

  it('knows one root for all clusters that it cannot name', () => {
    const roots = rootsOf(set('- clusters: {}', 'destination: {server: "{{server}}"}\nsource: {path: charts/shop}'));
    expect(roots).toHaveLength(1);
    expect(roots[0]).not.toHaveProperty('cluster');
    expect(roots[0]).not.toHaveProperty('release');
  });

  it('ends with a set that multiplies without bound', () => {
    const list = `- list: {elements: [${Array.from({ length: 60 }, (_, index) => `{n${index}: x}`).join(', ')}]}`;
    const generators = `- matrix:\n    generators:\n${[list, list, list].join('\n').replace(/^/gm, '      ')}`;
    expect(rootsOf(set(generators, 'source: {path: apps/orders}'))).toHaveLength(1);
  });
});
