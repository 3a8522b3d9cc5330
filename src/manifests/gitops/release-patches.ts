/** Finds the values that patches on the way to a cluster lay over those of a HelmRelease. */
import { type Field, fieldsOf } from '../../model/field.ts';
import type { Manifest } from '../../model/manifest.ts';
import { type Patch, patchesOf } from '../render/kustomize-patches.ts';
import type { FluxRoot } from './flux-roots.ts';
import { folderOf, type GitopsFiles, namesOf } from './gitops-files.ts';

/**
 * The maps of values in the order in which they are laid over each other, as merge patches do with maps and Helm does
 * with values. Undefined when an operation of a JSON patch changes values: the chart is then given what is not read.
 */
export function patchedValues(
  release: Manifest,
  { reach, kustomization }: Pick<FluxRoot, 'reach' | 'kustomization'>,
  files: GitopsFiles,
): readonly Field[] | undefined {
  // The innermost kustomization patches first, what Flux adds comes last.
  const owners = [...reach.kustomizations.toReversed(), specOf(kustomization.manifest)];
  const patches = owners
    .flatMap((manifest) => (manifest ? patchesOf({ manifest, folder: folderOf(manifest.source.path) }, files) : []))
    .filter((patch) => concerns(patch, release));
  const changing = patches.some(({ operations }) =>
    operations.some(({ steps }) => steps[0] === 'spec' && (steps.length === 1 || steps[1] === 'values')),
  );
  return changing ? undefined : patches.flatMap(({ part }) => (part && fieldsOf(part).get('spec', 'values')) ?? []);
}

function concerns({ applies, isNamed }: Patch, release: Manifest): boolean {
  const { name, namespace } = namesOf(release);
  return applies(release.kind, name, namespace) && isNamed(name);
}

/** The patches of a Flux Kustomization stand in its `spec` as those of a kustomization at its root. */
function specOf(kustomization: Manifest): Manifest | undefined {
  const spec = fieldsOf(kustomization).get('spec')?.node;
  return spec?.type === 'map' ? { ...kustomization, root: spec } : undefined;
}
