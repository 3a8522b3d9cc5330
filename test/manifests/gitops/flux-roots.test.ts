/** What Flux Kustomizations apply, level below level, and the values that reach the innermost one. */
import { describe, expect, it } from 'vitest';
import { type FluxRoot, fluxRoots } from '../../../src/manifests/gitops/flux-roots.ts';

import { folderOfTexts } from './folder-of-texts.ts';

const kustomization = (name: string, spec: string) => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: ${name}
  namespace: flux-system
spec:
  sourceRef: {kind: GitRepository, name: flux-system}
${spec.replace(/^/gm, '  ')}
`;

const rootsOf = (texts: Record<string, string>) => {
  const folder = folderOfTexts(texts);
  return { roots: fluxRoots(folder.manifests, folder.files), files: folder.files };
};

const valuesOf = (root: FluxRoot | undefined) => Object.fromEntries(root?.substitution?.values ?? []);
const named = (roots: readonly FluxRoot[], chain: string) => roots.find((root) => root.chain.join('/') === chain);

/** Two clusters over one base, three levels deep. */
const tree: Record<string, string> = {
  'clusters/prod/flux-system/gotk-sync.yaml': kustomization('flux-system', 'path: ./clusters/prod'),
  'clusters/prod/apps.yaml': kustomization(
    'apps',
    'path: ./apps\npostBuild:\n  substitute: {ENVIRONMENT: production, REGION: weu}\n  substituteFrom:\n    - {kind: ConfigMap, name: cluster-vars}',
  ),
  'clusters/prod/vars.yaml':
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: cluster-vars}\ndata: {TENANT: t-prod, REGION: overridden}\n',
  'clusters/dev/flux-system/gotk-sync.yaml': kustomization('flux-system', 'path: ./clusters/dev'),
  'clusters/dev/apps.yaml': kustomization('apps', 'path: ./apps\npostBuild:\n  substitute: {ENVIRONMENT: dev}'),
  'apps/kustomization.yaml': 'resources: [shop.yaml]\n',
  'apps/shop.yaml': kustomization(
    'shop-${ENVIRONMENT}',
    'path: ./workloads/${ENVIRONMENT:-none}\ntargetNamespace: shop-${ENVIRONMENT}\npostBuild:\n  substitute:\n    CLIENT: "id-${REGION}"\n    TENANT_ID: ${TENANT}',
  ),
  'workloads/production/account.yaml':
    'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: ${CLIENT}\n  annotations:\n    # ${COMMENT}\n    azure.workload.identity/client-id: ${NEVER_FILLED}\n',
  'workloads/dev/account.yaml': 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: "${CLIENT}"}\n',
};

describe('a tree of three levels', () => {
  const { roots } = rootsOf(tree);

  it('finds every Kustomization once for each cluster', () => {
    expect(roots.map((root) => `${root.request.cluster}: ${root.chain.join('/')}`)).toEqual([
      'clusters/prod: flux-system',
      'clusters/prod: flux-system/apps',
      'clusters/prod: flux-system/apps/shop-production',
      'clusters/dev: flux-system',
      'clusters/dev: flux-system/apps',
      'clusters/dev: flux-system/apps/shop-dev',
    ]);
  });

  it('fills the inner Kustomization in before it fills anything itself', () => {
    const shop = named(roots, 'flux-system/apps/shop-production');
    expect(shop?.request).toMatchObject({
      kind: 'kustomize',
      folder: 'workloads/production',
      namespace: 'shop-production',
      environment: 'production',
    });
    expect(valuesOf(shop)).toEqual({ CLIENT: 'id-weu', TENANT_ID: 't-prod' });
  });

  it('keeps what an outer level leaves open as a symbol', () => {
    expect(valuesOf(named(roots, 'flux-system/apps/shop-dev'))).toEqual({
      CLIENT: 'id-${REGION}',
      TENANT_ID: '${TENANT}',
    });
  });
});

describe('values', () => {
  const app = { 'app/a.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n' };
  const from = (kind: string, name: string) =>
    kustomization('app', `path: ./app\npostBuild:\n  substituteFrom:\n    - {kind: ${kind}, name: ${name}}`);

  it.each([
    [
      'a Secret as text',
      'Secret',
      'apiVersion: v1\nkind: Secret\nmetadata: {name: vars}\nstringData: {K: plain}\n',
      'plain',
      false,
    ],
    [
      'a Secret in base64',
      'Secret',
      'apiVersion: v1\nkind: Secret\nmetadata: {name: vars}\ndata: {K: cGxhaW4=}\n',
      'plain',
      false,
    ],
    [
      'an encrypted Secret',
      'Secret',
      'apiVersion: v1\nkind: Secret\nmetadata: {name: vars}\nstringData: {K: "ENC[AES256_GCM,data:xyz]"}\nsops: {version: 3.8.1}\n',
      undefined,
      true,
    ],
    [
      'nothing',
      'ConfigMap',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: other}\ndata: {K: no}\n',
      undefined,
      true,
    ],
  ])('come from %s', (_, kind, text, expected, open) => {
    const { roots } = rootsOf({
      ...app,
      'cluster/flux-system/sync.yaml': kustomization('flux-system', 'path: ./cluster'),
      'cluster/app.yaml': from(kind, 'vars'),
      'cluster/vars.yaml': text,
    });
    const root = named(roots, 'flux-system/app');
    expect(root?.substitution?.values.get('K')).toBe(expected);
    expect(root?.substitution?.open).toBe(open);
  });

  it('come from generators, literals over files of pairs', () => {
    const { roots } = rootsOf({
      ...app,
      'cluster/flux-system/sync.yaml': kustomization('flux-system', 'path: ./cluster'),
      'cluster/kustomization.yaml':
        'resources: [flux-system/sync.yaml, app.yaml]\nconfigMapGenerator:\n  - {name: vars, literals: [K=two, "Q=\'x\'"], envs: [vars.env]}\n',
      'cluster/vars.env': '# comment\nK=one\nL=three\n',
      'cluster/app.yaml': from('ConfigMap', 'vars'),
    });
    expect(valuesOf(named(roots, 'flux-system/app'))).toEqual({ K: 'two', L: 'three', Q: 'x' });
  });

  it('come from patches of the level above', () => {
    const { roots } = rootsOf({
      ...app,
      'cluster/flux-system/sync.yaml': kustomization(
        'flux-system',
        'path: ./cluster\npatches:\n  - target: {kind: Kustomization}\n    patch: |\n      apiVersion: kustomize.toolkit.fluxcd.io/v1\n      kind: Kustomization\n      metadata: {name: all}\n      spec: {postBuild: {substitute: {K: patched}}}',
      ),
      'cluster/app.yaml': kustomization('app', 'path: ./app'),
    });
    expect(valuesOf(named(roots, 'flux-system/app'))).toEqual({ K: 'patched' });
  });

  it('are none without postBuild: Flux leaves the text alone', () => {
    const { roots } = rootsOf({ ...app, 'cluster/app.yaml': kustomization('app', 'path: ./app') });
    expect(roots[0]?.substitution).toBeUndefined();
    expect(roots[0]?.request.flux).toBeUndefined();
  });
});

describe('sources', () => {
  const sources =
    'apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: flux-system}\nspec: {url: "ssh://git@github.com/contoso/fleet"}\n---\napiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: shop}\nspec: {url: "https://github.com/contoso/shop.git"}\n---\napiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: again}\nspec: {url: "git@github.com:contoso/fleet.git"}\n';
  const of = (source: string, path = './deploy') =>
    `apiVersion: kustomize.toolkit.fluxcd.io/v1beta2\nkind: Kustomization\nmetadata: {name: k}\nspec:\n  path: ${path}\n  sourceRef: {kind: GitRepository, name: ${source}}\n`;

  it.each([
    ['flux-system', './deploy', 1],
    ['again', './deploy', 1],
    ['unheard-of', './deploy', 1],
    ['shop', './deploy', 0],
    ['unheard-of', './', 0],
    ['flux-system', './nowhere', 0],
  ])('%s with %s gives %i roots', (source, path, count) => {
    const { roots } = rootsOf({ 'c/sources.yaml': sources, 'c/k.yaml': of(source, path), 'deploy/a.yaml': 'a: 1\n' });
    expect(roots).toHaveLength(count);
  });
});

it('ends when Kustomizations apply each other', () => {
  const { roots } = rootsOf({
    'a/b.yaml': kustomization('to-b', 'path: ./b'),
    'b/a.yaml': kustomization('to-a', 'path: ./a'),
  });
  expect(roots.map((root) => root.chain.join('/'))).toEqual(['to-b', 'to-b/to-a']);
});
