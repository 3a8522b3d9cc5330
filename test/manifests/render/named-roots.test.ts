/** Roots that the repository names are rendered as it says: namespaces, substitutions, values, clusters. */
import { expect, test } from 'vitest';
import { realTools } from '../../../scripts/real-tools.ts';
import { createFiles } from '../../../src/adapters/files.ts';
import { createRenderer } from '../../../src/adapters/tools/renderer.ts';
import { type Loaded, load } from '../../../src/manifests/load.ts';
import type { RootRequest } from '../../../src/manifests/render/root.ts';
import { fieldsOf } from '../../../src/model/field.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { Manifest } from '../../../src/model/manifest.ts';
import { nameOf } from '../../../src/model/world.ts';
import { judge } from '../../../src/rules/engine.ts';
import { rules } from '../../../src/rules/index.ts';
import { repository, spotted } from './rendered-check.ts';

const { kubectl32, helm3 } = await realTools();
const guid = '11111111-1111-4111-8111-111111111111';
const spot = { source: { path: 'clusters/prod.yaml', text: 'x\n' }, start: 0, end: 1 };

async function loaded(
  files: Readonly<Record<string, string>>,
  roots: (manifests: readonly Manifest[]) => readonly RootRequest[],
  changed?: ReadonlySet<string>,
): Promise<Loaded & { findings: readonly Finding[] }> {
  const { folder, remove } = repository(files);
  try {
    const result = await load(createFiles(folder), {
      paths: ['.'],
      ignore: [],
      exhaustive: false,
      rendering: {
        allowRemote: false,
        changed,
        roots,
        renderer: async () =>
          createRenderer({
            kustomize: kubectl32,
            helm: helm3,
            allowRemote: false,
            workingDirectory: folder,
            environment: { PATH: '/usr/bin:/bin' },
          }),
      },
    });
    // Findings are located while the files are there, as in a run.
    return { ...result, findings: judge(result.repository, rules, { sources: result.sources }).findings };
  } finally {
    remove();
  }
}

const account = (clientId: string, name = 'orders') => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
  annotations:
    azure.workload.identity/client-id: ${clientId}
`;
const pods = (label: string) => `apiVersion: apps/v1
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
const label = '        azure.workload.identity/use: "true"\n';

test('a target namespace and substitutions are applied, and the line is that of the placeholder', async () => {
  const files = {
    'app/kustomization.yaml': 'resources: [account.yaml, pods.yaml]\n',
    'app/account.yaml': account(['$', '{ORDERS_ID}'].join('')),
    'app/pods.yaml': pods(label),
  };
  const { findings, repository: result } = await loaded(files, () => [
    {
      kind: 'kustomize',
      folder: 'app',
      namespace: 'shop',
      namePrefix: 'eu-',
      substitutions: new Map([['ORDERS_ID', 'id-orders']]),
      namedBy: spot,
    },
  ]);
  expect(result.worlds.map(({ name }) => name)).toEqual(['.', 'app (shop, eu-)']);
  expect(result.worlds[1]?.serviceAccounts.map(nameOf)).toEqual(['shop/eu-orders']);
  expect(spotted(findings)).toEqual(['app/account.yaml:6 client-id-not-a-guid']);
  expect(findings[0]?.fix).toBeUndefined();
});

test('a variable that nobody fills stays a symbol; a default counts only with substitutions', async () => {
  const files = {
    'app/kustomization.yaml': 'resources: [account.yaml]\n',
    'app/account.yaml': account(['$', '{ORDERS_ID:-id-orders}'].join('')),
  };
  const plain = await loaded(files, () => []);
  expect(spotted(plain.findings).filter((line) => line.includes('guid'))).toEqual([]);
  const filled = await loaded(files, () => [
    { kind: 'kustomize', folder: 'app', substitutions: new Map(), namedBy: spot },
  ]);
  expect(spotted(filled.findings)).toContain('app/account.yaml:6 client-id-not-a-guid');
});

test('a folder without a kustomization is taken as it stands', async () => {
  const files = { 'app/account.yaml': account(guid), 'app/pods.yaml': pods(label.replace('"true"', '"True"')) };
  const {
    findings,
    rendered,
    repository: result,
  } = await loaded(files, () => [{ kind: 'kustomize', folder: 'app', namespace: 'shop', namedBy: spot }]);
  expect(rendered).toBe(0);
  expect(result.worlds[1]?.serviceAccounts.map(nameOf)).toEqual(['shop/orders']);
  expect(spotted(findings)).toEqual(['app/pods.yaml:13 pod-label-not-true']);
  expect(findings[0]?.fix?.edits).toHaveLength(1);
});

test('a root that is named and not there is a gap with the line that names it', async () => {
  const { gaps } = await loaded({ 'a.yaml': account(guid) }, () => [
    { kind: 'kustomize', folder: 'gone', namedBy: spot },
    { kind: 'helm', chart: 'charts/gone', values: [], namedBy: spot },
  ]);
  expect(gaps.map(({ what, why }) => `${what}: ${why}`)).toEqual([
    'gone: clusters/prod.yaml:1 names it, and there is nothing to apply in it',
    'charts/gone: clusters/prod.yaml:1 names it, and there is nothing to apply in it',
  ]);
});

test('values that stand in a release are found on their line there', async () => {
  const files = {
    'charts/app/Chart.yaml': 'apiVersion: v2\nname: app\nversion: 0.1.0\n',
    'charts/app/values.yaml': 'annotations: {}\n',
    'charts/app/templates/account.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ .Release.Name }}
  annotations:
    {{- toYaml .Values.annotations | nindent 4 }}
`,
    'releases/orders.yaml': `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: orders
spec:
  targetNamespace: shop
  values:
    annotations:
      azure.workload.identity/client-id: id-orders
`,
  };
  const { findings, repository: result } = await loaded(files, (manifests) =>
    manifests
      .filter(({ kind }) => kind === 'HelmRelease')
      .map((manifest) => {
        const values = fieldsOf(manifest).get('spec', 'values');
        return {
          kind: 'helm',
          chart: 'charts/app',
          values: [],
          inline: values ? [values] : [],
          namespace: 'shop',
          release: 'orders',
          namedBy: fieldsOf(manifest).place,
        };
      }),
  );
  expect(result.worlds[1]?.serviceAccounts.map(nameOf)).toEqual(['shop/orders']);
  expect(result.worlds[1]?.guessed).toBe(false);
  expect(spotted(findings)).toContain('releases/orders.yaml:9 client-id-not-a-guid');
});

test('roots of one cluster are one world', async () => {
  const files = {
    'accounts/kustomization.yaml': 'namespace: shop\nresources: [account.yaml]\n',
    'accounts/account.yaml': account(guid),
    'apps/kustomization.yaml': 'namespace: shop\nresources: [pods.yaml]\n',
    'apps/pods.yaml': pods(''),
  };
  const { findings, repository: result } = await loaded(files, () =>
    ['accounts', 'apps'].map((folder) => ({ kind: 'kustomize', folder, cluster: 'prod-weu', namedBy: spot })),
  );
  expect(result.worlds.map(({ name }) => name)).toEqual(['.', 'prod-weu']);
  expect(findings.map(({ rule, file }) => `${file} ${rule}`)).toContain('apps/pods.yaml pod-label-missing');
});

test('with a change under review only the roots that it reaches are rendered, and the others are not judged', async () => {
  const files = Object.fromEntries(
    ['a', 'b'].flatMap((name) => [
      [`${name}/kustomization.yaml`, 'resources: [account.yaml]\n'],
      [`${name}/account.yaml`, account('id-orders', name)],
    ]),
  );
  const { findings, rendered } = await loaded(files, () => [], new Set(['a/account.yaml']));
  expect(rendered).toBe(1);
  expect(spotted(findings).filter((line) => line.endsWith('guid'))).toEqual(['a/account.yaml:6 client-id-not-a-guid']);
});
