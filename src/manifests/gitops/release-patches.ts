/** Finds the values that patches on the way to a cluster lay over those of a HelmRelease. */
import { type Field, fieldsOf } from '../../model/field.ts';
import type { Manifest } from '../../model/manifest.ts';
import { resolvePath } from '../kustomizations.ts';
import { embeddedMap } from './embedded-values.ts';
import type { FluxRoot } from './flux-roots.ts';
import { folderOf, type GitopsFiles, namesOf } from './gitops-files.ts';

/**
 * The maps of values in the order in which they are laid over each other, as merge patches do with maps and Helm does
 * with values. Undefined when some patch may change the values in a way that is not read: a list of operations, a
 * target by label or pattern.
 */
export function patchedValues(
  release: Manifest,
  { reach, kustomization }: Pick<FluxRoot, 'reach' | 'kustomization'>,
  files: GitopsFiles,
): readonly Field[] | undefined {
  const found: Field[] = [];
  // The innermost kustomization patches first, what Flux adds comes last.
  const owners = [...reach.kustomizations.toReversed().map(fieldsOf), fieldsOf(kustomization.manifest).get('spec')];
  for (const patch of owners.flatMap((owner) => (owner ? patchesOf(owner, files) : []))) {
    const concerned = concerns(patch, release);
    if (concerned === 'no') continue;
    if (concerned === 'maybe' || !patch.body) return undefined;
    const values = patch.body.get('spec', 'values');
    if (values) found.push(values);
  }
  return found;
}

/** What is patched, and how: the body is missing when it is no map. */
interface ReleasePatch {
  readonly target: Field | undefined;
  readonly body: Field | undefined;
}

/** `patches` and the older `patchesStrategicMerge`; in a file or in the text. */
function patchesOf(owner: Field, files: GitopsFiles): readonly ReleasePatch[] {
  const folder = folderOf(owner.manifest.source.path);
  const inFile = (path: string, target?: Field) => {
    const documents = files.documents(resolvePath(folder, path)).map(fieldsOf);
    return documents.map((body) => ({ target, body: body.get('kind') ? body : undefined }));
  };
  const patches = (owner.get('patches')?.items() ?? []).flatMap((item) => {
    const [path, target] = [item.get('path')?.text, item.get('target')];
    return path === undefined ? [{ target, body: mapOf(item.get('patch')) }] : inFile(path, target);
  });
  const older = (owner.get('patchesStrategicMerge')?.items() ?? []).flatMap((item) =>
    item.text === undefined || item.text.includes('\n')
      ? [{ target: undefined, body: mapOf(item) }]
      : inFile(item.text),
  );
  const operations = (owner.get('patchesJson6902')?.items() ?? []).map((item) => ({
    target: item.get('target'),
    body: undefined,
  }));
  return [...older, ...operations, ...patches];
}

function mapOf(patch: Field | undefined): Field | undefined {
  return patch && embeddedMap(patch);
}

/** What is no name is a pattern. */
const plain = /^[\w.-]*$/;

function concerns({ target, body }: ReleasePatch, release: Manifest): 'yes' | 'no' | 'maybe' {
  const { name, namespace } = namesOf(release);
  const own = { kind: body?.get('kind')?.text, name: body?.get('metadata', 'name')?.text, namespace: undefined };
  const wanted = target
    ? { kind: target.get('kind')?.text, name: target.get('name')?.text, namespace: target.get('namespace')?.text }
    : own;
  if (wanted.kind !== undefined && plain.test(wanted.kind) && wanted.kind !== 'HelmRelease') return 'no';
  if (target?.get('labelSelector') || target?.get('annotationSelector') || wanted.kind !== 'HelmRelease')
    return 'maybe';
  if (wanted.name !== undefined && wanted.name !== name) return plain.test(wanted.name) ? 'no' : 'maybe';
  return wanted.namespace === undefined || namespace === undefined || wanted.namespace === namespace ? 'yes' : 'no';
}
