/** `npm run build`: writes the committed bundles; with `--check` compares them with what the sources make. */
import { bundle, bundleSets } from './bundle.ts';
import { projectRoot, writeOrCheck } from './generated-files.ts';

const files = new Map<string, string | Uint8Array>();
for (const set of bundleSets) {
  for (const [path, contents] of await bundle(projectRoot, set)) files.set(path, contents);
}
const folders = bundleSets.map((set) => set.folder);
writeOrCheck(projectRoot, { files, folders }, 'Run `npm run build` and commit the result.');
