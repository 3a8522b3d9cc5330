/** What all scripts of a repository tell together, read from files on disk. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFiles } from '../../../src/adapters/files.ts';
import { discover } from '../../../src/manifests/discover.ts';
import { repositoryScripts, substitutedLiterals } from '../../../src/manifests/script-facts.ts';

const texts: Record<string, string> = {
  'deploy.sh': 'sed -i "s/THE-CLIENT/$CLIENT/" k8s/account.yaml\nenvsubst < k8s/a.yaml | kubectl apply -f -\n',
  '.github/workflows/deploy.yaml':
    'jobs:\n  a:\n    steps:\n      - run: kubectl annotate sa orders -n shop azure.workload.identity/client-id=$CLIENT\n      - run: helm template shop charts/shop\n      - run: helm upgrade shop charts/shop\n',
  'README.md':
    '```sh\nkubectl create serviceaccount import -n shop\nhelm install shop charts/shop -n from-readme\n```\n',
  'k8s/account.yaml': 'kind: ConfigMap\ndata: {x: kubectl create serviceaccount never}\n',
  'charts/shop/Chart.yaml': 'name: shop\n',
  'azure-from-source.yaml':
    'hooks:\n  predeploy:\n    run: kustomize edit add annotation azure.workload.identity/client-id:$CLIENT\n',
  'notes.md': 'Nothing of interest.\n',
};

let folder = '';
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'idwire-scripts-'));
  for (const [file, text] of Object.entries(texts)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  }
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

const read = () => {
  const files = createFiles(folder);
  return repositoryScripts(files, discover(files, ['.'], []));
};

describe('scripts of a repository', () => {
  it('tell together which literals they replace', async () => {
    expect([...(await read()).substitutes]).toEqual(['THE-CLIENT']);
  });

  it('name roots where they run, not where a document tells how', async () => {
    const roots = (await read()).roots(['.']);
    expect(roots).toMatchObject([{ kind: 'helm', chart: 'charts/shop', release: 'shop' }]);
    expect(roots[0]).not.toHaveProperty('namespace');
  });
});

describe('literals that scripts replace', () => {
  const reader = substitutedLiterals(new Set(['THE-CLIENT', 'THE-CLIENT-ID', 'a.b']));

  it.each([
    ['THE-CLIENT', ['', ''], ['THE-CLIENT']],
    ['THE-CLIENT-ID', ['', ''], ['THE-CLIENT-ID']],
    ['id-THE-CLIENT-${X}', ['id-', '-', ''], ['THE-CLIENT', '${X}']],
    ['${THE-CLIENT}', ['', ''], ['${THE-CLIENT}']],
    ['a.b/axb', ['', '/axb'], ['a.b']],
    ['plain', ['plain'], []],
  ])('%s', (text, pieces, symbols) => {
    expect(reader(text)).toEqual({ pieces, symbols });
  });
});
