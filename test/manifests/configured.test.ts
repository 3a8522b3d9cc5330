/** What a configuration makes of a repository: worlds of clusters, filled placeholders, and roots to render. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders are what is tested.
import { describe, expect, it } from 'vitest';
import { inspectConfiguration } from '../../src/config/file.ts';
import { clustersAt } from '../../src/manifests/cluster-worlds.ts';
import { missingPaths, rootRequestsOf } from '../../src/manifests/configured-roots.ts';
import { guessedEnvironments } from '../../src/manifests/guessed-environments.ts';
import { load } from '../../src/manifests/load.ts';
import { bareName, substitutingReader } from '../../src/manifests/substitutions.ts';
import type { Configuration } from '../../src/model/configuration.ts';
import { writtenText } from '../../src/model/partial-text.ts';
import { memoryFiles } from '../rules/memory-files.ts';

async function configured(text: string): Promise<Configuration> {
  const { configuration, faults } = await inspectConfiguration({ path: 'idwire.yaml', text });
  expect(faults).toEqual([]);
  return configuration as Configuration;
}

const account = (name: string) =>
  `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: ${name}\n  namespace: shop\n  annotations:\n    azure.workload.identity/client-id: 5b0f0c5e-9a53-4f3b-8c1f-7a10b0e3b1e4\n`;

const loaded = (files: Record<string, string>, configuration?: Configuration) =>
  load(memoryFiles(files), { paths: ['.'], ignore: [], exhaustive: false, configuration });

describe('sources of clusters', () => {
  const table: [string, string, boolean][] = [
    ['deploy/prod', 'deploy/prod/a.yaml', true],
    ['deploy/prod', 'deploy/prod/b/a.yaml', true],
    ['./deploy/prod/', 'deploy/prod/a.yaml', true],
    ['deploy/prod', 'deploy/prod-2/a.yaml', false],
    ['prod', 'deploy/prod/a.yaml', false],
    ['deploy/prod/a.yaml', 'deploy/prod/a.yaml', true],
    ['deploy/prod/a.yaml', 'deploy/prod/b.yaml', false],
    ['clusters/*/shop', 'clusters/weu/shop/a.yaml', true],
    ['clusters/*/shop', 'clusters/weu/bank/a.yaml', false],
    ['**/prod', 'a/b/prod/c.yaml', true],
    ['deploy/Prod', 'deploy/prod/a.yaml', false],
    ['.', 'a.yaml', true],
  ];
  it.each(table)('%s and %s: %s', async (source, path, belongs) => {
    const configuration = await configured(`clusters: [{name: one, sources: ["${source}"]}]`);
    expect(clustersAt(configuration)(path).map(({ name }) => name.value)).toEqual(belongs ? ['one'] : []);
  });
});

describe('worlds', () => {
  const files = {
    'deploy/weu/a.yaml': account('weu'),
    'deploy/neu/a.yaml': account('neu'),
    'deploy/common/a.yaml': account('common'),
    'other/dev/a.yaml': account('dev'),
    'other/prod/a.yaml': account('prod'),
  };
  const text =
    'clusters:\n' +
    '  - {name: west, environment: production, sources: [deploy/weu, deploy/common]}\n' +
    '  - {name: north, sources: [deploy/neu, deploy/common]}\n';

  it('are one for each cluster and one for the rest', async () => {
    const { repository } = await loaded(files, await configured(text));
    const shown = repository.worlds.map(({ name, complete, serviceAccounts, environmentOf }) => [
      name,
      complete,
      serviceAccounts.map(({ name: own, manifest }) => [writtenText(own), environmentOf(manifest)]),
    ]);
    expect(shown).toEqual([
      [
        'west',
        true,
        [
          ['common', 'production'],
          ['weu', 'production'],
        ],
      ],
      [
        'north',
        true,
        [
          ['common', undefined],
          ['neu', undefined],
        ],
      ],
      [
        '.',
        false,
        [
          ['dev', 'development'],
          ['prod', 'production'],
        ],
      ],
    ]);
  });

  it('of a cluster with a kustomization are not complete as raw files', async () => {
    const kustomization = { 'deploy/neu/kustomization.yaml': 'resources: [a.yaml]\n' };
    const { repository } = await loaded({ ...files, ...kustomization }, await configured(text));
    expect(repository.worlds.map(({ complete }) => complete)).toEqual([true, false, false]);
  });

  it('whose environments are guessed say so', async () => {
    const { repository } = await loaded(files);
    expect(guessedEnvironments(repository.worlds)).toBe(
      'Environments were guessed from folder names: development (other/dev), production (other/prod). To state them, list clusters in idwire.yaml.',
    );
    expect(guessedEnvironments((await loaded({ 'dev/a.yaml': account('a') })).repository.worlds)).toBeUndefined();
  });
});

describe('substitutions', () => {
  const names: [string, string][] = [
    ['${X}', 'X'],
    ['${X:-d}', 'X'],
    ['$X', 'X'],
    ['$(X)', 'X'],
    ['#{X}#', 'X'],
    ['__X_Y__', 'X_Y'],
    ['<your-name>', 'your-name'],
    ['{{ .Values.x }}', 'Values.x'],
    ['{{ x | quote }}', 'x'],
    ['${{ vars.X }}', 'vars.X'],
    ['%%X%%', 'X'],
    ['@@X@@', 'X'],
    ['@X@', 'X'],
    ['[[ x ]]', 'x'],
    ['CLIENT_ID_HERE', 'CLIENT_ID_HERE'],
  ];
  it.each(names)('%s is called %s', (symbol, name) => expect(bareName(symbol)).toBe(name));

  it('fill what has a value and leave the rest unknown', () => {
    const read = substitutingReader(
      new Map([
        ['X', { value: 'a' }],
        ['CLIENT_ID_HERE', { value: 'b' }],
      ]),
    );
    expect(read('p-${X}-${Y}')).toEqual({ pieces: ['p-a-', ''], symbols: ['${Y}'] });
    expect(read('${{ vars.X }}')).toEqual({ pieces: ['a'], symbols: [] });
    expect(read('CLIENT_ID_HERE')).toEqual({ pieces: ['b'], symbols: [] });
    expect(read('X')).toEqual({ pieces: ['X'], symbols: [] });
  });

  it('reach the objects of a repository', async () => {
    const configuration = await configured('substitutions: {ACCOUNT: orders}\n');
    const { repository } = await loaded({ 'a.yaml': account('${ACCOUNT}') }, configuration);
    expect(repository.worlds[0]?.serviceAccounts[0]?.name).toEqual({ pieces: ['orders'], symbols: [] });
  });
});

describe('roots', () => {
  const text = `clusters:
  - name: one
    environment: production
    sources: [deploy/prod, deploy/raw, "apps/*", gone]
    helm: [{chart: charts/app/, values: [values-prod.yaml, env/prod.yaml, none.yaml], namespace: shop}]
substitutions: {A: b}
`;
  const files = memoryFiles({
    'deploy/prod/kustomization.yaml': '',
    'deploy/raw/a.yaml': '',
    'apps/x/kustomization.yaml': '',
    'charts/app/Chart.yaml': '',
    'charts/app/values-prod.yaml': '',
    'env/prod.yaml': '',
  });

  it('are kustomize folders and charts', async () => {
    const common = { cluster: 'one', environment: 'production', substitutions: new Map([['A', 'b']]) };
    expect(rootRequestsOf(await configured(text), files)).toMatchObject([
      { kind: 'kustomize', folder: 'deploy/prod', ...common },
      {
        kind: 'helm',
        chart: 'charts/app',
        values: ['charts/app/values-prod.yaml', 'env/prod.yaml', 'none.yaml'],
        namespace: 'shop',
        ...common,
      },
    ]);
  });

  it('and sources that are missing are known', async () => {
    const { clusters } = await configured(text);
    expect(missingPaths(clusters, files).map(({ value }) => value)).toEqual(['gone', 'none.yaml']);
  });
});
