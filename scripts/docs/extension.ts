/** `task/vss-extension.json`, and beside it the licence: the manifest of the extension that brings the task to an organisation. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Artefact, formattedJson, versionNumbers } from './artefact.ts';
import { product } from './product.ts';

const path = 'task/vss-extension.json';

export const extension: Artefact = {
  generate: async (root) => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return new Map([
      [path, formattedJson(root, path, manifest(versionNumbers(version).join('.')))],
      // The packer takes only files from below the manifest.
      ['task/LICENSE.txt', readFileSync(join(root, 'LICENSE'), 'utf8')],
    ]);
  },
};

function manifest(version: string) {
  const folder = product.name;
  return {
    manifestVersion: 1,
    id: 'idwire',
    publisher: product.publisher,
    name: product.name,
    version,
    description: product.description,
    public: true,
    categories: ['Azure Pipelines'],
    tags: ['Azure', 'Kubernetes', 'Workload identity', 'OpenID Connect'],
    targets: [{ id: 'Microsoft.VisualStudio.Services' }],
    icons: { default: 'icon.png' },
    content: { details: { path: 'overview.md' }, license: { path: 'LICENSE.txt' } },
    files: [
      { path: 'task.json', packagePath: `${folder}/task.json` },
      { path: 'task-icon.png', packagePath: `${folder}/icon.png` },
      { path: 'dist', packagePath: `${folder}/dist` },
    ],
    contributions: [
      {
        id: 'idwire-task',
        type: 'ms.vss-distributed-task.task',
        targets: ['ms.vss-distributed-task.tasks'],
        properties: { name: folder },
      },
    ],
  };
}
