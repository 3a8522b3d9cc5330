/** Reads one Flux Kustomization: what it applies, and what it fills in. */
import { type Field, fieldsOf } from '../../model/field.ts';
import type { Manifest } from '../../model/manifest.ts';
import { literalOf } from '../../model/partial-text.ts';
import { type Substitution, substitute, substitutedText } from '../envsubst/envsubst.ts';
import { isExempt } from '../envsubst/exempt.ts';
import { resolvePath } from '../kustomizations.ts';
import { readPlaceholders } from '../placeholders.ts';
import { parseDocument } from '../yaml/parse-document.ts';
import { isKind, namesOf, textsOf } from './gitops-files.ts';

/** A Flux Kustomization with the values of the levels around it filled in. Source: fluxcd.io, Kustomization API. */
export interface FluxKustomization {
  readonly manifest: Manifest;
  readonly name: string;
  readonly namespace: string | undefined;
  /** The folder it applies, relative to the working directory; undefined while part of it is unknown. */
  readonly folder: string | undefined;
  readonly components: readonly string[];
  readonly targetNamespace: string | undefined;
  readonly namePrefix: string | undefined;
  readonly nameSuffix: string | undefined;
  /** `postBuild.substitute`, later ones win over `substituteFrom`. */
  readonly substitute: ReadonlyMap<string, string>;
  readonly substituteFrom: readonly ConfigReference[];
  /** It is applied to another cluster, named by the Secret that holds the way there. */
  readonly remoteCluster: string | undefined;
  /** What it adds to the Kustomizations within: patches that name the kind. */
  readonly innerPatches: readonly InnerPatch[];
}

export interface ConfigReference {
  readonly kind: string;
  readonly name: string;
  readonly optional: boolean;
  readonly at: Field;
}

/** A patch of Kustomizations; without `postBuild` the values it may bring are not known. */
export interface InnerPatch {
  readonly name: string | undefined;
  readonly postBuild: Field | undefined;
}

export const fluxGroup = 'kustomize.toolkit.fluxcd.io';

export function isFluxKustomization(manifest: Manifest): boolean {
  return isKind(manifest, fluxGroup, 'Kustomization');
}

/** Reads it; `outer` is what the level around fills in, `patches` those of the level around that fit it. */
export function readFluxKustomization(
  manifest: Manifest,
  outer: Substitution | undefined,
  patches: readonly InnerPatch[] = [],
): FluxKustomization {
  const spec = fieldsOf(manifest).get('spec');
  const read = (text: string) => (outer && !isExempt(manifest) ? substitutedText(text, outer) : text);
  const known = (field: Field | undefined) => {
    const text = field?.text;
    const filled = text && outer && !isExempt(manifest) ? substitute(text, outer) : readPlaceholders(text ?? '');
    return literalOf(filled) || undefined;
  };
  const path = spec?.get('path');
  const folder = path ? known(path) : '';
  const { name, namespace } = namesOf(manifest);
  const builds = [spec?.get('postBuild'), ...patches.map(({ postBuild }) => postBuild)];
  return {
    manifest,
    name: read(name),
    namespace,
    folder: folder === undefined ? undefined : fromRoot(folder),
    components: (spec?.get('components')?.items() ?? []).flatMap((item) => known(item) ?? []),
    targetNamespace: known(spec?.get('targetNamespace')),
    namePrefix: known(spec?.get('namePrefix')),
    nameSuffix: known(spec?.get('nameSuffix')),
    substitute: new Map(builds.flatMap((build) => substitutes(build, read))),
    substituteFrom: builds.flatMap((build) => references(build, read)),
    remoteCluster: spec?.get('kubeConfig', 'secretRef', 'name')?.text,
    innerPatches: (spec?.get('patches')?.items() ?? []).flatMap(readInnerPatch),
  };
}

/** Paths of Flux start at the root of the repository, which the working directory is taken for. */
export function fromRoot(path: string): string {
  return resolvePath('', path.replace(/^\/+/, ''));
}

function substitutes(postBuild: Field | undefined, read: (text: string) => string): readonly [string, string][] {
  return [...textsOf(postBuild?.get('substitute'))].map(([name, field]) => [
    name,
    read(field.text as string).replaceAll('\n', ''),
  ]);
}

function references(postBuild: Field | undefined, read: (text: string) => string): readonly ConfigReference[] {
  return (postBuild?.get('substituteFrom')?.items() ?? []).flatMap((item) => {
    const [kind, name] = [item.get('kind')?.text, item.get('name')];
    if (!kind || !name?.text) return [];
    return [{ kind, name: read(name.text), optional: item.get('optional')?.value === true, at: name }];
  });
}

/** A patch that concerns Kustomizations: by its target, or by what it is itself. */
export function readInnerPatch(patch: Field): readonly InnerPatch[] {
  const text = patch.get('patch')?.text;
  const target = patch.get('target');
  const root = text === undefined ? undefined : patchRoot(patch, text);
  const kind = target?.get('kind')?.text ?? root?.get('kind')?.text;
  if (kind !== 'Kustomization') return [];
  const selective = target?.get('labelSelector') ?? target?.get('annotationSelector');
  const postBuild = selective ? undefined : root?.get('spec', 'postBuild');
  return [{ name: target ? target.get('name')?.text : root?.get('metadata', 'name')?.text, postBuild }];
}

/** The patch as a document; its places are those of a text of its own. */
function patchRoot(patch: Field, text: string): Field | undefined {
  const source = { path: patch.manifest.source.path, text };
  const { root } = parseDocument(source, 0, text.length);
  if (root?.type !== 'map') return undefined;
  return fieldsOf({ source, root, apiVersion: '', kind: '', start: 0, end: text.length });
}
