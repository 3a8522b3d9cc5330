/** What a configuration makes of a repository: worlds of clusters, filled placeholders, and roots to render. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders are what is tested.
import { describe, expect, it } from 'vitest';
import { realTools } from '../../scripts/real-tools.ts';
import { createFiles } from '../../src/adapters/files.ts';
import { createRenderer } from '../../src/adapters/tools/renderer.ts';
import { inspectConfiguration } from '../../src/config/file.ts';
import { clustersAt } from '../../src/manifests/cluster-worlds.ts';
import { missingPaths } from '../../src/manifests/configured-paths.ts';
import { rootRequestsOf } from '../../src/manifests/configured-roots.ts';
import { guessedEnvironments } from '../../src/manifests/guessed-environments.ts';
import { readKustomization } from '../../src/manifests/kustomizations.ts';
import { load } from '../../src/manifests/load.ts';
import { locate } from '../../src/manifests/locate.ts';
import { documentsOf } from '../../src/manifests/render/root-files.ts';
import type { Configuration } from '../../src/model/configuration.ts';
import { writtenText } from '../../src/model/partial-text.ts';
import { inRepository } from '../entry/repositories.ts';
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
        '.',
        false,
        [
          ['dev', 'development'],
          ['prod', 'production'],
        ],
      ],
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
    ]);
  });

  it('of a cluster with a kustomization are not complete as raw files', async () => {
    const kustomization = { 'deploy/neu/kustomization.yaml': 'resources: [a.yaml]\n' };
    const { repository } = await loaded({ ...files, ...kustomization }, await configured(text));
    expect(repository.worlds.map(({ complete }) => complete)).toEqual([false, true, false]);
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
  it('reach the objects of a repository', async () => {
    const configuration = await configured('substitutions: {ACCOUNT: orders, ORDERS_ACCOUNT_HERE: orders}\n');
    for (const written of ['${ACCOUNT}', '__ACCOUNT__', '$(ACCOUNT)', 'ORDERS_ACCOUNT_HERE']) {
      const { repository } = await loaded({ 'a.yaml': account(written) }, configuration);
      expect(repository.worlds[0]?.serviceAccounts[0]?.name, written).toEqual({ pieces: ['orders'], symbols: [] });
    }
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
  const contents = {
    'deploy/prod/kustomization.yaml': 'resources: [a.yaml]\n',
    'deploy/prod/a.yaml': account('a'),
    'deploy/raw/a.yaml': account('raw'),
    'apps/x/kustomization.yaml': 'resources: [part]\n',
    'apps/x/part/kustomization.yaml': 'resources: []\n',
    'elsewhere/kustomization.yaml': 'resources: []\n',
    'charts/app/Chart.yaml': 'name: app\n',
    'charts/app/values-prod.yaml': 'a: b\n',
    'env/prod.yaml': 'a: b\n',
  };
  const files = memoryFiles(contents);
  const kustomizations = Object.entries(contents)
    .filter(([path]) => path.endsWith('kustomization.yaml'))
    .flatMap(([path, yaml]) => documentsOf({ path, text: yaml }).map(readKustomization));

  it('are kustomizations and charts', async () => {
    const common = { cluster: 'one', environment: 'production', substitutions: new Map([['A', 'b']]) };
    const found = { files, kustomizations, charts: ['charts/app/Chart.yaml'] };
    const requests = rootRequestsOf(await configured(text), found);
    expect(requests).toMatchObject([
      { kind: 'kustomize', folder: 'deploy/prod', ...common },
      { kind: 'kustomize', folder: 'apps/x', ...common },
      {
        kind: 'helm',
        chart: 'charts/app',
        values: ['charts/app/values-prod.yaml', 'env/prod.yaml', 'none.yaml'],
        namespace: 'shop',
        ...common,
      },
    ]);
    expect(requests.map(({ namedBy }) => locate(namedBy).line)).toEqual([4, 2, 5]);
  });

  it('outside the paths of a run are left out', async () => {
    expect(rootRequestsOf(await configured(text), { files, kustomizations: [], charts: [] })).toEqual([]);
  });

  it('and sources that are missing are known', async () => {
    const { clusters } = await configured(text);
    expect(missingPaths(clusters, files).map(({ value }) => value)).toEqual(['gone', 'none.yaml']);
  });

  const renders: [string, Record<string, string>, boolean][] = [
    [
      'complete when all of it was rendered',
      {
        'apps/x/part/kustomization.yaml': 'resources: [b.yaml]\n',
        'apps/x/part/b.yaml': account('b'),
      },
      true,
    ],
    ['and not when a part was not', {}, false],
  ];
  // The first call unpacks the tools.
  it.each(renders)(
    'that a cluster takes in are one world with its raw files, %s',
    { timeout: 60_000 },
    async (_, more, complete) => {
      const { kubectl35: kustomize } = await realTools();
      await inRepository({ ...contents, ...more }, async (folder) => {
        const only = text.replace(/ {4}helm.*\n/, '').replace(', gone', '');
        const { repository, gaps } = await load(createFiles(folder), {
          paths: ['.'],
          ignore: [],
          exhaustive: false,
          configuration: await configured(only),
          rendering: {
            allowRemote: false,
            renderer: async () =>
              createRenderer({ allowRemote: false, kustomize, workingDirectory: folder, environment: process.env }),
          },
        });
        expect(gaps).toEqual([]);
        const world = repository.worlds.find(({ cluster }) => cluster === 'one');
        expect(world).toMatchObject({ name: 'one', complete, guessed: false });
        const named = (name: string) => world?.serviceAccounts.find((own) => writtenText(own.name) === name);
        const [raw, rendered] = [named('raw'), named('a')];
        for (const own of [raw, rendered]) expect(own && world?.environmentOf(own.manifest)).toBe('production');
        expect(raw && rendered && world?.sees(raw.manifest, rendered.manifest)).toBe(true);
      });
    },
  );
});
