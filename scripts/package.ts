/** Packs the Azure DevOps extension into `out/`, offline, as the marketplace takes it (`npm run package`). */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, bundleSets } from './bundle.ts';
import { projectRoot } from './generated-files.ts';
import { extensionName, packExtension } from './package/extension.ts';

const task = bundleSets.find(({ folder }) => folder === 'task/dist');
if (!task) throw new Error('The task has no bundles.');
const bundles = await bundle(projectRoot, task);
const name = extensionName(projectRoot);
const packed = packExtension((path) => {
  const built = [...bundles].filter(([file]) => file === `task/${path}` || file.startsWith(`task/${path}/`));
  if (built.length > 0) return new Map(built.map(([file, contents]) => [file.slice('task/'.length), contents]));
  return new Map([[path, readFileSync(join(projectRoot, 'task', path))]]);
});
mkdirSync(join(projectRoot, 'out'), { recursive: true });
writeFileSync(join(projectRoot, 'out', name), packed);
console.log(`out/${name}: ${Math.ceil(packed.length / 1024)} KiB.`);
