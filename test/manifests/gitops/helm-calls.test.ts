/** Charts and folders that pipelines deploy by calls of the tools. */
import { describe, expect, it } from 'vitest';
import { helmCallsOf } from '../../../src/manifests/gitops/helm-calls.ts';
import { locate } from '../../../src/manifests/locate.ts';
import { folderOfTexts } from './folder-of-texts.ts';

const { files } = folderOfTexts({
  'charts/shop/Chart.yaml': 'name: shop\n',
  'charts/shop/values-prod.yaml': 'a: 1\n',
  'config/prod.yaml': 'b: 2\n',
  'deploy/overlays/prod/kustomization.yaml': 'resources: []\n',
});

const rootsOf = (text: string, path = '.github/workflows/deploy.yaml') => helmCallsOf({ path, text }, files);

describe('helm', () => {
  it.each([
    [
      'helm upgrade --install shop ./charts/shop -n web -f config/prod.yaml',
      { release: 'shop', namespace: 'web', values: ['config/prod.yaml'] },
    ],
    [
      'helm install shop charts/shop --namespace=web --wait --timeout 5m',
      { release: 'shop', namespace: 'web', values: [] },
    ],
    [
      'helm template ./charts/shop --values config/prod.yaml,charts/shop/values-prod.yaml',
      { values: ['config/prod.yaml', 'charts/shop/values-prod.yaml'] },
    ],
    [
      'helm upgrade shop charts/shop --values=config/prod.yaml -f charts/shop/values-prod.yaml --atomic',
      { values: ['config/prod.yaml', 'charts/shop/values-prod.yaml'] },
    ],
    ['helm upgrade shop charts/shop --namespace $NAMESPACE', { release: 'shop' }],
    ['cd charts/shop && helm upgrade shop . -f values-prod.yaml', { values: ['charts/shop/values-prod.yaml'] }],
    [
      'helm upgrade shop charts/shop \\\n  --set image.tag=1,a.b=c \\\n  --set-string podLabels.x=$TAG',
      {
        sets: [
          { path: 'image.tag', text: '1' },
          { path: 'a.b', text: 'c' },
          { path: 'podLabels.x', text: '${TAG}' },
        ],
      },
    ],
  ])('%s', (call, expected) => {
    const roots = rootsOf(
      `jobs:\n  a:\n    steps:\n      - run: |\n          ${call.replaceAll('\n', '\n          ')}\n`,
    );
    expect(roots).toHaveLength(1);
    expect(roots[0]).toMatchObject({ kind: 'helm', chart: 'charts/shop', ...expected });
    expect(roots[0] && locate(roots[0].namedBy)).toMatchObject({ file: '.github/workflows/deploy.yaml', line: 5 });
  });

  it.each([
    ['a chart of a registry', 'helm install keda kedacore/keda -n keda'],
    ['a values file that is filled in', 'helm upgrade shop charts/shop -f values-$ENVIRONMENT.yaml'],
    ['a values file that is not there', 'helm upgrade shop charts/shop -f gone.yaml'],
    ['an address', 'helm install shop oci://registry.example/shop'],
    ['another command', 'helm lint charts/shop'],
    ['a comment', '# helm upgrade shop charts/shop'],
    ['a sentence', 'echo "run helm upgrade shop charts/shop"'],
  ])('gives nothing for %s', (_, call) => {
    expect(rootsOf(`${call}\n`, 'deploy.sh')).toEqual([]);
  });
});

describe('kustomize', () => {
  it.each([
    'kustomize build deploy/overlays/prod | kubectl apply -f -',
    'kubectl apply -k ./deploy/overlays/prod',
    'kubectl kustomize deploy/overlays/prod --enable-helm',
    'cd deploy/overlays\nkustomize build prod',
  ])('%s', (call) => {
    expect(rootsOf(`${call}\n`, 'deploy.sh')).toMatchObject([{ kind: 'kustomize', folder: 'deploy/overlays/prod' }]);
  });

  it('takes what is set before the build', () => {
    const text =
      'cd deploy/overlays/prod\nkustomize edit set image shop=registry.example/shop:1\nkustomize edit set namespace web\nkustomize edit set nameprefix eu-\nkustomize edit set namesuffix -- -v2\nkustomize build . | kubectl apply -f -\n';
    expect(rootsOf(text, 'deploy.sh')).toMatchObject([
      { folder: 'deploy/overlays/prod', namespace: 'web', namePrefix: 'eu-', nameSuffix: '-v2' },
    ]);
  });

  it('knows nothing of a folder that is changed in a way that cannot be read', () => {
    const text = 'cd deploy/overlays/prod\nkustomize edit set namespace $NAMESPACE\nkustomize build .\n';
    expect(rootsOf(text, 'deploy.sh')).toEqual([]);
  });

  it('gives nothing for a folder that is filled in', () => {
    expect(rootsOf('kubectl apply -k deploy/overlays/$ENVIRONMENT\n', 'deploy.sh')).toEqual([]);
  });
});
