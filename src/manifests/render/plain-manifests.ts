/** Reads a folder that is applied without a kustomization: its files as they stand, but for what is filled in. */
import { fieldsOf } from '../../model/field.ts';
import type { Manifest, Place, Traced } from '../../model/manifest.ts';
import { spotOf } from '../locate.ts';
import { parseDocument } from '../yaml/parse-document.ts';
import { filledIn } from './flux-variables.ts';
import type { Root } from './plan-roots.ts';
import type { RootFiles } from './root-files.ts';

/** The objects of the folder; their places are those of the files. */
export function plainManifests(root: Root, files: RootFiles): readonly Manifest[] {
  return root.files
    .flatMap((path) => files.documents(path))
    .filter(({ kind, apiVersion }) => kind && apiVersion)
    .map((manifest) => filledManifest(manifest, root));
}

/** The same tree with other texts in it, so that every place leads to that of the same path in the file. */
function filledManifest(manifest: Manifest, root: Root): Manifest {
  const { source, start, end } = manifest;
  const written = source.text.slice(start, end);
  const text = filledIn(written, root.request);
  if (text === written) return manifest;
  const { root: tree } = parseDocument({ path: source.path, text }, 0, text.length);
  if (tree?.type !== 'map') return manifest;
  const filled = { ...manifest, source: { path: source.path, text }, root: tree, start: 0, end: text.length };
  const trace = (place: Place): Traced => {
    const at = { ...place, manifest };
    const same = fieldsOf(manifest).get(...place.path)?.text === fieldsOf(filled).get(...place.path)?.text;
    return { spot: spotOf(at), ...(same && { exact: at }) };
  };
  return { ...filled, rendered: { by: 'kustomize', root: root.name, variant: root.variant, file: source.path, trace } };
}
